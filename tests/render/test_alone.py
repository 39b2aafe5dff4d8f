"""A workshop that is held beside no conference is said to be held at its own place, and no more."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from proposal.build.pages import render_pages
from proposal.bundling.bundle import BundleOrder, make_bundle
from proposal.bundling.contents import Receiver
from proposal.bundling.receivers.ceur import ceur_volume
from proposal.bundling.receivers.dblp import dblp_contents
from proposal.edition.edition import Edition
from proposal.render.latex.document import render_document
from proposal.render.latex.heads import heads_of
from proposal.render.quoted_facts import FactError, Facts
from proposal.render.text.bibtex_text import papers_bib
from proposal.render.text.texts import texts
from proposal.scaffold.next_host import begun, day_at
from tests.alone import EDITION, PLACE, VENUE, alone
from tests.bundling.receivers.volumes import VOLUME, volume_of
from tests.check.findings import diagnostics_of
from tests.diagnostic_lists import only
from tests.workspace import Workspace

OF_A_CONFERENCE = re.compile(
    r"Held with|conjunction|co-located|beside a conference|the conference|EXC|\bNone\b|\(\)|, ,"
)
"""What would say that it is held beside a conference, or is left where one is missing."""


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workshop, which no test of this module may change."""
    made = alone(tmp_path_factory.mktemp("alone"))
    made.replace("workshop.yaml", "    host: EXC 2025\n", "")
    made.replace("workshop.yaml", "https://example.org/wce/2025", "https://example.org/2025")
    made.append(EDITION, VOLUME)
    return made


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return alone(tmp_path)


@pytest.fixture(scope="module")
def edition(garden: Workspace) -> Edition:
    return garden.edition("2027")


@pytest.fixture(scope="module")
def everything(garden: Workspace) -> dict[str, str]:
    """All texts that are made without TeX."""
    return texts_of(garden)


def texts_of(workspace: Workspace) -> dict[str, str]:
    """The texts, pages and calendars of the workshop, by their paths."""
    made = render_pages(workspace.load())
    files = {
        **{f"text/{name}": content for name, content in made.texts["2027"].files.items()},
        **{f"site/{name}": content for name, content in made.site.files.items()},
        **{f"jekyll/{name}": content for name, content in made.jekyll.files.items()},
    }
    is_text = (".html", ".txt", ".md", ".ics", ".bib")
    return {name: file.decode() for name, file in files.items() if name.endswith(is_text)}


def test_nothing_speaks_of_a_conference(everything: dict[str, str]) -> None:
    assert len(everything) > 20
    for name, text in everything.items():
        unscripted = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
        assert OF_A_CONFERENCE.findall(unscripted) == [], name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("site/2027/index.html", "<dt>Hosted by</dt><dd>Example University</dd>"),
        ("site/2027/index.html", "<em>February 25–26, 2027, Lisbon, Estremadura"),
        ("text/cfp.txt", "Hosted by:   Example University"),
        ("text/cfp.md", "**Hosted by:** [Example University](https://example.org/university)"),
        ("jekyll/pages/WCE2027/index.md", "Hosted by <a href="),
        ("jekyll/pages/WCE2027/call-for-papers.md", "(WCE 2027), February 25–26, 2027, Lisbon"),
        ("site/editions/index.html", "Example University, Lisbon, Estremadura, Portugal"),
    ],
)
def test_pages_and_calls_say_where_it_is_and_who_hosts_it(
    name: str, words: str, everything: dict[str, str]
) -> None:
    assert words in everything[name].replace("\N{NO-BREAK SPACE}", " ")


def test_search_engines_get_no_event_around_it(everything: dict[str, str]) -> None:
    found = re.findall(r'ld\+json">(.*?)</script>', everything["site/2027/index.html"], re.DOTALL)
    event = next(data for text in found if (data := json.loads(text))["@type"] == "Event")
    assert "superEvent" not in event
    assert event["startDate"].startswith("2027-02-25")
    place = next(place for place in event["location"] if place["@type"] == "Place")
    assert place["address"]["addressLocality"] == "Lisbon"


def test_papers_are_cited_by_the_workshop_itself(workspace: Workspace) -> None:
    found = papers_bib(workspace.edition("2027")).replace("~", " ")
    assert "Engines (WCE 2027), February 25--26, 2027, Lisbon, Estremadura, Portugal" in found


@pytest.mark.parametrize("format_name", ["sigconf", "article"])
def test_a_pdf_is_of_the_workshop_itself(workspace: Workspace, format_name: str) -> None:
    workspace.replace(EDITION, "format: sigconf", f"format: {format_name}")
    workspace.replace(EDITION, "    accessible: PDF/UA-1\n", "")
    edition = workspace.edition("2027")
    document = edition.documents["camera-ready"]
    event = edition.event(document)
    assert event.acronym == "WCE 2027"
    assert event.name == "Second Workshop on Very Careful Engines"
    assert event.place == "Lisbon, Estremadura, Portugal"
    assert document.year == 2027
    assert heads_of(edition, document).diagnostics == ()
    rendered = render_document(workspace.root, edition, document)
    assert list(rendered.diagnostics) == []
    if format_name == "sigconf":
        line = r"\acmConference[WCE 2027]{Second Workshop on Very Careful Engines}{February~25--26"
        assert line in rendered.tex.text
    assert not re.search(r"\bNone\b|, ,", rendered.tex.text)


