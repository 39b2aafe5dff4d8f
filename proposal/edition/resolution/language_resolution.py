"""Finds the language of an edition or of its series, and what is wrong with own catalogues."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proposal.caching import digest_of_file
from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.edition.placed_errors import add_error
from proposal.model.loading.folder import Folder
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.language_tag import GUIDE
from proposal.words.catalogue import (
    built_in_messages,
    catalogue_files,
    errors_of,
    translations,
    untranslated,
)
from proposal.words.language import ENGLISH, Language, read_language

OWN_CATALOGUES = "site/words"
"""Where a workshop has catalogues of its own, in `data/`."""


def language_of(
    folder: Folder, edition: EditionRecord | None, diagnostics: list[Diagnostic]
) -> Language:
    """The language of an edition, or else of its series; English if neither names one.

    Args:
        folder: the data.
        edition: the edition; nothing for the series.
        diagnostics: what is wrong with the choice, or with the words, is added here.
    """
    for record in (edition, folder.workshop):
        if record is not None and record.language:
            return _found(folder, record.language, record.place("language"), diagnostics)
    return ENGLISH


def _found(folder: Folder, tag: str, span: Span | None, diagnostics: list[Diagnostic]) -> Language:
    general = tag.partition("-")[0]
    if general == ENGLISH.tag:
        return Language(str(tag))
    own = folder.data / OWN_CATALOGUES
    for name in dict.fromkeys((tag, general)):
        file = own / f"{name}.po"
        if file.is_file():
            found = list(_own_errors(file, str(tag)))
            diagnostics += found
            is_usable = all(diagnostic.code != "catalogue" for diagnostic in found)
            return read_language(str(tag), file) if is_usable else ENGLISH
        if name in catalogue_files():
            return read_language(str(tag), catalogue_files()[name])
    known = ", ".join(sorted(["en", *catalogue_files()]))
    message = f"there are no words in the language `{tag}`"
    hint = f"choose one of {known}, or write data/{OWN_CATALOGUES}/{tag}.po ({GUIDE})"
    add_error(diagnostics, "unknown-language", message, span, hint)
    return ENGLISH


def _own_errors(file: Path, tag: str) -> Iterator[Diagnostic]:
    """What is wrong with a workshop's own catalogue."""
    errors = list(errors_of(file, tag))
    for line, message, hint in errors:
        yield error("catalogue", message, Span(file, line, 1, 1), hint)
    if errors:
        return
    known = translations(file, digest_of_file(file) or "", tag)
    missing = untranslated(known)
    if missing:
        count, first = len(missing), missing[0]
        message = f"{count} of {len(built_in_messages())} words are not translated: “{first}” …"
        hint = "translate them; English words stand in their place"
        yield warning("untranslated-words", message, Span.of_file(file), hint)
