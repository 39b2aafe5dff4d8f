"""The kinds of sources, each with the function that reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from proposal.importers.aclpub2.event_reader import read_aclpub2
from proposal.importers.acm_rights import read_acm_rights
from proposal.importers.draft import Draft
from proposal.importers.exports.column_choices import ColumnChoices
from proposal.importers.latex import read_latex
from proposal.importers.papers import read_papers
from proposal.importers.people import read_people
from proposal.importers.program.schedule_import import read_program
from proposal.importers.site.site_reader import read_site_edition
from proposal.importers.word import read_word
from proposal.model.loading.folder import Folder
from proposal.watching import Watch, nobody_watches

Reader = Callable[[Path, str], Draft]
"""Reads a source for an edition, by its id.

Raises `ImportSourceError` if the source is not what it is said to be.
"""

TableReader = Callable[[Path, str, ColumnChoices], Draft]
"""Reads a source that may be a table, with the columns that the user named."""

READERS: dict[str, Reader] = {
    "latex": read_latex,
    "acm-rights": read_acm_rights,
    "aclpub2": read_aclpub2,
    "word": read_word,
}
"""The readers by what is typed."""

SITES = ("site", "jekyll")
"""What is typed for a website, whose pages are read one by one; `jekyll` is the older name."""

TABLE_READERS: dict[str, TableReader] = {"people": read_people, "papers": read_papers}
"""The readers that take the option `--column`, by what is typed."""

PROGRAM = "program"
"""What is typed for a schedule, which is read in comparison with the edition."""

KINDS = (*SITES, *READERS, *TABLE_READERS, PROGRAM)
"""What may be typed."""
WITH_COLUMNS = (*TABLE_READERS, PROGRAM)
"""The kinds that take the option `--column`."""


def read_draft(
    kind: str,
    source: Path,
    edition_id: str,
    choices: ColumnChoices,
    folder: Folder,
    watch: Watch = nobody_watches,
) -> Draft:
    """Read a source of one of the kinds.

    Args:
        kind: what was typed.
        source: a file or a folder.
        edition_id: the edition that it is about.
        choices: the columns that the user named.
        folder: the data that exist.
        watch: is told how many pages of a site were read.

    Raises:
        ImportSourceError: the source is not what it is said to be.
    """
    if kind == PROGRAM:
        return read_program(source, edition_id, choices, folder)
    if kind in TABLE_READERS:
        return TABLE_READERS[kind](source, edition_id, choices)
    if kind in SITES:
        return read_site_edition(source, edition_id, watch)
    return READERS[kind](source, edition_id)
