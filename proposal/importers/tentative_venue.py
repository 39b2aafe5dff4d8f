"""The host conference of a proposal that names none, so that its documents can be built."""

from __future__ import annotations

from proposal.importers.draft import Placeholder, Record, SourceDiagnostics


def tentative_venue(year: int, source: str, diagnostics: SourceDiagnostics) -> Record:
    """A venue to be confirmed, whose values never replace what the data have.

    Its days are the whole year, which is printed as the year alone.

    Args:
        year: the year of the edition.
        source: what names no conference, as messages call it.
        diagnostics: a warning is added here.
    """
    message = f"{source}: which conference the workshop is held at is not said; where data/ do not "
    message += "say it either, a venue to be confirmed stands for it"
    hint = "correct the venue's file in data/venues/, then delete `tentative`"
    diagnostics.warn("no-conference", message, None, hint)
    return {
        "series": Placeholder("Host conference"),
        "name": Placeholder(f"Host Conference {year}"),
        "acronym": Placeholder(f"Host {year}"),
        "start": Placeholder(f"{year}-01-01"),
        "end": Placeholder(f"{year}-12-31"),
        "city": Placeholder("To be announced"),
        "country": Placeholder("To be announced"),
        "zone": Placeholder("UTC"),
        "tentative": True,
    }
