"""Renders the pages while TeX runs, and waits for a document only when a page offers it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from proposal.build.documents import Built, Task
from proposal.build.request import OnStep, Request, Step
from proposal.build.source_fingerprints import Sources
from proposal.diagnostics import has_errors
from proposal.edition.series import Series

if TYPE_CHECKING:
    from proposal.build.pages import DeliveredPages, Pages


class _NotMadeError(Exception):
    """A document that pages offer could not be made."""


@dataclass(slots=True)
class PagesMeanwhile:
    """The rendering of pages beside the making of documents."""

    request: Request
    series: Series
    tasks: Sequence[Task]
    making: Sequence[Future[Built]]
    """What becomes of each of the tasks."""
    on_wait: Callable[[], None]
    """Called when there is nothing left to render before TeX has finished."""
    seconds: float = 0.0
    """How long the rendering took, without the waiting."""

    def rendered(self, on_step: OnStep) -> Pages | None:
        """The pages; nothing if a document that they offer could not be made."""
        on_step(Step("build/site/", "rendering"))
        started = time.monotonic()
        from proposal.build.pages import render_pages  # noqa: PLC0415 - slow to load; TeX is running by now

        waits = {
            edition.year: partial(self._wait_for, edition.year)
            for (edition, _), future in zip(self.tasks, self.making, strict=True)
            if not future.done()
        }
        root, kinds = self.request.root, self.request.kinds
        try:
            return render_pages(root, self.series, kinds, waits=waits)
        except _NotMadeError:
            return None
        finally:
            self.seconds += time.monotonic() - started

    def delivered(
        self, pages: Pages, years: Collection[int], sources: Sources, on_step: OnStep
    ) -> list[DeliveredPages]:
        """The pages in their places, and what calendars know of them written down.

        Raises:
            DeliveryError: `build/` cannot be written to.
        """
        from proposal.build.pages import deliver_pages, remember_events  # noqa: PLC0415 - slow to load

        made = deliver_pages(self.request, pages, years, self.seconds, on_step)
        if not any(has_errors(each.faults) for each in made):
            remember_events(self.request, pages, years, sources, on_step)
        return made

    def _wait_for(self, year: int) -> None:
        started = time.monotonic()
        # What draws finished PDFs is loaded now, while there is nothing else to do.
        import proposal.render.site.drawing  # noqa: F401, PLC0415

        self.on_wait()
        for (edition, _), future in zip(self.tasks, self.making, strict=True):
            if edition.year == year and not future.result().is_good:
                raise _NotMadeError
        self.seconds -= time.monotonic() - started
