"""One table says what kinds of deadlines there are; all else follows from it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from proposal.audit.run_audit import audit
from proposal.check.facts.stated_fact import StatedFact
from proposal.check.facts.stated_facts import stated_facts
from proposal.check.rules.run_rules import subject_of
from proposal.edition.edition import Edition
from proposal.model.deadline_kinds import DEADLINE_KINDS, DeadlineKind
from proposal.model.reference.schema import schemas
from proposal.reading.date_labels import name_of_date
from proposal.render.latex.document import render_document
from tests.importers.bringing import imports, new_folder
from tests.importers.jekyll_sources import copy_of_site
from tests.render.shown_texts import pages, texts
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
every_kind = pytest.mark.parametrize("kind", DEADLINE_KINDS, ids=lambda kind: kind.name)


DAYS = {kind.name: dt.date(2026, 1, 5 + number) for number, kind in enumerate(DEADLINE_KINDS)}


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workshop with a deadline of every kind, each on a day of its own; nobody changes it."""
    workspace = Workspace.of_the_real_workshop(tmp_path_factory.mktemp("dated") / "workshop")
    file = workspace.data / EDITION
    before, after = re.split(r"(?m)^dates:\n(?:  .*\n)+", file.read_text(encoding="utf-8"))
    dates = "".join(f"  {name}: {day}\n" for name, day in DAYS.items())
    file.write_text(f"{before}dates:\n{dates}{after}", encoding="utf-8")
    return workspace


@pytest.fixture(scope="module")
def edition(dated: Workspace) -> Edition:
    return dated.edition("2026")


@pytest.fixture(scope="module")
def tex(dated: Workspace, edition: Edition) -> str:
    """The source of its proposal."""
    return render_document(dated.root, edition, edition.documents["proposal"]).tex.text


@pytest.fixture(scope="module")
def facts(dated: Workspace) -> list[StatedFact]:
    """What `check` looks for in its artefacts."""
    return list(stated_facts(subject_of(dated.load(), "2026")))


def shown(day: dt.date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


@every_kind
def test_a_deadline_stands_in_every_artefact(
    dated: Workspace, edition: Edition, tex: str, kind: DeadlineKind
) -> None:
    deadline = edition.dates.named[kind.name]
    assert (deadline.label, deadline.day.date) == (kind.label, DAYS[kind.name])
    assert not any(kind.label in other.label for other in DEADLINE_KINDS if other != kind)
    assert kind.label in tex
    made = texts(pages(dated))
    for name in (
        "text/cfp.txt",
        "text/cfp.md",
        "text/dates.ics",
        "site/2026/index.html",
        "jekyll/pages/GenAIRecP2026/index.md",
    ):
        assert kind.label in made[name], name


@every_kind
def test_check_proves_a_deadline(facts: list[StatedFact], kind: DeadlineKind) -> None:
    (fact,) = [fact for fact in facts if fact.id == f"dates.{kind.name}"]
    assert fact.value == shown(DAYS[kind.name]).replace(" ", "\N{NO-BREAK SPACE}", 1)
    assert len(fact.shown_in) > 4


@every_kind
def test_a_deadline_is_a_key_with_a_description(kind: DeadlineKind) -> None:
    dates = schemas()["edition"]["$defs"]["Dates"]["properties"]
    assert list(dates) == [kind.name for kind in DEADLINE_KINDS]
    assert dates[kind.name]["description"] == kind.description


@every_kind
def test_a_deadline_is_recognized_by_its_own_label(kind: DeadlineKind) -> None:
    assert name_of_date(f"{kind.label}:") == kind.name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Early-bird registration ends", "early_registration"),
        ("Early bird:", "early_registration"),
        ("Registration closes", "registration"),
        ("Registration opens", None),
        ("Submission site opens:", None),
        ("Start of registration", None),
        ("Submissions open until", "submission"),
        ("Opening of the workshop", "workshop"),
        ("Early submission", None),
        ("Abstract submission", "abstract"),
        ("Abstract registration deadline", "abstract"),
        ("Abstracts due:", "abstract"),
        ("Abstract submission (required for all papers)", "abstract"),
        ("Poster abstracts", None),
        ("Extended abstracts due", None),
        ("Abstract and paper submission", None),
        ("Abstract (and full paper) registration", None),
        ("Papers due", "submission"),
        ("Papers are due", "submission"),
        ("Regular papers, invited papers, and extended abstracts due", "submission"),
        ("Paper videos due", None),
        ("Submission of camera-ready versions", "camera_ready"),
        ("Notification of acceptance", "notification"),
        ("Workshop", "workshop"),
        ("Workshop paper submission", "submission"),
        ("Dinner", None),
    ],
)
def test_the_words_of_other_pages_are_understood(label: str, name: str | None) -> None:
    assert name_of_date(label) == name


def test_early_registration_is_imported_beside_registration(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = copy_of_site(tmp_path / "site")
    page = source.page.read_text(encoding="utf-8")
    notification = next(line for line in page.splitlines() if "otification" in line)
    added = "- Early registration: January 9, 2026\n- Registration: January 30, 2026"
    source.replace(source.page, notification, f"{notification}\n{added}")
    imported = new_folder(tmp_path / "imported")
    imports(imported, "jekyll", source.root, "2026")
    dates = imported.resolve("2026")[0].dates.named
    assert dates["early_registration"].day.date == dt.date(2026, 1, 9)
    assert dates["registration"].day.date == dt.date(2026, 1, 30)


@pytest.fixture(scope="module")
def found_on_page(dated: Workspace, edition: Edition) -> list[str]:
    """What is found on a page that gives every deadline another day."""
    page = dated.root / "page.html"
    said = "".join(
        f"<li>{kind.label}: {shown(DAYS[kind.name] + dt.timedelta(days=40))}</li>"
        for kind in DEADLINE_KINDS
    )
    page.write_text(
        f"<title>{edition.title}</title><h1>{edition.title}</h1>"
        f"<p>GenAIRecP 2026, WSDM 2026, Boise</p><ul>{said}</ul>",
        encoding="utf-8",
    )
    found = audit(dated.load(), "2026", [page]).diagnostics
    return [diagnostic.message.replace("\xa0", " ") for diagnostic in found]


@every_kind
def test_another_day_on_a_page_is_found(found_on_page: list[str], kind: DeadlineKind) -> None:
    day = DAYS[kind.name]
    said, known = shown(day + dt.timedelta(days=40)), shown(day)
    about = f"“{said}” where dates.{kind.name} is “{known}”"
    assert any(about in message for message in found_on_page), found_on_page


def test_a_date_of_abstracts_may_say_its_kind_as_those_of_other_names_do(
    workspace: Workspace,
) -> None:
    date = "{date: 2025-11-14, label: Short abstracts, kind: submission}"
    workspace.replace("editions/2026/edition.yaml", "dates:\n", f"dates:\n  abstract: {date}\n")
    abstracts = workspace.edition("2026").dates.named["abstract"]
    assert (abstracts.label, abstracts.day.date) == ("Short abstracts", dt.date(2025, 11, 14))


def test_abstracts_are_due_before_papers(workspace: Workspace) -> None:
    date = "dates:\n  abstract: 2025-12-01\n"
    workspace.replace("editions/2026/edition.yaml", "dates:\n", date)
    codes = [found.code for found in workspace.check(["2026"], dt.date(2025, 10, 1))]
    assert "deadline-order" in codes
