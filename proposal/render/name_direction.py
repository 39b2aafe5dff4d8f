"""Shows names in any script on web pages: in which direction they run, and in which language."""

from __future__ import annotations

from markupsafe import Markup

from proposal.edition.participants import Person
from proposal.render.latex.runs import runs_from_right
from proposal.render.latex.scripts import HAN, SCRIPTS, han_variant, script_of

_LANGUAGES = {"Hans": "zh-Hans", "Hant": "zh-Hant", "Jpan": "ja", "Kore": "ko"}


def isolated(name: str) -> Markup | str:
    """A name that keeps its direction to itself, so that what follows it stays in its place."""
    return Markup("<bdi>{}</bdi>").format(name) if runs_from_right(name) else name


def native_name(person: Person) -> Markup:
    """A person's name in their own script; empty if it is not said."""
    if not person.name_native:
        return Markup("")
    language = person.native_language or _language_of(person.name_native)
    attribute = Markup(' lang="{}"').format(language) if language else ""
    return Markup("<bdi{}>{}</bdi>").format(attribute, person.name_native)


def _language_of(name: str) -> str:
    """What a page can say of a name's language from its letters alone."""
    codes = [code for code in map(script_of, name) if code in SCRIPTS or code == HAN]
    if not codes:
        return ""
    code = han_variant(name) if codes[0] == HAN else codes[0]
    return _LANGUAGES.get(code) or ("" if code in {"Latn", "Zsym"} else f"und-{code}")
