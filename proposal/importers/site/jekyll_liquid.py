"""Expands what the pages of a Jekyll site take from elsewhere: includes, data files, collections.

Liquid itself is the work of a library; here are Jekyll's own tags, filters and values. Nothing is
read that lies outside of the site's folder, and loops and output have limits.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TextIO

import yaml
from liquid import BoundTemplate, Environment, Mode, RenderContext
from liquid.builtin.tags.include_tag import IncludeNode, IncludeTag
from liquid.exceptions import LiquidError

from proposal.importers.site.records_markup import records_box
from proposal.reading.source_document import FENCE
from proposal.source.file import read_text

_INCLUDE = re.compile(
    r"\{%-?\s*(?P<tag>include(?:_cached|_relative)?)\s+(?P<name>[^\s%{}\"']+"
    r"|\"[^\"]+\")(?P<rest>[^%]*)-?%\}"
)
_ARGUMENT = re.compile(r"([\w-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s]+)")
_DROPPED = re.compile(
    r"\{%-?\s*(?:end)?(?:highlight|seo|feed_meta|toc|github_edit_link|bibliography|cite"
    r"|link|post_url|gist|twitter|details|tabs|tab|jupyter_notebook)\b[^%]*-?%\}"
)
_COLLECTED = {".md", ".markdown", ".html"}
_DEEPEST = 12
_LARGEST = 2 * 1024 * 1024
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


def _template_of(
    context: RenderContext, name: str, values: Mapping[str, object]
) -> BoundTemplate | None:
    site = context.env.site  # type: ignore[attr-defined]
    text = site.include_text(name)
    if text is None:
        site.missing.add(name)
        text = _STAND_INS.get(Path(name).stem)
    records = [record for value in values.values() if (record := _record_in(value))]
    if text is None and records:
        return site.template(f"{_RAW}{records_box(records[0])}{_END_RAW}")  # type: ignore[no-any-return]
    if text is None:
        return None
    return site.template(text)  # type: ignore[no-any-return]


def _record_in(value: object) -> Mapping[str, Any] | None:
    """A record that an include is given: itself, or behind its key in a mapping of records."""
    if isinstance(value, Mapping):
        return value
    is_pair = isinstance(value, list | tuple) and len(value) == 2
    return value[1] if is_pair and isinstance(value[1], Mapping) else None  # type: ignore[index]


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


@dataclass(slots=True)
class SiteSourceFile:
    """A file with front matter."""

    path: str
    front: dict[str, Any]
    body: str


@dataclass
class JekyllSources:
    """The sources of a Jekyll site."""

    root: Path
    missing: set[str] = field(default_factory=set)
    """Includes that the site takes from its theme."""
    failed: list[str] = field(default_factory=list)
    """What could not be expanded, with the reason."""

    @cached_property
    def config(self) -> dict[str, Any]:
        """The site's configuration."""
        for name in ("_config.yml", "_config.yaml"):
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
            "title": read.front.get("title", file.stem),
        }

    @cached_property
    def _environment(self) -> _SiteEnvironment:
        environment = _SiteEnvironment(tolerance=Mode.LAX, strict_filters=False)
        environment.add_tag(_IncludeTag)
        environment.site = self  # type: ignore[attr-defined]
        for name, function in _FILTERS.items():
            environment.add_filter(name, function)
        return environment

    @cached_property
    def site_values(self) -> dict[str, Any]:
        """What pages name as `site.…`."""
        return {
            **self.collections,
            **self.config,
            "data": self.data,
            "time": "",
            "posts": [],
            "pages": [],
        }

    def include_text(self, name: str) -> str | None:
        """The text of an include; nothing if the site's folder does not hold it."""
        for folder in (
            self.root / str(self.config.get("includes_dir") or "_includes"),
            self.root,
            self.root / "_pages",
        ):
            file = (folder / name).resolve()
            if file.is_relative_to(self.root.resolve()) and file.is_file():
                read = read_front(file)
                return read.body if read is not None else _text_of(file)
        return None

    def template(self, text: str) -> BoundTemplate:
        """A template of a text in Jekyll's Liquid."""
        return self._environment.from_string(_in_plain_liquid(text))

    def expand(self, body: str, front: Mapping[str, Any], path: str) -> str:
        """The body of a page with everything that can be expanded."""
        if "{%" not in body and "{{" not in body:
            return body
        page = {**front, "path": path, "url": str(front.get("permalink") or path), "content": ""}
        try:
            return self.template(body).render(site=self.site_values, page=page, layout={})
        except (LiquidError, RecursionError, ValueError, TypeError, AttributeError) as reason:
            self.failed.append(f"{path}: {type(reason).__name__}")
            return body

    def layout_of(self, front: Mapping[str, Any], path: str, content: str) -> str:
        """A page within those of its layouts that list data themselves."""
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
            read = read_front(file) or SiteSourceFile(file.name, {}, _text_of(file))
            if _lists_data(read.body, self):
                page = {**front, "path": path, "url": str(front.get("permalink") or path)}
                try:
                    content = self.template(read.body).render(
                        site=self.site_values, page=page, content=content, layout=read.front
                    )
                except (
                    LiquidError,
                    RecursionError,
                    ValueError,
                    TypeError,
                    AttributeError,
                ) as reason:
                    self.failed.append(f"{file.name}: {type(reason).__name__}")
            name = read.front.get("layout")
        return content


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
    "_projects",
    "_scripts",
    "_bibliography",
    "_books",
    "_teachings",
}


