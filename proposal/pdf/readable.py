"""The one error that everything raises that reads a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_DAMAGE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the libraries raise, besides their own errors, for files that break the format's rules."""


class UnreadablePdfError(ValueError):
    """A file is no PDF, or one that is damaged or encrypted."""


@contextmanager
def readable(*errors: type[Exception]) -> Iterator[None]:
    """Raise `UnreadablePdfError` for whatever a library raises while it reads a PDF.

    Args:
        errors: what the library itself defines.
    """
    damage: tuple[type[Exception], ...] = (*errors, *_DAMAGE)
    try:
        yield
    except UnreadablePdfError:
        raise
    except damage as reason:
        raise UnreadablePdfError(str(reason) or type(reason).__name__) from reason
