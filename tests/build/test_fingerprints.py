"""Fingerprints tell whether a folder is as it was; large PDFs of papers are not read for that."""

from __future__ import annotations

from pathlib import Path

from proposal.build.fingerprints import digest_of_folder


def test_another_content_is_another_fingerprint(tmp_path: Path) -> None:
    text = tmp_path / "editions" / "2026" / "proposal.md"
    text.parent.mkdir(parents=True)
    text.write_text("one", encoding="utf-8")
    before = digest_of_folder(tmp_path)
    text.write_text("two", encoding="utf-8")
    assert digest_of_folder(tmp_path) != before


def test_of_a_paper_a_build_knows_only_that_it_is_there(tmp_path: Path) -> None:
    paper = tmp_path / "editions" / "2026" / "papers" / "agp.pdf"
    paper.parent.mkdir(parents=True)
    without = digest_of_folder(tmp_path)
    paper.write_text("one", encoding="utf-8")
    before = digest_of_folder(tmp_path)
    assert before != without
    paper.write_text("two", encoding="utf-8")
    assert digest_of_folder(tmp_path) == before
