"""Compares people's names, affiliations and addresses with the data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct, field
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from proposal.audit.with_data.expected import (
    DIFFERENT,
    SPELLING,
    STALE,
    Case,
    Comparison,
    Statements,
    spellings_of,
)
from proposal.audit.with_data.search import Search
from proposal.check.facts.stated_fact import StatedFact
from proposal.edition.participants import Person
from proposal.model.affiliated import PRONOUNS
from proposal.reading.document_forms import DocumentForm
from proposal.reading.document_text import Stretch
from proposal.reading.institutions import same_institution
from proposal.reading.searchable_text import normalize

ALIKE = 84
"""From this likeness on (RapidFuzz's ratio of the letters) a name is a known one, misspelt."""

_LONG_NAME = 12
"""Letters of a name of which two may be wrong."""

_NEXT = 200
"""Letters behind a name in which it is said where somebody works."""

_LONGEST = 90
"""Letters of the words that say where somebody works."""

_INSTITUTION = re.compile(
    r"\b(?:universi\w+|institut\w+|college|school|labs?|laborator\w+|research|inc|corp|gmbh|ltd"
    r"|academy|polytechnic\w*|tech|hochschule|eth|cnrs|inria)\b",
    re.IGNORECASE,
)
"""`University of Somewhere`, `Analytical Labs`"""
_ROLE = re.compile(
    r"\b(?:chairs?|co-?chairs?|organi[sz]ers?|contact|keynote|speaker|panell?ist|moderator|remote"
    r"|professor|scientist|researcher|engineer|student|director|manager|lecturer|fellow|head"
    r"|homepage|e?mail|bio(?:graphy)?|abstract|talk|min(?:utes)?|photo|website|slides|video|paper"
    r"|best|award|dr|prof|phd|committee|session|title|add|author)\b",
    re.IGNORECASE,
)
"""Words that are part of no name: `General Chair`, `Senior Researcher`, `Slides`."""
_SENTENCE = re.compile(r"[.!?]\s+\S|\b(?:is|are|was|were|has|have|will|received|works|joined)\b")
"""`Ada is a professor`, `She left. Then`"""
_REFERENCES = re.compile(r"^\W*(?:\d+\s+)?REFERENCES\s*$", re.MULTILINE | re.IGNORECASE)
"""`7 REFERENCES`, alone in its line."""
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
"""`ada@example.org`"""


class _Known(Struct, frozen=True):
    """Somebody whom the edition names, with the facts of that."""

    person: Person
    name: StatedFact
    posts: tuple[StatedFact, ...]
    email: StatedFact | None


def compare_people(case: Case, search: Search) -> Statements:
    """Compare names, affiliations and addresses."""
    comparing = _PeopleComparison(case, search)
    known = list(_known(case))
    for person in known:
        comparing.places[person.name] = comparing.name(person.name)
    everybody = {place for places in comparing.places.values() for place in places}
    comparing.starts = sorted(start for start, _ in everybody)
    for person in known:
        comparing.posts(person)
        comparing.email(person)
    for author in case.of("papers."):
        if ".authors." in author.id:
            comparing.name(author)
    return comparing.found


def _known(case: Case) -> Iterator[_Known]:
    for fact in case.of("organizers.", "speakers.", "committee.", "committees."):
        owner, _, attribute = fact.id.rpartition(".")
        if attribute != "name":
            continue
        posts = tuple(case.of(f"{owner}.affiliation"))
        yield _Known(fact.fact.owners[-1], fact, posts, case.one(f"{owner}.email"))


class _PeopleComparison(Comparison):
    places: dict[StatedFact, list[Stretch]] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    """Where names begin."""

    @cached_property
    def end_of_text(self) -> int:
        """Where a PDF's list of references begins."""
        is_paged = self.document.form is DocumentForm.PDF
        found = list(_REFERENCES.finditer(self.document.text)) if is_paged else []
        return found[-1].start() if found else len(self.document.text)

    def name(self, fact: StatedFact) -> list[Stretch]:
        """Where a name stands, however it is written; tells other accents and slips."""
        exact = self.search.places(fact.value)
        for start, end in exact:
            written = self.document.text[start:end]
            if _is_words(written) and not self.is_same_spelling(fact.value, written):
                self.differs(fact, start, end, SPELLING)
        other = [
            place
            for spelling in spellings_of(fact.value)[1:]
            if len(normalize(spelling)) > 5
            for place in self.search.places(spelling)
        ]
        if exact or other:
            self.found.agreed.add(fact)
        for start, end in self.misspelt(fact.value):
            self.differs(fact, start, end, DIFFERENT)
        return exact

    def is_same_spelling(self, value: str, written: str) -> bool:
        """Whether a name has its accents; the marks of old PDF fonts stand beside the letters."""
        if self.document.form is DocumentForm.PDF and re.search("[´`¨ˇ˘¸˚˜ˆ¯˙]", written):
            return True
        return _accents(value) == _accents(written)

    def misspelt(self, name: str) -> Iterator[Stretch]:
        """Where a name stands with a letter that is wrong, and is nobody else's name."""
        wanted = [normalize(word) for word in re.findall(r"\w+", name)]
        if len(wanted) < 2 or len("".join(wanted)) < _shortest_name():
            return
        words, letters = self.search.words, "".join(wanted)
        reported: set[int] = set()
        for position, word in enumerate(wanted):
            if len(word) < 3:
                continue
            for number in self.search.numbers_of(word):
                first = number - position
                group = words[max(first, 0) : first + len(wanted)]
                if first < 0 or first in reported or len(group) < len(wanted):
                    continue
                joined = "".join(word.letters for word in group)
                text = self.document.text[group[0].start : group[-1].end]
                if letters in joined or joined in self.case.names or "\n" in text:
                    continue
                if group[0].start > self.end_of_text or any(
                    found.letters[:1] != own[:1] for found, own in zip(group, wanted, strict=True)
                ):
                    continue  # Peng Jiang is somebody else, and so are the authors of references
                if OSA.distance(joined, letters) > (1 if len(letters) < _LONG_NAME else 2):
                    continue  # Qian Zhang is nobody who is called Qi Zhang
                is_name = all(self.document.text[word.start].isupper() for word in group)
                if is_name and _is_words(text) and fuzz.ratio(joined, letters) >= ALIKE:
                    reported.add(first)
                    yield group[0].start, group[-1].end

    def posts(self, known: _Known) -> None:
        """Compare where somebody works with what stands behind the name."""
        for start, end in self.places[known.name]:
            said = self.candidate(start, end, [post.value for post in known.posts])
            if said is None:
                behind = self.behind(end)
                letters = normalize(behind)
                self.found.agreed.update(
                    post for post in known.posts if normalize(post.value) in letters
                )
                continue
            self.affiliation(known, *said)

    def behind(self, end: int) -> str:
        """What stands behind a name, up to the next one."""
        following = next((start for start in self.starts if start >= end), end + _NEXT)
        return self.document.text[end : min(following, end + _NEXT)]

    def affiliation(self, known: _Known, start: int, end: int) -> None:
        said = self.document.text[start:end]
        if PRONOUNS.fullmatch(f"({said.strip(' ()')})"):
            return
        letters = normalize(said)
        agreeing = [
            post
            for post in known.posts
            if normalize(post.value) in letters
            or any(same_institution(part, post.value) for part in _parts(said))
        ]
        self.found.agreed.update(agreeing)
        if agreeing or not known.posts:
            return
        former = self.former(known.person, said)
        post = known.posts[0]
        if former:
            self.differs(post, start, end, STALE, former)
        elif any(
            _is_shortened(part, known_post.value)
            for part in _parts(said)
            for known_post in known.posts
        ):
            self.differs(post, start, end, SPELLING)
        else:
            self.differs(post, start, end, DIFFERENT)

    def former(self, person: Person, said: str) -> str:
        """Why an institution may stand there: the person was at it once."""
        written = self.case.subject.folder.people.get(person.id)
        posts = written.affiliations if written else []
        current = {post.institution for post in person.affiliations}
        for index, post in enumerate(posts):
            if post.institution in current or not same_or_within(post.institution, said):
                continue
            until = posts[index + 1].since if index + 1 < len(posts) else None
            return f"which it was until {until:%B %Y}" if until else "which it was at another time"
        for other in self.case.others:
            for organizer in (*other.organizers, *other.speakers):
                institutions = [post.institution for post in organizer.person.affiliations]
                if organizer.person.id == person.id and any(
                    same_or_within(name, said) for name in institutions
                ):
                    return f"which it was in {other.year}"
        return ""

    def candidate(self, start: int, end: int, posts: Sequence[str]) -> Stretch | None:
        """The words by which a list says where somebody works, who may be at some posts."""
        text = self.document.text
        number = self.document.text_line_at(start)
        line = self.document.text_lines[number]
        rest = text[end : line[1]]
        # such as (University of Somewhere)
        behind = normalize(self.behind(end)[:_LONGEST])
        is_behind = any(normalize(post) in behind for post in posts)
        if bracket := re.match(r"[\s\"'|*]*[(\[]([^()\[\]]{2,90})[)\]]", rest):
            # where the post stands behind it, it may be a role: (local chair), Analytical Labs
            place = end + bracket.start(1), end + bracket.end(1)
            return self.judged(*place, is_listed=not is_behind)
        # such as , University of Somewhere
        comma = re.match(
            r"[\s\"']*(?:[,–—|@:-]|\bfrom\b|\bat\b)\s*([^;()\[\]]{2,90}?)(?:\s*\([^()]*\))?(?::\s.*)?$",
            rest,
        )
        if comma and not is_behind:
            return self.judged(end + comma.start(1), end + comma.end(1), is_listed=False)
        before = text[line[0] : start]
        # such as 2. Prof. Dr.
        if re.search(r"\w", rest) or not re.fullmatch(r"[\W\d]*(?:(?:Dr|Prof)\.?\W+)*", before):
            return None
        for first, last in self.document.text_lines[number + 1 : number + 4]:
            said = text[first:last]
            if normalize(said) == normalize(text[start:end]) or "@" in said or not normalize(said):
                continue
            if _POSITION_ONLY.fullmatch(said.strip(" \"'*_,")):
                continue
            return self.judged(first, last, is_listed=False)
        return None

    def judged(self, start: int, end: int, *, is_listed: bool) -> Stretch | None:
        """A stretch, if it says where somebody works; it is trimmed to that."""
        text = self.document.text
        while start < end and not (text[start].isalnum() or text[start] == "("):
            start += 1
        while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".)"):
            end -= 1
        said = text[start:end]
        letters = normalize(said)
        if (
            not letters
            or "@" in said
            or len(said) > _LONGEST
            or _SENTENCE.search(said)
            or re.search(r"\d", said)
        ):
            return None
        is_known = any(name in letters for name in self.case.institutions if len(name) > 2)
        names_somebody = any(name in letters for name in self.case.names)
        if names_somebody or (not is_known and _ROLE.search(said)):
            return None
        if is_known or _INSTITUTION.search(said) or is_listed:
            return start, end
        words = re.findall(r"[\w&.]+", said)
        in_capitals = all(word[0].isupper() for word in words)
        is_fact = any(letters in normalize(fact.value) for fact in self.case.facts)
        is_short = len(words) <= 3 and in_capitals and "|" not in said
        # One of these words may be Snap, a company, or Overview, the next heading.
        return (start, end) if is_short and not is_fact and self._is_shortened(said) else None

    def _is_shortened(self, said: str) -> bool:
        return any(_is_shortened(said, name) for name in self.case.institutions.values())

    def email(self, known: _Known) -> None:
        """Compare the address that stands behind somebody's name."""
        if known.email is None:
            return
        if self.search.has(known.email.value) or any(
            known.email.value.casefold() in link.address.casefold()
            for link in self.document.words.links
        ):
            self.found.agreed.add(known.email)
            return
        for _, end in self.places[known.name]:
            behind = self.behind(end)
            match = _EMAIL.search(behind)
            if match and match[0].casefold() in self.addresses_of_others():
                return
            if match:
                start = end + match.start()
                code, since = self.former_address(known, match[0])
                self.differs(known.email, start, end + match.end(), code, since)
                return

    def addresses_of_others(self) -> set[str]:
        """Addresses of papers' authors, and those that are written to: they stand behind lists."""
        edition = self.case.edition
        authors = [author for paper in edition.papers for author in paper.authors]
        people = [*authors, *edition.contacts]
        return {str(person.email).casefold() for person in people if person.email}

    def former_address(self, known: _Known, address: str) -> tuple[str, str]:
        written = self.case.subject.folder.people.get(known.person.id)
        posts = written.affiliations if written else []
        old = [post for post in posts if (post.email or "").casefold() == address.casefold()]
        return (STALE, f"which went with {old[0].institution}") if old else (DIFFERENT, "")


