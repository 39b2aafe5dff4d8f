"""Small websites of made-up workshops, in the markup that organizers use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from proposal.importers.draft import Draft, DraftPerson, Record
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.bringing import written

HEAD = """---
title: "Third Workshop on Structured Proposals (WSP 2026)"
excerpt: "June 26, 2026<br>Lyon, France<br>Held in conjunction with SIGIR 2026"
---
# Overview

Placeholder sentence about the aims.

"""
ORGANIZERS = "# Organizers\n\n* Ann Author, University of Testing\n\n"


def site(root: Path, files: dict[str, str]) -> Path:
    """A site's folder with some files."""
    for name, text in files.items():
        written(root / name, text)
    return root


def page_with(root: Path, body: str) -> Draft:
    """What is read of a home page with a usual head and some text below it."""
    return read_site_edition(site(root / "site", {"index.md": HEAD + body}), "2026")


HTML_HEAD = (
    "<h1>Third Workshop on Structured Proposals (WSP 2026)</h1>\n"
    "<p>June 26, 2026, Lyon, France. Co-located with SIGIR 2026</p>\n"
)


def html_with(root: Path, body: str, head: str = HTML_HEAD) -> Draft:
    """What is read of a built page with a usual head and some markup below it."""
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>WSP 2026</title></head><body>'
        f"{head}{body}</body></html>"
    )
    return read_site_edition(site(root / "site", {"index.html": page}), "2026")


def organizers(draft: Draft) -> dict[str, str]:
    """The organizers by name, each with the institution."""
    listed = draft.edition.get("organizers", [])
    assert isinstance(listed, list)
    people = [one["person"] if isinstance(one, dict) else one for one in listed]
    return {person.name: institution_of(person) for person in people}


def institution_of(person: DraftPerson) -> str:
    """The first institution of somebody; empty if there is none."""
    return str(person.affiliations[0]["institution"]) if person.affiliations else ""


def papers(draft: Draft) -> dict[str, list[Any]]:
    """The authors of the papers by title."""
    return {str(paper["title"]): names_of(paper) for paper in draft.papers}


def names_of(paper: Record) -> list[Any]:
    """The names of a paper's authors."""
    authors = paper["authors"]
    assert isinstance(authors, list)
    return [one["name"] if isinstance(one, dict) else one for one in authors]


def speakers(draft: Draft) -> dict[str, Any]:
    """The titles of talks by speakers."""
    listed = draft.edition.get("speakers", [])
    assert isinstance(listed, list)
    return {one["person"].name: one.get("title") for one in listed}


def codes(draft: Draft) -> set[str]:
    """The codes of what is said of a site."""
    return {diagnostic.code for diagnostic in draft.diagnostics}


def hours(draft: Draft) -> list[tuple[object, object]]:
    """From when to when the slots last."""
    return [(slot["start"], slot["end"]) for slot in draft.program]
