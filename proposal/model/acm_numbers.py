"""Whether a DOI and an ISBN of ACM can belong together.

The first number of `10.1145/3637528.3671486` is that of the proceedings. ACM counts them upward,
so that the proceedings of one conference, year by year, tell when a number was given out.
"""

from __future__ import annotations

import re

_PROCEEDINGS: tuple[tuple[int, int], ...] = (
    (1835804, 2010),
    (2020408, 2011),
    (2339530, 2012),
    (2487575, 2013),
    (2623330, 2014),
    (2783258, 2015),
    (2939672, 2016),
    (3097983, 2017),
    (3219819, 2018),
    (3292500, 2019),
    (3394486, 2020),
    (3447548, 2021),
    (3534678, 2022),
    (3580305, 2023),
    (3637528, 2024),
    (3690624, 2025),
)
"""The numbers of the proceedings of KDD, and their years, from the papers' DOIs."""

ACM_PREFIX = "10.1145/"
"""The beginning of ACM's own DOIs."""

_LEEWAY = 1
"""Years that a number may be given out before or after, as for a conference in January."""
_DOI = re.compile(r"10\.1145/(?P<proceedings>\d{7})(?:\.(?P<paper>\d{7}))?")
"""`10.1145/3637528.3671486`"""
_ISSUE = re.compile(r"/(?:\d\d)?(?P<year>\d\d)/\d\d$")
"""Year and month behind an ISBN of ACM: `979-8-4007-0490-1/24/08`."""
_ISBN_IN_DOI = re.compile(r"/(97[89][-\d]{10,14}[\dX])")
"""`10.1145/978-1-4503-0000-1`"""


def contradiction(doi: str, isbn: str) -> str | None:
    """Why a DOI and an ISBN line, such as `979-8-4007-0490-1/24/08`, are not of one paper."""
    book = isbn.partition("/")[0]
    inside = _ISBN_IN_DOI.search(doi)
    if inside and inside[1].replace("-", "") != book.replace("-", ""):
        return f"the DOI {doi} names the ISBN {inside[1]}, not {book}"
    match, issue = _DOI.fullmatch(doi), _ISSUE.search(isbn)
    if match is None:
        return None
    if match["paper"] is None:
        return f"the DOI {doi} is that of whole proceedings; a paper's has two numbers"
    number = int(match["proceedings"])
    if issue is None or number < _PROCEEDINGS[0][0]:
        return None
    year = 2000 + int(issue["year"])
    before = max(given for first, given in _PROCEEDINGS if first <= number)
    after = min((given for first, given in _PROCEEDINGS if first > number), default=year)
    if before - _LEEWAY <= year <= after + _LEEWAY:
        return None
    when = f"{before}" if before == after else f"{before} or {max(before, after)}"
    when = f"{before} or later" if number >= _PROCEEDINGS[-1][0] else when
    return f"the DOI {doi} was given out in {when}; the ISBN line {isbn} is of {year}"
