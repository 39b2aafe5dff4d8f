r"""Reads what a paper defines: commands, environments, theorems, in LaTeX's and in TeX's notation.

A definition is text with places for arguments; its environments need not match, and nothing in it
is looked at before it is used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from proposal.importers.latex.braces import (
    Command,
    behind_arguments,
    behind_group,
    behind_space,
    key_values,
)
from proposal.importers.latex.known_commands import (
    BUILT_IN,
    DRAWINGS,
    NOTES,
    NOTES_UNLESS_DEFINED,
    context,
)
from proposal.importers.latex.text_reader import (
    Definition,
    EnvironmentDefinition,
    Handler,
    TextReader,
    Theorem,
)

SETTINGS_OF_ACMART = {"shortauthors", "shorttitle", "footnotetextcopyrightpermission"}
"""Commands whose redefinition is a setting of acmart."""
_KNOWN = context()
_PROTECTED = BUILT_IN | {"LaTeX", "TeX", "BibTeX", "LaTeXe", "begin", "end"}
"""Commands that keep their meaning whatever a paper defines."""
_PLAIN_PARAMETERS = re.compile(r"(#\d)*")
"""`#1#2`"""
_COLOURED = re.compile(r"\\(textcolor|color|colorbox|fcolorbox|hl|marginpar|marginnote|todo)\b")
r"""`\textcolor`, `\todo`"""
_DEFINING = re.compile(r"\\(?:(?:re)?newcommand|[gex]?def|newenvironment|csname)\b")
r"""`\newcommand`, `\def`"""
_NAMED = re.compile(
    r"\\(?P<command>(?:re|provide)?(?:new)?command|[gex]?def)\s*\*?\s*"
    r"\\csname\s*(?P<name>[^\\{}]*?)\s*\\endcsname"
)
"""An example: `\\newcommand\\csname ada\\endcsname`, behind `\\expandafter`."""
_COMMENT = re.compile(r"(?<!\\)%[^\n]*(?:\n\s*|$)")
"""`% a note`"""
_VERB = re.compile(r"\\(?:lstinline|Verb)(?:\[[^\]]*\])?|\\mintinline(?:\[[^\]]*\])?\{[^{}]*\}")
"""What a command stands for behind which code is typed: `\\lstinline[language=C]`."""
_MACHINERY = re.compile(r"@|\\(?:[hv]box|[hv]skip|[hv]rule|halign|csname|the|if\w*)\b|tabular")
r"""What no text is made of: `\hskip`, `\ifx`, `@`."""
_LABEL = re.compile(
    r"(?:^|[\[({\s])(?:[A-Za-z][\w.' -]{0,30}|#\d)\}?:|\b(?:TODO|FIXME|XXX|NOTE|TBD)\b"
)
"""What stands in front of a note: `[Ann: …]`, `TODO`."""
_VERBATIM_BEGIN = re.compile(
    r"\\(?:alltt|verbatim|VerbatimEnvironment|minted|lstlisting)\b"
    r"|\\begin\s*\{(?:alltt|[BL]?[Vv]erbatim|minted|lstlisting)\}"
)
r"""How the definition of an environment begins in which nothing is a command:
`\begin{lstlisting}`."""
_COUNT = re.compile(r"[0-9]")
"""How many parameters a command has, of which TeX knows nine: `2`."""
_NOTE_NAME = re.compile(r"(?i)todo|fixme|(^|my)(note|comment|remark)s?$|note$|comment$")
"""`todo`, `myComment`, `adanote`"""


def _definition(reader: TextReader, command: Command) -> int:
    r"""`\newcommand{\name}[2][default]{body}`."""
    name, end = reader.argument(_behind_star(reader, command.end))
    count, end = reader.option(end)
    default, end = reader.option(end)
    body, end = reader.argument(end)
    bare = name.strip().removeprefix("\\")
    if bare in SETTINGS_OF_ACMART:
        return _setting(reader, bare, body, command, end)
    number = (count or "0").strip()
    is_known = bare in reader.joiner.definitions
    if _COUNT.fullmatch(number) and not (command.name.startswith("provide") and is_known):
        define(reader, bare, _parameters(int(number), default), body, command)
    return end


def _definition_with_keys(reader: TextReader, command: Command) -> int:
    r"""`\newcommandx{\name}[2][1=default]{body}` of the package xargs."""
    name, end = reader.argument(_behind_star(reader, command.end))
    count, end = reader.option(end)
    defaults, end = reader.option(end)
    body, end = reader.argument(end)
    given = key_values(defaults or "")
    number = (count or "0").strip()
    if _COUNT.fullmatch(number):
        parameters = tuple(given.get(str(index + 1)) for index in range(int(number)))
        define(reader, name.strip().removeprefix("\\"), parameters, body, command)
    return end


def _setting(reader: TextReader, name: str, body: str, command: Command, end: int) -> int:
    was_preamble, reader.joiner.is_preamble = reader.joiner.is_preamble, False
    reader.joiner.emit(f"\\renewcommand{{\\{name}}}{{{body}}}", reader.origin, command.start)
    reader.joiner.is_preamble = was_preamble
    return end


def _parameters(count: int, default: str | None) -> tuple[str | None, ...]:
    if default is not None and count:
        return (default, *[None] * (count - 1))
    return (None,) * count


def _plain_definition(reader: TextReader, command: Command) -> int:
    r"""TeX's own `\def\name#1#2{body}`."""
    start = behind_space(reader.text, command.end)
    if not reader.text.startswith("\\", start):
        return command.end
    named = reader.command_at(start)
    brace = reader.text.find("{", named.end)
    if brace < 0:
        return named.end
    parameters = reader.text[named.end : brace].strip()
    end = behind_group(reader.text, brace)
    body = reader.text[brace + 1 : end - 1]
    if named.name in SETTINGS_OF_ACMART:
        return _setting(reader, named.name, body, command, end)
    if _PLAIN_PARAMETERS.fullmatch(parameters):
        define(reader, named.name, (None,) * parameters.count("#"), body, command)
    return end


