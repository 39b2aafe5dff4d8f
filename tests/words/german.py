"""The German catalogue."""

from __future__ import annotations

from pathlib import Path

from proposal.words.language import Language

CATALOGUE = r"""
msgid ""
msgstr ""
"Language: de\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"Content-Type: text/plain; charset=utf-8\n"

msgid "Important dates"
msgstr "Wichtige Termine"

msgid "in %(city)s"
msgstr "vor Ort in %(city)s"

msgid "%(num)s page"
msgid_plural "%(num)s pages"
msgstr[0] "%(num)s Seite"
msgstr[1] "%(num)s Seiten"

msgctxt "of a session"
msgid "Chair"
msgstr "Leitung"

#, fuzzy
msgid "Schedule"
msgstr "Plan"
"""


def german(folder: Path) -> Language:
    file = folder / "de.po"
    file.write_text(CATALOGUE)
    return Language("de", file, "of this test")
