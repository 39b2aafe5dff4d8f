"""What an edition is called where its day stands among others."""

from __future__ import annotations

from proposal.model.series_titles import calls_itself_workshop
from proposal.words.fixed import Fixed


def own_label(name: str, short_name: str) -> str:
    """The word for a workshop; by its name what is a school, a shared task or a symposium.

    Args:
        name: the series' name: "Workshop on …", "Summer School on …".
        short_name: its acronym with the year.
    """
    return Fixed("Workshop") if calls_itself_workshop(name) else short_name
