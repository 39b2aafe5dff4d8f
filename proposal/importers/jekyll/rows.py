"""Reads the rows of people in a page's front matter: speakers and organizers."""

from __future__ import annotations

import re

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.draft import DraftPerson, Record, SourceDiagnostics
from proposal.importers.found_links import note_link
from proposal.importers.jekyll.people_collection import JekyllPeople, placeholder
from proposal.importers.jekyll.prose_writer import statement
from proposal.importers.jekyll.site_files import JekyllSite
from proposal.importers.values import checked
from proposal.model.material_kinds import MATERIAL_KINDS
from proposal.model.name_comparison import identifier, same_name
from proposal.model.records.committee_record import other_committee
from proposal.model.records.person_links import kind_of_address, person_link_kind
from proposal.model.talk_roles import TALK_ROLES
from proposal.reading.names import read_name
from proposal.reading.page_tree import Element, PageLine, lines_of
from proposal.reading.placeholders import is_placeholder
from proposal.reading.roles import SPEAKING, part_in_organizing, role_of
from proposal.reading.source_document import SourceDocument, tree_of
from proposal.source.text import Text
from proposal.source.yaml import Node

_ROLES = SPEAKING | {"organizer"}
"""What the people of a row may do; the program committee has no row."""

_KNOWN_KEYS = {
    *("image_path", "alt", "title", "excerpt", "abstract", "bio", "spaces", "url", "btn_label"),
    *("btn_class", "image_caption"),
}
_LINK_LISTS = frozenset({"links", "social", "socials", "author_links", "urls"})
"""Keys of a row under which the pages of a person stand."""

_POSITION = re.compile(
    r"\b(professor|scientist|researcher|engineer|student|director|manager|lecturer|fellow|head)\b",
    re.IGNORECASE,
)
"""`Associate Professor`, `PhD student`"""


class PeopleRows(Struct):
    """Who is in the rows of a page."""

    speakers: list[Record] = field(default_factory=list)
    """Records of the edition's `speakers`."""
    organizers: list[DraftPerson] = field(default_factory=list)
    titles: dict[DraftPerson, tuple[str, Span]] = field(default_factory=dict)
    """The title of each one's talk, and where it stands."""
    parts: dict[DraftPerson, str] = field(default_factory=dict)
    """What organizers do."""
    committees: dict[str, list[DraftPerson]] = field(default_factory=dict)
    """The members of committees beside the program committee, by the committees' names."""

    def talk_of(self, person: DraftPerson, role: str = "") -> Record | None:
        """The talk that somebody gives, alone or with others, in a role if there is such a one."""
        own = [
            speaker
            for speaker in self.speakers
            if person in people_of(speaker) and speaker["role"] not in SEATS
        ]
        return next(
            (speaker for speaker in own if speaker["role"] == role), own[0] if own else None
        )

    def join(self, people: list[DraftPerson], speaker: Record) -> None:
        """Let several people give one talk, of which each may have an entry."""
        others = [self.talk_of(person) for person in people]
        for other in others:
            if other is not None and other is not speaker and _goes_with(other, speaker):
                self.speakers.remove(other)
        speaker["person"] = list(dict.fromkeys([*people_of(speaker), *people]))


SEATS = frozenset(role.name for role in TALK_ROLES if role.is_seat)
"""The roles of those who sit on a panel and give no talk."""


def people_of(speaker: Record) -> list[DraftPerson]:
    """Those who give a talk."""
    people = speaker["person"]
    listed = people if isinstance(people, list) else [people]
    return [person for person in listed if isinstance(person, DraftPerson)]


def _goes_with(other: Record, speaker: Record) -> bool:
    """Whether an entry says nothing of a talk but what that of another speaker says."""
    has_same_title = other.get("title", speaker.get("title")) == speaker.get("title")
    return other["role"] == speaker["role"] and has_same_title and "abstract" not in other


def read_rows(page: SourceDocument, people: JekyllPeople, site: JekyllSite) -> PeopleRows:
    """Read the rows of people that a page shows."""
    reader = _RowsReader(page, people, site)
    fields = page.front.value if isinstance(page.front.value, dict) else {}
    shown = {row.name for row in page.plain.rows}
    for key, node in fields.items():
        role = "keynote" if key.casefold() == "speakers" else role_of(key)
        if not isinstance(node.value, list):
            continue
        place = page.front.keys[key]
        committee = other_committee(key)
        if committee and (not shown or key in shown):
            reader.row(committee, node.value)
        elif role not in _ROLES:
            if key in shown or any(entry.child("image_path") for entry in node.value):
                message = f"the row `{key}` is not understood"
                hint = f"rows are called {', '.join(sorted(_ROLES))}"
                people.diagnostics.warn("not-understood", message, place, hint)
        elif shown and key not in shown:
            message = f"the row `{key}` is not shown on the page, and is left out"
            people.diagnostics.warn("not-shown", message, place)
        else:
            reader.row(role, node.value)
    return reader.rows


