"""Finds who speaks, and on what, in the lines of a row of the programme."""

from __future__ import annotations

import re

from msgspec import Struct

from proposal.importers.draft import DraftPerson, Record
from proposal.importers.jekyll.people_collection import JekyllPeople
from proposal.importers.site.affiliation_lines import is_post
from proposal.importers.site.line_starts import LineStart, line_start
from proposal.importers.site.name_likeness import (
    is_institution,
    is_sentence_like,
    person_name,
)
from proposal.importers.site.name_lists import FULL_WIDTH
from proposal.model.affiliated import is_balanced
from proposal.model.name_comparison import same_text
from proposal.model.session_kinds import says_only_the_kind
from proposal.reading.placeholders import is_placeholder

_TALK_OF_JAPAN = r"(?:招待|基調|特別|依頼|招聘)講演"
_NUMBER = r"(?:\d+|(?-i:[IVX]+)\b)?"
"""The number of a talk, in digits or as `IV`."""
TALK = re.compile(
    r"\b(?:keynotes?|invited|plenary|guest\s+(?:talk|lecture)|speaker|fireside|dialogue)\b"
    rf"|{_TALK_OF_JAPAN}",
    re.IGNORECASE,
)
"""`Keynote`, `Invited talk`, `Guest lecture`, `招待講演`"""
LABEL = re.compile(
    r"^(?P<label>(?:talk\s+)?title|topic|speakers?|presenters?|by|abstract|bio|chairs?"
    r"|session\s+chairs?|moderators?|panell?ists?|keynote(?:\s+(?:talk|speech|speaker))?"
    rf"\s*{_NUMBER}|invited\s+(?:talk|speaker)\s*{_NUMBER}|location|room|{_TALK_OF_JAPAN}\s*\d*)"
    r"\s*[:：–—-]\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
"""`Title: On Engines`, `Speaker: Ada Lovelace`, `Keynote 1: On Engines`, `Keynote II: Ada`"""
QUOTED = re.compile(r"[\"“«'‘]+(.{6,}?)[\"”»'’]+\.?")
"""`“On Careful Engines”`"""
_IN_FRONT = re.compile(
    rf"^(?:(?:keynote|invited)(?:\s+(?:talk|speech|speaker))?|{_TALK_OF_JAPAN})\s*{_NUMBER}\s*[:：–—-]\s*",
    re.IGNORECASE,
)
"""`Keynote 1: On Engines`"""
_KIND_IN_FRONT = re.compile(
    rf"^(?:keynote|invited|plenary)(?:\s+(?:talk|speech|speaker|lecture))?\s*{_NUMBER}\s+(?=[^:]+:?$)",
    re.IGNORECASE,
)
"""`Keynote Ann Author:`"""
_LABELS_OF_OTHERS = {
    *("chair", "chairs", "session chair", "session chairs", "moderator", "moderators", "abstract"),
    *("bio", "location", "room", "panelists", "panelist", "panellists", "panellist"),
}
"""What stands before names that are no speaker's, and before other texts."""
_ELSEWHERE = (
    (
        "Keynote: ",
        r"keynote-?vortrag|hauptvortrag|(?:conferencia|ponencia)\s+magistral|palestra\s+magna",
    ),
    (
        "Invited talk: ",
        (
            r"(?:ein)?geladener\s+vortrag|gastvortrag|plenarvortrag"
            r"|palestra\s+(?:convidada|plenária)|(?:conferencia|ponencia|charla)\s+(?:invitada"
            r"|plenaria)|conférence\s+(?:invitée|plénière)|exposé\s+invité"
            r"|relazione\s+(?:su\s+invito|invitata|plenaria)"
        ),
    ),
)
_LABELS_ELSEWHERE = tuple(
    (english, re.compile(rf"^(?:{words})\s*{_NUMBER}\s*[:–—]\s*", re.IGNORECASE))
    for english, words in _ELSEWHERE
)
"""`Eingeladener Vortrag: `, `Conferencia magistral: `"""


_QUOTED_ELSEWHERE = re.compile(r"(?:«\s*|„)(?P<title>[^«»„“”]+?)(?:\s*»|[“”]?)")
"""A title as French and German quote it: `« Des exemples »`, `„Von Mustern“`."""


def without_quotes_elsewhere(title: str) -> str:
    """A title that is all between quotes of another language, without them."""
    match = _QUOTED_ELSEWHERE.fullmatch(title)
    return match["title"] if match else title


def with_english_label(line: str) -> str:
    """A line with the kind of its talk in English, if it begins with that in another language."""
    for english, label in _LABELS_ELSEWHERE:
        line = label.sub(english, line)
    return line


_ON_ONE_LINE = re.compile(
    rf"(?P<kind>{_TALK_OF_JAPAN}\s*\d*)[\s:：]*(?P<before>[^「『]*)[「『](?P<title>[^」』]+)[」』](?P<behind>.*)"
)
"""`招待講演1 仮名 太郎（見本大学）「見本の研究」`"""


def with_titles_apart(lines: list[str]) -> list[str]:
    """Lines of a row, of which one that has a title in corner brackets becomes two."""
    parted: list[str] = []
    for line in lines:
        match = _ON_ONE_LINE.fullmatch(line.strip())
        speaker = (
            f"{match['before']} {match['behind']}".translate(FULL_WIDTH).strip() if match else ""
        )
        is_parted = match is not None and bool(speaker)
        own = [f"{match['kind']}: {speaker}", f"Title: {match['title']}"] if match else []
        parted += own if is_parted else [line]
    return parted


_TALK_LABELS = ("keynote", "invited", "speaker", "招待", "基調", "特別", "依頼", "招聘")
_NAME_AND_TITLE = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?:\s+[A-Z]\.)?(?:\s+[A-Z][\w'’-]+){1,2})\s*(?:[–—:]|\s-)\s+(?P<title>\S+\s+\S.*)"
)
"""Behind the word keynote: `Ann Author – On Samples`."""
_BEHIND_NAME = re.compile(r"\s*(?:\([^()]*\)\s*)?(?P<sign>:|\s[–—-])\s+(?P<title>\S.*)")
"""Behind the name of a known speaker: `: On Samples`, ` (University of Testing) – On Samples`."""
_NAME_PLACE_TITLE = re.compile(
    r"(?P<name>[^().,:–—]{4,60}?)\s*\((?P<place>[^()]+)\)\s*[.:,–—-]\s*(?P<title>\S+\s+\S.*)"
)
"""`Ann Author (University of Testing). On Samples`"""
_TITLE_AND_NAME = re.compile(r"(?P<title>\S+\s+\S.*?)[\s.,]*\((?P<name>[^()]+)\)")
"""`On Samples (Ann Author)`"""
_BRACKETS_BEHIND = re.compile(r"(?:\s*\([^()]*\))+\s*$")
"""`On Engines (online) (30 min)`"""
_LESS_BEHIND = re.compile(r"(?:\s*\([^\s()]+(?:\s+[^\s()]+){0,4}\s*\))+\s*$")
"""A few words in brackets: `On Samples (30 min)`, but not those that say what letters stand for."""
_TITLE_NAME_PLACE = re.compile(
    r"(?P<title>\S+\s+\S.*?[^,\s])\s*,\s*(?P<name>[^(),]+?)\s*\((?P<place>[^()]+)\)"
)
"""`On Samples, Ann Author (University of Testing)`"""
_TITLE_DASH_NAME = re.compile(r"(?P<title>\S+\s+\S.*)\s+(?:[–—|]|-{1,3})\s+(?P<name>\S.*)")
"""`On Samples -- Ann Author`"""
_QUOTED_BEHIND = re.compile(r"[\"“«]([^\"”»]{6,})[\"”»]")
"""What stands in quotes in a line with a speaker, too long for a nickname."""
LONG = 200
"""Characters of a line that is a text, and no title."""


class TalkLines(Struct):
    """What the lines of a row say of a talk."""

    people: JekyllPeople
    speakers: list[Record]
    said: str
    speaker: DraftPerson | None = None
    name: str = ""
    affiliation: str = ""
    title: str = ""

    def line(self, line: str, index: int) -> None:
        """Read a line of a row."""
        match = LABEL.match(line)
        label, text = (match["label"].casefold(), match["rest"]) if match else ("", line)
        if label.startswith(("title", "talk title", "topic")):
            self.title = text.strip('"“”. ') or self.title
        elif label not in _LABELS_OF_OTHERS and not self._person(text, line, label, index):
            self._title(line, text, label, index)

    def _person(self, text: str, line: str, label: str, index: int) -> bool:
        """Read who speaks; whether the line says it."""
        bare = re.sub(r"^by\s+", "", text, flags=re.IGNORECASE)
        person = _speaker_in(self.people, self.speakers, bare)
        if person is not None and self.speaker is None:
            self.speaker = person
            start = named_at_start(bare)
            self._behind_name(bare, start[1] if start else "")
            rest = _without_name(_BRACKETS_BEHIND.sub("", bare), person.name)
            if quoted := _QUOTED_BEHIND.search(line):
                self.title = self.title or quoted[1]
            elif label.startswith(("keynote", "invited")) and _may_be_title(rest):
                self.title = self.title or rest
            else:
                self.title = (
                    self.title or _title_behind(bare, person) or _title_before(bare, person)
                )
            return True
        if person is not None:
            return True
        if not self.name and label.startswith(_TALK_LABELS):
            match = _NAME_AND_TITLE.fullmatch(bare)
            if match is not None and _is_name_before_title(match["name"], match["title"]):
                self.name, self.title = match["name"], self.title or match["title"].strip('"“”')
                return True
            if self._with_place(bare):
                return True
        if not self.name and (label or index or TALK.search(self.said)):
            start = named_at_start(bare)
            if start is not None:
                self.name = start[0]
                quoted = _QUOTED_BEHIND.search(bare)
                self.title = self.title or (quoted[1] if quoted else "")
                self._behind_name(bare, start[1])
            return start is not None
        return False

    def _behind_name(self, text: str, rest: str) -> None:
        """Read what stands behind a name: where somebody works, or the title of the talk.

        Args:
            text: the whole line.
            rest: what stands in brackets, or behind a comma or a dash.
        """
        if rest.strip('"“”«». ') == self.title:
            return
        if f"({rest})" in text or not _reads_like_title(rest):
            self.affiliation = self.affiliation or rest
        else:
            self.title = self.title or rest.strip('"“”. ')

    def _with_place(self, text: str) -> bool:
        """Read a speaker in front of a title or behind it; whether the text is both."""
        for pattern in (_NAME_PLACE_TITLE, _TITLE_AND_NAME, _TITLE_NAME_PLACE, _TITLE_DASH_NAME):
            match = pattern.fullmatch(text)
            if match is not None and (named := _named(match["name"])):
                self.name, place = named
                self.affiliation = match.groupdict().get("place") or place
                self.title = self.title or match["title"].strip(' .,"“”')
                return True
        return False

    def _title(self, line: str, text: str, label: str, index: int) -> None:
        """Read the title of the talk."""
        if quoted := QUOTED.fullmatch(line):
            self.title = self.title or quoted[1]
        elif label.startswith(("keynote", "invited")) and len(text.split()) > 1:
            self.title = self.title or text.strip('"“”')
        elif index and (self.speaker is not None or self.name):
            is_aside = _ONLY_BRACKETS.fullmatch(line) is not None
            is_short = len(line) < LONG and len(line.split()) > 2 and not is_aside
            if is_short and not is_affiliation(line) and not is_post(line):
                self.title = self.title or line


def talks_below(lines: list[str]) -> list[str]:
    """The speakers of several talks below the title of a session; nobody if it has at most one.

    Each stands in front of the talk's title: `1. Ann Author: On Samples`.
    """
    starts = [line_start(line) for line in lines[1:]]
    titled = [start.name for start in starts if start is not None and _has_title(start)]
    has_head = line_start(lines[0]) is None and LABEL.match(lines[0]) is None
    return titled if has_head and len(titled) > 1 else []


def title_of_session(lines: list[str]) -> str:
    """What a session is called above its talks: `Session 1: On Samples`, in one line or in two."""
    is_number = _NUMBER_OF_SESSION.fullmatch(lines[0]) is not None
    below = lines[1] if is_number and line_start(lines[1]) is None else ""
    return f"{lines[0].strip(' :')}: {below}" if below else lines[0]


_NUMBER_OF_SESSION = re.compile(r"(?:session|part|block)\s+(?:\d+|[IVX]+|[A-H])\W*", re.IGNORECASE)
"""`Session 1`, `Part II:`"""


def _has_title(start: LineStart) -> bool:
    """Whether what stands behind a name is the title of a talk, and no institution."""
    is_parted = start.form in {":", "-"} and not start.label
    return is_parted and len(start.rest.split()) > 1 and not is_affiliation(start.rest)


_LABEL_IN_FRONT = re.compile(r"^[^\W\d_][\w ]{2,30}:\s+")
"""What kind of talk it is, in front of its speaker: `Guest Spotlight: Ann Author - On Samples`."""
_ONLY_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
"""A line below a speaker that is no title: `(presentation, 3.3 MB)`."""
_BEGINS_TITLE = re.compile(
    r"(?:on|towards?|how|why|what|when|where|from|beyond|is|are|can|do|does|the\s+[a-z]|an?)\s",
    re.IGNORECASE,
)
"""`Towards Careful Engines`"""
_NO_NAME = re.compile(r"(?:On|Towards?|Why|What|When|Where|From|Beyond|Is|Are)\s")
"""What neither a name nor an institution begins with, unlike `Do Kim` and `The Example Group`."""
_SHORTEST_TITLE = 3
"""Words of a title that no institution is."""
_LONGEST_PLACE = 5
"""Words of the place where somebody works."""


def _is_name_before_title(name: str, title: str) -> bool:
    """Whether the first of two parts is the name, as it is not in `Why It Matters – Ann Author`."""
    is_turned = _named(title) and (_NO_NAME.match(name) or not person_name(name))
    return not is_affiliation(name) and not is_turned


def _reads_like_title(text: str) -> bool:
    """Whether words behind a name and a comma are a title, and no institution.

    `On Samples and Tests` is one; `Example Robotics, Lyon` may be where somebody works.
    """
    if _NO_NAME.match(text):
        return True
    first, words = text.split(",", maxsplit=1)[0], text.split()
    if is_institution(first) or len(words) < _SHORTEST_TITLE:
        return False
    small = [word for word in words if word.isalpha() and word.islower()]
    is_sentence = bool(_BEGINS_TITLE.match(text)) or bool(re.search(r"[?:]", text))
    return is_sentence or (len(first.split()) > _LONGEST_PLACE and len(small) > 0)


def _may_be_title(text: str) -> bool:
    """Whether a text may be a title; `Prof. (Example University) (+ questions` may not."""
    said = re.sub(r"\([^()]*\)?|^(?:Prof|Dr|Professor|Mr|Ms|Mx)\b\.?", " ", text)
    return (
        (len(said.split()) > 2 or _WORDS_WITHOUT_SPACES.search(said) is not None)
        and is_balanced(said)
        and not person_name(text)
        and not is_affiliation(text)
    )


_WORDS_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{4}")
"""`見本の研究`"""
_ONLY_KIND = re.compile(
    r"(?:keynote|invited|plenary|guest|featured)(?:\s+(?:talk|speech|speaker|lecture|address))?"
    r"\s*(?:#?\d+|[IVX]+)?",
    re.IGNORECASE,
)
"""A line that says no more than that a talk is one: `Invited Talk 2`."""


def title_in_front(lines: list[str], people: JekyllPeople, speakers: list[Record]) -> str:
    """The title of a talk in the first line of a row, above its speaker."""
    if len(lines) > 2 and _ONLY_KIND.fullmatch(lines[0].strip(" :")):
        lines = lines[1:]  # `Invited Talk`, `On Samples`, `Ann Author, University of Testing`
    if len(lines) < 2 or says_only_the_kind(lines[0], "talk"):
        return ""
    if _speaker_in(people, speakers, lines[0]) is not None or named_at_start(lines[0]):
        return ""
    head = _IN_FRONT.sub("", lines[0])
    is_label = re.fullmatch(
        # `Keynote 1`, `Invited talks:`, `Session 2 (Chair: Ann Author)`
        r"(?:keynote|invited|session).{0,20}|(?:invited|contributed)\s+talks\b.*|.*\(chairs?:.*",
        head,
        re.IGNORECASE,
    )
    return "" if is_label or not _may_be_title(head) else head.strip('"“”')


def word_behind_kind(lines: list[str]) -> str:
    """The one word behind the kind of a talk, above its speaker: "Keynote: Samples"."""
    match = _IN_FRONT.match(lines[0]) if len(lines) > 1 else None
    word = lines[0][match.end() :].strip('"“”. ') if match else ""
    return word if word.isalpha() and not is_placeholder(word) else ""


_IN_BRACKETS = re.compile(r"\((?P<name>[^()]+)\)")
"""A line below the title of a talk: `(Ann Author)`."""


def _speaker_in(people: JekyllPeople, speakers: list[Record], text: str) -> DraftPerson | None:
    """A known speaker whom a line names."""
    if (alone := _IN_BRACKETS.fullmatch(text.strip())) and person_name(alone["name"]):
        text = alone["name"]
    person = people.find_in(re.sub(r"\s*\([^()]*\)", " ", text))
    if person is not None and any(record["person"] is person for record in speakers):
        return person
    start = named_at_start(text)
    if start:
        known = people.find(start[0])
        if known is not None and any(record["person"] is known for record in speakers):
            return known
    return None


def _named(text: str) -> tuple[str, str] | None:
    """A name alone, or before where the person works: `Ann Author, Example Labs`."""
    start = _name_and_rest(text)
    return start if start is not None and (not start[1] or is_affiliation(start[1])) else None


def says_who_or_what(line: str) -> bool:
    """Whether a line says more of a talk than its kind: `Keynote: On Samples`."""
    head = _IN_FRONT.match(line)
    said = line[head.end() :].strip(" .") if head else ""
    return len(said.split()) > 1 and not is_placeholder(said)


def named_at_start(text: str) -> tuple[str, str] | None:
    """A name with which a text begins, and the affiliation behind it."""
    # such as Fireside chat with Ada Lovelace
    bare = re.sub(r"^(?:[\w\s]{0,20}\b(?:with|by)\s+)", "", text)
    return _name_and_rest(_KIND_IN_FRONT.sub("", bare))


def _name_and_rest(bare: str) -> tuple[str, str] | None:
    if name := person_name(bare):
        return name, ""
    match = re.match(
        # `Ann Author (Example University)`, `Ann Author, Example Labs`
        r"^(?P<name>[^(),:–—]+?)\s*(?:\((?P<inner>[^()]+)\)|[,–—]\s*(?P<rest>.+))",
        bare,
    )
    if match and (name := person_name(match["name"])):
        return name, match["inner"] or match["rest"] or ""
    return None


def _title_behind(text: str, person: DraftPerson) -> str:
    """The title behind the name with which a text begins, and not where somebody works."""
    name = person.name.casefold()
    text = text if text.casefold().startswith(name) else _LABEL_IN_FRONT.sub("", text)
    begins = text.casefold().startswith(name)
    match = _BEHIND_NAME.fullmatch(text[len(person.name) :]) if begins else None
    if match is None:
        return ""
    title = _LESS_BEHIND.sub("", match["title"].partition(" | ")[0]).strip('"“” ')
    works_at = (str(post.get("institution", "")) for post in person.affiliations)
    is_post = is_affiliation(title) or any(same_text(title, one) for one in works_at)
    is_long = len(title.split()) >= (2 if match["sign"].strip() == ":" else 3)
    return title if is_long and not is_post and len(title) <= LONG else ""


def _title_before(text: str, person: DraftPerson) -> str:
    """The title in front of a dash and a name: `On Samples -- Ann Author`."""
    match = _TITLE_DASH_NAME.fullmatch(text)
    title = match["title"].strip('"“” ') if match is not None else ""
    is_name = match is not None and match["name"].casefold().startswith(person.name.casefold())
    return title if is_name and _may_be_title(title) and len(title) <= LONG else ""


def _without_name(text: str, name: str) -> str:
    rest = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return " ".join(rest.split()).strip(" ,:–—-()")


def is_affiliation(text: str) -> bool:
    """Whether a line says where somebody works."""
    return (
        is_institution(text.split(",", maxsplit=1)[0])
        and len(text) < 90
        and not is_sentence_like(text)
    )
