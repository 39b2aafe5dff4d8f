"""Turns a YAML value into a record of the model, or says in the user's words why not.

A record with an error is not given up: the wrong values are left out or replaced by the
example that the schema documents, so that one run can go on and find what else is wrong,
in this file and in those that refer to it. Such a stand-in has no place in a file, and
nothing is ever built from it, since the diagnostic is an error.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Any, Generic, TypeVar

from msgspec import Struct
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from proposal.diagnostics import Diagnostic, Span, error, shortened
from proposal.model.date_names import hint_for_other_date
from proposal.model.examples import in_yaml
from proposal.model.loading.guessed_keys import hint_for_guess
from proposal.model.loading.guessed_pages import hint_for_own_page, hint_for_page
from proposal.model.loading.meant_keys import file_of_key, meant_keys
from proposal.model.loading.read_values import days_and_times_read
from proposal.model.nearest_word import nearest
from proposal.model.record import Record, name_for_users
from proposal.model.value_hints import (
    as_contact,
    as_item,
    as_list,
    as_number,
    as_single_id,
    as_text,
    badly_typed,
    key_before_comma,
    text_behind_comma,
    without_dashes,
)
from proposal.source.text import Text
from proposal.source.yaml import Node, Plain

T = TypeVar("T")
Steps = tuple[int | str, ...]

_ROUNDS = 6
"""Repairs tried before a record is given up; a repair can uncover the next error."""


class Validated(Struct, Generic[T], frozen=True):
    """What became of a YAML value."""

    value: T | None
    diagnostics: list[Diagnostic]


def validate_record(node: Node, kind: type[T]) -> Validated[T]:
    """The record that `node` describes, with its places, and its errors."""
    return _validate(kind.in_long(node) if issubclass(kind, Record) else node, kind)


def validate_list(node: Node, kind: type[T]) -> Validated[list[T]]:
    """The list of records that `node` describes, with their places, and their errors."""
    return _validate(node, list[kind])  # type: ignore[valid-type] # a type that is known only here


def specimen(kind: type[T]) -> T:
    """A record made of the schema's examples, to stand in for one that cannot be read."""
    wanted: Any = kind
    made: T = _adapter(wanted).validate_python(_specimen(kind))
    return made


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """What validates values of a type; it takes longer to make than to use."""
    return TypeAdapter(kind)


def _validate(node: Node, kind: Any) -> Validated[Any]:
    adapter = _adapter(kind)
    data = node.plain()
    diagnostics: dict[tuple[Span, str], Diagnostic] = {}
    mended: set[int] = set()  # the nodes of records that hold a stand-in, or lack a faulty value
    answered: dict[tuple[Steps, str], int] = {}
    for _ in range(_ROUNDS):
        read_as: list[bool] = []  # one for each day or time that is written in another form
        try:
            value = adapter.validate_python(data, context=read_as)
        except ValidationError as reason:
            details = reason.errors(include_url=False)
            meant = set(_meant(details, node, kind))
            for detail in details:
                found = _diagnostic(detail, node, kind)
                whole = id(_node_at(detail["loc"], node))
                is_unknown = detail["type"] == "extra_forbidden"
                is_short = whole in mended or _has_item_of(mended, detail["loc"], node)
                is_consequence = is_short or (detail["loc"] in meant and not is_unknown)
                if is_consequence or (is_unknown and _is_answered(found, detail["loc"], answered)):
                    continue
                if _is_written(detail["loc"], node, detail):
                    diagnostics.setdefault((found.span or node.span, found.message), found)
            if any(not detail["loc"] and detail["type"] in _EXPECTED for detail in details):
                return Validated(None, list(diagnostics.values()))  # nothing of it can be read
            mended |= {id(_holder(detail["loc"], node)) for detail in details}
            data = _repaired(data, node, details, kind)
        else:
            _assign_places(value, node)
            notes = days_and_times_read(value, node) if read_as else ()
            return Validated(value, [*diagnostics.values(), *notes])

    return Validated(None, list(diagnostics.values()))


