"""A verdict on tagged PDFs: its line, its JSON, and veraPDF's part in it."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pypdf
from pypdf.generic import DecodedStreamObject, NameObject
from rich.console import Console

from proposal.check.facts.inspection import Agreement, ArtefactKind, Inspection
from proposal.check.verdict import Heading, Verdict, read_verdict, written_verdict
from proposal.cli.check_summary import print_summary
from proposal.cli.report import Report
from tests.workspace import Workspace

CLAIM = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/></rdf:RDF></x:xmpmeta>'
)


def verdict(tags: str) -> Verdict:
    inspection = Inspection("2026", ArtefactKind.CAMERA_READY, 3, 3, 2, tags)
    return Verdict([Heading("2026", "WORK 2026", "HOST, Ghent")], [], Agreement([inspection]))


def line_of(tags: str) -> str:
    printed = io.StringIO()
    console = Console(file=printed, width=120)
    print_summary(verdict(tags), console)
    text = printed.getvalue()
    return next(line for line in text.splitlines() if "camera-ready.pdf" in line)


def test_the_line_of_a_tagged_pdf_says_what_it_says_of_its_tags() -> None:
    assert line_of("PDF/UA-1, language en").endswith(
        "2 pages, 3 facts agree, tagged (PDF/UA-1, language en), fit for production"
    )


def test_the_line_of_another_pdf_says_nothing_of_tags() -> None:
    assert line_of("").endswith("2 pages, 3 facts agree, fit for production")


def test_tags_are_part_of_the_json() -> None:
    (tagged,) = Report.of(verdict("PDF/UA-2, language en")).artefacts
    (untagged,) = Report.of(verdict("")).artefacts
    assert (tagged.tags, untagged.tags) == ("PDF/UA-2, language en", None)


def test_a_verdict_that_is_kept_keeps_them(tmp_path: Path) -> None:
    kept = read_verdict(written_verdict(verdict("PDF/UA-1, language en"), tmp_path), tmp_path)
    assert kept.agreement.inspections[0].tags == "PDF/UA-1, language en"


def test_a_check_asks_verapdf_again_where_it_failed(workspace: Workspace, tmp_path: Path) -> None:
    built = workspace.built("2024", "camera-ready")
    writer = pypdf.PdfWriter(clone_from=built)
    metadata = DecodedStreamObject()
    metadata.set_data(CLAIM)
    writer.root_object[NameObject("/Metadata")] = writer._add_object(metadata)
    writer.write(built)
    program = tmp_path / "verapdf"
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    _print(program, "no report", 0)
    first = workspace.run("check", "2024", PATH=path)
    assert "its claim of PDF/UA-1 is not proved [verapdf-failed]" in first.output
    assert "it claims PDF/UA-1, and it has no tags [no-tags]" in first.output
    _print(program, '<report><validationReport isCompliant="true"/></report>', 0)
    again = workspace.run("check", "2024", PATH=path)
    assert "verapdf" not in again.output
    assert "[no-tags]" in again.output


def _print(program: Path, report: str, code: int) -> None:
    program.write_text(f"#!/bin/sh\necho '{report}'\nexit {code}\n", encoding="utf-8")
    program.chmod(0o755)
    os.utime(program, (1, 1))  # as if it had not changed
