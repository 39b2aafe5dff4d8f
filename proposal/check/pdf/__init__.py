"""Looks at a finished PDF as a publisher's own check does: whether production will take it."""

from proposal.check.pdf.expected_pdf import Conference, Expected, expected_of
from proposal.check.pdf.preflight import note_of_tags, preflight, validate

__all__ = ["Conference", "Expected", "expected_of", "note_of_tags", "preflight", "validate"]
