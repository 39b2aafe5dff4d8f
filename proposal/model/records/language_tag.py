"""The language in which an edition is presented, by its tag."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from proposal.model.fields import Line, refuse

GUIDE = "docs/guide/languages.md"
"""The page on how a language is added."""

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
"""Examples: `de`, `pt-BR`, `zh-Hant`."""


def _language(value: Any) -> Any:
    if not isinstance(value, str) or _TAG.fullmatch(value.strip()):
        return value
    text = value.strip()
    tag = _tag_meant(text)
    hint = f"write `language: {tag}`" if tag else "write a tag such as `en`, `de` or `es`"
    refuse("not-a-language", f"`{text}` is not the tag of a language", hint)
    return value


def _tag_meant(text: str) -> str | None:
    """The tag that somebody means who writes `DE`, `de_DE`, German or Deutsch."""
    from babel import Locale  # noqa: PLC0415 - slow to load, and seldom needed
    from babel.core import UnknownLocaleError  # noqa: PLC0415 - as above
    from babel.localedata import locale_identifiers  # noqa: PLC0415 - as above

    if re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2})?", text):
        language, _, region = text.replace("_", "-").partition("-")
        tag = f"{language.lower()}-{region.upper()}" if region else language.lower()
        try:
            Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            return None
        return language.lower()
    wanted = text.casefold()
    for name in locale_identifiers():
        if re.fullmatch(r"[a-z]{2,3}", name):
            known = Locale(name)
            if wanted in {_name(known.english_name), _name(known.display_name)}:
                return str(name)
    return None


def _name(name: str | None) -> str:
    return (name or "").casefold()


LanguageTag = Annotated[Line, BeforeValidator(_language)]
"""The tag of a language, as BCP 47 has it."""
