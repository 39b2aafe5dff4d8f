r"""Follows a paper's conditions: `\iffalse`, its own `\newif\ifdraft`, switches of packages.

The part that holds is read, and the other one passed over. What only TeX can decide is read as if
it held, and is told once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from proposal.importers.latex.braces import (
    Command,
    behind_comment,
    behind_space,
    next_sign,
)
from proposal.importers.latex.known_commands import context
from proposal.importers.latex.text_reader import Handler, TextReader, source_error

_PRIMITIVES = {
    "if", "ifcat", "ifx", "ifnum", "ifdim", "ifodd", "ifvmode", "ifhmode", "ifmmode", "ifinner",
    "ifvoid", "ifhbox", "ifvbox", "ifeof", "ifcase", "ifdefined", "ifcsname", "iffontchar",
    "iftrue", "iffalse", "ifincsname",
}  # fmt: skip
"""TeX's own conditions."""
_OF_PACKAGES = {
    "ifpdf": True, "ifpdftex": True, "ifPDFTeX": True, "ifxetex": False, "ifXeTeX": False,
    "ifluatex": False, "ifLuaTeX": False, "ifPDF": True, "iftutex": False, "ifTUTeX": False,
    "if@ACM@anonymous": False, "if@ACM@review": False, "if@ACM@nonacm": False,
}  # fmt: skip
"""Conditions that packages define, as they are in a finished paper made with pdfLaTeX."""
_WITH_ARGUMENTS = {
    "ifthenelse", "iftoggle", "ifbool", "ifdef", "ifundef", "ifcsdef", "ifcsundef", "ifdefempty",
    "ifstrequal", "ifstrempty", "ifblank", "ifnotblank", "iff", "ifboolexpr", "ifnumcomp",
    "ifdefstring", "ifdefmacro", "ifnumequal", "ifnumgreater", "ifnumless", "ifinlist",
}  # fmt: skip
"""Commands whose names begin in the same way, and which have their parts in braces."""
_RELATION = re.compile(r"\s*(-?\d+)\s*([<=>])\s*(-?\d+)")
"""An example: `1=1`."""
_KNOWN = context()


# Switches


def _new_switch(reader: TextReader, command: Command) -> int:
    r"""`\newif\ifdraft`."""
    start = behind_space(reader.text, command.end)
    if not reader.text.startswith("\\", start):
        return command.end
    named = reader.command_at(start)
    reader.joiner.switches[named.name] = False
    return named.end


def is_setter(reader: TextReader, name: str) -> bool:
    r"""Whether a command sets one of the paper's own switches, as `\drafttrue` does."""
    bare = name.removesuffix("true").removesuffix("false")
    return bare != name and f"if{bare}" in reader.joiner.switches


def set_switch(reader: TextReader, command: Command) -> int:
    r"""`\drafttrue` or `\draftfalse`."""
    bare = command.name.removesuffix("true").removesuffix("false")
    reader.joiner.switches[f"if{bare}"] = command.name.endswith("true")
    return command.end


def _new_named(reader: TextReader, command: Command) -> int:
    r"""`\newtoggle{draft}`, `\newbool{draft}`, `\newboolean{draft}`."""
    name, end = reader.argument(command.end)
    key = _key(command.name, name)
    is_given = command.name.startswith("provide") and key in reader.joiner.switches
    if not is_given:
        reader.joiner.switches[key] = False
    return end


def _set_named(reader: TextReader, command: Command) -> int:
    r"""`\toggletrue{draft}`, `\setbool{draft}{true}`."""
    name, end = reader.argument(command.end)
    value = command.name
    if command.name.startswith("set"):
        value, end = reader.argument(end)
    reader.joiner.switches[_key(command.name, name)] = value.strip().endswith("true")
    return end


def _key(command: str, name: str) -> str:
    r"""A switch's name: toggles have names of their own, the others are those of `\newif`."""
    return f"toggle {name.strip()}" if "toggle" in command else f"if{name.strip()}"


# Conditions that end with \fi


def is_condition(reader: TextReader, command: Command) -> bool:
    r"""Whether a command begins a part that ends with `\fi`."""
    name = command.name
    if name in _PRIMITIVES or name in _OF_PACKAGES or name in reader.joiner.switches:
        return True
    if not name.startswith("if") or name in _WITH_ARGUMENTS:
        return False
    return name not in reader.joiner.definitions and _KNOWN.get_macro_spec(name) is None


def condition(reader: TextReader, command: Command) -> int:
    """Read the part that holds of a condition."""
    holds, start = _decided(reader, command)
    place = reader.place(command)
    if holds is None:
        if _behind_part(reader, start, None) is None:
            return reader.unknown(command)
        reader.joiner.undecided.setdefault(f"\\{command.name}", []).append(place)
    if holds is not False:
        reader.joiner.open_conditions.append(place)
        return start
    behind = _behind_part(reader, start, "else")
    if behind is None:
        message = f"\\{command.name} has no \\fi"
        raise source_error(reader.origin.place(command.start, command.end - command.start), message)
    end, word = behind
    if word == "else":
        reader.joiner.open_conditions.append(place)
    return end


