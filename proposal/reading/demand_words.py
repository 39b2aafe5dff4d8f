"""Words by which a section that answers a demand is recognized, and advice where it is lacking."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

_PEOPLE = r"(?:participants?|attendees|people|persons|researchers|visitors)"
_NUMBER = (
    r"(?:(?<![\d.,])(?!(?:19|20)\d\d\b)\d[\d,]*"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\b)"
)


class Recognition(Struct, frozen=True):
    """How a section that answers a demand is told from others."""

    headings: str
    """What its heading says, as a regular expression for which capitals are no others."""
    example: str
    """A heading that is recognized."""
    sentence: str | None = None
    """What one of its sentences must say, be it in a section with another heading; written so."""
    lack: str = ""
    """What is missing where no sentence says it."""
    advice: str = ""
    """What to write then."""

    def is_headed(self, heading: str) -> bool:
        """Whether a heading is one of such a section."""
        return re.search(self.headings, heading, re.IGNORECASE) is not None

    def is_said(self, sentence: str) -> bool:
        """Whether a sentence says what one must say; any does if none must."""
        if self.sentence is None:
            return True
        return re.search(self.sentence, sentence, re.IGNORECASE) is not None


_FORMAT = r"\b(?:format|structure|agenda|activit\w+)\b|\bprogram(?:me)?\b(?!.*committee)"
_COMMITTEE = r"\bcommittee\b|\breviewers\b"
_EARLIER = (
    r"\b(?:earlier|past|previous|prior|former)\b.*\b(?:editions?|workshops?|events?|years|series)\b"
    r"|\bhistory\b|\bthe series\b"
)

_NUMBERS_OF_EARLIER = (
    "add `{}: …` under `outcome` of those editions or `earlier` in workshop.yaml, and write "
    "`{{{{ editions }}}}` in a paragraph of its own"
)

RECOGNITION: Mapping[str, Recognition] = {
    "theme": Recognition(
        r"\b(?:theme|description|scope|subject|purpose|overview|introduction|topics?)\b",
        "Theme and Purpose",
    ),
    "motivation": Recognition(
        r"\b(?:motivation|rationale|why|introduction|background|relevance)\b", "Motivation"
    ),
    "topics": Recognition(r"\b(?:topics?|themes?)\b", "Topics"),
    "objectives": Recognition(r"\b(?:objectives?|goals?|aims?)\b", "Objectives"),
    "outcomes": Recognition(
        r"\b(?:outcomes?|results|deliverables?|outputs?)\b", "Expected Outcomes"
    ),
    "relevance": Recognition(r"\brelevan(?:ce|t)\b|\bfit\b", "Relevance"),
    "fit": Recognition(r"\b(?:why|fit|rationale|motivation|relevance)\b", "Why at This Conference"),
    "audience": Recognition(
        (
            r"\b(?:audience|participants|attendees|attendance|participation)\b"
            r"|\bwho\b.*\b(?:come|attend|participate|for)\b"
        ),
        "Target Audience",
    ),
    "participants": Recognition(
        r"\b(?:audience|participants|attendees|attendance|participation|who)\b",
        "Target Audience",
        (
            r"^(?!.*\b(?:earlier|previous|past|attracted|attended|came)\b)"
            rf".*(?:{_NUMBER}\D*\b{_PEOPLE}\b|\b{_PEOPLE}\b\D*{_NUMBER})"
        ),
        "no number of participants is given",
        "add `audience: {expected: 60}` to edition.yaml with your own number, and write “about "
        "{{ audience.expected }} participants”",
    ),
    "participant-limit": Recognition(
        r"\b(?:audience|participa\w+|selection|format|admission)\b",
        "Selection of Participants",
        (
            r"\b(?:at most|maximum|up to|no more than|limit(?:ed)?|unlimited|open to (?:all|every))"
            rf"\b.*\b(?:{_PEOPLE}|everybody|everyone|all)\b"
            rf"|\b{_PEOPLE}\b.*\b(?:at most|maximum|limit(?:ed)?|unlimited)\b"
            r"|\bopen to (?:all|every\w*)\b"
        ),
        "nothing is said of a maximum of participants",
        "write a sentence such as “at most 60 participants”, or “it is open to all participants”",
    ),
    "selection": Recognition(
        r"\b(?:select\w*|review\w*|admission|submissions?)\b", "Submission and Selection"
    ),
    "duration": Recognition(
        _FORMAT + r"|\b(?:duration|length|schedule)\b",
        "Format and Schedule",
        (
            r"\b(?:half|full|one|two|1|2)[- ](?:a[- ])?days?\b|\bhalf a day\b|\ba whole day\b"
            r"|\b(?:\d+(?:\.5)?|two|three|four|five|six)[- ]hours?\b"
        ),
        "half a day or a full one? nothing is said",
        "write “a {{ when.length }} workshop”",
    ),
    "format": Recognition(_FORMAT, "Format and Schedule"),
    "activities": Recognition(
        _FORMAT,
        "Format and Activities",
        (
            r"\b(?:keynotes?|talks?|panels?|posters?|papers?|presentations?|present(?:ed)?|demos?"
            r"|demonstrations?|discuss\w*|tutorials?|break-?outs?|hands-on|sessions?|challenge)\b"
        ),
        "no activity is named",
        "write which talks, sessions, discussions or posters there will be",
    ),
    "schedule": Recognition(
        r"\b(?:schedule|agenda|timetable|program(?:me)?)\b(?!.*committee)",
        "Schedule",
        r"\b\d{1,2}[:.]\d\d\b|\bmin(?:utes)?\b",
        "no times are given",
        "write `{{ schedule }}` in a paragraph of its own; program.yaml has the times",
    ),
    "dates": Recognition(r"\b(?:dates|deadlines?)\b", "Important Dates"),
    "committee": Recognition(_COMMITTEE, "Programme Committee"),
    "committee-contacted": Recognition(
        _COMMITTEE,
        "Programme Committee",
        (
            r"\b(?:contacted|asked|invited|approached|agreed|accepted|confirmed|interest(?:ed)?"
            r"|promised|serve[ds]?)\b"
        ),
        "nothing is said of who was asked",
        "write in the section on the committee who has been contacted, agreed or shown interest",
    ),
    "related-workshops": Recognition(
        r"\b(?:related|other|similar|neighbou?ring)\b.*\b(?:workshops?|events?|meetings?)\b",
        "Related Workshops",
    ),
    "differences": Recognition(
        r"\b(?:related|other|similar|neighbou?ring|differences?)\b",
        "Related Workshops",
        r"\b(?:differ\w*|unlike|in contrast|whereas|distinct\w*|complement\w*|instead of)\b",
        "nothing is said of how the workshop differs",
        "write in the section on related workshops how yours differs from them",
    ),
    "biographies": Recognition(r"\bbiograph\w+\b|\bbios?\b", "Biographies"),
    "organizing-experience": Recognition(
        r"\bbiograph\w+\b|\bbios?\b|\borgani[sz]\w+\b|\bexperience\b",
        "Organizers' Experience",
        r"\borgani[sz]\w+|\bchair\w*|\bheld\b",
        "no organizing is mentioned",
        "write in a biography, or below the heading, what was organized before",
    ),
    "earlier-editions": Recognition(_EARLIER, "Earlier Editions"),
    "earlier-participants": Recognition(
        _EARLIER,
        "Earlier Editions",
        rf"{_NUMBER}\D*\b{_PEOPLE}\b|\b(?:{_PEOPLE}|attend\w*)\b\D*{_NUMBER}",
        "nothing is said of how many people came",
        _NUMBERS_OF_EARLIER.format("attendees"),
    ),
    "earlier-submissions": Recognition(
        _EARLIER,
        "Earlier Editions",
        rf"{_NUMBER}\D*\bsubmi\w+|\bsubmi\w+\D*{_NUMBER}",
        "nothing is said of how many papers were submitted",
        _NUMBERS_OF_EARLIER.format("submissions"),
    ),
    "earlier-acceptances": Recognition(
        _EARLIER,
        "Earlier Editions",
        rf"{_NUMBER}\D*\baccept\w+|\baccept\w+\D*{_NUMBER}",
        "nothing is said of how many papers were accepted",
        _NUMBERS_OF_EARLIER.format("accepted"),
    ),
    "speakers": Recognition(r"\b(?:speakers?|keynotes?|invited)\b", "Invited Speakers"),
    "diversity": Recognition(
        r"\b(?:diversity|inclusion|inclusive\w*|equity|representation)\b",
        "Diversity and Inclusion",
    ),
    "accessibility": Recognition(r"\b(?:accessib\w+|access)\b", "Accessibility"),
    "attendance": Recognition(
        r"\b(?:hybrid|remote|online|virtual|on[- ]?site|in[- ]person|mode|format)\b",
        "Plans for Participants on Site and Online",
        r"\b(?:hybrid|remote\w*|online|virtual\w*|on[- ]?site|in[- ]person)\b",
        "nothing is said of who takes part on site, and who online",
        "write whether the workshop is held in person, online or both",
    ),
    "publication": Recognition(
        r"\b(?:publi(?:sh\w*|cation\w*)|proceedings|special issue|dissemination)\b",
        "Publication of the Papers",
    ),
    "call-for-papers": Recognition(
        r"\bcall for (?:papers|participation|submissions|contributions|posters)\b",
        "Call for Papers",
    ),
    "equipment": Recognition(
        r"\b(?:equipment|rooms?|resources|logistics|technical)\b", "Rooms and Equipment"
    ),
}
"""The demands that a section of the prose can answer."""
