"""A workshop's folder that a test may change, build and read back."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from proposal.build.outputs import render_editions
from proposal.check.rules.run_rules import check_data, open_points
from proposal.diagnostics import Diagnostic, has_errors
from proposal.doctor import Group
from proposal.edition.edition import Edition
from proposal.model.loading.file_cache import FileCache, PickledFiles
from proposal.model.loading.folder import Folder, read_folder
from proposal.project import Project, load
from proposal.render.latex.document import RenderedDocument, render_document
from tests.parts import require
from tests.process import Finished, forked, fresh

ROOT = Path(__file__).parents[1]
"""The checkout; what stands in its `data/` is the organizer's, and no test reads it."""

REAL_WORKSHOP = ROOT / "tests" / "fixtures" / "genairecp"
"""The folder of the real workshop, as tests know it; nobody changes anything in it."""

CAREFUL_ENGINES = ROOT / "tests" / "fixtures" / "careful_engines"
"""The folder of an invented workshop that says everything that an edition can say."""

_SHORTENED = {
    r"(?m)^organizers:\n(?:  - .*\n)+": "organizers: [narges-tabari]\n",
    r"(?m)^abstract: \|\n(?:  .*\n|\n)+": "abstract: Some words.\n",
}
"""What of the edition of 2024 is long, as in `abstract: |` with lines below, and what is short."""


@cache
def _contents(folder: Path) -> Mapping[Path, bytes]:
    """What the files of a folder hold that nobody changes, by their paths from there."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder): file.read_bytes() for file in files}


def _copy(folder: Path, place: Path) -> None:
    """Copy a folder that nobody changes, in less time than shutil.copytree takes."""
    contents = _contents(folder)
    for parent in dict.fromkeys(file.parent for file in contents):
        (place / parent).mkdir(parents=True, exist_ok=True)
    for file, content in contents.items():
        (place / file).write_bytes(content)


@dataclass(frozen=True, slots=True)
class Workspace:
    """The real workshop's data in a folder of their own."""

    root: Path

    @classmethod
    def of_the_real_workshop(cls, root: Path) -> Workspace:
        """A new workspace with the real workshop's data, whose files are known to the program."""
        workspace = cls._unknown(root)
        files = FileCache.of(root)
        files.new = _known_files()
        files.used.update(files.new.places)
        files.keep()
        return workspace

    @classmethod
    @contextmanager
    def at_one_place(cls, root: Path, afterwards: Path) -> Iterator[Workspace]:
        """The real workshop's data for the while, where other tests have had them before.

        What a file says names its place: there, it need not even be unpickled again.

        Args:
            root: where the workspace is for the while.
            afterwards: where it is then moved to, for whoever looks at a test that failed.
        """
        shutil.rmtree(root, ignore_errors=True)  # what a test left that was broken off
        if root not in _files_read:
            _files_read[root] = FileCache(root, str(root), _known_files())
        _files_read[root].new = PickledFiles()  # of changed files, which nobody else has
        yield cls.of_the_real_workshop(root)
        root.rename(afterwards)

    @classmethod
    def _unknown(cls, root: Path) -> Workspace:
        """A new workspace with the real workshop's data, their open points settled.

        Two organizers' addresses are not known to us, and an estimate is not confirmed; what a
        test finds is to come of what the test does.
        """
        _copy(REAL_WORKSHOP / "data", root / "data")
        workspace = cls(root)
        for person in ("neil-shah", "james-caverlee"):
            workspace.append(f"people/{person}.yaml", f"email: {person}@example.edu\n")
        workspace.replace("editions/2026/edition.yaml", "60, tentative: true}", "60}")
        return workspace

    @classmethod
    def of_careful_engines(cls, root: Path) -> Workspace:
        """A new workspace with the data of the invented workshop."""
        _copy(CAREFUL_ENGINES / "data", root / "data")
        return cls(root)

    @property
    def data(self) -> Path:
        return self.root / "data"

    def replace(self, file: str, old: str, new: str) -> None:
        """Change one place in a file under `data/`."""
        place = self.data / file
        text = place.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        place.write_text(text.replace(old, new), encoding="utf-8")

    def place_of(self, file: str, text: str) -> str:
        """Where a text that stands once in a file begins, as `name:line:column`."""
        place = self.data / file
        whole = place.read_text(encoding="utf-8")
        assert whole.count(text) == 1, f"{text!r} stands {whole.count(text)} times in {file}"
        before = whole[: whole.index(text)]
        return f"{place.name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"

    def write(self, file: str, text: str) -> None:
        """Write a whole file under `data/`."""
        place = self.data / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def values(self, file: str) -> Any:
        """A file's data, all as text."""
        text = (self.data / file).read_text(encoding="utf-8")
        return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it is the safe loader without types

    def append(self, file: str, text: str) -> None:
        """Add text to the end of a file under `data/`."""
        place = self.data / file
        assert place.is_file(), file
        place.write_text(place.read_text(encoding="utf-8") + text, encoding="utf-8")

    def shorten(self) -> None:
        """Leave one author and little text in the document of 2024, so that TeX is quick."""
        place = "editions/2024/edition.yaml"
        text = (self.data / place).read_text(encoding="utf-8")
        for pattern, short in _SHORTENED.items():
            text, count = re.subn(pattern, short, text)
            assert count == 1, pattern
        self.write(place, text)
        self.write("editions/2024/summary.md", "# One\n\nShort text.\n")

    def drop_proposal(self) -> None:
        """Leave the edition of 2026 without a document, so that it is quickly checked."""
        place = "editions/2026"
        self.replace(f"{place}/edition.yaml", "documents:\n  proposal: {text: proposal.md}\n", "")
        for read_by_it in ("proposal.md", "references.bib"):
            (self.data / place / read_by_it).unlink()

    def template(self, name: str, text: str) -> None:
        """Give the workshop its own copy of a template."""
        place = self.root / "templates" / "latex" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def run(self, *arguments: str, **environment: str) -> Finished:
        """Run the command `proposal` in the workspace."""
        return run(*arguments, folder=self.root, **environment)

    def build(self, *arguments: str) -> Finished:
        """Run `proposal build` for PDFs, for which TeX must be here."""
        require(Group.DOCUMENTS)
        return self.run("build", "--only", "pdf", *arguments)

    def built(self, year: str = "2024", name: str = "camera-ready") -> Path:
        """Build one document, which must succeed, and say where its PDF is."""
        finished = self.build(year, "--document", name)
        assert finished.code == 0, finished.output + finished.errors
        return self.pdf(year, name)

    def pdf(self, year: str = "2024", name: str = "camera-ready") -> Path:
        return self.root / "build" / year / f"{name}.pdf"

    def output(self, file: str) -> str:
        """The text of a file in `build/`."""
        return (self.root / "build" / file).read_text(encoding="utf-8")

    def load(self) -> Project:
        """The workshop, as the program loads it; the same again while no file is touched."""
        signs = _signs_of(self.data)
        if self.root in _loaded and _loaded[self.root][0] == signs:
            return _loaded[self.root][1]
        _loaded.clear()  # one is remembered, since a test mostly has one
        project = load(self.root, files=_files_read.get(self.root))
        if max((sign[0] for sign in signs), default=0) < time.time_ns() - _TICK:
            _loaded[self.root] = signs, project
        return project

    def read(self) -> Folder:
        """All data, as the program reads them."""
        return self.load().data

    def resolve(self, year: str) -> tuple[Edition, list[Diagnostic]]:
        """An edition, and all that is wrong with the data."""
        project = self.load()
        return project.editions[year], [*project.data.diagnostics, *project.unresolved[year]]

    def check(self, years: Sequence[str], today: dt.date | None = None) -> list[Diagnostic]:
        """What the rules find in some editions."""
        project = self.load()
        return check_data(project, render_editions(project, years), years, today)

    def open_points(self, year: str) -> list[Diagnostic]:
        """What is left to fill in for an edition."""
        project = self.load()
        return open_points(project, render_editions(project, [year]), year)

    def edition(self, year: str) -> Edition:
        """An edition whose data are good, though a rule may find something in them unlikely."""
        edition, diagnostics = self.resolve(year)
        assert not has_errors(diagnostics), diagnostics
        return edition

    def rendered(self, year: str = "2024", name: str = "camera-ready") -> RenderedDocument:
        """A document as TeX is given it."""
        edition = self.edition(year)
        return render_document(self.root, edition, edition.documents[name])