class _RowsReader(Struct):
    page: SourceDocument
    people: JekyllPeople
    site: JekyllSite
    rows: PeopleRows = field(default_factory=PeopleRows)
    anchored: list[Record] = field(default_factory=list)
    """The talks to which the schedule of the page leads, as those of our own pages do."""

    @property
    def diagnostics(self) -> SourceDiagnostics:
        return self.people.diagnostics

    def row(self, role: str, entries: list[Node]) -> None:
        pictures = [_text(entry, "image_path") for entry in entries]
        for entry, picture in zip(entries, pictures, strict=True):
            # A picture that several people share is no portrait.
            self.entry(role, entry, picture if pictures.count(picture) == 1 else "")

    def entry(self, role: str, entry: Node, picture: str) -> None:
        tree = tree_of(child) if (child := entry.child("excerpt")) else None
        lines = lines_of(tree) if tree else []
        name, span = self.name(entry, lines)
        person = self.people.add(name, span)
        if person is None:
            return
        for key in entry.keys.keys() - _KNOWN_KEYS:
            if self.links(person, key, entry):
                continue
            message = f"`{key}` of {person.name} is not understood"
            self.diagnostics.warn("not-understood", message, entry.keys[key])
        for line in filter(_is_of_links, lines):
            for run in line.runs:
                if run.address:
                    note_link(person, run.text, run.address)
        materials = [line for line in lines if _is_of_materials(line)]
        lines = [line for line in lines if not (_is_of_links(line) or _is_of_materials(line))]
        mark = _mark_of(lines) if role in SPEAKING else ""
        at_name = [line for line in lines if not same_name(read_name(line.text).text, person.name)]
        title = self.affiliation(person, role, at_name, child.span if child else span)
        person.biography = person.biography or self.prose(entry, "bio")
        person.homepage = person.homepage or _homepage(entry, lines, person.name)
        self.portrait(person, entry, picture)
        if role == "organizer":
            self.rows.organizers.append(person)
            return
        if role not in _ROLES:
            self.rows.committees.setdefault(role, []).append(person)
            return
        record: Record = {"person": person, "role": role, "status": "confirmed"}
        record |= _of_mark(mark)
        if title:
            record["title"] = title
            self.rows.titles[person] = (title, self.page.find(title, child.span if child else span))
        if abstract := self.prose(entry, "abstract"):
            record["abstract"] = abstract
        for run in (run for line in materials for run in line.runs if run.address):
            record[_MATERIALS[_material(run.text)]] = str(run.address)
        self.add(record, person, _anchor_in(tree))

    def add(self, record: Record, person: DraftPerson, anchor: str) -> None:
        """Add a talk; who has no anchor below one that has it, and its title, gives it, too."""
        last = self.rows.speakers[-1] if self.rows.speakers else None
        if last is not None and last in self.anchored and not anchor and _goes_with(record, last):
            self.rows.join([person], last)
            return
        if anchor:
            self.anchored.append(record)
            if anchor != identifier(person.name, "talk"):
                record["id"] = anchor
        self.rows.speakers.append(record)

    def links(self, person: DraftPerson, key: str, entry: Node) -> bool:
        """Read where somebody is found: `github: ada`, or a list under `links` or `social`."""
        node = entry.child(key)
        if node is None:
            return False
        if person_link_kind(key) and isinstance(node.value, Text):
            return note_link(person, key, str(node.value)).value is not None
        if key.casefold() not in _LINK_LISTS:
            return False
        if isinstance(node.value, dict):
            found = [(name, str(child.value or "")) for name, child in node.value.items()]
        else:
            items = node.value if isinstance(node.value, list) else []
            found = [_labelled(item) for item in items]
        return bool(found) and all(
            note_link(person, name, address).value is not None for name, address in found
        )

    def name(self, entry: Node, lines: list[PageLine]) -> tuple[str, Span]:
        """The name in an entry: its title, else the line in bold, else the picture's text."""
        for key in ("title", "alt"):
            node = entry.child(key)
            if node is None or not isinstance(node.value, Text):
                continue
            name = tree_of(node).text
            bold = lines[0] if lines and key == "alt" and lines[0].is_all("bold") else None
            if bold is not None and not bold.is_all("italic") and not same_name(bold.text, name):
                if not is_placeholder(bold.text):
                    message = f"the picture is called {name}, the person {bold.text}"
                    self.diagnostics.warn("two-spellings", message, node.span)
                return bold.text, self.page.find(bold.text, node.span)
            return name, node.span
        return (lines[0].text if lines else ""), entry.span

    def affiliation(
        self, person: DraftPerson, role: str, lines: list[PageLine], span: Span
    ) -> str | None:
        """Read where somebody works out of the lines of the excerpt; what is left is a title."""
        title = None
        places: list[str] = []
        for line in lines:
            is_title = line.is_all("bold") and not line.is_all("italic")
            part, _, rest = line.text.partition(",")
            if role == "organizer" and (does := part_in_organizing(part)):
                self.rows.parts[person] = does
                if rest.strip():
                    places.append(rest.strip())
            elif role in SPEAKING and is_title:
                title = self.title(line.typed, span) or title
            elif _POSITION.search(line.text) and len(lines) > 1:
                message = f"what {person.name} is, “{line.text}”, has no place in the data"
                self.diagnostics.warn("not-understood", message, self.page.find(line.text, span))
            else:
                places.append(line.text)
        if places:
            self.people.works_at(person, ", ".join(places), self.page.find(places[0], span))
        return title

    def title(self, text: str, span: Span) -> str | None:
        if is_placeholder(text):
            self.diagnostics.append(placeholder(text, self.page.find(text, span)))
            return None
        return text

    def prose(self, entry: Node, key: str) -> str | None:
        node = entry.child(key)
        if node is None or not isinstance(node.value, Text):
            return None
        tree = tree_of(node)
        if is_placeholder(tree.text):
            self.diagnostics.append(placeholder(tree.text, node.span))
            return None
        return statement(tree) or None

    def portrait(self, person: DraftPerson, entry: Node, picture: str) -> None:
        if not picture or person.photo is not None:
            return
        node = entry.child("image_path")
        found = self.site.picture(picture, node.span if node else entry.span)
        if found is not None:
            person.photo, person.photo_suffix = found


