"""Collects the people of a site: organizers, speakers, committees, with what each one does."""

from __future__ import annotations

import re

from msgspec import Struct, field

from proposal.diagnostics import counted, listing
from proposal.importers.draft import DraftPerson, Record, SourceDiagnostics
from proposal.importers.jekyll.people_collection import JekyllPeople
from proposal.importers.markdown_text import statement_of
from proposal.importers.site.affiliation_lines import WrittenPost, read_affiliation
from proposal.importers.site.labelled_groups import labelled_group
from proposal.importers.site.line_starts import line_start
from proposal.importers.site.material_links import note_materials
from proposal.importers.site.name_likeness import is_institution, is_sentence_like, person_name
from proposal.importers.site.named_person import NamedPerson
from proposal.importers.site.paper_lines import read_authors_line
from proposal.importers.site.person_lines import read_people
from proposal.importers.site.section_kinds import PEOPLE, Topic
from proposal.importers.site.section_topics import names_contest, topic_in_path, topic_of
from proposal.importers.site.site_lines import SiteLine
from proposal.importers.site.titles_before_people import title_before_people
from proposal.importers.site.topic_passages import TopicPassage
from proposal.importers.values import checked
from proposal.model.material_kinds import TALK_MATERIALS
from proposal.model.name_comparison import same_name, words
from proposal.reading.names import read_name
from proposal.reading.roles import part_in_organizing

_SHORTEST_TITLE = 4
"""The fewest words of a line below a speaker's name that is the title of the talk."""


_FEWEST_LISTED = 3
"""So many people with institutions make a list one of people."""


