"""Every code that a diagnostic of this program can have, with what it means and what to do.

A code is registered exactly once, in the module of its chapter; a test compares the
registry with the codes that the source uses, both ways.
"""

from __future__ import annotations

from collections.abc import Mapping

from proposal.diagnostics.registry.auditing_with_data import AUDITING_WITH_DATA
from proposal.diagnostics.registry.auditing_without_data import AUDITING_WITHOUT_DATA
from proposal.diagnostics.registry.building_bundles import BUILDING_BUNDLES
from proposal.diagnostics.registry.building_preview import BUILDING_PREVIEW
from proposal.diagnostics.registry.building_proceedings import BUILDING_PROCEEDINGS
from proposal.diagnostics.registry.building_tex import BUILDING_TEX
from proposal.diagnostics.registry.building_volume_bundles import BUILDING_VOLUME_BUNDLES
from proposal.diagnostics.registry.checking_agreement import CHECKING_AGREEMENT
from proposal.diagnostics.registry.checking_papers import CHECKING_PAPERS
from proposal.diagnostics.registry.checking_pdf import CHECKING_PDF
from proposal.diagnostics.registry.checking_pdf_rights import CHECKING_PDF_RIGHTS
from proposal.diagnostics.registry.importing import IMPORTING
from proposal.diagnostics.registry.importing_aclpub2 import IMPORTING_ACLPUB2
from proposal.diagnostics.registry.importing_jekyll import IMPORTING_JEKYLL
from proposal.diagnostics.registry.importing_latex import IMPORTING_LATEX
from proposal.diagnostics.registry.importing_program import IMPORTING_PROGRAM
from proposal.diagnostics.registry.importing_site import IMPORTING_SITE
from proposal.diagnostics.registry.importing_word import IMPORTING_WORD
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind
from proposal.diagnostics.registry.reading_bibliography import READING_BIBLIOGRAPHY
from proposal.diagnostics.registry.reading_files import READING_FILES
from proposal.diagnostics.registry.reading_places import READING_PLACES
from proposal.diagnostics.registry.reading_references import READING_REFERENCES
from proposal.diagnostics.registry.reading_texts import READING_TEXTS
from proposal.diagnostics.registry.reading_values import READING_VALUES
from proposal.diagnostics.registry.rules_dates import RULES_DATES
from proposal.diagnostics.registry.rules_host import RULES_HOST
from proposal.diagnostics.registry.rules_hours import RULES_HOURS
from proposal.diagnostics.registry.rules_links import RULES_LINKS
from proposal.diagnostics.registry.rules_open_points import RULES_OPEN_POINTS
from proposal.diagnostics.registry.rules_people import RULES_PEOPLE
from proposal.diagnostics.registry.rules_program import RULES_PROGRAM
from proposal.diagnostics.registry.rules_rights import RULES_RIGHTS
from proposal.diagnostics.registry.rules_series import RULES_SERIES
from proposal.diagnostics.registry.rules_suppressions import RULES_SUPPRESSIONS
from proposal.diagnostics.registry.rules_texts import RULES_TEXTS
from proposal.diagnostics.registry.rules_unused import RULES_UNUSED

RULE_CHAPTERS: tuple[CodeChapter, ...] = (
    RULES_HOURS,
    RULES_PROGRAM,
    RULES_DATES,
    RULES_HOST,
    RULES_SERIES,
    RULES_RIGHTS,
    RULES_UNUSED,
    RULES_TEXTS,
    RULES_LINKS,
    RULES_PEOPLE,
    RULES_OPEN_POINTS,
    RULES_SUPPRESSIONS,
)
"""The chapters of the rules on data that can be read."""

CHAPTERS: tuple[CodeChapter, ...] = (
    READING_FILES,
    READING_BIBLIOGRAPHY,
    READING_VALUES,
    READING_PLACES,
    READING_REFERENCES,
    READING_TEXTS,
    *RULE_CHAPTERS,
    BUILDING_TEX,
    CHECKING_PDF,
    CHECKING_PDF_RIGHTS,
    CHECKING_AGREEMENT,
    AUDITING_WITH_DATA,
    AUDITING_WITHOUT_DATA,
    IMPORTING,
    IMPORTING_JEKYLL,
    IMPORTING_SITE,
    IMPORTING_LATEX,
    IMPORTING_WORD,
    IMPORTING_ACLPUB2,
    IMPORTING_PROGRAM,
    BUILDING_BUNDLES,
    CHECKING_PAPERS,
    BUILDING_PROCEEDINGS,
    BUILDING_VOLUME_BUNDLES,
    BUILDING_PREVIEW,
)
"""All chapters, in the order of the work: reading, rules, building, checking, importing."""

REGISTRY: Mapping[str, DiagnosticKind] = {
    kind.code: kind for chapter in CHAPTERS for kind in chapter.kinds
}
"""All codes."""