def define(
    reader: TextReader,
    name: str,
    parameters: tuple[str | None, ...],
    body: str,
    command: Command,
) -> None:
    r"""Remember what a command stands for, unless its meaning is known whatever its look.

    Args:
        reader: the reader of the file that defines it.
        name: the command's name, without its backslash.
        parameters: for each parameter nothing, or what stands for it where no brackets give it.
        body: what it stands for, with `#1` for its first parameter.
        command: the command that defines it, such as `\newcommand`.
    """
    if name in reader.joiner.handlers and name not in NOTES:
        return
    if not parameters and _VERB.fullmatch(_COMMENT.sub("", body).strip()):
        reader.joiner.verbs.add(name)
        return
    if name in _PROTECTED or (reader.joiner.is_package and not _is_plain(name, body)):
        return
    reader.joiner.definitions[name] = Definition(
        parameters,
        body,
        reader.place(command),
        reader.joiner.has_at,
        is_note=_is_note(name, parameters, body),
    )


def _is_plain(name: str, body: str) -> bool:
    """Whether a package's definition is a text, and not a part of the package's own machinery."""
    is_known = _KNOWN.get_macro_spec(name) is not None
    return "@" not in name and not is_known and _MACHINERY.search(body) is None


def _is_note(name: str, parameters: tuple[str | None, ...], body: str) -> bool:
    """Whether a command prints its text as a note of the authors to themselves."""
    if not body.strip() or "#" not in body or _DEFINING.search(body):
        return False
    if name in NOTES and name not in NOTES_UNLESS_DEFINED:
        return True
    is_labelled = _NOTE_NAME.search(name) or _LABEL.search(_words_of(body))
    return bool(parameters and _COLOURED.search(body) and is_labelled)


def _words_of(body: str) -> str:
    """What a definition prints by itself: without commands, names of colours and lengths."""
    without_colours = re.sub(
        # `\textcolor{red}`, `\color[rgb]{1,0,0}`
        r"\\(?:textcolor|color|colorbox|todo)\s*(\[[^\]]*\])?\{[^{}]*\}",
        "",
        body,
    )
    return re.sub(r"\\[A-Za-z]+", "", without_colours)


def _alias(reader: TextReader, command: Command) -> int:
    r"""`\let\name=\other`."""
    start = behind_space(reader.text, command.end)
    if not reader.text.startswith("\\", start):
        return command.end
    named = reader.command_at(start)
    sign = behind_space(reader.text, named.end)
    position = behind_space(reader.text, sign + 1) if reader.text.startswith("=", sign) else sign
    if not reader.text.startswith("\\", position):
        return min(position + 1, len(reader.text))
    other = reader.command_at(position)
    known = reader.joiner.definitions.get(other.name)
    if other.name.startswith("if") and other.name in {"iftrue", "iffalse"}:
        reader.joiner.switches[named.name] = other.name == "iftrue"
    elif known is not None and named.name not in _PROTECTED | reader.joiner.handlers.keys():
        reader.joiner.definitions[named.name] = known
    elif other.name not in {"undefined", "@undefined", "relax"} and named.name != other.name:
        define(reader, named.name, (), f"\\{other.name}", command)
        if defined := reader.joiner.definitions.get(named.name):
            original = replace(defined, alias_of=other.name)
            reader.joiner.definitions[named.name] = original
    return other.end


