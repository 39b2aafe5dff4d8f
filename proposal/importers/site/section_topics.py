"""Tells by a heading what stands under it."""

from __future__ import annotations

import re

from proposal.importers.site.foreign_words import HEADINGS_ELSEWHERE, in_one_gender
from proposal.importers.site.name_likeness import person_name
from proposal.importers.site.section_kinds import Topic
from proposal.reading.roles import part_in_organizing

_WORDS: tuple[tuple[Topic, str], ...] = (
    (Topic.NEWS, r"news|updates?|announcements?|latest"),
    (
        Topic.EARLIER,
        (
            r"(?:previous|past|earlier|former|prior)\s+(?:editions?|workshops?|years?|events?"
            r"|iterations?|(?:[\w-]+\s+)?(?:organi[sz]ers?|chairs?|committees?|speakers?|keynotes?|talks?"
            r"|members?|papers?))"
            r"|[\w\s]+\s+of\s+(?:previous|past|earlier|former)\s+(?:editions?|years?|workshops?)"
            r"|(?:editions?|workshop\s+)?history|archives?|workshop\s+series"
        ),
    ),
    (
        Topic.SPONSORS,
        r"(?:our\s+)?(?:sponsors?(?:hip)?|supporters?|partners?|funding|acknowledge?ments?)\b.*",
    ),
    (
        Topic.OTHER_COMMITTEE,
        (
            r"(?:steering|advisory|scientific\s+advisory|ethics|publicity|local)\s+"
            r"(?:committee|board|members)|(?:steering|advisory)\s+chairs?|advisors?|student\s+volunteers?|volunteers?"
            r"|(?:secondary|emergency|additional|external|sub-?)\s*reviewers?"
        ),
    ),
    (
        Topic.COMMITTEE,
        (
            r"(?:senior\s+|associate\s+)?area\s+chairs?|meta-?reviewers?|"
            r"(?:(?:the|our|technical|international)\s+)*(?:program(?:me)?|scientific|[its]?pc|reviewing"
            r"|review|papers?|technical)\s+(?:committee|members)"
            r"(?:\s+members)?(?:\s*\([A-Z]+\))?|(?:our\s+)?reviewers|[its]?pc"
            r"|(?:technical\s+)?program(?:me)?\s+committee\s*\(?.*\)?"
            r"|program(?:me)?\s+committee.*|reviewers.*"
        ),
    ),
    (
        Topic.ORGANIZERS,
        (
            r"(?:the\s+|our\s+|meet\s+(?:the|our)\s+)?(?:workshop\s+|main\s+|lead\s+|core\s+"
            r"|current\s+|event\s+|(?:inter)?national\s+|local\s+)?"
            r"(?:co-?)?(?:[snl]oc(?:\s+members)?|organi[sz](?:ers?|ing|ation(?:al)?)|chairs?)"
            r"(?:[\s-]+(?:committee|team|members|chairs?|comittee|details|group))?(?:\s+members)?"
            r"(?:\s*\([A-Z]+\))?"
            r"|[\w.'’-]+\s+organi[sz](?:ers|ing\s+committee|ation\s+committee|ation)"
            r"|(?:workshop|program(?:me)?|general|pc|tpc|publicity|publication|web|proceedings"
            r"|organi[sz]ing|student)"
            r"(?:\s*(?:&|and)\s*[\w\s]+)?\s+(?:co-?)?chairs?|organi[sz]ers?\s*(?:&|and)\s*[\w\s]+"
            r"|(?:workshop|conference|symposium|event|core|executive|main|host(?:ing)?)\s+committee"
            r"|(?:[\w&/,-]+\s+){1,5}(?:co-?)?(?:chairs?|coordinators?|webmasters?)"
            r"(?:\s*[-–—:(]\s*(?:[\w&-]+\s+){1,3}tracks?\)?)?|committees?|people|team"
            r"|(?:the\s+)?organi[sz]ers?\b.*|organi[sz](?:ing|ation)\s+(?:committee|team)\b.*"
        ),
    ),
    (
        Topic.PANELISTS,
        r"(?:the\s+)?(?:panell?ists?|panel(?:\s+discussion)?(?:\s+speakers|\s+members)?)\b.*",
    ),
    (
        Topic.SPEAKERS,
        (
            r"(?:(?:our|the|confirmed|list\s+of|tentative|meet\s+(?:the|our)|featured|plenary"
            r"|distinguished|opening|closing)\s+)*"
            r"(?:(?:invited|keynotes?|guest|industry|academic|plenary|featured"
            r"|confirmed)\s*(?:(?:&|and|/)\s*(?:invited|keynote|panel\w*)\s*)?)*"
            r"(?:speakers?|talks?|keynotes?|lectures?|lecturers?|instructors?)"
            r"(?:\s*(?:\d+|[IVX]+))?(?:\s+(?:at|of)\s+(?:the|our)\s+[\w\s]{3,40})?"
            r"(?:\s*(?:&|and)\s*(?:panell?ists?|talks?|abstracts?|panels?))?"
            r"(?:\s*(?:and|&)\s*invited\s+(?:talks?|speakers?))?(?:\s*\(.*\))?|keynote\s*:?.*"
            r"|(?:invited|plenary)\s+(?:talks?|speakers?|lectures?)\b.*"
            r"|(?:(?:the|our|confirmed|invited)\s+)*tutorial\s+"
            r"(?:speakers?|presenters?|lecturers?|instructors?)"
        ),
    ),
    (
        Topic.PAPERS,
        (
            r"(?:(?:list\s+of|the|all|our|oral|short|long|full|regular|poster|spotlight|demo"
            r"|archival|non-?archival|"
            r"workshop|research|position|vision|invited|published|contributed|lightning"
            r"|extended|best|oral)\s+)*"
            r"(?:accepted\s+)?(?:papers?|posters?|abstracts?|contributions?|publications?"
            r"|articles?|spotlights?|orals?|demos?)"
            r"(?:\s+presentations?)?(?:\s*(?:&|and|/|,)\s*(?:posters?|abstracts?|demos?|talks?"
            r"|papers?|orals?))*(?:\s*\(.*\))?"
            r"|accepted\s+.*|(?:workshop\s+)?proceedings|(?:paper|poster)\s+(?:list"
            r"|session)s?.*|submission\s+gallery"
        ),
    ),
    (
        Topic.SCHEDULE,
        (
            r"(?:(?:the|our|tentative|preliminary|provisional|final|workshop|detailed|full|draft"
            r"|interactive|event|conference|day\s*\d*)\s+)*"
            r"(?:schedule|program(?:me)?|agenda|time\s*table|timetable)"
            r"(?:\s+(?:overview|at\s+a\s+glance|schedule|and\s+schedule|\(.*\)|details|outline))?"
            r"(?:\s*(?:[-–—:,|]|&|and|for|of|on)\s*.*)?|(?:morning|afternoon)\s+session\b.*"
            r"|workshop\s+schedule.*|.*\bschedule"
        ),
    ),
    (
        Topic.DATES,
        (
            r"(?:(?:key|important|submission|the|all|paper|relevant|workshop|tentative"
            r"|updated)\s+)*"
            r"(?:dates?|deadlines?|timelines?)(?:\s*(?:&|and)\s*[\w\s]+)?(?:\s*[(:\[–—-].*)?"
            r"|important\s+dates.*|.*\bdeadlines?"
        ),
    ),
    (
        Topic.TOPICS,
        (
            r"(?:(?:workshop|conference|paper|main|key|suggested|relevant|research|core"
            r"|the)\s+)*(?:themes?\s*(?:&|and)\s*)?"
            r"(?:topics?|themes?|tracks?\s+and\s+topics|subject\s+areas?"
            r"|areas?\s+of\s+interest|topics?\s+of\s+interests?)"
            r"(?:\s*(?:&|and)\s*themes?)?(?:\s+of\s+interests?)?(?:\s*(?:include|[(:]|and"
            r"|for).*)?|scope(?:\s+and\s+topics)?"
            r"|topics\b.*|(?:workshop\s+)?scope(?!\s+(?:and|&)\s+(?:publi|submi|format|review)).*"
        ),
    ),
    (
        Topic.SUBMISSION,
        (
            r"(?:(?:paper|how\s+to|the|manuscript|abstract)\s+)*(?:submissions?|submit"
            r"|submitting)\b.*"
            r"|(?:author|formatting)?\s*(?:guidelines|instructions)\b.*"
            r"|reviewing?(?:\s+process)?|format"
        ),
    ),
    (
        Topic.CALL,
        (
            r"(?:.*\b)?(?:call\s+for\s+(?:papers|contributions?|submissions?|participation|posters"
            r"|abstracts|extended\s+abstracts)|cfp)\b.*"
        ),
    ),
    (
        Topic.CONTACT,
        (
            r"contacts?(?:\s+(?:us|information|details|info))?|questions?.*|get\s+in\s+touch"
            r"|further\s+information|reach\s+us"
        ),
    ),
    (
        Topic.VENUE,
        (
            r"(?:(?:the\s+)?venue|location|where|when|date|time|when\s*(?:&|and)\s*where|where\s*(?:&"
            r"|and)\s*when|date\s*(?:&|and|,)\s*.*|time\s*(?:&|and)\s*(?:location|place|venue"
            r"|date)|(?:venue|location)\s*(?:&|and|,).*|general\s+information|logistics"
            r"|attend(?:ing|ance)|workshop\s+details)"
        ),
    ),
    (
        Topic.OVERVIEW,
        (
            r"(?:workshop\s+)?(?:overview|introduction|motivation|abstract|description|summary"
            r"|goals?|aims?|background|objectives?|content)"
            r"\b.*|about(?:\s+(?:the\s+|our\s+|this\s+)?(?:workshop|event|us"
            r"|[A-Z][\w@'’-]*))?(?:\s+20\d\d)?|welcome\b.*|what\s+is.*"
            r"|workshop\s+topic\s+and\s+content|(?:call\s+)?background.*|why.*"
        ),
    ),
)
_PATTERNS = tuple(
    (topic, re.compile(rf"(?:\d+\.?\s+)?(?:{words})", re.IGNORECASE))
    for topic, words in (*_WORDS, *HEADINGS_ELSEWHERE)
)
_STRAY = re.compile(r"[^\w\s&/().,:;'’–—|#@-]+")
"""Signs around a heading that say nothing: arrows, drawings."""
_ACRONYM_IN_FRONT = re.compile(r"^(?!PC\b|TPC\b|CFP\b)[A-Z][\w-]*[A-Z][\w-]*\s+")
"""`WSP Organizers`, but not `PC Chairs`. →"""
_ANY_COMMITTEE = re.compile(
    r"(?!.*\b(?:workshop|conference|symposium|event|core|executive|main|host(?:ing)?|program(?:me)?"
    r"|organi[sz]\w+|scientific|technical|review\w*|papers?)\b)"
    r"(?!(?-i:[A-Z][\w-]*[A-Z][\w-]*)\s+(?:\d+\s+)?committee)(?:[\w&/,-]+\s+){1,4}(?:committee|board)",
    re.IGNORECASE,
)
"""A committee of any other name: `Awards Committee`, `Editorial Board`."""
_OF_EDITION = re.compile(r"\b(?:19|20|21)\d\d\b|['’]\d\d\b")
"""`2026`, `'26`"""


