"""Notes as what days and hours are read that are written in another form than the program's own."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from proposal.diagnostics import Diagnostic, Severity
from proposal.model.record import Record
from proposal.source.text import Text
from proposal.source.yaml import Node

_OWN_FORM = re.compile(
    r"\d{4}(-\d{1,2}){0,2}([T ]\d{1,2}:\d{2})?( AoE)?|\d{1,2}:\d{2}", re.IGNORECASE
)
"""`2026-02-26`, `2026-02-26 23:59 AoE`, `9:00`"""


def days_and_times_read(value: object, node: Node) -> Iterator[Diagnostic]:
    """As what each day and each time is read that is written in another form.

    Args:
        value: a record, or a list of records.
        node: the YAML of which it was made.
    """
    if isinstance(value, dt.date | dt.time):
        if isinstance(node.value, Text) and _OWN_FORM.fullmatch(node.value) is None:
            hint = "if another one is meant, write that"
            message = f"`{node.value}` is read as {_shown(value)}"
            yield Diagnostic(Severity.NOTE, "read-as", message, node.span, hint)
    elif isinstance(value, Record):
        for name, inner in value:
            child = node.child(name) if isinstance(node.value, dict) else node
            if child is not None:
                yield from days_and_times_read(inner, child)
    elif isinstance(value, list) and isinstance(node.value, dict):
        for item in value:  # the only one, without a dash before it
            yield from days_and_times_read(item, node)
    elif isinstance(value, list) and isinstance(node.value, list):
        for item, child in zip(value, node.value, strict=False):
            yield from days_and_times_read(item, child)


def _shown(value: dt.date | dt.time) -> str:
    if isinstance(value, dt.date):
        return f"{value.isoformat()}, a {calendar.day_name[value.weekday()]}"
    return f"{value:%H:%M}"
