"""Rules on names and titles: is everything in them part of the name?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.diagnostics import Diagnostic, Span
from proposal.model.edition import Speaker
from proposal.model.paper import Paper, Participant
from proposal.model.program import Slot
from proposal.verify.codes import finding
from proposal.verify.subject import Rule, Subject

_MARKUP = re.compile(
    r"""
    \\[A-Za-z]+ | \\["'`^~=.][A-Za-z{]   # \emph, \"u
    | \$(?!\s)[^$\n]*[^\s$]\$(?!\d)      # $n^2$, but neither $5 nor "from $5 to $10"
    | </?[A-Za-z][^<>]*>                 # <i>
    | &(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z]+);  # &amp;
    """,
    re.VERBOSE,
)
_SIGNS = re.compile(r"[()<>,;|\[\]]")


def unlikely_name(subject: Subject) -> Iterator[Diagnostic]:
    """Lists are pasted into one line and affiliations behind commas; both are printed as names."""
    for name, span in _names(subject):
        if (match := _MARKUP.search(name)) or (match := _SIGNS.search(name)):
            message = f"`{match[0]}` stands in the name `{name}`, which is printed as it is"
            hint = "write one person an item: a name, or `Name (Affiliation)`"
            yield finding("unlikely-name", message, span, hint)


def markup_in_title(subject: Subject) -> Iterator[Diagnostic]:
    """Review systems export titles with LaTeX or HTML in them, and here they are plain text."""
    for title, span in _titles(subject):
        if match := _MARKUP.search(title):
            message = f"`{match[0]}` in `{title}` is printed as it is typed"
            hint = "titles are plain text: write the characters themselves, as in n², & or é"
            yield finding("markup-in-title", message, span, hint)


def _names(subject: Subject) -> Iterator[tuple[str, Span | None]]:
    written = subject.files.edition
    named = [each.person for each in (*written.organizers, *written.speakers)]
    participants: list[Participant] = [
        *written.committee,
        *(author for paper in subject.files.papers for author in paper.authors),
    ]
    named += [each.person for each in participants if each.person]
    for name in dict.fromkeys(named):
        person = subject.folder.people.get(name)
        if person is not None:
            yield person.name, person.place("name")
    for participant in participants:
        if participant.name is not None:
            yield participant.name, participant.place("name")


def _titles(subject: Subject) -> Iterator[tuple[str, Span | None]]:
    written = subject.files.edition
    records: list[Speaker | Paper | Slot] = [
        *written.speakers,
        *subject.files.papers,
        *subject.files.program,
    ]
    for record in records:
        if record.title is not None:
            yield record.title, record.place("title")
    for key in ("topics", "keywords"):
        for number, text in enumerate(getattr(written, key)):
            yield text, written.place(key, number)


NAMES: tuple[Rule, ...] = (unlikely_name, markup_in_title)
