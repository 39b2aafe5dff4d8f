"""Rows of one person: what is fuller stays, whichever row has it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from proposal.importers.draft import Draft, Record
from proposal.importers.people import read_people
from proposal.importers.written_posts import fuller_post, is_same_post, post_of_cell
from tests.importers.bringing import imports, written
from tests.workspace import Workspace


def draft_of(tmp_path: Path, *rows: str) -> Draft:
    text = "Name,E-mail,Affiliation,Country,Bio,ORCID,Home page,Title\n" + "\n".join(rows)
    return read_people(written(tmp_path / "form.csv", text), "2027")


FULLER = (
    'Ann Quincy Author,ann@example.org,"Example College, Vienna, Austria",,One two three four.,'
    "0000-0002-1825-0097,https://example.org/~ann,Prof."
)
POORER = (
    "Ann Author,ann@example.org,Example College,,One two.,,https://example.org/,Dr.",
    "A. Author,ANN@example.org,,Austria,,,,",
)


@pytest.mark.parametrize("rows", list(permutations((FULLER, *POORER))))
def test_a_poorer_row_takes_nothing_in_any_order(tmp_path: Path, rows: tuple[str, ...]) -> None:
    (person,) = draft_of(tmp_path, *rows).people
    assert (person.name, person.honorific) == ("Ann Quincy Author", "Prof.")
    place = {"city": "Vienna", "country": "Austria"}
    assert person.affiliations == [{"institution": "Example College", **place}]
    assert person.biography == "One two three four."
    assert (person.orcid, person.homepage) == ("0000-0002-1825-0097", "https://example.org/~ann")


def test_a_biography_that_stays_is_reported(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, FULLER, "Ann Author,ann@example.org,,,Something else.,,,")
    (diagnostic,) = draft.diagnostics
    assert diagnostic.message == (
        "Ann Author stands in row 2, too; this row is used; the biography of row 2 is longer and "
        "stays (column Name)"
    )


def test_two_people_with_one_address_stay_two(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path, "Ann Author,chairs@example.org,,,,,,", "Bob Builder,chairs@example.org,,,,,,"
    )
    assert [person.name for person in draft.people] == ["Ann Author", "Bob Builder"]
    assert [one.code for one in draft.diagnostics] == ["namesakes"]


def test_somebody_who_is_called_otherwise_now_stays_one(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path, "Ann Longfamily,ann@example.org,,,,,,", "Ann Short,ann@example.org,,,,,,"
    )
    assert [person.name for person in draft.people] == ["Ann Short"]
    assert "the person is called Ann Longfamily there" in draft.diagnostics[0].message


@pytest.mark.parametrize(
    ("cell", "post"),
    [
        ("Example College", {"institution": "Example College"}),
        (
            "Example College, Vienna, Austria",
            {"institution": "Example College", "city": "Vienna", "country": "Austria"},
        ),
        ("Uni D, Lab", {"institution": "Uni D, Lab"}),
        (
            "Lab 1, Example University, Rome, Italy",
            {
                "institution": "Example University",
                "department": "Lab 1",
                "city": "Rome",
                "country": "Italy",
            },
        ),
        (
            "Box 1, Example University, Rome, Italy",
            {"institution": "Box 1, Example University, Rome, Italy"},
        ),
    ],
)
def test_a_cell_is_taken_apart_if_no_word_is_lost(cell: str, post: Record) -> None:
    assert post_of_cell(cell) == post


def test_posts_in_two_places_are_not_mixed() -> None:
    one: Record = {"institution": "Example College", "city": "Vienna", "country": "Austria"}
    other: Record = {"institution": "Example College", "city": "Rome", "country": "Italy"}
    assert is_same_post(one, other)
    assert fuller_post(one, other) == other
    assert not is_same_post(one, {"institution": "Sample College"})


def test_a_poorer_affiliation_adds_no_post_to_a_known_person(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = workspace.data / "people" / "ann-author.yaml"
    written(
        file,
        "name: Ann Author\nemail: ann@example.org\naffiliations:\n"
        '  - {institution: "Example College, Vienna, Austria", since: 2020-01-01}\n',
    )
    before = file.read_text(encoding="utf-8")
    imports(
        workspace,
        "people",
        written(tmp_path / "form.csv", "Name,E-mail,Affiliation\nAnn Author,,Example College\n"),
    )
    assert file.read_text(encoding="utf-8") == before