def test_bundles_name_no_conference(garden: Workspace) -> None:
    volume = volume_of(garden, with_pdfs=False)
    (content,) = dblp_contents(volume).files.values()
    assert b"partof" not in (content if isinstance(content, bytes) else content.read_bytes())
    page = ceur_volume(volume).files["index.html"]
    assert isinstance(page, bytes)
    assert b"co-located" not in page
    assert b"CEURCOLOCATED" not in page


@pytest.mark.parametrize(
    ("attendance", "place"),
    [
        ("hybrid", "Lisbon, Estremadura, Portugal, and online"),
        ("online", "Online"),
        ("on-site", "Lisbon, Estremadura, Portugal"),
    ],
)
def test_what_is_online_is_nowhere_else(workspace: Workspace, attendance: str, place: str) -> None:
    workspace.replace(EDITION, ", attendance: hybrid}", "}")
    workspace.replace(EDITION, "attendance: hybrid", f"attendance: {attendance}")
    edition, _ = workspace.resolve("2027")
    assert edition.place == place


def test_papers_are_archived_in_the_workshops_own_volume(workspace: Workspace) -> None:
    workspace.replace(EDITION, "\n  archival: false\n", "\n  archival: true\n")
    call = workspace.edition("2027").submissions
    said = [call.archival_line, *(track.archival_line for track in call.tracks)]
    assert "Accepted papers are archived in proceedings" in said
    assert not [line for line in said if "conference" in line]


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("host:", "name: A Conference\n#", "missing-key", "add `series: …`; if the workshop is"),
        ("host:", "call: {partial: true}\n#", "missing-key", "add `series: …`; if the workshop"),
        ("host:", "hosted_by:", "unknown-key", "did you mean `host`?"),
    ],
)
def test_half_a_conference_is_answered_with_what_to_type(
    workspace: Workspace, old: str, new: str, code: str, hint: str
) -> None:
    workspace.replace(VENUE, old, new)
    found = only(workspace.read().diagnostics)
    assert (found.code, str(found.hint)[: len(hint)]) == (code, hint)


def test_a_conference_has_no_other_host(tmp_path: Path) -> None:
    engines = Workspace.of_careful_engines(tmp_path)
    engines.append(VENUE, "host: Example University\n")
    assert only(engines.read().diagnostics).code == "host-of-conference"


def test_acms_rights_are_refused_without_a_conference(workspace: Workspace) -> None:
    rights = "rights: {copyright: rightsretained, doi: 10.1145/1234567.1234568}"
    workspace.replace(EDITION, "    format: sigconf\n", f"    format: sigconf\n    {rights}\n")
    found = only(workspace.resolve("2027")[1])
    assert found.code == "rights-without-conference"
    assert str(found.hint).startswith("write `series`, `name`, `acronym`, `start` and `end` there")


def test_acms_production_gets_nothing_without_a_conference(workspace: Workspace) -> None:
    order = BundleOrder(workspace.load(), "2027", Receiver.TAPS)
    found = only(make_bundle(order, lambda step: None))
    assert found.code == "production-without-conference"
    assert diagnostics_of(workspace, "missing-rights", "2027", dt.date(2026, 10, 1)) == []


def test_a_proposal_says_that_nobody_has_asked_for_it(workspace: Workspace) -> None:
    today = dt.date(2026, 10, 1)
    assert diagnostics_of(workspace, "proposal-without-conference", "2027", today) == []
    workspace.replace(EDITION, "  camera-ready:\n", "  proposal:\n")
    found = only(diagnostics_of(workspace, "proposal-without-conference", "2027", today))
    assert found.message == (
        "a proposal is made for a conference's chairs, and data/venues/exc-2027.yaml describes none"
    )


def test_prose_that_quotes_the_conference_is_refused(workspace: Workspace) -> None:
    edition = workspace.edition("2027")
    with pytest.raises(FactError) as refused:
        Facts(edition).value("venue.name")
    assert (
        str(refused.value)
        == "`venue.name` is quoted, and the workshop is held beside no conference"
    )


def test_the_next_edition_is_begun_at_the_same_place(workspace: Workspace) -> None:
    venues = workspace.read().venues
    old = venues["exc-2027"]
    record = begun("lisbon-2028", 2028, old, {"exc-2027": old})
    assert record["host"] == "Example University"
    assert record["tentative"]
    assert "start" not in record
    host = type(old).model_validate(record)
    day = day_at(host, dt.date(2027, 2, 25), old, 2028)
    assert (day.year, day.strftime("%A")) == (2028, "Thursday")
    assert day_at(venues["exc-2026"], dt.date(2027, 2, 25), old, 2026) == venues["exc-2026"].start


def test_a_place_alone_is_enough(workspace: Workspace) -> None:
    workspace.write(VENUE, "".join(PLACE.splitlines(keepends=True)[4:8]))
    edition = workspace.edition("2027")
    assert edition.venue.short_name == ""
    assert edition.host_and_place == edition.place
    call = texts(workspace.root, edition, None).files["cfp.txt"].decode()
    assert "Hosted by" not in call
    assert "Held with" not in call
