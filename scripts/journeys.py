"""Measures how many files one reads to follow the program, and how often its calls climb back up.

    python scripts/journeys.py WORKSHOP

Two journeys are run in a copy of a workshop that was built before: from a save until the preview
shows it and `build/` is written, and from the data until the verdict after a build. All calls in
all threads are followed into the files that load, build, check and show (`ROOMS`). Files that call
on into another one are counted apart from those at which a way ends, as at single rules. A call
climbs if it leads into a higher room, or back into a file that waits for it to return.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from types import FrameType

import proposal
from proposal.build.build import build
from proposal.build.request import Request
from proposal.check.cached_verdict import CachedVerdict
from proposal.model.loading.file_cache import FileCache
from proposal.preview.pending_saves import PendingSaves
from proposal.preview.preview_state import Phase, Preview, Shown
from proposal.preview.worker import follow_saves
from proposal.tex.prestart import Prestarted

ROOMS = ("project", "build", "check", "preview")
"""The rooms whose files are counted, the lowest first."""
PACKAGE = f"{Path(proposal.__file__).parent}/"
LONGEST = 120.0
"""Seconds until the preview must have shown a save."""


class Journey:
    """The files into which calls led, and the calls between them."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        self.calls: set[tuple[str, str]] = set()
        self.climbs: set[tuple[str, str]] = set()

    def note(self, frame: FrameType, event: str, _argument: object) -> None:
        """Note a call; expressions that another function consumes are none."""
        file = file_of(frame)
        if event != "call" or file is None or frame.f_code.co_name.startswith(("<", "__")):
            return
        self.files.add(file)
        waiting = list(callers(frame))
        if not waiting or waiting[0] == file:
            return
        call = (waiting[0], file)
        self.calls.add(call)
        if file in waiting or room(file) > room(waiting[0]):
            self.climbs.add(call)

    @property
    def trunk(self) -> set[str]:
        """The files that call on into another one."""
        return {caller for caller, _ in self.calls}


def callers(frame: FrameType) -> Iterator[str]:
    """The files of the calls that wait for one to return, the nearest first."""
    above = frame.f_back
    while above is not None:
        if (file := file_of(above)) is not None:
            yield file
        above = above.f_back


def file_of(frame: FrameType) -> str | None:
    """The file of a call, such as `check/run`, if it is counted."""
    name = frame.f_code.co_filename
    if not name.startswith(PACKAGE):
        return None
    file = name.removeprefix(PACKAGE).removesuffix(".py")
    return file if file.partition("/")[0] in ROOMS else None


def room(file: str) -> int:
    """How high the room of a file stands."""
    return ROOMS.index(file.partition("/")[0])


def followed(journey: Callable[[], None]) -> Journey:
    """Follow the calls of a journey in all threads."""
    found = Journey()
    threading.setprofile(found.note)
    sys.setprofile(found.note)
    try:
        journey()
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    return found


def check_after_build(root: Path) -> None:
    """Build everything and find the verdict, as `proposal build` does."""
    cached = CachedVerdict(Request(root, [], every_edition=True, force=True))
    with closing(Prestarted()) as prestarted:
        report = build(cached.request, cached.check_pdf, prestarted, on_wait=cached.check_data)
    cached.verdict(report)


def show_save(root: Path) -> None:
    """Show what follows a save in the preview."""
    preview, saves = Preview(Shown("", None)), PendingSaves()
    files = FileCache.of(root)
    maker = threading.Thread(target=follow_saves, args=(root, preview, saves, files))
    maker.start()
    saves.add([root / "data/workshop.yaml"])
    number, phase = 0, Phase.BUILDING
    while phase is not Phase.IDLE:
        found = preview.after(number, LONGEST)
        if found is None:
            break
        number, phase = found[0], found[1].phase
    saves.end()
    maker.join()


def main() -> None:
    """Print the figures of both journeys, and their climbs."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "workshop")
        shutil.copytree(Path(sys.argv[1], "data"), root / "data")
        check_after_build(root)
        (root / "data/workshop.yaml").open("a", encoding="utf-8").write("# changed\n")
        os.environ["XDG_CACHE_HOME"] = str(Path(folder, "cache"))  # which holds no verdict yet
        journeys = {"a save → the preview": show_save, "data → the verdict": check_after_build}
        for name, journey in journeys.items():
            found = followed(partial(journey, root))
            files, trunk = len(found.files), len(found.trunk)
            sys.stdout.write(f"{name}: {files} files, {trunk} of them call on into another\n")
            for caller, file in sorted(found.climbs):
                sys.stdout.write(f"    climbs: {caller} → {file}\n")


if __name__ == "__main__":
    main()
