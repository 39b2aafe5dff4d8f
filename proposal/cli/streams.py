"""The standard streams and the terminal, made fit to print anything on."""

from __future__ import annotations

import codecs
import contextlib
import json
import os
import re
import sys
import unicodedata
from typing import Any

from proposal.delivery import why
from proposal.diagnostics import ProposalError

_PLAIN = {
    "✓": "+",
    "✗": "x",
    "→": "->",
    "…": "...",
    "•": "*",
    "·": "*",
    "×": "x",
    "–": "-",
    "—": "--",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{REPLACEMENT CHARACTER}": "?",
}
"""Signs of our own messages, for terminals whose encoding lacks them."""

_HANDLER = "proposal-plain"
"""The name under which Python knows `_in_plain_signs`."""

_MOST_DIGITS = 5
_NARROWEST = 20
"""Columns; no terminal has fewer, and with a few nothing but margins would be printed."""


def prepare_streams() -> None:
    """Make sure that whatever is printed can be printed.

    A stream that is closed is led to nowhere, so that no file that is opened later takes its
    number. Letters that a stream's encoding lacks are escaped, so that nothing is lost.
    """
    _open_closed_streams()
    codecs.register_error(_HANDLER, _in_plain_signs)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):  # a test's or an editor's own
            stream.reconfigure(errors=_HANDLER)  # type: ignore[union-attr] # what has none is passed over
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and len(columns) < _MOST_DIGITS and int(columns) >= _NARROWEST:
        return
    os.environ.pop("COLUMNS", None)  # as the terminal itself tells, or else 80


def writes_unicode() -> bool:
    """Whether standard output takes any letter as it is."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return codecs.lookup(encoding).name.startswith("utf")


def print_json(value: Any) -> None:
    """Print a value as JSON, with escapes of JSON's own where letters cannot be printed."""
    text = _whole(json.dumps(value, indent=2, ensure_ascii=not writes_unicode()))
    print(text, flush=True)


def _whole(text: str) -> str:
    """A text of JSON in which bytes of a file's name that are no UTF-8 are escaped as in JSON."""
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


class PrintingError(ProposalError):
    """What was printed could not be written."""


def finish_printing() -> None:
    """Write what is printed and not written yet.

    Raises:
        BrokenPipeError: whoever read it has gone.
        PrintingError: it cannot be written, as where the disk is full.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as reason:
        lead_to_nowhere()
        raise PrintingError(f"what is printed cannot be written: {why(reason)}") from reason


def lead_to_nowhere() -> None:
    """Have nothing more written to standard output, which nobody reads, or which is full."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _open_closed_streams() -> None:
    """Open the null device for each of the three streams that is closed."""
    while (opened := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(opened, True)
    os.close(opened)
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - a stream for the whole run
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - a stream for the whole run
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - a stream for the whole run


def _in_plain_signs(reason: UnicodeError) -> tuple[str, int]:
    """What stands for characters that a stream's encoding lacks."""
    if not isinstance(reason, UnicodeEncodeError):
        raise reason
    text = reason.object[reason.start : reason.end]
    return "".join(map(_in_plain_sign, text)), reason.end


def _in_plain_sign(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file's name that is no UTF-8 (PEP 383)
        return f"\\x{code - 0xDC00:02x}"
    if unicodedata.category(character).startswith("Z"):
        return " "
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
