"""The filters that Jekyll adds to Liquid, as far as what they give is read on a page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from liquid import RenderContext
from liquid.filter import with_context
from markdown_it import MarkdownIt

from proposal.reading.sites.place_marks import without_marks

Filter = Callable[..., Any]

_MOST_ITEMS = 5000
"""Items that an expression is tried on."""


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def markdown_to_html(text: object) -> str:
    """Markdown as HTML; marks stay where they are, but for those before a block's sign."""
    lines = str(text if text is not None else "").split("\n")
    return str(_markdown().render("\n".join(_mark_behind_sign(line) for line in lines)))


_SIGN = re.compile(r"^((?:\ue000\d+\ue001)+)(\s*(?:#{1,6} |[-*+] |\d+[.)] |> ?|\|)?)")


def _mark_behind_sign(line: str) -> str:
    return _SIGN.sub(lambda found: f"{found[2]}{found[1]}", line)


def jekyll_filters(url: str, base: str) -> dict[str, Filter]:
    """The filters of a site.

    Args:
        url: where the site is, without its path: `https://example.org`.
        base: its path: `/workshop`.
    """

    def relative_url(value: object) -> str:
        text = _text(value)
        if re.match(r"[a-z][\w+.-]*:|//", text):
            return text
        prefix = base.rstrip("/")
        return f"{prefix}/{text.lstrip('/')}" if text else f"{prefix}/"

    def absolute_url(value: object) -> str:
        text = relative_url(value)
        return text if re.match(r"[a-z][\w+.-]*:", text) else f"{url.rstrip('/')}{text}"

    return {
        "relative_url": relative_url,
        "absolute_url": absolute_url,
        "markdownify": lambda value: markdown_to_html(value).strip(),
        "smartify": _same,
        "jsonify": lambda value: json.dumps(value, default=str, ensure_ascii=False),
        "inspect": lambda _value: "",
        "slugify": _slugify,
        "xml_escape": lambda value: html.escape(_text(value)),
        "cgi_escape": lambda value: quote(without_marks(_text(value)), safe=""),
        "uri_escape": lambda value: quote(without_marks(_text(value)), safe="/:?&=#%@+,;!$'()*~"),
        "normalize_whitespace": lambda value: " ".join(_text(value).split()),
        "number_of_words": lambda value, *_mode: len(_text(value).split()),
        "to_integer": _to_integer,
        "array_to_sentence_string": _sentence,
        "date_to_string": _same,
        "date_to_long_string": _same,
        "date_to_xmlschema": _same,
        "date_to_rfc822": _same,
        "where": _where,
        "where_exp": _where_exp,
        "find": lambda items, key, value=None: next(iter(_where(items, key, value)), None),
        "find_exp": _find_exp,
        "group_by": _group_by,
        "group_by_exp": _group_by_exp,
        "sort": _sort,
        "push": lambda items, item: [*_list(items), item],
        "unshift": lambda items, item: [item, *_list(items)],
        "pop": lambda items, count=1: _list(items)[: -int(count) or None],
        "shift": lambda items, count=1: _list(items)[int(count) :],
        "sample": lambda items, *_count: next(iter(_list(items)), None),
        "emojify": _same,
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _same(value: object, *_options: object) -> object:
    """What is shown in another form says the same."""
    return value


def _list(value: object) -> list[Any]:
    if isinstance(value, Mapping):
        return list(value.values())
    if isinstance(value, str) or not isinstance(value, Iterable):
        return []
    return list(value)[:_MOST_ITEMS]


def _slugify(value: object, *_mode: object) -> str:
    return re.sub(r"[^\w]+", "-", without_marks(_text(value)).casefold()).strip("-")


def _to_integer(value: object) -> int:
    match = re.match(r"\s*(-?\d{1,15})", _text(value))
    return int(match[1]) if match else 0


def _sentence(value: object, connector: object = "and") -> str:
    words = [_text(item) for item in _list(value)]
    if len(words) < 3:
        return f" {connector} ".join(words)
    return f"{', '.join(words[:-1])}, {connector} {words[-1]}"


def _property(item: object, key: object) -> object:
    for step in str(key).split("."):
        item = item.get(step) if isinstance(item, Mapping) else None
    return item


def _where(items: object, key: object, value: object = True) -> list[Any]:
    return [item for item in _list(items) if _equals(_property(item, key), value)]


def _equals(found: object, wanted: object) -> bool:
    if isinstance(found, list):
        return any(_equals(item, wanted) for item in found)
    if found is None or wanted is None:
        return found is None and wanted is None
    return found == wanted or _text(found).casefold() == _text(wanted).casefold()


@with_context
def _where_exp(items: object, name: object, expression: object, *, context: RenderContext) -> Any:
    template = f"{{% if {expression} %}}1{{% endif %}}"
    return [item for item in _list(items) if _evaluated(template, str(name), item, context)]


@with_context
def _find_exp(items: object, name: object, expression: object, *, context: RenderContext) -> Any:
    return next(iter(_where_exp(items, name, expression, context=context)), None)


@with_context
def _group_by_exp(
    items: object, name: object, expression: object, *, context: RenderContext
) -> Any:
    template = f"{{{{ {expression} }}}}"
    return _grouped((_evaluated(template, str(name), item, context), item) for item in _list(items))


def _evaluated(template: str, name: str, item: object, context: RenderContext) -> str:
    """What a small template gives for an item, in the scope of the page."""
    parsed = context.env.from_string(template)
    buffer = context.get_buffer()
    with context.extend({name: item}):
        parsed.render_with_context(context, buffer, partial=True)
    return without_marks(buffer.getvalue())


def _group_by(items: object, key: object) -> list[dict[str, Any]]:
    return _grouped((_text(_property(item, key)), item) for item in _list(items))


def _grouped(pairs: Iterable[tuple[str, Any]]) -> list[dict[str, Any]]:
    groups: dict[str, list[Any]] = {}
    for name, item in pairs:
        groups.setdefault(name, []).append(item)
    return [{"name": name, "items": items, "size": len(items)} for name, items in groups.items()]


def _sort(items: object, key: object = None, nils: object = "first") -> list[Any]:
    def order(item: object) -> tuple[int, int, float, str]:
        value = item if key is None else _property(item, key)
        if value is None:
            return (0 if nils == "first" else 2, 0, 0.0, "")
        if isinstance(value, int | float):
            return (1, 0, float(value), "")
        return (1, 1, 0.0, str(value))

    return sorted(_list(items), key=order)