class SitePeople(Struct):
    """The people of an edition."""

    people: JekyllPeople
    passages: list[TopicPassage]
    address: str
    """Where the site stands on the web."""
    organizers: list[DraftPerson] = field(default_factory=list)
    parts: dict[DraftPerson, str] = field(default_factory=dict)
    """The parts in organizing."""
    speakers: list[Record] = field(default_factory=list)
    committee: list[Record] = field(default_factory=list)
    chairs: list[NamedPerson] = field(default_factory=list)
    """Members of committees who chair the workshop: they organize it, where nobody else does."""
    committees: dict[str, list[Record]] = field(default_factory=dict)
    """The members of committees beside the program committee, by the committees' names."""

    @property
    def diagnostics(self) -> SourceDiagnostics:
        """What was not understood so far."""
        return self.people.diagnostics

    def read(self) -> None:
        """Read organizers, speakers and committees, each passage with those below it."""
        groups = self.groups()
        understood: set[Topic] = set()
        for topic, title, passages in groups:
            if self.group(topic, title, passages, groups):
                understood.add(topic)
        for topic, title, passages in groups:
            if topic not in understood and not any(_says_anything(one) for one in passages):
                self.say_empty(title, passages[0])
        for found in self.passages:
            if found.topic not in PEOPLE:
                self.labelled_speakers(found)
        for found in self.passages if not self.organizers else ():
            self.named_in_sentence(found)
        for named in self.chairs if not self.organizers else ():
            self.note(Topic.ORGANIZERS, "", named)
        for found in self.passages:
            if found.topic is None:
                self.say_people(found)
        self.say_tutorials()

    def say_tutorials(self) -> None:
        """Say who gives tutorials, since where their titles end is not told for sure."""
        for found in self.passages:
            below = next((one for one in found.passage.path if _TUTORIALS.fullmatch(one)), "")
            if not below or found.topic in PEOPLE:
                continue
            named = next(
                filter(None, (_person_beside(one.text) for one in found.passage.lines)), ""
            )
            if named:
                about = found.passage.title if found.passage.title != below else below
                message = f"who gives what below “{about[:60]}” is not read, such as {named}"
                hint = "add them to `speakers`, with `role: tutorial` and `title`"
                self.diagnostics.warn("not-understood", message, found.passage.span, hint)

    def group(
        self,
        topic: Topic,
        title: str,
        passages: list[TopicPassage],
        groups: list[tuple[Topic, str, list[TopicPassage]]],
    ) -> bool:
        """Read the passages about people under one heading; whether anybody is understood."""
        if topic is Topic.ORGANIZERS and self.is_of_contest(passages[0], groups):
            self.say_contest(title, passages[0])
            return False
        lines: list[SiteLine] = []
        for found in passages:
            if topic is Topic.PANELISTS and _MODERATORS.fullmatch(found.passage.title):
                for moderator in read_people(found.passage.lines).people:
                    moderator.label = moderator.label or "moderator"
                    self.note(topic, title, moderator)
                continue
            heading = found.passage.heading if found.is_inner else None
            if heading is not None and not (topic is Topic.SPEAKERS and self.is_of_several(found)):
                lines.append(heading)
            for line in found.passage.lines:
                if (own := labelled_group(line)) is None or topic is own.topic is Topic.COMMITTEE:
                    lines.append(line)
                    continue
                for person in own.people:
                    self.note(own.topic, own.title, person)
        people = read_people(lines)
        if not people.people or people.unread:
            self.not_found(topic, title, people.unread if people.people else lines)
        others = [one for one in people.people if one.affiliation is not None]
        have_only_places = bool(others) and not any(one.title or one.unread for one in others)
        for person in people.people:
            if have_only_places and person.affiliation is None:
                self.say_may_be_place(person)
            self.note(topic, _with_outer(title, passages[0]), person)
        return bool(people.people)

    def is_of_several(self, found: TopicPassage) -> bool:
        """Whether a heading stands above several speakers, and is the title of none; say so."""
        title = found.passage.title
        if person_name(title) or len(title.split()) < _SHORTEST_TITLE:
            return False
        people = read_people(found.passage.lines).people
        if len(people) > 1:
            names = listing([one.name for one in people])
            message = f"“{title[:70]}” stands above {names}, and is taken for the title of no talk"
            hint = "if it is one, write it as `title` of those who give it"
            self.diagnostics.warn("to-confirm", message, found.passage.span, hint)
        return len(people) > 1

    def say_may_be_place(self, named: NamedPerson) -> None:
        """Say what stands below a name where others have their institutions, and is no title."""
        if len(named.unread) == 1 and not is_sentence_like(named.unread[0]):
            self.say_unread(named)
            named.unread.clear()

    def named_in_sentence(self, found: TopicPassage) -> None:
        """The organizers whom a sentence names, where no list does."""
        if found.topic in {Topic.EARLIER, Topic.NEWS, Topic.SPONSORS} or _names_contest(found):
            return
        for line in found.passage.lines:
            is_of_other = _OF_OTHER_EVENT.search(line.text)
            match = None if is_of_other else _ORGANIZED_BY.search(line.text)
            for one in read_authors_line(match["names"]) if match is not None else []:
                named = NamedPerson(one.name, line.span, affiliation=_post_of(one.affiliation))
                self.note(Topic.ORGANIZERS, "", named)

    def is_of_contest(
        self, found: TopicPassage, groups: list[tuple[Topic, str, list[TopicPassage]]]
    ) -> bool:
        """Whether organizers are those of a shared task or the like beside the workshop's own."""
        return _names_contest(found) and any(
            topic is Topic.ORGANIZERS and not _names_contest(others[0])
            for topic, _, others in groups
        )

    def say_contest(self, title: str, found: TopicPassage) -> None:
        """Say that the organizers of a shared task are left out."""
        page = found.page.title or title
        message = f"the people below “{title}” on “{page[:60]}” organize that, and are left out"
        hint = "add them to `organizers` if they organize the workshop, or to `committees`"
        self.diagnostics.warn("not-understood", message, found.passage.span, hint)

    def groups(self) -> list[tuple[Topic, str, list[TopicPassage]]]:
        """The passages about people that stand under one heading, together."""
        groups: list[tuple[Topic, str, list[TopicPassage]]] = []
        for found in self.passages:
            if found.topic not in PEOPLE or found.topic is None:
                continue
            _, index = topic_in_path(found.passage.path)
            title = found.passage.path[index] if index >= 0 else found.page.title
            if (
                groups
                and groups[-1][0] is found.topic
                and groups[-1][1] == title
                and groups[-1][2][-1].page is found.page
            ):
                groups[-1][2].append(found)
            else:
                groups.append((found.topic, title, [found]))
        return groups

    def say_people(self, found: TopicPassage) -> None:
        """Say that a list names people below a heading that does not say what they do."""
        items = [line for line in found.passage.lines if line.item and line.position == 0]
        starts = [start for line in items if (start := line_start(line.text)) is not None]
        placed = [start for start in starts if is_institution(start.rest.strip("()").split(",")[0])]
        if len(placed) < _FEWEST_LISTED or len(placed) * 2 < len(items):
            return
        title = found.passage.title or found.page.title
        message = f"what the {len(starts)} people below “{title[:60]}” do is not understood"
        hint = "add them to `organizers`, `committee` or `committees`"
        self.diagnostics.warn("not-understood", message, items[0].span, hint)

    def say_empty(self, title: str, found: TopicPassage) -> None:
        """Say that nothing stands below a heading, as where a script fills a page in a browser."""
        message = f"nobody stands below “{title[:60]}” in this page; a script may show people there"
        hint = "save the page in a browser, and import that; or type these people into the data"
        self.diagnostics.warn("not-understood", message, found.passage.span, hint)

    def not_found(self, topic: Topic, title: str, lines: list[SiteLine]) -> None:
        """Say that nobody is understood below a heading."""
        said = [line for line in lines if line.text]
        if not said:
            return
        count = counted(len(said), "line")
        message = f"nobody is understood in {count} of “{title or topic.value}”"
        self.diagnostics.warn(
            "not-understood", message, said[0].span, "type these people into the data"
        )

    def note(self, topic: Topic, title: str, named: NamedPerson) -> None:
        """Add a person of a passage to those who do the same."""
        if topic in {Topic.COMMITTEE, Topic.OTHER_COMMITTEE}:
            self.note_member(topic, title, named)
            return
        person = self.person(named)
        if person is None:
            return
        if topic is Topic.ORGANIZERS:
            if person not in self.organizers:
                self.organizers.append(person)
            if part := named.role or part_in_organizing(title):
                self.parts.setdefault(person, part)
            self.say_unread(named)
            return
        self.note_speaker(person, topic, title, named)

    def say_unread(self, named: NamedPerson) -> None:
        """Say what stands below a name and is not understood."""
        for text in named.unread:
            message = f"“{text[:70]}”, which stands beside {named.name}, is not understood"
            self.diagnostics.warn(
                "not-understood", message, named.span, "type it into the data where it belongs"
            )

    def note_speaker(
        self, person: DraftPerson, topic: Topic, title: str, named: NamedPerson
    ) -> None:
        """Add a speaker with the talk, once for each kind of part in the programme."""
        role = _role_of_talk(f"{title} {named.label}")
        if topic is Topic.PANELISTS:
            role = (
                "moderator"
                if re.search(r"moderator|chair|host", named.label, re.IGNORECASE)
                else "panelist"
            )
        known = next(
            (
                one
                for one in self.speakers
                if one["person"] is person
                and (one["role"] == role or (role in _TALKS and one["role"] in _TALKS))
            ),
            None,
        )
        record: Record = known or {"person": person, "role": role}
        if role == "keynote" and known is not None and known["role"] == "talk":
            known["role"] = "keynote"
        if not named.title and role in _WITH_TITLE:
            named.title = _title_among(named.unread)
        if _names(named.title, person.name):
            named.title = ""  # `Plenary Speaker - Prof. Ann Author`
        if named.title and "title" not in record and role in _WITH_TITLE:
            record["title"] = named.title.rstrip(" ,;")
        if named.abstract and "abstract" not in record and role in _WITH_TITLE:
            record["abstract"] = named.abstract
        self.say_unread(named)
        materials = {kind: at for kind, at in named.materials.items() if kind in TALK_MATERIALS}
        note_materials(
            record, materials, TALK_MATERIALS, self.address, self.diagnostics, named.span
        )
        record.setdefault("status", "invited" if named.is_unsure else "confirmed")
        if known is None:
            self.speakers.append(record)

    def person(self, named: NamedPerson) -> DraftPerson | None:
        """The person with all that is said of them."""
        person = self.misspelt(named) or self.people.add(named.name, named.span)
        if person is None:
            return None
        if named.affiliation is not None:
            if not person.affiliations:
                posts = [named.affiliation, *named.more_affiliations]
                person.affiliations = [post.record for post in posts]
            self.people.affiliations.setdefault(person, []).append(
                (named.affiliation.institution, named.span)
            )
        person.pronouns = person.pronouns or named.pronouns or None
        if named.email and (email := checked("email", named.email).value):
            person.email = person.email or email
        if (
            named.homepage
            and (url := checked("url", named.homepage).value)
            and self.is_elsewhere(url)
        ):
            person.homepage = person.homepage or url
        if named.biography and not person.biography:
            text = "\n\n".join(named.biography)
            person.biography = statement_of(text)
        return person

    def misspelt(self, named: NamedPerson) -> DraftPerson | None:
        """Somebody of the same institution whose name differs by one letter."""
        name, where = _bare_name(named.name), named.affiliation
        if where is None or self.people.find(name) is not None:
            return None
        for person in self.people.everybody:
            works_there = any(
                post.get("institution") == where.institution for post in person.affiliations
            )
            if works_there and _differs_by_a_letter(person.name, name):
                place = self.people.places[person]
                message = f"“{name}” is “{person.name}” in {place.file.name}:{place.line}"
                self.diagnostics.warn(
                    "two-spellings", message, named.span, "that one is taken; look which is right"
                )
                return person
        return None

    def is_elsewhere(self, url: str) -> bool:
        """Whether an address leads out of the site."""
        own = re.sub(r"^https?://(?:www\.)?", "", self.address).rstrip("/")
        return not own or own not in url

    def note_member(self, topic: Topic, title: str, named: NamedPerson) -> None:
        """Add a member to a committee; who has a file already is named by it."""
        self.say_unread(named)
        cleaned = self.people.cleaned(_bare_name(named.name), named.span)
        if cleaned is None:
            return
        member: Record
        person = self.people.find(cleaned)
        if person is not None:
            member = {"person": person}
        else:
            member = {"name": cleaned}
            if named.affiliation is not None and named.affiliation.line:
                posts = [named.affiliation, *named.more_affiliations]
                member["affiliation"] = "; ".join(post.line for post in posts)
        if _CHAIRS_ALL.search(named.role):
            self.chairs.append(named)
        elif named.role:
            message = f"that {cleaned} is “{named.role}” in “{_name_of(title)}” is left out"
            hint = "if it is a part in organizing, add them to `organizers` with `role`"
            self.diagnostics.warn("not-understood", message, named.span, hint)
        members = (
            self.committee
            if topic is Topic.COMMITTEE
            else self.committees.setdefault(_name_of(title), [])
        )
        if not any(_is_same_member(member, known) for known in members):
            members.append(member)

    def labelled_speakers(self, found: TopicPassage) -> None:
        """People whom a line outside of lists of people calls speakers."""
        if found.topic is Topic.SCHEDULE or any(map(_TUTORIALS.fullmatch, found.passage.path)):
            return
        for index, line in enumerate(found.passage.lines):
            match = re.match(
                r"^(?:keynote\s+|invited\s+)?speaker\s*:\s*\S", line.text, re.IGNORECASE
            )
            if match is None:
                continue
            lines = [line]
            for following in found.passage.lines[index + 1 :]:
                if re.match(
                    r"^(?:keynote\s+|invited\s+)?speaker\s*:", following.text, re.IGNORECASE
                ):
                    break
                lines.append(following)
            lines += self.below(found)
            for person in read_people(lines).people:
                if person.label:
                    self.note(Topic.SPEAKERS, "", person)

    def below(self, found: TopicPassage) -> list[SiteLine]:
        """The heading and the lines of the passage below one, which may be a talk's title."""
        passages = [one.passage for one in self.passages if one.page is found.page]
        place = next(
            (index for index, one in enumerate(passages) if one is found.passage), len(passages)
        )
        following = passages[place + 1 : place + 2]
        if not following or not re.match(r"title\s*:", following[0].title, re.IGNORECASE):
            return []
        heading = following[0].heading
        return [*([heading] if heading is not None else []), *following[0].lines]


