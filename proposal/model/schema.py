"""JSON Schemas of the data files, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from proposal.model.edition import Edition
from proposal.model.paper import Paper
from proposal.model.person import Person
from proposal.model.program import Slot
from proposal.model.venue import Venue
from proposal.model.workshop import Workshop

FILES: dict[str, Any] = {
    "workshop": Workshop,
    "person": Person,
    "venue": Venue,
    "edition": Edition,
    "program": list[Slot],
    "papers": list[Paper],
}
"""The kinds of YAML files, by the name of their schema."""


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of file by its name."""
    return {name: _schema(name, kind) for name, kind in FILES.items()}


def _schema(name: str, kind: Any) -> dict[str, Any]:
    generated = TypeAdapter(kind).json_schema(mode="validation")
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"{name}.schema.json",
        **generated,
    }
