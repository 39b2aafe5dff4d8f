"""Makes a series of workshops of any length, all of whose people are placeholders."""

from __future__ import annotations

from pathlib import Path

from proposal.model.day_hints import LAST_YEAR

PEOPLE = 4
"""People of each edition, who belong to no other: 300 editions have 1,200."""

_WORKSHOP = """\
name: Workshop on Benchmarks
acronym: Bench
url: https://example.org/
current: {current}
"""
_PERSON = """\
name: Person {number:04}
affiliations:
  - {{institution: Institution {number:04}, city: Boise, state: Idaho, country: USA}}
bio: |
  Person {number:04} is a placeholder, and does what placeholders do: this biography has as many
  words as one that somebody wrote, says nothing, and ends here.
"""
_VENUE = """\
series: Conference
name: Conference of {year}
acronym: Conference {year}
start: {year}-06-01
end: {year}-06-05
city: Boise
state: Idaho
country: USA
zone: America/Boise
"""
_EDITION = """\
ordinal: {ordinal}
venue: {venue}
when: {{date: {year}-06-02, start: 9:00, end: 17:00}}
organizers: [{people}]
contact: {first}
abstract: |
  This is the abstract of the edition of {year}. It stands for one that says something.
keywords: [Benchmarks, Placeholders]
topics: [One topic, Another topic, A third topic]
speakers:
  - {{person: {first}, role: keynote, status: confirmed, title: A keynote of {year}}}
dates:
  submission: {{date: {year}-03-01, was: [{year}-02-20]}}
  notification: {year}-04-01
{documents}"""
_DOCUMENTS = """\
documents:
  camera-ready: {text: summary.md}
"""
_PROGRAM = """\
- {{start: 9:00, end: 9:10, kind: opening}}
- {{start: 9:10, end: 10:00, talk: {first}}}
- {{start: 10:00, end: 10:30, kind: papers, papers: [paper-one, paper-two]}}
"""
_PAPERS = """\
- {{id: paper-one, title: A first paper of {year}, authors: [{people}]}}
- {{id: paper-two, title: A second paper of {year}, authors: [{first}]}}
"""
_SUMMARY = """\
# Description

This is the {{ ordinal | ordinal_word | lower }} edition, on {{ when.date }}.

# Topics

{{ topics }}

# Biographies

{{ biographies }}
"""


def make_series(root: Path, editions: int, with_documents: int = 0, in_a_year: int = 1) -> None:
    """Write the data of a series.

    Args:
        root: the folder that is to hold `data/`.
        editions: how many there are; the last one is in the last year that a date may have, and
            there are 300 such years.
        with_documents: how many of the last ones have a summary as a PDF.
        in_a_year: how many there are in each year.
    """
    data = root / "data"
    _write(data / "workshop.yaml", _WORKSHOP.format(current=LAST_YEAR))
    for number in range(editions):
        years_before, before_in_year = divmod(editions - 1 - number, in_a_year)
        year = LAST_YEAR - years_before
        edition_id = f"{year}-{before_in_year + 1}" if before_in_year else f"{year}"
        people = [f"person-{index:04}" for index in range(number * PEOPLE, (number + 1) * PEOPLE)]
        for person in people:
            _write(data / f"people/{person}.yaml", _PERSON.format(number=int(person[-4:])))
        venue = f"conference-{edition_id}"
        _write(data / f"venues/{venue}.yaml", _VENUE.format(year=year))
        values = {"year": year, "venue": venue, "people": ", ".join(people), "first": people[0]}
        has_document = editions - number <= with_documents
        documents = _DOCUMENTS if has_document else ""
        folder = data / f"editions/{edition_id}"
        edition = _EDITION.format(ordinal=number + 1, documents=documents, **values)
        _write(folder / "edition.yaml", edition)
        _write(folder / "program.yaml", _PROGRAM.format(**values))
        _write(folder / "papers.yaml", _PAPERS.format(**values))
        if has_document:
            _write(folder / "summary.md", _SUMMARY)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
