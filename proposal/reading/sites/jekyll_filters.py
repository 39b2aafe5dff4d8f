"""Jekyll's filters of Liquid, and what is made of those of plugins, which nobody knows here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import StringIO
from typing import Any

from liquid import RenderContext
from liquid.filter import with_context

from proposal.reading.sites.site_markdown import with_inline_markup


class SiteFilters(dict[str, Callable[..., Any]]):
    """Filters by their names; one that is not known leaves texts as they are, and lists empty.

    Which items of a list a plugin would choose nobody can tell: with all of them, each hour of a
    program would have all talks.
    """

    def __init__(self, known: Mapping[str, Callable[..., Any]]) -> None:
        """Begin with the filters that are known."""
        super().__init__(known)
        self.unknown: set[str] = set()
        """The names of others that had to choose from a list."""

    def __missing__(self, name: str) -> Callable[..., Any]:
        """A filter that is not known."""

        def chosen(value: Any, *_: Any, **__: Any) -> Any:
            if isinstance(value, list) and value:
                self.unknown.add(name)
                return []
            return value

        return chosen


def _where(value: Any, key: str = "", wanted: Any = True) -> Any:
    if not isinstance(value, list):
        return value
    return [
        item for item in value if isinstance(item, Mapping) and str(item.get(key)) == str(wanted)
    ]


@with_context
def _where_exp(value: Any, name: str, expression: str, *, context: RenderContext) -> Any:
    """The items of a list for which a condition holds: `where_exp: "item", "item.day == day"`."""
    if not isinstance(value, list):
        return value
    condition = context.env.from_string(f"{{% if {expression} %}}x{{% endif %}}")
    found = []
    for item in value:
        shown = StringIO()
        with context.extend({str(name): item}):
            condition.render_with_context(context, shown, partial=True)
        if shown.getvalue() == "x":
            found.append(item)
    return found


@with_context
def _find_exp(value: Any, name: str, expression: str, *, context: RenderContext) -> Any:
    return next(iter(_where_exp(value, name, expression, context=context)), None)


def _list_of(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _markdownify(value: Any, *_: Any) -> str:
    if _BLOCKS.search(str(value)):
        return f'\n<div markdown-block="1">\n\n{value}\n\n</div>\n'
    text = with_inline_markup(str(value))
    return f"\n\n{text}\n\n" if "\n" in text else text


_BLOCKS = re.compile(r"^[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,2}\.[ \t]|\|)", re.MULTILINE)
"""Markdown of more than paragraphs, at the begin of a line: `## Dates`, `- May 4`, `| May 4 |`."""


def _same(value: Any, *_: Any) -> Any:
    return value


def _group_by(value: Any, key: str = "") -> list[dict[str, Any]]:
    groups: dict[str, list[Any]] = {}
    for item in value if isinstance(value, list) else []:
        groups.setdefault(str(item.get(key, "")) if isinstance(item, Mapping) else "", []).append(
            item
        )
    return [{"name": name, "items": items, "size": len(items)} for name, items in groups.items()]


JEKYLL_FILTERS: dict[str, Callable[..., Any]] = {
    "relative_url": _same,
    "absolute_url": _same,
    "where": _where,
    "where_exp": _where_exp,
    "find": lambda value, *of: next(iter(_where(value, *of)), None),
    "find_exp": _find_exp,
    "markdownify": _markdownify,
    "group_by": _group_by,
    "push": lambda value, *more: [*_list_of(value), *more],
    "unshift": lambda value, *more: [*more, *_list_of(value)],
    "pop": lambda value, *_: _list_of(value)[:-1],
    "shift": lambda value, *_: _list_of(value)[1:],
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
