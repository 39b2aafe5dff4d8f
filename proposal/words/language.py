"""A language in which an edition is presented: its words, and what Babel knows of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from proposal.caching import digest_of_file
from proposal.words.catalogue import translations

if TYPE_CHECKING:
    from gettext import GNUTranslations

    from babel import Locale


class Language(Struct, frozen=True):
    """A language; every edition has its own, and so has whatever says something of the edition."""

    tag: str
    """As BCP 47 names it: `en`, `de`."""
    catalogue: Path | None = None
    """The file of its words; nothing for English."""
    content: str = ""
    """The digest of that file."""

    def __str__(self) -> str:
        return self.tag

    @property
    def is_english(self) -> bool:
        """Whether it is the language in which the program has its words."""
        return self.catalogue is None

    @property
    def locale(self) -> Locale:
        """What Babel knows of the language."""
        return _locale(self.tag)

    @property
    def direction(self) -> str:
        """In which direction it is written: `ltr`, or `rtl`."""
        return "ltr" if self.is_english else self.locale.text_direction

    def gettext(self, message: str, /, **values: Any) -> str:
        """Words in this language, with values in place of `%(name)s`."""
        text = self._translations.gettext(message) if self.catalogue else message
        return text % values if values else text

    def ngettext(self, one: str, many: str, number: int, /, **values: Any) -> str:
        """Words that differ by a number, with values in place of `%(num)s`, `%(name)s`."""
        if self.catalogue:
            text = self._translations.ngettext(one, many, number)
        else:
            text = one if number == 1 else many
        return text % values if values else text

    def pgettext(self, context: str, message: str, /, **values: Any) -> str:
        """Words that mean several things in English, as they are meant in a context."""
        text = self._translations.pgettext(context, message) if self.catalogue else message
        return text % values if values else text

    @property
    def _translations(self) -> GNUTranslations:
        assert self.catalogue is not None  # noqa: S101 - English is never asked for them
        return translations(self.catalogue, self.content, self.tag)


ENGLISH = Language("en")
"""The language of the program's own words."""


def read_language(tag: str, file: Path) -> Language:
    """A language with the words of a catalogue."""
    return Language(tag, file, digest_of_file(file) or "")


@cache
def _locale(tag: str) -> Locale:
    from babel import Locale  # noqa: PLC0415 - slow to load, and not needed for English

    return Locale.parse(tag, sep="-")
