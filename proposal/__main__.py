"""`proposal` and `python -m proposal`: runs the command line, here or in the daemon."""

# The command line takes longest to load: it is imported where a command is run in this process.
# ruff: noqa: PLC0415

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from proposal import __version__
from proposal.daemon.enabled import is_enabled

ON_WINDOWS = """\
proposal: Windows itself cannot run this program, but Linux on Windows (WSL) can. To get it, open
PowerShell as administrator and type `wsl --install -d Ubuntu`. docs/guide/recipes.md goes on
there."""


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    from proposal.cli.ending import interrupt

    interrupt(number, frame)


def main() -> None:
    """Run the command that was typed."""
    if sys.platform == "win32":  # which has neither the locks nor the limits that are used
        sys.stderr.write(f"{ON_WINDOWS}\n")
        sys.exit(3)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
    try:
        if sys.argv[1:] == ["--version"] and _is_version_printed():
            return
        _run(sys.argv[1:])
    except KeyboardInterrupt:  # while the program was still being loaded
        sys.exit(130)


def _is_version_printed() -> bool:
    """Print the version without loading the command line; whether that was possible."""
    try:
        print(f"proposal {__version__}", flush=True)
    except OSError:
        return False  # the command line says why, or goes without it
    return True


def _run(arguments: Sequence[str]) -> None:
    if not is_enabled(arguments):
        _run_here()
        return
    from proposal.daemon.client import run_in_daemon

    status = run_in_daemon(arguments)
    if status is None:
        try:
            _run_here()
        finally:
            from proposal.daemon.spawn import spawn_daemon

            spawn_daemon()
    sys.exit(status)


def _run_here() -> None:
    """Load the command line, and run what was typed."""
    from proposal.cli.main import main as run_command

    run_command()


if __name__ == "__main__":
    main()
