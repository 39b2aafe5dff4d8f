"""The kinds of what happens in a slot of the program: one table, with titles and words."""

from __future__ import annotations

import re
from typing import Literal

from proposal.words.marking import gettext_noop

SessionKind = Literal[
    "opening",
    "closing",
    "talk",
    "papers",
    "posters",
    "panel",
    "discussion",
    "break",
    "lunch",
    "social",
    "tutorial",
    "spotlights",
    "lightning",
    "boosters",
    "demos",
    "challenge",
    "awards",
    "meeting",
    "registration",
]

TITLES: dict[str, str] = {
    "opening": gettext_noop("Opening remarks"),
    "closing": gettext_noop("Closing remarks"),
    "talk": gettext_noop("Invited talk"),
    "papers": gettext_noop("Paper presentations"),
    "posters": gettext_noop("Poster session"),
    "panel": gettext_noop("Panel discussion"),
    "discussion": gettext_noop("Discussion"),
    "break": gettext_noop("Break"),
    "lunch": gettext_noop("Lunch"),
    "social": gettext_noop("Social event"),
    "tutorial": gettext_noop("Tutorial"),
    "spotlights": gettext_noop("Spotlights"),
    "lightning": gettext_noop("Lightning talks"),
    "boosters": gettext_noop("Poster boosters"),
    "demos": gettext_noop("Demonstrations"),
    "challenge": gettext_noop("Challenge"),
    "awards": gettext_noop("Awards"),
    "meeting": gettext_noop("Business meeting"),
    "registration": gettext_noop("Registration"),
}
"""The title of a slot that is given none."""

WITH_TALK = frozenset({"talk", "tutorial", "demos", "challenge", "awards"})
"""The kinds of slots that may be a speaker's talk."""

WITHOUT_PAPERS = frozenset(
    {"opening", "closing", "talk", "panel", "break", "lunch", "social", "meeting", "registration"}
)
"""The kinds in which no papers are presented."""

PAUSES = frozenset({"break", "lunch", "social", "registration"})
"""The kinds in which nothing is presented, so that nobody joins them from afar."""

OTHER: Literal["other"] = "other"
"""The kind of a slot that only its title describes."""

_SHORT_TITLES = {"opening": "Opening", "closing": "Closing"}
"""Titles that say no more than the kind either."""

