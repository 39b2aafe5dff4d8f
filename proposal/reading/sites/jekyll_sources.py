"""Expands what the pages of a Jekyll site take from elsewhere: includes, data files, collections.

Liquid itself is the work of a library; here are Jekyll's own tags, filters and values. Nothing is
read that lies outside of the site's folder, and loops, includes and output have limits. Each piece
of what is made has a mark that says where it was written.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Self, TextIO

from liquid import BoundTemplate, Environment, Mode, RenderContext
from liquid.builtin.output import Output, OutputNode
from liquid.builtin.tags.capture_tag import CaptureNode, CaptureTag
from liquid.builtin.tags.include_tag import IncludeNode, IncludeTag
from liquid.exceptions import LiquidError, ResourceLimitError
from liquid.stringify import to_liquid_string
from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.reading.lenient_yaml import read_template_values
from proposal.reading.sites.jekyll_filters import JEKYLL_FILTERS, SiteFilters
from proposal.reading.sites.place_marks import (
    PlaceMarks,
    SourceLine,
    without_marks,
    without_signs_of_marks,
)
from proposal.reading.source_document import FENCE
from proposal.source.file import read_text
from proposal.source.text import Text

JEKYLL_SETTINGS = ("_config.yml", "_config.yaml")
"""The names of the file that has a site's configuration."""

_INCLUDE = re.compile(
    r"\{%-?\s*(?P<tag>include(?:_cached|_relative)?)\s+(?P<name>[^\s%{}\"']+"
    r"|\"[^\"]+\")(?P<rest>[^%]*)-?%\}"
)
"""`{% include dates.html wide=true %}`"""
_INCLUDE_OF_VALUE = re.compile(
    r"\{%-?\s*include(?:_cached|_relative)?\s+\{\{-?\s*(?P<value>[\w.-]+)\s*-?\}\}\s*-?%\}"
)
"""An example: `{% include_relative {{ profile.content }} %}`."""
_ARGUMENT = re.compile(r"([\w-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s]+)")
"""`title="Important dates"`, `wide=true`"""
_DROPPED = re.compile(
    r"\{%-?\s*(?:end)?(?:highlight|seo|feed_meta|toc|github_edit_link|bibliography|cite"
    r"|link|post_url|gist|twitter|details|tabs|tab|jupyter_notebook)\b[^%]*-?%\}"
)
"""`{% highlight python %}`, `{% toc %}`"""
_COLLECTED = {".md", ".markdown", ".html"}
_BESIDE = "./"
"""What stands before the name of a file beside the page: `{% include_relative a.md %}`."""
_DEEPEST = 12
_MOST_INCLUDES = 1500
"""Includes that are put into one page, one in another counted."""

_LARGEST = 2 * 1024 * 1024
"""Bytes of a file of data or of a part of a page."""
_DATA = {".yml", ".yaml", ".json", ".csv", ".tsv"}


class _SiteEnvironment(Environment):
    """Liquid as Jekyll has it, within limits."""

    loop_iteration_limit = 20_000
    output_stream_limit = 4 * 1024 * 1024
    context_depth_limit = 30


class _IncludeNode(IncludeNode):
    """Jekyll's include, which gives its arguments as values of `include`."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the included file; nothing if it is not in the site's folder."""
        name = str(self.name.evaluate(context))
        values = {argument.name: argument.value.evaluate(context) for argument in self.args}
        template = _template_of(context, name, values)
        if template is None:
            return 0
        with context.extend({"include": values}, template=template):
            template.render_with_context(context, buffer, partial=True)
        return 1


class _IncludeTag(IncludeTag):
    node_class = _IncludeNode


class _PlacedOutputNode(OutputNode):
    """An output whose text says where it was written."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the text; nothing for a mapping, which nobody reads on a page."""
        value = self.expression.evaluate(context)
        if isinstance(value, Mapping):
            return 0
        if isinstance(value, Text):
            return buffer.write(_site_of(context).marks.marked_text(value))
        if isinstance(value, _CapturedText):
            return buffer.write(value.marked)
        return buffer.write(to_liquid_string(value, context.autoescape))


class _PlacedOutput(Output):
    node_class = _PlacedOutputNode


