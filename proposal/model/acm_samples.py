"""What acmart and its sample files print as long as nobody has filled in the true values.

The values are those of acmart's samples since 2016; a year or a conference of them in print stays
there for good.
"""

from __future__ import annotations

import re

SAMPLE_DOI = (
    r"(?<![\w.])(?:10\.\d{4}/)?(?:[nNxX]{7}\.[nNxX]{7}|10\.475/123_4|1122445\.1122456)(?!\w)"
)
"""The DOIs of the samples, as a regular expression: 10.1145/nnnnnnn.nnnnnnn, XXXXXXX.XXXXXXX."""

SAMPLE_ISBN = (
    r"(?<![\w-])(?:97[89]-x-xxxx-xxxx-x|97[89]-[\d-]*-[xX]{4}-[xX]|978-1-4503-9999-9"
    r"|123-4567-24-567)(?:/\w{2,4}/\w{2})?(?![\w-])"
)
"""The ISBNs of the samples, with year and month where they have them: 978-1-4503-XXXX-X/18/06,
978-x-xxxx-xxxx-x/YY/MM, 123-4567-24-567/08/06."""

SAMPLE_CONFERENCE = (
    r"Conference[’']17\b|Conference acronym [’']XX|(?i:WOODSTOCK\s?[’'](?:97|18))\b"
    r"|Conference acronym\b"
)
"""The conferences of the samples: Conference'17, WOODSTOCK'97, Conference acronym 'XX."""

_NUMBER = re.compile(rf"{SAMPLE_DOI}|{SAMPLE_ISBN}|YY/MM")
"""`10.1145/nnnnnnn.nnnnnnn`"""
_CONFERENCE = re.compile(SAMPLE_CONFERENCE, re.IGNORECASE)
"""`Conference acronym 'XX`"""


def is_sample_number(text: str) -> bool:
    """Whether a DOI or an ISBN is one of acmart's samples, for authors to replace."""
    return _NUMBER.search(text) is not None


def is_sample_conference(text: str) -> bool:
    """Whether a conference's short name is that of one of acmart's samples."""
    return _CONFERENCE.match(text.strip()) is not None