def _lists_data(text: str, site: JekyllSources) -> bool:
    """Whether a layout lists data of the site or of its page."""
    named = re.findall(r"\bin\s+(?:site\.data\.([\w-]+)|site\.([\w-]+)|page\.([\w-]+))", text)
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
        arguments = ", ".join(f"{key}: {value}" for key, value in _ARGUMENT.findall(match["rest"]))
        return f'{{% include "{name}"{", " + arguments if arguments else ""} %}}'

    return _DROPPED.sub("", _INCLUDE.sub(include, text))


def _where(value: Any, key: str = "", wanted: Any = True) -> Any:
    if not isinstance(value, list):
        return value
    return [one for one in value if isinstance(one, Mapping) and str(one.get(key)) == str(wanted)]


def _markdownify(value: Any, *_: Any) -> str:
    return f"\n\n{value}\n\n" if "\n" in str(value) else str(value)


def _same(value: Any, *_: Any) -> Any:
    return value


def _group_by(value: Any, key: str = "") -> list[dict[str, Any]]:
    groups: dict[str, list[Any]] = {}
    for one in value if isinstance(value, list) else []:
        groups.setdefault(str(one.get(key, "")) if isinstance(one, Mapping) else "", []).append(one)
    return [{"name": name, "items": items, "size": len(items)} for name, items in groups.items()]


_FILTERS: dict[str, Callable[..., Any]] = {
    "relative_url": _same,
    "absolute_url": _same,
    "where": _where,
    "markdownify": _markdownify,
    "group_by": _group_by,
    "smartify": _same,
    "jsonify": lambda value, *_: "",
    "xml_escape": _same,
    "number_of_words": lambda value, *_: 0,
    "date_to_string": _same,
    "date_to_long_string": _same,
    "slugify": lambda value, *_: re.sub(r"\W+", "-", str(value).lower()).strip("-"),
    "array_to_sentence_string": lambda value, *_: (
        ", ".join(map(str, value)) if isinstance(value, list) else value
    ),
}


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
    try:
        return yaml.load(_text_of(file), Loader=_TextLoader)  # noqa: S506 - a safe loader's child
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


class _TextLoader(yaml.SafeLoader):
    """YAML in which days and hours stay the texts that they are."""


_TextLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag in {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"}
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


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
    try:
        front = yaml.load("\n".join(lines[1:end]), Loader=_TextLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError):
        front = {}
    return SiteSourceFile(
        file.name, front if isinstance(front, dict) else {}, "\n".join(lines[end + 1 :])
    )
