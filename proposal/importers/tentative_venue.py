"""The host conference of a proposal that names none, so that its documents can be built."""

from __future__ import annotations

from proposal.importers.draft import TO_BE_ANNOUNCED, Placeholder, Record, SourceDiagnostics
from proposal.reading.conferences import read_host


def tentative_venue(
    year: int, source: str, diagnostics: SourceDiagnostics, host: str | None = None
) -> Record:
    """A venue to be confirmed, whose values never replace what the data have.

    Its days are the whole year, which is printed as the year alone.

    Args:
        year: the year of the edition.
        source: what names no conference, as messages call it.
        diagnostics: a warning is added here.
        host: the conference by its short name, if the title says it: `KDD 2026`.
    """
    known = read_host(host, year) if host else None
    unknown = (
        f"days and place of {known.acronym} are"
        if known
        else "which conference the workshop is held at is"
    )
    message = f"{source}: {unknown} not said; where data/ do not say it either, a venue to be "
    message += "confirmed stands for it"
    hint = "correct the venue's file in data/venues/, then delete `tentative`"
    diagnostics.warn("no-conference", message, None, hint)
    return {
        "series": Placeholder(known.series if known else "Host conference"),
        "name": Placeholder((known and known.full_name) or host or f"Host Conference {year}"),
        "acronym": Placeholder(known.acronym if known else f"Host {year}"),
        "start": Placeholder(f"{year}-01-01"),
        "end": Placeholder(f"{year}-12-31"),
        "city": TO_BE_ANNOUNCED,
        "country": TO_BE_ANNOUNCED,
        "zone": Placeholder("UTC"),
        "tentative": True,
    }
