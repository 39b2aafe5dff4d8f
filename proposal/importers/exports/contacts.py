"""Address books, as Google and Microsoft export them."""

from __future__ import annotations

from proposal.importers.exports.export import Export, any_heading, columns, headings

_NAME = {
    "first_name": ("First Name", "Given Name"),
    "middle_name": ("Middle Name", "Additional Name"),
    "last_name": ("Last Name", "Family Name"),
    "honorific": ("Name Prefix", "Title"),
    "suffix": ("Name Suffix", "Suffix"),
}
GOOGLE = Export(
    system="Google Contacts",
    name="address book",
    form="CSV",
    source="https://support.google.com/contacts/answer/7199294",
    version="exports of 2026",
    headings=headings("First Name", "Last Name", "E-mail 1 - Value", "Organization Name"),
    people=columns(
        {
            **_NAME,
            "email": "E-mail 1 - Value",
            "institution": "Organization Name",
            "department": "Organization Department",
            "homepage": "Website 1 - Value",
            "": ("Photo", "File As", "Nickname", "Labels"),
        }
    ),
)
GOOGLE_BEFORE_2024 = Export(
    system="Google Contacts",
    name="address book",
    form="CSV",
    source="https://support.google.com/contacts/answer/7199294",
    version="exports before 2024",
    headings=headings("Given Name", "Family Name", "E-mail 1 - Value", "Organization 1 - Name"),
    people=columns(
        {
            **_NAME,
            "email": "E-mail 1 - Value",
            "institution": "Organization 1 - Name",
            "department": "Organization 1 - Department",
            "homepage": "Website 1 - Value",
            "": ("Name", "Photo", "Nickname", "Short Name", "Maiden Name", "Group Membership"),
        }
    ),
)
OUTLOOK = Export(
    system="Outlook",
    name="address book",
    form="CSV",
    source="https://www.spstechnical.com/outlook_contacts_schema.htm",
    version="fields of 2007 and later",
    headings=headings("First Name", "Last Name", "Company", "E-mail Address"),
    agrees=any_heading("Business Country/Region", "Business Street", "E-mail 2 Address"),
    people=columns(
        {
            **_NAME,
            "email": "E-mail Address",
            "institution": "Company",
            "department": "Department",
            "city": "Business City",
            "state": "Business State",
            "country": "Business Country/Region",
            "homepage": "Web Page",
        }
    ),
)
CONTACTS = (GOOGLE, GOOGLE_BEFORE_2024, OUTLOOK)
