"""Whatever may be tentative is marked, or left out, in all that is public."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest
import yaml
from icalendar import Calendar

from proposal.build.pages import render_pages
from proposal.model.record import Record
from proposal.model.records.data_files import FILES
from proposal.model.records.dates_record import DeadlineRecord, OtherDeadlineRecord
from proposal.model.records.edition_record import AudienceRecord
from proposal.model.records.program import SlotRecord
from proposal.model.records.submissions_record import SubmissionsRecord
from proposal.model.records.venue import VenueRecord
from proposal.model.records.when_record import WhenRecord
from proposal.model.reference.key_reference import records_in
from proposal.render.latex.document import render_document
from tests.render.shown_texts import MARK, words_of
from tests.some import some
from tests.workspace import Workspace

MARKED: set[type[Record]] = {
    WhenRecord,
    DeadlineRecord,
    OtherDeadlineRecord,
    AudienceRecord,
    SubmissionsRecord,
    SlotRecord,
    VenueRecord,
}
"""The records that `guessed` marks: all that have the key `tentative`."""

EDITION = "editions/2027/edition.yaml"
PROGRAM = "editions/2027/program.yaml"
HOST = "venues/exc-2027.yaml"


def test_every_record_that_may_be_tentative_is_looked_at() -> None:
    records = {record for kind in FILES.values() for record in records_in(kind)}
    assert {record for record in records if "tentative" in record.model_fields} == MARKED


def _write(workspace: Workspace, file: str, value: Any) -> None:
    workspace.write(file, yaml.dump(value, allow_unicode=True, sort_keys=False))


@pytest.fixture
def deadlines() -> list[dt.date]:
    """The days of all deadlines, those that were extended among them; see `guessed`."""
    return []


@pytest.fixture
def guessed(engines: Workspace, deadlines: list[dt.date]) -> Workspace:
    """An edition of two days with dates of other names, tracks and all else, all of it guessed."""
    edition = engines.values(EDITION)
    for day in edition["when"]:
        day["tentative"] = "true"
    for name, date in edition["dates"].items():
        record = {"date": date} if isinstance(date, str) else date
        edition["dates"][name] = record | {"tentative": "true"}
        written = [record["date"], *record.get("was", [])]
        deadlines += [dt.date.fromisoformat(day) for day in written]
    edition["submissions"]["tentative"] = edition["audience"]["tentative"] = "true"
    _write(engines, EDITION, edition)
    slots = engines.values(PROGRAM)
    _write(engines, PROGRAM, [slot | {"tentative": "true"} for slot in slots])
    _write(engines, HOST, engines.values(HOST) | {"tentative": "true"})
    return engines


@pytest.fixture
def published(guessed: Workspace) -> dict[str, str]:
    """All text files that are public, in one line each."""
    project = guessed.load()
    assert project.diagnostics == []
    made = render_pages(project)
    trees = {"text": made.texts["2027"].files, "site": made.site.files, "jekyll": made.jekyll.files}
    return {
        f"{tree}/{name}": words_of(name, content)
        for tree, files in trees.items()
        for name, content in files.items()
        if re.search(r"\.(txt|md|ics|bib|html|yml)$", name)
        if tree != "text" or name != "form.txt"  # which the organizers alone see
    }


def test_no_guessed_deadline_of_any_name_is_published(
    published: dict[str, str], deadlines: list[dt.date]
) -> None:
    assert len(deadlines) > 8
    for name, text in published.items():
        for day in deadlines:
            forms = (f"{day:%B}\N{NO-BREAK SPACE}{day.day},", f"{day:%B} {day.day},", f"{day}")
            assert not [form for form in (*forms, f"{day:%Y%m%d}") if form in text], (name, day)
    assert "Poster upload to be announced" in published["text/cfp.txt"]
    assert "Submission deadline (Short papers) to be announced" in published["text/cfp.txt"]


def test_all_days_and_the_place_are_marked_wherever_they_stand(published: dict[str, str]) -> None:
    seen = 0
    for name, text in published.items():
        for words in (
            "February 25",
            "February 26",
            "February 25–26, 2027",
            "1 Example Street",
            "Lisbon, Estremadura, Portugal",
        ):
            plain = text.replace("\N{NO-BREAK SPACE}", " ")
            for match in re.finditer(rf"{words}(?![\d–-])", plain):
                behind = plain[match.end() : match.end() + 70]
                assert MARK in behind, (name, words, behind)
                seen += 1
    assert seen > 30


def test_no_rule_for_papers_of_any_track_is_published(published: dict[str, str]) -> None:
    rules = r"4,000|2,500|double-blind|CEUR-WS|Journal of Careful Engines|Two columns|Be brief"
    for name, text in some(published.items()):
        assert not re.search(rules, text, re.IGNORECASE), name


def test_all_events_are_tentative(published: dict[str, str], guessed: Workspace) -> None:
    made = render_pages(guessed.load()).texts["2027"].files
    events = Calendar.from_ical(made["schedule.ics"]).events
    called_off = {str(event["status"]) for event in events if "Emmy" in str(event["summary"])}
    others = {str(event["status"]) for event in events if "Emmy" not in str(event["summary"])}
    assert (called_off, others) == ({"CANCELLED"}, {"TENTATIVE"})
    assert "Join online" in published["text/schedule.ics"]


def test_search_engines_get_neither_days_nor_a_place(published: dict[str, str]) -> None:
    page = published["site/2027/index.html"]
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    event = json.loads(script)
    assert not {"startDate", "endDate", "eventStatus", "subEvent"} & event.keys()
    assert {place["@type"] for place in event["location"]} == {"VirtualLocation"}


def test_a_proposal_marks_all_of_it(guessed: Workspace) -> None:
    guessed.write(
        "editions/2027/proposal.md",
        "# Plan\n\nIn {{ venue.site }}, {{ venue.address }}, {{ place }}, on {{ when.date }}; "
        "{{ dates.posters }}, {{ audience.expected }} people.\n\n"
        "{{ dates }}\n\n{{ submissions.tracks }}\n\n{{ schedule }}\n",
    )
    edition = guessed.load().editions["2027"]
    rendered = render_document(guessed.root, edition, edition.documents["proposal"])
    text = " ".join(rendered.tex.text.replace("~", " ").replace("--", "–").split())
    for words in (
        f"In Hall of Examples {MARK}, 1 Example Street {MARK}, ",
        f"Lisbon, Estremadura, Portugal {MARK}, and online, ",
        f"on February 25–26, 2027 {MARK}; February 1, 2027 {MARK}, 60 {MARK} people.",
        "November 20, 2026, 23:59 AoE (to be confirmed)",
        f"Thursday, February 25 {MARK}",
        "The hours of the program are to be confirmed.",
        f"4 {MARK} pages",
    ):
        assert words in text, words
