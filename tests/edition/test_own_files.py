"""Files that lie beside an edition stand on its pages under the addresses that its data name."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from proposal.edition.own_files import with_whole_addresses
from proposal.model.own_file_names import LARGEST_OWN_FILE
from proposal.model.records.paper import PaperRecord
from tests.check.facts.conftest import looked_at
from tests.diagnostic_lists import only
from tests.model.records import record
from tests.workspace import Workspace

PAPERS, EDITION = "editions/2026/papers.yaml", "editions/2026/edition.yaml"
PDF, SLIDES = b"%PDF-1.7\n% a paper\n", b"slides of a talk"


def own_file(workspace: Workspace, name: str, content: bytes) -> Path:
    """A file beside the edition of 2026."""
    file = workspace.data / "editions/2026/files" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    return file


def named(workspace: Workspace) -> Workspace:
    """The workshop with a paper and a talk that name files."""
    own_file(workspace, "ranks.pdf", PDF)
    own_file(workspace, "opus.pptx", SLIDES)
    workspace.replace(PAPERS, "- id: agp\n", "- id: agp\n  pdf: ranks.pdf\n")
    talk = "person: meng-jiang\n"
    workspace.replace(EDITION, talk, f"{talk}    slides: opus.pptx\n")
    return workspace


def test_files_are_copied_linked_and_checked(workspace: Workspace) -> None:
    named(workspace)
    finished = workspace.run("build", "--only", "site,jekyll,text")
    assert finished.code == 0, finished.output
    build = workspace.root / "build"
    page = (build / "site/2026/index.html").read_text(encoding="utf-8")
    for name, content in (("ranks.pdf", PDF), ("opus.pptx", SLIDES)):
        assert f'href="files/{name}"' in page
        assert (build / "site/2026/files" / name).read_bytes() == content
        assert (build / "jekyll/assets/files/GenAIRecP2026" / name).read_bytes() == content
    address = "https://genai-personalization.github.io/2026/files/ranks.pdf"
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    works = [work for part in json.loads(text)["subEvent"] for work in part.get("workFeatured", [])]
    assert [work["url"] for work in works if "url" in work] == [address]
    assert address in (build / "2026/papers.bib").read_text("utf-8")
    data = (build / "jekyll/_data/papers2026.yml").read_text("utf-8")
    assert '"/assets/files/GenAIRecP2026/ranks.pdf"' in data

    (build / "site/2026/files/ranks.pdf").write_bytes(PDF + b"!")
    found = [diagnostic.message for diagnostic in looked_at(workspace).diagnostics]
    assert any("build/site/2026/files/ranks.pdf" in message for message in found), found
    own_file(workspace, "ranks.pdf", PDF + b"% corrected\n")
    again = workspace.run("build", "--only", "site,jekyll")
    assert "up to date" not in next(
        line for line in again.output.splitlines() if "build/site" in line
    )
    assert (build / "site/2026/files/ranks.pdf").read_bytes().endswith(b"% corrected\n")
    third = workspace.run("build", "--only", "site")
    assert "up to date" in third.output


def test_a_paper_in_a_part_of_a_session_is_found_with_its_file(workspace: Workspace) -> None:
    program = "editions/2026/program.yaml"
    session = "papers: [agp, insertrank, selective-regularization]}"
    parts = "parts: [{minutes: 15, papers: [agp]}, {minutes: 15, papers: [insertrank]}]}"
    named(workspace).replace(program, session, parts)
    edition = with_whole_addresses(workspace.edition("2026"))
    paper = next(paper for paper in edition.papers if paper.id == "agp")
    slot = edition.slot_of(paper)
    assert slot is not None
    assert slot.hours == "11:00–11:15"


def test_a_missing_file_is_an_error_at_its_line_with_the_nearest_name(workspace: Workspace) -> None:
    named(workspace)
    workspace.replace(PAPERS, "pdf: ranks.pdf", "pdf: rank.pdf")
    _, diagnostics = workspace.resolve("2026")
    missing = only([found for found in diagnostics if found.code == "missing-file"])
    assert missing.message == "there is no file data/editions/2026/files/rank.pdf"
    assert str(missing.hint).startswith("did you mean `ranks.pdf`?")
    assert missing.span is not None
    assert f"{missing.span.file.name}:{missing.span.line}:{missing.span.column}" == (
        workspace.place_of(PAPERS, "rank.pdf")
    )
    unlinked = only([found for found in diagnostics if found.code == "unlinked-file"])
    assert unlinked.message.startswith("nothing leads to files/ranks.pdf: it is copied, and found")


@pytest.mark.parametrize("kind", ["link", "folder", "large"])
def test_what_is_no_file_of_the_edition_is_refused(workspace: Workspace, kind: str) -> None:
    named(workspace)
    file = workspace.data / "editions/2026/files/ranks.pdf"
    if kind == "large":
        os.truncate(file, LARGEST_OWN_FILE * 1024 * 1024 + 1)
    else:
        file.unlink()
    if kind == "link":
        file.symlink_to(workspace.data / "workshop.yaml")
    elif kind == "folder":
        file.mkdir()
    _, diagnostics = workspace.resolve("2026")
    found = only(diagnostics)
    assert found.code == ("file-too-large" if kind == "large" else "unreadable-file")
    assert found.span is not None
    assert found.span.file.name == "papers.yaml"


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("papers/lists.pdf", "not-a-file-name", "write its name: lists.pdf"),
        ("../lists.pdf", "not-a-file-name", "write its name: lists.pdf"),
        ("/etc/lists.pdf", "not-a-file-name", "write its name: lists.pdf"),
        ("My lists.pdf", "not-a-file-name", "My-lists.pdf"),
        ("lists.html", "not-a-file-name", "export it as PDF"),
        ("example.org/lists.pdf", "not-a-url", "write https://example.org/lists.pdf"),
    ],
)
def test_what_is_neither_an_address_nor_a_plain_name_is_refused(
    typed: str, code: str, hint: str
) -> None:
    found = only(record(f"id: a\ntitle: A\nauthors: [B]\npdf: {typed}\n", PaperRecord).diagnostics)
    assert found.code == code
    assert hint in str(found.hint)
