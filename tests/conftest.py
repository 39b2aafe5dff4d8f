"""What all tests share: one small real workspace, and both of its editions built once."""

from __future__ import annotations

import contextlib
import fcntl
import gc
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from proposal.caching import cache_folder
from proposal.doctor import Group
from tests.parts import require
from tests.process import fresh
from tests.remembered_tex import FOLDER, is_about_tex
from tests.site.browsing import PLAYWRIGHT_FLAGS, Windows
from tests.workspace import ROOT, Workspace

# A busy machine is no fault of what is tested.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

NPM_PACKAGES = ROOT / "tests" / "site" / "node_modules"

EXAMPLE = ROOT / "data"
_EXAMPLE = str(EXAMPLE)
_READING = frozenset({"open", "os.listdir", "os.scandir", "shutil.copytree"})
"""The events of which Python's auditing tells when files and folders are read."""


def _keep_off_the_example(event: str, arguments: tuple[Any, ...]) -> None:
    """Fail whatever reads the checkout's `data/`, which an organizer replaces."""
    if event not in _READING:
        return
    # Paths are not taken apart: this is asked a thousand times a second.
    place = arguments[0]
    if not isinstance(place, str):
        if not isinstance(place, os.PathLike):
            return
        place = os.fsdecode(place)
    if not place.startswith("/"):
        if event == "open" and arguments[1] is None:
            return  # `os.open` with a name within another open folder, as while a folder is removed
        place = f"{Path.cwd()}{os.sep}{place}"
    if place.startswith(_EXAMPLE) and place[len(_EXAMPLE) :][:1] in {"", os.sep}:
        raise AssertionError("tests read tests/fixtures/, not data/: see tests/fixtures/README.md")


sys.addaudithook(_keep_off_the_example)


_IN_MEMORY = Path("/dev/shm")  # noqa: S108 (pytest makes its folders there for their user alone)
_ROOM = 4 * 2**30
"""Bytes that must be free there: some times what two processes that run tests leave at most."""


def pytest_configure(config: pytest.Config) -> None:
    """Have tests write into memory, where there is room, and what they start heed Ctrl-C.

    A disk takes twice as long, and what a shell starts in the background ignores Ctrl-C.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.option.basetemp is None and "PYTEST_DEBUG_TEMPROOT" not in os.environ:
        with contextlib.suppress(OSError):  # only Linux has that folder
            filesystem = os.statvfs(_IN_MEMORY)
            is_runnable = not filesystem.f_flag & os.ST_NOEXEC
            if is_runnable and filesystem.f_bavail * filesystem.f_frsize > _ROOM:
                os.environ["PYTEST_DEBUG_TEMPROOT"] = str(_IN_MEMORY)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Look for garbage only in what tests make, and seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


MadeOnce = Callable[[str, Callable[[Path], None]], Path]
"""Makes a folder by its name once for all processes that run tests."""


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps what the program puts into the user's cache apart, for all processes that run tests."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    fonts = cache_folder() / "fonts"  # LuaTeX takes a minute to look at all of them
    fonts.mkdir(parents=True, exist_ok=True)
    (shared / "cache" / "proposal").mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        (shared / "cache" / "proposal" / "fonts").symlink_to(fonts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(shared / "cache"))
        patch.setenv(FOLDER, str(shared / "tex"))
        yield


@pytest.fixture(scope="module", autouse=True)
def _tex_itself(request: pytest.FixtureRequest, _own_cache: None) -> Iterator[None]:
    """Has TeX run each time in tests that are about it."""
    with pytest.MonkeyPatch.context() as patch:
        if is_about_tex(request.node.nodeid):
            patch.delenv(FOLDER)
        yield


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The real workshop's data, to be changed as a test likes."""
    return Workspace.of_the_real_workshop(tmp_path / "workshop")


@pytest.fixture
def workspace_in_one_place(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """As `workspace`, for tests that load data and run few commands, in half the time."""
    place = tmp_path_factory.getbasetemp() / "workshop"
    with Workspace.at_one_place(place, tmp_path / "workshop") as workspace:
        yield workspace


@pytest.fixture
def engines(tmp_path: Path) -> Workspace:
    """The invented workshop that says everything that an edition can say, to be changed."""
    return Workspace.of_careful_engines(tmp_path / "engines")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """For what takes long to make and is only read afterwards."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def make(name: str, fill: Callable[[Path], None]) -> Path:
        folder, sign = shared / name, shared / f"{name}.made"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not sign.exists():
                shutil.rmtree(folder, ignore_errors=True)  # what an earlier attempt left
                fill(folder)
                sign.touch()
        return folder

    return make


@pytest.fixture(scope="session")
def built(made_once: MadeOnce) -> Workspace:
    """The real workshop with everything of both editions built; nobody changes anything in it."""
    require(Group.DOCUMENTS)

    def fill(root: Path) -> None:
        Workspace.of_the_real_workshop(root)
        # By a Python of its own, so that others who make the same had another order of sets.
        finished = fresh("build", "--all", folder=root)
        assert finished.code == 0, finished.output + finished.errors
        (root / "printed").write_text(finished.output, encoding="utf-8")

    return Workspace(made_once("built", fill))


@pytest.fixture
def finished(built: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the built workshop, to be changed."""
    shutil.copytree(built.root, tmp_path / "finished")
    return Workspace(tmp_path / "finished")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process."""
    require("Chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=list(PLAYWRIGHT_FLAGS),
            env={**os.environ, "TZ": "UTC"},  # the zone of frames in processes of their own
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The windows of that browser, for one test after the other."""
    return Windows(browser)


@pytest.fixture(scope="session")
def npm_packages() -> Path:
    """The folder of axe-core, Lighthouse and the Nu checker."""
    if (NPM_PACKAGES / "installed").is_file():
        return NPM_PACKAGES
    message = "this machine lacks the npm packages of tests/site; make test installs them"
    failed = NPM_PACKAGES / "failed"
    if failed.is_file():
        message = f"npm could not install the packages of tests/site: {failed.read_text('utf-8')}"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