def _otherwise(reader: TextReader, command: Command) -> int:
    r"""Pass over what stands between `\else` and its `\fi`."""
    if not reader.joiner.open_conditions:
        return command.end
    behind = _behind_part(reader, command.end, None)
    if behind is None:
        return command.end
    reader.joiner.open_conditions.pop()
    return behind[0]


def _end(reader: TextReader, command: Command) -> int:
    if reader.joiner.open_conditions:
        reader.joiner.open_conditions.pop()
    return command.end


def _behind_part(reader: TextReader, start: int, word: str | None) -> tuple[int, str] | None:
    r"""The position behind the next `\fi`, or `\else` if that is looked for, and which it is."""
    depth, position, text = 0, start, reader.text
    while True:
        position = next_sign(text, position, len(text))
        if position >= len(text):
            return None
        if text[position] == "%":
            position = behind_comment(text, position)
            continue
        inner = reader.command_at(position)
        position = inner.end
        if inner.name == "fi":
            if not depth:
                return position, "fi"
            depth -= 1
        elif inner.name == word and not depth:
            return position, word
        elif inner.name == "newif":
            named = behind_space(text, position)
            position = reader.command_at(named).end if text.startswith("\\", named) else position
        elif is_condition(reader, inner):
            depth += 1


def _decided(reader: TextReader, command: Command) -> tuple[bool | None, int]:
    """Whether a condition holds, nothing if only TeX knows, and where its first part begins."""
    name, start = command.name, command.end
    if name in {"iftrue", "iffalse"}:
        return name == "iftrue", start
    if name in reader.joiner.switches:
        return reader.joiner.switches[name], start
    if name in _OF_PACKAGES:
        return _OF_PACKAGES[name], start
    if name == "ifdefined":
        named = reader.command_at(behind_space(reader.text, start))
        return _is_defined(reader, named.name), named.end
    if name == "ifnum":
        return _compared(reader, start)
    if name in {"ifx", "if"}:
        return _same(reader, start, name)
    return None, start


def _is_defined(reader: TextReader, name: str) -> bool:
    joiner = reader.joiner
    is_own = name in joiner.definitions or name in joiner.handlers or name in joiner.switches
    return is_own or _KNOWN.get_macro_spec(name) is not None


def _compared(reader: TextReader, start: int) -> tuple[bool | None, int]:
    r"""`\ifnum\version=1`."""
    first, position = _value(reader, start)
    relation = reader.text[position : position + 1]
    if relation not in "<=>":
        return None, start
    second, position = _value(reader, position + 1)
    found = _RELATION.fullmatch(f"{first}{relation}{second}")
    return (_holds(found) if found else None), position


def _value(reader: TextReader, start: int) -> tuple[str, int]:
    """A number, or what a command of the paper's own stands for, and the position behind it."""
    position = behind_space(reader.text, start)
    if reader.text.startswith("\\", position):
        named = reader.command_at(position)
        known = reader.joiner.definitions.get(named.name)
        return (known.body.strip() if known and not known.parameters else "?"), named.end
    found = re.compile(r"-?\d+[ \t]?").match(reader.text, position)
    if found is None:
        return "?", position
    return found[0].strip(), found.end()


def _holds(relation: re.Match[str]) -> bool:
    first, sign, second = int(relation[1]), relation[2], int(relation[3])
    return {"<": first < second, "=": first == second, ">": first > second}[sign]


def _same(reader: TextReader, start: int, name: str) -> tuple[bool | None, int]:
    r"""`\ifx\first\second`, `\if 01`."""
    first, position = _sign(reader, start)
    if name == "if" and reader.text[position : position + 1].isspace():
        return False, position  # TeX compares the first sign with the space
    second, position = _sign(reader, position)
    definitions = reader.joiner.definitions
    bodies = [
        definitions[sign[1:]].body.strip() if sign[1:] in definitions and sign != "\\" else None
        for sign in (first, second)
    ]
    if name == "if":
        signs = zip(bodies, (first, second), strict=True)
        values = [sign if body is None else body for body, sign in signs]
        is_plain = all(len(value) == 1 for value in values)
        is_one_plain = any(len(value) == 1 for value in values)
        return (values[0] == values[1] if is_plain else False if is_one_plain else None), position
    if any(sign in {"\\undefined", "\\@undefined"} for sign in (first, second)):
        other = second if "undefined" in first else first
        return not _is_defined(reader, other[1:]), position
    if any(sign in {"\\empty", "\\@empty"} for sign in (first, second)):
        body = bodies[1] if first.endswith("empty") else bodies[0]
        return (body == "" if body is not None else None), position
    if None not in bodies:
        return bodies[0] == bodies[1], position
    are_new = [
        sign.startswith("\\") and not _is_defined(reader, sign[1:]) for sign in (first, second)
    ]
    return first == second or all(are_new), position


