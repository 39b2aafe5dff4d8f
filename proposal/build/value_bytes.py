"""Writes what a value says as bytes that tell it from every other one, in any folder and run."""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Callable
from functools import lru_cache, partial
from operator import attrgetter, methodcaller
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from proposal.clocks import OtherZone
from proposal.diagnostics import Span
from proposal.model.record import Record
from proposal.source.text import Text

_Parts = str | tuple[Any, ...]
"""A name, or a callable, its arguments and a state, as `object.__reduce__` gives them."""


def value_bytes(value: object, root: Path) -> bytes:
    """A value as bytes, which are the same for all that are equal, wherever in the data they stand.

    A pickler that does not keep in mind what it has seen writes the same of two equal parts,
    whether or not they are one object. It must not be given sets, which have no order.

    Args:
        value: what is to be told from others; the bytes are not read back.
        root: the workshop's folder, from which on paths are written.
    """
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dispatch_table = _Reductions(root)
    pickler.dump(value)
    return stream.getvalue()


class _Reductions(dict[type, Callable[[Any], _Parts]]):
    """What is written of a value, by its kind, as far as that is not for the value to say."""

    def __init__(self, root: Path) -> None:
        """Write paths from a folder on."""
        super().__init__(
            {type(root): partial(_name_of, root), ZoneInfo: _key_of, OtherZone: _other_key_of}
        )

    def __missing__(self, kind: type) -> Callable[[Any], _Parts]:
        self[kind] = found = self.reduction(kind)
        return found

    def reduction(self, kind: type) -> Callable[[Any], _Parts]:
        """What is written of values of a kind."""
        if issubclass(kind, Record):
            return _values_of
        if kind is Span:
            return _nothing_of
        if getattr(kind, "__reduce__", None) is Text.__reduce__:
            return partial(_letters_of, kind)
        if issubclass(kind, Struct):
            return kind.__reduce__
        if issubclass(kind, type):
            return attrgetter("__qualname__")
        return methodcaller("__reduce_ex__", pickle.HIGHEST_PROTOCOL)


def _name_of(root: Path, path: Path) -> _Parts:
    return str, (_relative(path, root),)


_relative = lru_cache(maxsize=8192)(os.path.relpath)


def _key_of(zone: ZoneInfo) -> _Parts:
    return str, (str.__str__(zone.key),)  # without the place where it was written first


def _other_key_of(zone: ZoneInfo) -> _Parts:
    return str, (f"other {str.__str__(zone.key)}",)  # whose hours name it


def _values_of(record: Record) -> _Parts:
    return type(record), (), dict(record)  # without the place, which stands beside the fields


def _nothing_of(_: Span) -> _Parts:
    return Span, ()


def _letters_of(kind: type, text: Text) -> _Parts:
    return kind, (str(text),)
