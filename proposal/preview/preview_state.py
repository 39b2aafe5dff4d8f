"""The state of the preview: all that it shows at one moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from threading import Condition
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.edition.facts import Fact
from proposal.pdf import Pdf
from proposal.preview.diff import Change
from proposal.preview.page_images import PageImages
from proposal.preview.problems import Problem
from proposal.render.rendered_files import RenderedFiles

Name = tuple[str, str]
"""An edition's id and the name of one of its documents."""


class Phase(StrEnum):
    """What is going on."""

    BUILDING = "building"
    """What is shown may be older than the data."""
    FINISHING = "finishing"
    """What is shown is new; `build/` is still being written."""
    IDLE = "idle"


class ShownPdf(Struct, frozen=True):
    """A finished document."""

    version: int
    """Grows with every PDF that differs from the one before."""
    pdf: Pdf
    image: PageImages
    changed: tuple[int, ...]
    """The pages, counted from 1, that say something else than in the version before."""
    made: dt.datetime


class Website(Struct, frozen=True):
    """The website as it is rendered, by paths that use `/`."""

    version: int
    """Grows with every website that differs from the one before."""
    assets: int
    """The version since which all that pages load (styles, scripts, pictures) is the same."""
    files: Mapping[str, bytes]
    made: dt.datetime


class Shown(Struct, frozen=True):
    """All that the preview shows at one moment."""

    title: str
    edition: str | None
    """The edition to begin with."""
    documents: Mapping[Name, int | None] = field(default_factory=dict)
    """The documents that the data describe, with the number of pages that the call allows."""
    editions: tuple[str, ...] = ()
    """The editions, the newest first."""
    phase: Phase = Phase.BUILDING
    step: str = "reading the data"
    """What is being done, in a few words."""
    finished: dt.datetime | None = None
    """When all that is shown was last up to date (local time)."""
    seconds: float = 0.0
    """How long that took, from the moment at which the save was noticed."""
    website: Website | None = None
    pdfs: Mapping[Name, ShownPdf] = field(default_factory=dict)
    of_data: tuple[Problem, ...] = ()
    """What is wrong with the data or the website."""
    of_documents: tuple[Problem, ...] = ()
    """What TeX says of the documents."""
    missing_tex: str | None = None
    """What this machine lacks to make PDFs, and what to type."""
    saved: tuple[str, ...] = ()
    """The files of the last save, from the workshop's folder on."""
    changes: tuple[Change, ...] = ()
    """The facts that the last edit changed."""
    facts: Mapping[str, Mapping[str, Fact]] = field(default_factory=dict)
    """The facts of the last good data, by edition."""


class SeenPage(Struct, frozen=True):
    """What of a document is seen: the page whose picture was asked for first."""

    version: int
    """Of the PDF."""
    page: int
    """Counted from 1."""
    width: int
    """Of the picture, in pixels."""


class Preview:
    """The state that one thread changes, and that all who show it wait for."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self._number = 1
        self._news = Condition()
        self._is_over = False
        self.current_document: Name | None = None
        """The document that the visitor looks at, which is made first."""
        self.texts: Mapping[str, RenderedFiles] = {}
        """Texts and calendars by edition, as they were made last."""
        self.seen_page: SeenPage | None = None
        """What the visitor saw last of a document, which is drawn first."""

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    def show(self, **changes: Any) -> None:
        """Show something else: some fields of `Shown`, all at once."""
        self.change(lambda _shown: changes)

    def change(self, changes: Callable[[Shown], dict[str, Any]]) -> None:
        """Show something that depends on what is shown now."""
        with self._news:
            self._shown = replace(self._shown, **changes(self._shown))
            self._number += 1
            self._news.notify_all()

    def end(self) -> None:
        """Let nobody wait any more."""
        with self._news:
            self._is_over = True
            self._news.notify_all()

    def after(self, number: int, seconds: float) -> tuple[int, Shown] | None:
        """The state once it is no longer the one of that number.

        Args:
            number: the number of the state that is known; 0 for none.
            seconds: how long to wait; then the same state is given again.

        Returns:
            The present number and state; nothing if the preview has ended.
        """
        with self._news:
            self._news.wait_for(lambda: self._number != number or self._is_over, seconds)
            return None if self._is_over else (self._number, self._shown)