def _expandafter(reader: TextReader, command: Command) -> int:
    r"""`\expandafter\newcommand\csname name\endcsname[1]{body}`; else it changes nothing here."""
    found = _NAMED.match(reader.text, command.end)
    if found is None:
        return command.end
    is_plain = found["command"].endswith("def")
    number, default, end = "0", None, found.end()
    if is_plain:
        brace = reader.text.find("{", end)
        signs = reader.text[end:brace].strip()
        if brace < 0 or not _PLAIN_PARAMETERS.fullmatch(signs):
            return end
        number, end = str(signs.count("#")), brace
    else:
        count, end = reader.option(end)
        default, end = reader.option(end)
        number = (count or "0").strip()
    body, end = reader.argument(end)
    if _COUNT.fullmatch(number):
        define(reader, found["name"], _parameters(int(number), default), body, command)
    return end


def _document_command(reader: TextReader, command: Command) -> int:
    r"""`\NewDocumentCommand{\name}{m O{default}}{body}`."""
    name, end = reader.argument(command.end)
    signs, end = reader.argument(end)
    body, end = reader.argument(end)
    parameters: list[str | None] = []
    for sign in re.findall(r"O\s*\{[^{}]*\}|\S", signs):
        if sign[0] not in "moO":
            return end
        parameters.append(None if sign == "m" else sign[1:].strip().strip("{}"))
    define(reader, name.strip().removeprefix("\\"), tuple(parameters), body, command)
    return end


def _operator(reader: TextReader, command: Command) -> int:
    r"""`\DeclareMathOperator*{\argmax}{arg\,max}`."""
    start = _behind_star(reader, command.end)
    name, end = reader.argument(start)
    words, end = reader.argument(end)
    star = "*" if start != command.end else ""
    define(reader, name.strip().removeprefix("\\"), (), f"\\operatorname{star}{{{words}}}", command)
    return end


def _paired_delimiter(reader: TextReader, command: Command) -> int:
    r"""`\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}`."""
    name, end = reader.argument(command.end)
    left, end = reader.argument(end)
    right, end = reader.argument(end)
    bare = name.strip().removeprefix("\\")
    define(reader, bare, (None,), f"{left} #1{right} ", command)
    define(reader, f"{bare}*", (None,), f"\\left{left} #1\\right{right} ", command)
    return end


# Environments


def _environment(reader: TextReader, command: Command) -> int:
    r"""`\newenvironment{name}[1][default]{begin}{end}`."""
    name, end = reader.argument(_behind_star(reader, command.end))
    count, end = reader.option(end)
    default, end = reader.option(end)
    begin, end = reader.argument(end)
    ending, end = reader.argument(end)
    number = (count or "0").strip()
    if _VERBATIM_BEGIN.search(begin):
        reader.joiner.verbatim.add(name.strip())
        return end
    if drawing := _drawing_begun_by(begin, reader.joiner.drawn):
        reader.joiner.drawn[name.strip()] = drawing
        return end
    is_machinery = reader.joiner.is_package and _MACHINERY.search(begin + ending)
    is_new = _KNOWN.get_environment_spec(name.strip()) is None and not is_machinery
    if _COUNT.fullmatch(number) and is_new:
        place, has_at = reader.place(command), reader.joiner.has_at
        reader.joiner.environments[name.strip()] = EnvironmentDefinition(
            Definition(_parameters(int(number), default), begin, place, has_at),
            Definition((), ending, place, has_at),
        )
    return end


def _drawing_begun_by(body: str, drawn: Mapping[str, str]) -> str | None:
    """The environment of TeX's drawings that a definition begins and leaves open."""
    opened: list[str] = []
    for kind, name in _MARKS.findall(_COMMENT.sub("", body)):
        if kind == "begin":
            opened.append(drawn.get(name, name))
        elif opened:
            opened.pop()
    return next((name for name in opened if name in DRAWINGS), None)


