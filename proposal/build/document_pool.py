"""Makes several documents at a time beside something else, and tells what becomes of each."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

from proposal.build import graph
from proposal.build.documents import Built, Task, build_document
from proposal.build.request import Kind, OnStep, Request, Step
from proposal.render.latex.document import RenderedDocument
from proposal.tex.prestart import Prestarted


@contextmanager
def in_the_making(
    request: Request, tasks: Sequence[Task], on_step: OnStep, stopped: Event, prestarted: Prestarted
) -> Iterator[list[Future[Built]]]:
    """Make some documents, several at a time, while the caller goes on with something else.

    What goes wrong on the machine is raised where a document is waited for: that TeX is not
    installed (`MachineError`), or that `build/` cannot be written to (`DeliveryError`); and that
    `stopped` was set while TeX ran (`StoppedError`).
    """
    begun = [Event() for _ in tasks]
    with ThreadPoolExecutor(max_workers=request.jobs) as pool:
        try:
            making = [
                pool.submit(_made, request, task, on_step, stopped, prestarted, its_begin)
                for task, its_begin in zip(tasks, begun, strict=True)
            ]
            for each in begun[: request.jobs]:
                each.wait()  # or what the caller goes on with would keep TeX from starting
            yield making
        except BaseException:
            stopped.set()  # or nobody could leave before TeX has finished
            raise


def _made(
    request: Request,
    task: Task,
    on_step: OnStep,
    stopped: Event,
    prestarted: Prestarted,
    begun: Event,
) -> Built:
    """Make one document; `begun` is set as soon as TeX is at work, or need not be."""
    edition, rendered = task
    name = graph.document(edition.year, rendered.name).name
    started = time.monotonic()

    def on_pass(number: int) -> None:
        on_step(Step(name, f"{rendered.engine}, pass {number}"))
        begun.set()

    try:
        built = build_document(
            request.root,
            edition,
            rendered,
            force=request.force,
            on_pass=on_pass,
            on_pdf=lambda pdf: on_step(Step(name, "reading it back", pdf=pdf)),
            stopped=stopped,
            prestarted=prestarted,
            is_shown=Kind.SITE in request.kinds and edition.documents[rendered.name].is_public,
        )
    finally:
        begun.set()
    seconds = time.monotonic() - started if built.passes else 0.0
    told = outcome(built, rendered)
    on_step(Step(name, told, is_done=True, is_good=built.is_good, seconds=seconds))
    return built


_ENGINE_NAMES = {"pdflatex": "pdfLaTeX", "lualatex": "LuaLaTeX"}
_SHOWN_CHARACTERS = 8


def outcome(built: Built, rendered: RenderedDocument) -> str:
    """What became of a document, in a line."""
    if not built.pages:
        return "not made; what was there before is still there"
    pages = f"{built.pages} page{'s' if built.pages > 1 else ''}"
    if built.page_limit:
        pages += f" (at most {built.page_limit})"
    if not built.passes:
        return f"{pages}, up to date: TeX was not run"
    how = f"{_ENGINE_NAMES[rendered.engine]}, {built.passes} pass{'es' if built.passes > 1 else ''}"
    if rendered.beyond_pdflatex:
        shown = " ".join(rendered.beyond_pdflatex[:_SHOWN_CHARACTERS])
        how += f", for {shown}"
    return f"{pages}, {how}"