def _is_answered(found: Diagnostic, path: Steps, answered: dict[tuple[Steps, str], int]) -> bool:
    """Whether the hint for a key of the same record, right above, says what to write for both.

    Args:
        found: what is said of an unknown key.
        path: its place.
        answered: the lines of keys, by the place of their record and what was said of them.
    """
    if found.hint is None or found.hint.startswith("known keys") or found.span is None:
        return False
    record = (path[:-1], found.hint)
    line = answered.get(record)
    answered[record] = found.span.line
    return line is not None and 0 <= found.span.line - line <= 1


def _meant(details: list[ErrorDetails], node: Node, kind: Any) -> Iterator[Steps]:
    """The places of what is wrong only since a key is, which is reported.

    A key is missing that is there under another name, or a text ends at a comma. What is written
    there besides has errors of its own.
    """
    for detail in details:
        *above, key = detail["loc"] or ("",)
        record = _record(tuple(above), kind)
        if detail["type"] != "extra_forbidden" or record is None:
            continue
        said = hint_for_guess(name_for_users(record), str(key)) or ""
        named = re.findall(r"`(\w+)\b", said)
        place = _node_at(tuple(above), node)
        for meant in (*meant_keys(str(key), record), *named):
            if place.child(meant) is None:
                yield (*above, meant)
        if begun := key_before_comma(place, str(key), list(record.model_fields)):
            yield (*above, begun)


def _holder(path: Steps, node: Node) -> Node:
    """The record or list that lacks a value after it was taken out: the innermost that is written.

    A value that is short for a record, as an id in a list, is taken out as a whole.
    """
    for step in path[:-1]:
        inner = node.child(step)
        if inner is None or not isinstance(inner.value, dict | list):
            break
        node = inner
    return node


def _has_item_of(mended: set[int], path: Steps, node: Node) -> bool:
    """Whether what is wrong is a list of which an item holds a stand-in, as days out of order."""
    items = _node_at(path, node).value
    return isinstance(items, list) and any(id(item) in mended for item in items)


def _assign_places(value: Any, node: Node) -> None:
    if isinstance(value, Record):
        value.located(node)
    elif isinstance(value, list) and isinstance(node.value, list):
        for item, child in zip(value, node.value, strict=False):
            _assign_places(item, child)


def _is_written(path: Steps, node: Node, detail: ErrorDetails) -> bool:
    """Whether the error is the user's, and not that of a stand-in from an earlier round."""
    steps = path[:-1] if detail["type"] == "missing" else path
    at: Node | None = node
    for step in steps:
        inner = at.child(step) if at else None
        if inner is None:
            is_short = isinstance(at.value, list) and isinstance(step, str) if at else False
            return at is not None and (is_short or not isinstance(at.value, dict | list))
        at = inner
    return True


def _node_at(path: Steps, node: Node) -> Node:
    for step in path:
        inner = node.child(step)
        if inner is None:
            break
        node = inner
    return node


def _diagnostic(detail: ErrorDetails, root: Node, kind: Any) -> Diagnostic:
    path, found = detail["loc"], detail["type"]
    node = _node_at(path, root)
    context = detail.get("ctx", {})
    if found == "extra_forbidden":
        return _unknown_key(path, root, kind)
    if found == "missing":
        return _missing(str(path[-1]), _span_of_record(path[:-1], root), _field(path, kind))
    if node.value is None and "text" not in context:
        name = path[-1] if path else "file"
        message = f"`{name}` has no value" if path else "the file is empty"
        if isinstance(name, int):
            return _empty_item(name, _key_span(path, root))
        hint = _example(_field(path, kind)) if path else _beginning(kind)
        if node.span.end_column - node.span.column == len("null"):
            message += ": `null` means none"
            hint = f'if the word is meant, put it between quotes: {name}: "null"'
        return error("missing-value", message, _key_span(path, root), hint)
    if isinstance(node.value, Text) and (typed := badly_typed(node.value)):
        code = found if "text" in context else _refusal(found, str(node.value), context).code
        return error(code, typed.message, node.span, typed.hint)
    if "text" in context:
        span = (node.child(context["key"]) or node).span
        if context.get("offset") and isinstance(node.value, Text):
            span = node.value.place(context["offset"])
        return error(found, context["text"], span, context["hint"] or None)
    if found in _EXPECTED:
        expected = _EXPECTED[found]
        instead = f", not {_KINDS[type(node.value)]}" if path else ""
        message = f"{expected.noun} is expected here{instead}"
        return error(expected.code, message, node.span, _form(found, path, kind, node))
    refusal = _refusal(found, str(node.value), context)
    message = refusal.message
    if isinstance(node.value, list | dict) and found not in _OF_LENGTH:
        message = f"a single value is expected here, not {_KINDS[type(node.value)]}"
    hint = refusal.hint or _example(_field(path, kind))
    return error(refusal.code, message, node.span, hint)