_PAPERS = r"(?:oral|contributed|accepted|paper)s?"
_NO_PAPERS = r"(?<!interactive )(?<!hands-on )(?<!working )(?<!training )(?<!practical )"
_WORDS = (
    # "Welcome reception", "Workshop dinner"
    ("social", r"receptions?|dinner|banquet|happy\s+hour|cocktails?"),
    # "Opening remarks", "Kick-off", "Introduction", but not "Introduction to Samples"
    ("opening", r"opening|welcome|introductory|kick-?off"),
    ("opening", r"introduction(?!\s+to\s+(?!the\s+(?:workshop|symposium|event)))"),
    # "Begrüßung", "Ouverture", "Bienvenida", "Abertura"
    ("opening", r"begrüßung|eröffnung|bienvenue|ouverture|bienvenida|apertura|inauguraci[oó]n"),
    ("opening", r"benvenuto|abertura"),
    # "Velkomst", "Tervetuloa", "Zahájení", "Megnyitó", "開会挨拶"
    ("opening", r"vel(?:komst|kommen)|välkommen|tervetuloa|avaus|zahájení|megnyitó|έναρξη"),
    ("opening", r"(?:開会|オープニング)\w*"),
    # "Wrap-up", "Closing and awards", "Workshop close", but not "Up Close"
    ("closing", r"closing|^(?:(?:workshop|event|conference) )?close$|conclusions?|concluding"),
    ("closing", r"wrap-?up|farewell|adjourn\w*"),
    # "Verabschiedung", "Clôture", "Cierre"
    ("closing", r"verabschiedung|schlussworte?|clôture|cierre|clausura|chiusura|encerramento"),
    (
        "closing",
        r"a[fv]slut(?:ning|ing)|päätös|závěr|zakončení|zárszó|λήξη|(?:閉会|クロージング)\w*",
    ),
    # "Best paper awards", "Award ceremony"
    ("awards", r"awards?"),
    ("lunch", r"lunch|mittagessen|mittagspause|déjeuner|almuerzo|pranzo|almoço"),
    ("lunch", r"frokost|lunsj|lounas|oběd|ebéd|γεύμα|(?:昼食|昼休み|ランチ)\w*"),
    (
        "break",
        r"paus|kaffe(?:paus\w*)?|kahvi(?:tauko)?|(?:koffie)?pauze|tauko|přestávka|(?:kávé)?szünet",
    ),
    ("break", r"διάλειμμα|(?:コーヒー|ティー)?(?:休憩|ブレイク)\w*"),
    # as "Coffee break", "Breaks", but not "What Breaks Samples"
    ("break", r"break|breaks(?!\s+\w)|coffee|tea|kaffeepause|pause|pause-café|pausa|descanso"),
    ("panel", r"panel|podiumsdiskussion|パネル\w*|table\s+ronde|mesa\s+redonda"),
    # as "Business meeting", "Poster boosters"
    ("tutorial", r"tutorials?"),
    ("meeting", r"business\s+meeting"),
    ("boosters", r"boosters?"),
    # "Lightning talks", "Spotlight presentations"
    ("lightning", r"lightning"),
    ("spotlights", r"spotlights?"),
    # "Contributed talks", "Invited paper session"
    (
        "papers",
        rf"{_PAPERS}\b.*\b(?:session|talk|presentation)s?",
    ),
    # "Keynote", "Invited talk by …"
    ("talk", r"keynotes?|invited|talk|speech|(?:招待|基調|特別)講演\w*"),
    ("posters", r"posters?|ポスター\w*"),
    # "Breakouts", "Round table", "Q & A", "Business meeting"
    (
        "discussion",
        r"discussions?|breakouts?|brainstorm\w*|round\s?tables?|q\s?&\s?a|qa|mentoring|meeting",
    ),
    # "Social event", "Posters and social", and no "Social networks of samples"
    (
        "social",
        (
            r"socials?(?=\s*(?:$|[&/,(:–—-]|and\b))|networking"
            r"|socials?\s+(?:events?|hours?|program(?:me)?|activit(?:y|ies)|gathering|evening|time|mixer)"
        ),
    ),
    # "Session 2", "Talks", but not "Interactive session", in which no papers are presented
    ("papers", rf"{_NO_PAPERS}sessions?|orals?|papers?|presentations?|contributed|talks"),
    ("demos", r"demos?|demonstrations?"),
    ("challenge", r"(?:data\s+)?challenges?|competitions?|shared\s+tasks?"),
    ("registration", r"registration|check-?in"),
)
"""The kinds by the words that name them; the first match decides."""


def kind_of_session(title: str, *, has_papers: bool) -> str | None:
    """The kind that a title names; nothing if it names none.

    What stands before a colon decides first: `Paper presentations: coffee chat` is no break, nor is
    `Posters (with coffee)`.

    Args:
        title: the title of a slot.
        has_papers: whether papers are presented in it.
    """
    if has_papers:
        return "posters" if re.search(r"\bposters?\b", title, re.IGNORECASE) else "papers"
    for words in dict.fromkeys((title.partition(":")[0], title)):
        outside = _BRACKETS.sub(" ", words).strip()
        for kind, pattern in _WORDS:
            said = outside or words if kind in {"break", "lunch"} else words
            if re.search(rf"\b(?:{pattern})\b", said, re.IGNORECASE):
                return kind
    return None


_BRACKETS = re.compile(r"\([^()]*\)")
"""In `Posters (with coffee)`, what is done meanwhile."""


def says_only_the_kind(title: str, kind: str) -> bool:
    """Whether a title says no more than the kind does."""
    words = " ".join(title.casefold().split())
    return words in {TITLES[kind].casefold(), _SHORT_TITLES.get(kind, "").casefold()} - {""}
