"""The files of a site's folder, without those of themes, tools and what is not published."""

from __future__ import annotations

import csv
import os
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from proposal.diagnostics import Span
from proposal.reading.lenient_yaml import read_lenient_yaml
from proposal.source.file import read_text
from proposal.source.text import Text

NEVER_READ = {
    *(
        "node_modules",
        "vendor",
        "_vendor",
        "bower_components",
        "__pycache__",
        "venv",
        "exampleSite",
    ),
    *("lighthouse_results", "archetypes", "site_libs", "_freeze", "_extensions"),
}
"""Folders of tools and of themes' own, wherever they stand."""

NO_PAGES = {
    *("readme", "license", "licence", "changelog", "contributing", "code_of_conduct", "security"),
    *("404", "authors", "maintainers", "install", "customize", "faq_template"),
}
"""Names of files that are about the site's program, or shown for pages that are not there."""

MARKDOWN = {".md", ".markdown", ".mkd", ".mdown"}
HTML = {".html", ".htm", ".xhtml"}
DATA = {".yml", ".yaml", ".json", ".toml", ".csv", ".tsv"}

_MOST = 5000
"""Files of a site that are read."""


def walk(root: Path, enters: Callable[[Path], bool]) -> Iterator[Path]:
    """The files below a folder in order; links to folders and hidden ones are passed over.

    Args:
        root: the folder.
        enters: whether a folder in it is looked into.
    """
    count = 0
    for folder, below, names in os.walk(root):
        here = Path(folder)
        below[:] = sorted(
            name
            for name in below
            if not name.startswith(".") and name not in NEVER_READ and enters(here / name)
        )
        for name in sorted(names):
            if name.startswith("."):
                continue
            count += 1
            if count > _MOST:
                return
            yield here / name


def data_value(file: Path) -> Any:
    """The value of a data file with the place of each text; nothing if it cannot be read."""
    text, _ = read_text(file)
    if text is None:
        return None
    ending = file.suffix.lower()
    if ending in {".yml", ".yaml", ".json"}:
        # JSON is YAML but for tabs between its values.
        value = read_lenient_yaml(text.replace("\t", " ") if ending == ".json" else text, file)
        return value.plain if value else None
    if ending == ".toml":
        return toml_value(text, file)
    return _rows(text, file)


def toml_value(text: str, file: Path, first: int = 1) -> Any:
    """The value of a TOML text, each of whose texts has the place of the line that holds it."""
    try:
        value = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    return _placed(value, text.split("\n"), file, first)


def _placed(value: Any, lines: list[str], file: Path, first: int) -> Any:
    if isinstance(value, dict):
        return {key: _placed(item, lines, file, first) for key, item in value.items()}
    if isinstance(value, list):
        return [_placed(item, lines, file, first) for item in value]
    if not isinstance(value, str):
        return value
    wanted = value.strip().split("\n")[0][:60]
    number = next((index for index, line in enumerate(lines) if wanted in line), 0)
    column = max(lines[number].find(wanted), 0) + 1
    return Text(value, ((0, Span(file, number + first, column, column + max(len(wanted), 1))),))


def _rows(text: str, file: Path) -> list[dict[str, Text]]:
    delimiter = "\t" if file.suffix.lower() == ".tsv" else ","
    try:
        reader = csv.DictReader(text.split("\n"), delimiter=delimiter)
        return [
            {
                str(key): Text(str(cell), ((0, Span(file, reader.line_num, 1, 2)),))
                for key, cell in row.items()
                if key is not None and cell is not None
            }
            for row in reader
        ]
    except csv.Error:
        return []


def data_tree(folder: Path) -> dict[str, Any]:
    """The data files of a folder and of the folders in it, by their names."""
    found: dict[str, Any] = {}
    if not folder.is_dir():
        return found
    for file in walk(folder, lambda _folder: True):
        if file.suffix.lower() not in DATA:
            continue
        inner = found
        for part in file.relative_to(folder).parts[:-1]:
            deeper = inner.setdefault(part, {})
            inner = deeper if isinstance(deeper, dict) else {}
        inner[file.stem] = data_value(file)
    return found
