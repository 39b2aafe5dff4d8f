"""Finds what lies in `data/` under a name by which nobody reads it, and what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.model.calendar_name import CALENDAR_FILE
from proposal.model.id_form import ID_FORM
from proposal.model.loading.own_page import PAGES
from proposal.model.loading.own_site import SITE, is_left_by_others
from proposal.model.name_comparison import identifier

UNREADABLE = "unreadable-folder"
"""The code of what is wrong with a folder that cannot be read."""

_TOP = {"workshop.yaml", "people", "venues", "editions", "sponsors", SITE}
_OF_EDITION = {
    "edition.yaml",
    "program.yaml",
    "papers.yaml",
    "references.bib",
    "frozen.json",
    CALENDAR_FILE,
}
_EXPLAINS_FOLDER = re.compile(r"README(\.\w+)?|LICEN[SC]E(\.\w+)?", re.IGNORECASE)
"""`README.md`, `LICENSE`"""


def unread(data: Path) -> list[Diagnostic]:
    """What is in the folder `data/` and is read by nobody; folders that cannot be read.

    Pictures and texts in an edition's folder are another matter: a text may name them.
    """
    if not data.is_dir():
        return []
    found: list[Diagnostic] = []
    top = _names(data, found)
    known = "workshop.yaml, people/, venues/, editions/, sponsors/ and site/"
    found += [_unknown(data / name, known) for name in top if name not in _TOP]
    for kind, folder in (("person", data / "people"), ("venue", data / "venues")):
        if folder.name in top:
            found += _records(folder, kind, _names(folder, found))
    if SITE in top:
        found += [
            _unknown(data / SITE / name, f"{PAGES}/NAME.md and files/")
            for name in _names(data / SITE, found)
            if name.endswith((".md", ".yaml", ".yml"))
        ]
    if "editions" in top:
        for name in _names(data / "editions", found):
            found += list(_edition(data / "editions" / name, found))
    return found


def _names(folder: Path, found: list[Diagnostic]) -> list[str]:
    """The names in a folder, without those that are nobody's data."""
    try:
        names = sorted(file.name for file in folder.iterdir())
    except OSError as reason:
        said = (reason.strerror or "unknown reason").lower()
        message = f"the folder {folder.name}/ cannot be read: {said}"
        hint = "make it a folder that you may read"
        found.append(error(UNREADABLE, message, Span.of_file(folder), hint))
        return []
    return [name for name in names if not _is_no_data(name)]


def _is_no_data(name: str) -> bool:
    """Whether a file is hidden, explains a folder, or is left by systems and editors."""
    is_hidden = name.startswith(".")
    return is_hidden or is_left_by_others(name) or _EXPLAINS_FOLDER.fullmatch(name) is not None


def _records(folder: Path, kind: str, names: list[str]) -> Iterator[Diagnostic]:
    """What is wrong with the names of people's or venues' files."""
    for name in names:
        file = folder / name
        stem, suffix = file.stem, file.suffix
        if name == "photos" and kind == "person":
            continue
        if file.is_dir() or suffix != ".yaml":
            yield _unread(file, f"a {kind} stands in a file NAME.yaml", _id_of(stem))
        elif not re.fullmatch(ID_FORM, stem):
            message = f"no id can name {folder.name}/{name}, so that nobody can refer to it"
            hint = f"rename it to {_id_of(stem)}.yaml"
            yield warning("unread-file", message, Span.of_file(file), hint)


def _edition(place: Path, found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """What is wrong with the names in an edition's folder."""
    if place.is_file():
        yield _unknown(place, "one folder a year, such as 2026/")
        return
    names = _names(place, found)
    misnamed = {name: meant for name in names if (meant := _meant_by(name)) not in {None, *names}}
    for name, meant in misnamed.items():
        message = f"nobody reads {place.name}/{name}, and there is no {meant}"
        yield error("misnamed-file", message, Span.of_file(place / name), f"rename it to {meant}")
    if "edition.yaml" in misnamed.values():
        return
    if "edition.yaml" not in names:
        if not any(diagnostic.span and diagnostic.span.file == place for diagnostic in found):
            message = (
                f"the folder editions/{place.name}/ has no edition.yaml, so nothing of it is read"
            )
            hint = f"write {place.name}/edition.yaml, or move the folder out of data/"
            yield warning("unread-file", message, Span.of_file(place), hint)
        return
    for name in names:
        file = place / name
        is_known = name in _OF_EDITION or name in misnamed or file.suffix == ".md"
        if file.is_file() and not is_known and file.suffix in {".yaml", ".yml", ".bib", ".json"}:
            yield _unknown(file, "edition.yaml, program.yaml, papers.yaml and references.bib")


def _meant_by(name: str) -> str | None:
    """The file of an edition that another one is meant to be: `Program.yml` is `program.yaml`."""
    stem, _, ending = name.casefold().rpartition(".")
    stem = _OTHER_STEMS.get(stem, stem)
    meant = f"{stem}.{'yaml' if ending == 'yml' else ending}"
    return meant if meant in _OF_EDITION else None


_OTHER_STEMS = {"programme": "program", "paper": "papers"}
"""What people call files of an edition, too."""


def _unknown(file: Path, known: str) -> Diagnostic:
    what = "folder" if file.is_dir() else "file"
    message = f"nobody reads the {what} {file.name} in {file.parent.name}/"
    hint = f"what is read there: {known}; rename it, or move it elsewhere"
    return warning("unread-file", message, Span.of_file(file), hint)


def _unread(file: Path, rule: str, stem: str) -> Diagnostic:
    message = f"nobody reads {file.parent.name}/{file.name}: {rule}"
    is_renamed = file.suffix.lower() in {".yml", ".yaml"} and file.is_file()
    hint = f"rename it to {stem}.yaml" if is_renamed else "move it elsewhere"
    return warning("unread-file", message, Span.of_file(file), hint)


def _id_of(stem: str) -> str:
    """The id that is nearest to a file's name."""
    return stem if re.fullmatch(ID_FORM, stem) else identifier(stem, "name")
