"""Finds the papers of the data that a source of all papers has no more, or under another title."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence

from proposal.diagnostics import Diagnostic, warning
from proposal.importers.draft import Record
from proposal.model.affiliated import name_and_affiliation
from proposal.model.name_comparison import keys_of_name, words
from proposal.model.paper import PaperRecord

_ALIKE = 0.75
"""How alike two titles are, of 1, that one of them is likely a correction of the other."""


def papers_not_in_source(
    known: Sequence[PaperRecord], listed: Sequence[Record]
) -> Iterator[Diagnostic]:
    """What to say of papers in the data that a source of all papers does not list.

    Args:
        known: the papers in the data.
        listed: the source's papers, of which those that the data have carry their ids.
    """
    ids = {str(record["id"]) for record in listed}
    own = {str(paper.id) for paper in known}
    new = [record for record in listed if str(record["id"]) not in own]
    for paper in known:
        if str(paper.id) in ids:
            continue
        span = paper.place("title")
        likely = [found for record in new if (found := _sameness(paper, record)) is not None]
        if not likely:
            message = (
                f"`{paper.id}` is no longer in the source, or not accepted any more, and stays in "
                "papers.yaml"
            )
            hint = "if the paper was withdrawn, delete it there and in program.yaml"
            yield warning("withdrawn-paper", message, span, hint)
            continue
        titles = " or ".join(dict.fromkeys(f"“{title}”" for title, _ in likely))
        message = (
            f"`{paper.id}` is not in the source; {likely[0][1]} of {titles}, which "
            f"{'is' if len(likely) == 1 else 'are'} new: renamed?"
        )
        hint = f"if it is one paper, give `{paper.id}` the new title and delete the new entry"
        yield warning("renamed-paper", message, span, hint)


def _sameness(paper: PaperRecord, record: Record) -> tuple[str, str] | None:
    """The title of a new paper and why it may be a known one under another title."""
    title = str(record["title"])
    address = record.get("pdf")
    if address and address == paper.pdf:
        return title, "its address is that"
    authors = record.get("authors")
    named = authors if isinstance(authors, Sequence) and not isinstance(authors, str) else []
    names = [_name(author) for author in named]
    known = [author.name or str(author.person).replace("-", " ") for author in paper.authors]
    if len(names) == len(known) and all(
        any(keys_of_name(name) & keys_of_name(other) for other in known) for name in names
    ):
        return title, "its authors are those"
    one, other = " ".join(words(paper.title)), " ".join(words(title))
    is_alike = difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE
    return (title, "its title is nearly that") if is_alike else None


def _name(author: object) -> str:
    if isinstance(author, Mapping):
        return str(author.get("name") or str(author.get("person", "")).replace("-", " "))
    return name_and_affiliation(str(author))[0]
