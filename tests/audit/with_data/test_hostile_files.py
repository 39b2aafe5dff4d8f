"""Files that are broken, huge or something else give a finding each, and no more than that."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.audit.with_data.conftest import Compare, messages_of

OTHER_THAN_NAMED = [
    ("picture.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "not-text"),
    ("page.html", b"<p>" + b"GenAIRecP 2026 " * 700_000, "file-too-large"),
    ("paper.pdf", b"%PDF-1.5\nnothing of the kind", "unreadable-pdf"),
    ("empty.pdf", b"", "unreadable-pdf"),
    ("days.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:soon\n", "unreadable-calendar"),
    ("slides.pptx", b"PK", "unknown-kind"),
]


def test_files_that_are_not_what_their_names_say_are_reported(
    compare: Compare, call: Path, tmp_path: Path
) -> None:
    for name, content, _ in OTHER_THAN_NAMED:
        (tmp_path / name).write_bytes(content)
    findings = compare(call, *(tmp_path / name for name, *_ in OTHER_THAN_NAMED)).diagnostics
    found = {(one.span.file, one.code) for one in findings if one.span}
    assert found == {(tmp_path / name, code) for name, _, code in OTHER_THAN_NAMED}
    assert len(findings) == len(OTHER_THAN_NAMED), messages_of(findings)


def test_a_page_with_broken_front_matter_is_compared_all_the_same(
    compare: Compare, tmp_path: Path
) -> None:
    page = tmp_path / "GenAIRecP2026.md"
    page.write_text(
        '---\ntitle: "Third Workshop on Generative AI for Recommender Systems and '
        "Personalization\nexcerpt: [\n---\nGenAIRecP 2026 at WSDM 2026, Boise, Idaho\n\n"
        "Workshop: February 26, 2026\n\nSubmission deadline: December 5, 2025\n",
        encoding="utf-8",
    )
    findings = compare(page).diagnostics
    assert [diagnostic.code for diagnostic in findings] == ["yaml-syntax", "different-fact"], (
        messages_of(findings)
    )


def test_a_page_in_another_encoding_is_compared_and_reported(compare: Compare, call: Path) -> None:
    call.write_bytes(call.read_bytes() + "Université\n".encode("latin-1"))
    (finding,) = compare(call).diagnostics
    assert finding.code == "not-utf-8"
    assert str(finding.severity) == "warning"


def test_an_address_that_is_none_is_no_link_of_the_workshop(
    compare: Compare, tmp_path: Path
) -> None:
    page = tmp_path / "GenAIRecP2026.html"
    page.write_text(
        "<title>GenAIRecP 2026</title><h1>GenAIRecP 2026</h1>"
        '<p>Submit papers <a href="http://[papers">here</a>.</p>',
        encoding="utf-8",
    )
    audited = compare(page)
    assert [file.file.name for file in audited.files] == [page.name]


def test_links_in_circles_are_not_followed(compare: Compare, call: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    call.rename(folder / "call.txt")
    (folder / "again").symlink_to(folder)
    (folder / "loop.html").symlink_to(folder / "loop.html")
    (folder / "gone.html").symlink_to(folder / "nowhere.html")
    (folder / "same.txt").symlink_to(folder / "call.txt")
    os.mkfifo(folder / "pipe.html")
    audited = compare(folder)
    assert messages_of(audited.diagnostics) == []
    assert [exhibit.file.name for exhibit in audited.files] == ["call.txt"]


def test_parts_of_other_programs_are_passed_over(
    compare: Compare, call: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    wrong = call.read_text(encoding="utf-8").replace("November 28", "December 5")
    for name in (".git", "node_modules", "assets", "_site", "_posts"):
        (folder / name).mkdir(parents=True)
        (folder / name / "call.txt").write_text(wrong, encoding="utf-8")
    (folder / "_config.yml").write_text("title: GenAIRecP\n", encoding="utf-8")
    (folder / "slides.pptx").write_bytes(b"PK")
    for name in ("papers.bib", "summary.tex"):
        (folder / name).write_text("Placeholder", encoding="utf-8")
    call.rename(folder / "call.txt")
    audited = compare(folder)
    assert messages_of(audited.diagnostics) == []
    assert audited.summary.lines[-1] == (
        "Left alone: 1 file about no edition, 1 dated piece of news, and 2 files ending in .pptx "
        "and .tex."
    )


@pytest.mark.parametrize("content", ["<", "<!--", "{{", "](", "- ", "_a", "28 Nov ", "9:00 - "])
def test_a_page_of_one_thing_again_and_again_is_read_in_time(
    compare: Compare, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "GenAIRecP2026.html"
    file.write_text(f"GenAIRecP 2026\n{content * 20_000}\nThird Workshop", encoding="utf-8")
    began = time.process_time()
    compare(file)
    assert time.process_time() - began < 8
