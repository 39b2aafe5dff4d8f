"""The text with which a document begins that has none: headings and the edition's own facts."""

from __future__ import annotations

from proposal.model.records.edition_record import EditionRecord

_SECTIONS = (
    ("topics", "Topics", "{{ topics }}"),
    ("speakers", "Speakers", "{{ speakers }}"),
    ("organizers", "Organizers", "{{ biographies }}"),
)
"""A key of `edition.yaml`, the heading under which it is shown, and the block that shows it."""


def outline(edition: EditionRecord | None) -> str:
    """A document's Markdown, made of what the edition has."""
    sections = [
        f"# {heading}\n\n{block}\n"
        for key, heading, block in _SECTIONS
        if edition is None or getattr(edition, key)
    ]
    return "\n".join(sections)
