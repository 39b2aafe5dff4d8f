"""Rules on titles, abstracts and lists: they read as they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic, Severity, Span, shortened
from proposal.model.name_comparison import plain_words, signs_of_names
from proposal.model.nearest_word import nearest
from proposal.model.record import Record
from proposal.model.series_titles import without_quotes
from proposal.source.math.math_grammar import open_formula_error
from proposal.source.math.math_line import MathLine
from proposal.source.text import Text

ABSTRACT_WORDS = 300
"""What most calls allow at most for an abstract (ACM's own advice is 200)."""

_Placed = tuple[str, str, Span | None]
"""A text of the data: its key, its words, and where it stands."""

_LIKE_A_TRACK = 0.75
"""How alike a slip of the pen and a track are; a track that stands for itself is less so."""

KEYWORDS = range(2, 11)
"""How many keywords help somebody to find a paper."""

_ABBREVIATION = re.compile(r"(?:\.\.|\b(?:[A-Z]|et al|etc|vs|Inc|Co|Ltd|Jr|Sr|No|approx))\.$")
"""What a full stop belongs to: `Engines Inc.`, `and so on...`"""


def titles(subject: Subject) -> Iterator[Diagnostic]:
    """Titles come by mail and by form, some shouted, some with a full stop; proceedings have none.

    An abbreviation at the end keeps its full stop.
    """
    for title, span in _titles(subject):
        letters = [letter for letter in title if letter.isalpha()]
        if title.isupper() and len(plain_words(title)) > 1 and len(letters) > 8:
            message = f"the title `{title}` is in capitals"
            hint = "write it as the author would in a sentence or a headline"
            yield diagnostic("shouted-title", message, span, hint)
        if title.endswith(".") and not _ABBREVIATION.search(title):
            message = f"the title `{title}` ends with a full stop"
            yield diagnostic("title-full-stop", message, span, "delete the full stop")


def open_formula(subject: Subject) -> Iterator[Diagnostic]:
    """A formula whose last dollar sign was forgotten is printed as it was typed."""
    for title, span in _titles(subject):
        if isinstance(title, MathLine) and title.open_formula:
            reason = open_formula_error(title.open_formula)
            yield diagnostic("unclosed-formula", reason.message, span, reason.hint)


def repeated_paper(subject: Subject) -> Iterator[Diagnostic]:
    """A paper that is listed twice, as after two imports, is counted and printed twice."""
    titled = [(paper.title, paper.place("title")) for paper in subject.files.papers]
    for title, span, line in _repeated(titled):
        message = f"a paper of the title `{title}` stands in line {line} already"
        yield diagnostic("repeated-paper", message, span, "delete one of the two")


def mistyped_track(subject: Subject) -> Iterator[Diagnostic]:
    """A track that is typed otherwise than the call has it makes a heading of its own."""
    tracks = {track.id: track.name for track in subject.edition.submissions.tracks}
    for written, paper in zip(subject.files.shown_papers, subject.edition.papers, strict=True):
        if written.track is None or paper.track in tracks.values():
            continue
        names = {name.casefold(): name for name in (*tracks.values(), *tracks)}
        meant = nearest(written.track, list(names), _LIKE_A_TRACK)
        if meant is not None:
            message = f"there is no track `{written.track}` under `submissions`"
            hint = f"did you mean `{names[meant]}`?"
            yield diagnostic("mistyped-track", message, written.place("track"), hint)


def repeated_item(subject: Subject) -> Iterator[Diagnostic]:
    """Lists grow over the years, and nobody reads them to their end before adding to them."""
    written = subject.files.edition
    for key, noun in (("topics", "topic"), ("keywords", "keyword")):
        items = [(item, written.place(key, n)) for n, item in enumerate(getattr(written, key))]
        for text, span, line in _repeated(items):
            message = f"the {noun} `{text}` stands in line {line} already"
            yield diagnostic("repeated-item", message, span, "delete one of the two")
    sponsors = [(sponsor.name, sponsor.place("name")) for sponsor in written.sponsors]
    for text, span, line in _repeated(sponsors):
        message = f"the sponsor `{text}` stands in line {line} already"
        yield diagnostic("repeated-item", message, span, "delete one of the two")


def long_abstract(subject: Subject) -> Iterator[Diagnostic]:
    """Calls limit abstracts, and readers do so anyway; a call's own limit is a warning."""
    count = len(subject.edition.abstract.split())
    span = subject.files.edition.place("abstract")
    limits = [(asked.words("abstract"), asked.source) for asked in subject.asked.values()]
    limit, source = min(((limit, source) for limit, source in limits if limit), default=(None, ""))
    if limit is not None and count > limit:
        message = f"the abstract has {count} words; {source} allows {limit}"
        hint = f"leave out {count - limit} of them"
        yield diagnostic("long-abstract", message, span, hint, Severity.WARNING)
    elif limit is None and count > ABSTRACT_WORDS:
        message = f"the abstract has {count} words; many calls allow {ABSTRACT_WORDS} or fewer"
        yield diagnostic(
            "long-abstract", message, span, f"leave out {count - ABSTRACT_WORDS} of them"
        )


def keyword_count(subject: Subject) -> Iterator[Diagnostic]:
    """ACM prints keywords and asks for some; a dozen of them tell nothing any more.

    Where the call demands keywords, to have none of them is a warning.
    """
    count = len(subject.edition.keywords)
    if count not in KEYWORDS and subject.files.edition.documents:
        few, many = KEYWORDS[0], KEYWORDS[-1]
        asking = [asked.source for asked in subject.asked.values() if asked.wants("keywords")]
        message = f"there {'is 1 keyword' if count == 1 else f'are {count} keywords'}"
        severity = None
        if asking and not count:
            message = f"there are no keywords; {asking[0]} demands some"
            severity = Severity.WARNING
        span = subject.files.edition.place("keywords")
        yield diagnostic("keyword-count", message, span, f"give {few} to {many} of them", severity)


def quoted_value(subject: Subject) -> Iterator[Diagnostic]:
    """Quotes around a whole value came along from a text processor, and would be printed."""
    venue = subject.folder.venues.get(subject.files.edition.venue)
    folder = subject.folder
    shared = [folder.workshop, *folder.people.values()] if subject.is_first else []
    files = subject.files
    records: list[object] = [venue, files.edition, *files.program, *files.papers, *shared]
    for key, value, span in (found for record in records for found in _texts(record)):
        bare = without_quotes(value)
        if bare is not None:
            shown = shortened(bare, 61)
            message = f"quotes stand around the whole of `{key}`, and are printed with it"
            hint = f"write `{shown}` without them, or allow it if they belong to it"
            yield diagnostic("quoted-value", message, span, hint)


def _texts(value: object, key: str = "", place: Span | None = None) -> Iterator[_Placed]:
    """All texts of a record and of those in it, with their keys and places."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            if inner := getattr(value, name):  # most of what may be said is not
                yield from _texts(inner, name, value.place(name))
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, key, place)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, str(name), place)
    elif isinstance(value, Text):
        yield key, value, value.span if value.pieces else place


def _titles(subject: Subject) -> Iterator[tuple[str, Span | None]]:
    for speaker in subject.files.edition.speakers:
        if speaker.title is not None:
            yield speaker.title, speaker.place("title")
    for paper in subject.files.papers:
        yield paper.title, paper.place("title")


def _repeated(items: Iterable[tuple[str, Span | None]]) -> Iterator[tuple[str, Span | None, int]]:
    """The texts that stood there before, in whatever spelling, and in which line they did."""
    seen: dict[str, Span | None] = {}
    for text, span in items:
        key = " ".join((*plain_words(text), *signs_of_names(text))) or text
        if key in seen:
            first = seen[key]
            yield text, span, first.line if first else 1
        seen.setdefault(key, span)


WORDING: tuple[Rule, ...] = (
    mistyped_track,
    titles,
    open_formula,
    repeated_paper,
    repeated_item,
    long_abstract,
    keyword_count,
    quoted_value,
)
