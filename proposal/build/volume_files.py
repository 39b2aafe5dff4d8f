"""Names the PDFs that `proposal proceedings` leaves for the website to offer."""

from __future__ import annotations

from proposal.edition.edition import Edition


def volume_files(edition: Edition) -> tuple[str, ...]:
    """The volume of an edition's papers, and each paper of it alone: paths from the workshop on."""
    folder = f"build/{edition.id}/proceedings"
    return (f"{folder}.pdf", *(f"{folder}/{paper.id}.pdf" for paper in edition.volume_papers))
