"""Compares files of a built workshop, as pages of somebody's, with its data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from proposal.audit.run_audit import Audit, audit
from proposal.diagnostics import Diagnostic
from proposal.project import load
from tests.workspace import Workspace

Compare = Callable[..., Audit]


@pytest.fixture
def compare(workspace: Workspace) -> Compare:
    """Compares files with the data of an edition, which need not be built."""

    def comparing(*paths: Path, year: str = "2026") -> Audit:
        return audit(load(workspace.root), year, paths)

    return comparing


def messages_of(findings: list[Diagnostic]) -> list[str]:
    """Each finding as `code: message`, with plain spaces."""
    return [
        f"{diagnostic.code}: {diagnostic.message}".replace("\N{NO-BREAK SPACE}", " ")
        for diagnostic in findings
    ]


CALL = """\
Subject: Call for Papers: GenAIRecP 2026

Third Workshop on Generative AI for Recommender Systems and
Personalization, at WSDM 2026 in Boise, Idaho, USA

Workshop: February 26, 2026
Submission deadline: November 28, 2025
Notification: December 18, 2025

Papers of 2-8 pages go to
https://openreview.net/group?id=WSDM/2026/Workshop/GenAIRecP
"""


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """A call that was sent by mail."""
    file = tmp_path / "call.txt"
    file.write_text(CALL, encoding="utf-8")
    return file
