"""Finds people with two affiliations, and institutions with two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely, wrong
from proposal.audit.with_each_other.stated.statements import PageContent, StatedPost
from proposal.audit.with_each_other.text_similarity import tidy
from proposal.model.name_comparison import keys_of_name, plain_words, same_name
from proposal.reading.institutions import institution_key, names_more, same_institution

_MOST_POSTS = 10
"""Different affiliations of one person that are compared with each other."""

_HINT = "choose one spelling, the institution's own"
_KINDS = re.compile(
    r"\b(?:universit\w+|institut\w*|college|school|academy|labs?|laborator\w+)\b", re.IGNORECASE
)
"""`Universität`, `Institute`, `Lab`"""


def affiliations(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """One person's institution in two spellings, or two institutions."""
    people: dict[str, list[StatedPost]] = {}
    for post in (stated for content in edition for stated in content.posts if stated.name):
        keys = keys_of_name(post.name)
        own = next((people[key] for key in keys if key in people), [])
        for key in keys:
            people.setdefault(key, own)
        if any(tidy(post.institution) == tidy(other.institution) for other in own):
            continue
        conflict = next((found for other in own if (found := _compared(post, other))), None)
        if conflict is not None:
            yield conflict
        if len(own) < _MOST_POSTS:
            own.append(post)


def _compared(post: StatedPost, other: StatedPost) -> Conflict | None:
    one, two = post.institution, other.institution
    if tidy(one) == tidy(two) or _says_more(post, other) or _says_more(other, post):
        return None
    if _shares_acronym(one, two) or _shares_acronym(two, one):
        return None
    where = other.location.seen_from(post.location)
    if same_institution(one, two) or names_more(one, two) or names_more(two, one):
        message = f"{post.name}'s institution “{one}” is spelt “{two}” in {where}"
        return unlikely("institution-spelling", message, post.location, _HINT, other.location)
    message = f"{post.name} works at “{one}” here, and at “{two}” in {where}"
    hint = "write the present affiliation in both places"
    return wrong("affiliation-differs", message, post.location, hint, other.location)


_ACRONYM = re.compile(r"\b[A-Z][A-Z&]{2,6}\b")
"""`MIT`, `AT&T`"""


def _shares_acronym(one: str, other: str) -> bool:
    """Whether one names an institution of the other by its first letters: DCU, UNC.

    Among departments, cities and second institutions that only one of them names.
    """
    for part in _parts(other):
        capitals = "".join(
            word[0] for word in re.findall(r"[^\W\d_][\w-]*", part) if word[0].isupper()
        )
        if len(capitals) >= 3 and any(
            capitals.startswith(letters) for letters in _ACRONYM.findall(one)
        ):
            return _ACRONYM.fullmatch(one.strip()) is None
    return False


def _says_more(more: StatedPost, less: StatedPost) -> bool:
    """Whether one only adds a department, a city or a second institution, behind a comma.

    Or something in brackets at its end: how somebody attends, or an acronym.
    """
    if tidy(re.sub(r"\s*\([^()]*\)\s*$", "", more.institution)) == tidy(less.institution):
        return True
    parts = [set(map(institution_key, _parts(side.institution))) for side in (more, less)]
    if parts[1] < parts[0]:
        return True
    is_cut = not (more.is_whole and less.is_whole)
    return is_cut and tidy(more.institution).startswith(tidy(less.institution))


def _parts(institution: str) -> list[str]:
    # such as University A and University B
    return [part.strip() for part in re.split(r"[,;/]|\s(?:and|&)\s", institution) if part.strip()]


def institutions(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Institutions of several people, or in running text, that have two spellings."""
    usual = _usual_spellings(edition)
    seen: set[tuple[str, str]] = set()
    for content in edition:
        for post in content.posts:
            other = usual[institution_key(post.institution)]
            pair = (tidy(post.institution), tidy(other.institution))
            is_other = not same_name(post.name, other.name) or not post.name
            if len(set(pair)) == 2 and pair not in seen and is_other:
                seen.add(pair)
                where = other.location.seen_from(post.location)
                message = f"“{post.institution}” is spelt “{other.institution}” in {where}"
                yield unlikely(
                    "institution-spelling", message, post.location, _HINT, other.location
                )
    yield from _in_running_text(edition, list(usual.values()))


def _usual_spellings(edition: Sequence[PageContent]) -> dict[str, StatedPost]:
    """Each institution as it is spelt for most people, the first of several spellings."""
    posts: dict[str, list[StatedPost]] = {}
    people: dict[str, set[str]] = {}
    for post in (stated for content in edition for stated in content.posts):
        posts.setdefault(institution_key(post.institution), []).append(post)
        people.setdefault(tidy(post.institution), set()).add(post.name)
    return {
        key: max(listed, key=lambda post: len(people[tidy(post.institution)]))
        for key, listed in posts.items()
    }


def _in_running_text(edition: Sequence[PageContent], posts: list[StatedPost]) -> Iterator[Conflict]:
    """A comma more or less in a sentence than in the affiliation."""
    for post in posts:
        words = re.findall(r"[\w&’']+", post.institution)
        if len(words) < 3 or not _KINDS.search(post.institution):
            continue
        pattern = re.compile(r"\b" + r"[\s,–-]+".join(map(re.escape, words)) + r"\b")
        spellings = {tidy(stated.institution) for content in edition for stated in content.posts}
        for content in edition:
            for run in content.runs:
                matches = (match[0] for match in pattern.finditer(run.text))
                other = next(
                    (spelling for spelling in matches if tidy(spelling) not in spellings), None
                )
                if other is None:
                    continue
                location = content.find(other, run.location)
                where = post.location.seen_from(location)
                message = f"“{other}” is spelt “{post.institution}” in {where}"
                yield unlikely("institution-spelling", message, location, _HINT, post.location)
                break


_SAY_NOTHING = {"univ", "inst", "the", "rese", "labs", "and", "for"}
"""Beginnings of words that many institutions have."""

_PRESENT = re.compile(
    r"^(?:(?:Dr|Prof)\.?\s+)?(?:\S+\s+){1,4}?(?:is|works\s+as|serves\s+as)\s+(?:currently\s+)?(?:an?|the)\s+"
    r"[^.;]{3,90}?\s(?:at|with)\s+(?:the\s+)?(?P<place>[A-Z][^.;,]{1,60}?)(?=[.,;]|\s(?:where|and|in|since|on)\b|$)"
)
"""`Ada Lovelace is a professor at the University of Somewhere, where`"""


def outdated_biographies(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """A biography that begins with another post than the one that stands beside it."""
    for content in edition:
        for entry in content.people:
            own = [post for post in content.posts if post.name == entry.name]
            match = _PRESENT.match(" ".join((entry.bio or "").split()))
            if not own or match is None or entry.bio is None or entry.bio_location is None:
                continue
            bio = entry.bio.casefold()
            words = [word for post in own for word in plain_words(post.institution)]
            stems = {word[:4] for word in words if len(word) > 2} - _SAY_NOTHING
            if stems and not any(stem in bio for stem in stems):
                location = content.find(match["place"], entry.bio_location)
                where = own[0].location.seen_from(location)
                message = f"{entry.name}'s biography says “{match['place']}”"
                message += f", the affiliation “{own[0].institution}” ({where})"
                hint = "ask which of them is the present one"
                yield unlikely("affiliation-differs", message, location, hint, own[0].location)
