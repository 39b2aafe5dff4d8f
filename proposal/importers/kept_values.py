"""Keeps what organizers have changed in their papers, where a list of papers is imported again.

Nobody can see whether a value was changed in the data or in the source. So those of the data stay,
and each is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from proposal.diagnostics import Diagnostic, Span, listing, shortened, warning
from proposal.importers.draft import AUTHORS_UNKNOWN, Incomplete, Record, Value
from proposal.importers.text_equality import as_read, says_the_same
from proposal.model.affiliated import name_and_affiliation
from proposal.model.name_comparison import may_be_same, words
from proposal.model.records.paper import AuthorRecord, PaperRecord

REPLACE = "--replace"
"""The option with which the source's values take the place of the data's."""
_HINT = f"to have all values as in the source, add `{REPLACE}` to the command"
_COMPARED_ELSEWHERE = {"id", "number", "title", "authors"}
_LONGEST_SHOWN = 40


def keep_values(known: Sequence[PaperRecord], listed: Sequence[Record]) -> Iterator[Diagnostic]:
    """Take out of a source's papers what the data say otherwise, and say so.

    Args:
        known: the papers in the data.
        listed: the source's papers, of which those that the data have carry their ids.
    """
    by_id = {str(paper.id): paper for paper in known}
    for record in listed:
        if (paper := by_id.get(str(record["id"]))) is not None:
            yield from _kept_details(paper, record)
            yield from _kept_authors(paper, record)


def _kept_details(paper: PaperRecord, record: Record) -> Iterator[Diagnostic]:
    """What a paper keeps of all but its authors."""
    for key in [key for key in record if key not in _COMPARED_ELSEWHERE]:
        here, there = getattr(paper, key), record[key]
        if here and key == "doi" and _differs_in_case(here, there):
            del record[key]
        elif here and not _are_same(here, there):
            del record[key]
            yield _kept(paper, f"`{key}`", _shown(here), _shown(there), paper.place(key))


def _kept_authors(paper: PaperRecord, record: Record) -> Iterator[Diagnostic]:
    """What a paper keeps of its authors: all of them, or what is said of one."""
    authors = record.get("authors")
    if not isinstance(authors, list) or isinstance(authors, Incomplete) or _names_nobody(paper):
        return
    names = [_name_of_wanted(author) for author in authors]
    if AUTHORS_UNKNOWN in names:
        return
    places = _places_of(paper.authors, names)
    if places != list(range(len(names))):
        del record["authors"]
        yield _other_authors(paper, names, places)
        return
    yield from _kept_roles(paper, authors, names)
    for place, author in enumerate(paper.authors):
        wanted = authors[place]
        if isinstance(wanted, dict) and author.person is None:
            authors[place], kept = _with_known(author, wanted)
            for key, here, there in kept:
                at = paper.place("authors", place, key)
                yield _kept(paper, f"`{key}` of {names[place]}", here, there, at)


def _kept_roles(
    paper: PaperRecord, authors: Sequence[Value], names: Sequence[str]
) -> Iterator[Diagnostic]:
    """Who gets the mail of a paper, if the data name others than a source does."""
    for role in _ROLES:
        here = [bool(getattr(author, role)) for author in paper.authors]
        there = [isinstance(author, Mapping) and author.get(role) is True for author in authors]
        if here != there and any(here) and any(there):
            for author in authors:
                if isinstance(author, dict):
                    author.pop(role, None)
            first, second = (
                listing([name for name, has_role in zip(names, said, strict=True) if has_role])
                for said in (here, there)
            )
            yield _kept(paper, f"`{role}`", first, second, paper.place("authors"))


_ROLES = ("corresponding",)
"""What one of the authors is; several may present a paper, and a table may name one more."""


def give_roles(known: Sequence[PaperRecord], listed: Sequence[Record]) -> None:
    """Let nobody get the mail of a paper whom a source lists without that, beside others.

    Args:
        known: the papers in the data.
        listed: the source's papers, of which those that the data have carry their ids.
    """
    by_id = {str(paper.id): paper for paper in known}
    for record in listed:
        paper, authors = by_id.get(str(record["id"])), record.get("authors")
        if paper is None or not isinstance(authors, list):
            continue
        names = [_name_of_wanted(author) for author in authors]
        for author, place in zip(paper.authors, _places_of(paper.authors, names), strict=True):
            for role in _ROLES:
                has_other = any(isinstance(one, Mapping) and one.get(role) for one in authors)
                if place is not None and getattr(author, role) and has_other:
                    authors[place] = _with_role(authors[place], role)


def _with_role(author: Value, role: str) -> Value:
    """An author of a source who has a role only if the source says so."""
    if isinstance(author, Mapping):
        return {role: False, **author}
    name, affiliation = name_and_affiliation(str(author))
    return {"name": name, **({"affiliation": affiliation} if affiliation else {}), role: False}


def _names_nobody(paper: PaperRecord) -> bool:
    """Whether something only stands in for the authors of a paper in the data."""
    return [author.name for author in paper.authors] == [AUTHORS_UNKNOWN]


def _places_of(known: Sequence[AuthorRecord], names: Sequence[str]) -> list[int | None]:
    """Where a source has each of the authors in the data."""
    found: list[int | None] = []
    for author in known:
        name = author.name or str(author.person).replace("-", " ")
        free = [
            place
            for place, other in enumerate(names)
            if place not in found and may_be_same(name, other)
        ]
        found.append(free[0] if free else None)
    return found


def _other_authors(
    paper: PaperRecord, names: Sequence[str], places: Sequence[int | None]
) -> Diagnostic:
    """What to say of a paper whose authors are others in the source, or in another order."""
    here = [_name_of(author) for author in paper.authors]
    only_here = [name for name, place in zip(here, places, strict=True) if place is None]
    only_there = [name for place, name in enumerate(names) if place not in places]
    parts = [f"{listing(only_here)} only here"] if only_here else []
    parts += [f"{listing(only_there)} only in the source"] if only_there else []
    parts = parts or ["it has them in another order"]
    message = f"`{paper.id}`: the authors here stay, though the source differs: {', '.join(parts)}"
    return warning("kept-value", message, paper.place("authors"), _HINT)


def _with_known(
    author: AuthorRecord, wanted: Mapping[str, Value]
) -> tuple[Record, list[tuple[str, str, str]]]:
    """What is wanted of an author without what the data say otherwise, and that."""
    known = {key: getattr(author, key) for key in author.model_fields_set - {"name"}}
    here, there = _institutions(known), _institutions(wanted)
    both: dict[str, tuple[object, object]] = (
        {"affiliation": (here, there)} if here and there else {}
    )
    both |= {key: (known[key], wanted[key]) for key in wanted if key in known.keys() - _PLACES}
    same = {key for key in both if key == "email" and _differs_in_case(*both[key])}
    other = {key: pair for key, pair in both.items() if key not in same and not _are_same(*pair)}
    left_out = same | other.keys() | (_PLACES if here else set())
    kept = [(key, _shown(one), _shown(two)) for key, (one, two) in other.items()]
    return {key: value for key, value in wanted.items() if key not in left_out}, kept


_PLACES = {"affiliation", "affiliations"}


def _institutions(participant: Mapping[str, object]) -> list[str]:
    """Where somebody works, be it one institution or several."""
    several = participant.get("affiliations")
    listed = several if isinstance(several, list) else [participant.get("affiliation")]
    return [str(one) for one in listed if one]


def _name_of(author: AuthorRecord) -> str:
    return str(author.name or author.person)


def _name_of_wanted(author: Value) -> str:
    if isinstance(author, Mapping):
        return str(author.get("name") or str(author.get("person", "")).replace("-", " "))
    return name_and_affiliation(str(author))[0]


def _differs_in_case(here: object, there: object) -> bool:
    """Whether two DOIs or addresses differ in nothing but capitals, which mean nothing there."""
    return str(here).casefold() == str(there).casefold()


def _are_same(here: object, there: object) -> bool:
    """Whether two values say the same, as far as a reader can tell."""
    if isinstance(here, list) and isinstance(there, list):
        return [words(str(one)) for one in here] == [words(str(one)) for one in there]
    if isinstance(here, bool) or isinstance(there, bool):
        return here == there
    return says_the_same(str(here), str(there)) or as_read(str(here)) == as_read(str(there))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _kept(paper: PaperRecord, what: str, here: str, there: str, at: Span | None) -> Diagnostic:
    """What to say of a value that stays, from the word on in which the source's is another."""
    one, other = here.split(), there.split()
    pairs = zip(one, other, strict=False)
    same = next(
        (place for place, (word, second) in enumerate(pairs) if word != second),
        min(len(one), len(other)),
    )
    begin = max(same - 2, 0) if max(len(here), len(there)) > _LONGEST_SHOWN else 0
    first, second = (
        shortened(("… " if begin else "") + " ".join(text[begin:]), _LONGEST_SHOWN)
        for text in (one, other)
    )
    message = f"`{paper.id}`: {what} here stays, “{first}”; the source has “{second}”"
    return warning("kept-value", message, at, _HINT)
