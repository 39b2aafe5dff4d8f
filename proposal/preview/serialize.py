"""The state as JSON, for the page. Everything in it is text, and is shown as text."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from proposal.preview.diff import Change
from proposal.preview.preview_state import Name, Shown, Website
from proposal.preview.problems import Problem, place_of
from proposal.typed_commands import as_typed

_LONGEST = 600
"""Characters of a fact that are shown; a biography's end is seen in the documents."""


def state_as_json(shown: Shown, root: Path) -> str:
    """The state as JSON in one line.

    Args:
        shown: the state.
        root: the folder that holds `data/`, from which places are shown.
    """
    problems = dict.fromkeys((*shown.of_data, *shown.of_documents))
    website = shown.website
    return json.dumps(
        {
            "title": shown.title,
            "edition": shown.edition,
            "editions": shown.editions,
            "phase": shown.phase,
            "step": shown.step,
            "finished": _clock(shown.finished),
            "seconds": round(shown.seconds, 1),
            "website": _website(website) if website else None,
            "documents": [_document(name, shown) for name in shown.documents],
            "problems": [_problem(problem) for problem in problems],
            "missing_tex": as_typed(shown.missing_tex) if shown.missing_tex else None,
            "saved": shown.saved,
            "changes": [_change(change, root) for change in shown.changes],
        }
    )


def _clock(moment: dt.datetime | None) -> str | None:
    return f"{moment:%H:%M:%S}" if moment else None


def _website(website: Website) -> dict[str, Any]:
    return {
        "version": website.version,
        "assets": website.assets,
        "made": _clock(website.made),
    }


def _document(name: Name, shown: Shown) -> dict[str, Any]:
    pdf = shown.pdfs.get(name)
    return {
        "edition": name[0],
        "name": name[1],
        "page_limit": shown.documents[name],
        "version": pdf.version if pdf else 0,
        "made": _clock(pdf.made) if pdf else None,
        "page_sizes": pdf.pdf.sizes if pdf else (),
        "changed_pages": pdf.changed if pdf else (),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    diagnostic, excerpt = problem.diagnostic, problem.excerpt
    return {
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": as_typed(diagnostic.message),
        "hint": as_typed(diagnostic.hint) if diagnostic.hint else None,
        "place": problem.place,
        "line": diagnostic.span.line if diagnostic.span else None,
        "excerpt": [excerpt.before, excerpt.marked, excerpt.after] if excerpt else None,
    }


def _change(change: Change, root: Path) -> dict[str, Any]:
    return {
        "name": change.name,
        "before": _shortened(change.before),
        "after": _shortened(change.after),
        "place": place_of(change.span, root),
        "editions": change.editions,
    }


def _shortened(text: str | None) -> str | None:
    if text is None or len(text) <= _LONGEST:
        return text
    return text[:_LONGEST] + "…"
