"""An entry of a bibliography, its BibTeX commands read as text."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Span


class LetterForm(Enum):
    """How a stretch of a field is written for TeX again."""

    TEXT = auto()
    """As its text, escaped."""
    SIGN = auto()
    """By a command that prints its text: an accent, a dash, a symbol."""
    MARKUP = auto()
    """By LaTeX that prints no text of its own: a brace, the beginning or end of italics."""
    FORMULA = auto()
    """By a formula; its text is what it looks like in letters."""
    ADDRESS = auto()
    r"""As an address in `\\url`."""
    LINK = auto()
    r"""As the beginning of a link (`\\href`) to the address in `latex`."""
    ABBREVIATION = auto()
    """By the name of one of the style's abbreviations, which stands for its text: `jul`."""


class Fragment(Struct, frozen=True):
    """A stretch of a field's text."""

    text: str
    protected: bool = False
    """Whether braces keep its letters as they are typed."""
    form: LetterForm = LetterForm.TEXT
    latex: str = ""
    """How it was typed, in commands of `source.bib.text_commands` alone; nothing for plain text."""


def braced(text: str) -> tuple[Fragment, ...]:
    """A text that braces hold together, so that BibTeX neither changes nor divides it."""
    return (
        Fragment("", form=LetterForm.MARKUP, latex="{"),
        Fragment(text, protected=True),
        Fragment("", form=LetterForm.MARKUP, latex="}"),
    )


class Reference(Struct, frozen=True):
    """One entry of a bibliography."""

    key: str
    kind: str
    """BibTeX's type of entry in lower case: article, inproceedings, book."""
    fields: dict[str, tuple[Fragment, ...]]
    span: Span
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with what is printed of it; of interest where the entry is cited."""
    diagnostics_aside: tuple[Diagnostic, ...] = ()
    """What is wrong with the fields that are read and never printed: abstract, pdf."""
    parent: str | None = None
    """The key of the entry whose fields it inherits (`crossref`), as that one is written."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Each field's value as BibTeX takes it, without the file's own abbreviations: `{A {B}}`."""
    is_in_comment: bool = False
    """Whether it stands in the braces of `@comment{…}`, where only BibTeX itself reads it."""

    def text(self, name: str) -> str:
        """A field's text without braces; empty if the entry does not have it."""
        return "".join(fragment.text for fragment in self.fields.get(name, ()))

    def letters(self, name: str) -> str:
        """A field's text without its formulas, which TeX sets from fonts of their own."""
        return "".join(
            fragment.text
            for fragment in self.fields.get(name, ())
            if fragment.form is not LetterForm.FORMULA
        )