_MODERATORS = re.compile(r"(?:panel\s+)?(?:moderators?|chairs?|hosts?)\W*", re.IGNORECASE)
"""The heading above who leads a panel: `Moderator`."""
_OF_OTHER_EVENT = re.compile(
    r"\b(?:previous|earlier|past|last\s+year|first\s+edition|shared\s+task|challenge|tutorial|social)\b",
    re.IGNORECASE,
)
"""Words of a sentence on the organizers of something else: `The organizers of the shared task`."""
_CHAIRS_ALL = re.compile(
    r"(?:general|program(?:me)?|workshop|organi[sz]ing)\s+(?:co-?)?chair", re.IGNORECASE
)
"""The part of somebody in a committee who organizes the workshop: `General Chair`."""
_ORGANIZED_BY = re.compile(
    r"(?:\borgani[sz]ed\s+by|\borgani[sz]ers?\s*(?:are|is|:|,))\s+(?P<names>[^.;:]{5,300}?)"
    r"(?=\s*(?:,?\s+(?:invites?|welcomes?|look|will|would|hope|thank)\b|[.;]|$))",
    re.IGNORECASE,
)
"""`The organizers, Ann Author and Bob Builder, invite you …`, `Organized by Ann Author.`"""


def _with_outer(title: str, found: TopicPassage) -> str:
    """The heading above people, with that above it if it only says that they speak: `Speakers`."""
    if not _ONLY_SPEAKERS.fullmatch(title.strip(" :")):
        return title
    outer = [one for one in found.passage.path[:-1] if topic_of(one) is Topic.SPEAKERS]
    return " ".join((*outer, title))


