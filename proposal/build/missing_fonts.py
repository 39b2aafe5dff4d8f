"""Finds the fonts that the letters of documents need and this machine lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from proposal import doctor
from proposal.build.outputs import all_documents, render_documents
from proposal.build.request import MISSING_FONT
from proposal.diagnostics import Diagnostic, Span, error, has_errors, warning
from proposal.doctor import Group, Host
from proposal.project import load
from proposal.render.latex.document import RenderedDocument
from proposal.render.latex.scripts import HAN, Script, script_of


def missing_fonts(documents: Iterable[RenderedDocument]) -> list[Diagnostic]:
    """What cannot be set here for want of a font: each place in the data, with what to type."""
    host = doctor.this_host()
    written = [document for document in documents if document.scripts]
    scripts = [script for document in written for script in document.scripts]
    needed = {name for script in scripts for name in script.files}
    here = doctor.fonts_here(needed, host) if needed else {}
    found: list[Diagnostic] = []
    for document in written:
        for script in document.scripts:
            if not script.files <= here.keys():
                found += _missing_font(document, script, host)
    return list(dict.fromkeys(found))


def missing_languages(documents: Iterable[RenderedDocument]) -> list[Diagnostic]:
    """Languages that LaTeX lacks here, so that its own headings and hyphens stay English."""
    host = doctor.this_host()
    languages = {document.language.name for document in documents if document.language}
    found = []
    for name in sorted(languages):
        group = Group(name)
        if doctor.missing(group, host=host):
            hint = doctor.way_to(doctor.parts((group,)), host)
            message = (
                f"LaTeX knows no {name.capitalize()} here, so “Abstract”, “References” and the "
                "breaks of words in PDFs are English"
            )
            found.append(warning("missing-language", message, None, hint))
    return found


def groups_of_fonts(root: Path) -> frozenset[Group]:
    """The groups of fonts and languages that the documents of all editions need."""
    project = load(root)
    if has_errors(project.data.diagnostics):
        return frozenset()
    outputs = render_documents(project, all_documents(project, project.editions), ())
    rendered = outputs.documents.values()
    fonts = {Group(script.collection) for document in rendered for script in document.scripts}
    return frozenset(fonts | {Group(found.language.name) for found in rendered if found.language})


def _missing_font(document: RenderedDocument, script: Script, host: Host) -> Iterator[Diagnostic]:
    lacking = doctor.missing(Group.DOCUMENTS, Group.SCRIPTS, host=host)
    fonts = doctor.parts((Group(script.collection),))
    hint = doctor.way_to((*lacking, *fonts), host)
    packages = doctor.short_listing([name for part in fonts for name in part.packages["apt"]])
    for character, place in _first_by_place(document, script):
        name = unicodedata.name(character, "unnamed")
        message = (
            f"the font for {character} (U+{ord(character):04X}, {name}; {script.name}) is not "
            f"installed; Debian's package {packages} has it"
        )
        yield error(MISSING_FONT, message, place, hint)


def _first_by_place(
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
