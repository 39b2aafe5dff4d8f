"""Makes slots of the rows of a programme: talks of speakers, papers, breaks."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.draft import DraftPerson, Record, SourceDiagnostics, Value
from proposal.importers.jekyll.people_collection import JekyllPeople
from proposal.importers.site.affiliation_lines import read_affiliation
from proposal.importers.site.name_likeness import is_institution, names_institution, person_name
from proposal.importers.site.paper_lines import FoundPaper, paper_in_row, read_authors_line
from proposal.importers.site.programme_lines import (
    Programme,
    ProgrammeRow,
    lines_by_day,
    nested,
    read_programme,
)
from proposal.importers.site.row_titles import (
    LONG_TITLE,
    authors_below,
    kind_of_begin,
    may_be_title_of_paper,
    people_below,
)
from proposal.importers.site.session_chairs import without_chairs
from proposal.importers.site.site_lines import SiteLine
from proposal.importers.site.site_papers import SitePapers
from proposal.importers.site.topic_passages import TopicPassage
from proposal.model.affiliated import is_balanced
from proposal.model.name_comparison import same_text
from proposal.model.session_kinds import kind_of_session, says_only_the_kind
from proposal.reading.listed_names import ListedAuthor
from proposal.reading.page_tree import PageLine

_TALK = re.compile(
    r"\b(?:keynotes?|invited|plenary|guest\s+(?:talk|lecture)|speaker|fireside|dialogue)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?P<label>(?:talk\s+)?title|topic|speakers?|presenters?|by|abstract|bio|chairs?"
    r"|session\s+chairs?|moderators?|panell?ists?|keynote(?:\s+(?:talk|speech|speaker))?\s*\d*"
    r"|invited\s+(?:talk|speaker)\s*\d*|location|room)\s*[:–—-]\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_BADGE = re.compile(
    r"\s*[\[(](?:virtual|online|remote|in[- ]person|paper\s+presentation|presentation|pdf|paper"
    r"|abstract|code|link|recording|slides?|video|oral|poster|long|short|\d+\s*min\w*)"
    r"(?:\s*[/,|&]\s*(?:pdf|paper|code|link|recording|slides?|video|poster))*[\])]\s*",
    re.IGNORECASE,
)
_LINK_BEHIND = re.compile(
    r"\s*(?:[–—|-]{1,2}|,)?\s*\blinks?\s+to\s+(?:the\s+)?(?:slides?|video|paper|recording|pdf)\b.*$",
    re.IGNORECASE,
)
"""What a link behind a title says: `On Samples -- Link to slides`."""
_LABELLED_TITLE = re.compile(r"^paper\s+title\s*:\s*(?P<title>\S+\s.*?)\.?$", re.IGNORECASE)
"""`Paper Title: On Samples`"""
_SESSION_OF_TALK = re.compile(r"^session\s+\w+\s*[:–—-]\s*(?=(?:invited|keynote)\b)", re.IGNORECASE)
"""The number of a session that is one talk: `Session 2: Invited Talk – Ann Author`."""
_MINUTES = re.compile(r"\s*[\[(]?\b\d{1,3}\s*(?:min(?:ute)?s?)\b\.?[\])]?", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“«'‘]+(.{6,}?)[\"”»'’]+\.?")
_IN_FRONT = re.compile(
    r"^(?:keynote|invited)(?:\s+(?:talk|speech|speaker))?\s*\d*\s*[:–—-]\s*", re.IGNORECASE
)
_NO_TALKS = {
    *("opening", "closing", "break", "lunch", "panel", "awards", "social", "posters", "discussion")
}
_LABELS_OF_OTHERS = {
    *("chair", "chairs", "session chair", "session chairs", "moderator", "moderators", "abstract"),
    *("bio", "location", "room", "panelists", "panelist", "panellists", "panellist"),
}
"""What stands before names that are no speaker's, and before other texts."""
_TALK_LABELS = ("keynote", "invited", "speaker")
_NAME_AND_TITLE = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?:\s+[A-Z]\.)?(?:\s+[A-Z][\w'’-]+){1,2})\s*(?:[–—:]|\s-)\s+(?P<title>\S+\s+\S.*)"
)
"""Behind the word keynote: `Ann Author – On Samples`."""
_NAME_PLACE_TITLE = re.compile(
    r"(?P<name>[^().,:–—]{4,60}?)\s*\((?P<place>[^()]+)\)\s*[.:,–—-]\s*(?P<title>\S+\s+\S.*)"
)
"""`Ann Author (University of Testing). On Samples`"""
_TITLE_AND_NAME = re.compile(r"(?P<title>\S+\s+\S.*?)[\s.,]*\((?P<name>[^()]+)\)")
"""`On Samples (Ann Author)`"""
_BRACKETS_BEHIND = re.compile(r"(?:\s*\([^()]*\))+\s*$")
_TITLE_NAME_PLACE = re.compile(
    r"(?P<title>\S+\s+\S.*?[^,\s])\s*,\s*(?P<name>[^(),]+?)\s*\((?P<place>[^()]+)\)"
)
"""`On Samples, Ann Author (University of Testing)`"""
_END_OF_DAY = re.compile(
    r"(?:the\s+)?(?:end|close|finish|adjourn(?:ment|ed)?|ende|fin)"
    r"(?:\s+of\s+(?:the\s+)?(?:workshop|day|program(?:me)?|event))?|workshop\s+ends",
    re.IGNORECASE,
)
"""A row that only says when the day is over: `17:30 End of the workshop`."""
_MOST_LINES = 6
_LONG = 200


class SiteProgramme(Struct):
    """The programme of an edition."""

    people: JekyllPeople
    papers: SitePapers
    speakers: list[Record]
    diagnostics: SourceDiagnostics
    slots: list[Record] = field(default_factory=list)
    zone: str | None = None
    year: int = 0
    """The edition, for days without a year."""
    dates: list[dt.date] = field(default_factory=list)
    """The days of a programme of several."""
    day: int = 0
    """The number of the day that is read; 0 if there is only one."""
    authors_first: bool = False
    """Whether rows name the authors of papers above their titles."""

    @property
    def hours(self) -> tuple[str, str] | None:
        """From when to when the first day lasts."""
        return self.hours_of(1)

    def hours_of(self, number: int) -> tuple[str, str] | None:
        """From when to when a day lasts, the first being 1."""
        slots = [slot for slot in self.slots if slot.get("day", 1) == number]
        if not slots:
            return None
        ends = [str(slot["end"]) for slot in slots]
        return min(str(slot["start"]) for slot in slots), max(ends)

    def is_row(self, hours: tuple[str, str]) -> bool:
        """Whether hours are those of one of several slots: a dinner's, and not the day's."""
        return len(self.slots) > 1 and any(
            (slot["start"], slot["end"]) == hours for slot in self.slots
        )

    def read(self, passages: list[TopicPassage]) -> None:
        """Read the first page that has a programme with hours, day by day."""
        by_page: dict[int, list[SiteLine]] = {}
        for found in passages:
            lines = by_page.setdefault(id(found.page), [])
            if found.passage.heading is not None:
                lines.append(found.passage.heading)
            lines += found.passage.lines
        best: list[tuple[dt.date | None, Programme]] = []
        for lines in by_page.values():
            days = self.days_in(lines)
            count = sum(len(programme.rows) for _, programme in days)
            if count >= 2 and count > sum(len(programme.rows) for _, programme in best):
                best = days
        dates = [date for date, _ in best if date is not None]
        if len(best) > 1 and len(set(dates)) < len(best):
            best = self.first_of(best)
        elif len(best) > 1:
            best.sort(key=lambda day: day[0] or dt.date.min)
            self.dates = sorted(dates)
        for number, (_, programme) in enumerate(best, 1):
            self.zone = self.zone or programme.zone
            self.day = number if len(best) > 1 else 0
            rows = [row for row in programme.rows if row.lines]
            ordered = nested(sorted(rows, key=lambda row: row.start))
            self.authors_first = any(_has_authors_first(row) for row in rows)
            for row in sorted(ordered, key=lambda row: row.start):
                self.session(row)

    def days_in(self, lines: list[SiteLine]) -> list[tuple[dt.date | None, Programme]]:
        """The programmes of the days of a page; one alone has no date."""
        found = [(day.date, read_programme(day.lines)) for day in lines_by_day(lines, self.year)]
        has_dates = any(date is not None and programme.rows for date, programme in found)
        days = [
            (date, programme)
            for date, programme in found
            if len(programme.rows) > (1 if date is None and has_dates else 0)
        ]
        return days if len(days) > 1 else [(None, read_programme(lines))]

    def first_of(
        self, days: list[tuple[dt.date | None, Programme]]
    ) -> list[tuple[dt.date | None, Programme]]:
        """The first of several days that have no date each; the others are told."""
        first, *others = days
        message = f"the programme has {len(days)} days without a date each; only the first is read"
        hint = "type the others into program.yaml, with their days in `when`"
        self.diagnostics.warn("not-understood", message, others[0][1].rows[0].span, hint)
        return [first]

    def session(self, row: ProgrammeRow) -> None:
        """Add the slots of a row, and of those within it."""
        if not row.inner:
            self.add(row, self.content(row))
            return
        inner = [(one, self.content(one)) for one in row.inner]
        if all("papers" in content for _, content in inner):
            own = self.content(row)
            papers = [paper for _, content in inner for paper in _list_of(content["papers"])]
            title = own.get("title") or row.lines[0].text
            slot: Record = {
                "papers": list(dict.fromkeys([*_list_of(own.get("papers", [])), *papers]))
            }
            kind = kind_of_session(str(title), has_papers=True)
            self.add(row, {"kind": kind or "papers", "title": title} | slot)
            message = (
                f"the hours of the single papers of “{title}” are left out; their order is kept"
            )
            self.diagnostics.warn(
                "to-confirm",
                message,
                row.span,
                "write `parts` in program.yaml, if pages are to have them",
            )
            return
        own = self.content(row)
        if own.get("papers"):
            self.add(row, own)
            for one, content in inner:
                self.add(one, content)
            return
        self.sessions_of_talks(row, inner)

    def sessions_of_talks(
        self, row: ProgrammeRow, inner: list[tuple[ProgrammeRow, Record]]
    ) -> None:
        """A session of talks: each has a slot of its own, and the session what is left of it."""
        reached = row.start
        title = row.lines[0].text
        for one, content in inner:
            self.add(one, content)
            reached = max(reached, one.end or one.start)
        message = f"“{title}” is left out, since what takes place in it has its own rows"
        self.diagnostics.warn("to-confirm", message, row.span, None)

    def add(self, row: ProgrammeRow, content: Record) -> None:
        """Add a slot; one whose end is not said is tentative."""
        if row.end is None and _END_OF_DAY.fullmatch(row.lines[0].text.strip(" .:")):
            return
        end = row.end
        tentative: Record = {}
        if end is None or end <= row.start:
            message = f"when the part that begins at {row.start:%H:%M} ends is not said"
            self.diagnostics.warn(
                "to-confirm",
                message,
                row.span,
                "half an hour stands in; correct it in program.yaml",
            )
            total = min(row.start.hour * 60 + row.start.minute + 30, 23 * 60 + 59)
            end = dt.time(total // 60, total % 60)
            tentative = {"tentative": True}
        if not content:
            return
        if row.misprint is not None:
            said = f"{row.start:%H:%M} ends at {row.misprint:%H:%M}"
            message = f"the part that begins at {said} on the page"
            hint = f"{end:%H:%M} is taken; look which is right"
            self.diagnostics.warn("to-confirm", message, row.span, hint)
            tentative = {"tentative": True}
        day: Record = {"day": self.day} if self.day else {}
        self.slots.append(
            day | {"start": f"{row.start:%H:%M}", "end": f"{end:%H:%M}", **content, **tentative}
        )

    # What happens

    def content(self, row: ProgrammeRow) -> Record:
        """What happens in a row."""
        said_by = without_chairs(
            [(text, line) for line in row.lines if _says(text := _bare(line.text))]
        )
        if not said_by.shown:
            return {}
        chairs: list[Value] = [self.people.find(one.name) or one.name for one in said_by.chairs]
        content = self.content_of(row, said_by.texts, [line for _, line in said_by.shown])
        if said_by.presenters and "talk" not in content:
            self.report_people(row, said_by.texts[0], [one.name for one in said_by.presenters])
        return content | ({"chair": chairs} if chairs and content else {})

    def content_of(self, row: ProgrammeRow, lines: list[str], styled: list[PageLine]) -> Record:
        """What happens in a row by its lines, without those who lead it."""
        head = lines[0]
        if papers := self.papers_of(row, lines, styled):
            self.report_talks(row, lines)
            kind = kind_of_session(head, has_papers=True) or "papers"
            titled: Record = {}
            if (
                not any(self.is_title_of(paper, head) for paper in papers)
                and len(head) < _LONG
                and not read_authors_line(head)
            ):
                titled = {"title": head}
            return {"kind": kind, **titled, "papers": papers}
        said = " ".join(lines[:4])
        if talk := self.talk(lines, said, row.span):
            return talk
        title = re.sub(r"\s*[:–—-]\s*$", "", head)
        named = kind_of_session(title, has_papers=False)
        if len(title.split()) >= LONG_TITLE and people_below(lines):
            named = kind_of_begin(title)
        record: Record = {"kind": named} if named and named != "talk" else {}
        if not (named and says_only_the_kind(title, named)):
            record["title"] = title
            self.report_people(row, title, lines[1:])
        return record

    def report_talks(self, row: ProgrammeRow, lines: list[str]) -> None:
        """Report the talks among the papers of a session, which has only papers in the data."""
        for line in lines:
            if re.match(r"(?:keynote|invited)\b", line, re.IGNORECASE):
                message = f"“{line[:70]}” stands among the papers of a session, and is left out"
                hint = "add it to `speakers`, and write `talk` into a slot of program.yaml"
                self.diagnostics.warn("not-understood", message, row.span, hint)

    def report_people(self, row: ProgrammeRow, title: str, lines: list[str]) -> None:
        """Report the people of a row that is neither a paper nor a talk for sure."""
        people = people_below([title, *lines])
        if people:
            message = f"`{title}` is kept without its people, such as {people[0].name}"
            hint = "if it is a paper or a talk, add it to papers.yaml or to `speakers`"
            self.diagnostics.warn("not-understood", message, row.span, hint)

    def is_title_of(self, paper: str, text: str) -> bool:
        """Whether a text is, or has in it, the title of a paper."""
        record = next(one for one in self.papers.records if one["id"] == paper)
        return same_text(str(record["title"]), text) or str(record["title"]) in text

    def papers_of(self, row: ProgrammeRow, lines: list[str], styled: list[PageLine]) -> list[str]:
        """The ids of the papers that a row names; a title above its authors is one.

        Args:
            row: the row.
            lines: the texts of its lines.
            styled: the same lines, with what is bold, in italics or a link.
        """
        if _TALK.search(lines[0]) and not any(self.papers.find(line) for line in lines):
            return []
        if self.authors_first and (below := _authors_above_title(lines)) is not None:
            authors, title = below
            known = self.papers.find(title)
            if known is not None:
                return [str(known["id"])]
            self.papers.count += 1
            return [self.papers.add(FoundPaper(title, row.span, authors), self.papers.count)]
        found: list[str] = []
        for index, line in enumerate(lines):
            bare = re.sub(r"^(?:\d{1,3}[.):]|[•*–-])\s*", "", line).strip('"“”')
            known = (
                self.papers.find(bare) or self.papers.find(bare.rpartition(": ")[2])
                if len(bare) > 15
                else None
            )
            if known is not None:
                found.append(str(known["id"]))
                continue
            if labelled := _LABELLED_TITLE.match(bare):
                paper = FoundPaper(labelled["title"], row.span, authors_below(lines[index + 1 :]))
                self.papers.count += 1
                found.append(self.papers.add(paper, self.papers.count))
                continue
            whole = paper_in_row(SiteLine(styled[index], row.span, "p", "", 0, 0))
            if whole is not None and self.may_be_paper(whole):
                self.papers.count += 1
                found.append(self.papers.add(whole, self.papers.count))
                continue
            authors = read_authors_line(lines[index + 1]) if index + 1 < len(lines) else []
            if index + 2 < len(lines) and self.papers.find(lines[index + 2]) is not None:
                authors = []  # they are those of the paper below them
            is_title = (
                len(bare.split()) >= (3 if len(authors) > 1 else 4)
                and not read_authors_line(bare)
                and may_be_title_of_paper(bare, len(authors))
            )
            if (
                authors
                and is_title
                and not self.is_speaker(authors[0].name)
                and not _LABEL.match(bare)
            ):
                self.papers.count += 1
                found.append(
                    self.papers.add(FoundPaper(bare, row.span, authors), self.papers.count)
                )
        return list(dict.fromkeys(found))

    def may_be_paper(self, paper: FoundPaper) -> bool:
        """Whether a title with authors on its line is a paper, and no talk and no part of a day."""
        return (
            _TALK.search(paper.title) is None
            and _LABEL.match(paper.title) is None
            and may_be_title_of_paper(paper.title, len(paper.authors))
            and not any(self.is_speaker(one.name) for one in paper.authors)
        )

    def is_speaker(self, name: str) -> bool:
        """Whether somebody of this name is known as a speaker."""
        person = self.people.find(name)
        return person is not None and any(record["person"] is person for record in self.speakers)

    def talk(self, lines: list[str], said: str, span: Span) -> Record:
        """The slot of a talk: its speaker is known, or named beside the word keynote."""
        found = _TalkLines(self.people, self.speakers, said)
        for index, line in enumerate(lines[:_MOST_LINES]):
            found.line(line, index)
        has_quoted_title = len(lines) > 1 and _QUOTED.fullmatch(lines[1]) is not None
        if found.speaker is None and not found.name and has_quoted_title:
            found.name, found.affiliation = _named_at_start(lines[0]) or ("", "")
            found.title = found.title or lines[1].strip('"“”«». ')
        is_talk = _TALK.search(said) is not None or found.speaker is not None
        if not is_talk and not (found.name and has_quoted_title):
            return {}
        kind = kind_of_session(lines[0], has_papers=False)
        if kind in _NO_TALKS and not re.search(r"keynote|invited", lines[0], re.IGNORECASE):
            return {}
        speaker = found.speaker
        if speaker is None and found.name:
            speaker = self.people.add(found.name, span)
        if speaker is None:
            return {}
        if found.affiliation and not speaker.affiliations:
            where = read_affiliation(found.affiliation)
            speaker.affiliations = [where.record] if where is not None else []
        record = self.record_of(speaker, said)
        title = found.title or (_title_in_front(lines, self.people, self.speakers))
        if title and "title" not in record:
            record["title"] = title
        return {"talk": speaker}

    def record_of(self, speaker: DraftPerson, said: str) -> Record:
        """The record of a speaker's talk, which is added if it is not known."""
        for record in self.speakers:
            if record["person"] is speaker and record["role"] in {"keynote", "talk"}:
                return record
        role = "keynote" if re.search(r"keynote", said, re.IGNORECASE) else "talk"
        added: Record = {"person": speaker, "role": role, "status": "confirmed"}
        self.speakers.append(added)
        return added


class _TalkLines(Struct):
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
        match = _LABEL.match(line)
        label, text = (match["label"].casefold(), match["rest"]) if match else ("", line)
        if label.startswith(("title", "talk title", "topic")):
            self.title = self.title or text.strip('"“”. ')
        elif label not in _LABELS_OF_OTHERS and not self._person(text, line, label, index):
            self._title(line, text, label, index)

    def _person(self, text: str, line: str, label: str, index: int) -> bool:
        """Read who speaks; whether the line says it."""
        bare = re.sub(r"^by\s+", "", text, flags=re.IGNORECASE)
        person = _speaker_in(self.people, self.speakers, bare)
        if person is not None and self.speaker is None:
            self.speaker = person
            start = _named_at_start(bare)
            self.affiliation = self.affiliation or (start[1] if start else "")
            rest = _without_name(_BRACKETS_BEHIND.sub("", bare), person.name)
            if quoted := re.search(r"[\"“«]([^\"”»]{6,})[\"”»]", line):
                self.title = self.title or quoted[1]
            elif label.startswith(("keynote", "invited")) and _may_be_title(rest):
                self.title = self.title or rest
            return True
        if person is not None:
            return True
        if not self.name and label.startswith(_TALK_LABELS):
            match = _NAME_AND_TITLE.fullmatch(bare)
            if match is not None and not _is_affiliation(match["name"]):
                self.name, self.title = match["name"], self.title or match["title"].strip('"“”')
                return True
            if self._with_place(bare):
                return True
        if not self.name and (label or index or _TALK.search(self.said)):
            start = _named_at_start(bare)
            self.name, self.affiliation = start or ("", self.affiliation)
            return start is not None
        return False

    def _with_place(self, text: str) -> bool:
        """Read a speaker in front of a title or behind it; whether the text is both."""
        for pattern in (_NAME_PLACE_TITLE, _TITLE_AND_NAME, _TITLE_NAME_PLACE):
            match = pattern.fullmatch(text)
            if match is not None and (name := person_name(match["name"])):
                self.name = name
                self.affiliation = match.groupdict().get("place") or ""
                self.title = self.title or match["title"].strip(' .,"“”')
                return True
        return False

    def _title(self, line: str, text: str, label: str, index: int) -> None:
        """Read the title of the talk."""
        if quoted := _QUOTED.fullmatch(line):
            self.title = self.title or quoted[1]
        elif label.startswith(("keynote", "invited")) and len(text.split()) > 1:
            self.title = self.title or text.strip('"“”')
        elif index and (self.speaker is not None or self.name):
            is_short = len(line) < _LONG and len(line.split()) > 2
            if is_short and not _is_affiliation(line):
                self.title = self.title or line


def _authors_above_title(lines: list[str]) -> tuple[list[ListedAuthor], str] | None:
    """The authors in a row's first line with the title below it; nothing if it has none."""
    if len(lines) < 2 or _LABEL.match(lines[0]) or _LABEL.match(lines[1]):
        return None
    authors, title = read_authors_line(lines[0]), lines[1].strip('"“”. ')
    is_title = (
        len(title.split()) >= 3 and not read_authors_line(title) and not names_institution(title)
    )
    return (authors, title) if authors and is_title else None


def _has_authors_first(row: ProgrammeRow) -> bool:
    """Whether a row names two authors or more above a title."""
    found = _authors_above_title([_bare(line.text) for line in row.lines])
    return found is not None and len(found[0]) > 1


def _may_be_title(text: str) -> bool:
    """Whether a text may be a title; `Prof. (Example University) (+ questions` may not."""
    said = re.sub(r"\([^()]*\)?|^(?:Prof|Dr|Professor|Mr|Ms|Mx)\b\.?", " ", text)
    return (
        len(said.split()) > 2
        and is_balanced(said)
        and not person_name(text)
        and not _is_affiliation(text)
    )


def _title_in_front(lines: list[str], people: JekyllPeople, speakers: list[Record]) -> str:
    """The title of a talk in the first line of a row, above its speaker."""
    if len(lines) < 2 or says_only_the_kind(lines[0], "talk"):
        return ""
    if _speaker_in(people, speakers, lines[0]) is not None:
        return ""
    head = _IN_FRONT.sub("", lines[0])
    is_label = re.fullmatch(
        r"(?:keynote|invited|session).{0,20}|(?:invited|contributed)\s+talks\b.*|.*\(chairs?:.*",
        head,
        re.IGNORECASE,
    )
    return "" if is_label or not _may_be_title(head) else head.strip('"“”')


def _says(text: str) -> bool:
    """Whether a line says anything beside what it links to: not `[pdf]`."""
    return bool(text) and not re.fullmatch(
        r"[\W_]*(?:pdf|slides?|video|paper|recording)?[\W_]*", text, re.IGNORECASE
    )


def _bare(text: str) -> str:
    text = _SESSION_OF_TALK.sub("", text)
    bare = _MINUTES.sub("", _BADGE.sub(" ", _LINK_BEHIND.sub("", text)))
    bare = re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", bare)
    return " ".join(bare.split()).strip(" |•·–—-")


def _speaker_in(people: JekyllPeople, speakers: list[Record], text: str) -> DraftPerson | None:
    """A known speaker whom a line names."""
    person = people.find_in(re.sub(r"\s*\([^()]*\)", " ", text))
    if person is not None and any(record["person"] is person for record in speakers):
        return person
    start = _named_at_start(text)
    if start:
        known = people.find(start[0])
        if known is not None and any(record["person"] is known for record in speakers):
            return known
    return None


def _named_at_start(text: str) -> tuple[str, str] | None:
    """A name with which a text begins, and the affiliation behind it."""
    bare = re.sub(r"^(?:[\w\s]{0,20}\b(?:with|by)\s+)", "", text)
    if name := person_name(bare):
        return name, ""
    match = re.match(
        r"^(?P<name>[^(),:–—]+?)\s*(?:\((?P<inner>[^()]+)\)|[,–—]\s*(?P<rest>.+))", bare
    )
    if match and (name := person_name(match["name"])):
        return name, match["inner"] or match["rest"] or ""
    return None


def _without_name(text: str, name: str) -> str:
    rest = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return " ".join(rest.split()).strip(" ,:–—-()")


def _is_affiliation(text: str) -> bool:
    return is_institution(text.split(",", maxsplit=1)[0]) and len(text) < 90


def _list_of(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
