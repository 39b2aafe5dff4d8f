r"""Writes acronyms out as the packages acronym, acro and glossaries do: at first with their names.

`\acrodef{CSS}{clear style sheet}` and `\ac{CSS}` print “clear style sheet (CSS)”, and then “CSS”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from proposal.importers.latex.braces import Command
from proposal.importers.latex.text_reader import Acronym, Handler, TextReader

_KEY_AND_VALUE = re.compile(r"(short|long)\s*=\s*(\{[^{}]*\}|[^,{}]*)")


def _acrodef(reader: TextReader, command: Command) -> int:
    r"""`\acrodef{key}[short]{long}`."""
    key, end = reader.argument(command.end)
    short, end = reader.option(end)
    long, end = reader.argument(end)
    reader.joiner.acronyms[key.strip()] = Acronym((short or key).strip(), long)
    return end


def _newacronym(reader: TextReader, command: Command) -> int:
    r"""`\newacronym[options]{key}{short}{long}`."""
    _, end = reader.option(command.end)
    key, end = reader.argument(end)
    short, end = reader.argument(end)
    long, end = reader.argument(end)
    reader.joiner.acronyms[key.strip()] = Acronym(short.strip(), long)
    return end


def _declared(reader: TextReader, command: Command) -> int:
    r"""`\DeclareAcronym{key}{short=CSS, long=clear style sheet}`."""
    key, end = reader.argument(command.end)
    settings, end = reader.argument(end)
    said = {name: value.strip("{} \n") for name, value in _KEY_AND_VALUE.findall(settings)}
    if "short" in said and "long" in said:
        reader.joiner.acronyms[key.strip()] = Acronym(said["short"], said["long"])
    return end


def _use(reader: TextReader, command: Command) -> int:
    """An acronym: short, long, in full, or in full where it is the first one."""
    start = command.end + reader.text.startswith("*", command.end)
    key, end = reader.argument(start)
    known = reader.joiner.acronyms.get(key.strip())
    if known is None:
        return reader.unknown(command)
    form = _FORMS[command.name.lower()]
    is_first = key.strip() not in reader.joiner.used_acronyms
    plural = "s" if form.endswith("s") else ""
    kind = form.removesuffix("s")
    written = known.short + plural
    if kind == "long":
        written = known.long + plural
    elif kind == "full" or (kind == "usual" and is_first):
        written = f"{known.long}{plural} ({known.short}{plural})"
    if kind in {"usual", "full"}:
        reader.joiner.used_acronyms.add(key.strip())
    if command.name[0].isupper():
        written = written[:1].upper() + written[1:]
    reader.read_instead(written, command)
    return end


_FORMS = {
    "ac": "usual", "gls": "usual", "acp": "usuals", "glspl": "usuals", "acs": "short",
    "acrshort": "short", "acsp": "shorts", "acrshortpl": "shorts", "acl": "long",
    "acrlong": "long", "aclp": "longs", "acrlongpl": "longs", "acf": "full", "acrfull": "full",
    "acfp": "fulls", "acrfullpl": "fulls",
}  # fmt: skip
"""What commands print of an acronym; plurals end with an s."""

HANDLERS: Mapping[str, Handler] = {
    "acrodef": _acrodef,
    "newacronym": _newacronym,
    "DeclareAcronym": _declared,
    **dict.fromkeys(_FORMS, _use),
    **dict.fromkeys((name[0].upper() + name[1:] for name in _FORMS), _use),
}
"""What writes acronyms out, by their commands."""
