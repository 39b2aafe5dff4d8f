"""Our own papers, written as each system exports them, come back without a difference."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from proposal.importers.papers import read_papers
from tests.importers.bringing import written

Paper: TypeAlias = "dict[str, Any]"

PAPERS: list[Paper] = [
    {
        "id": "first-placeholder-more",
        "number": 7,
        "title": "A First Placeholder, and More",
        "authors": [
            {
                "name": "Ann van der Author",
                "affiliation": "Example University, Department (Lists)",
                "email": "ann@example.org",
            },
            {"name": "Bob Writer", "affiliation": "Example Institute", "email": "bob@example.org"},
            {"name": "Cara Scholar Jr.", "affiliation": "Example Institute"},
        ],
        "abstract": "We show something, and say “why”.\n\nThen we stop.",
    },
    {
        "id": "the-second-one",
        "number": 12,
        "title": "The Second One: Ünïcode",
        "authors": ["Dan Doe"],
        "abstract": "Text.",
    },
]
"""What the data may hold of papers, with what is hard to write in a cell."""


def people(paper: Paper) -> list[dict[str, str]]:
    return [one if isinstance(one, dict) else {"name": one} for one in paper["authors"]]


def parts(name: str) -> tuple[str, str]:
    """Given and family name, as a person types them into a form."""
    given, _, family = name.partition(" ")
    return given, family


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([headings, *rows])
    return text.getvalue()


def hotcrp_groups(paper: Paper) -> str:
    """HotCRP's full list: neighbours of one affiliation in a group; "unaffiliated" for the rest."""
    groups: list[tuple[list[str], str]] = []
    for one in people(paper):
        affiliation = one.get("affiliation", "")
        if groups and groups[-1][1] == affiliation:
            groups[-1][0].append(one["name"])
        else:
            groups.append(([one["name"]], affiliation))
    return "; ".join(
        f"{', '.join(names)}{f' ({affiliation})' if affiliation else ''}"
        for names, affiliation in groups
    )


def hotcrp_list(folder: Path) -> Path:
    rows = [
        (paper["number"], paper["title"], hotcrp_groups(paper), "Accepted", paper["abstract"])
        for paper in PAPERS
    ]
    return written(
        folder / "data.csv", table(("ID", "Title", "Authors", "Decision", "Abstract"), rows)
    )


def hotcrp_authors(folder: Path) -> Path:
    headings = ("paper", "title", "given_name", "family_name", "email", "affiliation")
    rows = [
        (paper["number"], paper["title"], *parts(one["name"]), one.get("email", ""),
         one.get("affiliation", ""))
        for paper in PAPERS
        for one in people(paper)
    ]  # fmt: skip
    return written(folder / "authors.csv", table(headings, rows))


def hotcrp_data(folder: Path) -> Path:
    papers = [
        {
            "object": "paper",
            "pid": paper["number"],
            "title": paper["title"],
            "abstract": paper["abstract"],
            "status": "accept",
            "authors": [
                {
                    "given_name": parts(one["name"])[0],
                    "family_name": parts(one["name"])[1],
                    "email": one.get("email", ""),
                    "affiliation": one.get("affiliation", ""),
                }
                for one in people(paper)
            ],
        }
        for paper in PAPERS
    ]
    return written(folder / "data.json", json.dumps(papers))


def openreview_notes(folder: Path) -> Path:
    notes = [
        {
            "id": f"note{paper['number']}",
            "forum": f"note{paper['number']}",
            "number": paper["number"],
            "content": {
                "title": {"value": paper["title"]},
                "abstract": {"value": paper["abstract"]},
                "venue": {"value": "Example Workshop 2027"},
                "authors": {
                    "value": [
                        {
                            "fullname": one["name"],
                            "username": one.get("email", "~A1"),
                            "institutions": [{"name": one.get("affiliation", "")}],
                        }
                        for one in people(paper)
                    ]
                },
            },
        }
        for paper in PAPERS
    ]
    return written(folder / "notes.json", json.dumps({"notes": notes, "count": len(notes)}))


