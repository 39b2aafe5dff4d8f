"""Collects the people of the pages: each one once, with what is said of them in several places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Span, shortened, warning
from proposal.importers.draft import DraftPerson, SourceDiagnostics
from proposal.model.name_comparison import same_name, same_text, same_with_initials, words
from proposal.reading.names import read_name
from proposal.reading.placeholders import is_placeholder


def placeholder(text: str, span: Span) -> Diagnostic:
    """The warning that a text only keeps a place."""
    return warning("placeholder", f"“{shortened(text, 50)}” keeps a place, and is left out", span)


class JekyllPeople(Struct):
    """The people of an edition's pages."""

    diagnostics: SourceDiagnostics
    everybody: list[DraftPerson] = field(default_factory=list)
    places: dict[DraftPerson, Span] = field(default_factory=dict)
    """Where each one is named first."""
    affiliations: dict[DraftPerson, list[tuple[str, Span]]] = field(default_factory=dict)
    """What is said of where each one works, in the order of the pages."""

    def find(self, name: str) -> DraftPerson | None:
        """Somebody who is known already, however the name is written."""
        bare = read_name(name).text
        for is_same in (same_name, same_with_initials):
            for person in self.everybody:
                if is_same(person.name, bare):
                    return person
        return None

    def find_in(self, text: str) -> DraftPerson | None:
        """Somebody who is named in a line of text; the longest name, if there are several."""
        line = f" {' '.join(words(text.replace(',', ' ')))} "
        named = [person for person in self.everybody if f" {' '.join(words(person.name))} " in line]
        return max(named, key=lambda person: len(person.name), default=None)

    def add(self, written: str, span: Span) -> DraftPerson | None:
        """Somebody by a name as it is written; nothing if the name only keeps a place."""
        name = self.cleaned(written, span)
        if name is None:
            return None
        read = read_name(name)
        person = self.find(read.text)
        if person is None:
            person = DraftPerson(read.text, family_name=read.family)
            self.everybody.append(person)
            self.places[person] = span
        person.honorific = person.honorific or read.honorific
        person.pronouns = person.pronouns or read.pronouns
        return person

    def cleaned(self, written: str, span: Span) -> str | None:
        """A name without what does not belong to it."""
        name = " ".join(written.split())
        if not name:
            return None
        if is_placeholder(name):
            self.diagnostics.append(placeholder(name, span))
            return None
        bare = re.sub(r"\s*:\s*", " ", name).strip()
        if bare != name:
            message = f"a stray colon stands in the name “{name}”; it becomes {bare}"
            self.diagnostics.warn("stray-colon", message, span)
        return bare.strip(" ,;*(") if words(bare) else None

    def works_at(self, person: DraftPerson, affiliation: str, span: Span) -> None:
        """Remember where somebody works; the first place that says it decides."""
        institution = " ".join(affiliation.split()).strip(" ,;:")
        if not institution:
            return
        if is_placeholder(institution):
            self.diagnostics.append(placeholder(institution, span))
            return
        self.affiliations.setdefault(person, []).append((institution, span))
        if not person.affiliations:
            person.affiliations = [{"institution": institution}]

    def warn_of_spellings(self) -> None:
        """Warn of affiliations that are written in two ways."""
        seen: list[tuple[DraftPerson, str, Span]] = []
        for person, said in self.affiliations.items():
            for institution, span in said:
                other = next(_other_spellings(person, institution, seen), None)
                if other is not None:
                    first, where = other
                    message = f"“{institution}” is “{first}” in {where.file.name}:{where.line}"
                    hint = "one spelling should serve both; the person's file has the first one"
                    self.diagnostics.warn("two-spellings", message, span, hint)
                seen.append((person, institution, span))


def _other_spellings(
    person: DraftPerson, institution: str, seen: list[tuple[DraftPerson, str, Span]]
) -> Iterator[tuple[str, Span]]:
    """Institutions that are the same in other words: of one person always, of others by sign."""
    for other, written, span in seen:
        if written == institution:
            continue
        if other is person or same_text(written, institution):
            yield written, span
