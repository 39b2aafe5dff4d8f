"""How a command ends when it is told to: everything that it has begun is put away first."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

_NAMES = ("SIGTERM", "SIGHUP")
"""Signals by which a system or a closed terminal ends a program; Ctrl-C is Python's own."""


class Interrupted(KeyboardInterrupt):
    """Ctrl-C was typed.

    Python ends a program with a signal instead of its exit code once a plain `KeyboardInterrupt`
    has left code that was made of a string, as that of every data class is.
    """


_received: list[int] = []
"""The signals by which this program was ended, the first one first."""


def _receive(number: int) -> None:
    """Know that a signal ends this program, whatever a library makes of the exception."""
    _received.append(number)


def interrupt(number: int, _frame: Any) -> NoReturn:
    """What a program does at Ctrl-C, in place of what Python does.

    Raises:
        Interrupted: always.
    """
    _receive(number)
    raise Interrupted


def code_of_signal() -> int | None:
    """The exit code of a program that a signal has ended; nothing if none has come.

    It is the one that a shell gives: 128 and the signal's number.
    """
    return 128 + _received[0] if _received else None


def end_in_order() -> None:
    """Have signals that end the program leave it through every `finally`.

    What ignores a signal already, as a command behind `nohup` does, goes on to do so. The exit
    code is the one that a shell gives: 128 and the signal's number.
    """
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _leave)


@contextmanager
def at_once() -> Iterator[None]:
    """End without delay meanwhile, as there is nothing to put away while somebody is asked.

    Python looks for signals before it waits for a line, and again once there is one: a signal that
    comes between the two would be heeded only after the next answer.
    """
    numbers = [getattr(signal, name, None) for name in _NAMES]
    before = {
        number: signal.signal(number, signal.SIG_DFL)
        for number in numbers
        if number is not None and signal.getsignal(number) is _leave
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _frame: Any) -> NoReturn:
    """Leave the program; another signal shall not interrupt what is put away meanwhile."""
    for name in _NAMES:
        other = getattr(signal, name, None)
        if other is not None:
            signal.signal(other, signal.SIG_IGN)
    _receive(number)
    raise SystemExit(128 + number)
