"""Lists the facts that stand nowhere where they are to be expected."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from msgspec import Struct

from proposal.audit.with_data.classify import DocumentKind
from proposal.audit.with_data.expected import Case
from proposal.check.facts.inspection import ArtefactKind
from proposal.check.facts.stated_fact import StatedFact
from proposal.reading.placeholders import is_placeholder

_GROUPS = (
    ("deadlines", r"dates\.[a-z0-9_]+"),
    ("organizers", r"organizers\.[^.]+\.name"),
    ("organizers’ affiliations", r"organizers\.[^.]+\.affiliations\.\d+\.institution"),
    ("speakers", r"speakers\.[^.]+\.name"),
    ("speakers’ affiliations", r"speakers\.[^.]+\.affiliations\.\d+\.institution"),
    ("titles of talks", r"speakers\.[^.]+\.title"),
    ("papers", r"papers\.[^.]+\.title"),
    ("committee", r"committee\.[^.]+\.name"),
    ("committee’s affiliations", r"committee\.[^.]+\.affiliation"),
    ("other committees", r"committees\.[^.]+\.members\.[^.]+\.name"),
    ("other committees’ affiliations", r"committees\.[^.]+\.members\.[^.]+\.affiliation"),
    ("names of committees", r"committees\.[^.]+\.name"),
    ("topics", r"topics\..+"),
    ("schedule", r"schedule\.[^.]+\.hours"),
)
_PATTERNS = [(name, re.compile(pattern)) for name, pattern in _GROUPS]
_AUTHORS = re.compile(r"papers\.([^.]+)\.authors\.[^.]+\.name")
"""`papers.careful-engines.authors.ada-lovelace.name`"""
_OF_A_PERSON = re.compile(
    r"((?:organizers|speakers|committee|committees\.[^.]+\.members)\.[^.]+)\.(?:affiliation|affiliations\..+|title)"
)
"""`speakers.ada-lovelace.affiliation`, `committees.senior.members.ada-lovelace.title`"""

_OF_PAGES = frozenset({"title", "when.date", "venue.place", "venue.acronym"})
"""What every page or call must say."""

_OF_CALLS = frozenset({"dates.submission", "submissions.url"})
"""What a call must say, too."""

_OF_PDFS = re.compile(
    r"title|venue\.(?:place|acronym)|documents\.[^.]+\.rights\.(?:doi|isbn)|keywords\..+"
    r"|organizers\.[^.]+\.(?:name|affiliations\.\d+\.institution|email)"
)
"""Names of facts that a PDF states: `venue.place`, `organizers.ada-lovelace.email`."""
_PUBLISHED_ONLY = re.compile(r"documents\..+|venue\.acronym")
"""`documents.proposal.title`, `venue.acronym`"""

_ENOUGH = 1 / 3
"""From this part of a list on, it is the list, and who is not on it is missing."""


class Missing(Struct, frozen=True):
    """What stands nowhere."""

    facts: tuple[StatedFact, ...]
    """Facts that should be there."""
    groups: tuple[str, ...]
    """Kinds of facts of which nothing is there at all, which may be meant."""


def missing_from_pages(
    case: Case, kinds: Collection[DocumentKind], stated: Collection[StatedFact]
) -> Missing:
    """What all pages, calls and data files together do not say.

    Args:
        case: the edition.
        kinds: the kinds of the files.
        stated: the facts that any of them states, rightly or wrongly.
    """
    wanted: set[str] = set()
    if set(kinds) & {DocumentKind.PAGE, DocumentKind.CALL, DocumentKind.TEXT}:
        wanted |= _OF_PAGES
    if DocumentKind.CALL in kinds:
        wanted |= _OF_CALLS
    shown = frozenset({ArtefactKind.PAGE, ArtefactKind.CALL_PAGE, ArtefactKind.JEKYLL})
    facts = [fact for fact in case.facts if fact.shown_in & shown and not _is_aside(case, fact)]
    listed, nothing = _of_lists(case, facts, stated)
    single = [fact for fact in facts if fact.id in wanted and fact not in stated]
    return Missing(_unique([*single, *listed]), nothing)


def missing_from_pdf(
    case: Case, kind: DocumentKind, stated: Collection[StatedFact], *, has_heads: bool
) -> Missing:
    """What a PDF does not say, which stands alone.

    Args:
        case: the edition.
        kind: which of its documents it is.
        stated: the facts that it states, rightly or wrongly.
        has_heads: whether it has pages with running heads, which the first one has not.
    """
    artefact = ArtefactKind(f"{kind}.pdf")
    is_paper = kind is DocumentKind.PROPOSAL
    single = [
        fact
        for fact in case.facts
        if artefact in fact.shown_in
        and _OF_PDFS.fullmatch(fact.id)
        and fact not in stated
        and not (is_paper and _PUBLISHED_ONLY.fullmatch(fact.id))
        and not (is_paper and fact.is_in_heads and not has_heads)
    ]
    facts = [fact for fact in case.facts if artefact in fact.shown_in]
    listed, _ = _of_lists(case, facts, stated)
    return Missing(_unique([*single, *listed]), ())


def missing_from_calendar(case: Case, stated: Collection[StatedFact]) -> Missing:
    """The parts of the schedule that a calendar of the schedule leaves out."""
    starts = [fact for fact in case.facts if re.fullmatch(r"schedule\.[^.]+\.start", fact.id)]
    return Missing(tuple(_left_out(starts, stated)), ())


def missing_from_references(case: Case, stated: Collection[StatedFact]) -> Missing:
    """The papers that a list of the volume's papers leaves out."""
    titles = [fact for fact in case.of("papers.") if fact.id.endswith(".title")]
    return Missing(tuple(_left_out(titles, stated)), ())


