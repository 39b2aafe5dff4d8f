"""Names the people of a schedule as the data do: by the ids of files, or by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from proposal.importers.draft import DraftPerson, Record, SourceDiagnostics, Value, participant
from proposal.importers.editor_prose import prose_of
from proposal.importers.matching import find_person
from proposal.importers.program.scheduled import ScheduledPerson
from proposal.importers.values import checked
from proposal.importers.written_affiliation import read_affiliation
from proposal.model.name_comparison import same_name
from proposal.model.records.person import PersonRecord
from proposal.reading.lines import line_of
from proposal.reading.names import read_name


class ProgramPeople(Struct):
    """The people whom a schedule names."""

    known: Mapping[str, PersonRecord]
    """Those who have a file."""
    diagnostics: SourceDiagnostics
    new: list[DraftPerson] = field(default_factory=list)
    """Those who get one."""

    def named(self, people: Iterable[ScheduledPerson]) -> list[Value]:
        """People as slots name them: by their files, or else by name and affiliation."""
        return [self._id_of(person) or self._new(person) or _in_text(person) for person in people]

    def speakers(self, people: Iterable[ScheduledPerson], *, are_announced: bool) -> list[Value]:
        """People as talks name them.

        Args:
            people: who speak.
            are_announced: whether pages present them, so that each gets a file.
        """
        found: list[Value] = []
        for person in people:
            if known := self._id_of(person):
                found.append(known)
            elif are_announced or person.biography or person.email:
                found.append(self._file_for(person))
            else:
                found.append(_in_text(person))
        return found

    def _id_of(self, person: ScheduledPerson) -> str | None:
        """The id of somebody who has a file."""
        name = read_name(person.name)
        posts: list[Record] = [{"institution": person.affiliation}] if person.affiliation else []
        wanted = DraftPerson(name.text, email=person.email or None, affiliations=posts)
        return find_person(wanted, self.known)

    def _new(self, person: ScheduledPerson) -> DraftPerson | None:
        """Somebody who gets a file, since another part of the schedule presents them."""
        name = read_name(person.name).text
        found = [
            known
            for known in self.new
            if same_name(known.name, name) and _have_one_address(known, person)
        ]
        return found[0] if found else None

    def _file_for(self, person: ScheduledPerson) -> DraftPerson:
        """The file of somebody who has none yet; the same for one name."""
        name = read_name(person.name)
        if known := self._new(person):
            self._complete(known, person)
            return known
        added = DraftPerson(name.text, honorific=name.honorific)
        if name.doubt:
            self.diagnostics.warn("doubtful-name", name.doubt)
        self._complete(added, person)
        self.new.append(added)
        return added

    def _complete(self, known: DraftPerson, person: ScheduledPerson) -> None:
        """Add what another session says of a person."""
        if person.affiliation and not known.affiliations:
            post = read_affiliation([person.affiliation])
            known.affiliations = [post or {"institution": line_of(person.affiliation)}]
        if person.biography and not known.biography:
            known.biography = prose_of(person.biography, "biography", self.diagnostics)
        if person.email and not known.email:
            known.email = checked("email", person.email).value


def _have_one_address(known: DraftPerson, person: ScheduledPerson) -> bool:
    return not (known.email and person.email) or known.email == person.email


def _in_text(person: ScheduledPerson) -> Value:
    name = read_name(person.name).text
    is_read_otherwise = " " not in name or name == name.lower() or name.endswith(")")
    if is_read_otherwise:  # as the id of a file, or as a name with an institution behind it
        affiliation: Record = {"affiliation": line_of(person.affiliation)}
        return {"name": name, **(affiliation if person.affiliation else {})}
    return participant(name, line_of(person.affiliation) or None)
