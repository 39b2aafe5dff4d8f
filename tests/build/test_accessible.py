"""Versions of documents for screen readers, judged by what judges such files elsewhere."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import outloud
import page
import pdfua
import pypdf
import pytest
from PIL import Image
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from proposal.doctor import Group
from proposal.tex.tagging import NEEDED, too_old_for_tags
from tests import pdf
from tests.conftest import MadeOnce
from tests.parts import require
from tests.site.sites import changed
from tests.tagged import Element, structure
from tests.workspace import Workspace

EDITION = "editions/{}/edition.yaml"
DOCUMENTS = {"2024": "camera-ready", "2026": "proposal"}
STANDARDS = {"PDF/UA-1": ("1", "%PDF-1.7"), "PDF/UA-2": ("2", "%PDF-2.0")}
ROWS = range(1, 41)

NO_CLASSES = {"UA-15-003", "TBL-002", "PDFUA1-TABLE-HEADERS-SCOPE-001"}
"""What judges say of cells whose scope stands in a class of attributes, which is as good as at the
cell (ISO 32000-1, 14.7.5.2); `scopes` looks there."""
OF_TASTE = {"TBL-010", "LNK-003"}
"""More heads than cells, as in a table of two columns with heads for its rows, too; and a link
without text, which holds a picture with an alternative text (ISO 14289-1, 7.3)."""

LONG_ROWS = "".join(
    f"| {n} | Subject {n} | Remark {n} has quite a few words, which go on |\n" for n in ROWS
)
EVERYTHING = f"""# One

