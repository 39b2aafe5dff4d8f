"""The pages of a paper in a volume: a single one, or the first and the last."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from proposal.model.fields import Line, refuse

_PAGE_SPAN = re.compile(r"(\w+(?:[.:]\w+)*)(?:\s*[-\u2013\u2014]{1,2}\s*(\w+(?:[.:]\w+)*))?")
"""Examples: `12-19`, `12--19`, `7`, `e12`, `3:1-3:9`."""
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = re.compile(rf"\d{{1,2}}-{_MONTH}|{_MONTH}-\d{{1,2}}", re.IGNORECASE)
"""What becomes of `1-5` in a spreadsheet: `5-Jan`, `Jan-05`."""


def _page_span(value: str) -> str:
    match = _PAGE_SPAN.fullmatch(value)
    if match is None:
        refuse("not-pages", f"`{value}` are no pages", "write the first and the last: 12-19")
    if _DAY.fullmatch(value):
        made = "a spreadsheet has made a day of the pages; write the first and the last: 1-5"
        refuse("not-pages", f"`{value}` are no pages", made)
    first, last = (part if part and part.isdecimal() else None for part in match.groups())
    if first and last and int(last) < int(first):
        whole = first[: len(first) - len(last)] + last  # 119-25 for 119-125
        hint = f"write {first}-{whole}" if int(whole) > int(first) else f"write {last}-{first}"
        refuse("not-pages", f"`{value}` ends before it begins", hint)
    return "-".join(filter(None, match.groups()))


PageSpan = Annotated[Line, AfterValidator(_page_span)]
"""The pages of a paper: the first and the last with a hyphen between them, or a single one."""
