"""Keys that people write for what the data have in another place, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from proposal.model.committee_record import other_committee

Guess = tuple[str, str]
"""A regular expression of whole keys, and the hint for those that match it."""

_ROLES_OF_ORGANIZERS = "`organizers: [{person: ada-lovelace, role: General Chair}]`"

_GROUPS: Sequence[Guess] = (
    ("pc|tpc|reviewers|pc_members|program_committee|programme_committee", "write `committee:`"),
    # general_chairs, publicity_chair, web_chairs
    (
        r"(?:\w+_)?(?:co_?)?chairs?",
        f"write it beside the organizer: {_ROLES_OF_ORGANIZERS}",
    ),
)

_CONTACT = (
    "e_?mails?|contacts|mail|contact_e?_?mail|primary_contact|corresponding",
    "write `contact: workshop@example.org`, or the id of an organizer",
)

_GUESSES: Mapping[str, Sequence[Guess]] = {
    "Edition": (*_GROUPS, _CONTACT),
    "Workshop": (
        (
            "e_?mails?|contacts?|mail|address|mailing_list_address",
            "each edition says who is written to: `contact: workshop@example.org` in edition.yaml",
        ),
        ("committee|program_committee|pc", "each edition has its own: write it in edition.yaml"),
        *_GROUPS,
    ),
    "Organizer": (("title|position|part|chair|function", "did you mean `role`?"),),
    "Participant": (
        (
            "role|title|position",
            "write `committees: [{name: Area Chairs, members: [Ada Lovelace]}]` in edition.yaml",
        ),
    ),
    "Committee": (
        ("title|committee|role", "did you mean `name`?"),
        ("people|persons|list|who|committee", "did you mean `members`?"),
    ),
    "Person": (
        (
            "role|position|function",
            f"write it in edition.yaml: {_ROLES_OF_ORGANIZERS}",
        ),
    ),
}
"""By the record's name for users."""


def hint_for_guess(record: str, key: str) -> str | None:
    """What to write in place of a key that is none, if people write it for something.

    Args:
        record: the name of the record that has no such key, as `Edition`.
        key: the key that was written.
    """
    plain = re.sub(r"[\s-]+", "_", key.strip()).casefold()
    if record in _SAYS_MORE and (said := _SAYS_MORE[record](plain)):
        return said
    for pattern, hint in _GUESSES.get(record.removeprefix("Series"), ()):
        if re.fullmatch(pattern, plain):
            return hint
    return None


def _of_a_committee(key: str) -> str | None:
    name = other_committee(key)
    return f"write `committees: [{{name: {name}, members: [Ada Lovelace]}}]`" if name else None


_SAYS_MORE: Mapping[str, Callable[[str], str | None]] = {
    "Edition": _of_a_committee,
    "Workshop": _of_a_committee,
}
"""Hints that depend on the key, by the record's name for users."""