_SPEAKERS_AND_ORGANIZERS = re.compile(
    r"\bspeakers?\s*(?:&|/|,|and)\s*(?:the\s+)?organi[sz]|\borgani[sz]\w+(?:\s+committee)?\s*(?:&|/|,|and)\s*(?:\w+\s+)?speakers?\b",
    re.IGNORECASE,
)
"""`Speakers & Organizers`"""


def is_of_several_groups(title: str) -> bool:
    """Whether a heading does not say who of those below it speaks, and who organizes."""
    return _SPEAKERS_AND_ORGANIZERS.search(title) is not None


def topic_of(title: str) -> Topic | None:
    """What stands under a heading; nothing if it does not say."""
    plain = " ".join(_STRAY.sub(" ", title).split()).strip(" :.-–—|")
    if is_of_several_groups(plain):
        return None
    for candidate in dict.fromkeys((plain, _without_edition(plain), in_one_gender(plain))):
        for topic, pattern in _PATTERNS:
            if pattern.fullmatch(candidate):
                return topic
    return Topic.OTHER_COMMITTEE if _ANY_COMMITTEE.fullmatch(plain) else None


def _without_edition(title: str) -> str:
    """A heading without the year and the acronym in front of it: "WSP 2026: Organizers"."""
    bare = _ACRONYM_IN_FRONT.sub("", _OF_EDITION.sub(" ", title))
    return " ".join(bare.split()).strip(" :.-–—|@")