_ONLY_SPEAKERS = re.compile(
    r"(?:the\s+)?(?:speakers?|talks?|lecturers?|presenters?)", re.IGNORECASE
)
_TUTORIALS = re.compile(
    r"(?:(?:list\s+of|the|our|accepted|invited|confirmed|half-day|full-day|planned)\s+)*"
    r"(?:tutorials?|hands-on\s+sessions?|mini-?courses?|short\s+courses?|master\s?class(?:es)?)"
    r"(?:\s+(?:sessions?|program(?:me)?|day))?",
    re.IGNORECASE,
)
"""A heading above courses: `Accepted Tutorials`."""


def _person_beside(text: str) -> str:
    """Somebody whom a line on a course names: alone, with an institution, or behind a title."""
    if (found := title_before_people(text)) is not None:
        return found[1][0].name
    start = line_start(text)
    if start is not None and (start.label or is_institution(start.rest.strip("()").split(",")[0])):
        return start.name
    return next((one.name for one in read_authors_line(text)), "")


_TALKS, _WITH_TITLE = {"talk", "keynote"}, {"talk", "keynote", "tutorial"}


def _role_of_talk(heading: str) -> str:
    """The role of a speaker by the words above."""
    if re.search(r"keynote|plenary", heading, re.IGNORECASE):
        return "keynote"
    return "tutorial" if re.search(r"\btutorials?\b", heading, re.IGNORECASE) else "talk"


