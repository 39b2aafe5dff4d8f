"""Puts rendered pages into `build/`, so that its folders hold just the files that belong there."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from proposal.build.fingerprints import Fingerprints
from proposal.build.graph import Source
from proposal.build.outputs import RenderedPages
from proposal.build.request import Kind, OnStep, Request, Step
from proposal.caching import digest
from proposal.delivery import AS_BEFORE, deliver, deliver_as_read, remove_leftovers
from proposal.diagnostics import Diagnostic, has_errors
from proposal.model.calendar_name import CALENDAR_FILE
from proposal.render.rendered_files import RenderedFiles

UP_TO_DATE = "up to date"


class DeliveredPages(Struct, frozen=True):
    """What became of a folder of texts or pages."""

    name: str
    """The folder, below `build/`."""
    step: Step
    """What is printed of it."""
    summary: str
    """What is printed of it as long as it is up to date."""
    listing: str
    """The file below `build/` that lists what was delivered."""
    diagnostics: list[Diagnostic]


def deliver_pages(
    request: Request,
    pages: RenderedPages,
    edition_ids: Collection[str],
    seconds: float,
    on_step: OnStep,
) -> list[DeliveredPages]:
    """Put texts, calendars and websites into place; nothing of what has an error.

    Args:
        request: what was asked for.
        pages: what was rendered.
        edition_ids: the editions whose texts and calendars are written.
        seconds: how long the rendering took.
        on_step: called for everything that happens.

    Raises:
        DeliveryError: `build/` cannot be written to.
    """
    trees: list[tuple[str, RenderedFiles, str]] = []
    if Kind.TEXT in request.kinds:
        trees += [
            (f"{edition_id}", pages.texts[edition_id], f"{edition_id}/.texts")
            for edition_id in edition_ids
        ]
    if Kind.SITE in request.kinds:
        trees.append(("site", pages.site, ".site"))
    if Kind.JEKYLL in request.kinds:
        trees.append(("jekyll", pages.jekyll, ".jekyll"))
    delivered = []
    for name, rendered, listing in trees:
        started = time.monotonic()
        made = _delivered(request.root / "build", name, rendered, listing)
        delivered.append(made)
        on_step(replace(made.step, seconds=seconds + time.monotonic() - started))
        seconds = 0.0
    return delivered


def store_events(
    request: Request,
    pages: RenderedPages,
    edition_ids: Collection[str],
    before: Fingerprints,
    on_step: OnStep,
) -> None:
    """Write down what calendars know when they have taken in what was just delivered.

    It is written behind all that it speaks of: a build that is killed in between is as if it had
    not been, and the next one gives the same versions to the same events.

    Args:
        request: what was asked for; a preview, whose pages nobody takes in, stores nothing.
        pages: what was delivered.
        edition_ids: the editions whose texts and calendars were written.
        before: the digests of what the pages were made of, to which this file belongs, too.
        on_step: called for each edition of which calendars know something else than before.

    Raises:
        DeliveryError: a file in `data/` cannot be written to.
    """
    is_for_all = Kind.SITE in request.kinds  # the website offers the calendars of all editions
    chosen = pages.events if is_for_all else set(edition_ids) & pages.events.keys()
    if not request.stores_events or not request.kinds & {Kind.SITE, Kind.TEXT}:
        return
    files = {
        event_file(request.root, edition_id): pages.events[edition_id]
        for edition_id in sorted(chosen)
    }
    changed = {file: content for file, content in files.items() if not _holds(file, content)}
    if not changed:
        return
    news = {
        file: "what calendars know has changed; commit it" if file.exists() else "begun; commit it"
        for file in changed
    }
    before.change(Source.DATA, lambda: deliver(changed))
    for file, words in news.items():
        on_step(Step(str(file.relative_to(request.root)), words, is_done=True))


def event_file(root: Path, edition_id: str) -> Path:
    """The file with what calendars know of an edition."""
    return root / "data" / "editions" / edition_id / CALENDAR_FILE


def _delivered(build: Path, name: str, rendered: RenderedFiles, listing: str) -> DeliveredPages:
    """Put a folder's files into place, if there is no error in them."""
    artefact = f"build/{name}/cfp.txt" if name.isdecimal() else f"build/{name}/"
    if has_errors(rendered.diagnostics):
        step = Step(artefact, AS_BEFORE, is_done=True, is_good=False)
        return DeliveredPages(name, step, "", listing, rendered.diagnostics)
    tree = deliver_tree(build / name, rendered.files, build / listing, rendered.in_place)
    beside = f"with {tree.count - 1} more texts and calendars" if name.isdecimal() else ""
    counted = beside or f"{tree.count} files"
    changed = f"{tree.changed} changed" if tree.changed else UP_TO_DATE
    step = Step(artefact, f"{counted}, {changed}", is_done=True)
    return DeliveredPages(name, step, f"{counted}, {UP_TO_DATE}", listing, rendered.diagnostics)


_NOTHING: Mapping[str, str] = MappingProxyType({})


class DeliveredTree(Struct, frozen=True):
    """What became of a folder that holds generated files only."""

    count: int
    """How many files it holds."""
    changed: int
    """How many of them were written or removed now."""


def deliver_tree(
    folder: Path,
    files: Mapping[str, bytes],
    listing: Path,
    in_place: Mapping[str, str] = _NOTHING,
) -> DeliveredTree:
    """Make a folder hold just these files, as far as they are ours.

    Files that are the same already are not touched. Files that an earlier run wrote and this
    one does not are removed, as is what a killed one has left; those that somebody else put there
    stay.

    Args:
        folder: the folder, which may hold other files, too.
        files: the contents by paths that use `/`.
        listing: a file that lists which files are ours.
        in_place: the digests of those that were found there now, which are not looked at again.

    Raises:
        DeliveryError: the folder cannot be written to.
    """
    remove_leftovers(folder)
    before = read_listing(listing)
    changed, now = [], dict(in_place)
    for name in files:
        if name in in_place:
            continue
        now[name] = digest(content := files[name])
        if not _holds(folder / name, content):
            changed.append(name)
    deliver_as_read((folder / name, files[name]) for name in changed)
    stale = sorted(before.keys() - files.keys())
    for name in stale:
        (folder / name).unlink(missing_ok=True)
        remove_empty_folders((folder / name).parent, folder)
    if before != now:
        lines = [f"{fingerprint}  {name}" for name, fingerprint in sorted(now.items())]
        deliver({listing: "\n".join(lines).encode()})
    return DeliveredTree(len(files), len(changed) + len(stale))


def read_listing(listing: Path) -> dict[str, str]:
    """The digests of the files that were written, by their paths."""
    try:
        lines = listing.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return {}
    pairs = (line.partition("  ") for line in lines)
    # A list that somebody has changed must not make us remove what lies elsewhere.
    return {
        name: fingerprint
        for fingerprint, _, name in pairs
        if name and ".." not in name and not name.startswith("/")
    }


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


def remove_empty_folders(folder: Path, root: Path) -> None:
    """Remove a folder and those around it up to another one, as far as nothing is in them."""
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
