"""What `--format json` prints: findings, and what was looked at, for other programs.

The shape is a contract: `docs/schema/check.schema.json` describes it, keys are only ever added,
and `version` changes when one changes its meaning.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema

from proposal.check.calls.call_result import COUNTED, CallAnswer
from proposal.check.verdict import Verdict
from proposal.cli.printing import shown_file
from proposal.diagnostics import Diagnostic, Severity, in_order
from proposal.typed_commands import as_typed

VERSION: Literal[1] = 1


class ReportPart(BaseModel):
    """A part of what programs read."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Finding(ReportPart):
    """One thing that is wrong, unfinished or unlikely."""

    severity: Severity
    """How much it matters; with `--strict` there is no `warning`."""
    code: str = Field(examples=["to-be-confirmed"])
    """The stable name of the rule."""
    message: str
    """One sentence."""
    hint: str | None
    """What to do."""
    file: str | None
    """From the folder in which the command was typed; a whole path if it lies elsewhere; `null` if
    the finding has no place."""
    line: int | None = Field(ge=1)
    """Counted from 1."""
    column: int | None = Field(ge=1)
    """Counted from 1, in characters."""
    end_column: int | None = Field(ge=1)
    """The column behind the last character."""

    @classmethod
    def of(cls, diagnostic: Diagnostic) -> Finding:
        """A diagnostic as a finding."""
        span = diagnostic.span
        return cls(
            severity=diagnostic.severity,
            code=diagnostic.code,
            message=as_typed(diagnostic.message),
            hint=as_typed(diagnostic.hint) if diagnostic.hint else None,
            file=shown_file(span.file) if span else None,
            line=span.line if span else None,
            column=span.column if span else None,
            end_column=span.end_column if span else None,
        )


class Artefact(ReportPart):
    """Something that was made of an edition, and read back."""

    edition: str
    """The edition's id."""
    artefact: str = Field(examples=["proposal.pdf"])
    """What it is."""
    facts: int = Field(ge=0)
    """How many facts it must state; 0 if it could not be compared with the data."""
    agreeing: int = Field(ge=0)
    """How many of them it states as the data do."""
    pages: int | None = Field(default=None, ge=1)
    """How many pages it has, if it is a PDF that is current."""
    tags: str | None = Field(default=None, examples=["PDF/UA-1, language en"])
    """What it says of its tags, if it is a tagged PDF."""
    findings: int = Field(ge=0)
    """How many of the findings are about it."""


class MetBy(ReportPart):
    """What meets a demand."""

    kind: Literal["section", "fact", "count"]
    """A section of the prose, a fact of the data, or a number of pages or words."""
    name: str = Field(examples=["Target Audience"])
    """The section's heading, the fact's name, or the number."""


class Demand(ReportPart):
    """Something that the host conference's call demands, and what a document says to it."""

    edition: str
    """The edition's id."""
    document: str = Field(examples=["proposal"])
    """The document of which it is demanded."""
    demand: str = Field(examples=["audience"])
    """What is demanded, by a name of docs/reference/calls.md, or `pages`, `words`,
    `part`, `order` or `setting`."""
    call: str = Field(examples=["WSDM 2022's call"])
    """The call that demands it."""
    says: str | None
    """What that call says of it, in the words of `data/venues/`."""
    met: bool
    """Whether the data answer it and, if there is a PDF, it was found there."""
    proved: bool
    """Whether it is met and there is a PDF."""
    by: MetBy | None
    """What answers it; `null` if nothing does."""
    page: int | None = Field(ge=1)
    """The page of the PDF on which it stands, counted from 1."""
    missing: str | None
    """What is missing; `null` if it is met."""
    hint: str | None
    """What to do."""
    file: str | None
    """Where the answer stands, or should stand, as in a finding."""
    line: int | None = Field(ge=1)
    """Counted from 1."""

    @classmethod
    def of(cls, edition_id: str, answer: CallAnswer) -> Demand:
        """An answer as programs read it."""
        span = answer.span
        kind: Literal["section", "fact", "count"] = "section" if answer.is_section else "fact"
        return cls(
            edition=edition_id,
            document=answer.document,
            demand=answer.demand,
            call=answer.source,
            says=answer.says,
            met=answer.is_met,
            proved=answer.is_proved,
            by=MetBy(kind="count" if answer.demand in COUNTED else kind, name=answer.by)
            if answer.by
            else None,
            page=answer.page,
            missing=answer.missing or None,
            hint=as_typed(answer.hint) or None,
            file=shown_file(span.file) if span else None,
            line=span.line if span else None,
        )


class Report(ReportPart):
    """What `proposal check --format json` prints."""

    version: Literal[1] = VERSION
    """The version of this shape."""
    editions: list[str]
    """The editions that were looked at, by id; none if the data are wrong."""
    artefacts: list[Artefact]
    """What was read back; nothing if the data are wrong or nothing was made yet."""
    demands: list[Demand]
    """What the calls of the host conferences demand; nothing if the data are wrong."""
    findings: list[Finding]
    """All findings, in the order of files and lines."""

    @classmethod
    def of(cls, verdict: Verdict) -> Report:
        """A verdict as a report."""
        return cls(
            editions=[edition.id for edition in verdict.editions],
            artefacts=[
                Artefact(
                    edition=inspection.edition_id,
                    artefact=inspection.artefact,
                    facts=inspection.stated,
                    agreeing=inspection.agreeing,
                    pages=inspection.pages,
                    tags=inspection.tags or None,
                    findings=len(inspection.diagnostics),
                )
                for inspection in verdict.agreement.inspections
            ],
            demands=[
                Demand.of(called.edition_id, answer)
                for called in verdict.calls
                for answer in called.answers
            ],
            findings=[Finding.of(diagnostic) for diagnostic in in_order(verdict.diagnostics)],
        )


def report_schema() -> dict[str, Any]:
    """The JSON Schema of a report."""
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": "check.schema.json",
        **Report.model_json_schema(mode="serialization"),
    }
