"""More than two hundred names in their own scripts come back from what is made of them."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from proposal.doctor import Group
from proposal.render.typography import typographic
from tests import pdf
from tests.build.committee_in_scripts import EDITION, NAMES, add_committee
from tests.build.renamed_people import NAMES as PEOPLE
from tests.build.renamed_people import rename
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace

SUMMARY = "editions/2024/summary.md"
BY_ACMS_FONTS = {"Greek", "Latin"}
TITLE = "On 夏目漱石 and نجيب محفوظ"
AUTHOR = "rashmi-gangadharaiah"
"""Whose name has capitals beyond the first 256 letters."""

IN_THE_MIDDLE = "สมชาย ตัวอย่าง"
"""The name of an author, whose font has no Latin letters, before authors with such."""


def fill(workspace: Workspace, names: dict[str, list[str]]) -> None:
    add_committee(workspace, names)
    styles = "\n\n".join(
        f"{script}: {names[0]}, *{names[0]}*, **{names[0]}**" for script, names in names.items()
    )
    items = "1. أمثلة (examples)\n2. names\n"
    text = f"# Of Лев and 李白 (שלום)\n\n{{{{ committee }}}}\n\n{styles}\n\n{items}"
    workspace.write(SUMMARY, text)
    workspace.replace(EDITION, "    first_page", f'    title: "{TITLE}"\n    first_page')


def require_fonts() -> None:
    require(Group.DOCUMENTS, Group.SCRIPTS, Group.NOTO, Group.NOTO_CJK)


@pytest.fixture(scope="session")
def scripts(made_once: MadeOnce) -> Workspace:
    """A document and a website with all names."""
    require_fonts()

    def make(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        fill(workspace, NAMES)
        rename(workspace, AUTHOR)
        workspace.replace(
            "people/hamed-zamani.yaml", "name: Hamed Zamani", f"name: {IN_THE_MIDDLE}"
        )
        finished = workspace.run("build", "2024", "--only", "pdf,site,jekyll")
        assert finished.code == 0, finished.output + finished.errors

    return Workspace(made_once("scripts", make))


def letters(text: str) -> str:
    """Letters and digits alone: readers of PDFs add spaces, and split letters from accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if sign.isalnum())


def test_there_are_two_hundred_names_in_twenty_scripts() -> None:
    assert len(NAMES) >= 20
    assert sum(map(len, NAMES.values())) >= 200


@pytest.mark.parametrize("script", NAMES)
def test_every_name_comes_back_from_the_pdf(scripts: Workspace, script: str) -> None:
    # PDFium orders the words of a line from right to left where most of it runs so; pypdf does
    # not look at what a word says of itself where its letters are put together from pieces.
    texts = [letters(read(scripts.pdf())) for read in (pdf.pdfium_text, pdf.text)]
    lost = [name for name in NAMES[script] if not any(letters(name) in text for text in texts)]
    assert lost == []


@pytest.mark.parametrize("script", NAMES)
def test_every_word_of_a_name_can_be_searched_for(scripts: Workspace, script: str) -> None:
    text = letters(pdf.pdfium_text(scripts.pdf()))
    words = [word for name in NAMES[script] for word in name.split()]
    assert [word for word in words if letters(word) not in text] == []


@pytest.mark.parametrize("script", NAMES)
def test_every_name_stands_on_the_websites(scripts: Workspace, script: str) -> None:
    pages = [
        scripts.root / "build/site/2024/index.html",
        *(scripts.root / "build/jekyll").rglob("*.yml"),
    ]
    site, jekyll = (
        pages[0].read_text(encoding="utf-8"),
        "".join(page.read_text(encoding="utf-8") for page in pages[1:]),
    )
    assert [name for name in NAMES[script] if name not in site or name not in jekyll] == []


def test_titles_in_any_script_stand_in_metadata_and_bookmarks(scripts: Workspace) -> None:
    reader = pypdf.PdfReader(scripts.pdf())
    assert reader.metadata is not None
    assert reader.metadata.title == TITLE
    titles = [str(entry.title) for entry in reader.outline if not isinstance(entry, list)]
    assert "1 Of Лев and 李白 (שלום)" in titles