_KINDS: Mapping[type, str] = {list: "a list", dict: "a record", Text: "a text"}
"""What stands in a file, as messages call it."""

_OF_LENGTH = frozenset({"too_short", "too_long"})


class _Expected(Struct, frozen=True):
    """What belongs where something of another kind stands."""

    code: str
    noun: str


_RECORD = _Expected("not-a-record", "a record")

_EXPECTED: Mapping[str, _Expected] = {
    "string_type": _Expected("not-a-text", "a text"),
    "list_type": _Expected("not-a-list", "a list"),
    "model_type": _RECORD,
    "model_attributes_type": _RECORD,
    "dict_type": _RECORD,
    "date_type": _Expected("not-a-date", "a date"),
    "time_type": _Expected("not-a-time", "a time"),
    "int_type": _Expected("not-a-number", "a whole number"),
    "bool_type": _Expected("not-yes-or-no", "true or false"),
}
"""What is expected, by pydantic's own names for values of a wrong kind."""


def _form(found: str, path: Steps, kind: Any, node: Node) -> str | None:
    """How what is expected is written."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if contact := as_contact(node, key):
        return contact
    match found:
        case "list_type":
            return as_list(node, key, _only_needed(_record((*path, 0), kind)))
        case "model_type" | "model_attributes_type":
            record = _record(path, kind)
            only = _only_needed(record)
            as_one = as_item(node, only) if only and path else None
            return without_dashes(node) or as_one or _as_record(node, key, record)
        case "dict_type":
            return without_dashes(node) or "write `key: value` lines"
        case "string_type":
            of_key = key if path and isinstance(path[-1], str) else ""
            return as_single_id(node, of_key) or as_text(node, of_key)
    return _example(_field(path, kind)) or "write one value"


def _only_needed(record: type[Record] | None) -> str:
    """The one key that a record must have and holds text; empty if there are several or none."""
    if record is None or "json_schema_extra" in record.model_config:  # which has a short form
        return ""
    needed = [name for name, info in record.model_fields.items() if info.is_required()]
    return needed[0] if len(needed) == 1 and needed[0] in _OF_TEXT else ""


_OF_TEXT = {"institution", "name", "url", "homepage", "text"}
"""Keys whose value is what somebody would write alone."""


def _as_record(node: Node, key: str, record: type[Record] | None) -> str:
    """How a record is written where a list of several stands, or something else."""
    if isinstance(node.value, list) and record and "tracks" in record.model_fields:
        return "write what differs under `tracks`: `tracks: [{name: Short papers, pages: 4}]`"
    if isinstance(node.value, list) and record and "was" in record.model_fields:
        return (
            "write one day; an extended deadline is `{date: 2027-07-01, was: [2027-06-17]}`, and "
            "a further round a date of its own: "
            f"`{key}_2: {{date: 2027-07-01, kind: {key}, label: Second round}}`"
        )
    if record and "homepage" in record.model_fields and isinstance(node.value, Text):
        return f"write {{homepage: {node.value}}}, or a list of addresses: [{node.value}]"
    return f"write `key: value` lines{_keys_of(record)}"


def _keys_of(record: type[Record] | None) -> str:
    """The keys that a record must have, or else those that it may have."""
    fields = record.model_fields if record else {}
    needed = [name for name, info in fields.items() if info.is_required()]
    listed = ", ".join(f"`{name}`" for name in needed or fields)
    return f" with {listed}" if listed else ""


class _Refusal(Struct, frozen=True):
    """Why a value is refused."""

    code: str
    message: str
    hint: str | None = None


def _empty_item(index: int, span: Span) -> Diagnostic:
    """What to say of an item of a list that has no value: `- # A comment`."""
    hint = "write it behind the hyphen, between quotes if it begins with a sign such as #"
    message = f"item {index + 1} of this list has no value"
    return error("missing-value", message, span, hint)


def _refusal(found: str, typed: str, context: dict[str, Any]) -> _Refusal:
    """What to say of the errors that pydantic itself finds, by its names for them."""
    match found:
        case "literal_error":
            return _not_a_choice(typed, context["expected"])
        case "int_parsing_size":
            message = f"a number of {len(typed)} digits is too large"
            return _Refusal("too-large", message, "write a smaller number")
        case "int_parsing" | "int_from_float":
            hint = as_number(typed) or "write digits only"
            return _Refusal("not-a-number", f"`{typed}` is no whole number", hint)
        case "bool_parsing":
            return _Refusal(
                "not-yes-or-no", f"`{typed}` is neither yes nor no", "write true or false"
            )
        case "greater_than_equal":
            return _Refusal("too-small", f"{typed} is too small", f"write {context['ge']} or more")
        case "less_than_equal":
            return _Refusal("too-large", f"{typed} is too large", f"write {context['le']} or less")
        case "too_short":
            return _Refusal("empty-list", "the list is empty", "add an item")
        case "string_pattern_mismatch":
            message = f"`{typed}` has characters that do not belong here"
            return _Refusal("wrong-characters", message)
        case _:
            return _Refusal("unfit-value", f"`{shortened(typed, 60)}` does not fit here")


def _not_a_choice(typed: str, expected: str) -> _Refusal:
    """A value that is none of those that are possible; `expected`: `'full', 'short' or 'none'`."""
    allowed = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    guess = nearest(typed, allowed)
    hint = f"did you mean `{guess}`?" if guess else f"write one of {', '.join(allowed)}"
    return _Refusal("not-a-choice", f"`{typed}` is not one of {', '.join(allowed)}", hint)


def _unknown_key(path: Steps, root: Node, kind: Any) -> Diagnostic:
    key = str(path[-1])
    record = _record(path[:-1], kind)
    parent = _node_at(path[:-1], root)
    span = parent.keys.get(key, parent.span)
    known = list(record.model_fields) if record else []
    if behind := text_behind_comma(parent, key, known):
        return error("unknown-key", behind.message, span, behind.hint)
    meant = meant_keys(key, record) if record else []
    meant_ones = f"did you mean {' or '.join(map(_named, meant[:3]))}?" if meant else ""
    if (record and (said := hint_for_guess(name_for_users(record), key))) or (
        record and (said := hint_for_own_page(name_for_users(record), key, parent.child(key)))
    ):
        hint = said
    elif record and record.record_of_others:
        hint = hint_for_other_date(key, record, meant_ones)
    elif meant:
        hint = meant_ones
    elif record and (said := hint_for_page(name_for_users(record), key, parent.child(key))):
        hint = said
    elif outer := _around(path, kind, key):
        hint = f"write it further out, beside `{outer}`"
    elif " " in key.strip():
        hint = "a key is one word; a text of several lines stands below `abstract: |`, say, two "
        hint += "spaces further right"
    else:
        home = file_of_key(key) if record else None
        hint = f"`{key}` belongs into {home}" if home else f"known keys: {', '.join(known)}"
    return error("unknown-key", f"`{key}` is no known key", span, hint)


def _around(path: Steps, kind: Any, key: str) -> str | None:
    """The key beside which a key belongs, if a record around its own has such a one.

    In `parts: [{papers: [agp], chair: ada-lovelace}]`, `chair` belongs beside `parts`.
    """
    for index in range(len(path) - 2, -1, -1):
        record = _record(path[:index], kind)
        if isinstance(path[index], str) and record and key in record.model_fields:
            return str(path[index])
    return None


def _named(path: str) -> str:
    """A key as hints name it: `links.homepage` is "`homepage` under `links`"."""
    record, _, key = path.rpartition(".")
    return f"`{key}` under `{record}`" if record else f"`{key}`"


def _missing(key: str, span: Span, info: FieldInfo | None) -> Diagnostic:
    return error("missing-key", f"`{key}` is missing here", span, _example(info, key))


def _beginning(kind: Any) -> str:
    """What to type into a file that is empty."""
    if typing.get_origin(kind) is list:
        return "add an item, or delete the file"
    needed = [name for name, info in kind.model_fields.items() if info.is_required()]
    return f"write at least {', '.join(f'`{name}:`' for name in needed)}"


def _example(info: FieldInfo | None, key: str | None = None) -> str | None:
    if info is None or not info.examples:
        return None
    example = info.examples[0]
    written = in_yaml(example)
    return f"for example `{key}: {written}`" if key else f"for example {written}"


def _span_of_record(path: Steps, root: Node) -> Span:
    node = _node_at(path, root)
    if node.keys:
        return next(iter(node.keys.values()))
    return node.span


def _key_span(path: Steps, root: Node) -> Span:
    parent = _node_at(path[:-1], root)
    return parent.keys.get(str(path[-1]), parent.span) if path else root.span


def _annotation(annotation: Any, step: int | str) -> Any:
    """The type of what stands under a key or index of a value of type `annotation`."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _annotation(typing.get_args(annotation)[0], step)
    if origin in {typing.Union, UnionType}:
        inner = [argument for argument in typing.get_args(annotation) if argument is not type(None)]
        return _annotation(inner[0], step)
    if origin in {list, dict}:
        return typing.get_args(annotation)[-1]
    if isinstance(annotation, type) and issubclass(annotation, Record):
        info = annotation.model_fields.get(str(step))
        return info.annotation if info else annotation.record_of_others
    return None