def _of_lists(
    case: Case, facts: Iterable[StatedFact], stated: Collection[StatedFact]
) -> tuple[list[StatedFact], tuple[str, ...]]:
    """What is left out of lists that are there, and the lists that are not there."""
    groups: dict[str, list[StatedFact]] = {name: [] for name, _ in _GROUPS}
    for fact in facts:
        group = next((name for name, pattern in _PATTERNS if pattern.fullmatch(fact.id)), None)
        if author := _AUTHORS.fullmatch(fact.id):
            group = f"authors of {author[1]}"
        if group:
            groups.setdefault(group, []).append(fact)
    left_out: list[StatedFact] = []
    aside = _in_other_parts(case)
    for name, members in groups.items():
        is_listed = any(fact in stated for fact in groups.get(f"{name}’s affiliations", ()))
        is_beside = all(fact.value in aside for fact in members if fact in stated)
        if is_listed or not is_beside or name not in _COMMITTEES:
            left_out += _left_out(members, stated) or _other_of_two(name, members, stated)
    nothing = tuple(
        name for name, _ in _GROUPS if groups[name] and not set(groups[name]) & set(stated)
    )
    return [fact for fact in left_out if _owner_is_stated(fact, stated)], nothing


_COMMITTEES = frozenset({"committee", "other committees"})
"""Lists whose members may stand on a page for something else: they chair sessions, or speak."""


def _in_other_parts(case: Case) -> set[str]:
    """The names of people who may stand on a page for something else than a committee."""
    edition = case.edition
    people = [organizer.person for organizer in edition.organizers]
    people += [person for talk in edition.speakers for person in talk.people]
    people += [author for paper in edition.papers for author in paper.authors]
    parts = [part for slot in edition.schedule for part in slot.with_parts]
    people += [person for part in parts for person in (*part.chair, *part.moderator)]
    return {person.name for person in people}


def _left_out(group: list[StatedFact], stated: Collection[StatedFact]) -> list[StatedFact]:
    there = [fact for fact in group if fact in stated]
    enough = len(there) >= _ENOUGH * len(group) and len(there) >= min(2, len(group))
    return [fact for fact in group if fact not in stated] if enough else []


def _other_of_two(
    name: str, members: list[StatedFact], stated: Collection[StatedFact]
) -> list[StatedFact]:
    """The second of two speakers, where the first one is introduced with a title or a post."""
    there = [fact for fact in members if fact in stated]
    if name not in _OF_TWO or len(members) != len(there) + 1 or len(there) != 1:
        return []
    owner = there[0].id.rpartition(".")[0]
    details = (f"{owner}.title", f"{owner}.affiliations.")
    is_introduced = any(fact.id.startswith(details) for fact in stated)
    return [fact for fact in members if fact not in stated] if is_introduced else []


_OF_TWO = frozenset({"speakers", "titles of talks"})
"""Lists of which one of two may have been forgotten."""


def _is_aside(case: Case, fact: StatedFact) -> bool:
    """Whether it is not known or public yet, or where somebody works who is no keynote.

    A schedule may leave out the latter.
    """
    if is_placeholder(fact.value):
        return True
    if fact.id == "when.date" and case.edition.when.date.is_tentative:
        return True
    deadline = case.edition.dates.named.get(fact.id.removeprefix("dates."))
    if deadline is not None and deadline.day.is_tentative:
        return True
    return any(
        fact.id.startswith(f"speakers.{talk.id}.affiliations.")
        for talk in case.edition.speakers
        if talk.role != "keynote"
    )


def _owner_is_stated(fact: StatedFact, stated: Collection[StatedFact]) -> bool:
    """Whether the person or paper is there that a fact is about; otherwise that is told."""
    if author := _AUTHORS.fullmatch(fact.id):
        owner = f"papers.{author[1]}.title"
    elif person := _OF_A_PERSON.fullmatch(fact.id):
        owner = f"{person[1]}.name"
    else:
        return True
    return any(other.id == owner for other in stated)


def _unique(facts: Iterable[StatedFact]) -> tuple[StatedFact, ...]:
    """Facts that differ in value or place; somebody may have two parts."""
    return tuple({(fact.value, fact.span): fact for fact in facts}.values())
