"""JSON Schemas of the data files, for editors that complete and check while one types."""

from __future__ import annotations

import ast
import inspect
import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from proposal.model.record import Record
from proposal.model.records.data_files import FILES


class _SchemaGenerator(GenerateJsonSchema):
    """Names definitions as documents name the records."""

    def normalize_name(self, name: str) -> str:
        """A definition's name, from the name of its class."""
        return super().normalize_name(name).removesuffix("Record")


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of file by its name."""
    describe_keys()
    return {name: _schema(name, kind) for name, kind in FILES.items()}


@cache
def schema_files() -> Mapping[str, bytes]:
    """The content of each schema's file by the file's name, for editors."""
    return {
        f"{name}.schema.json": (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
        for name, schema in schemas().items()
    }


@cache
def describe_keys() -> None:
    """Give the keys of all records the descriptions that stand under them in the source.

    Pydantic can do so itself, but then reads its own source whenever the program starts.
    """
    kinds = list(_kinds_of(Record))
    for kind in kinds:
        if all(info.description for info in kind.model_fields.values()):
            continue  # it may be made of a table, and have no source
        written: dict[str, str] = {}
        for base in (*kind.__mro__[1:-1], kind):
            written |= _descriptions(base) if issubclass(base, Record) else {}
        for name, info in kind.model_fields.items():
            info.description = info.description or written.get(name)
    for kind in kinds:  # in the order in which they were made, so that parts come before wholes
        kind.model_rebuild(force=True)


def _kinds_of(kind: type[Record]) -> Iterator[type[Record]]:
    for subclass in kind.__subclasses__():
        yield subclass
        yield from _kinds_of(subclass)


def _descriptions(kind: type[Record]) -> dict[str, str]:
    """The texts that stand under a record's keys."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    lines = definition.body if isinstance(definition, ast.ClassDef) else []
    return {
        key.target.id: inspect.cleandoc(text.value.value)
        for key, text in pairwise(lines)
        if isinstance(key, ast.AnnAssign) and isinstance(key.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
        if isinstance(text.value.value, str)
    }


def _schema(name: str, kind: Any) -> dict[str, Any]:
    generated: dict[str, Any] = _as_editors_read(
        TypeAdapter(kind).json_schema(mode="validation", schema_generator=_SchemaGenerator)
    )
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"{name}.schema.json",
        **generated,
    }


def _as_editors_read(schema: Any) -> Any:
    """The schema for values as an editor's YAML parser types them.

    We read every scalar as text; an editor takes `room: 114` and `significance: 500` for
    numbers, and would call them wrong where a text is expected.
    """
    if isinstance(schema, list):
        return [_as_editors_read(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    read = {key: _as_editors_read(value) for key, value in schema.items()}
    if read.get("type") == "string" and "format" not in read:
        read["type"] = ["string", "number"]
    if isinstance(read.get("enum"), list):
        read["enum"] += [json.loads(choice) for choice in read["enum"] if _NUMBER.fullmatch(choice)]
    return read


_NUMBER = re.compile(r"\d+(\.\d+)?")
"""`12`, `1.5`"""
