r"""What a paper's language makes of signs: quotation marks, and babel's shorthands of German."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LOADED = re.compile(r"\\usepackage\s*\[(?P<options>[^\]]*)\]\s*\{(?:[^{}]*,)?\s*babel\s*[,}]")
r"""`\usepackage[english,ngerman]{babel}`"""
_MAIN = re.compile(r"\bmain\s*=\s*(\w+)")
"""`main=french`"""
_LANGUAGES = {
    **dict.fromkeys(("german", "ngerman", "austrian", "naustrian", "swissgerman"), "german"),
    **dict.fromkeys(("french", "francais", "frenchb", "acadian", "canadien"), "french"),
    **dict.fromkeys(("spanish", "italian", "portuguese", "portuges"), "spanish"),
}
"""The languages whose marks are known, by babel's names."""
_ENGLISH = (("“", "”"), ("‘", "’"))
QUOTES: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "german": (("„", "“"), ("‚", "‘")),
    "french": (("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"), ("“", "”")),
    "spanish": (("«", "»"), ("“", "”")),
}
"""Quotation marks, and those within others, by language."""
_SHORTHANDS = {
    "`": "„", "'": "“", "<": "«", ">": "»", "-": "", "=": "-", "~": "\N{NON-BREAKING HYPHEN}",
    "|": "", '"': "", "/": "/", "s": "ß", "S": "SS", "z": "ß",
    **dict(zip("aouAOUei", "äöüÄÖÜëï", strict=True)),
}  # fmt: skip
_SHORTHAND = re.compile(rf"\"([{re.escape(''.join(_SHORTHANDS))}])")
"""An example: the beginning of `"`Beispiel"'`, and the middle of `Bei"-spiel`."""
_POINTED = re.compile(r"<<(?=[^\s<])|(?<=[^\s>])>>")
"""The marks of `<<Ejemplo>>`, which most fonts join to `«` and `»`."""


def language_of(text: str) -> str:
    """A paper's main language, if it has marks of its own: the last one that babel is told."""
    found = _LOADED.search(text)
    if found is None:
        return ""
    main = _MAIN.search(found["options"])
    named = [main[1]] if main else [word.strip() for word in found["options"].split(",")]
    known = [word for word in named if word and "=" not in word and "-" not in word]
    return _LANGUAGES.get(known[-1], "") if known else ""


def with_marks(characters: str, language: str) -> str:
    """Typed characters, with what the language's shorthands stand for."""
    if language == "german":
        characters = _SHORTHAND.sub(lambda match: _SHORTHANDS[match[1]], characters)
    return _POINTED.sub(lambda match: "«" if match[0] == "<<" else "»", characters)


def quotes(language: str, depth: int) -> tuple[str, str]:
    """Quotation marks; within one pair stands another one."""
    return QUOTES.get(language, _ENGLISH)[depth % 2]
