"""Generated texts stand in a PDF wherever data can stand, or a message says where they do not.

Many texts go into one document for each program of TeX, since a run of it takes seconds.
"""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path

import pypdf
import pytest
import yaml

from proposal.machine import Group
from proposal.render.latex.escape import PDFLATEX_CHARACTERS
from tests import pdf
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace

ASCII = [chr(code) for code in range(0x21, 0x7F)]
SPECIAL = [each for each in ASCII if not each.isalnum()]
AT_THE_START = ["[", "]", "*", "[0pt]", "*[2em]", "-", "<", "&", "\\\\[", "=", ",", "[[", "]*["]
"""What LaTeX might take for an argument of the command before it."""
BEYOND = "ΔЖẾẞ←∑☃♠⟦ア語한ก"
"""Characters for which LuaLaTeX and fonts of scripts are needed."""
HAN_WITH_SIGNS = "語の研究と&\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}%\u302a語の研究"
"""Signs that carry a mark of a script are set in its font, among letters that lines may part."""


def odd_texts(alphabet: list[str], count: int) -> list[str]:
    """Texts put together at random, of characters that mean something to somebody."""
    chance = random.Random(20261127)  # noqa: S311 - the same texts each time
    return ["".join(chance.choices(alphabet, k=chance.randint(1, 6))) for _ in range(count)]


def texts(*, beyond: bool) -> list[str]:
    """Texts that each begin with what is to be shown, and have a number to find them by."""
    alphabet = [*SPECIAL, *SPECIAL, "a", *sorted(PDFLATEX_CHARACTERS)]
    odd = [*AT_THE_START, *SPECIAL, *odd_texts([*alphabet, *(BEYOND if beyond else "")], 60)]
    odd += [HAN_WITH_SIGNS, *BEYOND] if beyond else []
    return [f"{text} n{number:03}{text}z" for number, text in enumerate(odd)]


def markdown(text: str) -> str:
    """Text as Markdown that reads as just that."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def as_given_back(text: str) -> str:
    """A text without what readers of PDFs, line ends and typography change."""
    plain = unicodedata.normalize("NFKC", text).translate(_ALIKE)
    return "".join(plain.replace("...", "…").split()).replace("-", "").casefold()


_ALIKE = str.maketrans({**dict.fromkeys("'‘’‚`´", "'"), **dict.fromkeys('"“”„', '"'), "–": "-"})
_ALIKE |= str.maketrans({"—": "-", "\u2010": "-", "\u2011": "-", "\u00ad": "-", "«": '"', "»": '"'})


def fill(workspace: Workspace, made: list[str]) -> None:
    """Put texts at every place of the edition that a PDF prints, some of them at each."""
    place = workspace.data / "editions/2024/edition.yaml"
    data = yaml.load(place.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - all as text
    data |= {
        "keywords": made[:30],
        "topics": made,
        "committee": [{"name": f"N {text}", "affiliation": f"A {text}"} for text in made[::2]],
    }
    place.write_text(yaml.safe_dump(data, allow_unicode=True, default_style='"'), encoding="utf-8")
    cells = "\n".join(f"| {markdown(text)} | {markdown(text)} |" for text in made)
    headings = "\n\n".join(f"## {markdown(text)}\n\nText." for text in made[::3])
    lines = "\\\n".join(map(markdown, made))
    items = "\n".join(f"- {markdown(text)}\n1. {markdown(text)}" for text in made[::4])
    code = "\n".join(made[:20])
    workspace.write(
        "editions/2024/summary.md",
        f"# {markdown(made[0])}\n\n| {markdown(made[1])} | b |\n|---|---|\n{cells}\n\n"
        f"{headings}\n\n{lines}\n\n{items}\n\n```\n{code}\n```\n\n"
        "{{ topics }}\n\n{{ committee }}\n",
    )


@pytest.fixture(scope="session", params=["pdfLaTeX", "LuaLaTeX"])
def odd(request: pytest.FixtureRequest, made_once: MadeOnce) -> tuple[list[str], Workspace]:
    """The texts, and a workshop that was built of them by one program of TeX."""
    engine = str(request.param)
    groups = [Group.DOCUMENTS] if engine == "pdfLaTeX" else [Group.DOCUMENTS, Group.SCRIPTS]
    require(*groups)
    made = texts(beyond=engine == "LuaLaTeX")

    def build(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        fill(workspace, made)
        finished = workspace.build("2024", "--document", "camera-ready")
        assert finished.code == 0, finished.output + finished.errors
        assert engine in finished.output

    return made, Workspace(made_once(f"any-text-{engine}", build))


def test_each_text_is_given_back_from_each_place(odd: tuple[list[str], Workspace]) -> None:
    made, workspace = odd
    file = workspace.pdf()
    read = [as_given_back(each) for each in (pdf.pdfium_text(file), pdf.text(file))]
    counts = {text: max(each.count(as_given_back(text)) for each in read) for text in made}
    # At least in a cell twice, in a line and in the list of topics.
    assert {text: count for text, count in counts.items() if count < 4} == {}


def test_the_metadata_hold_each_keyword(odd: tuple[list[str], Workspace]) -> None:
    made, workspace = odd
    metadata = pypdf.PdfReader(workspace.pdf()).metadata
    assert metadata is not None
    told = as_given_back(str(metadata.get("/Keywords")))
    assert [text for text in made[:30] if as_given_back(text) not in told] == []