_MARKS = re.compile(r"\\(begin|end)\s*\{([^{}]*)\}")
"""An example: `\\begin{mathpar}`."""


def _comment_environment(reader: TextReader, command: Command) -> int:
    r"""`\specialcomment{name}{begin}{end}`, an environment that may be left out."""
    name, end = reader.argument(command.end)
    begin, end = reader.argument(end)
    ending, end = reader.argument(end)
    place = reader.place(command)
    environment = EnvironmentDefinition(Definition((), begin, place), Definition((), ending, place))
    reader.joiner.environments[name.strip()] = environment
    return end


def _box(reader: TextReader, command: Command) -> int:
    r"""`\newtcolorbox{name}[1][default]{options}`, whose arguments are no text."""
    _, end = reader.option(command.end)
    name, end = reader.argument(end)
    count, end = reader.option(end)
    default, end = reader.option(end)
    _, end = reader.argument(end)
    number = (count or "0").strip()
    nothing = Definition((), "", reader.place(command))
    begin = Definition(
        _parameters(int(number) if _COUNT.fullmatch(number) else 0, default), "", nothing.place
    )
    reader.joiner.environments[name.strip()] = EnvironmentDefinition(begin, nothing)
    return end


def _framed_environment(reader: TextReader, command: Command) -> int:
    r"""`\newmdenv[options]{name}`."""
    _, end = reader.option(command.end)
    name, end = reader.argument(end)
    nothing = Definition((), "", reader.place(command))
    begin = Definition(("",), "", nothing.place)
    reader.joiner.environments[name.strip()] = EnvironmentDefinition(begin, nothing)
    return end


def _declared_theorem(reader: TextReader, command: Command) -> int:
    r"""`\declaretheorem[name=Claim, sibling=lemma]{claim}` of the package thmtools."""
    options, end = reader.option(command.end)
    name, end = reader.argument(end)
    more, end = reader.option(end)
    said = key_values(f"{options or ''},{more or ''}")
    key = name.strip()
    reader.joiner.theorems[key] = Theorem(
        said.get("name", said.get("title", key.capitalize())),
        said.get("sibling", said.get("numberlike", key)),
        said.get("numberwithin", said.get("parent", "")),
        is_numbered=said.get("numbered", "yes") not in {"no", "false"},
    )
    return end


def _theorem(reader: TextReader, command: Command) -> int:
    r"""`\newtheorem{claim}[lemma]{Claim}[section]`."""
    start = _behind_star(reader, command.end)
    name, end = reader.argument(start)
    shared, end = reader.option(end)
    title, end = reader.argument(end)
    within, end = reader.option(end)
    key = name.strip()
    reader.joiner.theorems[key] = Theorem(
        title, (shared or key).strip(), (within or "").strip(), is_numbered=start == command.end
    )
    return behind_arguments(reader.text, end) if command.name == "spnewtheorem" else end


def _framed_theorem(reader: TextReader, command: Command) -> int:
    r"""`\newmdtheoremenv[options]{claim}{Claim}`."""
    _, end = reader.option(command.end)
    return _theorem(reader, Command(command.name, command.start, end))


def _verbatim_environment(reader: TextReader, command: Command) -> int:
    r"""`\DefineVerbatimEnvironment{name}{Verbatim}{}` and `\lstnewenvironment{name}{}{}`."""
    name, _ = reader.argument(command.end)
    reader.joiner.verbatim.add(name.strip())
    return behind_arguments(reader.text, command.end)


def _listing(reader: TextReader, command: Command) -> int:
    r"""`\newminted{python}{}`, which defines the environment `pythoncode`."""
    given, end = reader.option(command.end)
    language, _ = reader.argument(end)
    reader.joiner.verbatim.add(given or f"{language.strip()}code")
    return behind_arguments(reader.text, command.end)


def _listing_in_line(reader: TextReader, command: Command) -> int:
    r"""`\newmintinline{python}{}`, which defines the command `\pythoninline`."""
    given, end = reader.option(command.end)
    language, _ = reader.argument(end)
    reader.joiner.verbs.add((given or f"{language.strip()}inline").removeprefix("\\"))
    return behind_arguments(reader.text, command.end)


def _left_out_environment(reader: TextReader, command: Command) -> int:
    r"""`\excludecomment{name}`."""
    name, end = reader.argument(command.end)
    reader.joiner.left_out.add(name.strip())
    return end


