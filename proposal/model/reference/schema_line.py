"""The line at the head of a data file by which editors find its JSON Schema."""

from __future__ import annotations

import os
from pathlib import Path

SCHEMA_FOLDER = "schema"
"""The folder beside `data/` with the JSON Schemas, which editors read."""

_BY_FOLDER = {"people": "person", "venues": "venue"}
"""The schemas of files that are called as people like."""


def schema_line(schema: str, file: Path, root: Path) -> str:
    """The line by which editors find the schema of a file, without an end.

    Args:
        schema: the schema's name, as `edition`.
        file: the file.
        root: the folder that holds `data/`.
    """
    folder = os.path.relpath(root / SCHEMA_FOLDER, file.parent)
    return f"# yaml-language-server: $schema={Path(folder, f'{schema}.schema.json').as_posix()}"


def with_schema(text: str, file: Path, root: Path) -> str:
    """The text of a new file, with the line for editors if the workshop has schemas."""
    schema = _BY_FOLDER.get(file.parent.name, file.stem)
    has_schemas = (root / SCHEMA_FOLDER / f"{schema}.schema.json").is_file()
    if file.suffix != ".yaml" or not has_schemas:
        return text
    return f"{schema_line(schema, file, root)}\n{text}"
