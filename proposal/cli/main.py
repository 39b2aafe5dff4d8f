"""Runs the command that was typed, and says in a sentence what goes wrong."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

from proposal.cli.ending import code_of_signal, end_in_order
from proposal.cli.known_words import run_if_known
from proposal.cli.streams import finish_printing, lead_to_nowhere, prepare_streams
from proposal.delivery import why
from proposal.diagnostics import ProposalError
from proposal.scratch import remove_abandoned


def main() -> None:
    """Run the command that was typed; what goes wrong is said in a sentence."""
    # Libraries and data that are read stay until the end: looking for garbage among them after
    # every 700 new objects takes a tenth of a command's time and finds none. It is found in what
    # a hundred YAML files were read from, and in what describes records: 4 MB, if it is looked for
    # half as often, and 30 MB, if ten times less often.
    gc.set_threshold(10_000)
    # A thread that draws comes back from C a dozen times for the next step; it shall not wait
    # each time for the 5 ms that another thread may go on.
    sys.setswitchinterval(0.0005)
    prepare_streams()
    end_in_order()
    remove_abandoned()
    try:
        _run()
    finally:
        gc.freeze()  # nor is there any need to take apart what the operating system takes back


def _run() -> None:
    """Run the command, and turn what goes wrong into a sentence and an exit code."""
    try:
        try:
            if not run_if_known(sys.argv[1:]):
                from proposal.cli.app import app  # noqa: PLC0415 - slow to load

                app(obj=sys.argv[1:])
        finally:
            finish_printing()
    except ProposalError as reason:
        from proposal.typed_commands import as_typed  # noqa: PLC0415 - slow to load

        _end_with(as_typed(str(reason)), reason.exit_code)
    except BrokenPipeError:
        lead_to_nowhere()
        sys.exit(1)
    except OSError as reason:
        if os.environ.get("PROPOSAL_TRACEBACK"):
            raise
        _end_with(_said_of_system(reason), 1)
    except RecursionError:
        _end_with("something in what was read is nested too deeply. Nothing was changed", 1)
    except MemoryError:
        _end_with("this machine's memory is used up. What was built before is still there", 1)
    except Exception as reason:
        if os.environ.get("PROPOSAL_TRACEBACK"):
            raise
        if (code := code_of_signal()) is not None:
            # A library that was at work, as Pydantic, has made an error of its own of the signal.
            sys.exit(code)
        _print_error(_said_of_fault(reason))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def _said_of_fault(reason: Exception) -> str:
    """What went wrong in the program itself, and where."""
    import traceback  # noqa: PLC0415 - slow to load

    where = traceback.extract_tb(reason.__traceback__)[-1]
    place = f"{Path(where.filename).name}, line {where.lineno}"
    return (
        "this is a fault of the program, not of your data: "
        f"{type(reason).__name__}: {reason} ({place}). What was built before is still there. "
        "Set PROPOSAL_TRACEBACK=1 to see more."
    )


def _said_of_system(reason: OSError) -> str:
    """What the operating system refused, in a sentence that names the file if there is one."""
    if reason.filename is None:
        # Whatever writes a file names it, so this is the terminal or what stands in its place.
        return f"what is printed or typed cannot be written or read: {why(reason)}"
    name = os.fsdecode(reason.filename) if isinstance(reason.filename, bytes) else reason.filename
    return f"{name} cannot be used: {why(reason)}"


def _end_with(message: str, code: int) -> NoReturn:
    """Say why the command ends; if nobody can read it, the exit code says so."""
    with contextlib.suppress(OSError):
        _print_error(message)
    sys.exit(code)


def _print_error(message: str) -> None:
    print(f"proposal: {message}", file=sys.stderr, flush=True)
