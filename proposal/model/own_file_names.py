"""Names of the files that an organizer puts beside an edition, where an address may stand, too."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, TypeAdapter

from proposal.model.fields import Line, Url, refuse
from proposal.model.file_endings import OTHER_SUFFIXES, SUFFIXES
from proposal.source.text import Verbatim

OWN_FILES = "files"
"""The folder in an edition's folder where its own files lie, and its name on the website."""

LARGEST_OWN_FILE = 50
"""Megabytes. What is larger belongs to a service for it; GitHub takes no file over 100 MB."""

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\.(?P<suffix>[A-Za-z0-9]+)")
"""An address on any server: `slides.pdf`, `code-1.2.tar.gz`."""


@cache
def _address() -> TypeAdapter[str]:
    return TypeAdapter(Url)


def is_own_file(place: str) -> bool:
    """Whether something is the name of an edition's own file, and not an address."""
    return "://" not in place


def _url_or_file(value: str) -> str:
    name = re.split(r"[/\\]", value.rstrip("/\\"))[-1]
    suffix = name.rpartition(".")[2].casefold()
    if name == value and suffix in OTHER_SUFFIXES:
        message = f"`{value}` is no file that is put on the website"
        refuse("not-a-file-name", message, "export it as PDF, or write the address where it is")
    if "://" in value or suffix not in SUFFIXES:
        return _address().validate_python(value)
    if name != value and not _is_below(value):
        return _address().validate_python(value)
    if name != value:
        message = f"`{value}` is a path, and files of one's own stand in one folder"
        hint = (
            f"put the file in `{OWN_FILES}/` beside edition.yaml and write its name: {tidied(name)}"
        )
        refuse("not-a-file-name", message, hint)
    if not _PLAIN.fullmatch(value):
        message = f"`{value}` can be no part of an address"
        hint = f"rename the file, with plain letters, digits, hyphens and dots: {tidied(name)}"
        refuse("not-a-file-name", message, hint)
    return Verbatim(value)


def _is_below(path: str) -> bool:
    """Whether a text is a path rather than an address without `https://`: `papers/a.pdf`."""
    first = re.split(r"[/\\]", path)[0]
    return not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", first)


def tidied(name: str) -> str:
    """A name like one that was written, which a file may have."""
    stem, _, suffix = name.rpartition(".")
    plain = re.sub(r"[^A-Za-z0-9_.-]+", "-", stem).strip("-._")
    return f"{plain or 'file'}.{suffix}"


UrlOrFile = Annotated[Line, AfterValidator(_url_or_file)]
"""A web address, or the name of one of the edition's own files."""
