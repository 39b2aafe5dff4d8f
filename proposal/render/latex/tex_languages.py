"""The languages in which LaTeX's package babel sets headings and breaks words."""

from __future__ import annotations

from msgspec import Struct

from proposal.words.language import Language


class TexLanguage(Struct, frozen=True):
    """A language as babel has it, and acmart, which has words of its own in it."""

    name: str
    """What babel and acmart call it: german."""
    has_minimal: bool = False
    """Whether it changes the layout, unless it is told to do as little as it can."""

    @property
    def file(self) -> str:
        """The file without which babel does not know the language."""
        return f"{self.name}.ldf"


_TEX_LANGUAGES = {
    "de": TexLanguage("german"),
    "es": TexLanguage("spanish", has_minimal=True),
}


def tex_language(language: Language) -> TexLanguage | None:
    """The language of a document for babel; nothing for English and for those acmart lacks."""
    return _TEX_LANGUAGES.get(language.tag.partition("-")[0])