_MATERIALS = {
    word: kind.name
    for kind in MATERIAL_KINDS
    if kind.is_of_talks
    for word in (kind.label.casefold(), *kind.words)
}
"""The keys of what there is of a talk on the web, by the words of links to it."""

_MARK = re.compile(r"\s*\((?P<mark>[^()]+)\)$")
"""An example: `University of Somewhere (Industry talk, remote)`."""


def _is_of_materials(line: PageLine) -> bool:
    """Whether a line says nothing but where slides and recordings are: "Slides · Video"."""
    said = [run for run in line.runs if any(sign.isalnum() for sign in run.text)]
    return bool(said) and all(run.address and _material(run.text) in _MATERIALS for run in said)


def _material(words: str) -> str:
    """What the words of a link name, without the format of the file: "Slides (PDF)"."""
    return re.sub(r"\s*\([^()]*\)$", "", words.strip()).casefold()


def _mark_of(lines: list[PageLine]) -> str:
    """What stands in brackets behind an affiliation in bold, which is taken off the line."""
    for index, line in enumerate(lines):
        aside = _MARK.fullmatch(line.without_style("bold")) if line.with_style("bold") else None
        if aside is not None and not line.with_style("struck"):
            lines[index] = PageLine(tuple(run for run in line.runs if "bold" in run.styles))
            return aside["mark"]
    return ""


def _of_mark(mark: str) -> Record:
    """What is said of a talk in brackets: whether it is held from afar, and what it is called."""
    parts = [part.strip() for part in mark.split(",") if part.strip()]
    title = next((part for part in parts if part.casefold() not in {"remote", "invited"}), "")
    found: Record = {"role_title": title} if title else {}
    return found | ({"remote": True} if "remote" in map(str.casefold, parts) else {})


def _anchor_in(tree: Element | None) -> str:
    """The id of a talk to which a schedule leads, as our own pages have it."""
    anchors = (
        element.attributes.get("id", "")
        for element in (tree.walk() if tree else ())
        if not isinstance(element, str)
    )
    found = next((anchor for anchor in anchors if anchor.startswith("talk-")), "")
    return found.removeprefix("talk-")


def _is_of_links(line: PageLine) -> bool:
    """Whether a line says nothing but where somebody is found: "GitHub · DBLP"."""
    said = [run for run in line.runs if any(sign.isalnum() for sign in run.text)]
    return bool(said) and all(
        run.address and (kind_of_address(run.address) or person_link_kind(run.text)) for run in said
    )


def _labelled(item: Node) -> tuple[str, str]:
    """What an item of a list of links says: what it is called, and its address."""
    if isinstance(item.value, Text):
        return "", str(item.value)
    named = next(
        (text for key in ("label", "title", "name", "icon") if (text := _text(item, key))), ""
    )
    address = next((text for key in ("url", "link", "href") if (text := _text(item, key))), "")
    return named, address


def _homepage(entry: Node, lines: list[PageLine], name: str) -> str | None:
    """The page that a name links to, or the entry."""
    titled = [tree_of(node) for key in ("title", "alt") if (node := entry.child(key))]
    lines = [*(line for tree in titled for line in lines_of(tree)), *lines]
    linked = [
        run.address
        for line in lines
        for run in line.runs
        if run.address and same_name(read_name(line.text).text, name)
    ]
    pages = (checked("url", address).value for address in (*linked, _text(entry, "url")))
    return next((page for page in pages if page), None)


def _text(entry: Node, key: str) -> str:
    node = entry.child(key)
    return str(node.value).strip() if node is not None and isinstance(node.value, Text) else ""
