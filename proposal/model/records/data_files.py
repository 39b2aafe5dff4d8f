"""The kinds of files in `data/`, and what each of them says."""

from __future__ import annotations

from typing import Any

from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.own_page_record import OwnPageRecord
from proposal.model.records.paper import PaperRecord
from proposal.model.records.person import PersonRecord
from proposal.model.records.program import SlotRecord
from proposal.model.records.published_events import CalendarEvent
from proposal.model.records.venue import VenueRecord
from proposal.model.records.workshop import Workshop

FILES: dict[str, Any] = {
    "workshop": Workshop,
    "person": PersonRecord,
    "venue": VenueRecord,
    "edition": EditionRecord,
    "program": list[SlotRecord],
    "papers": list[PaperRecord],
    "calendar": list[CalendarEvent],
    "page": OwnPageRecord,
}
"""What each kind of file says, and the front matter of pages, by the name of the schema."""

SECTIONS = {
    "workshop": "workshop.yaml",
    "person": "people/NAME.yaml",
    "venue": "venues/NAME.yaml",
    "edition": "editions/YEAR/edition.yaml",
    "program": "editions/YEAR/program.yaml",
    "papers": "editions/YEAR/papers.yaml",
    "calendar": "editions/YEAR/calendar.yaml",
    "page": "pages/NAME.md, above its text",
}
"""Where each kind of file stands below `data/`, by the name of the schema."""
