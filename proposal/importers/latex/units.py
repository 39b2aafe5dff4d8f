r"""Writes numbers with units as the package siunitx prints them: `\SI{3}{\kilo\metre}` is 3 km."""

from __future__ import annotations

import re
from collections.abc import Mapping

from num2words import num2words

from proposal.importers.latex.braces import Command
from proposal.importers.latex.text_reader import Handler, TextReader

_SIGNS = {
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "milli": "m", "micro": "µ",
    "nano": "n", "pico": "p", "centi": "c", "deci": "d", "kibi": "Ki", "mebi": "Mi", "gibi": "Gi",
    "tebi": "Ti", "metre": "m", "meter": "m", "second": "s", "gram": "g", "kilogram": "kg",
    "hertz": "Hz", "byte": "B", "bit": "bit", "percent": r"\%", "celsius": "°C",
    "degreeCelsius": "°C", "degree": "°", "watt": "W", "joule": "J", "volt": "V", "ampere": "A",
    "kelvin": "K", "minute": "min", "hour": "h", "day": "d", "litre": "L", "liter": "L",
    "mole": "mol", "candela": "cd", "newton": "N", "pascal": "Pa", "ohm": "Ω", "decibel": "dB",
    "electronvolt": "eV", "per": "/", "squared": "²", "cubed": "³", "square": "", "ms": "ms",
    "us": "µs", "ns": "ns", "s": "s", "kg": "kg", "g": "g", "m": "m", "km": "km", "cm": "cm",
    "mm": "mm", "GHz": "GHz", "MHz": "MHz", "kHz": "kHz", "Hz": "Hz", "W": "W", "kW": "kW",
}  # fmt: skip
"""Units and what stands before and behind them."""
_UNIT = re.compile(r"\\([A-Za-z]+)\s*")
r"""`\kilo\metre`"""


def _quantity(reader: TextReader, command: Command) -> int:
    r"""`\SI{3}{\metre}`, `\qty{3}{\metre}`."""
    _, end = reader.option(command.end)
    number, end = reader.argument(end)
    unit, end = reader.argument(end)
    written = _written(unit)
    if written is None:
        return reader.unknown(command)
    space = "" if written == "°" else "~"
    reader.read_instead(f"{number.strip()}{space}{written}", command)
    return end


def _unit(reader: TextReader, command: Command) -> int:
    _, end = reader.option(command.end)
    unit, end = reader.argument(end)
    written = _written(unit)
    if written is None:
        return reader.unknown(command)
    reader.read_instead(written, command)
    return end


def _unit_behind(reader: TextReader, start: int) -> tuple[str | None, int]:
    r"""The unit of an argument as it stands behind a number, if it is known, and where it ends."""
    source, end = reader.argument(start)
    written = _written(source)
    return (written if written in {None, "°"} else f"~{written}"), end


def _range(reader: TextReader, command: Command) -> int:
    r"""`\SIrange{1}{2}{\metre}` is 1 m to 2 m, `\numrange{1}{2}` is 1 to 2."""
    _, end = reader.option(command.end)
    first, end = reader.argument(end)
    last, end = reader.argument(end)
    unit, end = ("", end) if command.name == "numrange" else _unit_behind(reader, end)
    if unit is None:
        return reader.unknown(command)
    reader.read_instead(f"{first.strip()}{unit} to {last.strip()}{unit}", command)
    return end


def _list(reader: TextReader, command: Command) -> int:
    r"""`\numlist{1;2;3}`, `\SIlist{1;2}{\metre}`."""
    _, end = reader.option(command.end)
    listed, end = reader.argument(end)
    unit, end = ("", end) if command.name == "numlist" else _unit_behind(reader, end)
    if unit is None:
        return reader.unknown(command)
    *others, last = (f"{number.strip()}{unit}" for number in listed.split(";"))
    reader.read_instead(" and ".join(filter(None, (", ".join(others), last))), command)
    return end


def _number(reader: TextReader, command: Command) -> int:
    _, end = reader.option(command.end)
    number, end = reader.argument(end)
    reader.read_instead(number.strip(), command)
    return end


def _ordinal(reader: TextReader, command: Command) -> int:
    r"""`\nth{21}` of the package nth, which is the 21st."""
    number, end = reader.argument(command.end)
    if not number.strip().isdecimal():
        return reader.unknown(command)
    reader.read_instead(str(num2words(int(number), to="ordinal_num")), command)
    return end


def _written(unit: str) -> str | None:
    """A unit's signs; nothing if one of them is not known."""
    if any(name not in _SIGNS for name in _UNIT.findall(unit)):
        return None
    return _UNIT.sub(lambda match: _SIGNS[match[1]], unit).strip()


HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(("SI", "qty"), _quantity),
    **dict.fromkeys(("si", "unit"), _unit),
    **dict.fromkeys(("SIrange", "qtyrange", "numrange"), _range),
    **dict.fromkeys(("SIlist", "qtylist", "numlist"), _list),
    **dict.fromkeys(("num", "tablenum"), _number),
    "nth": _ordinal,
}
"""What writes quantities, by their commands."""
