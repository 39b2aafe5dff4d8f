"""What is told of contacts, committees, authors and institutions."""

from __future__ import annotations

import pytest

from proposal.diagnostics import Severity
from tests.check.findings import (
    AFTERWARDS,
    EDITION,
    PAPERS,
    PLANNING,
    VENUE,
    diagnostics_of,
    only_diagnostic_of,
    where,
)
from tests.workspace import Workspace

CONTACT = "contact: narges-tabari\n"
PERSON = "people/narges-tabari.yaml"
LAST_MEMBER = "  - {name: Zhiwei Liu, affiliation: Salesforce}\n"


def test_a_contact_who_is_no_organizer_is_reported(workspace: Workspace) -> None:
    workspace.replace(EDITION, CONTACT, "contact: ed-chi\n")
    found = only_diagnostic_of(workspace, "contact-not-organizer")
    assert found.message == "the contact Ed Chi is no organizer"
    assert where(found) == workspace.place_of(EDITION, "ed-chi")


def test_a_title_in_a_name_is_found(workspace: Workspace) -> None:
    workspace.replace(PERSON, "name: Narges Tabari", "name: Prof. Dr. Narges Tabari")
    found = only_diagnostic_of(workspace, "title-in-name")
    assert found.message == (
        "`Prof. Dr.` is a title, and printed as a part of the name `Prof. Dr. Narges Tabari`"
    )
    assert found.hint == (
        "write the name alone: Narges Tabari; the title stands under `honorific: Prof.`"
    )
    assert where(found) == workspace.place_of(PERSON, "Prof. Dr. Narges Tabari")


def test_a_title_of_a_member_of_the_committee_is_found(workspace: Workspace) -> None:
    workspace.replace(EDITION, "{name: Zhiwei Liu,", "{name: Dr. Zhiwei Liu,")
    found = only_diagnostic_of(workspace, "title-in-name")
    assert found.hint == "write the name alone: Zhiwei Liu"


def test_a_contact_without_an_address_is_reported(workspace: Workspace) -> None:
    workspace.replace(PERSON, "email: nargesam@amazon.com\n", "")
    found = only_diagnostic_of(workspace, "contact-without-email")
    assert found.message == "the contact Narges Tabari has no email address"
    assert found.hint == "add `email: …` to people/narges-tabari.yaml"
    assert where(found) == workspace.place_of(EDITION, "narges-tabari\nabstract")


def test_an_edition_without_a_contact_is_noted(workspace: Workspace) -> None:
    workspace.replace(EDITION, CONTACT, "")
    found = only_diagnostic_of(workspace, "missing-contact")
    assert found.hint == "add `contact: narges-tabari`"
    assert where(found) == workspace.place_of(EDITION, "narges-tabari")
    assert diagnostics_of(workspace, "missing-contact", today=AFTERWARDS) == []


def test_an_organizer_with_an_address_is_a_good_contact(workspace: Workspace) -> None:
    for code in ("contact-not-organizer", "contact-without-email", "missing-contact"):
        assert diagnostics_of(workspace, code) == []


def test_organizers_without_an_address_are_noted_while_there_is_time(
    workspace: Workspace,
) -> None:
    workspace.replace(VENUE, "  latest_known: wsdm-2022\n", "")
    without_addresses(workspace)
    found = diagnostics_of(workspace, "missing-email")
    assert {diagnostic.message for diagnostic in found} == {
        "the organizer James Caverlee has no email address",
        "the organizer Neil Shah has no email address",
    }
    assert {where(diagnostic) for diagnostic in found} == {
        "james-caverlee.yaml:1:7",
        "neil-shah.yaml:1:7",
    }
    assert diagnostics_of(workspace, "missing-email", today=AFTERWARDS) == []
    workspace.append("people/neil-shah.yaml", "email: neil@snap.com\n")
    assert only_diagnostic_of(workspace, "missing-email").message.startswith("the organizer James")


def test_addresses_that_the_call_demands_are_warned_of(workspace: Workspace) -> None:
    without_addresses(workspace)
    for today in (PLANNING, AFTERWARDS):
        found = diagnostics_of(workspace, "missing-email", today=today, severity=Severity.WARNING)
        assert {diagnostic.message for diagnostic in found} == {
            "the organizer James Caverlee has no email address, which WSDM 2022's call demands",
            "the organizer Neil Shah has no email address, which WSDM 2022's call demands",
        }


def without_addresses(workspace: Workspace) -> None:
    for person in ("neil-shah", "james-caverlee"):
        workspace.replace(f"people/{person}.yaml", f"email: {person}@example.edu\n", "")


@pytest.mark.parametrize(
    "again",
    [
        "{name: Zhiwei Liu, affiliation: Salesforce}",
        "Zhiwei Liu (Salesforce AI)",
        "Zhiwei Liu",
        '"Liu, Zhiwei"',
    ],
)
def test_a_member_who_is_listed_twice_is_reported_at_the_second(
    workspace: Workspace, again: str
) -> None:
    first = workspace.place_of(EDITION, LAST_MEMBER).split(":")[1]
    workspace.replace(EDITION, LAST_MEMBER, f"{LAST_MEMBER}  - {again}\n")
    found = only_diagnostic_of(workspace, "committee-twice")
    assert found.message.endswith(f"stands in the committee already (line {first})")
    assert where(found).split(":")[1] == str(int(first) + 1)


