"""Runs the command `proposal`, as people do but without loading Python each time.

Most of a short command's time goes by while its modules are loaded. The fork server of
`multiprocessing` loads them once for each process that runs tests, and every command is forked
from it: a process with arguments, folder, surroundings and streams of its own, in which nothing
is left of a test or of another command.
"""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.util
import os
import pkgutil
import re
import runpy
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory

import proposal
from tests.terminal import heed_terminal

# A test may have its temporary files elsewhere; the fork server's own stand in one place, whose
# name is short enough for a socket.
multiprocessing.util.get_temp_dir()


@dataclass(frozen=True, slots=True)
class Finished:
    """What a command printed and how it ended."""

    code: int
    output: str
    errors: str


def without_progress(errors: str) -> str:
    """What a command said on the error stream beside how far it was, as on a busy machine."""
    return re.sub(r"(?m)^proposal: (?:reading|checking|build/).*\n", "", errors)


def forked(*arguments: str, folder: Path, **environment: str) -> Finished:
    """Run a command in a folder, in a process that has loaded the program already.

    Args:
        arguments: what is typed behind the program's name.
        folder: where it is typed.
        environment: what the surroundings say beside those of the test; nothing that Python
            looks at when it begins.
    """
    with TemporaryDirectory(prefix="printed-") as printed:
        output, errors = Path(printed, "output"), Path(printed, "errors")
        process = _forked(arguments, folder, environment, output, errors, remembers_tex=True)
        try:
            process.join()
        finally:
            process.kill()  # should the test's time be up
        assert process.exitcode is not None
        return Finished(
            process.exitcode, output.read_text(encoding="utf-8"), errors.read_text(encoding="utf-8")
        )


@contextmanager
def killed(*arguments: str, folder: Path, **environment: str) -> Iterator[None]:
    """Have a command run meanwhile, in a process that has loaded the program, and then kill it."""
    nowhere = Path(os.devnull)
    process = _forked(arguments, folder, environment, nowhere, nowhere, remembers_tex=True)
    try:
        yield
    finally:
        process.kill()
        process.join()


def begun(*arguments: str, folder: Path, printed: Path, **environment: str) -> BaseProcess:
    """Begin a command that goes on, as `forked` does, with TeX itself.

    Args:
        arguments: what is typed behind the program's name.
        folder: where it is typed.
        printed: the file that takes what it prints on both streams.
        environment: what the surroundings say beside those of the test.
    """
    return _forked(arguments, folder, environment, printed, printed, remembers_tex=False)


def _forked(
    arguments: tuple[str, ...],
    folder: Path,
    environment: Mapping[str, str],
    output: Path,
    errors: Path,
    *,
    remembers_tex: bool,
) -> BaseProcess:
    surroundings = {**os.environ, **environment}
    process = _server().Process(
        target=_become, args=(arguments, folder, surroundings, output, errors, remembers_tex)
    )
    process.start()
    return process


def fresh(*arguments: str, folder: Path, **environment: str) -> Finished:
    """Run a command in a folder, by a Python that begins anew."""
    finished = subprocess.run(
        [sys.executable, "-m", "proposal", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Finished(finished.returncode, finished.stdout, finished.stderr)


@cache
def _server() -> ForkServerContext:
    """What starts processes; it loads the program before the first one."""
    context = multiprocessing.get_context("forkserver")
    modules = [package.name for package in pkgutil.walk_packages(proposal.__path__, "proposal.")]
    context.set_forkserver_preload(
        [
            __name__,
            *(name for name in modules if not name.endswith("__main__")),
            "tests.ready_program",
        ]
    )
    return context


def _remember_tex() -> None:
    """Take what TeX has made in another test; the fork server has loaded the module."""
    from tests.remembered_tex import remember_tex  # noqa: PLC0415 - loads half of the program

    remember_tex()


def _become(
    arguments: tuple[str, ...],
    folder: Path,
    surroundings: Mapping[str, str],
    output: Path,
    errors: Path,
    remembers_tex: bool,
) -> None:
    """Be `python -m proposal` in the process that was forked for it."""
    gc.freeze()  # or looking for garbage would copy all memory that is still shared
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(surroundings)
    time.tzset()
    for number, file in ((1, output), (2, errors)):
        with file.open("ab") as opened:
            os.dup2(opened.fileno(), number)
    heed_terminal()
    if remembers_tex:
        _remember_tex()
    sys.argv = ["proposal", *arguments]
    runpy.run_module("proposal", run_name="__main__", alter_sys=True)
