"""Who is written to: organizers, addresses that several people read, or both."""

from __future__ import annotations

import re

import pytest

from proposal.edition.facts import recorded_facts
from proposal.render.quoted_facts import Facts
from tests.check.findings import diagnostics_of, only_diagnostic_of, where
from tests.diagnostic_lists import only
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
CONTACT = "contact: narges-tabari\n"
ADDRESS = "chairs@workshop.example"
NARGES = "nargesam@amazon.com"


def written(workspace: Workspace, contact: str) -> None:
    workspace.replace(EDITION, CONTACT, f"contact: {contact}\n")


def rules_on_contacts(workspace: Workspace) -> list[str]:
    codes = ("contact-not-organizer", "contact-without-email", "missing-contact")
    return [found.code for code in codes for found in diagnostics_of(workspace, code)]


def test_an_address_may_be_the_contact(workspace: Workspace) -> None:
    written(workspace, ADDRESS)
    edition = workspace.edition("2026")
    (contact,) = edition.contacts
    assert (contact.id, contact.email) == ("", ADDRESS)
    assert not any(organizer.is_contact for organizer in edition.organizers)
    facts = Facts(edition)
    assert facts.value("contact.email") == ADDRESS
    assert facts.value("contact.name") == "the organizers"
    assert rules_on_contacts(workspace) == []


def test_several_may_be_contacts_and_none_is_listed_twice(workspace: Workspace) -> None:
    written(workspace, f"[narges-tabari, {ADDRESS}, neil-shah, {ADDRESS}]")
    edition = workspace.edition("2026")
    assert [contact.email for contact in edition.contacts] == [
        NARGES,
        ADDRESS,
        "neil-shah@example.edu",
    ]
    marked = [organizer.person.id for organizer in edition.organizers if organizer.is_contact]
    assert marked == ["narges-tabari", "neil-shah"]
    project = workspace.load()
    facts = recorded_facts(project.editions["2026"], project.data)
    fact = facts["other_contacts.chairs-workshop-example.email"]
    assert (fact.value, "contact.name" in facts) == (ADDRESS, False)
    assert rules_on_contacts(workspace) == []


def test_a_contact_who_is_no_organizer_is_reported_at_the_name(workspace: Workspace) -> None:
    written(workspace, f"[{ADDRESS}, meng-jiang]")
    found = only_diagnostic_of(workspace, "contact-not-organizer")
    assert found.hint == "name one of the organizers, or an email address"
    assert where(found) == workspace.place_of(EDITION, "meng-jiang]").replace("]", "")


@pytest.mark.parametrize(
    ("contact", "code"),
    [
        ("chairs@", "not-an-email"),
        ("Ann Author", "not-an-id"),
        ("[narges-tabari, a@@b]", "not-an-email"),
    ],
)
def test_what_is_neither_id_nor_address_is_refused(
    workspace: Workspace, contact: str, code: str
) -> None:
    written(workspace, contact)
    assert only(workspace.read().diagnostics).code == code


def test_an_unknown_id_is_reported(workspace: Workspace) -> None:
    written(workspace, "nobody-known")
    assert only(workspace.resolve("2026")[1]).code == "unknown-person"


def test_pages_and_calls_show_all_contacts(workspace: Workspace) -> None:
    written(workspace, f"[{ADDRESS}, narges-tabari]")
    finished = workspace.run("build", "2026", "--only", "site,jekyll,text")
    assert finished.code == 0, finished.output + finished.errors
    build = workspace.root / "build"
    link = f'<a href="mailto:{ADDRESS}">{ADDRESS}</a>; Narges Tabari, '
    for file in ("site/2026/index.html", "site/2026/call-for-papers/index.html"):
        assert link in (build / file).read_text(encoding="utf-8"), file
    text = (build / "2026/cfp.txt").read_text(encoding="utf-8")
    assert f"Contact\n-------\n\n{ADDRESS}\nNarges Tabari <{NARGES}>\n" in text
    markdown = (build / "2026/cfp.md").read_text(encoding="utf-8")
    assert re.search(rf"## Contact\n\n- \[{re.escape(ADDRESS)}\]", markdown.replace("\\", ""))
    jekyll = (build / "jekyll/pages/GenAIRecP2026/call-for-papers.md").read_text(encoding="utf-8")
    assert "Questions are answered by the organizers, [" in jekyll
    calendar = (build / "2026/schedule.ics").read_text(encoding="utf-8").replace("\r\n ", "")
    assert f"mailto:{ADDRESS}" in calendar
