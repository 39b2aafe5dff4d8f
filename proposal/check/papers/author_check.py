"""Compares the authors that a paper prints with those of the data: names, order, number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz

from proposal.check.papers.expected_paper import ExpectedAuthor, ExpectedPaper
from proposal.check.papers.other_authors import names_beside
from proposal.check.papers.paper_finding import PaperFinding, Place
from proposal.check.papers.paper_top import PaperTop, author_block
from proposal.check.papers.printed_text import DETACHED, PrintedText, loses_accents, plain
from proposal.model.name_comparison import keys_of_name, same_name, same_with_initials, words

_ALIKE = 84
"""From this likeness on (0 to 100, RapidFuzz's partial ratio) letters are a name gone wrong."""
_MOST_WORDS = 6
"""Words of a name as it is printed."""
_WORD = re.compile(r"[^\s,;·•|&]+(?=[\s,;·•|&]|$)")
"""A word of a line of authors: `Lovelace,`."""
_MARKS = re.compile(r"[\d*†‡§¶#∗⋆()\[\]{}]+")
"""Marks of footnotes at a name: `Author1,∗`."""


class _NameBlock(Struct, frozen=True):
    """The author block in one way of reading the page."""

    view: PrintedText
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.view.text[self.start : self.end]


class _Stand(Struct, frozen=True):
    """How an author stands on the first page."""

    is_there: bool
    places: tuple[int | None, ...]
    """Where the name begins in each way of reading the page; nothing where it is not found."""
    printed: str = ""
    """As it is printed, if otherwise than in the data."""
    brief: str = ""
    """What differs, in a few words."""


class PrintedAuthors(Struct, frozen=True):
    """What is wrong with the authors that a paper prints."""

    findings: tuple[PaperFinding, ...]
    known: int
    """How many authors of the data stand in the author block."""
    are_elsewhere: bool = False
    """Whether all of them stand on the first pages, though none in the author block."""


def printed_authors(
    top: PaperTop, title_end: int, later: PrintedText, expected: ExpectedPaper
) -> PrintedAuthors:
    """Look for all authors of the data on the first page, and for others there.

    Args:
        top: the first page.
        title_end: where the title ends in its text; -1 if it was not found.
        later: the text of the next page, which a long list of authors may reach.
        expected: the paper.
    """
    blocks = [_block(view, title_end if view is top.text else -1, expected) for view in top.views]
    stands = [_exact(author, blocks, later) for author in expected.authors]
    taken = [
        plain(name)
        for author, stand in zip(expected.authors, stands, strict=True)
        if stand.is_there
        for name in _spellings(author)
    ]
    stands = [
        stand if stand.is_there else _otherwise(author, blocks, taken)
        for author, stand in zip(expected.authors, stands, strict=True)
    ]
    known = sum(any(place is not None for place in stand.places) for stand in stands)
    if not known:
        return PrintedAuthors((), 0, all(stand.is_there for stand in stands))
    findings = [
        finding
        for number, (author, stand) in enumerate(zip(expected.authors, stands, strict=True))
        for finding in _of_author(author, stand, ("authors", number))
    ]
    findings += _order(expected.authors, stands)
    if known == len(stands):
        findings += _others(top, blocks[0], expected, stands)
    return PrintedAuthors(tuple(findings), known)


def _block(view: PrintedText, title_end: int, expected: ExpectedPaper) -> _NameBlock:
    if title_end < 0:
        title_end = next((end for _, end in view.places(expected.title)), 0)
    start, end = author_block(view, title_end, expected)
    return _NameBlock(view, start, end)


def _spellings(author: ExpectedAuthor) -> list[str]:
    return [name for name in (author.name, author.native_name) if name]


def _exact(author: ExpectedAuthor, blocks: Sequence[_NameBlock], later: PrintedText) -> _Stand:
    """The author under the name of the data, in the author block or elsewhere."""
    for name in _spellings(author):
        found = [_first(block, name) for block in blocks]
        printed = [
            block.view.text[max(place[0] - 1, 0) : place[1] + 1]
            for block, place in zip(blocks, found, strict=True)
            if place is not None
        ]
        if printed:
            starts = tuple(place[0] if place else None for place in found)
            if all(loses_accents(text[:-1].lstrip(), name) for text in printed):
                exact = blocks[0].view.text[slice(*found[0])] if found[0] else printed[0][1:-1]
                return _Stand(True, starts, _on_one_line(exact), "accents")
            return _Stand(True, starts)
    nowhere = (None,) * len(blocks)
    views = [*(block.view for block in blocks), later]
    is_elsewhere = any(
        next(_names(view, name), None) is not None for name in _spellings(author) for view in views
    )
    return _Stand(is_elsewhere, nowhere)  # as in a footnote, or in a list that goes on


def _first(block: _NameBlock, name: str) -> tuple[int, int] | None:
    """Where a name first stands in the author block."""
    for start, end in _names(block.view, name):
        if block.start <= start < block.end:
            return start, end
    return None


def _names(view: PrintedText, name: str) -> Iterator[tuple[int, int]]:
    """From where to where a name stands in a text, but for addresses that are made of it."""
    for start, end in view.places(name):
        if not _is_address(view.text, start, end):
            yield start, end


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether a place is within an address: ann.author@example.org."""
    return text[end : end + 1] in {"@", "}"} or (
        " " not in text[start:end] and "." in text[start:end]
    )


def _otherwise(
    author: ExpectedAuthor, blocks: Sequence[_NameBlock], taken: Sequence[str]
) -> _Stand:
    """The author under another form of the name, as far as it is that of nobody else."""
    for block in blocks:
        for start, printed in _stretches(block):
            if plain(printed) in taken:
                continue
            how = next(
                (how for name in _spellings(author) if (how := _likeness(printed, name))), ""
            )
            if how:
                places = tuple(start if other is block else None for other in blocks)
                return _Stand(True, places, printed, how)
    for block in blocks:
        for name in _spellings(author):
            place = _nearest(block, name, taken)
            if place is not None:
                start, printed = place
                places = tuple(start if other is block else None for other in blocks)
                return _Stand(True, places, printed, "spelling")
    return _Stand(False, (None,) * len(blocks))


def _stretches(block: _NameBlock) -> Iterator[tuple[int, str]]:
    """The stretches of words of one line that may be a name, the longest first."""
    found = [(match.start(), match.end()) for match in _WORD.finditer(block.text)]
    for size in range(_MOST_WORDS, 0, -1):
        for first in range(len(found) - size + 1):
            start, end = found[first][0], found[first + size - 1][1]
            text = block.text[start:end]
            if (
                not _PARTED.search(text)
                and "\n" not in text.strip()
                and text[0].isalpha()
                and not text[0].islower()
            ):
                yield block.start + start, _on_one_line(_MARKS.sub("", text))


_PARTED = re.compile(r"[\t;·•|&@]|,(?!\s*(?:Jr|Sr|I))|\band\b")
"""What stands between two names, and not within one. Example:
`Ada Placeholder and Alan Example`."""


def _likeness(printed: str, name: str) -> str:
    """How a printed name differs from that of the data; empty if it is somebody else's."""
    if len(words(printed)) < 2 or len(words(name)) < 2:
        return ""
    if same_with_initials(printed, name) and not _is_same_family_alone(printed, name):
        return "initials" if len(plain(printed)) < len(plain(name)) else "name in full"
    if sorted(words(printed)) == sorted(words(name)):
        return "order of the name"
    if same_name(printed, name):
        return "spelling"
    return _part(words(printed), words(name)) or _given_name(words(printed), words(name))


def _given_name(printed: list[str], name: list[str]) -> str:
    """Whether a given name differs, and begins alike: Annie Author, Ann Author.

    Where there are more given names, the first one is a short form of the other's: Ronald P. A.
    """
    if printed[-1] != name[-1]:
        return ""
    one, other = printed[0], name[0]
    is_short = min(len(one), len(other)) > 2 and (one.startswith(other) or other.startswith(one))
    is_alike = len(printed) == len(name) == 2 and one[0] == other[0]
    return "given name" if is_short or is_alike else ""


def _part(printed: list[str], name: list[str]) -> str:
    """How one name is a part of the other: Ann Author of Ann Author Builder."""
    if printed[0] != name[0] or len(printed) == len(name):
        return ""
    if set(printed) < set(name):
        return "shorter name"
    return "longer name" if set(name) < set(printed) else ""


def _is_same_family_alone(printed: str, name: str) -> bool:
    return len(words(printed)) == 1 or len(words(name)) == 1


def _nearest(block: _NameBlock, name: str, taken: Sequence[str]) -> tuple[int, str] | None:
    """The stretch of the block that is nearly a name; nothing if it is near to another author."""
    wanted = plain(name)
    best: tuple[float, int, str] | None = None
    for start, printed in _stretches(block):
        letters = plain(printed)
        if len(words(printed)) < 2 or letters in taken or any(other in letters for other in taken):
            continue
        likeness = fuzz.ratio(letters, wanted)
        if likeness >= _ALIKE and (best is None or likeness > best[0]):
            best = likeness, start, printed
    return best[1:] if best else None


def _of_author(author: ExpectedAuthor, stand: _Stand, place: Place) -> Iterator[PaperFinding]:
    """What is wrong with the name of one author."""
    advice = "print the name as it was registered, or tell us how it is written"
    if not stand.is_there:
        message = f"the author {author.name} is not printed"
        advice = "print all authors who were registered, or tell us who they are"
        yield PaperFinding("paper-authors", f"{author.name} missing", message, advice, (1,), place)
    elif stand.printed:
        message = f"an author is printed as “{stand.printed}”"
        brief, wanted = f"{author.name}: {stand.brief}", f"“{author.name}”"
        yield PaperFinding("paper-author-name", brief, message, advice, (1,), place, wanted)


def _order(authors: Sequence[ExpectedAuthor], stands: Sequence[_Stand]) -> list[PaperFinding]:
    """Whether the authors stand in another order, in whichever way the page is read."""
    orders = []
    for view in range(len(stands[0].places)):
        places = [(stand.places[view], number) for number, stand in enumerate(stands)]
        known = [(place, number) for place, number in places if place is not None]
        order = [number for _, number in sorted(known)]
        if order == sorted(order) and len(order) == len(stands):
            return []
        orders.append(order)
    full = [order for order in orders if len(order) > 1]
    if not full or any(order == sorted(order) for order in full):
        return []
    printed = ", ".join(authors[number].name for number in full[0])
    wanted = ", ".join(authors[number].name for number in sorted(full[0]))
    message = f"the authors are printed in this order: {printed}"
    advice = "print the authors in the order that was registered, or tell us the new one"
    moved = next(
        number for number, other in zip(sorted(full[0]), full[0], strict=True) if number != other
    )
    place = ("authors", moved)
    code = "paper-author-order"
    return [PaperFinding(code, "order of authors", message, advice, (1,), place, wanted)]


def _others(
    top: PaperTop, block: _NameBlock, expected: ExpectedPaper, stands: Sequence[_Stand]
) -> Iterator[PaperFinding]:
    """Names in the author block that the data do not have."""
    starts = [stand.places[0] for stand in stands]
    if any(start is None for start in starts):
        return  # whoever reads the block otherwise cannot say which letters are those of names
    known = [
        (start, stand.printed or author.name)
        for start, stand, author in zip(starts, stands, expected.authors, strict=True)
        if start is not None
    ]
    for name in names_beside(top, (block.start, block.end), known, expected):
        longer = _longer_form(name, expected.authors, stands)
        if longer is not None:
            number, author, stand = longer
            if not stand.printed:
                form = replace(stand, printed=name, brief="longer name")
                yield from _of_author(author, form, ("authors", number))
            continue
        message = f"“{name}” is printed as an author, and was not registered"
        advice = "print only the authors who were registered, or tell us who was added"
        place = ("authors",)
        yield PaperFinding("paper-authors", f"{name} is new", message, advice, (1,), place)


def _longer_form(
    name: str, authors: Sequence[ExpectedAuthor], stands: Sequence[_Stand]
) -> tuple[int, ExpectedAuthor, _Stand] | None:
    """The author of whose name a printed one is another form, with more words before or behind."""
    letters, keys = plain(name), keys_of_name(name)
    for number, (author, stand) in enumerate(zip(authors, stands, strict=True)):
        known = plain(stand.printed or author.name)
        is_longer = letters.startswith(known) or letters.endswith(known)
        if is_longer or keys & keys_of_name(author.name):
            return number, author, stand
    return None


def _on_one_line(text: str) -> str:
    """A name as a message shows it; accents that stand apart from their letters are left out."""
    attached = re.sub(r"\s+[\u0300-\u036f]+\s?", "", text)  # `J ¨ org`, in parts
    composed = unicodedata.normalize("NFC", attached)
    bare = "".join(sign for sign in composed if sign not in DETACHED)
    return " ".join(bare.split()).strip(" ,;:*†‡§¶")
