"""Compares the author block of a PDF with the data: who is printed at which institution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from proposal.check.facts.comparison import Disagreement
from proposal.check.facts.inspection import ArtefactKind
from proposal.check.facts.stated_fact import StatedFact
from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.edition.participants import Person
from proposal.reading.searchable_text import SearchableText, normalize
from proposal.render.plain import plain_statement

_BEGINNING = 40
"""Letters of the abstract by which the end of the author block is found."""


class PrintedAuthor(Struct, frozen=True):
    """An author, and what stands under the name."""

    name: StatedFact
    below: tuple[StatedFact, ...]
    """The institutions and the address."""
    words: tuple[str, ...]
    """Everything that the block of this author may hold, normalized, the longest first."""


class AuthorBlock(Struct, frozen=True):
    """What stands between the title and the abstract of a PDF."""

    title: str
    """The words before it, normalized."""
    abstract: str
    """The first words behind it, normalized."""
    authors: tuple[PrintedAuthor, ...]


def author_block(edition: Edition, document: Document, facts: Sequence[StatedFact]) -> AuthorBlock:
    """The author block that a document must have; one of an anonymous document has no authors.

    Args:
        edition: the edition.
        document: one of its documents.
        facts: all facts of the edition.
    """
    artefact = ArtefactKind(f"{document.name}.pdf")
    stated = [fact for fact in facts if artefact in fact.shown_in]
    people = [organizer.person for organizer in edition.organizers]
    authors = (_author(person, stated) for person in people)
    abstract = plain_statement(edition.abstract)
    return AuthorBlock(
        normalize(document.subtitle or document.title),
        normalize(abstract)[:_BEGINNING],
        tuple(author for author in authors if author is not None),
    )


def misplaced(block: AuthorBlock, reading: SearchableText) -> Iterator[Disagreement]:
    """The institutions and addresses that stand under an author to whom they do not belong.

    A PDF may be read in more than one way, and its author block stands in each of them; what is
    right in one of them is right. What the PDF does not state at all is no matter of places.
    """
    found = [list(_misplaced(block, text)) for text in _blocks_in(reading.normalized, block)]
    for disagreement in found[0] if found else ():
        if all(disagreement in other for other in found[1:]):
            yield disagreement


def _author(person: Person, stated: Sequence[StatedFact]) -> PrintedAuthor | None:
    organizer = f"organizers.{person.id}"
    named = next((fact for fact in stated if fact.id == f"{organizer}.name"), None)
    if named is None:
        return None
    beginnings = (f"{organizer}.affiliations.", f"{organizer}.email")
    below = [fact for fact in stated if fact.id.startswith(beginnings)]
    words = [person.name, person.name_native, person.email]
    for post in person.affiliations:
        words += [post.department, post.institution, post.city, post.state, post.country]
    normalized = {normalize(word) for word in words if word} - {""}
    return PrintedAuthor(named, tuple(below), tuple(sorted(normalized, key=len, reverse=True)))


def _blocks_in(text: str, block: AuthorBlock) -> Iterator[str]:
    """What stands between the title and the abstract, each time that they are read."""
    end = text.find(block.abstract) if block.abstract else -1
    while end >= 0:
        start = text.rfind(block.title, 0, end)
        if start >= 0:
            yield text[start + len(block.title) : end]
        end = text.find(block.abstract, end + 1)


def _misplaced(block: AuthorBlock, text: str) -> Iterator[Disagreement]:
    """What stands under another author in a block, and what does not stand under its own."""
    blocks = _apart(block, text)
    if len(blocks) < len(block.authors):
        return  # a name that cannot be read here leaves open whose block begins where
    known = {normalize(fact.value): fact for author in block.authors for fact in author.below}
    elsewhere = set()
    for author, own in blocks:
        for fact in _foreign(own, author, known):
            elsewhere.add(fact.value)
            yield Disagreement(fact, None, under=author.name.value)
    for author, own in blocks:
        for fact in author.below:
            words = normalize(fact.value)
            if words not in own and words in text and fact.value not in elsewhere:
                yield Disagreement(fact, None, away_from=author.name.value)


def _apart(block: AuthorBlock, text: str) -> list[tuple[PrintedAuthor, str]]:
    """The stretch of a block that begins with each author's name, of those that are read."""
    starts: list[tuple[int, PrintedAuthor]] = []
    at = 0
    for author in block.authors:
        name = normalize(author.name.value)
        start = text.find(name, at)
        if start >= 0:
            starts.append((start, author))
            at = start + len(name)
    ends = [start for start, _ in starts[1:]] + [len(text)] if starts else []
    return [(author, text[start:end]) for (start, author), end in zip(starts, ends, strict=True)]


def _foreign(own: str, author: PrintedAuthor, known: Mapping[str, StatedFact]) -> list[StatedFact]:
    """What stands in the block of an author and belongs to others alone."""
    rest = own
    for word in author.words:
        rest = rest.replace(word, " ")
    return [fact for words, fact in known.items() if words in rest]
