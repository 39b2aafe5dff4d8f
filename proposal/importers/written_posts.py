"""Compares posts that are written in one cell or in several, and keeps the fuller one."""

from __future__ import annotations

from collections.abc import Sequence

from proposal.importers.draft import Record
from proposal.importers.written_affiliation import read_affiliation
from proposal.model.countries import country_code, country_of_letters
from proposal.model.name_comparison import plain_words, same_text
from proposal.reading.institutions import same_institution
from proposal.reading.lines import line_of

_PLACE = ("city", "state", "country")


def post_of_cell(text: str) -> Record:
    """The post in a cell: `Example College, Vienna, Austria` with city and country apart.

    What cannot be taken apart without losing a word stays the institution's name.
    """
    line = line_of(text)
    read = read_affiliation([line]) if "," in line else {}
    is_placed = not read.keys().isdisjoint(("state", "country"))
    words = plain_words(_with_country_named(line, str(read.get("country", ""))))
    is_whole = is_placed and sorted(_words(read)) == sorted(words)
    return read if is_whole else {"institution": line}


def _with_country_named(line: str, country: str) -> str:
    """A line with the name of the country whose letters it ends with: `Leuven, BEL`."""
    front, _, letters = line.rpartition(", ")
    code = country_of_letters(letters)
    return f"{front}, {country}" if code is not None and code == country_code(country) else line


def _words(post: Record) -> list[str]:
    return [word for value in post.values() for word in plain_words(str(value))]


def is_same_post(one: Record, other: Record) -> bool:
    """Whether two posts are at one institution, however much each says of it."""
    names = [str(_apart(post)["institution"]) for post in (one, other)]
    return same_institution(*names) or says_the_same(*names)


def says_the_same(one: str, other: str) -> bool:
    """Whether two institutions are one of which a name says more, as `Example College, Vienna`."""
    fronts = [name.partition(",")[0] for name in (one, other)]
    return same_text(one, other) or same_text(fronts[0], other) or same_text(one, fronts[1])


def _apart(post: Record) -> Record:
    """A post whose place stands apart from the institution's name."""
    return {**post_of_cell(str(post["institution"])), **_filled(post, ("department", *_PLACE))}


def _filled(post: Record, keys: Sequence[str]) -> Record:
    return {key: post[key] for key in keys if post.get(key)}


def fuller_post(known: Record, later: Record) -> Record:
    """A post as a later row tells it, with all that an earlier one told of the same institution.

    A place of another country is another place, of which nothing is mixed in.
    """
    before, behind = _apart(known), _apart(later)
    if _are_elsewhere(before, behind):
        return behind
    names = [str(post["institution"]) for post in (behind, before)]
    fullest = max(names, key=lambda name: (len(plain_words(name)), len(name)))
    post = {**before, **behind, "institution": fullest}
    return {**post, "institution": fullest.removesuffix(f", {post.get('city')}")}


def _are_elsewhere(one: Record, other: Record) -> bool:
    """Whether two posts surely are in two places."""
    countries = [str(post.get("country", "")) for post in (one, other)]
    codes = [country_code(country) or country for country in countries if country]
    cities = [str(post["city"]) for post in (one, other) if post.get("city")]
    is_another_city = len(cities) == 2 and not same_text(*cities)
    return (len(codes) == 2 and codes[0] != codes[1]) or is_another_city


def joined_posts(known: Sequence[Record], later: Sequence[Record]) -> list[Record]:
    """The posts of a later row, each with what an earlier row told of the same institution."""
    found = []
    for post in later:
        same = next((other for other in known if is_same_post(other, post)), None)
        found.append(post if same is None else fuller_post(same, post))
    return found or list(known)
