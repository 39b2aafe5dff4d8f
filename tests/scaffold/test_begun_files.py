"""The files that `init` writes: one key a line, comments with examples, schemas for editors."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import jsonschema
import pytest

from proposal.delivery import deliver
from proposal.diagnostics import has_errors
from proposal.project import load
from proposal.scaffold.new_series import default_answers, new_series
from proposal.scaffold.next_edition import next_edition
from tests.model.editor import as_an_editor_reads

TODAY = dt.date(2026, 3, 1)
EDITION = "data/editions/2027/edition.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    deliver(new_series(tmp_path, default_answers(TODAY), TODAY))
    return tmp_path


def data_files(root: Path) -> list[Path]:
    return sorted((root / "data").rglob("*.yaml"))


def test_no_file_has_a_record_or_a_list_on_one_line(root: Path) -> None:
    assert len(data_files(root)) == 6
    for file in data_files(root):
        written = [line for line in file.read_text().splitlines() if not line.startswith("#")]
        assert [line for line in written if re.search(r"[{\[](?!\])", line)] == []


def test_editors_find_a_schema_and_nothing_wrong(root: Path) -> None:
    assert len(data_files(root)) == 6
    for file in data_files(root):
        text = file.read_text()
        found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert found is not None, file
        schema = json.loads((file.parent / found[1]).read_text())
        jsonschema.validate(as_an_editor_reads(text), schema)


def example(text: str, first: str, last: str) -> str:
    """The lines of a comment from one to another, without its signs."""
    lines = text.splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith(f"# {first}"))
    end = next(
        number for number in range(begin, len(lines)) if lines[number].startswith(f"# {last}")
    )
    return "\n".join(line.removeprefix("# ") for line in lines[begin : end + 1])


def test_the_examples_in_the_comments_hold(root: Path) -> None:
    edition, person = root / EDITION, root / "data/people/your-name.yaml"
    text = edition.read_text()
    more = example(text, "room:", "    url: https")
    speakers = example(text, "  - person:", "    title:")
    committee = example(text, "  - Ada Lovelace", "  - Ada Lovelace")
    text = text.replace("speakers: []", f"speakers:\n{speakers}")
    text = text.replace("committee: []", f"committee:\n{committee}")
    edition.write_text(f"{text}\n{more}\n")
    links = example(person.read_text(), "links:", "  orcid:")
    (root / "data/people/ada-lovelace.yaml").write_text(f"{person.read_text()}\n{links}\n")
    program = edition.with_name("program.yaml").read_text()
    slots = example(program, "- start: 9:10", "  papers:")
    edition.with_name("program.yaml").write_text(f"{slots}\n")
    papers = edition.with_name("papers.yaml")
    papers.write_text(example(papers.read_text(), "- id:", "    - Charles") + "\n")
    venue = next((root / "data/venues").iterdir())
    venue.write_text(venue.read_text() + example(venue.read_text(), "site:", "url:") + "\n")
    series = root / "data/workshop.yaml"
    series.write_text(series.read_text() + example(series.read_text(), "url:", "accent:") + "\n")
    project = load(root)
    assert not has_errors([*project.data.diagnostics, *project.unresolved["2027"]])
    edition_read = project.data.editions["2027"].edition
    assert [speaker.title for speaker in edition_read.speakers] == ["Engines: A Talk"]
    assert edition_read.submissions.pages is not None
    assert [paper.title for paper in project.data.editions["2027"].papers] == ["Engines: A Paper"]


def test_the_examples_of_days_dates_and_sessions_at_one_time_hold(root: Path) -> None:
    edition = root / EDITION
    text = edition.read_text()
    days = example(text, "  - {date: 2027-07-01", "  - {date: 2027-07-02")
    challenge = example(text, "  challenge:", "  challenge:")
    head, _, tail = text.partition("when:\n  date:")
    behind = tail[tail.index("\n# The ids") :]
    changed = f"{head}when:\n{days}\n{behind}".replace("\ndates:\n", f"\ndates:\n{challenge}\n")
    edition.write_text(changed)
    program = edition.with_name("program.yaml")
    slot = example(program.read_text(), "- start: 14:00", "  chair:") + "\n  day: 1"
    beside = slot.replace("track: A", "track: B").replace("Room 1", "Room 2")
    program.write_text(f"{slot}\n{beside}\n")
    project = load(root)
    found = [*project.data.diagnostics, *project.unresolved["2027"]]
    assert not has_errors(found), found
    made = project.editions["2027"]
    assert len(made.when.days) == 2
    assert "challenge" in made.dates.named
    assert [slot.place for slot in made.schedule] == ["Track A, Room 1", "Track B, Room 2"]


def test_the_next_edition_keeps_the_lines_for_editors(root: Path) -> None:
    start = next_edition(load(root), "2028", "2027", "your-conference-2028")
    texts = {
        file.name: content.decode()
        for file, content in start.files.items()
        if file.suffix == ".yaml"
    }
    for name in ("edition.yaml", "program.yaml", "papers.yaml", "your-conference-2028.yaml"):
        assert texts[name].startswith("# yaml-language-server: $schema=../"), name
    assert "- start: 09:00\n  end: 09:10\n" in texts["program.yaml"]
    assert "  submission: {date: 2028-" in texts["edition.yaml"]
    assert texts["edition.yaml"].count("# Keynotes, talks and panelists.") <= 1
