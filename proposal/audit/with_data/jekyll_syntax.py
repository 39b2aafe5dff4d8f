"""Finds what keeps Jekyll from showing a page or from reading a data file."""

from __future__ import annotations

import yaml

from proposal.diagnostics import Diagnostic, Span, error
from proposal.reading.document_forms import DocumentForm
from proposal.reading.source_document import SourceDocument


def jekyll_errors(document: SourceDocument) -> list[Diagnostic]:
    """What Jekyll would not read; the words are compared all the same."""
    if document.form not in {DocumentForm.DATA, DocumentForm.MARKDOWN}:
        return []
    try:
        for _ in yaml.parse(document.data_source, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            pass
    except yaml.MarkedYAMLError as reason:
        mark = reason.problem_mark or reason.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return [_error(document, line, column, reason.problem or "it cannot be read")]
    except (yaml.YAMLError, RecursionError) as reason:
        return [_error(document, 1, 1, str(reason).partition("\n")[0][:200])]
    return []


def _error(document: SourceDocument, line: int, column: int, problem: str) -> Diagnostic:
    hint = "Jekyll does not show the page before this is mended"
    span = Span(document.file, line, column, column + 1)
    return error("yaml-syntax", f"this is no YAML: {problem}", span, hint)
