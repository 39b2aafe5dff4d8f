"""What `proposal papers --format json` prints: the papers, and what is wrong with them.

The shape is a contract, as that of `check`: `docs/schema/read-papers.schema.json` describes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import Field
from pydantic.json_schema import GenerateJsonSchema

from proposal.check.papers.papers_check import CheckedPaper
from proposal.cli.printing import shown_file
from proposal.cli.report import VERSION, Finding, ReportPart
from proposal.diagnostics import Diagnostic, in_order

SCHEMA = "read-papers.schema.json"


class ReadPaper(ReportPart):
    """A paper whose PDF was read back."""

    edition: str
    """The edition's id."""
    id: str = Field(examples=["short-title"])
    """The paper's id."""
    file: str | None
    """Its PDF, from the folder in which the command was typed; `null` if there is none."""
    pages: int | None = Field(ge=1)
    """How many pages it has; `null` if it cannot be opened."""
    wrong: list[str] = Field(examples=[["other title"]])
    """What is wrong, in a few words; nothing if it agrees with the data."""

    @classmethod
    def of(cls, edition_id: str, paper: CheckedPaper) -> ReadPaper:
        """A paper as programs read it."""
        return cls(
            edition=edition_id,
            id=str(paper.paper.id),
            file=shown_file(paper.file) if paper.file else None,
            pages=paper.pages,
            wrong=[finding.brief for finding in paper.findings],
        )


class PapersReport(ReportPart):
    """What `proposal papers --format json` prints."""

    version: Literal[1] = VERSION
    """The version of this shape."""
    papers: list[ReadPaper]
    """All papers that are not withdrawn; nothing if the data are wrong."""
    findings: list[Finding]
    """All findings, in the order of files and lines."""

    @classmethod
    def of(
        cls, papers: Iterable[tuple[str, CheckedPaper]], found: Iterable[Diagnostic]
    ) -> PapersReport:
        """Papers, each with its edition's id, and all that is wrong."""
        return cls(
            papers=[ReadPaper.of(edition_id, paper) for edition_id, paper in papers],
            findings=[Finding.of(diagnostic) for diagnostic in in_order(found)],
        )


def papers_report_schema() -> dict[str, Any]:
    """The JSON Schema of a report on papers."""
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": SCHEMA,
        **PapersReport.model_json_schema(mode="serialization"),
    }
