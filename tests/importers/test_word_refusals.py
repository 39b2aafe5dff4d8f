"""What is no Word document is refused with what to do; a hostile one does no harm."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.word import package, read_word
from tests.importers.bringing import new_folder, refuses
from tests.importers.word_documents import add, new_document, saved, with_parts

BOMB = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">]><w>&a;</w>'


def refusal(file: Path) -> str:
    with pytest.raises(ImportSourceError) as refused:
        read_word(file, "2026")
    return str(refused.value).replace(f"{file.parent}/", "")


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "a document of Word 97 to 2003 (.doc), or one that a",
        ),
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1 so}", "a document in RTF"),
        (b"<html><body>So</body></html>", "a page in HTML or XML"),
        (b"Just some words.", "no Word document (.docx)"),
        (b"", "no Word document (.docx)"),
    ],
)
def test_another_file_is_named_with_what_to_do(start: bytes, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "proposal.doc"
    file.write_bytes(start)
    said = refusal(file)
    assert said.startswith(f"proposal.doc is {kind}")
    assert said.endswith("; open it in a word processor and save it as .docx")


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("content.xml mimetype", "a document of OpenDocument (.odt)"),
        ("Index/Document.iwa", "a document of Pages"),
        ("xl/workbook.xml", "a spreadsheet"),
        ("ppt/presentation.xml", "a presentation"),
        ("readme.txt", "an archive without a Word document in it"),
    ],
)
def test_another_archive_is_named_with_what_to_do(part: str, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "proposal.docx"
    with zipfile.ZipFile(file, "w") as archive:
        for name in part.split():
            archive.writestr(name, "so")
    said = refusal(file)
    assert said == f"proposal.docx is {kind}; open it in a word processor and save it as .docx"


def test_a_damaged_document_is_refused(tmp_path: Path) -> None:
    file = saved(new_document(), tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert refusal(file).startswith("proposal.docx is damaged and cannot be read")
    file.write_bytes(whole[:40] + b"\0" * 200 + whole[240:])
    assert refusal(file).startswith("proposal.docx is damaged and cannot be read")


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/extra.xml"])
def test_entities_in_xml_are_refused(part: str, tmp_path: Path) -> None:
    file = with_parts(saved(new_document(), tmp_path), {part: BOMB})
    assert refusal(file) == "proposal.docx has a document type in its XML, which no .docx has"


def test_xml_that_is_nested_without_an_end_is_refused(tmp_path: Path) -> None:
    deep = b"<w>" * 5_000 + b"</w>" * 5_000
    file = with_parts(saved(new_document(), tmp_path), {"word/document.xml": deep})
    assert refusal(file) == "proposal.docx has elements nested too deeply, which no .docx has"


def test_a_part_that_unpacks_to_very_much_is_refused_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "_LARGEST_PART", 100_000)
    file = saved(new_document(), tmp_path)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/picture.bin", b"\0" * 2_000_000)
    began = time.monotonic()
    assert "is larger unpacked than any proposal is" in refusal(file)
    assert time.monotonic() - began < 2


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    extra = {f"word/media/{number}": b"" for number in range(4_100)}
    file = with_parts(saved(new_document(), tmp_path), extra)
    assert "is larger unpacked than any proposal is" in refusal(file)


def test_a_document_without_a_title_says_how_to_give_it_one(tmp_path: Path) -> None:
    document = new_document(None)
    add(document, "word " * 80)
    assert "give the title that style, and save it" in refusal(saved(document, tmp_path))


def test_characters_that_turn_the_text_round_are_refused(tmp_path: Path) -> None:
    document = new_document()
    add(document, "Ann \u202eAuthor")
    workspace = new_folder(tmp_path / "workshop")
    said = refuses(workspace, "word", saved(document, tmp_path / "source"))
    assert "the invisible character U+202E cannot be printed" in said


def test_signs_with_a_meaning_of_ours_are_not_taken_from_a_document(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    add(document, "So\ue0137\ue014 it \ue0163\ue017is\uf0b7.")
    draft = read_word(saved(document, tmp_path), "2026")
    assert draft.texts["proposal.md"] == "# Aims\n\nSo7 it 3is."


def test_pictures_from_elsewhere_are_not_fetched(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    file = saved(document, tmp_path)
    relation = (
        b'<Relationship Id="rId99" TargetMode="External" Target="file:///etc/hostname" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
    )
    drawing = (
        b'<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        b'wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
        b'main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/'
        b'picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
        b'2006/relationships" r:link="rId99"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        b"</wp:inline></w:drawing></w:r></w:p>"
    )
    with zipfile.ZipFile(file) as archive:
        rels = archive.read("word/_rels/document.xml.rels")
        main = archive.read("word/document.xml")
    file = with_parts(
        file,
        {
            "word/_rels/document.xml.rels": rels.replace(
                b"</Relationships>", relation + b"</Relationships>"
            ),
            "word/document.xml": main.replace(b"<w:sectPr", drawing + b"<w:sectPr", 1),
        },
    )
    draft = read_word(file, "2026")
    assert draft.pictures == {}