class _CapturedText(str):
    """A captured text without marks, since it may be compared with others."""

    __slots__ = ("marked",)
    marked: str
    """The text with marks, for where it is printed."""

    def __new__(cls, marked: str) -> Self:
        """Keep a text that was made with marks."""
        text = super().__new__(cls, without_marks(marked))
        text.marked = marked
        return text


class _CaptureNode(CaptureNode):
    """A captured text that still says where it was written if it is printed."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Keep the text."""
        captured = context.get_buffer(buffer)
        self.block.render(context, captured)
        context.assign(self.name, _CapturedText(captured.getvalue()))
        return 0


class _Capture(CaptureTag):
    node_class = _CaptureNode


def _site_of(context: RenderContext) -> JekyllSources:
    """The site whose page is made."""
    return context.env.site  # type: ignore[attr-defined, no-any-return] # where this module puts it


def _template_of(
    context: RenderContext, name: str, values: Mapping[str, object]
) -> BoundTemplate | None:
    site = _site_of(context)
    site.included += 1
    if site.included > _MOST_INCLUDES:
        raise ResourceLimitError("too many includes", token=None)
    found = site.include_text(name)
    text = _STAND_INS.get(Path(name).stem) if found is None else found
    records = [record for value in values.values() if (record := _record_in(value))]
    if text is None and records and site.stand_in is not None:
        return site.template(f"{_RAW}{site.stand_in(records[0])}{_END_RAW}")
    if text is None:
        site.missing.add(name.removeprefix(_BESIDE))
        return None
    return site.template(text)


def _record_in(value: object) -> Mapping[str, Any] | None:
    """A record that an include is given: itself, or behind its key in a mapping of records."""
    if isinstance(value, Mapping):
        return value
    is_pair = isinstance(value, list | tuple) and len(value) == 2
    return value[1] if is_pair and isinstance(value[1], Mapping) else None  # type: ignore[index] # of two items


_RAW, _END_RAW = "{% raw %}", "{% endraw %}"
_STAND_INS = {
    "feature_row": (
        "{% if include.id %}{% assign rows = page[include.id] %}{% else %}"
        "{% assign rows = page.feature_row %}{% endif %}"
        '{% for row in rows %}<div class="feature"><h3>{{ row.title }}</h3>\n\n'
        "{{ row.excerpt }}\n\n"
        "</div>{% endfor %}"
    ),
}
"""What the includes of themes show that are not among the site's own files."""


class SiteSourceFile(Struct):
    """A file with front matter."""

    file: Path
    front: dict[str, Any]
    body: str
    body_line: int
    """The index of the first line of the body."""

    @property
    def body_spans(self) -> list[Span]:
        """Where each line of the body stands."""
        lines = enumerate(self.body.split("\n"), self.body_line + 1)
        return [Span(self.file, number, 1, len(line) + 1) for number, line in lines]


_NOWHERE = SourceLine(Span.of_file(Path()), "")


