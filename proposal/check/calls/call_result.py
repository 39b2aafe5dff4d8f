"""What is told of a call: each demand with its answer; light, so that it is told again at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from proposal.diagnostics import Span
from proposal.diagnostics.stored import placed, span_at

PAGES = "pages"
"""The name under which the limit of pages is answered."""
WORDS = "words"
"""The name under which the limit of words is answered."""
PART = "part"
"""The name under which the limit of a part is answered."""
ORDER = "order"
"""The name under which the order of the sections is answered."""
SETTING = "setting"
"""The name under which the format of the pages is answered, if it is another one."""
COUNTED = frozenset({PAGES, WORDS, PART})
"""What only a finished PDF can answer, by a number."""


class CallAnswer(Struct, frozen=True):
    """A demand, and what a document says to it."""

    document: str
    demand: str
    """A name of the vocabulary (`proposal.model.demand_names.DEMANDS`), or one of those above."""
    label: str
    """The demand as tables print it."""
    source: str
    """The call that demands it: "WSDM 2022's call"."""
    says: str | None
    """What that call says of it."""
    is_met: bool
    """Whether the data answer it and, if the PDF is built, it was found there."""
    by: str
    """What answers it: the heading of a section, or the name of a fact; empty if nothing does."""
    is_section: bool
    page: int | None
    """Where it stands in the PDF, counted from 1."""
    is_built: bool
    """Whether there is a PDF that can be read."""
    missing: str = ""
    """What is missing; empty if the demand is met."""
    hint: str = ""
    """What to type."""
    span: Span | None = None

    @property
    def is_proved(self) -> bool:
        """Whether the PDF was read back, and the answer found in it."""
        return self.is_met and self.is_built

    @property
    def is_unproved(self) -> bool:
        """Whether the data answer the demand, and the PDF does not."""
        return not self.is_met and bool(self.by)


class Called(Struct, frozen=True):
    """What a call demands of one document of an edition, and what that says to it."""

    edition_id: str
    document: str
    source: str
    """The call: "WSDM 2022's call"."""
    is_own: bool
    """Whether it is the host conference's own call, and not the latest known one."""
    partial: bool
    """Whether it may ask for more than this."""
    form: Sequence[str]
    """Format, kind of file and limits, as the call has them."""
    on_acceptance: Sequence[str]
    """What is asked of workshops that are accepted."""
    answers: Sequence[CallAnswer]


def written_calls(calls: Sequence[Called], root: Path) -> list[dict[str, Any]]:
    """Calls as JSON, with places told from the workshop's folder on."""

    def answer(answer: CallAnswer) -> dict[str, Any]:
        return asdict(answer) | {"span": placed(answer.span, root)}

    return [
        asdict(called) | {"answers": [answer(answered) for answered in called.answers]}
        for called in calls
    ]


def read_calls(written: list[dict[str, Any]], root: Path) -> list[Called]:
    """The calls that were written as JSON."""

    def answer(record: dict[str, Any]) -> CallAnswer:
        return CallAnswer(**(record | {"span": span_at(record["span"], root)}))

    return [
        Called(**(called | {"answers": [answer(record) for record in called["answers"]]}))
        for called in written
    ]
