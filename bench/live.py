"""Measures how long it takes from saving a file until the preview shows it in a browser."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.measuring import FailedError
from proposal.build.documents import epoch_of
from proposal.preview.preview_state import Name
from proposal.project import load
from proposal.render.latex.document import render_document
from proposal.tex.passes import typeset

_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

_NOTE_TIMES = """() => {
    const seen = {};
    const waiting = {};
    const note = (key) => {
        seen[key] ??= (performance.timeOrigin + performance.now()) / 1000;
        waiting[key]?.(seen[key]);
    };
    new MutationObserver(() => {
        note(`site ${document.querySelector("#website").dataset.version}`);
        for (const page of document.querySelectorAll("#pages img")) {
            note(`pdf ${page.dataset.version}`);
        }
    }).observe(document.body, {
        subtree: true, childList: true, attributes: true, attributeFilter: ["data-version"],
    });
    window.timeOf = (key) => seen[key] ?? new Promise((resolve) => { waiting[key] = resolve; });
}"""
"""Notes when each version was first seen, in seconds since 1970.

Who waits for one is told, and need not ask again and again, for which the browser would draw.
"""

_TIMES_OF = "(keys) => Promise.all(keys.map(window.timeOf))"

_VERSIONS = """() => [
    Number(document.querySelector("#website").dataset.version),
    Math.max(...[...document.querySelectorAll("#pages img")].map((it) => it.dataset.version)),
]"""


@dataclass(frozen=True, slots=True)
class Change:
    """A change that is saved again and again, each time in other words."""

    place: str
    """Where in the PDF it is seen."""
    file: str
    """From the workshop's folder on."""
    text: str
    """What stands in the file once, and in both the website and the PDF."""


CHANGES = (
    Change("on its last page", "data/people/george-karypis.yaml", "biology and chemistry"),
    Change("within it", "data/editions/2026/edition.yaml", "Deployment case studies"),
    Change("on its first page", "data/editions/2026/edition.yaml", "Search engines, feeds"),
)
"""Those of the real workshop, in 2026's proposal."""


@dataclass(frozen=True, slots=True)
class LiveTimes:
    """Seconds from saving a file until its change is seen, for each of several saves."""

    place: str
    """Where in the PDF the change is seen."""

    site: list[float]
    """Until the new page of the website is in front."""
    pdf: list[float]
    """Until the first page of the new PDF is there, which is shown as soon as all of it is made."""
    one_pass: list[float]
    """What one pass of TeX over the same document takes, with its preamble preloaded."""


def measure(
    workshop: Path, document: Name, changes: Sequence[Change], saves: int = 9
) -> list[LiveTimes]:
    """Change texts in files several times each and watch the preview in Chromium.

    Args:
        workshop: a folder with `data/` of which nothing else is needed; it is changed.
        document: the document that the preview shows.
        changes: what is changed, each as often as is asked for before the next one.
        saves: how often. One more save stands before them, by which the preview learns the place.

    Raises:
        ValueError: a text does not stand in its file.
    """
    with _served(workshop) as address, _opened(address) as page:
        return [_measured(page, workshop, document, change, saves) for change in changes]


def _measured(page: Page, workshop: Path, document: Name, change: Change, saves: int) -> LiveTimes:
    place = workshop / change.file
    before = place.read_text(encoding="utf-8")
    before.index(change.text)
    times = LiveTimes(change.place, [], [], [])
    for number in range(saves + 1):
        versions = page.evaluate(_VERSIONS)
        changed = before.replace(change.text, f"{change.text} {number}", 1)
        place.write_text(changed, encoding="utf-8")
        saved = time.time()
        keys = [f"site {versions[0] + 1}", f"pdf {versions[1] + 1}"]
        seen = page.evaluate(_TIMES_OF, keys)
        page.wait_for_timeout(4000)  # until `build/` is written, too
        one_pass = _one_pass(workshop, document)
        if number:
            times.site.append(seen[0] - saved)
            times.pdf.append(seen[1] - saved)
            times.one_pass.append(one_pass)
    return times


def _one_pass(workshop: Path, document: Name) -> float:
    """Seconds of one pass over a document that stands as it was built."""
    year, name = document
    edition = load(workshop).editions[year]
    rendered = render_document(workshop, edition, edition.documents[name])
    started = time.monotonic()
    made = typeset(rendered, epoch_of(edition), last=workshop / f"build/{year}/.{name}.rest")
    seconds = time.monotonic() - started
    if made.passes != 1 or made.pdf is None:
        raise FailedError(f"{name} took {made.passes} passes where one was to be measured")
    return seconds


@contextmanager
def _served(workshop: Path) -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "proposal", "-C", str(workshop), "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None  # noqa: S101 - for the type checker
        yield process.stdout.readline().strip()
    finally:
        process.send_signal(signal.SIGTERM)  # the background ignores Ctrl-C
        process.communicate(timeout=20)


@contextmanager
def _opened(address: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(_FLAGS)
        )
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(60_000)
        page.goto(address)
        page.wait_for_selector("#status[data-phase=good]")
        page.wait_for_selector("#pages img")
        page.wait_for_selector("#website[data-version]")
        page.wait_for_timeout(4000)
        page.evaluate(_NOTE_TIMES)
        yield page
        chromium.close()