class JekyllSources(Struct, dict=True):
    """The sources of a Jekyll site."""

    root: Path
    missing: set[str] = field(default_factory=set)
    """Includes that the site takes from its theme, and of which nothing is shown."""
    failed: list[str] = field(default_factory=list)
    """What could not be expanded, with the reason."""
    stand_in: Callable[[Mapping[str, Any]], str] | None = None
    """What is shown of a record that an include is given which is missing."""
    marks: PlaceMarks = field(default_factory=lambda: PlaceMarks(_NOWHERE))
    """The marks of the page that is made."""
    included: int = 0
    """How many files were put into it."""
    folder: Path = Path()
    """The folder in which it lies."""

    @cached_property
    def config(self) -> dict[str, Any]:
        """The site's configuration."""
        for name in JEKYLL_SETTINGS:
            value = _yaml_of(self.root / name)
            if isinstance(value, dict):
                return value
        return {}

    @cached_property
    def data(self) -> dict[str, Any]:
        """The values of the folder `_data` by their files' names."""
        return data_in(self.root / str(self.config.get("data_dir") or "_data"))

    @cached_property
    def collections(self) -> dict[str, list[dict[str, Any]]]:
        """The documents of each collection, as loops see them."""
        found = {}
        for folder in sorted(self.root.glob("_*")):
            if not folder.is_dir() or folder.name in _NO_COLLECTIONS:
                continue
            documents = [
                self._document(file, read)
                for file in sorted(folder.rglob("*"))
                if file.suffix in _COLLECTED and (read := read_front(file)) is not None
                if read.front.get("published") is not False and not file.name.startswith("_")
            ]
            if documents:
                found[folder.name[1:]] = documents
        return found

    def _document(self, file: Path, read: SiteSourceFile) -> dict[str, Any]:
        """A document of a collection as loops see it."""
        return {
            **read.front,
            "content": read.body,
            "path": str(file.relative_to(self.root)),
            "slug": file.stem,
            "url": str(read.front.get("permalink") or f"/{file.parent.name[1:]}/{file.stem}"),
            "title": read.front.get("title", file.stem),
        }

    @cached_property
    def _environment(self) -> _SiteEnvironment:
        environment = _SiteEnvironment(tolerance=Mode.LAX, strict_filters=False)
        for tag in (_IncludeTag, _PlacedOutput, _Capture):
            environment.add_tag(tag)
        environment.site = self  # type: ignore[attr-defined] # for the nodes of this module
        environment.filters = SiteFilters({**environment.filters, **JEKYLL_FILTERS})
        return environment

    @cached_property
    def site_values(self) -> dict[str, Any]:
        """What pages name as `site.…`."""
        return {
            **self.collections,
            **self.config,
            "collections": self._listed_collections(),
            "data": self.data,
            "time": "",
            "posts": [],
            "pages": [],
        }

    def _listed_collections(self) -> list[dict[str, Any]]:
        """The collections as loops see them: their labels with what the configuration says."""
        said = self.config.get("collections")
        settings = said if isinstance(said, dict) else dict.fromkeys(said or [], None)
        return [
            {
                **(values if isinstance(values, dict) else {}),
                "label": str(label),
                "docs": self.collections.get(str(label), []),
            }
            for label, values in settings.items()
        ]

    def include_text(self, name: str) -> str | None:
        """The text of an include with marks; nothing if the site's folder does not hold it."""
        folders = [
            self.root / str(self.config.get("includes_dir") or "_includes"),
            self.root,
            self.root / "_pages",
        ]
        is_beside = name.startswith(_BESIDE)
        folders = [self.folder, *folders] if is_beside else [*folders, self.folder]
        for folder in folders:
            file = folder / name.removeprefix(_BESIDE).lstrip("/")
            real = file.resolve()
            if real.is_relative_to(self.root.resolve()) and real.is_file():
                read = read_front(file) or SiteSourceFile(file, {}, _text_of(file), 0)
                source = without_signs_of_marks(read.body)
                return self.marks.marked_template(source, read.body_spans)
        return None

    def template(self, text: str) -> BoundTemplate:
        """A template of a text in Jekyll's Liquid."""
        return self._environment.from_string(_in_plain_liquid(text))

    def expand(self, body: str, spans: list[Span], front: Mapping[str, Any], path: str) -> str:
        """The body of a page with everything that can be expanded, and with marks.

        Args:
            body: the body.
            spans: where each of its lines stands.
            front: the page's front matter.
            path: its path in the site's folder.
        """
        self.marks = PlaceMarks(SourceLine(spans[0], body.partition("\n")[0]))
        self.included, self.folder = 0, (self.root / path).parent
        marked = self.marks.marked_template(without_signs_of_marks(body), spans)
        if "{%" not in body and "{{" not in body:
            return marked
        page = {
            **front,
            "path": path,
            "url": str(front.get("permalink") or path),
            "content": "",
            "collection": self._collection_of(path),
        }
        try:
            made = self.template(marked).render(site=self.site_values, page=page, layout={})
        except _NO_LIQUID as reason:
            self.failed.append(f"{path}: {type(reason).__name__}")
            return marked
        self._note_unknown_filters(path)
        return made

    def _collection_of(self, path: str) -> str | None:
        """The collection in which a page stands, by its folder: 2026 of `_2026/index.md`."""
        name = path.partition("/")[0].removeprefix("_")
        return name if path.startswith("_") and name in self.collections else None

    def _note_unknown_filters(self, path: str) -> None:
        """Remember a page that leaves out what a filter of a plugin chooses."""
        filters = self._environment.filters
        if isinstance(filters, SiteFilters) and filters.unknown:
            names = ", ".join(f"`{name}`" for name in sorted(filters.unknown))
            self.failed.append(f"{path} (by the filter {names}, which is not known)")
            filters.unknown.clear()

    def has_layout(self, name: str) -> bool:
        """Whether a layout is among the site's files, and does not come from a theme elsewhere."""
        folder = self.root / "_layouts"
        return any((folder / f"{name}.{ending}").is_file() for ending in ("html", "liquid"))

    def layout_of(self, front: Mapping[str, Any], path: str, content: str) -> str:
        """A page within those of its layouts that list data themselves.

        Files that layouts include, and that tell of the event, stand behind the page.
        """
        name = front.get("layout")
        for _ in range(_DEEPEST):
            file = self.root / "_layouts" / f"{name}.html"
            file = file if file.is_file() else file.with_suffix(".liquid")
            if (
                not isinstance(name, str)
                or not file.resolve().is_relative_to(self.root.resolve())
                or not file.is_file()
            ):
                break
            read = read_front(file) or SiteSourceFile(file, {}, _text_of(file), 0)
            page = {**front, "path": path, "url": str(front.get("permalink") or path)}
            if _lists_data(read.body, self):
                content = self._within(read, page, read.body, read.body_spans, content)
            for number, tag in _includes_on_event(read.body, self):
                spans = [read.body_spans[number]]
                content += f"\n\n{self._within(read, page, tag, spans, '')}\n"
            name = read.front.get("layout")
        return content

    def _within(
        self,
        layout: SiteSourceFile,
        page: Mapping[str, Any],
        text: str,
        spans: list[Span],
        content: str,
    ) -> str:
        """What a text of a layout makes of a page; the page alone where that fails."""
        try:
            marked = self.marks.marked_template(without_signs_of_marks(text), spans)
            made = self.template(marked).render(
                site=self.site_values, page=page, content=_PLACE, layout=layout.front
            )
        except _NO_LIQUID as reason:
            self.failed.append(f"{layout.file.name}: {type(reason).__name__}")
            return content
        self._note_unknown_filters(layout.file.name)
        before, place, behind = _HEAD.sub("", made).partition(_PLACE)
        behind = behind.replace(_PLACE, "")  # as in the count of a text's words
        return f"{_closed(before)}\n\n{content}\n\n{_begun(behind)}" if place else made


