"""Says what of a programme's row is left out, or is not understood."""

from __future__ import annotations

import re

from proposal.diagnostics import counted, listing
from proposal.importers.draft import SourceDiagnostics
from proposal.importers.site.programme_lines import ProgrammeRow
from proposal.importers.site.row_titles import LONG_TITLE, people_below
from proposal.importers.site.talk_lines import says_who_or_what


def report_lines(
    diagnostics: SourceDiagnostics,
    row: ProgrammeRow,
    title: str,
    lines: list[str],
    *,
    has_list: bool,
) -> None:
    """Report what stands below the title of a part of the day, and is no paper for sure.

    Args:
        diagnostics: what was not understood so far.
        row: the part of the day.
        title: its title.
        lines: what stands below it.
        has_list: whether papers may be listed there.
    """
    said = [line for line in lines if len(line.split()) >= LONG_TITLE - 2]
    if said and not people_below([title, *lines]):
        count = counted(len(said), "line")
        message = f"nothing is read of {count} below “{title[:50]}”, such as “{said[0][:60]}”"
        hint = (
            "add what is a paper to papers.yaml, and to this part of program.yaml"
            if has_list
            else "write it into `title` of this part of program.yaml, if pages are to have it"
        )
        diagnostics.warn("not-understood", message, row.span, hint)


def report_talks(diagnostics: SourceDiagnostics, row: ProgrammeRow, lines: list[str]) -> None:
    """Report the talks among the papers of a session, which has only papers in the data."""
    for line in lines:
        if re.match(r"(?:keynote|invited)\b", line, re.IGNORECASE):
            message = f"“{line[:70]}” stands among the papers of a session, and is left out"
            hint = "add it to `speakers`, and write `talk` into a slot of program.yaml"
            diagnostics.warn("not-understood", message, row.span, hint)


def report_people(
    diagnostics: SourceDiagnostics, row: ProgrammeRow, title: str, lines: list[str]
) -> None:
    """Report the people of a row that is neither a paper nor a talk for sure."""
    people = people_below([title, *lines])
    message = f"`{title}` is kept without its people, such as {people[0].name}" if people else ""
    if not people and says_who_or_what(title):
        message = f"who gives “{title[:70]}” is not understood, so it is kept as a title alone"
    if message:
        hint = "if it is a paper or a talk, add it to papers.yaml or to `speakers`"
        diagnostics.warn("not-understood", message, row.span, hint)


def report_several(
    diagnostics: SourceDiagnostics, row: ProgrammeRow, title: str, names: list[str]
) -> None:
    """Report the talks of several people in a row that does not say when each one begins."""
    message = f"when the talks of {listing(names)} begin is not said; “{title[:60]}” is one slot"
    hint = "write a slot with `talk` for each of them into program.yaml, if you know its hours"
    diagnostics.warn("not-understood", message, row.span, hint)
