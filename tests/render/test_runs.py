"""Text in other scripts goes to their fonts, and runs in its own direction."""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path

import pytest

from proposal.diagnostics import Span
from proposal.render.latex.bibliography import bibliography
from proposal.render.latex.escape import PDFLATEX_CHARACTERS, escape, escape_code
from proposal.render.latex.scripts import LIBERTINE, SCRIPTS, han_variant
from proposal.source.reference import Fragment, Reference
from tests.parts import require


@pytest.mark.parametrize(
    ("typed", "latex"),
    [
        ("Xiao-Ming Wu 吴晓明", r"Xiao-Ming Wu {\scriptHans 吴晓明}"),
        ("रवि शङ्कर & Co", r"{\scriptDeva रवि शङ्कर} \& Co"),
        ("Nguyễn, Κώστας, Київ", "Nguyễn, Κώστας, Київ"),
        ("สุนทรภู่ (ไทย)", r"{\scriptThai สุนทรภู่} ({\scriptThai ไทย})"),
        ("Parrots 🦜!", r"Parrots {\scriptZsym 🦜}!"),
    ],
)
def test_what_acms_fonts_lack_is_set_in_the_font_of_its_script(typed: str, latex: str) -> None:
    assert escape(typed) == latex


@pytest.mark.parametrize(
    ("typed", "latex"),
    [
        ("نجيب محفوظ", r"{\righttoleft {\scriptArab نجيب محفوظ}}"),
        ("(טל לוי), X", r"({\righttoleft {\scriptHebr טל לוי}}), X"),
        (
            "עמוס (הסופר) 1939 ‎",
            r"{\righttoleft {\scriptHebr עמוס} ({\scriptHebr הסופר})} 1939 ",
        ),
        (
            "עד 1939 או",
            r"{\righttoleft {\scriptHebr עד} {\lefttoright 1939} {\scriptHebr או}}",
        ),
        (
            "نجيب and טל",
            r"{\righttoleft {\scriptArab نجيب}} and {\righttoleft {\scriptHebr טל}}",
        ),
    ],
)
def test_what_runs_from_right_to_left_ends_with_its_last_letter_or_bracket(
    typed: str, latex: str
) -> None:
    assert escape(typed) == latex


def test_letters_and_accents_are_put_together() -> None:
    assert escape("Rene\u0301 Z\u030c") == "René Ž"


def test_an_accent_that_no_letter_has_is_set_where_a_font_places_it() -> None:
    assert escape("x\u030cy") == "{\\scriptLatn x\u030c}y"


def test_long_chinese_text_may_end_a_line_anywhere_but_before_a_stop() -> None:
    latex = str(escape("床前明月光，疑是"))
    assert latex.count("scriptbreak") == 6
    assert "光，" in latex


def test_code_takes_letters_that_its_font_lacks_from_the_texts() -> None:
    assert escape_code("Київ x") == r"\textrm{Київ} x"


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("吴晓明", None, "Hans"),
        ("魯迅", None, "Hant"),
        ("夏目漱石", "ja", "Jpan"),
        ("さくら 山", None, "Jpan"),
        ("李 이상", None, "Kore"),
        ("吴", "zh-Hant", "Hant"),
        ("吴", "zh-TW", "Hant"),
        ("吴", "ko-KR", "Kore"),
    ],
)
def test_chinese_characters_are_drawn_as_the_texts_language_does(
    text: str, language: str | None, code: str
) -> None:
    assert han_variant(text, language) == code


def _held(file: str) -> set[str]:
    query = ["fc-query", "--format", "%{charset}\\n", file]
    answer = subprocess.run(query, capture_output=True, text=True, check=True).stdout.split("\n")[0]
    pairs = (word.partition("-")[::2] for word in answer.split())
    return {chr(code) for a, b in pairs for code in range(int(a, 16), int(b or a, 16) + 1)}


@pytest.mark.parametrize(
    "name",
    [
        "LinLibertine_R.otf",
        "LinLibertine_RB.otf",
        "LinLibertine_RI.otf",
        "LinBiolinum_R.otf",
        "LinBiolinum_RB.otf",
        "LinBiolinum_RI.otf",
    ],
)
def test_acms_fonts_hold_what_is_said_of_them(name: str) -> None:
    require("Linux Libertine", "Fontconfig")
    found = subprocess.run(
        ["fc-list", "--format", "%{file}\\n"], capture_output=True, text=True, check=True
    )
    file = next(line for line in found.stdout.split() if line.endswith(f"/{name}"))
    said = {sign for sign in LIBERTINE if unicodedata.category(sign) != "Cn"}
    assert said - _held(file) - PDFLATEX_CHARACTERS == set()


def test_fonts_are_named_that_their_packages_have() -> None:
    require("Noto fonts", "Noto CJK fonts", "Symbola", "Fontconfig")
    found = subprocess.run(
        ["fc-list", "--format", "%{file}\\n"], capture_output=True, text=True, check=True
    )
    here = {line.rsplit("/", 1)[-1] for line in found.stdout.split("\n")}
    assert {name for script in SCRIPTS.values() for name in script.files} <= here


def test_a_name_from_right_to_left_stands_in_references_as_it_is_read() -> None:
    names = "Ada Lovelace and محفوظ, نجيب and Wu, 晓明"
    author = (Fragment(names, protected=False),)
    entry = Reference("key", "misc", {"author": author}, Span(Path("references.bib"), 1, 1, 2))
    assert (
        r"author = {Ada Lovelace and {\righttoleft {\scriptArab نجيب محفوظ}} and "
        r"Wu, {\scriptHans 晓明}}"
    ) in bibliography({"key": entry}).text