_PLACE = "\uf8ff\uf8ff"
"""Stands for a page's content in its layout: signs for private use, which no page has."""
_BOX = re.compile(
    r"<(?P<end>/?)(?P<tag>html|body|div|section|main|article|center)\b[^<>]*>", re.IGNORECASE
)
"""`<section class="intro">`, `</div>`"""

_HEAD = re.compile(r"<!doctype[^<>]*>|<head\b.*?</head\s*>", re.IGNORECASE | re.DOTALL)
"""What tells nothing that a reader sees, though a layout may quote the page in it."""


def _closed(text: str) -> str:
    """What stands before a page's content, without the boxes that end behind it.

    In them, Markdown would be text of HTML.
    """
    opened: list[re.Match[str]] = []
    for match in _BOX.finditer(text):
        if not match["end"]:
            opened.append(match)
        elif opened:
            opened.pop()
    for match in reversed(opened):
        text = text[: match.start()] + text[match.end() :]
    return text


def _begun(text: str) -> str:
    """What stands behind a page's content, without the ends of boxes that begin before it."""
    depth, ends = 0, list[re.Match[str]]()
    for match in _BOX.finditer(text):
        if depth == 0 and match["end"]:
            ends.append(match)
        else:
            depth += -1 if match["end"] else 1
    for match in reversed(ends):
        text = text[: match.start()] + text[match.end() :]
    return text


_NO_LIQUID = (LiquidError, RecursionError, ValueError, TypeError, AttributeError)
"""What the library raises for templates that are none, or that make too much."""

_NO_COLLECTIONS = {
    "_data",
    "_includes",
    "_layouts",
    "_sass",
    "_site",
    "_drafts",
    "_posts",
    "_pages",
    "_plugins",
    "_news",
    "_scripts",
    "_bibliography",
    "_books",
    "_teachings",
}


_TELLS = re.compile(
    r"\bimportant\s+dates\b|\bsubmission\s+deadline|\bco-?\s?located\b|\bin\s+conjunction\s+with\b",
    re.IGNORECASE,
)
"""`Important dates`, `co-located with`"""
_INCLUDED = re.compile(r"\{%-?\s*include(?:_cached)?\s+[\"']?(?P<name>[\w./-]+)[^%]*%\}")
"""`{% include dates.html %}`"""


