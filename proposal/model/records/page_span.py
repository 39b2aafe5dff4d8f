"""The pages of a paper in a volume: a single one, or the first and the last."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator

from proposal.model.day_hints import DAY_ZERO
from proposal.model.fields import Line, refuse

_PAGE_SPAN = re.compile(r"(\w+(?:[.:]\w+)*)(?:\s*[-\u2013\u2014]{1,2}\s*(\w+(?:[.:]\w+)*))?")
"""Examples: `12-19`, `12--19`, `7`, `e12`, `3:1-3:9`."""
_MONTH = (
    r"(?:jan|fe[bv]|m[aä]r|apr|avr|ma[iy]|jun|jui|jul|aug|ag[ot]|ao[uû]|sep|set|o[ck]t|out|nov"
    r"|de[cz]|d[ié]c|ene|gen|mag|giu|lug)[^\W\d_]*\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = re.compile(
    rf"\d{{1,2}}[.\s-]{{1,2}}{_MONTH}(?:[\s-]?(?:{_YEAR}|\d\d))?|{_MONTH}[\s-]\d{{1,2}}"
    rf"|\d{{1,2}}([./-])\d{{1,2}}\1{_YEAR}|{_YEAR}-\d\d-\d\d(?:[\sT]00:00.*)?",
    re.IGNORECASE,
)
"""What becomes of `1-5` in a spreadsheet: `5-Jan`, `Jan-05`, `5. Mai`, `05.01.2026`, `1/5/2026`."""


_SERIALS = range(36526, 54789)
"""The numbers by which spreadsheets keep the days of the years 2000 to 2049."""


def day_of_number(text: str) -> dt.date | None:
    """The day that a spreadsheet keeps as a number: 2025-01-01 of `45658`; nothing if none is."""
    number = int(text) if re.fullmatch(r"[1-9]\d{4}", text) else 0
    return DAY_ZERO + dt.timedelta(days=number) if number in _SERIALS else None


def _page_span(value: str) -> str:
    if _DAY.fullmatch(value):
        made = "a spreadsheet has made a day of the pages; write the first and the last: 1-5"
        refuse("not-pages", f"`{value}` are no pages", made)
    match = _PAGE_SPAN.fullmatch(value)
    if match is None:
        refuse("not-pages", f"`{value}` are no pages", "write the first and the last: 12-19")
    first, last = (part if part and part.isdecimal() else None for part in match.groups())
    if first and last and int(last) < int(first):
        whole = first[: len(first) - len(last)] + last  # 119-25 for 119-125
        hint = f"write {first}-{whole}" if int(whole) > int(first) else f"write {last}-{first}"
        refuse("not-pages", f"`{value}` ends before it begins", hint)
    ends = filter(None, match.groups())
    return "-".join(dict.fromkeys(ends))


PageSpan = Annotated[Line, AfterValidator(_page_span)]
"""The pages of a paper: the first and the last with a hyphen between them, or a single one."""