Before it, a note[^1], a [page](https://example.org/page), **bold** and *slanted* words.

[^1]: What the note says.

1. First
2. Second

> Somebody said so.

| What | How many |
|---|--:|
| **Papers** | 12 |
| **Posters** | 7 |

![Two squares](figures/squares.png "The squares.")

## Within

| Number | Subject | Remarks |
|--:|---|---|
{LONG_ROWS}
After it, with names: Νίκος, 李白, สมชาย.
"""


def require_tagging() -> None:
    require(Group.DOCUMENTS)
    here = too_old_for_tags()
    if here:
        pytest.skip(f"a PDF with tags needs {NEEDED}; this machine has {here}")


@pytest.fixture(scope="session")
def versions(made_once: MadeOnce) -> Workspace:
    """Both editions with an accessible version beside each document, and their website."""
    require_tagging()

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        workspace.replace(
            EDITION.format(2024), "  camera-ready:\n", "  camera-ready:\n    accessible: PDF/UA-1\n"
        )
        workspace.replace(
            EDITION.format(2026),
            "{text: proposal.md}",
            "{text: proposal.md, accessible: PDF/UA-1, public: true}",
        )
        finished = workspace.run("build", "--all")
        assert finished.code == 0, finished.output + finished.errors

    return Workspace(made_once("accessible", fill))


@pytest.fixture(scope="session")
def everything(made_once: MadeOnce) -> Workspace:
    """A document with all that prose can hold, by both standards, and untagged."""
    require_tagging()
    require(Group.SCRIPTS, Group.NOTO, Group.NOTO_CJK)

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        place = workspace.data / "editions/2024/figures/squares.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (800, 400), "teal").save(place)
        workspace.write("editions/2024/summary.md", EVERYTHING)
        workspace.replace(
            EDITION.format(2024), "copyright: rightsretained", "copyright: cc, licence: by"
        )
        assert workspace.run("build", "2024", "--only", "pdf").code == 0
        for standard in STANDARDS:
            text = workspace.data / EDITION.format(2024)
            written = re.sub(r"    accessible: .*\n", "", text.read_text(encoding="utf-8"))
            marked = written.replace(
                "  camera-ready:\n", f"  camera-ready:\n    accessible: {standard}\n"
            )
            text.write_text(marked, encoding="utf-8")
            finished = workspace.run("build", "2024", "--variant", "accessible")
            assert finished.code == 0, finished.output + finished.errors
            made = workspace.pdf("2024", "camera-ready-accessible")
            made.rename(made.with_name(f"{standard.replace('/', '-')}.pdf"))

    return Workspace(made_once("accessible-everything", fill))


def of_standard(workspace: Workspace, standard: str) -> Path:
    return workspace.pdf("2024", standard.replace("/", "-"))


def judged(file: Path) -> Iterator[str]:
    """What the judges call an error, by its number."""
    for found in pdfua.validate(str(file)).findings:
        yield f"{found.rule_id} {found.message}"
    result = outloud.check(str(file))
    assert result.error is None
    for finding in result.findings:
        if finding.severity == "error":
            yield f"{finding.rule} {finding.message}"
    for failure in page.validate_pdf(file, profile="ua1").failures:
        yield f"{failure.rule_id} {failure.message}"


def dictionary(found: PdfObject) -> DictionaryObject:
    value = found.get_object()
    assert isinstance(value, DictionaryObject)
    return value


def read_metadata(reader: pypdf.PdfReader) -> str:
    stream = reader.root_object["/Metadata"].get_object()
    assert isinstance(stream, StreamObject)
    return stream.get_data().decode()


def unexplained(file: Path) -> list[str]:
    return [said for said in judged(file) if said.split()[0] not in NO_CLASSES | OF_TASTE]


@pytest.mark.parametrize("year", DOCUMENTS)
def test_the_judges_find_nothing_in_the_real_documents(versions: Workspace, year: str) -> None:
    assert unexplained(versions.pdf(year, f"{DOCUMENTS[year]}-accessible")) == []


def test_the_judges_find_nothing_in_a_document_with_everything(everything: Workspace) -> None:
    assert unexplained(of_standard(everything, "PDF/UA-1")) == []


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_pdf_says_by_which_standard_it_is_made(everything: Workspace, standard: str) -> None:
    part, version = STANDARDS[standard]
    file = of_standard(everything, standard)
    reader = pypdf.PdfReader(file)
    root = reader.root_object
    assert reader.pdf_header == version
    assert f"<pdfuaid:part>{part}</pdfuaid:part>" in read_metadata(reader)
    assert dictionary(root["/MarkInfo"])["/Marked"]
    assert str(root["/Lang"]) == "en"
    assert dictionary(root["/ViewerPreferences"])["/DisplayDocTitle"]
    assert reader.attachments == {}


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_part_has_its_tag(everything: Workspace, standard: str) -> None:
    document = structure(of_standard(everything, standard))
    headings = [int(element.kind[1]) for element in document.walk() if is_heading(element)]
    assert headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    assert 2 in headings
    assert len(document.all("LI")) == len(document.all("LBody")) == 2
    assert document.all("BlockQuote")
    pictures = {element.alternative for element in document.all("Figure")}
    assert pictures == {"Two squares", "Creative Commons licence BY"}
    assert [kind for kind in ("Note", "FENote") if document.all(kind)]


def is_heading(element: Element) -> bool:
    return re.fullmatch(r"H[1-6]", element.kind) is not None


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_table_is_one_however_often_it_is_cut(everything: Workspace, standard: str) -> None:
    small, long = structure(of_standard(everything, standard)).all("Table")
    assert shape(long) == [["Column"] * 3] + [[None] * 3] * len(ROWS)
    assert shape(small) == [["Both", "Column"], ["Row", None], ["Row", None]]


def shape(table: Element) -> list[list[str | None]]:
    """The scopes of the heads among a table's cells, row by row; nothing for other cells."""
    return [
        [
            cell.attributes["Scope"].removeprefix("/") if cell.kind == "TH" else None
            for cell in row.children
        ]
        for row in table.all("TR")
    ]


@pytest.mark.parametrize("standard", STANDARDS)
def test_links_say_where_they_lead(everything: Workspace, standard: str) -> None:
    links = [
        annotation.get_object()
        for leaf in pypdf.PdfReader(of_standard(everything, standard)).pages
        for annotation in leaf.get("/Annots", [])
    ]
    said = [str(link.get("/Contents", "")) for link in links]
    assert len(links) > 5
    assert all(said)
    assert "https://example.org/page" in said


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_text_is_that_of_the_untagged_document(everything: Workspace, standard: str) -> None:
    assert "lualatex" in everything.pdf().with_name(".camera-ready.json").read_text()
    tagged, untagged = of_standard(everything, standard), everything.pdf()
    assert lines(tagged) == lines(untagged)
    assert len(lines(tagged)) > 80


def lines(file: Path) -> list[str]:
    """The lines of a PDF; where it has tags, spaces between words and cells are characters."""
    return [" ".join(line.split()) for line in pdf.text(file).split("\n")]


def test_words_from_right_to_left_stand_in_the_order_of_reading(workspace: Workspace) -> None:
    require_tagging()
    require(Group.SCRIPTS, Group.NOTO)
    words = "نجيب محفوظ and שלום עליכם"
    workspace.write("editions/2024/summary.md", f"# One\n\nThey are {words} here.\n")
    finished = workspace.run("build", "2024", "--variant", "accessible")
    assert finished.code == 0, finished.output
    file = workspace.pdf("2024", "camera-ready-accessible")
    asked = ["pdfinfo", "-struct-text", str(file)]
    found = subprocess.run(asked, capture_output=True, check=True).stdout
    said = unicodedata.normalize("NFKC", found.decode("utf-8", errors="replace"))
    assert f"They are {words} here." in said
    assert unexplained(file) == []


def test_nothing_empty_is_read_out(versions: Workspace) -> None:
    for year, name in DOCUMENTS.items():
        document = structure(versions.pdf(year, f"{name}-accessible"))
        paragraphs = document.all("P", "H1", "LBody")
        assert paragraphs
        assert all(element.has_content or element.children for element in paragraphs)


def test_title_and_authors_come_first(versions: Workspace) -> None:
    file = versions.pdf("2024", "camera-ready-accessible")
    authors = len(versions.edition("2024").organizers)
    first = structure(file).children[: 1 + authors]
    assert [element.kind for element in first] == ["H1"] + ["Div"] * authors
    assert all(element.all("Link") for element in first[1:])


def test_metadata_are_those_of_the_untagged_document(versions: Workspace) -> None:
    for year, name in DOCUMENTS.items():
        tagged = pypdf.PdfReader(versions.pdf(year, f"{name}-accessible")).metadata
        untagged = pypdf.PdfReader(versions.pdf(year, name)).metadata
        assert tagged is not None
        assert untagged is not None
        for key in ("/Title", "/Author", "/Subject", "/Keywords"):
            assert tagged[key] == untagged[key]
        address = f"{year}/{name}-accessible.pdf"
        assert str(untagged["/AccessibleVersion"]).endswith(address)


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_same_data_make_the_same_bytes(everything: Workspace, standard: str) -> None:
    before = of_standard(everything, standard).read_bytes()
    with changed(everything, EDITION.format(2024)) as edition:
        edition["documents"]["camera-ready"]["accessible"] = standard
    file = everything.pdf("2024", "camera-ready-accessible")
    for options in ([], ["--force"]):  # from what the last run left, and from nothing
        file.unlink(missing_ok=True)
        finished = everything.run("build", "2024", "--variant", "accessible", *options)
        assert finished.code == 0, finished.output
        assert "LuaLaTeX, 2 passes" in finished.output or not options
        assert file.read_bytes() == before


def test_the_website_offers_it_beside_the_document(versions: Workspace) -> None:
    site = versions.root / "build/site"
    for year, name in DOCUMENTS.items():
        html = (site / f"{year}/index.html").read_text(encoding="utf-8")
        link = re.search(rf'<a [^>]*href="{name}-accessible.pdf"[^>]*>([^<]*)</a>', html)
        assert link is not None
        assert link[1] == "For screen readers (PDF/UA-1)"
        assert (site / f"{year}/{name}-accessible.pdf").is_file()


def test_its_facts_are_checked(versions: Workspace) -> None:
    finished = versions.run("check", "2024")
    assert "✓ accessible PDFs" in finished.output
    assert "tagged for screen readers" in finished.output