_HEADED = re.compile(
    r"<h[1-6]\b[^<>]*>[^<>]*\b(?:organi[sz]ers?|committees?|speakers?|keynotes?|schedule"
    r"|program(?:me)?|venue|call\s+for\s+papers)\b",
    re.IGNORECASE,
)
"""A part of a page that an include holds: `<h4 class="title">Organizers</h4>`."""
_AROUND = re.compile(r"(?:head|header|nav\w*|menu\w*|foot\w*|script\w*|js|css|sidebar\w*)\.html")
"""Files that hold what stands around a page: `head.html`, `navbar.html`."""


def _includes_on_event(text: str, site: JekyllSources) -> list[tuple[int, str]]:
    """The lines of a layout that include a file on an event, or with its lists: line and tag."""
    folder = (site.root / "_includes").resolve()
    found = []
    for number, line in enumerate(text.split("\n")):
        for match in _INCLUDED.finditer(line):
            file = (folder / match["name"]).resolve()
            if not file.is_relative_to(folder) or not file.is_file() or _AROUND.match(file.name):
                continue
            included = _text_of(file)
            if _TELLS.search(included) or _HEADED.search(included) or _lists_data(included, site):
                found.append((number, match[0]))
    return found


_NAMED = re.compile(
    r"(?:\bin|\bassign\s+\w+\s*=)\s+site\.(?:data\.([\w-]+)|([\w-]+))|\bin\s+page\.([\w-]+)"
)
"""Data that a template goes through: `in site.data.people`, `assign all = site.people | sort`."""


def _lists_data(text: str, site: JekyllSources) -> bool:
    """Whether a layout lists data of the site or of its page."""
    named = _NAMED.findall(text)
    for data, collection, key in named:
        if (
            data
            and data in site.data
            and data not in {"navigation", "ui-text", "theme", "authors", "menu", "nav", "socials"}
        ) or (collection and collection in site.collections):
            return True
        if key and key not in {"tags", "categories", "scripts", "head_scripts", "links", "sidebar"}:
            return True
    return False


def _in_plain_liquid(text: str) -> str:
    """Jekyll's spelling of includes as the library reads it, without tags that show nothing."""

    def include(match: re.Match[str]) -> str:
        name = match["name"].strip('"')
        name = f"{_BESIDE}{name}" if match["tag"].endswith("relative") else name
        arguments = ", ".join(f"{key}: {value}" for key, value in _ARGUMENT.findall(match["rest"]))
        return f'{{% include "{name}"{", " + arguments if arguments else ""} %}}'

    plain = _INCLUDE_OF_VALUE.sub(r"{% include \g<value> %}", _INCLUDE.sub(include, text))
    return _DROPPED.sub("", plain)


def data_in(folder: Path) -> dict[str, Any]:
    """The values of a folder of data files, by their names without endings."""
    found: dict[str, Any] = {}
    if not folder.is_dir():
        return found
    for file in sorted(folder.iterdir()):
        if file.is_dir():
            found[file.name] = data_in(file)
        elif file.suffix.lower() in _DATA and file.stat().st_size <= _LARGEST:
            value = _table_of(file) if file.suffix.lower() in {".csv", ".tsv"} else _yaml_of(file)
            if value is not None:
                found[file.stem] = value
    return found


def _table_of(file: Path) -> list[dict[str, str]] | None:
    text = _text_of(file)
    return [
        dict(row)
        for row in csv.DictReader(
            text.splitlines(), delimiter="\t" if file.suffix == ".tsv" else ","
        )
    ]


def _yaml_of(file: Path) -> Any:
    """The value of a YAML or JSON file with all scalars that are dates as texts."""
    if not file.is_file() or file.stat().st_size > _LARGEST:
        return None
    return read_template_values(_text_of(file), file)


def _text_of(file: Path) -> str:
    text, _ = read_text(file)
    return text or ""


def read_front(file: Path) -> SiteSourceFile | None:
    """The front matter and the body of a file; nothing if it has no front matter."""
    text = _text_of(file)
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != FENCE:
        return None
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return None
    front = read_template_values("\n".join(["", *lines[1:end]]), file)
    body = "\n".join(lines[end + 1 :])
    return SiteSourceFile(file, front if isinstance(front, dict) else {}, body, end + 1)
