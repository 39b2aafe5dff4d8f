r"""Writes acronyms out as the packages acronym, acro and glossaries do: at first with their names.

`\acrodef{CSS}{clear style sheet}` and `\ac{CSS}` print “clear style sheet (CSS)”, and then “CSS”.
"""

from __future__ import annotations

from collections.abc import Mapping

from proposal.importers.latex.braces import Command, key_values
from proposal.importers.latex.text_reader import Acronym, Handler, TextReader


def _acrodef(reader: TextReader, command: Command) -> int:
    r"""`\acrodef{key}[short]{long}`."""
    key, end = reader.argument(command.end)
    short, end = reader.option(end)
    long, end = reader.argument(end)
    reader.joiner.acronyms[key.strip()] = Acronym((short or key).strip(), long)
    return end


def listed(reader: TextReader, command: Command) -> int:
    r"""`\acro{key}[short]{long}` in a list of acronyms, which prints both."""
    end = _acrodef(reader, command)
    key, _ = reader.argument(command.end)
    known = reader.joiner.acronyms[key.strip()]
    reader.read_instead(f"\\item[{known.short}] {known.long}", command)
    return end


def _newacronym(reader: TextReader, command: Command) -> int:
    r"""`\newacronym[longplural={…}]{key}{short}{long}`."""
    options, end = reader.option(command.end)
    key, end = reader.argument(end)
    short, end = reader.argument(end)
    long, end = reader.argument(end)
    said = key_values(options or "")
    shorts = said.get("shortplural", said.get("plural", ""))
    reader.joiner.acronyms[key.strip()] = Acronym(
        short.strip(), long, shorts, said.get("longplural", "")
    )
    return end


def _declared(reader: TextReader, command: Command) -> int:
    r"""`\DeclareAcronym{key}{short=CSS, long=clear style sheet}`."""
    key, end = reader.argument(command.end)
    settings, end = reader.argument(end)
    said = key_values(settings)
    if "short" in said and "long" in said:
        reader.joiner.acronyms[key.strip()] = Acronym(said["short"], said["long"])
    return end


def _term(reader: TextReader, command: Command) -> int:
    r"""`\newglossaryentry{key}{name=tree, plural=trees, description={…}}`."""
    key, end = reader.argument(command.end)
    settings, end = reader.argument(end)
    said = key_values(settings)
    text = said.get("text", said.get("name", ""))
    if text:
        plural = said.get("plural", f"{text}s")
        reader.joiner.acronyms[key.strip()] = Acronym(
            text,
            said.get("description", ""),
            plural,
            first=said.get("first", text),
            firsts=said.get("firstplural", plural),
        )
    return end


def _use(reader: TextReader, command: Command) -> int:
    """An acronym: short, long, in full, or in full where it is the first one."""
    start = command.end + reader.text.startswith("*", command.end)
    _, start = reader.option(start)
    key, end = reader.argument(start)
    known = reader.joiner.acronyms.get(key.strip())
    if known is None:
        reader.joiner.missed.add(key.strip())
        return reader.unknown(command)
    form = _FORMS[command.name.lower()]
    is_first = key.strip() not in reader.joiner.used_acronyms
    kind = form.removesuffix("s")
    if kind == "usual":
        kind = "full" if is_first else "short"
    if form.removesuffix("s") in {"usual", "full"}:
        reader.joiner.used_acronyms.add(key.strip())
    written = _written(known, kind, is_plural=form.endswith("s"))
    if command.name.startswith("GLS"):
        written = f"\\MakeUppercase{{{written}}}"
    elif command.name[0].isupper():
        written = written[:1].upper() + written[1:]
    reader.read_instead(written, command)
    return end


def _written(known: Acronym, kind: str, *, is_plural: bool) -> str:
    """What is printed of an acronym, or of a term."""
    short, long, first = known.short, known.long, known.first
    if is_plural:
        short, long = known.shorts or f"{short}s", known.longs or f"{long}s"
        first = known.firsts
    if kind == "full":
        return first or f"{long} ({short})"
    return long if kind == "long" else short


_FORMS = {
    "ac": "usual", "gls": "usual", "acp": "usuals", "glspl": "usuals", "acs": "short",
    "acrshort": "short", "acsp": "shorts", "acrshortpl": "shorts", "acl": "long",
    "acrlong": "long", "aclp": "longs", "acrlongpl": "longs", "acf": "full", "acrfull": "full",
    "acfp": "fulls", "acrfullpl": "fulls",
    "glsfirst": "full", "glsfirstplural": "fulls", "glstext": "short", "glsname": "short",
    "glsplural": "shorts", "glsdesc": "long", "glsentrytext": "short", "glsentryname": "short",
    "glsentryshort": "short", "glsentrylong": "long", "glsentrydesc": "long",
    "glsentryplural": "shorts", "glsentryshortpl": "shorts", "glsentrylongpl": "longs",
    "glsentryfull": "full", "glsentryfirst": "full", "glsxtrshort": "short",
    "glsxtrshortpl": "shorts", "glsxtrlong": "long", "glsxtrlongpl": "longs",
    "glsxtrfull": "full", "glsxtrfullpl": "fulls",
}  # fmt: skip
"""What commands print of an acronym; plurals end with an s."""

HANDLERS: Mapping[str, Handler] = {
    "acrodef": _acrodef,
    **dict.fromkeys(("newacronym", "newabbreviation"), _newacronym),
    "newglossaryentry": _term,
    "DeclareAcronym": _declared,
    **dict.fromkeys(_FORMS, _use),
    **dict.fromkeys((name[0].upper() + name[1:] for name in _FORMS), _use),
    **dict.fromkeys((f"GLS{name[3:]}" for name in _FORMS if name.startswith("gls")), _use),
}
"""What writes acronyms out, by their commands."""
