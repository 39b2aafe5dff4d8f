"""A first workshop in Portuguese: what pages leave out or write otherwise is no difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.audit.run_audit import audit
from proposal.project import load
from tests.audit.with_data.conftest import messages_of
from tests.audit.with_data.small_workshops import FIRST, made_of
from tests.workspace import Workspace

EDITION = "editions/2027/edition.yaml"
COMMITTEE = """\
committee:
  - {name: Finn Trial, affiliation: Trial University}
  - {name: Gwen Proof, affiliation: Proof Institute}
  - {name: Hugo Essay, affiliation: TBD}
"""


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workshop with what was made of it, which nobody changes."""
    return made_of(FIRST, tmp_path_factory.mktemp("first"))


def said_of(workspace: Workspace, file: Path, text: str) -> list[str]:
    file.write_text(text, encoding="utf-8")
    return messages_of(audit(load(workspace.root), "2027", [file]).diagnostics)


def call_of(workspace: Workspace) -> str:
    text = (workspace.root / "build/2027/cfp.txt").read_text(encoding="utf-8")
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_hours_of_single_papers_within_a_session_are_those_of_the_session(
    first: Workspace, tmp_path: Path
) -> None:
    rows = "10:00–10:30 Counting Plain Samples\n10:30–11:00 Weighing Round Stones\n"
    assert said_of(first, tmp_path / "call.txt", f"{call_of(first)}\n{rows}") == []
    late = rows.replace("10:30–11:00", "12:30–13:00")
    messages = said_of(first, tmp_path / "call.txt", f"{call_of(first)}\n{late}")
    assert [message for message in messages if "“12:30–13:00” where schedule." in message]


@pytest.mark.parametrize("hours", ["13:00–13:30", "13:15–13:30"])
def test_the_number_of_a_talk_and_its_title_may_stand_in_cells_of_their_own(
    first: Workspace, tmp_path: Path, hours: str
) -> None:
    table = (
        f"<table><tr><td>{hours}</td><td>Contributed Talk</td>"
        "<td>Sorting Small Samples</td></tr></table>"
    )
    page = (first.root / "build/site/index.html").read_text(encoding="utf-8")
    messages = said_of(first, tmp_path / "index.html", page.replace("</main>", f"{table}</main>"))
    wrong = "“13:15–13:30” where schedule.13:00.hours is “13:00–13:30”"
    assert bool([message for message in messages if wrong in message]) == (hours != "13:00–13:30")


def test_a_first_workshop_need_not_say_that_it_is_the_first(
    first: Workspace, tmp_path: Path
) -> None:
    text = call_of(first)
    assert "I Oficina de Amostras" in text
    assert said_of(first, tmp_path / "a.txt", text.replace("I Oficina", "Oficina")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("8 de junho de 2027", "dia a anunciar"),
        (", TBD", ""),
    ],
)
def test_what_is_not_known_yet_may_be_missing(tmp_path: Path, old: str, new: str) -> None:
    edition = FIRST[EDITION].replace("end: 17:00}", "end: 17:00, tentative: true}")
    workspace = made_of({**FIRST, EDITION: edition + COMMITTEE}, tmp_path / "data")
    text = call_of(workspace)
    assert old in text
    messages = said_of(workspace, tmp_path / "call.txt", text.replace(old, new))
    assert [message for message in messages if message.startswith("missing-fact")] == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Extensão: 2 a 8 páginas.", "Trabalhos com até 8 páginas.", ""),
        (
            "Extensão: 2 a 8 páginas.",
            "Trabalhos com até 9 páginas.",
            "“9 páginas” where submissions.pages is “2 a 8”",
        ),
        ("Extensão: 2 a 8 páginas.", "Artículos de 8 páginas como máximo.", ""),
        (
            "Extensão: 2 a 8 páginas.",
            "Artículos: 9 páginas como máximo.",
            "“9 páginas” where submissions.pages is “2 a 8”",
        ),
        ("duplo-cega", "doble ciego", ""),
        ("duplo-cega", "simples-cega", "“simples-cega” where submissions.review is"),
        ("R$ 100", "R$ 110", "“R$ 110” where fees.estudantes.amount is “R$ 100”"),
        ("R$ 200", "R$200,00", ""),
    ],
)
def test_terms_in_portuguese_and_spanish_are_compared(
    first: Workspace, tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = call_of(first)
    assert old in text
    messages = said_of(first, tmp_path / "call.txt", text.replace(old, new))
    assert bool(messages) == bool(said), messages
    assert all(said in message for message in messages[:1])


@pytest.mark.parametrize("place", ["remote", "online, by video"])
def test_an_institution_may_be_followed_by_how_somebody_takes_part_and_a_title(
    first: Workspace, tmp_path: Path, place: str
) -> None:
    line = f"* Eva Model, Institute of Tests ({place}): Medir sem régua"
    text = call_of(first).replace("* Eva Model, Model Company\n  Medir sem régua", line)
    assert line in text
    messages = said_of(first, tmp_path / "call.txt", text)
    assert [message for message in messages if "“Institute of Tests” where speakers." in message]
    right = text.replace("Institute of Tests", "Model Company")
    assert said_of(first, tmp_path / "call.txt", right) == []


UNKNOWN = """\
series: EXC
name: 12th Conference on Examples
acronym: EXC '27
start: 2027-06-07
end: 2027-06-11
city: To be announced
country: To be announced
zone: UTC
tentative: true
"""


@pytest.mark.parametrize(
    ("venue", "is_known"),
    [(UNKNOWN, False), (UNKNOWN.replace("zone: UTC", "zone: Europe/Lisbon"), True)],
)
def test_a_page_may_name_the_zone_of_a_place_that_the_data_do_not_know(
    tmp_path: Path, venue: str, is_known: bool
) -> None:
    workspace = made_of({**FIRST, "venues/place.yaml": venue}, tmp_path / "data")
    rows = "Time (HST)\n09:15–10:00 Eva Model\n10:00–12:00 Session 1\n"
    messages = said_of(workspace, tmp_path / "call.txt", f"{call_of(workspace)}\n{rows}")
    event = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:OAC 2027 workshop\n"
        "DTSTART;TZID=Pacific/Honolulu:20270608T090000\n"
        "DTEND;TZID=Pacific/Honolulu:20270608T170000\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    messages += said_of(workspace, tmp_path / "dates.ics", event)
    messages = [message for message in messages if message.startswith("different-fact")]
    assert len(messages) == (2 if is_known else 0), messages


SERIES = """\
- {id: one, title: "Placeholder for Papers #0087-01", authors: [ada-placeholder]}
- {id: two, title: "Placeholder for Papers #0087-02", authors: [ben-sample]}
- {id: three, title: Measuring GPT-4 on Samples, authors: [ben-sample]}
"""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Placeholder for Papers #0712-01", ""),
        ("Measuring GPT-4 on Samples\n\nMeasuring GPT-3 on Samples", ""),
        ("Measuring GPT-3 on Samples", "“Measuring GPT-3 on Samples” where papers.three.title"),
    ],
)
def test_titles_with_other_numbers_are_those_of_other_parts(
    tmp_path: Path, line: str, said: str
) -> None:
    name = "editions/2027/papers.yaml"
    program = FIRST["editions/2027/program.yaml"].replace("counting, weighing", "one, two")
    files = {**FIRST, name: SERIES, "editions/2027/program.yaml": program}
    workspace = made_of(files, tmp_path / "data")
    text = f"{call_of(workspace)}\nPlaceholder for Papers #0087-01\n\n{line}\n"
    messages = said_of(workspace, tmp_path / "call.txt", text)
    messages = [message for message in messages if message.startswith("different-fact")]
    assert bool(messages) == bool(said), messages
    assert all(said in message for message in messages)