_Sign = tuple[int, str, int, int, int]
"""When a file was touched, which nothing can set (ctime), its name, kind, number and size."""

_TICK = 20_000_000
"""Nanoseconds within which a second change of a file may bear the time of the first."""

_loaded: dict[Path, tuple[list[_Sign], Project]] = {}
"""The workshop that was loaded last, with the signs of its files."""


_files_read: dict[Path, FileCache] = {}
"""What the files of workspaces said that stand at one place, one after the other."""


def _signs_of(folder: Path) -> list[_Sign]:
    """What differs if anything in a folder is touched."""
    states = [(str(file), file.lstat()) for file in sorted(folder.rglob("*"))]
    return [(one.st_ctime_ns, name, one.st_mode, one.st_ino, one.st_size) for name, one in states]


@cache
def _known_files() -> PickledFiles:
    """What the files of the real workshop say, read once for each process that runs tests.

    A test that changes a file has it read anew, as after any change.
    """
    with TemporaryDirectory() as folder:
        workspace = Workspace._unknown(Path(folder, "workshop"))
        files = FileCache.of(workspace.root)
        read_folder(workspace.root, files)
        return files.new


def run(*arguments: str, folder: Path, **environment: str) -> Finished:
    """Run the command `proposal` in a folder, and with some surroundings of its own.

    Python begins anew where it is told another language, which it asks for as it begins.
    """
    has_settings = any(name.startswith(("LANG", "LC_", "PYTHON")) for name in environment)
    return (fresh if has_settings else forked)(*arguments, folder=folder, **environment)
