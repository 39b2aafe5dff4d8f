"""Works out which names a paper has in its running heads."""

from __future__ import annotations

from collections.abc import Sequence

from proposal.model.document_format import PageFormat

_CONFERENCE = 75
"""Letters of a conference's name, days and place, which stand beside the authors."""
_WIDTH_OF_LETTER = 0.47
"""The mean width of a letter in its size."""


def authors_in_heads(names: Sequence[str], own: str | None, page: PageFormat) -> str:
    """The names as data say them; empty where they are those of the first author and "et al.".

    Args:
        names: all authors.
        own: what the paper says by itself; nothing where it leaves that to acmart, which prints all
            names, also where they run into the conference.
        page: the page of the paper's format.
    """
    usual = f"{names[0]} et al." if len(names) > 1 else "".join(names)
    printed = own
    if printed is None:
        last = ", and " if len(names) > 2 else " and "
        printed = last.join(filter(None, (", ".join(names[:-1]), "".join(names[-1:]))))
        room = page.page / (page.head * _WIDTH_OF_LETTER)
        printed = printed if len(printed) + _CONFERENCE <= room else usual
    return "" if printed == usual else printed
