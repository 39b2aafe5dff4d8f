"""Facts of each class are changed by hand in finished artefacts, and named, and nothing else."""

from __future__ import annotations

import datetime as dt
import html
import re
import shutil
from pathlib import Path

import pytest

from proposal.check.facts.inspection import PDFS, ArtefactKind
from proposal.check.facts.stated_fact import StatedFact
from proposal.check.facts.stated_facts import stated_facts
from proposal.check.rules.run_rules import subject_of
from proposal.reading.searchable_text import BEGINS
from tests.check.facts.conftest import looked_at
from tests.check.facts.pdfs import replace_in_pdf
from tests.workspace import Workspace

PLACES = {
    ArtefactKind.PAGE: "site/{year}/index.html",
    ArtefactKind.CALL_PAGE: "site/{year}/call-for-papers/index.html",
    ArtefactKind.JEKYLL: "jekyll/pages/GenAIRecP{year}/index.md",
    ArtefactKind.CFP_TEXT: "{year}/cfp.txt",
    ArtefactKind.CFP_MARKDOWN: "{year}/cfp.md",
    ArtefactKind.SCHEDULE: "{year}/schedule.ics",
    ArtefactKind.DATES: "{year}/dates.ics",
    ArtefactKind.PROPOSAL: "{year}/proposal.pdf",
    ArtefactKind.CAMERA_READY: "{year}/camera-ready.pdf",
}
PAGE, CALL, JEKYLL, TEXT = (
    ArtefactKind.PAGE,
    ArtefactKind.CALL_PAGE,
    ArtefactKind.JEKYLL,
    ArtefactKind.CFP_TEXT,
)
PRINTED, CALENDAR = ArtefactKind.CAMERA_READY, ArtefactKind.SCHEDULE

WORDS = {
    "venue.dates": "29",
    "venue.acronym": "'24",
    "concepts.recommender-systems": "Information",
    "keywords.natural-language-processing": "Processing",
    "documents.camera-ready.rights.copyright": "third-party",
    "documents.camera-ready.rights.doi": "3671486",
    "documents.camera-ready.rights.isbn": "0490",
    "speakers.meng-jiang.biography": "Freimann",
    "speakers.chengyi-liu.homepage": "github",
    "submissions.url": "openreview",
}
"""A word of the fact that stands in no other one, where that is not its longest."""

Case = tuple[str, str, ArtefactKind]
"""An edition, a fact of it, and where it is changed."""

CASES: list[Case] = [
    ("2026", "title", PAGE),
    ("2026", "ordinal", CALL),
    ("2026", "acronym", TEXT),
    ("2026", "when.date", CALL),
    ("2026", "when.hours", PAGE),
    ("2026", "venue.place", JEKYLL),
    ("2024", "venue.dates", PRINTED),
    ("2026", "venue.name", PAGE),
    ("2024", "venue.acronym", PRINTED),
    ("2024", "room", PAGE),
    ("2026", "organizers.narges-tabari.name", JEKYLL),
    ("2026", "organizers.narges-tabari.affiliations.1.institution", TEXT),
    ("2024", "organizers.narges-tabari.email", PRINTED),
    ("2026", "organizers.narges-tabari.biography", PAGE),
    ("2026", "contact.email", CALL),
    ("2026", "abstract", TEXT),
    ("2024", "keywords.natural-language-processing", PRINTED),
    ("2026", "concepts.recommender-systems", PAGE),
    ("2026", "topics.instruction-tuned-recommender-systems", CALL),
    ("2026", "speakers.meng-jiang.name", PAGE),
    ("2026", "speakers.meng-jiang.affiliations.1.institution", PAGE),
    ("2026", "speakers.meng-jiang.title", JEKYLL),
    ("2026", "speakers.meng-jiang.abstract", PAGE),
    ("2026", "speakers.meng-jiang.biography", JEKYLL),
    ("2026", "speakers.chengyi-liu.role", PAGE),
    ("2026", "speakers.chengyi-liu.homepage", JEKYLL),
    ("2026", "dates.submission", TEXT),
    ("2026", "dates.submission.was.2025-11-21", CALL),
    ("2026", "dates.notification", ArtefactKind.DATES),
    ("2026", "schedule.09:00.hours", JEKYLL),
    ("2026", "schedule.09:00.title", PAGE),
    ("2026", "schedule.09:00.start", CALENDAR),
    ("2026", "papers.agp.title", JEKYLL),
    ("2026", "papers.agp.code", PAGE),
    ("2026", "papers.agp.authors.pan-li.name", PAGE),
    ("2026", "committee.weiwen-liu.name", PAGE),
    ("2026", "committee.weiwen-liu.affiliation", ArtefactKind.CFP_MARKDOWN),
    ("2026", "submissions.url", TEXT),
    ("2026", "submissions.pages", CALL),
    ("2024", "documents.camera-ready.rights.copyright", PRINTED),
    ("2024", "documents.camera-ready.rights.doi", PRINTED),
    ("2024", "documents.camera-ready.rights.isbn", PRINTED),
    ("2024", "documents.camera-ready.first_page", PRINTED),
]


