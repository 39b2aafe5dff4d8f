"""Names, signs and hostile text come back from a PDF as they were typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from proposal.doctor import Group
from proposal.render.latex.escape import PDFLATEX_CHARACTERS
from tests import pdf
from tests.build.renamed_people import NAMES, TITLE, rename
from tests.conftest import MadeOnce
from tests.installed_acmart import printed_heading
from tests.parts import require
from tests.workspace import Workspace

SUMMARY = "editions/2024/summary.md"
HOSTILE = r"\input{../secret} \write18{id} $x^2$ 100% & #1 _a_ ~ ^ {"
TYPED = HOSTILE.replace("$", r"\$")
"""How somebody types it who means no formula."""
WITHOUT_LUATEX = ("hamed-zamani", "rashmi-gangadharaiah")
"""Those whose names pdfLaTeX's fonts do not hold."""

ALPHABET = sorted(PDFLATEX_CHARACTERS)
GROUPS = [ALPHABET[start : start + 12] for start in range(0, len(ALPHABET), 12)]
STYLES = ["x *{}* x", "x **{}** x", "x ***{}*** x", "x `{}` x", "### x {} x"]

readers = pytest.mark.parametrize("read", [pdf.text, pdf.raw_text], ids=["pypdf", "poppler"])
Reader = Callable[[Path], str]


@pytest.fixture(scope="session")
def letters_by_pdflatex(made_once: MadeOnce) -> Workspace:
    """A document with European names, a title with signs, hostile text, and all characters."""
    require(Group.DOCUMENTS)

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        rename(workspace, *(set(NAMES) - set(WITHOUT_LUATEX)))
        (root / "secret.tex").write_text("SECRET\n")
        workspace.replace(
            "editions/2024/edition.yaml", "    first_page", f'    title: "{TITLE}"\n    first_page'
        )
        workspace.replace(
            "people/ed-chi.yaml",
            "{institution: Google DeepMind}\n",
            f"{{institution: Google DeepMind, country: USA}}\nbio: |\n  {TYPED}\n",
        )
        workspace.replace("editions/2024/edition.yaml", "  - george-karypis", "  - ed-chi")
        workspace.write(
            SUMMARY,
            "\n\n".join(
                [
                    "# One – Two “x” & More…",
                    '{{ biographies | only("ed-chi") }}',
                    "\n\n".join(f"x{letter}y w{letter}{letter}v" for letter in ALPHABET),
                    *(style.format("".join(group)) for style in STYLES for group in GROUPS),
                    '"Straight quotes", KDD \'24, 1--2, so --- and ../x and so on... END',
                    "office fluffy file: fi fl ffi ffl",
                ]
            ),
        )
        finished = workspace.build("2024")
        assert finished.code == 0, finished.output + finished.errors
        assert "pdfLaTeX" in finished.output

    return Workspace(made_once("letters-by-pdflatex", fill))


@readers
@pytest.mark.parametrize("person", sorted(set(NAMES) - set(WITHOUT_LUATEX) - {"george-karypis"}))
def test_european_names_come_out_right(
    letters_by_pdflatex: Workspace, read: Reader, person: str
) -> None:
    assert NAMES[person] in pdf.flowing(read(letters_by_pdflatex.pdf()))


@readers
def test_a_title_keeps_its_quotes_dashes_and_ellipsis(
    letters_by_pdflatex: Workspace, read: Reader
) -> None:
    text = pdf.flowing(read(letters_by_pdflatex.pdf()))
    assert text.startswith(TITLE)
    assert printed_heading("1 One – Two “x” & More…") in text


def test_titles_keep_their_signs_in_metadata_and_bookmarks(letters_by_pdflatex: Workspace) -> None:
    reader = pypdf.PdfReader(letters_by_pdflatex.pdf())
    assert reader.metadata is not None
    assert reader.metadata.title == TITLE
    titles = [str(entry.title) for entry in reader.outline if not isinstance(entry, list)]
    assert "1 One – Two “x” & More…" in titles


@readers
def test_a_hostile_biography_prints_just_its_characters(
    letters_by_pdflatex: Workspace, read: Reader
) -> None:
    text = pdf.flowing(read(letters_by_pdflatex.pdf()))
    assert f"Ed Chi: {HOSTILE}" in text
    assert "SECRET" not in text


@readers
def test_every_character_that_pdflatex_is_given_comes_back(
    letters_by_pdflatex: Workspace, read: Reader
) -> None:
    text = read(letters_by_pdflatex.pdf())
    lost = [
        letter
        for letter in ALPHABET
        if f"x{letter}y" not in text or f"w{letter}{letter}v" not in text
    ]
    assert lost == []


@readers
def test_every_character_comes_back_in_every_style(
    letters_by_pdflatex: Workspace, read: Reader
) -> None:
    text = "".join(read(letters_by_pdflatex.pdf()).split())
    found = {"".join(group): text.count(f"x{''.join(group)}x") for group in GROUPS}
    assert found == dict.fromkeys(found, len(STYLES))


@readers
def test_what_a_plain_keyboard_types_is_set_typographically(
    letters_by_pdflatex: Workspace, read: Reader
) -> None:
    text = pdf.flowing(read(letters_by_pdflatex.pdf()))
    assert "“Straight quotes”, KDD ’24, 1–2, so — and ../x and so on… END" in text
    assert "office fluffy file: fi fl ffi ffl" in text


@readers
def test_names_beyond_pdflatex_come_out_right_as_well(
    beyond_pdflatex: Workspace, read: Reader
) -> None:
    text = pdf.flowing(read(beyond_pdflatex.pdf()))
    for name in NAMES.values():
        assert name in text
    assert text.startswith(TITLE)
    assert "Αθήνα, Київ, 5 µm, ¾, Đ: –€ “x”… R&D_1" in text


def test_the_build_says_which_engine_was_used_and_why(beyond_pdflatex: Workspace) -> None:
    printed = (beyond_pdflatex.root / "printed").read_text(encoding="utf-8")
    assert re.search(r"LuaLaTeX, \d passes, for ễ ị ồ Đ ặ Ș Ț", printed), printed


def test_other_letters_are_set_in_embedded_fonts_of_the_same_family(
    beyond_pdflatex: Workspace,
) -> None:
    fonts = pdf.fonts(beyond_pdflatex.pdf())
    assert {font["emb"] for font in fonts} == {"yes"}
    assert any("LinLibertine" in font["name"] for font in fonts)
    assert pdf.page_size(beyond_pdflatex.pdf()) == (612, 792)


@readers
def test_bold_italics_are_set_in_any_language(beyond_pdflatex: Workspace, read: Reader) -> None:
    text = pdf.flowing(read(beyond_pdflatex.pdf()))
    assert "Plain, bold and slanted Жар." in text
