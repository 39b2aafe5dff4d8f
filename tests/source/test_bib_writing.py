"""What is written is BibTeX to others, too: bibtexparser and this program read the same of it."""

from __future__ import annotations

from pathlib import Path

from bibtexparser.entrypoint import parse_string

from proposal.render.latex.bibliography import bibliography
from proposal.source.bib.bib_writer import bib_text, entry_of
from proposal.source.bibtex import parse_bibliography, read_bibliography

CORPUS = Path(__file__).parents[1] / "build" / "references.bib"


def test_every_field_stands_on_its_line_and_an_empty_line_between_entries() -> None:
    first = entry_of("misc", "a", {"title": "{A}", "month": "jul"})
    second = entry_of("misc", "b", {})
    assert bib_text([first, second]) == (
        "@misc{a,\n  title = {A},\n  month = jul,\n}\n\n@misc{b,\n}\n"
    )


def test_a_written_bibliography_is_read_by_others_and_read_again() -> None:
    references, _ = read_bibliography(CORPUS)
    text = bibliography(references).text
    library = parse_string(text)
    assert library.failed_blocks == []
    # Entries from which others inherit stand behind these.
    assert sorted(entry.key for entry in library.entries) == sorted(references)
    again, diagnostics = parse_bibliography(text, CORPUS)
    assert diagnostics == []
    assert {key: reference.text("title") for key, reference in again.items()} == {
        key: reference.text("title") for key, reference in references.items()
    }


def test_every_line_of_a_written_bibliography_knows_its_entry() -> None:
    references, _ = read_bibliography(CORPUS)
    written = bibliography(references)
    lines = written.text.split("\n")
    assert len(lines) == len(written.places)
    for number, line in enumerate(lines, start=1):
        if line.startswith("@"):
            key = line.partition("{")[2].rstrip(",")
        if line:
            assert written.places_of(number, number) == (references[key].span,)
