"""`proposal`, and `python -m proposal`: the command line, or the program that stands by for it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

from proposal.standby.wish import is_wanted


def main() -> None:
    """Do what was typed, here or where everything is loaded already."""
    try:
        _do_here_or_there(sys.argv[1:])
    except KeyboardInterrupt:  # while the program was still being loaded
        sys.exit(130)


def _do_here_or_there(arguments: Sequence[str]) -> None:
    if not is_wanted(arguments):
        _do()
        return
    asking = importlib.import_module("proposal.standby.asking")
    status: int | None = asking.answer(arguments)
    if status is None:
        try:
            _do()
        finally:
            importlib.import_module("proposal.standby.leaving").leave()
    sys.exit(status)


def _do() -> None:
    """Load the command line, and do what was typed."""
    importlib.import_module("proposal.cli.app").main()


if __name__ == "__main__":
    main()
