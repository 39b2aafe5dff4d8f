"""A person as a passage of a website names them."""

from __future__ import annotations

import re

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.site.affiliation_lines import WrittenPost
from proposal.model.affiliated import EMAIL


class NamedPerson(Struct):
    """A person as a passage names them."""

    name: str
    """The name as it is written, with its titles."""
    span: Span
    affiliation: WrittenPost | None = None
    more_affiliations: list[WrittenPost] = field(default_factory=list)
    """Where else somebody works at the same time."""
    homepage: str = ""
    email: str = ""
    pronouns: str = ""
    role: str = ""
    """The part in organizing."""
    title: str = ""
    """The title of the talk."""
    abstract: str = ""
    biography: list[str] = field(default_factory=list)
    label: str = ""
    """What the passage calls this person: `Moderator`."""
    is_unsure: bool = False
    """Whether the page says that it may still change."""
    marks: tuple[str, ...] = ()
    """The numbers behind the name, which lead to institutions in a line of their own."""
    materials: dict[str, str] = field(default_factory=dict)
    """Where links beside the name or the talk lead, by the keys of the data."""
    unread: list[str] = field(default_factory=list)
    """Lines below the name that are neither prose nor an institution: titles of talks, perhaps."""


_OF_LIST = re.compile(
    r"@(?:[\w.-]*\.)?(?:googlegroups\.|(?:lists?|groups|mailman|listserv)\.[\w-]+\.)"
)
"""The address of a mailing list, which is nobody's: `@lists.example.org`, but not `@list.lu`."""


def own_email(text: str) -> str:
    """The first address in a text or a link, if it may be that of a person."""
    match = EMAIL.search(text.removeprefix("mailto:").partition("?")[0])
    return match[0] if match is not None and not _OF_LIST.search(match[0]) else ""


_TITLE_IN_BRACKETS = re.compile(
    r"[(\[]\s*(?:talk\s+)?title\s*:\s*(?P<title>[^()\[\]]{6,}(?:\([^()]*\)[^()]*)?)[)\]]\s*$",
    re.IGNORECASE,
)
"""An example: `… (Title: People and Teams)`."""
_TITLE_BEHIND = re.compile(
    r"\s*[:,;–—-]\s*(?:«\s*(?P<pointed>[^«»]{6,}?)\s*»|[“\"](?P<quoted>[^“”\"]{6,})[”\"])\.?\s*$"
)
"""Behind where somebody works: `University of Testing: “On Samples”`."""


def without_talk(text: str) -> tuple[str, str]:
    """What stands beside a name without the title of a talk at its end, and that title."""
    if match := _TITLE_IN_BRACKETS.search(text):
        return text[: match.start()].strip(" ,;"), match["title"].strip('"“” ')
    if match := _TITLE_BEHIND.search(text):
        return text[: match.start()].strip(" ,;"), match["pointed"] or match["quoted"]
    return text, ""


_TO_READERS = re.compile(
    r"(?:for\s+(?:a|an|the|more|further|details?|invited|any|all|information|questions)\b|please\b"
    r"|see\b|click\b|visit\b|note\s+that\b|if\s+you\b|you\s+(?:can|may|will|are)\b|we\s+\w+"
    r"|(?:more|further|full|additional)\s+(?:details|information)\b|all\s+(?:talks|speakers|times)\b"
    r"|the\s+(?:full\s+|complete\s+)?(?:workshop|program(?:me)?|schedule|list|speakers|organi[sz]ers)\b)",
    re.IGNORECASE,
)
"""How a sentence to readers begins: `For a full list of the committee, please see …`."""


def is_note(text: str, name: str) -> bool:
    """Whether prose below somebody's name is a note to the readers of the page, and no biography.

    Args:
        text: the prose.
        name: the person's name, of which a biography has a word.
    """
    words = {word.casefold() for word in re.findall(r"[^\W\d_]{3,}", name)}
    said = {word.casefold() for word in re.findall(r"[^\W\d_]{3,}", text)}
    return _TO_READERS.match(text) is not None and not words & said