def _says_anything(found: TopicPassage) -> bool:
    """Whether a passage has lines, or a frame that is told elsewhere."""
    return bool(found.passage.text.strip()) or bool(found.passage.frames)


def _post_of(affiliation: str | None) -> WrittenPost | None:
    return read_affiliation(affiliation) if affiliation else None


def _names_contest(found: TopicPassage) -> bool:
    """Whether a page or a heading above a passage is of a shared task, and not of a workshop."""
    return names_contest((*found.passage.path, found.page.title))


def _title_among(unread: list[str]) -> str:
    """The title of a talk among the lines below a speaker's name: a single one of some words."""
    if len(unread) != 1 or len(unread[0].split()) < _SHORTEST_TITLE or _POST.match(unread[0]):
        return ""
    return unread.pop().strip('"“”«» ')


_POST = re.compile(
    r"(?:(?:senior|associate|assistant|principal|staff|chief|deputy|vice|executive|global|lead"
    r"|distinguished|co-?|full|research|software|product)[\s-]*)*"
    r"(?:head|director|manager|engineer|scientist|founder|president|officer|chair|dean|professor"
    r"|lecturer|researcher|fellow|student|candidate|partner|leader?|vp|ceo|cto)\b"
    r"(?:\s*(?:,|&|\band\b|\bof\b|\bat\b|\bfor\b|$))",
    re.IGNORECASE,
)
"""What somebody is, which is no title of a talk: `Head of Samples and Tests`."""


def _differs_by_a_letter(one: str, other: str) -> bool:
    first, second = one.casefold(), other.casefold()
    if len(first) != len(second) or first.split()[0] != second.split()[0]:
        return False
    return sum(a != b for a, b in zip(first, second, strict=True)) == 1


def _names(title: str, name: str) -> bool:
    """Whether a title has all words of a name, and so is what stands above its speaker."""
    return {*words(name)} <= {*words(title)}


def _bare_name(name: str) -> str:
    return read_name(name).text


def _name_of(title: str) -> str:
    return " ".join(title.split()).strip(" :") or "Committee"


def _is_same_member(one: Record, other: Record) -> bool:
    if "person" in one or "person" in other:
        return one.get("person") is other.get("person")
    return same_name(str(one["name"]), str(other["name"]))
