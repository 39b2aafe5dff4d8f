"""Makes slots of the rows of a programme: talks of speakers, papers, breaks."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct, field

from proposal.diagnostics import Span, counted
from proposal.importers.draft import DraftPerson, Record, SourceDiagnostics, Value
from proposal.importers.jekyll.people_collection import JekyllPeople
from proposal.importers.program.known_works import is_alike
from proposal.importers.site.affiliation_lines import read_affiliation
from proposal.importers.site.material_links import note_materials
from proposal.importers.site.name_likeness import names_institution
from proposal.importers.site.paper_lines import (
    FoundPaper,
    authors_by_place,
    paper_in_row,
    read_authors_line,
)
from proposal.importers.site.programme_days import (
    ProgrammeDay,
    place_of,
    programme_days,
    with_shared_once,
)
from proposal.importers.site.programme_lines import ProgrammeRow, read_programme
from proposal.importers.site.row_reports import (
    report_lines,
    report_people,
    report_several,
    report_talks,
)
from proposal.importers.site.row_texts import bare_text, says_anything
from proposal.importers.site.row_titles import (
    LONG_TITLE,
    authors_below,
    is_other_part,
    is_subtitle,
    kind_of_begin,
    may_be_title_of_paper,
    people_below,
    says_only_panel,
)
from proposal.importers.site.session_chairs import without_chairs
from proposal.importers.site.site_lines import SiteLine
from proposal.importers.site.site_papers import SitePapers
from proposal.importers.site.talk_lines import (
    LABEL,
    LONG,
    QUOTED,
    TALK,
    TalkLines,
    named_at_start,
    talks_below,
    title_in_front,
    title_of_session,
    with_english_label,
    with_titles_apart,
    without_quotes_elsewhere,
    word_behind_kind,
)
from proposal.importers.site.title_columns import names_paper, says_more
from proposal.importers.site.titles_before_people import (
    has_people_in_front,
    is_paper_before_authors,
    title_before_people,
    title_behind_people,
    with_panelists_below,
)
from proposal.importers.site.topic_passages import TopicPassage
from proposal.model.material_kinds import TALK_MATERIALS
from proposal.model.name_comparison import identifier, same_text
from proposal.model.session_kinds import kind_of_session, says_only_the_kind
from proposal.reading.hours import later
from proposal.reading.listed_names import ListedAuthor
from proposal.reading.page_tree import Element, PageLine

_LABELLED_TITLE = re.compile(r"^paper\s+title\s*:\s*(?P<title>\S+\s.*?)\.?$", re.IGNORECASE)
"""`Paper Title: On Samples`"""
_NO_TALKS = {
    *("opening", "closing", "break", "lunch", "panel", "awards", "social", "posters", "discussion")
}
_WITH_LISTS = {"papers", "posters", "spotlights", "lightning", "boosters", "demos", "talk"}
"""The kinds of sessions below whose titles papers are listed."""
_END_OF_DAY = re.compile(
    r"(?:the\s+)?(?:end|close|finish|adjourn(?:ment|ed)?|ende|fin)"
    r"(?:\s+of\s+(?:the\s+)?(?:workshop|day|program(?:me)?|event))?|workshop\s+ends",
    re.IGNORECASE,
)
"""A row that only says when the day is over: `17:30 End of the workshop`."""
_SHORTEST_TITLE = 15
"""Letters of a line of which it is looked whether it is the title of a paper."""
_MOST_LINES = 6
_FEWEST_OF_LIST = 2
"""So many names in place of a title are a list of authors."""


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
    stretch: tuple[dt.date, dt.date] | None = None
    """From when to when the event lasts, for days such as `Monday`."""
    placed: set[int] = field(default_factory=set)
    """The records of talks that have a row so far."""
    place: Record = field(default_factory=dict)
    """The room or the track that is read, if there are several."""
    has_unread: bool = False
    """Whether hours of some rows are not understood."""
    authors_first: bool = False
    """Whether rows name the authors of papers above their titles."""
    authors_behind: bool = False
    """Whether a row has a title with several authors behind it; one alone is one there, too."""

    people_in_front: bool = False
    """Whether the rows have people in front of a colon and a title."""

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
        best: list[ProgrammeDay] = []
        for lines in by_page.values():
            days = programme_days(lines, self.year, self.stretch)
            count = sum(len(day.rows) for day in days)
            if count >= 2 and count > sum(len(day.rows) for day in best):
                best = days
        for lines in by_page.values() if not best else ():
            self.say_unread(read_programme(lines).unread)
        if best and best[0].counts_from_zero:
            self.say_lengths(best.pop(0).rows)
        has_several = len(best) > 1
        best = self.with_dates(best) if has_several else best
        if has_several:
            best.sort(key=lambda day: day.date or dt.date.min)
            self.dates = [day.date for day in best if day.date is not None]
        for number, day in enumerate(best, 1):
            self.day = number if len(best) > 1 else 0
            self.read_day(day)
        self.say_without_hours(passages)
        self.say_no_rows(passages)

    def read_day(self, day: ProgrammeDay) -> None:
        """Add the slots of a day, of each room or track that it has."""
        self.zone = self.zone or day.zone
        before = len(self.slots)
        for track in day.programmes:
            self.place = place_of(track)
            rows = day.rows_of(track)
            self.authors_first = any(map(_has_authors_first, rows))
            first = [bare_text(row.lines[0].text) for row in rows]
            self.authors_behind = any(map(is_paper_before_authors, first))
            self.people_in_front = has_people_in_front(first)
            for row in day.outer_rows(track):
                self.session(row)
            self.say_unread([line for one in day.programmes[track] for line in one.unread])
            self.say_heads([line for one in day.programmes[track] for line in one.heads])
        self.slots[before:] = with_shared_once(self.slots[before:], len(day.programmes))

    def say_unread(self, lines: list[SiteLine]) -> None:
        """Say of which rows the hours are not understood, as of an evening until the next day."""
        self.has_unread = self.has_unread or bool(lines)
        for line in lines:
            message = f"the hours of “{line.text[:60]}” are not understood, and it is left out"
            hint = "type it into program.yaml; with `next_day: true`, if it ends on the next day"
            self.diagnostics.warn("not-understood", message, line.span, hint)

    def say_lengths(self, rows: list[ProgrammeRow]) -> None:
        """Say that the hours of a programme count from its beginning."""
        self.has_unread = True
        rows_said = counted(len(rows), "row")
        message = f"this programme begins at 00:00, so when its {rows_said} take place is not said"
        hint = "type them into program.yaml, with their hours"
        self.diagnostics.warn("not-understood", message, rows[0].span, hint)

    def say_heads(self, lines: list[SiteLine]) -> None:
        """Say what stands above several rows of a day and has no hours."""
        if lines and self.slots:
            said = ", ".join(f"“{text[:60]}”" for text in dict.fromkeys(one.text for one in lines))
            message = f"what stands beside the rows of the programme is left out: {said}"
            hint = (
                "write `title` and `chair` at these parts in program.yaml, if pages are to say it"
            )
            self.diagnostics.warn("not-understood", message, lines[0].span, hint)

    def with_dates(self, days: list[ProgrammeDay]) -> list[ProgrammeDay]:
        """The days that have dates, or the fullest one if none has; the others are left out."""
        dated = [day for day in days if day.date is not None]
        kept = dated or sorted(days, key=lambda day: -len(day.rows))[:1]
        for day in days:
            if any(day is one for one in kept):
                continue
            named = (day.head.text if day.head is not None else "") or day.rows[0].text
            rows = counted(len(day.rows), "row")
            message = f"the pages give “{named[:50]}” no date, so its {rows} are left out"
            hint = "type them into program.yaml, with their day in `when`"
            self.diagnostics.warn("not-understood", message, day.rows[0].span, hint)
        return kept

    def say_without_hours(self, passages: list[TopicPassage]) -> None:
        """Say what of a timetable with several columns stands beside no hours."""
        cells = [cell for found in passages for cell in found.passage.without_hours]
        if cells and self.slots:
            said = ", ".join(f"“{text[:50]}”" for text in dict.fromkeys(map(_text_of, cells)))
            message = f"what stands in rows without hours is left out: {said}"
            hint = "add it to program.yaml, with its hours"
            self.diagnostics.warn("not-understood", message, cells[0].span, hint)

    def say_no_rows(self, passages: list[TopicPassage]) -> None:
        """Say that a programme of which no row has hours is not read."""
        listed = [found for found in passages if len(found.passage.lines) > 1]
        if listed and not self.slots and not self.has_unread:
            count = counted(sum(len(found.passage.lines) for found in listed), "line")
            title = listed[0].passage.title or listed[0].page.title
            message = f"“{title[:60]}” gives no hours, so nothing is read of its {count}"
            hint = "write program.yaml, with the hours of what takes place"
            self.diagnostics.warn("not-understood", message, listed[0].passage.lines[0].span, hint)

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
            if row.misprint is not None:
                message = f"a part from {row.start:%H:%M} to {row.misprint:%H:%M} is not likely"
            self.diagnostics.warn(
                "to-confirm",
                message,
                row.span,
                "half an hour stands in; correct it in program.yaml",
            )
            end = later(row.start, 30)
            tentative = {"tentative": True}
        if not content:
            return
        if row.misprint is not None and row.end is not None:
            said = f"{row.start:%H:%M} ends at {row.misprint:%H:%M}"
            message = f"the part that begins at {said} on the page"
            hint = f"{end:%H:%M} is taken; look which is right"
            self.diagnostics.warn("to-confirm", message, row.span, hint)
            tentative = {"tentative": True}
        day: Record = {"day": self.day} if self.day else {}
        self.slots.append(
            day
            | {"start": f"{row.start:%H:%M}", "end": f"{end:%H:%M}", **self.place}
            | {**content, **tentative}
        )

    # What happens

    def content(self, row: ProgrammeRow) -> Record:
        """What happens in a row."""
        said_by = without_chairs(
            [(text, line) for line in row.lines if says_anything(text := bare_text(line.text))]
        )
        if not said_by.shown:
            return {}
        chairs: list[Value] = [self.people.find(one.name) or one.name for one in said_by.chairs]
        content = self.content_of(row, said_by.texts, [line for _, line in said_by.shown])
        if said_by.presenters and "talk" not in content:
            report_people(
                self.diagnostics, row, said_by.texts[0], [one.name for one in said_by.presenters]
            )
        if row.materials:
            self.note_materials(row, content)
        return content | ({"chair": chairs} if chairs and content else {})

    def note_materials(self, row: ProgrammeRow, content: Record) -> None:
        """Keep where slides and recordings of a row's talk or single paper are."""
        site, talk, papers = (
            self.papers.address,
            content.get("talk"),
            _list_of(content.get("papers")),
        )
        if talk is not None:
            record = next(one for one in self.speakers if talk in {one.get("id"), one["person"]})
            note_materials(record, row.materials, TALK_MATERIALS, site, self.diagnostics, row.span)
        elif len(papers) == 1:
            record = next(one for one in self.papers.records if one["id"] == papers[0])
            self.papers.note_materials(record, row.materials, row.span)
        else:
            note_materials({}, row.materials, (), site, self.diagnostics, row.span)

    def content_of(self, row: ProgrammeRow, lines: list[str], styled: list[PageLine]) -> Record:
        """What happens in a row by its lines, without those who lead it."""
        head = lines[0]
        if papers := self.papers_of(row, lines, styled):
            report_talks(self.diagnostics, row, lines)
            kind = kind_of_session(self.without_titles(papers, head), has_papers=True) or "papers"
            titled: Record = {}
            if (
                not any(self.is_title_of(paper, head) for paper in papers)
                and len(head) < LONG
                and not read_authors_line(head)
            ):
                titled = {"title": head}
            return {"kind": kind, **titled, "papers": papers}
        if several := talks_below(lines):
            report_several(self.diagnostics, row, head, several)
            return {"title": title_of_session(lines)}
        said = " ".join(lines[:4])
        if talk := self.talk(lines, said, row.span):
            return talk
        behind = title_before_people(head)
        if behind is None and self.people_in_front:
            behind = title_behind_people(head)
        title = re.sub(r"\s*[:–—-]\s*$", "", behind[0] if behind is not None else head)
        named = kind_of_session(title, has_papers=False)
        if len(title.split()) >= LONG_TITLE and people_below(lines):
            named = kind_of_begin(title)
        record: Record = {"kind": named} if named and named != "talk" else {}
        is_bare = bool(named) and says_only_the_kind(title, str(named))
        if named == "panel" and (panel := self.panel(with_panelists_below(lines))):
            return record | panel
        below = lines[1] if len(lines) == 2 and is_subtitle(lines[1]) else ""
        is_titled = says_more(bare_text(row.title), lines, named)
        below = bare_text(row.title) if is_titled else below
        if below and (is_titled or record.get("kind") not in _WITH_LISTS):
            record["title"] = below if is_bare else f"{title}: {below}"
        elif not is_bare:
            record["title"] = title
        people = [one.name for one in behind[1]] if behind is not None else []
        if named == "panel" and len(people) > 1:
            panelists: list[Value] = [self.people.find(name) or name for name in people]
            record["panelists"], people = panelists, []
        report_people(self.diagnostics, row, title, [*people[:1], *lines[1:]])
        unread = [one for one in lines[1:] if one != below]
        report_lines(self.diagnostics, row, title, unread, has_list=named in _WITH_LISTS)
        return record

    def panel(self, lines: list[str]) -> Record:
        """Title and panelists of a panel, as the lines below its kind or its title give them."""
        is_bare = says_only_panel(lines[0])
        people = people_below(lines)
        if not people:
            return {}
        titles = [line for line in lines[1:2] if not read_authors_line(line)] if is_bare else lines
        panelists: list[Value] = [self.people.find(one.name) or one.name for one in people]
        titled: Record = {"title": titles[0].strip('"“” ')} if titles else {}
        return titled | {"panelists": panelists}

    def is_title_of(self, paper: str, text: str) -> bool:
        """Whether a text is, or has in it, the title of a paper."""
        record = next(one for one in self.papers.records if one["id"] == paper)
        return same_text(str(record["title"]), text) or str(record["title"]) in text

    def without_titles(self, papers: list[str], text: str) -> str:
        """A text without titles of papers: `A Poster on Samples` makes no session of posters."""
        for record in self.papers.records:
            if record["id"] in papers:
                title = str(record["title"])
                text = "" if same_text(title, text) else text.replace(title, " ")
        return text

    def papers_of(self, row: ProgrammeRow, lines: list[str], styled: list[PageLine]) -> list[str]:
        """The ids of the papers that a row names; a title above its authors is one.

        Args:
            row: the row.
            lines: the texts of its lines.
            styled: the same lines, with what is bold, in italics or a link.
        """
        if TALK.search(lines[0]) and not any(self.papers.find(line) for line in lines):
            return []
        if self.authors_first and (below := _authors_above_title(lines)) is not None:
            authors, title = below
            known = self.papers.find(title)
            paper = FoundPaper(title, row.span, authors)
            return [str(known["id"])] if known else [self.papers.add_alone(paper)]
        is_other = is_other_part(lines[0])
        found: list[str] = []
        used = 0
        for index, line in enumerate(lines):
            if index < used:
                continue  # the authors of the paper above
            bare = re.sub(r"^(?:\d{1,3}[.):]|[•*–-])\s*", "", line).strip('"“”')
            if known := self._known_paper(bare):
                found.append(str(known["id"]))
                continue
            if is_other:
                continue
            if labelled := _LABELLED_TITLE.match(bare):
                authors = authors_below(lines[index + 1 :])
                found.append(
                    self.papers.add_alone(FoundPaper(labelled["title"], row.span, authors))
                )
                continue
            whole = paper_in_row(SiteLine(styled[index], row.span, "p", "", 0, 0))
            whole = whole or self.before_authors(line, row.span)
            if whole is not None and self.may_be_paper(whole):
                found.append(self.papers.add_alone(whole))
                continue
            authors, count = authors_by_place(lines[index + 1 :])
            if index + 2 < len(lines) and self.papers.find(lines[index + 2]) is not None:
                authors = []  # they are those of the paper below them
            if self._is_title_above(bare, authors):
                found.append(self.papers.add_alone(FoundPaper(bare, row.span, authors)))
                used = index + 1 + count
        title = bare_text(row.title)
        if not found and row.is_paper_title and title in lines and names_paper(lines[0], title):
            found.append(self.papers.add_alone(FoundPaper(title, row.span)))
        return list(dict.fromkeys(found))

    def before_authors(self, text: str, span: Span) -> FoundPaper | None:
        """A paper whose authors stand behind a dash or in brackets, if rows have them there."""
        found = title_before_people(text) if self.authors_behind else None
        is_long = found is not None and len(found[0].split()) > 1
        return FoundPaper(found[0], span, found[1]) if found is not None and is_long else None

    def _known_paper(self, text: str) -> Record | None:
        """The paper of this title, also behind words and a colon: `Talk 3: A Title`."""
        if len(text) <= _SHORTEST_TITLE:
            return None
        return self.papers.find(text) or self.papers.find(text.rpartition(": ")[2])

    def _is_title_above(self, text: str, authors: list[ListedAuthor]) -> bool:
        """Whether a line is the title of a paper by those named below it, and no talk's."""
        return (
            bool(authors)
            and len(text.split()) >= (3 if len(authors) > 1 else 4)
            and not read_authors_line(text)
            and may_be_title_of_paper(text, len(authors))
            and not self.is_speaker(authors[0].name)
            and not LABEL.match(text)
        )

    def may_be_paper(self, paper: FoundPaper) -> bool:
        """Whether a title with authors on its line is a paper, and no talk and no part of a day."""
        return (
            TALK.search(paper.title) is None
            and LABEL.match(paper.title) is None
            and len(read_authors_line(paper.title)) < _FEWEST_OF_LIST
            and may_be_title_of_paper(paper.title, len(paper.authors))
            and not self.is_speaker(paper.authors[0].name)
        )

    def is_speaker(self, name: str) -> bool:
        """Whether somebody of this name is known as a speaker."""
        person = self.people.find(name)
        return person is not None and any(record["person"] is person for record in self.speakers)

    def talk(self, lines: list[str], said: str, span: Span) -> Record:
        """The slot of a talk: its speaker is known, or named beside the word keynote."""
        lines = with_titles_apart([*map(with_english_label, lines)])
        said = with_english_label(said)
        found = TalkLines(self.people, self.speakers, said)
        for index, line in enumerate(lines[:_MOST_LINES]):
            found.line(line, index)
        has_quoted_title = len(lines) > 1 and QUOTED.fullmatch(lines[1]) is not None
        if found.speaker is None and not found.name and has_quoted_title:
            found.name, found.affiliation = named_at_start(lines[0]) or ("", "")
            found.title = found.title or lines[1].strip('"“”«». ')
        is_talk = TALK.search(said) is not None or found.speaker is not None
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
        title = found.title or title_in_front(lines, self.people, self.speakers)
        title = without_quotes_elsewhere(title)
        record = self.record_of(speaker, said, title, span)
        self.placed.add(id(record))
        if title and "title" not in record:
            record["title"] = title
        word = word_behind_kind(lines)
        if word and "title" not in record and word not in speaker.name.split():
            message = f"whether “{word}” is the title of the talk of {speaker.name} is not clear"
            hint = f"if it is, write `title: {word}` beside the speaker in edition.yaml"
            self.diagnostics.warn("not-understood", message, span, hint)
        return {"talk": record.get("id") or speaker}

    def say_two_titles(self, record: Record, title: str, span: Span) -> None:
        """Say that the programme calls the only talk of somebody otherwise."""
        name = record["person"].name if isinstance(record["person"], DraftPerson) else ""
        message = f"the talk of {name} is “{record['title']}” elsewhere, and “{title}” here"
        hint = "the former is taken; if these are two talks, add the other one to `speakers`"
        self.diagnostics.warn("two-titles", message, span, hint)

    def record_of(self, speaker: DraftPerson, said: str, title: str, span: Span) -> Record:
        """The record of a speaker's talk, which is added if it is not known.

        Who gives two lectures has a record for each.
        """
        own = [
            record
            for record in self.speakers
            if record["person"] is speaker and record["role"] in {"keynote", "talk"}
        ]
        for record in own:
            if not title or is_alike(str(record.get("title", title)), title):
                return record
        if len(own) == 1 and id(own[0]) not in self.placed:
            self.say_two_titles(own[0], title, span)
            return own[0]
        role = "keynote" if re.search(r"keynote", said, re.IGNORECASE) else "talk"
        added: Record = {"person": speaker, "role": role, "status": "confirmed"}
        if own:
            added["id"] = f"{identifier(speaker.name, 'talk')}-{len(own) + 1}"
        self.speakers.append(added)
        return added


def _authors_above_title(lines: list[str]) -> tuple[list[ListedAuthor], str] | None:
    """The authors in a row's first line with the title below it; nothing if it has none."""
    if len(lines) < 2 or LABEL.match(lines[0]) or LABEL.match(lines[1]):
        return None
    authors, title = read_authors_line(lines[0]), lines[1].strip('"“”. ')
    is_title = (
        len(title.split()) >= 3 and not read_authors_line(title) and not names_institution(title)
    )
    return (authors, title) if authors and is_title else None


def _has_authors_first(row: ProgrammeRow) -> bool:
    """Whether a row names two authors or more above a title."""
    found = _authors_above_title([bare_text(line.text) for line in row.lines])
    return found is not None and len(found[0]) > 1


def _text_of(element: Element) -> str:
    return " ".join(element.text.split())


def _list_of(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
