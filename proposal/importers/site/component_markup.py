"""Writes what components of MDX and other pages say as markup: `<Person name="Ann Author" … />`.

Nothing is run. Values that stand in the page or in a data file beside it are read; what a program
would work out is named, since nobody can tell here what it shows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from proposal.importers.site.records_markup import (
    records_box,
    records_markup,
    records_of_script,
    tells_by_name,
)
from proposal.reading.sites.place_marks import without_marks

_SPACE = r"(?:\s|\ue000\d+\ue001)"
"""White space, and the marks at the beginnings of lines."""
_VALUE = r"\"[^\"]*\"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}"
_ATTRIBUTE = re.compile(rf"(?P<name>[\w:-]+){_SPACE}*=(?:{_SPACE})*(?P<value>{_VALUE})")
"""`name="Ada Lovelace"`"""
_COMPONENT = re.compile(
    rf"<(?P<end>/?)(?P<tag>[A-Z][\w.]*|[a-z]+(?:-[a-z0-9]+)+)"
    rf"(?P<attributes>(?:{_SPACE}+[\w:-]+(?:{_SPACE}*=(?:{_SPACE})*(?:{_VALUE}))?)*){_SPACE}*(?P<alone>/?)>"
)
"""`<SpeakerCard name="Ada" />`, `</Layout>`"""
_TELLS = re.compile(
    r"person|people|speaker|organi[sz]|committee|member|team|chair|author|keynote|talk|panel|paper"
    r"|schedule|program|agenda|session|date|deadline|timeline|profile|fee|price",
    re.IGNORECASE,
)
"""Names of components that show people, papers, dates or the programme. Example: `SpeakerCard`."""
_NAMED = ("name", "title", "speaker", "fullname", "label", "time")
_BESIDE = {
    *("affiliation", "institution", "org", "organization", "university", "company", "role", "bio"),
    *("title", "talk", "talktitle", "abstract", "time", "start", "date", "email"),
    *("homepage", "url"),
    *("href", "link", "website", "authors", "speaker", "country", "position", "affil"),
}
_LITERAL = re.compile(
    r"\{\s*(?P<sign>[\"'`])(?P<text>(?:(?!(?P=sign)|\$\{).)*)(?P=sign)\s*\}", re.DOTALL
)
"""`{"Call for Papers"}`"""
_IMPORT = re.compile(
    r"^(?P<mark>(?:\ue000\d+\ue001)?)import\s+(?:(?P<names>[^;\"']{1,400}?)\s+from\s+)?[\"'](?P<path>[^\"'\n]+)[\"'];?"
    r"[ \t]*$",
    re.MULTILINE,
)
"""`import { speakers } from "../data/speakers"`"""
_EXPORT = re.compile(
    r"^(?P<mark>(?:\ue000\d+\ue001)?)export\s+(?:const|let|var|default|function)\b", re.MULTILINE
)
"""`export const metadata`"""
_DEFAULT_LIST = re.compile(r"\bexport\s+default\s+(?=[\[{])")
"""`export default [`"""
_LIST_SHOWN = re.compile(
    r"\{(?:\s|\ue000\d+\ue001)*(?P<list>[A-Za-z_$][\w$.]*?)\.(?:map|filter|sort|slice)\("
)
"""`{speakers.map(`"""
_FENCED = re.compile(
    r"(^(?:\ue000\d+\ue001)?```.*?^(?:\ue000\d+\ue001)?```)", re.MULTILINE | re.DOTALL
)
"""Blocks of code, of which nothing is shown by a program."""
_ENDINGS = ("", ".json", ".js", ".ts", ".mjs", ".jsx", ".tsx")
_LARGEST = 400_000
"""Bytes of a component's file."""