TERMS = {
    "venues/place.yaml": FIRST["venues/place.yaml"] + "address: Example Street 12\n",
    "editions/2027/edition.yaml": FIRST[EDITION]
    .replace("pages: 2-8,", "pages: 2-8, excludes: [referências], published: ACM DL,")
    .replace("dates:\n", "dates:\n  early_registration: 2027-05-01\n"),
}


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workshop with an address, a place of publication and a reduced fee."""
    return made_of({**FIRST, **TERMS}, tmp_path_factory.mktemp("terms"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Accepted papers will be published by the ACM.", ""),
        ("Accepted papers will be published by IEEE.", "published by IEEE” where submissions."),
        ("Papers of 2-8 pages, excluding references.", ""),
        ("Papers of 2-8 pages (plus unlimited references).", ""),
        ("Papers of 2-8 pages, with unlimited pages for references.", ""),
        (
            "Papers of 2-8 pages, including references.",
            "“2-8 pages, including references”, while the data do not count references",
        ),
        ("Frühtarif bis 1. Mai 2027", ""),
        ("Frühtarif bis 8. Mai 2027", "“8. Mai 2027” where dates.early_registration is"),
        ("Inscrição antecipada até 8 de maio de 2027", "where dates.early_registration is"),
        ("Inscripción anticipada: 8 de mayo de 2027", "where dates.early_registration is"),
        ("Venue: Example Street 12, Lisbon, Portugal", ""),
        (
            "Venue: Example Street 21, Lisbon, Portugal",
            "“Example Street 21” where venue.address is “Example Street 12”",
        ),
    ],
)
def test_terms_in_other_words_are_compared(
    terms: Workspace, tmp_path: Path, line: str, said: str
) -> None:
    text = call_of(terms).replace("Example Street 12", "")
    messages = said_of(terms, tmp_path / "call.txt", f"{text}\n{line}\n")
    messages = [message for message in messages if message.startswith("different-fact")]
    assert bool(messages) == bool(said), messages
    assert all(said in message for message in messages)


@pytest.mark.parametrize(
    ("policy", "line", "said"),
    [
        ("", "Papers of 2-8 pages, including references.", ""),
        ("", "Papers of 2-8 pages, excluding references.", "while the data leave out no ref"),
        (", policy: References are free", "Papers of 2-8 pages, excluding references.", ""),
    ],
)
def test_references_that_the_data_do_not_leave_out_are_counted(
    tmp_path: Path, policy: str, line: str, said: str
) -> None:
    edition = FIRST[EDITION].replace("review: double-blind", f"review: double-blind{policy}")
    workspace = made_of({**FIRST, EDITION: edition}, tmp_path / "data")
    messages = said_of(workspace, tmp_path / "call.txt", f"{call_of(workspace)}\n{line}\n")
    assert bool(messages) == bool(said), messages
    assert all(said in message for message in messages)
