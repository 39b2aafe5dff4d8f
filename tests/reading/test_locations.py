"""A message names the other place of a contradiction as briefly as it can be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.diagnostics import Span
from proposal.reading.locations import Location


@pytest.mark.parametrize(
    ("file", "page", "other", "named"),
    [
        ("/srv/site/2027/index.html", None, "/srv/site/2027/program.html", "index.html:3"),
        ("/srv/site/2027/index.html", None, "/srv/site/call.txt", "2027/index.html:3"),
        ("/srv/site/2027/index.html", None, "/srv/site/2027/index.html", "line 3"),
        ("/srv/site/2027/paper.pdf", 2, "/srv/site/2027/index.html", "paper.pdf, page 2"),
        ("/srv/site/index.html", None, "/home/ada/call.txt", "/srv/site/index.html:3"),
        ("here/index.html", None, "here/call.txt", "here/index.html:3"),
        ("index.html", None, "/srv/site/call.txt", "index.html:3"),
    ],
)
def test_the_other_place_is_named_from_the_folder_of_both(
    file: str, page: int | None, other: str, named: str
) -> None:
    here = Location(Span(Path(other), 1, 1, 1))
    assert Location(Span(Path(file), 3, 1, 1), page).seen_from(here) == named