def _sign(reader: TextReader, start: int) -> tuple[str, int]:
    """A command or a letter, and the position behind it."""
    position = behind_space(reader.text, start)
    if reader.text.startswith("\\", position):
        named = reader.command_at(position)
        return f"\\{named.name}", named.end
    return reader.text[position : position + 1], min(position + 1, len(reader.text))


# Conditions with their parts in braces


def _in_braces(reader: TextReader, command: Command) -> int:
    r"""`\ifthenelse{\boolean{draft}}{one}{other}`, `\iftoggle{draft}{one}{other}`."""
    said, end = reader.argument(command.end)
    holds: bool | None
    if command.name in {"ifstrequal", "ifdefstring", "ifdefstrequal"}:
        other, end = reader.argument(end)
        holds = _plain(reader, said) == _plain(reader, other)
    else:
        holds = _decided_in_braces(reader, command.name, said.strip())
    first = reader.argument_range(end)
    has_other = _has_group(reader, first[2])
    second = reader.argument_range(first[2]) if has_other else (end, end, first[2])
    if holds is None:
        reader.joiner.undecided.setdefault(f"\\{command.name}", []).append(reader.place(command))
    start, stop, _ = first if holds is not False else second
    reader.run(start, stop)
    return second[2]


def _has_group(reader: TextReader, position: int) -> bool:
    return reader.text.startswith("{", behind_space(reader.text, position))


def _decided_in_braces(reader: TextReader, command: str, said: str) -> bool | None:
    switches = reader.joiner.switches
    if command in {"iftoggle", "nottoggle"}:
        value = switches.get(f"toggle {said}")
        return value if value is None or command == "iftoggle" else not value
    if command in {"ifbool", "notbool"}:
        value = switches.get(f"if{said}")
        return value if value is None or command == "ifbool" else not value
    if command in {"ifdef", "ifundef", "ifcsdef", "ifcsundef", "@ifundefined"}:
        return _is_defined(reader, said.removeprefix("\\")) != ("undef" in command)
    if command == "ifdefempty":
        return _plain(reader, said) == ""
    if command in {"ifblank", "ifstrempty", "ifnotblank"}:
        return (not said) != (command == "ifnotblank")
    if command in {"IfFileExists", "InputIfFileExists"}:
        return (reader.joiner.base / said).is_file()
    return _of_ifthen(reader, said)


def _of_ifthen(reader: TextReader, said: str) -> bool | None:
    """What a condition of the package ifthen says, as far as it is plain."""
    if negated := re.fullmatch(r"\\(?:not|NOT)\s*(.*)", said, re.DOTALL):  # \NOT \boolean{draft}
        inner = _of_ifthen(reader, negated[1].strip())
        return None if inner is None else not inner
    if named := re.fullmatch(r"\\boolean\s*\{\s*(\w+)\s*\}", said):
        return reader.joiner.switches.get(f"if{named[1]}")
    # such as \equal{\mode}{draft}
    if equal := re.fullmatch(r"\\equal\s*\{([^{}]*)\}\s*\{([^{}]*)\}", said):
        first, second = (_plain(reader, text) for text in equal.groups())
        return None if first is None or second is None else first == second
    if relation := _RELATION.fullmatch(_plain(reader, said) or ""):
        return _holds(relation)
    return None


def _plain(reader: TextReader, text: str) -> str | None:
    """A text in which the paper's own commands are replaced; nothing if others are in it."""
    definitions = reader.joiner.definitions

    def replaced(match: re.Match[str]) -> str:
        known = definitions.get(match[1])
        return known.body if known is not None and not known.parameters else match[0]

    plain = re.sub(r"\\([A-Za-z]+)\s*", replaced, text)
    return None if "\\" in plain else plain.strip()


HANDLERS: Mapping[str, Handler] = {
    "newif": _new_switch,
    **dict.fromkeys(
        ("newtoggle", "providetoggle", "newbool", "providebool", "newboolean", "provideboolean"),
        _new_named,
    ),
    **dict.fromkeys(
        ("toggletrue", "togglefalse", "settoggle", "booltrue", "boolfalse", "setbool",
         "setboolean"),
        _set_named,
    ),
    "else": _otherwise,
    "fi": _end,
    **dict.fromkeys(
        ("ifthenelse", "iftoggle", "nottoggle", "ifbool", "notbool", "ifdef", "ifundef", "ifcsdef",
         "ifcsundef", "@ifundefined", "ifblank", "ifnotblank", "ifstrempty", "ifstrequal",
         "ifdefstring", "ifdefstrequal", "ifdefempty",
         "IfFileExists"),
        _in_braces,
    ),
}  # fmt: skip
"""What reads conditions and switches, by their commands."""
