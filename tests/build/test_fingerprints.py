"""Fingerprints tell whether a folder is as it was; large PDFs of papers are not read for that."""

from __future__ import annotations

import os
from pathlib import Path

from proposal.build.fingerprints import Fingerprints, digest_of_folder
from proposal.caching import digest


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


def test_files_that_were_made_are_read_once_and_pipes_among_them_never(tmp_path: Path) -> None:
    page = tmp_path / "build" / "site" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"made")
    os.mkfifo(tmp_path / "build" / "pipe")
    now = Fingerprints(tmp_path)
    assert now.are_outputs({"site/index.html": digest(b"made")})
    assert not now.are_outputs({"pipe": digest(b"made")})
    found = now.digest_of_outputs()
    page.write_bytes(b"changed")
    assert now.digest_of_outputs() == found
    changed = Fingerprints(tmp_path)
    assert changed.digest_of_outputs() != found
    assert not changed.are_outputs({"site/index.html": digest(b"made")})