def cmt(folder: Path) -> Path:
    headings = ("Paper ID", "Paper Title", "Abstract", "Authors", "Author Names", "Status")
    rows = [
        (
            paper["number"],
            paper["title"],
            paper["abstract"],
            "; ".join(
                f"{one['name']} ({one['affiliation']})" if "affiliation" in one else one["name"]
                for one in people(paper)
            ),
            "; ".join(f"{family}, {given}" for given, family in map(parts, names(paper))),
            "Accept",
        )
        for paper in PAPERS
    ]
    return written(folder / "cmt.csv", table(headings, rows))


def names(paper: Paper) -> list[str]:
    return [one["name"] for one in people(paper)]


def conftool(folder: Path) -> Path:
    headings = ("paperID", "authors", "organisations", "title", "abstract", "acceptance")
    rows = []
    for paper in PAPERS:
        places = list(dict.fromkeys(one.get("affiliation", "") for one in people(paper)))
        authors = "; ".join(
            f"{family}, {given}" + (f" ({places.index(place) + 1})" if place else "")
            for one in people(paper)
            for given, family in [parts(one["name"])]
            for place in [one.get("affiliation", "")]
        )
        numbered = "; ".join(f"{index}: {place}" for index, place in enumerate(places, 1) if place)
        rows.append(
            (paper["number"], authors, numbered, paper["title"], paper["abstract"], "Accepted")
        )
    return written(folder / "conftool.csv", table(headings, rows))


def easychair(folder: Path) -> Path:
    headings = ("#", "title", "authors", "decision", "notified", "reviews sent", "abstract")
    rows = [
        (paper["number"], paper["title"], " and ".join(names(paper)), "accept", "yes", "yes",
         paper["abstract"])
        for paper in PAPERS
    ]  # fmt: skip
    of_authors = (
        *("submission #", "first name", "last name", "email", "affiliation", "person #"),
        "corresponding?",
    )
    authors = [
        (paper["number"], *parts(one["name"]), one.get("email", ""), one.get("affiliation", ""),
         1, "no")
        for paper in PAPERS
        for one in people(paper)
    ]  # fmt: skip
    written(folder / "author.csv", table(of_authors, authors))
    return written(folder / "submission.csv", table(headings, rows))


def indico_abstracts(folder: Path) -> Path:
    headings = (
        *("Id", "Title", "State", "Authors", "Authors (affiliation)", "Authors (email)"),
        *("Co-Authors", "Co-Authors (affiliation)", "Co-Authors (email)", "Content"),
    )
    rows = []
    for paper in PAPERS:
        cells: list[str] = []
        for group in (people(paper)[:1], people(paper)[1:]):
            cells += [
                "; ".join(one["name"] for one in group),
                "; ".join(
                    f"{one['name']} ({one['affiliation']})" if "affiliation" in one else one["name"]
                    for one in group
                ),
                "; ".join(f"{one['name']} <{one['email']}>" for one in group if "email" in one),
            ]
        rows.append((paper["number"], paper["title"], "Accepted", *cells, paper["abstract"]))
    return written(folder / "abstracts.csv", table(headings, rows))


def pretalx(folder: Path) -> Path:
    headings = ("ID", "Proposal title", "Proposal state", "Speaker names", "Abstract")
    rows = [
        (paper["number"], paper["title"], "confirmed", "\n".join(names(paper)), paper["abstract"])
        for paper in PAPERS
    ]
    return written(folder / "sessions.csv", table(headings, rows))


def pretalx_data(folder: Path) -> Path:
    sessions = [
        {
            "ID": paper["number"],
            "Proposal title": paper["title"],
            "Proposal state": "confirmed",
            "Speaker names": names(paper),
            "Abstract": paper["abstract"],
        }
        for paper in PAPERS
    ]
    return written(folder / "sessions.json", json.dumps(sessions))


def sessionize(folder: Path) -> Path:
    headings = (
        *("Session Id", "Title", "Description", "Status", "Speaker Id", "FirstName", "LastName"),
        *("Email", "TagLine"),
    )
    rows = [
        (paper["number"], paper["title"], paper["abstract"], "Accepted", one["name"],
         *parts(one["name"]), one.get("email", ""), one.get("affiliation", ""))
        for paper in PAPERS
        for one in people(paper)
    ]  # fmt: skip
    return written(folder / "flattened.csv", table(headings, rows))