def test_capitals_stand_in_both_kinds_of_metadata(scripts: Workspace) -> None:
    reader = pypdf.PdfReader(scripts.pdf())
    assert reader.metadata is not None
    assert reader.xmp_metadata is not None
    assert PEOPLE[AUTHOR] in (reader.metadata.author or "")
    assert PEOPLE[AUTHOR] in (reader.xmp_metadata.dc_creator or ())


def test_the_proceedings_have_their_name_in_metadata(scripts: Workspace) -> None:
    named = pdf.publication_name(scripts.pdf())
    assert named.split() == typographic(str(scripts.edition("2024").booktitle)).split()


def test_the_number_of_an_item_stands_before_what_runs_from_right_to_left(
    scripts: Workspace,
) -> None:
    document = pypdfium2.PdfDocument(scripts.pdf())
    (text,) = (read for page in document if "examples" in words_of(read := page.get_textpage()))
    start = words_of(text).index("examples")
    _, bottom, _, top = text.get_charbox(start)
    boxes = {index: text.get_charbox(index) for index in range(text.count_chars())}
    line = [index for index, box in boxes.items() if bottom <= (box[1] + box[3]) / 2 <= top]
    first = sorted(line, key=lambda index: boxes[index][0])
    assert "".join(words_of(text)[index] for index in first).lstrip()[1:3] == "1)"


def words_of(text: pypdfium2.PdfTextPage) -> str:
    return str(text.get_text_range())


def test_authors_behind_one_of_another_script_are_set_in_their_own_font(
    scripts: Workspace,
) -> None:
    first = pdf.flowing(pdf.pdfium_text(scripts.pdf())).partition("Reference Format")[2]
    assert letters(f"{IN_THE_MIDDLE} {PEOPLE[AUTHOR]} Julian McAuley") in letters(
        first.replace("and", "")
    )


def test_every_font_is_embedded(scripts: Workspace) -> None:
    fonts = pdf.fonts(scripts.pdf())
    assert {font["emb"] for font in fonts} == {"yes"}
    assert {"yes"} == {font["uni"] for font in fonts}


def test_the_names_agree_with_the_data(scripts: Workspace) -> None:
    finished = scripts.run("check", "2024", "--format", "json")
    findings = json.loads(finished.output)["findings"]
    about = [diagnostic for diagnostic in findings if diagnostic["severity"] == "error"]
    # Documents and websites alone were built, and one name of Myanmar's finds no room in its line.
    assert {diagnostic["code"] for diagnostic in about} <= {"missing-artefact", "margin"}, about


def test_names_that_lack_their_font_are_reported_at_their_lines(
    workspace: Workspace, tmp_path: Path
) -> None:
    require_fonts()
    fill(workspace, NAMES)
    finished = workspace.run("build", "2024", "--only", "pdf", **without_noto(tmp_path))
    assert finished.code == 3, finished.output
    numbers = set(re.findall(r"edition\.yaml:(\d+):\d+: error: the font for", finished.output))
    lines = (workspace.data / EDITION).read_text(encoding="utf-8").split("\n")
    expected = {
        str(lines.index(f'  - {{name: "{name}", affiliation: {script}}}') + 1)
        for script, names in NAMES.items()
        for name in names
        if script not in BY_ACMS_FONTS
        and (script != "Cyrillic" or set(name) & set("ұұҚқңМұ") - set("М"))
    }
    assert expected <= numbers
    assert "(U+0646, ARABIC LETTER NOON; Arabic)" in finished.output
    assert "install --no-install-recommends fonts-noto-cjk" in finished.output
    assert not workspace.pdf().exists()


def without_noto(folder: Path) -> dict[str, str]:
    """Surroundings in which neither TeX nor the system finds fonts but ACM's."""
    require("Fontconfig")
    listed = subprocess.run(
        ["fc-list", "--format", "%{file}\\n"], capture_output=True, text=True, check=True
    )
    acms = {Path(line).parent for line in listed.stdout.split("\n") if "LinLibertine_R.otf" in line}
    place = next(iter(acms))
    settings = folder / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{place}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(settings), "OSFONTDIR": str(place)}
