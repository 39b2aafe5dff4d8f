"""The kinds of deadlines: one table, from which keys, labels, facts, rules and readers follow.

A kind that is added here is a key of `dates`, is printed in documents, pages, calls and calendars,
is proved by `proposal check`, answers a call's demand for dates, and is recognized on other pages.
"""

from __future__ import annotations

import re

from msgspec import Struct

from proposal.words.marking import gettext_noop


class DeadlineKind(Struct, frozen=True):
    """A day that authors must know."""

    name: str
    """The key under `dates`."""
    label: str
    """What stands beside the day, unless the data give a label of their own."""
    phrase: str
    """The deadline within a sentence of a message."""
    description: str
    """What happens on that day, for the reference of all keys."""
    example: str
    """A value, for the reference and for hints."""
    words: str
    """A regular expression of the words by which pages of others name it."""
    other_label: str | None = None
    """The label where the call is one for demos, teams or something else, and not for papers."""
    needs: str | None = None
    """The kind whose day must come before, since this one needs its outcome."""
    asks_authors: bool = True
    """Whether authors have to do something by that day."""
    is_general: bool = False
    """Whether its words stand in the labels of other kinds, too, so that those are tried first."""


DEADLINE_KINDS = (
    DeadlineKind(
        name="abstract",
        label=gettext_noop("Abstract submission"),
        phrase="the submission of abstracts",
        description="Papers are announced with their abstracts, before they are due.",
        example="2024-06-03",
        # "Abstract registration", "Abstracts due (for all papers)", but neither "Abstract and paper
        # submission", "Abstract (and paper) submission" nor "Extended abstracts", which are papers
        words=r"(?<!extended )(?<!extended-)abstracts?\b(?![^(]*(?:\b(?:and|papers?)\b|\(and\b))",
    ),
    DeadlineKind(
        name="submission",
        label=gettext_noop("Submission deadline"),
        phrase="the submission deadline",
        description="Papers are due.",
        example="2024-06-10",
        # "Paper submissions due", "Papers are due", "Papers and extended abstracts due", "Deadline"
        words=(
            r"submi\w*|papers?(?:\s*(?:,|&|and\b)[^:;]*)?\s+(?:are\s+)?due|due\s+dates?"
            r"|deadlines?"
        ),
        needs="abstract",
        is_general=True,
    ),
    DeadlineKind(
        name="notification",
        label=gettext_noop("Author notification"),
        other_label=gettext_noop("Notification"),
        phrase="the notification of authors",
        description="Authors learn whether their papers are accepted.",
        example="2024-06-28",
        # "Notification of acceptance", "Decisions"
        words=r"notif\w*|acceptances?|decisions?",
        needs="submission",
        asks_authors=False,
    ),
    DeadlineKind(
        name="camera_ready",
        label=gettext_noop("Camera-ready version"),
        other_label=gettext_noop("Final version"),
        phrase="the camera-ready deadline",
        description="Final versions are due.",
        example="2024-07-10",
        # "Camera ready", "Final version", "Final papers due", but not "Final paper submission"
        words=r"camera(?:[\s-]*ready)?|final\s+(?:versions?|manuscripts?|papers?(?!\s+submi))",
        needs="notification",
    ),
    DeadlineKind(
        name="early_registration",
        label=gettext_noop("Early registration"),
        phrase="the end of early registration",
        description="The reduced fee ends.",
        example="2024-07-01",
        # "Early-bird registration ends", "Early registration"
        words=r"early(?:[\s-]*bird)?\s+registrations?|early[\s-]*bird",
    ),
    DeadlineKind(
        name="registration",
        label=gettext_noop("Registration deadline"),
        phrase="the registration deadline",
        description="Registration closes.",
        example="2024-07-15",
        words=r"registrations?",
        needs="notification",
    ),
)
"""All kinds, in the order in which data files and lists have them."""

WORKSHOP = "workshop"
"""The name of the workshop's own day, which stands among the deadlines of a list."""

WORKSHOP_PHRASE = "the workshop's day"
"""The workshop's own day within a sentence of a message."""

EARLY_REGISTRATION = "early_registration"
"""The kind until whose day the reduced fees hold."""

REGISTRATION_KINDS = frozenset({EARLY_REGISTRATION, "registration"})
"""The kinds of days until which people register."""

DEADLINE_NAMES = tuple(kind.name for kind in DEADLINE_KINDS)

LABELS = {kind.name: kind.label for kind in DEADLINE_KINDS}
"""The labels under a call for papers."""

LABELS_OF_OTHER_CALLS = {kind.name: kind.other_label or kind.label for kind in DEADLINE_KINDS}
"""The labels under a call for something else."""

_BY_NAME = {kind.name: kind for kind in DEADLINE_KINDS}


def phrase_of(name: str) -> str:
    """A deadline of a kind, or the workshop's own day, within a sentence of a message."""
    return WORKSHOP_PHRASE if name == WORKSHOP else _BY_NAME[name].phrase


def kinds_by_precedence(workshop_words: str | None = None) -> dict[str, str]:
    """The words of each kind by its name, in the order in which labels are compared with them.

    Args:
        workshop_words: the words for the workshop's own day, which stands before the general ones.
    """
    special = {kind.name: kind.words for kind in DEADLINE_KINDS if not kind.is_general}
    own_day = {WORKSHOP: workshop_words} if workshop_words else {}
    general = {kind.name: kind.words for kind in DEADLINE_KINDS if kind.is_general}
    return special | own_day | general


def without_own_words(label: str, name: str) -> str:
    """A label without the words that name its kind: `Poster` of `Poster submission`."""
    return re.sub(rf"\b(?:{_BY_NAME[name].words})\b", " ", label, flags=re.IGNORECASE)
