"""What is an entry of a bibliography, once BibTeX's commands are text?"""

from __future__ import annotations

from dataclasses import dataclass

from proposal.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a field's text."""

    text: str
    protected: bool
    """Whether braces keep its letters as they are typed."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a bibliography."""

    key: str
    kind: str
    """BibTeX's type of entry in lower case: article, inproceedings, book."""
    fields: dict[str, tuple[Fragment, ...]]
    span: Span

    def text(self, field: str) -> str:
        """A field's text without braces; empty if the entry does not have it."""
        return "".join(fragment.text for fragment in self.fields.get(field, ()))
