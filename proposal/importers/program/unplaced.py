"""What of an export has no place in a program, counted as the command tells it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from proposal.diagnostics import first_few, listing
from proposal.importers.draft import SourceDiagnostics

_FEW = 3
"""Titles that a message lists."""
_FEW_PLACES = 8
"""Rows that a message lists."""


class Unplaced(Struct):
    """Counts what is left out, so that each kind is told once."""

    titles: list[str] = field(default_factory=list)
    """What has no time yet."""
    untitled: list[str] = field(default_factory=list)
    """The places of what has hours and no title; empty where nothing is known of one."""
    nameless: list[str] = field(default_factory=list)
    """What stands in place of people and names nobody: `Organizers`."""
    rejected: int = 0
    """Submissions that were not accepted."""
    off: list[str] = field(default_factory=list)
    """What is not published, or does not take place, by a column of the table."""
    descriptions: int = 0
    """Long descriptions beside abstracts."""
    links: list[str] = field(default_factory=list)
    """Links that are neither slides nor recordings."""

    def add(self, title: str, place: str = "") -> None:
        """Add something that has no title or no time, and where it stands."""
        if title:
            self.titles.append(title)
        else:
            self.untitled.append(place)

    def leave_out_links(self, _title: str, addresses: Iterable[str]) -> None:
        """Add links for which the data have no place."""
        self.links += addresses

    def diagnostics(self) -> SourceDiagnostics:
        """What was left out, each kind in a sentence."""
        found = SourceDiagnostics()
        if self.titles:
            message = f"{listed(self.titles)} {_have(self.titles)} no time yet, and is left out"
            if len(self.titles) > 1:
                message = message.replace("and is left", "and are left")
            found.warn("unscheduled", message, None, "import the schedule again when they have one")
        if self.untitled:
            is_one = len(self.untitled) == 1
            count = "1 part has" if is_one else f"{len(self.untitled)} parts have"
            places = ", ".join(filter(None, self.untitled[:_FEW_PLACES]))
            more = " and more" if len(self.untitled) > _FEW_PLACES else ""
            where = f" ({places}{more})" if places else ""
            message = f"{count} no title, and {'is' if is_one else 'are'} left out{where}"
            found.warn("unscheduled", message, None, "write there what takes place")
        if self.nameless:
            names = listed(list(dict.fromkeys(self.nameless)))
            found.note("left-out", f"{names} in place of people name nobody, and are left out")
        if self.rejected:
            count = (
                "1 submission was" if self.rejected == 1 else f"{self.rejected} submissions were"
            )
            found.note("left-out", f"{count} not accepted, and left out")
        if self.off:
            verb = "is" if len(self.off) == 1 else "are"
            message = f"{listed(self.off)} {verb} cancelled or not published there, and left out"
            found.note("left-out", message)
        if self.descriptions:
            count = _sessions(self.descriptions)
            message = f"{count} an abstract and a longer description; the description is left out"
            found.note("left-out", message, "see the system's own page for it")
        if self.links:
            count = "1 link is" if len(self.links) == 1 else f"{len(self.links)} links are"
            message = f"{count} neither slides nor a recording by the label, and left out: "
            found.note("left-out", message + listed(self.links, quoted=False))
        return found


def listed(texts: list[str], *, quoted: bool = True) -> str:
    """The first texts of a list, and how many more there are."""
    shown = [f"“{text[:80]}”" if quoted else text[:120] for text in texts[:_FEW]]
    rest = len(texts) - len(shown)
    return first_few([*shown, *texts[_FEW:]], _FEW) if rest else listing(shown)


def _have(titles: list[str]) -> str:
    return "has" if len(titles) == 1 else "have"


def _sessions(count: int) -> str:
    return "1 session has" if count == 1 else f"{count} sessions have"
