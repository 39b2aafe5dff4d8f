"""Fixed words among the values of an edition, which are said in the language of the edition."""

from __future__ import annotations

from typing import Any, Self

from proposal.words.language import ENGLISH, Language


class Fixed(str):
    """Words of the program in the place of a value; they know how they are said elsewhere.

    The values in them are data, or fixed words themselves.
    """

    __slots__ = ("message", "values")

    message: str
    values: dict[str, Any]

    def __new__(cls, message: str, /, **values: Any) -> Self:
        """The words in English, with the values in place of `%(name)s`."""
        return cls._said(ENGLISH, message, values)

    @classmethod
    def _said(cls, language: Language, message: str, values: dict[str, Any]) -> Self:
        self = super().__new__(cls, language.gettext(message, **values))
        self.message = message
        self.values = values
        return self

    def said_in(self, language: Language) -> Self:
        """The same words in a language."""
        values = {
            name: value.said_in(language) if isinstance(value, Fixed) else value
            for name, value in self.values.items()
        }
        return self._said(language, self.message, values)