_POSITION_ONLY = re.compile(
    r"(?:(?:senior|principal|staff|applied|assistant|associate|research|lead|chief|full|phd|doctoral"
    r"|distinguished|software|machine|learning|general|workshop|program)\s+)*"
    r"(?:professor|scientist|researcher|engineer|student|director|manager|lecturer|fellow"
    r"|organi[sz]er|(?:co-?)?chair)",
    re.IGNORECASE,
)
"""`Senior Research Scientist`, `General Chair`"""


def _shortest_name() -> int:
    return len("meng li")


def same_or_within(institution: str, said: str) -> bool:
    """Whether words name an institution, alone or with a department or a place."""
    return normalize(institution) in normalize(said) or any(
        same_institution(part, institution) for part in _parts(said)
    )


def _parts(said: str) -> list[str]:
    """An affiliation as a whole, and its parts between commas and signs."""
    return [said, *(part.strip() for part in re.split(r"[,/|;&]", said) if part.strip())]


def _is_shortened(said: str, institution: str) -> bool:
    """Whether some words are a part of an institution's name, or the other way round."""
    one = {normalize(word) for word in re.findall(r"\w+", said)}
    other = {normalize(word) for word in re.findall(r"\w+", institution)}
    common = {"university", "of", "the", "institute", "school", "research", "ai", "lab", "labs"}
    return bool(one) and (one <= other or other <= one) and bool((one & other) - common)


def _accents(text: str) -> str:
    """The letters of a name with their accents, without case, spaces and signs."""
    composed = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in composed if letter.isalnum())


def _is_words(text: str) -> bool:
    """Whether a stretch is a name as people write it, not a part of an address."""
    return bool(re.fullmatch(r"[^\W\d_]+(?:[\s.'’‑-]+[^\W\d_]+)*\.?", text))