def _printed_environment(reader: TextReader, command: Command) -> int:
    r"""`\includecomment{name}`."""
    name, end = reader.argument(command.end)
    reader.joiner.left_out.discard(name.strip())
    nothing = Definition((), "", reader.place(command))
    reader.joiner.environments[name.strip()] = EnvironmentDefinition(nothing, nothing)
    return end


def _passed(_reader: TextReader, command: Command) -> int:
    """A prefix of a definition, which changes nothing here."""
    return command.end


def _setting_of_package(reader: TextReader, command: Command) -> int:
    r"""`\lstset{…}` and the like, whose arguments are no text."""
    return behind_arguments(reader.text, command.end)


def _filler(reader: TextReader, command: Command) -> int:
    r"""`\lipsum[1-2]`, which fills pages with words that say nothing."""
    end = behind_arguments(reader.text, command.end)
    if not reader.joiner.is_preamble:
        reader.joiner.fillers.setdefault(f"\\{command.name}", []).append(reader.place(command, end))
    return end


def _at_letters(reader: TextReader, command: Command) -> int:
    r"""Between `\makeatletter` and `\makeatother` stand definitions and settings, and no text."""
    reader.joiner.has_at = command.name == "makeatletter"
    reader.joiner.is_preamble = reader.joiner.has_at or not reader.joiner.has_begun
    return command.end


def _behind_star(reader: TextReader, position: int) -> int:
    start = behind_space(reader.text, position)
    return start + 1 if reader.text.startswith("*", start) else position


HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(
        ("newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "newrobustcmd",
         "renewrobustcmd", "providerobustcmd"),
        _definition,
    ),
    **dict.fromkeys(("newcommandx", "renewcommandx"), _definition_with_keys),
    **dict.fromkeys(("def", "gdef", "edef", "xdef"), _plain_definition),
    **dict.fromkeys(("let", "glet"), _alias),
    **dict.fromkeys(
        ("NewDocumentCommand", "RenewDocumentCommand", "DeclareDocumentCommand",
         "ProvideDocumentCommand"),
        _document_command,
    ),
    "expandafter": _expandafter,
    "DeclareMathOperator": _operator,
    "DeclarePairedDelimiter": _paired_delimiter,
    **dict.fromkeys(("newenvironment", "renewenvironment"), _environment),
    **dict.fromkeys(("newtcolorbox", "renewtcolorbox"), _box),
    "newmdenv": _framed_environment,
    **dict.fromkeys(("newtheorem", "newshadedtheorem", "spnewtheorem"), _theorem),
    "newmdtheoremenv": _framed_theorem,
    "declaretheorem": _declared_theorem,
    **dict.fromkeys(("DefineVerbatimEnvironment", "lstnewenvironment"), _verbatim_environment),
    "newminted": _listing,
    "newmintinline": _listing_in_line,
    "specialcomment": _comment_environment,
    **dict.fromkeys(("excludecomment", "excludeversion"), _left_out_environment),
    **dict.fromkeys(("includecomment", "includeversion"), _printed_environment),
    **dict.fromkeys(("long", "global", "outer", "noexpand"), _passed),
    **dict.fromkeys(
        ("lstdefinelanguage", "lstdefinestyle", "lstnewstyle", "pgfplotscreateplotcyclelist",
         "DeclareCaptionFont", "DeclareCaptionFormat", "DeclareCaptionStyle", "newfloat", "newlist",
         "DeclareFloatingEnvironment", "DeclareUnicodeCharacter", "DeclareSIUnit",
         "definechangesauthor", "pgfdeclarelayer", "pgfsetlayers",
         "tcbset", "tcbuselibrary", "mdfdefinestyle", "mdfsetup", "algnewcommand",
         "algrenewcommand", "algdef", "SetKwInput", "SetKwInOut", "SetKw", "SetKwProg",
         "SetKwFunction", "SetAlFnt", "captionsetup", "pgfplotsset", "tikzset", "lstset",
         "hypersetup", "sisetup", "setminted", "usemintedstyle", "newsavebox", "newcolumntype",
         "DTMsetup", "pgfkeys", "microtypesetup", "urlstyle"),
        _setting_of_package,
    ),
    **dict.fromkeys(("lipsum", "blindtext", "Blindtext"), _filler),
    **dict.fromkeys(("makeatletter", "makeatother"), _at_letters),
}  # fmt: skip
"""What reads definitions, by their commands."""
