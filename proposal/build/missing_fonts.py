"""Finds what the documents' letters need: are the fonts of all their scripts on this machine?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from proposal import doctor
from proposal.build.request import MISSING_FONT
from proposal.diagnostics import Diagnostic, Span, error, has_errors
from proposal.doctor import Group, Host
from proposal.edition.resolve import resolve
from proposal.model.folder import read_folder
from proposal.render.latex.document import RenderedDocument, render_document
from proposal.render.latex.scripts import HAN, Script, script_of


def faults_of_fonts(
    documents: Iterable[RenderedDocument], host: Host | None = None
) -> list[Diagnostic]:
    """What cannot be set here for want of a font: each place in the data, with what to type."""
    host = host or doctor.this_host()
    written = [document for document in documents if document.scripts]
    needed = {name for each in written for script in each.scripts for name in script.files}
    here = doctor.fonts_here(needed, host) if needed else {}
    faults: list[Diagnostic] = []
    for document in written:
        for script in document.scripts:
            if not script.files <= here.keys():
                faults += _faults_of_script(document, script, host)
    return list(dict.fromkeys(faults))


def groups_of_fonts(root: Path) -> frozenset[Group]:
    """The groups of fonts that the documents of all editions need, as far as they are good."""
    folder = read_folder(root)
    if has_errors(folder.faults):
        return frozenset()
    groups = set()
    for year in sorted(folder.editions):
        edition = resolve(folder, year).edition
        for document in edition.documents.values():
            rendered = render_document(root, edition, document)
            groups |= {Group(script.collection) for script in rendered.scripts}
    return frozenset(groups)


def _faults_of_script(
    document: RenderedDocument, script: Script, host: Host
) -> Iterator[Diagnostic]:
    lacking = doctor.missing(Group.DOCUMENTS, Group.SCRIPTS, host=host)
    fonts = doctor.parts((Group(script.collection),))
    made, homeless = doctor.orders((*lacking, *fonts), host)
    ways = [f"type: {' && '.join(order.typed for order in made)}"] if made else []
    hint = "; ".join([*ways, *doctor.elsewhere(homeless)])
    packages = doctor.listing([name for part in fonts for name in part.packages["apt"]])
    for character, place in _first_of_each_place(document, script):
        name = unicodedata.name(character, "unnamed")
        message = (
            f"the font for {character} (U+{ord(character):04X}, {name}; {script.name}) is not "
            f"installed; Debian's package {packages} has it"
        )
        yield error(MISSING_FONT, message, place, hint)


def _first_of_each_place(
    document: RenderedDocument, script: Script
) -> Iterator[tuple[str, Span | None]]:
    """The places at which a script is written, each with a character of it."""
    found: dict[Span | None, str] = {}
    for character in document.beyond_pdflatex:
        if _is_of(character, script):
            for place in _places(document, character):
                found.setdefault(place, character)
    return ((character, place) for place, character in found.items())


def _is_of(character: str, script: Script) -> bool:
    code = script_of(character)
    if code is None:  # a mark on a letter that has no place of its own
        return script.code == "Latn" and bool(unicodedata.combining(character))
    return code == script.code or (code == HAN and script.collection == "noto-cjk")


def _places(document: RenderedDocument, character: str) -> tuple[Span, ...]:
    places = document.tex.places_of_character(character)
    return places or (document.bib.places_of_character(character) if document.bib else ())