def topic_in_path(path: tuple[str, ...]) -> tuple[Topic | None, int]:
    """What a passage is about by its headings, and which of them says it.

    The innermost heading decides, unless its words are those of any prose or of any people and it
    stands below a list of papers or people: there, `Why Samples Matter` is a title, `Abstract` that
    of a talk, and `People` below `Lecturers` are these.
    """
    topics = [topic_of(title) for title in path]
    for index in range(len(path) - 1, -1, -1):
        if topics[index] is None or _is_part_of_somebody(path, index):
            continue
        above = [outer for outer in range(index) if topics[outer] in _WITH_TITLES]
        is_vague = topics[index] is Topic.OVERVIEW or _ANY_PEOPLE.fullmatch(path[index].strip(" :"))
        if is_vague and above:
            return topics[above[-1]], above[-1]
        return topics[index], index
    return None, -1


def _is_part_of_somebody(path: tuple[str, ...], index: int) -> bool:
    """Whether a heading says what the one whose name is the heading above does: `General Chair`."""
    is_part = index > 0 and part_in_organizing(path[index]) is not None
    return is_part and bool(person_name(path[index - 1]))


_WITH_TITLES = {
    *(Topic.PAPERS, Topic.SPEAKERS, Topic.PANELISTS, Topic.SCHEDULE, Topic.ORGANIZERS),
    *(Topic.COMMITTEE, Topic.OTHER_COMMITTEE),
}


