"""`proposal` and `python -m proposal`: runs the command line, here or in the daemon."""

# The command line takes longest to load: it is imported where a command is run in this process.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from collections.abc import Sequence

from proposal.daemon.enabled import is_enabled


def main() -> None:
    """Run the command that was typed."""
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:  # while the program was still being loaded
        sys.exit(130)


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
    from proposal.cli.app import main as run_command

    run_command()


if __name__ == "__main__":
    main()
