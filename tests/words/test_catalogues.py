"""The catalogues of words: that they are complete, and how words are said."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

from proposal.words.language import ENGLISH
from tests.words.german import german

ROOT = Path(__file__).parents[2]


def test_the_catalogues_have_all_words_of_the_program() -> None:
    check = [sys.executable, "scripts/words.py", "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


def test_no_words_stand_in_f_strings_where_older_pythons_do_not_find_them() -> None:
    """Before Python 3.12 an f-string is one token, and Babel finds no call in it."""
    found = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in (ROOT / "proposal").rglob("*.py")
        if _MARKED.search(source := file.read_text(encoding="utf-8"))
        for text in ast.walk(ast.parse(source))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and _called(call) in _MARKS
    ]
    assert found == []


_MARKS = {"_", "gettext", "ngettext", "pgettext", "gettext_noop", "ngettext_noop", "Fixed"}
_MARKED = re.compile(rf"(?<!\w)(?:{'|'.join(_MARKS)})\s*\(")
"""Without one, a module need not be taken apart: `_("Schedule")`."""


def _called(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def test_english_words_are_those_of_the_program() -> None:
    assert ENGLISH.gettext("in %(city)s", city="Boise") == "in Boise"
    assert ENGLISH.ngettext("%(num)s page", "%(num)s pages", 1, num=1) == "1 page"
    assert ENGLISH.pgettext("of a session", "Chair") == "Chair"


def test_words_are_said_as_a_catalogue_has_them(tmp_path: Path) -> None:
    language = german(tmp_path)
    assert language.gettext("in %(city)s", city="Boise") == "vor Ort in Boise"
    assert language.ngettext("%(num)s page", "%(num)s pages", 2, num=2) == "2 Seiten"
    assert language.pgettext("of a session", "Chair") == "Leitung"


def test_words_that_a_catalogue_lacks_or_doubts_stay_english(tmp_path: Path) -> None:
    language = german(tmp_path)
    assert language.gettext("Schedule") == "Schedule"
    assert language.gettext("Organizers") == "Organizers"


def test_english_needs_neither_babel_nor_a_catalogue() -> None:
    program = (
        "import sys; from proposal.words.language import ENGLISH; ENGLISH.gettext('Schedule'); "
        "sys.exit(any(name.startswith('babel') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
