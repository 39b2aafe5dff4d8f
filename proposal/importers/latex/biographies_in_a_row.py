"""Parts a paragraph that holds the biographies of several people, one behind the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from proposal.importers.draft import DraftPerson
from proposal.importers.latex.biography_heads import PUNCTUATION, VERB, person_of
from proposal.importers.latex.paper_tree import (
    Emphasis,
    Hyperlink,
    Inline,
    LineBreak,
    TypedText,
    plain,
    trimmed,
)
from proposal.model.name_comparison import may_be_same

_LONGEST_BESIDE = 120
"""Characters that may stand between a name and its verb: `, a professor at X, is`."""
_SENTENCE_ENDS = re.compile(r"[.!?][)”\"]?\s+$")
"""An example: the end of `She likes names. `"""


def at_names(
    spans: Sequence[Inline], people: Sequence[DraftPerson], within: Sequence[DraftPerson]
) -> Iterator[tuple[Inline, ...]]:
    """A paragraph, parted where somebody's biography begins.

    Args:
        spans: the paragraph.
        people: in whose biographies a line may begin with the name in bold.
        within: whose biographies may begin with any sentence; their names begin no block.
    """
    start = 0
    pieces = list(_parted(spans, within)) if within else list(spans)
    for index, span in enumerate(pieces):
        following = trimmed(pieces[index + 1 :])
        is_line = isinstance(span, LineBreak) and _names_in_bold(following, people)
        if is_line or (index >= start and _is_before(span, pieces[index + 1 :], within)):
            yield trimmed(pieces[start : index if is_line else index + 1])
            start = index + 1
    yield trimmed(pieces[start:])


def _names_in_bold(spans: Sequence[Inline], people: Sequence[DraftPerson]) -> bool:
    is_marked = bool(spans) and isinstance(spans[0], Emphasis | Hyperlink)
    return is_marked and person_of(plain(spans[:1]), people) is not None


def _parted(spans: Sequence[Inline], within: Sequence[DraftPerson]) -> Iterator[Inline]:
    """Spans, with texts parted before sentences that begin with somebody's name."""
    names = "|".join(re.escape(person.name) for person in within)
    begins = re.compile(rf"(?<=[.!?)”])\s+(?=(?:(?:Prof|Dr)\.?\s+)*(?:{names})\b)")
    for span in spans:
        if isinstance(span, TypedText):
            ends = [match.end() for match in begins.finditer(span.text)]
            edges = [0, *ends, len(span.text)]
            yield from (
                TypedText(span.text[left:right]) for left, right in pairwise(edges) if left < right
            )
        else:
            yield span


def _is_before(span: Inline, behind: Sequence[Inline], within: Sequence[DraftPerson]) -> bool:
    """Whether a sentence ends with a span, and the next one says who one of the people is."""
    ends = isinstance(span, TypedText) and _SENTENCE_ENDS.search(span.text) is not None
    if not ends or not behind:
        return False
    if _names_in_bold(behind, within):
        said = plain(behind[:1]).strip(PUNCTUATION)
        return any(may_be_same(person.name, said) for person in within)
    text = plain(behind)
    return any(
        (verb := VERB.search(text[end : end + _LONGEST_BESIDE])) is not None
        and _stands_beside(text[end : end + verb.start()])
        for person in within
        if (end := _end_of_name(text, person.name)) > 0
    )


def _end_of_name(text: str, name: str) -> int:
    """Where a name ends with which a text begins; 0 if it does not."""
    found = re.match(rf"(?:(?:Prof|Dr)\.?\s+)*{re.escape(name)}\b", text)
    return found.end() if found else 0


def _stands_beside(text: str) -> bool:
    """Whether what is between a name and its verb tells of the person: `, a professor, `."""
    beside = re.fullmatch(r"\s*(?:\([^()]*\)|,[^.;:]*,)?\s*", text)
    return beside is not None