@pytest.mark.parametrize(
    "other", ["Zhiwei Liu (Peking University)", "Zhiwei Li (Salesforce)", "Zhi Liu (Salesforce)"]
)
def test_members_of_like_names_are_different_people(workspace: Workspace, other: str) -> None:
    workspace.replace(EDITION, LAST_MEMBER, f"{LAST_MEMBER}  - {other}\n")
    assert diagnostics_of(workspace, "committee-twice") == []


@pytest.mark.parametrize("member", ["{person: neil-shah}", "Neil Shah (Snap)", "Neil Shah"])
def test_an_organizer_on_the_committee_is_noted(workspace: Workspace, member: str) -> None:
    workspace.replace(EDITION, LAST_MEMBER, f"{LAST_MEMBER}  - {member}\n")
    found = only_diagnostic_of(workspace, "organizer-on-committee")
    assert found.message == "Neil Shah is an organizer, and also on the committee"
    assert where(found) == workspace.place_of(EDITION, member)


def test_a_member_who_is_no_organizer_is_not_reported(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "organizer-on-committee") == []


@pytest.mark.parametrize("author", ["Neil Shah", "{person: neil-shah}"])
def test_an_organizer_s_paper_is_noted_at_the_author(workspace: Workspace, author: str) -> None:
    workspace.replace(PAPERS, "[Rahul Seetharaman]", f"[Rahul Seetharaman, {author}]")
    found = only_diagnostic_of(workspace, "organizer-author")
    assert found.message == "the organizer Neil Shah is an author of the paper `insertrank`"
    assert where(found) == workspace.place_of(PAPERS, author)


@pytest.mark.parametrize(
    ("author", "taken"),
    [
        ("Ann Van Author", "Author"),
        ("Ann De La Author", "Author"),
        ("AUTHOR Ann", "Ann"),
        ("Ann Bea Author Writer", "Writer"),
        ("Open Author Lab", "Lab"),
        ("{name: School of Writing, affiliation: X}", "of Writing"),
    ],
)
def test_an_author_whose_family_name_does_not_show_is_noted(
    workspace: Workspace, author: str, taken: str
) -> None:
    workspace.replace(PAPERS, "[Rahul Seetharaman]", f"[Rahul Seetharaman, {author}]")
    found = only_diagnostic_of(workspace, "unclear-family-name")
    assert f"papers.bib has `{taken}`" in found.message
    assert where(found) == workspace.place_of(PAPERS, author)


@pytest.mark.parametrize(
    "author",
    [
        "Ann B. Author",
        "Ann van der Author",
        "Ann Bea Author",
        "Author",
        "Ann Author Jr.",
        "A. B. C. D. Author",
        "JD Author",
        "S.J. Author",
        "M.-J. Author",
        "Ann-Bea Author",
        "山田 太郎",
        "{name: Ann Van Author, family_name: Van Author}",
        "{name: Ann Van Author, family_name: Author}",
        "{name: Open Author Lab, family_name: Open Author Lab}",
        "Open Author Foundation",
        "{name: University of Writing, affiliation: X}",
    ],
)
def test_a_family_name_that_shows_or_is_said_is_not_reported(
    workspace: Workspace, author: str
) -> None:
    workspace.replace(PAPERS, "[Rahul Seetharaman]", f"[Rahul Seetharaman, {author}]")
    assert diagnostics_of(workspace, "unclear-family-name") == []


def test_papers_of_others_are_not_reported(workspace: Workspace) -> None:
    assert (
        diagnostics_of(workspace, "organizer-author")
        == diagnostics_of(workspace, "author-twice")
        == []
    )


def test_an_author_who_is_named_twice_is_reported_at_the_second(workspace: Workspace) -> None:
    workspace.replace(PAPERS, "[Zhan Shi, Shanglin Yang]", "[Zhan Shi, Shanglin Yang, ZHAN SHI]")
    found = only_diagnostic_of(workspace, "author-twice")
    assert found.message == "ZHAN SHI is an author of `selective-regularization` twice"
    assert where(found) == workspace.place_of(PAPERS, "ZHAN SHI")


@pytest.mark.parametrize(
    ("spelling", "same"),
    [
        ("University of California, San Diego", True),
        ("Univ. of California San Diego", True),
        ("UC San Diego", True),
        ("University of California at San Diego", True),
        ("University of California San Francisco", False),
        ("University of California San Diego", False),  # is the same, and spelt the same
    ],
)
def test_an_institution_in_two_spellings_is_reported_with_both_places(
    workspace: Workspace, spelling: str, same: bool
) -> None:
    workspace.replace(
        EDITION,
        "{name: Yupeng Hou, affiliation: UCSD}",
        f'{{name: Yupeng Hou, affiliation: "{spelling}"}}',
    )
    if same:
        place = workspace.place_of(
            "people/julian-mcauley.yaml", "University of California San Diego, city"
        )
        first = place.rpartition(":")[0]
        found = only_diagnostic_of(workspace, "institution-spelling")
        assert found.message == (
            f"`{spelling}` is spelt `University of California San Diego` "
            f"for Julian McAuley ({first})"
        )
        assert where(found) == workspace.place_of(EDITION, spelling)
    else:
        assert diagnostics_of(workspace, "institution-spelling") == []


