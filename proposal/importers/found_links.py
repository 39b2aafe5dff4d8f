"""Notes where a person is found on the web, as sources say it: accounts, profiles, addresses."""

from __future__ import annotations

from proposal.importers.draft import DraftPerson
from proposal.importers.values import Checked, checked
from proposal.model.records.person_links import address_of, kind_of_address, person_link_kind


def note_link(person: DraftPerson, named: str, address: str) -> Checked:
    """Note a page of somebody, unless one of its kind is known already.

    Args:
        person: whose page it is.
        named: what the source calls it: a key, a heading or the words of a link; or nothing.
        address: its address, or the name of an account.

    Returns:
        What was noted, or what is wrong with it.
    """
    kind = kind_of_address(address) or person_link_kind(named)
    if kind is None and not named:
        return Checked(None, f"what is at `{address}` is not known")
    name = kind.name if kind else "homepage"
    result = checked("orcid" if name == "orcid" else "url", address_of(name, address))
    if result.value is None:
        return result
    if name == "orcid":
        person.orcid = person.orcid or result.value
    elif name == "homepage":
        person.homepage = person.homepage or result.value
    else:
        person.links.setdefault(name, result.value)
    return result