def sessionize_data(folder: Path) -> Path:
    sessions = [
        {
            "id": str(paper["number"]),
            "title": paper["title"],
            "description": paper["abstract"],
            "speakers": names(paper),
            "isServiceSession": False,
        }
        for paper in PAPERS
    ]
    speakers = [{"id": name, "fullName": name} for paper in PAPERS for name in names(paper)]
    return written(folder / "all.json", json.dumps({"sessions": sessions, "speakers": speakers}))


def csl(folder: Path) -> Path:
    items = []
    for paper in PAPERS:
        authors = [
            dict(zip(("given", "family"), parts(name), strict=True)) for name in names(paper)
        ]
        items.append(
            {
                "id": paper["id"],
                "type": "paper-conference",
                "title": paper["title"],
                "abstract": paper["abstract"],
                "author": authors,
            }
        )
    return written(folder / "papers.json", json.dumps(items))


def indico_person(one: dict[str, str], number: int) -> dict[str, Any]:
    given, family = parts(one["name"])
    return {
        "person_id": number,
        "first_name": given,
        "last_name": family,
        "affiliation": one.get("affiliation", ""),
        "email": one.get("email"),
    }


def indico_event(folder: Path) -> Path:
    contributions = [
        {
            "friendly_id": paper["number"],
            "title": paper["title"],
            "description": paper["abstract"],
            "primaryauthors": [indico_person(one, 1) for one in people(paper)[:1]],
            "coauthors": [indico_person(one, 2) for one in people(paper)[1:]],
            "speakers": [],
        }
        for paper in PAPERS
    ]
    return written(
        folder / "event.json", json.dumps({"results": [{"contributions": contributions}]})
    )


def indico_data(folder: Path) -> Path:
    abstracts = [
        {
            "friendly_id": paper["number"],
            "title": paper["title"],
            "content": paper["abstract"],
            "state": "accepted",
            "persons": [
                {**indico_person(one, 1), "author_type": "secondary" if index else "primary"}
                for index, one in enumerate(people(paper))
            ],
        }
        for paper in PAPERS
    ]
    return written(folder / "abstracts.json", json.dumps({"version": 1, "abstracts": abstracts}))


def without(*keys: str) -> list[Paper]:
    """The papers without what a system does not export of authors."""
    found = []
    for paper in PAPERS:
        authors = [
            {key: value for key, value in one.items() if key not in keys} for one in people(paper)
        ]
        bare = [one if len(one) > 1 else one["name"] for one in authors]
        found.append({**paper, "authors": bare})
    return found


def without_number(paper: Paper) -> Paper:
    return {key: value for key, value in paper.items() if key != "number"}


@pytest.mark.parametrize(
    ("export", "expected"),
    [
        (hotcrp_list, without("email")),
        (hotcrp_data, PAPERS),
        (openreview_notes, PAPERS),
        (cmt, without("email")),
        (conftool, without("email")),
        (easychair, PAPERS),
        (indico_abstracts, PAPERS),
        (indico_event, PAPERS),
        (indico_data, PAPERS),
        (pretalx, without("email", "affiliation")),
        (pretalx_data, without("email", "affiliation")),
        (sessionize, without("affiliation")),
        (sessionize_data, without("email", "affiliation")),
        (csl, [without_number(paper) for paper in without("email", "affiliation")]),
    ],
)
def test_papers_come_back_from_an_export(
    tmp_path: Path, export: Callable[[Path], Path], expected: list[Paper]
) -> None:
    papers = read_papers(export(tmp_path), "2027").papers
    found = [{key: value for key, value in paper.items() if key != "pdf"} for paper in papers]
    assert found == expected


def test_hotcrps_rows_of_authors_come_back(tmp_path: Path) -> None:
    papers = read_papers(hotcrp_authors(tmp_path), "2027").papers
    assert papers == [
        {key: value for key, value in paper.items() if key != "abstract"} for paper in PAPERS
    ]
