"""Finds the papers of the data that a source has under another title, as withdrawn, or no more."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from proposal.diagnostics import Diagnostic, Severity, warning
from proposal.importers.draft import GonePaper, Record
from proposal.importers.exports.decision import Decision
from proposal.importers.written_markup import shown_title
from proposal.model.affiliated import name_and_affiliation
from proposal.model.name_comparison import keys_of_name, same_text, words
from proposal.model.records.paper import PaperRecord
from proposal.source.math.math_line import typed_line

_ALIKE = 0.75
"""How alike two titles are, of 1, that one of them is likely a correction of the other."""
WITHDRAW = "--withdraw"
"""The option that marks such papers as withdrawn."""


def known_ids(known: Sequence[PaperRecord], listed: Sequence[Record]) -> dict[str, str]:
    """The ids that papers have in the data, by those that a source's papers were given.

    A title decides, and of several papers of one title the number or an author. What has another
    title is the same paper if it has the same number and an
    author or most of the title in common, or the same address.
    """
    titles = Counter(tuple(words(str(record["title"]))) for record in listed)
    by_title: dict[tuple[str, ...], list[PaperRecord]] = {}
    for paper in known:
        by_title.setdefault(tuple(words(paper.title)), []).append(paper)
    found: dict[str, str] = {}
    for record in listed:
        title = tuple(words(str(record["title"])))
        named = by_title.get(title, [])
        if len(named) > 1 or titles[title] > 1:
            named = [paper for paper in named if _is_it_of_namesakes(paper, record)]
        if named:
            found[str(record["id"])] = str(named[0].id)
    others = [paper for paper in known if str(paper.id) not in found.values()]
    for record in listed:
        same = [paper for paper in others if _is_renamed(paper, record)]
        if str(record["id"]) not in found and len(same) == 1:
            found[str(record["id"])] = str(same[0].id)
            others.remove(same[0])
    return found


def _is_it_of_namesakes(paper: PaperRecord, record: Record) -> bool:
    """Whether a paper is the one of a source, where several have its title."""
    number = str(record.get("number", ""))
    if number and paper.number:
        return number == str(paper.number)
    return _shares_author(paper, record)


def _is_renamed(paper: PaperRecord, record: Record) -> bool:
    """Whether a paper of the data is surely one of the source that has another title."""
    number = str(record.get("number", ""))
    if number and paper.number and number != paper.number:
        return False
    address = record.get("pdf")
    if address and address == paper.pdf:
        return True
    is_alike = _likeness(paper.title, shown_title(str(record["title"]))) >= _ALIKE
    return bool(number) and number == paper.number and (_shares_author(paper, record) or is_alike)


def _shares_author(paper: PaperRecord, record: Record) -> bool:
    names, known = _names(record), _known_names(paper)
    return any(keys_of_name(name) & keys_of_name(other) for name in names for other in known)


def keep_spelled_titles(known: Sequence[PaperRecord], listed: Sequence[Record]) -> list[Diagnostic]:
    """Give papers of a source their titles in the data, where only the spelling is another one.

    Organizers mend capitals, signs and letters of titles, and review systems keep what authors
    typed.

    Args:
        known: the papers in the data.
        listed: the source's papers, of which those that the data have carry their ids.
    """
    by_id = {str(paper.id): paper for paper in known}
    found: list[Diagnostic] = []
    for record in listed:
        paper = by_id.get(str(record["id"]))
        title = str(record["title"])
        shown = shown_title(title)
        if paper is None or shown == paper.title or not _is_another_spelling(paper.title, shown):
            continue
        message = f"`{paper.id}` is spelled “{title}” in the source; its title here stays"
        hint = "if that is right, change it in papers.yaml"
        found.append(Diagnostic(Severity.NOTE, "kept-title", message, paper.place("title"), hint))
        record["title"] = typed_line(paper.title)
    return found


def _is_another_spelling(one: str, other: str) -> bool:
    """Whether two titles differ in capitals, accents and signs, or in letters of a word: `Sudy`."""
    if same_text(one, other):
        return True
    first, second = words(one), words(other)
    differing = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
    return len(first) == len(second) and len(differing) == 1 and _are_misspelt(*differing[0])


def _are_misspelt(one: str, other: str) -> bool:
    """Whether two words are one, mistyped: not `gpt3` and `gpt4`."""
    has_digit = any(sign.isdigit() for sign in one + other)
    return not has_digit and difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE


def titles_that_change(
    known: Sequence[PaperRecord], listed: Sequence[Record]
) -> Iterator[Diagnostic]:
    """What to say of papers that are recognized by their number under another title."""
    by_id = {str(paper.id): paper for paper in known}
    for record in listed:
        paper = by_id.get(str(record["id"]))
        title = str(record["title"])
        if paper is not None and _likeness(paper.title, shown_title(title)) < 1:
            is_at_address = bool(paper.pdf) and paper.pdf == record.get("pdf")
            sign = "its address" if is_at_address else "its id"
            sign = f"number {paper.number}" if paper.number else sign
            message = f"`{paper.id}` is called “{title}” in the source, by {sign}"
            yield Diagnostic(Severity.NOTE, "new-title", message, paper.place("title"))


def papers_not_in_source(
    known: Sequence[PaperRecord],
    listed: Sequence[Record],
    gone: Sequence[GonePaper] = (),
    *,
    is_marked: bool = False,
) -> Iterator[Diagnostic]:
    """What to say of papers in the data that a source of all papers does not list as accepted.

    Args:
        known: the papers in the data.
        listed: the source's papers, of which those that the data have carry their ids.
        gone: what the source lists as withdrawn, rejected or undecided.
        is_marked: whether those that are gone are marked as withdrawn by this import.
    """
    for paper in _missing(known, listed):
        span = paper.place("title")
        likely = _likely(paper, known, listed)
        state = _state(paper, gone)
        if likely and state is None:
            titles = " or ".join(dict.fromkeys(f"“{title}”" for title, _ in likely))
            message = (
                f"`{paper.id}` is not in the source; {likely[0][1]} of {titles}, which "
                f"{'is' if len(likely) == 1 else 'are'} new: renamed?"
            )
            hint = f"if it is one paper, give `{paper.id}` the new title and delete the new entry"
            yield warning("renamed-paper", message, span, hint)
            continue
        what = f"is {state.value} in the source" if state else "is no longer in the source"
        is_withdrawn = state in {None, Decision.WITHDRAWN}
        if is_withdrawn and is_marked:
            message = f"`{paper.id}` {what}, and is marked as withdrawn, so that no list shows it"
            yield warning("withdrawn-paper", message, span)
            continue
        hint = (
            f"if it was withdrawn, add `{WITHDRAW}` to the command, or write `withdrawn: true`"
            if is_withdrawn
            else "if that is right, write `withdrawn: true`, so that no list shows it"
        )
        message = f"`{paper.id}` {what}, and stays in papers.yaml"
        yield warning("withdrawn-paper", message, span, hint)


def papers_that_are_back(
    known: Sequence[PaperRecord], listed: Sequence[Record]
) -> Iterator[Diagnostic]:
    """What to say of papers that are withdrawn in the data, and that a source accepts."""
    ids = {str(record["id"]) for record in listed}
    for paper in known:
        if paper.withdrawn and str(paper.id) in ids:
            message = f"`{paper.id}` is accepted in the source, and withdrawn in papers.yaml"
            hint = "if it is back, delete `withdrawn: true`; until then no list shows it"
            yield warning("withdrawn-paper", message, paper.place("withdrawn"), hint)


def withdrawn_papers(
    known: Sequence[PaperRecord], listed: Sequence[Record], gone: Sequence[GonePaper]
) -> Iterator[Record]:
    """Records that mark the papers as withdrawn that a source calls so, or has no more."""
    for paper in _missing(known, listed):
        state = _state(paper, gone)
        is_maybe_renamed = state is None and _likely(paper, known, listed)
        if state in {None, Decision.WITHDRAWN} and not is_maybe_renamed:
            yield {"id": str(paper.id), "title": str(paper.title), "withdrawn": True}


def _missing(known: Sequence[PaperRecord], listed: Sequence[Record]) -> Iterator[PaperRecord]:
    ids = {str(record["id"]) for record in listed}
    return (paper for paper in known if str(paper.id) not in ids and not paper.withdrawn)


def _likely(
    paper: PaperRecord, known: Sequence[PaperRecord], listed: Sequence[Record]
) -> list[tuple[str, str]]:
    """The titles of new papers that may be a known one under another title, each with why."""
    own = {str(other.id) for other in known}
    new = [record for record in listed if str(record["id"]) not in own]
    return [found for record in new if (found := _sameness(paper, record)) is not None]


def _state(paper: PaperRecord, gone: Sequence[GonePaper]) -> Decision | None:
    """What a source says of a paper that it lists and does not accept."""
    title = words(paper.title)
    for record in gone:
        has_number = bool(paper.number) and record.number == paper.number
        if words(record.title) == title or (
            has_number and _likeness(record.title, paper.title) >= _ALIKE
        ):
            return record.decision
    return None


def _sameness(paper: PaperRecord, record: Record) -> tuple[str, str] | None:
    """The title of a new paper and why it may be a known one under another title."""
    title = str(record["title"])
    address = record.get("pdf")
    if address and address == paper.pdf:
        return title, "its address is that"
    names, known = _names(record), _known_names(paper)
    if len(names) == len(known) and all(
        any(keys_of_name(name) & keys_of_name(other) for other in known) for name in names
    ):
        return title, "its authors are those"
    is_alike = _likeness(paper.title, title) >= _ALIKE
    return (title, "its title is nearly that") if is_alike else None


def _likeness(one: str, other: str) -> float:
    first, second = " ".join(words(one)), " ".join(words(other))
    return difflib.SequenceMatcher(None, first, second).ratio()


def _names(record: Record) -> list[str]:
    """The names of a source's authors."""
    authors = record.get("authors")
    named = authors if isinstance(authors, Sequence) and not isinstance(authors, str) else []
    return [_name(author) for author in named]


def _known_names(paper: PaperRecord) -> list[str]:
    return [author.name or str(author.person).replace("-", " ") for author in paper.authors]


def _name(author: object) -> str:
    if isinstance(author, Mapping):
        return str(author.get("name") or str(author.get("person", "")).replace("-", " "))
    return name_and_affiliation(str(author))[0]