_ANY_PEOPLE = re.compile(r"people|team|members|persons|profiles", re.IGNORECASE)
"""A heading that says of whom it is only below another one, as the name of a list of data does.
Example: `Team`."""


_REFERENCES = re.compile(
    r"(?:references|bibliography|literature|literatur(?:verzeichnis)?|bibliogra(?:ph|f)ie"
    r"|bibliogra(?:f[ií]a|fia)|r[ée]f[ée]rences(?:\s+bibliographiques)?|refer[eê]nci?as"
    r"|riferimenti(?:\s+bibliografici)?|(?:further|suggested|recommended)\s+readings?|reading\s+list|related\s+(?:work|events|workshops))",
    re.IGNORECASE,
)
"""Headings above works and events of others: `Literaturverzeichnis`."""


CONTEST = re.compile(
    r"\b(?:shared\s+task|competition|hackathon)s?\b"
    r"|(?<!\band\s)(?<!&\s)(?<!,\s)\bchallenges?\b(?!,?\s+(?:and|in|of|for|to|with|facing|ahead)\b)",
    re.IGNORECASE,
)
"""A contest, and not `Challenges and Prospects of Samples`, `Opportunities and Challenges`."""


def names_contest(titles: tuple[str, ...]) -> bool:
    """Whether one of some titles is of a shared task or the like, and of no workshop with one."""
    return any(CONTEST.search(one) and "workshop" not in one.casefold() for one in titles)


def is_of_others(path: tuple[str, ...]) -> bool:
    """Whether a passage stands below a heading like `References`."""
    return any(_REFERENCES.fullmatch(title.strip(" :.")) for title in path)


_LABELS = {
    Topic.ORGANIZERS,
    Topic.COMMITTEE,
    Topic.OTHER_COMMITTEE,
    Topic.SPEAKERS,
    Topic.PANELISTS,
    Topic.SCHEDULE,
    Topic.DATES,
    Topic.CONTACT,
    Topic.SUBMISSION,
    Topic.TOPICS,
    Topic.PAPERS,
    Topic.EARLIER,
}


def is_heading_text(text: str) -> bool:
    """Whether a line that is not marked up as a heading reads like one."""
    return topic_of(text) in _LABELS