class ComponentPage(Struct):
    """A page whose components are written as markup."""

    file: Path
    root: Path
    unread: list[str] = field(default_factory=list)
    """What shows something that is not read: `<Timeline>`, `speakers.map(…)`."""
    lists: set[str] = field(default_factory=set)
    """The names of lists that are read."""

    @property
    def is_mdx(self) -> bool:
        """Whether the page is one of MDX, in which braces hold programs."""
        return self.file.suffix.lower() == ".mdx"

    def markup(self, body: str) -> str:
        """The page's text with what its components say.

        Args:
            body: the text, with marks of the places of its lines.
        """
        behind: list[str] = []
        if self.is_mdx:
            behind = self.records_of(without_marks(body))
            body = _without_programs(_without_comments(body))
        parts = _FENCED.split(body)
        shown = "".join(
            part if number % 2 else self.shown(part) for number, part in enumerate(parts)
        )
        return "\n\n".join([shown, *dict.fromkeys(behind)]) if behind else shown

    def shown(self, text: str) -> str:
        """A text outside of blocks of code with what its components say."""
        made = _COMPONENT.sub(self.component, text)
        return self.without_expressions(made) if self.is_mdx else made

    def component(self, match: re.Match[str]) -> str:
        """A component as markup; its tag is left out, and what it holds stays."""
        tag = match["tag"]
        is_jsx = tag[0].isupper()
        tells = _TELLS.search(tag) is not None
        if match["end"] or (not is_jsx and not tells):
            return "" if match["end"] and is_jsx and self.is_mdx else match[0]
        record, unknown = _record_of(match["attributes"])
        keys = {key.casefold() for key in record}
        if keys & set(_NAMED) and (keys - {"name"}) & _BESIDE and (tells or "name" in keys):
            return (
                f"\n\n{records_box({key.casefold(): value for key, value in record.items()})}\n\n"
            )
        if tells and (keys & set(_NAMED)):
            return (
                f"\n\n{records_box({key.casefold(): value for key, value in record.items()})}\n\n"
            )
        shows = (tells and match["alone"]) or any(_TELLS.search(one) for one in unknown)
        if shows and (not unknown or not set(unknown) <= self.lists):
            self.unread.append(f"<{tag}>")
        return "" if self.is_mdx and is_jsx else match[0]

    def without_expressions(self, body: str) -> str:
        """A page of MDX without the programs in braces; lists that they show are noted."""
        for match in _LIST_SHOWN.finditer(body):
            name = match["list"].split(".")[-1]
            if name not in self.lists:
                self.unread.append(f"{{{name}}}")
        return _without_braces(body)

    def records_of(self, source: str) -> list[str]:
        """The lists that a page defines, and those of data files that it imports."""
        found = records_of_script(source)
        # such as const speakers
        self.lists |= set(re.findall(r"\b(?:const|let|var)\s+(\w+)", source)) if found else set()
        for match in _IMPORT.finditer(source):
            names = re.findall(r"\w+", match["names"] or "")
            data_file = _file_of(match["path"], self.file, self.root)
            if data_file is None:
                continue
            lists = list(_lists_in(data_file, names))
            if lists:
                found += lists
                self.lists |= set(names)
        return found


def _record_of(attributes: str) -> tuple[dict[str, str], list[str]]:
    """The attributes with texts, and what the others take their values from."""
    record, unknown = {}, []
    for match in _ATTRIBUTE.finditer(attributes):
        value = without_marks(match["value"])
        literal = _LITERAL.fullmatch(value)
        if value[0] in "\"'":
            record[match["name"]] = value[1:-1]
        elif literal is not None:
            record[match["name"]] = literal["text"]
        else:
            unknown.append(value.strip("{} \n"))
    return record, unknown


def _without_programs(body: str) -> str:
    """A page of MDX without what it imports and defines."""
    body = _IMPORT.sub(lambda match: match["mark"], body)
    while (match := _EXPORT.search(body)) is not None:
        end = re.compile(r"\n(?:\ue000\d+\ue001)?[ \t]*(?=\n)|\Z").search(body, match.end())
        body = body[: match.start()] + match["mark"] + body[end.start() if end else len(body) :]
    return body


def _without_braces(text: str) -> str:
    """A text without what stands in braces; a brace that is never closed stays."""
    kept: list[str] = []
    opened: list[int] = []
    end = 0
    for match in re.finditer(r"[{}]", text):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if not opened:
                kept.append(text[end:start])
                end = match.end()
    return "".join([*kept, text[end:]])


def _without_comments(text: str) -> str:
    """A text without comments of JSX: `{/* … */}`."""
    kept: list[str] = []
    end = 0
    while (start := text.find("{/*", end)) >= 0 and (close := text.find("*/}", start)) >= 0:
        kept.append(text[end:start])
        end = close + 3
    return "".join([*kept, text[end:]])


def _file_of(path: str, page: Path, root: Path) -> Path | None:
    """The file of the site that an import names; nothing for a package, or for one elsewhere."""
    if path.startswith(("./", "../")):
        starts = [page.parent / path]
    elif path.startswith(("@site/", "@/", "~/")):
        rest = path.partition("/")[2]
        starts = [root / rest, root / "src" / rest]
    else:
        return None
    for start in starts:
        for ending in _ENDINGS:
            file = start.with_name(start.name + ending).resolve()
            is_inside = file.is_relative_to(root.resolve())
            if is_inside and file.is_file() and file.stat().st_size <= _LARGEST:
                return file
    return None


def _lists_in(file: Path, names: list[str]) -> Iterator[str]:
    """The lists of a data file as markup, if its name or theirs says what they list."""
    if file.suffix not in {".json", ".js", ".ts", ".mjs"}:
        return
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    called = next((name for name in (*names, file.stem) if tells_by_name(name, [])), "")
    if file.suffix == ".json":
        try:
            value: Any = json.loads(text)
        except (ValueError, RecursionError):
            return
        if (name := called or file.stem) and tells_by_name(name, value):
            yield records_markup(name, value)
        return
    default = f"const {re.sub(r'[^A-Za-z0-9]', '_', called or file.stem)} = "
    yield from records_of_script(_DEFAULT_LIST.sub(lambda _: default, text))