def _record(path: Steps, kind: Any) -> type[Record] | None:
    for step in path:
        kind = _annotation(kind, step)
    if typing.get_origin(kind) in {typing.Union, UnionType}:
        kind = next(argument for argument in typing.get_args(kind) if argument is not type(None))
    return kind if isinstance(kind, type) and issubclass(kind, Record) else None


def _field(path: Steps, kind: Any) -> FieldInfo | None:
    record = _record(path[:-1], kind) if path else None
    return record.model_fields.get(str(path[-1])) if record else None


def _repaired(data: Plain, root: Node, details: list[ErrorDetails], kind: Any) -> Plain:
    """The data without what is wrong in it, or with the schema's example in its place.

    Removing items of a list moves those behind them, so the last error is repaired first.
    """
    order = sorted(details, key=lambda detail: [str(step).zfill(6) for step in detail["loc"]])
    for detail in reversed(order):
        data = _mended(data, root, detail, kind)
    return data


def _mended(data: Plain, root: Node, detail: ErrorDetails, kind: Any) -> Plain:
    path = detail["loc"]
    if not path:
        whole: Plain = _specimen(kind)
        return whole
    target: Any = data
    for depth, step in enumerate(path[:-1], start=1):
        inner = _step(target, step)
        if not isinstance(inner, dict | list):
            path = path[:depth]  # the error lies in a value that is short for a record
            break
        target = inner
    if isinstance(target, dict) and path[-1] == 0:  # a record that is short for a list of one
        return _mended(data, root, {**detail, "loc": path[:-1]}, kind)
    last, info = path[-1], _field(path, kind)
    if isinstance(target, list) and isinstance(last, str):  # a list that is short for a record
        return _mended(data, root, {**detail, "loc": path[:-1]}, kind)
    if isinstance(target, dict):
        if detail["type"] != "extra_forbidden" and info is not None and info.is_required():
            target[last] = _stand_in(info)
        else:
            target.pop(last, None)
        written = _node_at(path[:-1], root).value
        if isinstance(written, dict):
            written.pop(str(last), None)  # so that the stand-in has no place
    elif isinstance(target, list) and isinstance(last, int) and last < len(target):
        del target[last]
        written = _node_at(path[:-1], root).value
        if isinstance(written, list):
            del written[last]  # so that the items behind it keep their places
    return data


def _step(target: Any, step: int | str) -> Any:
    if isinstance(target, dict) and isinstance(step, str):
        return target.get(step)
    if isinstance(target, list) and isinstance(step, int) and step < len(target):
        return target[step]
    return target if step == 0 else None  # a record that is short for a list of one


def _stand_in(info: FieldInfo) -> Any:
    return info.examples[0] if info.examples else _specimen(info.annotation)


def _specimen(kind: Any) -> Any:
    """A record made of the examples in the schema, as far as it must or usually does have them."""
    if typing.get_origin(kind) is list:
        return []
    if isinstance(kind, type) and issubclass(kind, Record):
        return {
            name: _stand_in(info)
            for name, info in kind.model_fields.items()
            if info.is_required() or name in kind.usual_keys
        }
    return None
