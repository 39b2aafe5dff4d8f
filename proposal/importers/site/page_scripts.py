"""Finds the scripts and data files that a page loads, and writes the lists in them as markup.

Nothing is run: lists of records are read as data, from the page itself and from files in the site's
folder.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from proposal.importers.site.records_markup import (
    records_markup,
    records_of_script,
    script_records,
    tells_by_name,
)

_SCRIPT_FILE = re.compile(r"<script\b[^<>]*\bsrc=[\"']([^\"'<>?]+\.m?js)[\"'?]", re.IGNORECASE)
"""`<script src="js/speakers.js">`"""
_INLINE = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
"""`<script>const speakers = [];</script>`"""
_IMPORT = re.compile(r"\b(?:import|export)\b[^;\"']{0,300}[\"'](\.{0,2}/[^\"']+\.m?js)[\"']")
"""An example: `import { speakers } from "./data.js"`."""
_DATA_FILE = re.compile(r"[\"'`]([\w./-]+\.(?:json|csv))[\"'`?]")
"""An example: `fetch("data/papers.json")`."""
_LIBRARY = re.compile(r"\.min\.m?js$|jquery|bootstrap|mathjax", re.IGNORECASE)
"""`jquery-3.7.js`, `site.min.js`"""
_LARGEST = 400_000
"""Bytes of a script or a file of data."""
_MOST = 20
"""Scripts of a page that are read."""
_LONGEST_LIST = 1500
"""Rows of a table that are read."""


def scripts_markup(root: Path, file: Path, text: str) -> str:
    """The lists that the scripts of a page show: of its own, and of files in the site's folder.

    Args:
        root: the site's folder; nothing outside of it is read.
        file: the page.
        text: its markup.
    """
    if "<script" not in text:
        return ""
    found = [script_records(text)]
    sources = list(_INLINE.findall(text))
    for script in _script_files(root, file, text):
        source = script.read_text(encoding="utf-8", errors="replace")
        found += records_of_script(source)
        sources.append(source)
    for data_file in _data_files(root, file, sources):
        value = _data_of(data_file)
        if tells_by_name(data_file.stem, value):
            found.append(records_markup(data_file.stem, value))
    shown = "\n".join(dict.fromkeys(one for one in found if one))
    return f"\n\n{shown}" if shown else ""


def _script_files(root: Path, file: Path, text: str) -> list[Path]:
    """The scripts that a page loads, and those that they import."""
    waiting = [
        script for one in _SCRIPT_FILE.findall(text)[:_MOST] for script in _local(root, file, one)
    ]
    found: list[Path] = []
    while waiting and len(found) < _MOST:
        script = waiting.pop(0)
        if script in found or _LIBRARY.search(script.name):
            continue
        found.append(script)
        source = script.read_text(encoding="utf-8", errors="replace")
        for address in _IMPORT.findall(source)[:_MOST]:
            waiting += _local(root, script, address)
    return found


def _data_files(root: Path, file: Path, sources: list[str]) -> list[Path]:
    """The data files that scripts name, from the page's folder or the site's."""
    found = [
        data_file
        for source in sources
        for address in _DATA_FILE.findall(source)[:_MOST]
        for data_file in _local(root, file, address)
    ]
    return list(dict.fromkeys(found))[:_MOST]


def _local(root: Path, file: Path, address: str) -> Iterator[Path]:
    """The file of the site that an address leads to, if there is one of a bearable size."""
    if re.match(r"\w+:|//", address):
        return
    for folder in (file.parent, root):
        target = (folder / address.lstrip("/")).resolve()
        if (
            target.is_relative_to(root.resolve())
            and target.is_file()
            and target.stat().st_size <= _LARGEST
        ):
            yield target
            return


def _data_of(file: Path) -> Any:
    """What a file of JSON holds, or one of comma-separated values; nothing if it is neither."""
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    try:
        if file.suffix == ".json":
            return json.loads(text)
        return list(csv.DictReader(io.StringIO(text)))[:_LONGEST_LIST]
    except (ValueError, RecursionError, csv.Error):
        return None
