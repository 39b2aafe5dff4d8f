"""A check after a build reads what the build loaded and rendered, and makes nothing of it anew."""

from __future__ import annotations

import json
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from proposal.build.build import build
from proposal.build.outputs import render_documents
from proposal.build.pages import render_pages
from proposal.build.request import BuildReport, Request
from proposal.check.cached_verdict import CachedVerdict
from proposal.check.verdict import Verdict, written_verdict
from proposal.doctor import Group
from proposal.edition.resolution.resolve import resolve
from proposal.model.loading.folder import read_folder
from proposal.render.jekyll.jekyll_site import render_jekyll
from proposal.render.latex.document import diagnostics_of_prose, render_document
from proposal.render.site.site import render_site
from proposal.render.text.texts import texts
from proposal.tex.prestart import Prestarted
from tests.parts import require
from tests.workspace import Workspace

DOCUMENTS = 2
"""The camera-ready of 2024 and the proposal of 2026."""


@contextmanager
def counted(*functions: Callable[..., Any]) -> Iterator[Counter[str]]:
    """Count the calls of some functions in all threads, by whatever module."""
    calls: Counter[str] = Counter()
    one_by_one = threading.Lock()

    def counting(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*arguments: Any, **named: Any) -> Any:
            with one_by_one:
                calls[function.__name__] += 1
            return function(*arguments, **named)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for function in functions:
            instead = counting(function)
            for module in list(sys.modules.values()):
                for name in [name for name, value in vars(module).items() if value is function]:
                    patch.setattr(module, name, instead)
        yield calls


def built(cached: CachedVerdict) -> BuildReport:
    """What comes of a build as the command makes it, with the check of the data beside it."""
    with closing(Prestarted()) as prestarted:
        return build(
            cached.request,
            cached.check_pdf,
            prestarted,
            on_wait=cached.check_data,
        )


def verdict_without_build(workspace: Workspace, tmp_path: Path) -> Verdict:
    """A verdict of which no cache knows anything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path / "empty"))
        return CachedVerdict(Request(workspace.root, [], every_edition=True)).verdict()


def as_json(verdict: Verdict, workspace: Workspace) -> str:
    """A verdict as it is kept, since one that was kept has lists for tuples."""
    return json.dumps(written_verdict(verdict, workspace.root))


def test_a_check_after_a_build_loads_and_renders_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    require(Group.DOCUMENTS)
    cached = CachedVerdict(Request(workspace.root, [], every_edition=True))
    rendering = (render_document, diagnostics_of_prose, render_site, render_jekyll, texts)
    with counted(read_folder, resolve, *rendering) as calls:
        report = built(cached)
        assert report.is_good, report.diagnostics
        by_build = dict(calls)
        verdict = cached.verdict(report)
    assert dict(calls) == by_build
    editions = len(workspace.load().editions)
    assert by_build == {
        "read_folder": 1,
        "resolve": editions,
        "render_document": DOCUMENTS,
        "diagnostics_of_prose": editions,
        "render_site": 1,
        "render_jekyll": 1,
        "texts": editions,
    }
    assert verdict.agreement.stated > 0
    alone = verdict_without_build(workspace, tmp_path)
    assert as_json(verdict, workspace) == as_json(alone, workspace)


def test_a_check_alone_renders_documents_and_pages_once(
    finished: Workspace, tmp_path: Path
) -> None:
    with counted(read_folder, resolve, render_documents, render_document, render_pages) as calls:
        verdict = verdict_without_build(finished, tmp_path)
    assert verdict.agreement.stated > 0
    assert dict(calls) == {
        "read_folder": 1,
        "resolve": 2,
        "render_documents": 1,
        "render_document": DOCUMENTS,
        "render_pages": 1,
    }
