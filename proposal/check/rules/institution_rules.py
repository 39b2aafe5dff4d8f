"""Rules on institutions and places: each is spelt in one way, and countries in theirs."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic
from proposal.edition.participants import Person
from proposal.edition.shown_people import shown_people
from proposal.model.countries import likely_countries
from proposal.reading.institutions import institution_key
from proposal.source.text import Text


def institution_spelling(subject: Subject) -> Iterator[Diagnostic]:
    """Two spellings in one author block look like two institutions, and to indexes they are."""
    seen: dict[str, tuple[Text, Person]] = {}
    reported = set()
    for person in shown_people(subject.edition):
        for post in person.affiliations:
            name = post.institution
            if not isinstance(name, Text) or not name.pieces or name.span in reported:
                continue
            first, other = seen.setdefault(institution_key(name), (name, person))
            if first != name:
                reported.add(name.span)
                where = f"{first.span.file.name}:{first.span.line}"
                message = f"`{name}` is spelt `{first}` for {other.name} ({where})"
                hint = "choose one spelling, the institution's own"
                yield diagnostic("institution-spelling", message, name.span, hint)


def misspelt_country(subject: Subject) -> Iterator[Diagnostic]:
    """A country that nobody knows stands in the author block, and tells neither flag nor zone."""
    venue = subject.folder.venues.get(subject.files.edition.venue or "")
    posts = (post for person in shown_people(subject.edition) for post in person.affiliations)
    countries = [venue.country if venue else None, *(post.country for post in posts)]
    written = {name.span: name for name in countries if isinstance(name, Text) and name.pieces}
    for span, name in written.items():
        if meant := likely_countries(name):
            message = f"`{name}` is the name of no country"
            yield diagnostic("misspelt-country", message, span, f"write {' or '.join(meant)}")


INSTITUTIONS: tuple[Rule, ...] = (institution_spelling, misspelt_country)