BESIDE_ANOTHER = {"speakers.meng-jiang.affiliations.1.institution"}
"""Facts that stand next to another one that is changed."""


@pytest.fixture(scope="module")
def copy(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A copy of the built workshop, whose files each test puts back as they were."""
    root = tmp_path_factory.mktemp("classes") / "workshop"
    shutil.copytree(built.root, root)
    return Workspace(root)


@pytest.fixture(scope="module")
def facts(copy: Workspace) -> dict[tuple[str, str], StatedFact]:
    """The facts of both editions."""
    project = copy.load()
    return {
        (year, fact.id): fact
        for year in project.editions
        for fact in stated_facts(subject_of(project, year))
    }


def test_every_class_of_facts_is_among_the_cases(
    facts: dict[tuple[str, str], StatedFact],
) -> None:
    assert {_class(name) for _, name, _ in CASES} == {
        _class(name) for (_, name), fact in facts.items() if fact.shown_in
    } - {"schedule.end", "schedule.person"}


def _class(name: str) -> str:
    """A fact's id without whom or what it is of."""
    first, *rest = name.split(".")
    if first == "dates":
        return ".".join(["dates", *rest[1:2]])
    if first == "schedule" and "panelists" in rest:
        return "schedule.person"
    if first in {"organizers", "speakers", "schedule", "papers", "committee"}:
        return f"{first}.{rest[-1]}"
    return first if first in {"concepts", "keywords", "topics"} else name


def _rounds() -> list[list[Case]]:
    """The cases by file, but for those that stand side by side in it."""
    rounds: dict[tuple[str, ArtefactKind, bool], list[Case]] = {}
    for year, name, artefact in CASES:
        is_beside = name in BESIDE_ANOTHER
        rounds.setdefault((year, artefact, is_beside), []).append((year, name, artefact))
    return list(rounds.values())


@pytest.mark.parametrize("cases", _rounds(), ids=lambda cases: "-".join(cases[0]))
def test_facts_that_are_changed_by_hand_are_named_and_no_others(
    copy: Workspace, facts: dict[tuple[str, str], StatedFact], cases: list[Case]
) -> None:
    year, _, artefact = cases[0]
    file = copy.root / "build" / PLACES[artefact].format(year=year)
    before = file.read_bytes()
    try:
        wrong = {name: _falsified(file, artefact, facts[year, name]) for _, name, _ in cases}
        findings = looked_at(copy).diagnostics
    finally:
        file.write_bytes(before)
    found = {}
    for finding in findings:
        assert finding.code == "different-fact"
        message = " ".join(finding.message.split())
        assert message.startswith(f"build/{PLACES[artefact].format(year=year)} says “")
        name = message.split("” where ")[1].split(" is “")[0]
        fact = facts[year, name]
        assert f" where {name} is “{' '.join(fact.value.split())[:60]}" in message
        assert finding.span == fact.span is not None
        found[name] = message.split("” where ")[0].replace("’", "'")
    assert found.keys() == wrong.keys()
    assert len(found) == len(findings)
    assert [name for name in wrong if wrong[name] not in found[name]] == []


def _falsified(file: Path, artefact: ArtefactKind, fact: StatedFact) -> str:
    """Change a letter of the fact where people read it; the wrong word."""
    if artefact is ArtefactKind.DATES:
        words = " ".join(fact.value.split())
        day = dt.datetime.strptime(words, "%B %d, %Y").replace(tzinfo=dt.UTC)
        return _falsified_line(file, f"{day:%Y%m%d}", f"{day.replace(day=3):%Y%m%d}", "3, 2025")
    if fact.moment is not None:
        assert fact.moment.role == BEGINS
        return _falsified_line(file, f"T{fact.moment.time:%H%M}00", "T031500", "03:15")
    right = WORDS.get(fact.id) or max(re.findall(r"\w+", fact.wordings[0][:60]), key=len)
    wrong = f"{right[:-1]}{'8' if right[-1] != '8' else '7'}"
    if artefact in PDFS:
        replace_in_pdf(file, right, wrong)
        return wrong
    text = file.read_text(encoding="utf-8")
    is_html = file.suffix == ".html"
    words = r"[\s\xa0]+".join(
        re.escape(html.escape(word, quote=False) if is_html else word)
        for word in fact.wordings[0].split()[:12]
    ).replace("'", "['’]")
    body = text.index("<main") if is_html else 0
    is_link = fact.wordings[0].startswith("https://")
    before = "" if not is_html else '(?<=href=")' if is_link else r"(?<=>)[^<>]*?"
    match = re.compile(f"{before}({words})", re.IGNORECASE).search(text, body)
    assert match, f"{fact.wordings!r} is not in {file.name}"
    begin, end = match.span(1)
    changed = re.sub(right, wrong, text[begin:end], count=1, flags=re.IGNORECASE)
    file.write_text(text[:begin] + changed + text[end:], encoding="utf-8", newline="")
    return wrong


def _falsified_line(file: Path, right: str, wrong: str, message: str) -> str:
    """Change when an event begins; what the calendar then tells."""
    text = file.read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if "DTSTART" in line and right in line)
    changed = text.replace(line, line.replace(right, wrong))
    file.write_text(changed, encoding="utf-8", newline="")
    return message