@pytest.mark.parametrize("name", ["Texas A and M University", "Texas A&M Univ."])
def test_an_ampersand_and_an_abbreviation_make_another_spelling(
    workspace: Workspace, name: str
) -> None:
    workspace.replace(EDITION, "affiliation: OPPO", f"affiliation: {name}")
    assert only_diagnostic_of(workspace, "institution-spelling").message.startswith(
        f"`{name}` is spelt"
    )


def test_a_company_and_its_laboratory_are_two_institutions(workspace: Workspace) -> None:
    # "Snap Research" and "Snap Inc." both stand in the 2026 edition.
    assert diagnostics_of(workspace, "institution-spelling") == []


@pytest.mark.parametrize("member", ["ed-chi (An Institute)", "{name: ed-chi}"])
def test_an_id_that_would_be_printed_as_a_name_is_reported(
    workspace: Workspace, member: str
) -> None:
    workspace.replace(EDITION, LAST_MEMBER, f"  - {member}\n")
    found = only_diagnostic_of(workspace, "id-as-name")
    assert found.message == "the id `ed-chi` of Ed Chi is printed here as a name"
    assert found.hint == "write `{person: ed-chi}`"


@pytest.mark.parametrize("member", ["ed-chi", "{person: ed-chi}"])
def test_an_id_names_the_person_of_its_file(workspace: Workspace, member: str) -> None:
    workspace.replace(EDITION, LAST_MEMBER, f"  - {member}\n")
    workspace.append(EDITION, f"committees: [{{name: Web, members: [{member}]}}]\n")
    workspace.append("workshop.yaml", f"committees: [{{name: Net, members: [{member}]}}]\n")
    workspace.replace(PAPERS, "authors: [Rahul Seetharaman]", f"authors: [{member}]")
    assert diagnostics_of(workspace, "id-as-name") == []
    edition = workspace.edition("2026")
    groups = [group.members for group in edition.committees]
    people = [edition.committee.items[-1], *(one for group in groups for one in group)]
    people.append(edition.papers.items[0].authors[0])
    assert [(person.id, person.name) for person in people] == [("ed-chi", "Ed Chi")] * 4


def test_what_looks_like_an_id_and_names_no_file_is_reported(workspace: Workspace) -> None:
    workspace.replace(EDITION, LAST_MEMBER, "  - ed-chia\n")
    found = only_diagnostic_of(workspace, "id-as-name")
    assert found.message.startswith("`ed-chia` looks like an id, names no file in people/")
    assert str(found.hint).startswith("did you mean `ed-chi`?")


def test_a_member_who_stands_in_a_committee_twice_is_reported(workspace: Workspace) -> None:
    workspace.append(
        "workshop.yaml",
        "committees:\n  - name: Steering Committee\n    members:\n"
        "      - Ann Author (An Institute)\n      - Ben Other\n      - Author, Ann\n",
    )
    found = only_diagnostic_of(workspace, "committee-twice")
    assert found.message == "Author, Ann stands in “Steering Committee” already (line 10)"
    assert where(found) == workspace.place_of("workshop.yaml", "Author, Ann")


def test_nobody_is_reported_who_stands_in_two_committees(workspace: Workspace) -> None:
    workspace.append(EDITION, "committees: [{name: Area Chairs, members: [Zhiwei Liu]}]\n")
    assert diagnostics_of(workspace, "committee-twice") == []


def test_an_id_that_would_be_printed_is_reported_in_any_committee(workspace: Workspace) -> None:
    workspace.append("workshop.yaml", "committees: [{name: Web, members: [{name: ed-chi}]}]\n")
    found = only_diagnostic_of(workspace, "id-as-name")
    assert found.message == "the id `ed-chi` of Ed Chi is printed here as a name"
    assert where(found) == workspace.place_of("workshop.yaml", "{name: ed-chi}")


def test_a_person_of_a_committee_alone_is_in_use(workspace: Workspace) -> None:
    workspace.write("people/ann-author.yaml", "name: Ann Author\n")
    only_diagnostic_of(workspace, "unused-person")
    for file in ("workshop.yaml", EDITION):
        line = "committees: [{name: Web, members: [{person: ann-author}]}]\n"
        workspace.append(file, line)
        assert diagnostics_of(workspace, "unused-person") == []
        workspace.replace(file, line, "")


def test_an_editor_who_is_named_twice_is_reported_at_the_second(engines: Workspace) -> None:
    engines.append(
        "editions/2027/edition.yaml",
        "proceedings:\n  editors: [ada-lovelace, charles-babbage,\n    ada-lovelace]\n",
    )
    found = only_diagnostic_of(engines, "committee-twice", "2027")
    assert "Ada Lovelace stands in the list of editors already" in found.message
