"""Collects what attending costs, and says where a page has fees that are not understood."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.importers.draft import Record, SourceDiagnostics
from proposal.importers.site.fee_lines import (
    MONEY,
    FeeTier,
    StatedFee,
    fees_in_line,
    fees_in_rows,
    has_early,
    has_late_and_regular,
    has_money,
    is_at_the_door,
    is_sure_of_who,
    regular_word,
    tier_of,
)
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.site_lines import SiteLine
from proposal.importers.site.topic_passages import TopicPassage
from proposal.model.records.fee_record import FREE

_ABOUT_FEES = re.compile(
    r"\b(?:fees?|registrations?|register(?:ing)?|costs?|prices?|pricing|tickets?|attend(?:ing|ance)"
    r"|participation|tarifs?|inscriptions?|teilnahme\w*|anmeldung\w*|gebühr\w*|kosten|preise"
    r"|inscripci(?:ón|ones)|cuotas?|precios?|inscriç(?:ão|ões)|taxas?|iscrizion[ei]|quot[ae])\b",
    re.IGNORECASE,
)
"""`Registration fees`, `Teilnahmegebühren`"""
_NAMES_FEE = re.compile(
    r"\b(?:fees?|registrations?|participation|attendance|frais|inscriptions?|teilnahme\w*|gebühr\w*"
    r"|anmeldung\w*|inscripci(?:ón|ones)|cuotas?|inscriç(?:ão|ões)|taxas?|iscrizion[ei]|quot[ae])\b",
    re.IGNORECASE,
)
"""What a line on fees says, wherever it stands; a price alone may be that of a bus. Example:
`Registration fees`."""
_ABOUT_TRAVEL = re.compile(
    r"travel|transport|airport|hotel|accommodation|getting\s|anreise|unterkunft|hébergement|transport"
    r"|alojamiento|hospedagem|viagg|visa\b",
    re.IGNORECASE,
)
"""`Travel and accommodation`, `Anreise`"""
_NO_FEE = re.compile(
    r"\b(?:awards?|prizes?|grants?|sponsor\w*|scholarships?|fellowships?|funding|stipends?|budget|cover"
    r"|reimburse\w*|bursar\w+|donat\w+|travel\s+support|financial\s+support|preis(?:e|geld)|bourses?"
    r"|becas?|premios?|prix|publication|processing\s+charges?|page\s+charges?|open\s+access)\b",
    re.IGNORECASE,
)
"""Words of money that is given, and not paid. Example: `Travel grants of 500 EUR`."""
_IS_FREE = re.compile(
    r"(?:^|[.!?]\s+)(?:(?:the|our)\s+)?(?:workshop\s+)?(?:registration|participation|attendance"
    r"|admission|attending(?:\s+the\s+workshop)?)(?:\s+(?:to|for|in|at)\s+(?:the|this)\s+workshop)?"
    r"\s+is\s+free(?:\s+of\s+charge)?(?=\s*(?:[.,;!]|$|\band\b|\bbut\b))"
    r"|(?:^|[.!?]\s+)there\s+(?:is|are)\s+no\s+(?:registration|participation|conference"
    r"|workshop|attendance)\s+fees?(?=\s*(?:[.,;!]|$|to\s+(?:attend|participate)\b))",
    re.IGNORECASE,
)
"""`Registration is free, but required.`, and not `Registration is free for students.`"""


_MAY_BE_FREE = re.compile(
    r"\b(?:registration|participation|attendance|admission|attending|entry)\b[^.!?]{0,40}\bfree\b"
    r"|\bno\s+(?:\w+\s+)?fees?\b",
    re.IGNORECASE,
)
"""`Participation is free`, `no registration fee`"""


class SiteFees(Struct):
    """What attending an edition costs."""

    passages: list[TopicPassage]
    year: int
    diagnostics: SourceDiagnostics
    fees: list[Record] = field(default_factory=list)
    early_day: dt.date | None = None
    """Until when one is early, if the fees say it."""

    def read(self) -> None:
        """Read the fees, and say which lines that name some are not understood."""
        stated: list[StatedFee] = []
        free: list[SiteLine] = []
        for found in self.passages:
            if found.topic in {Topic.NEWS, Topic.EARLIER, Topic.SPONSORS, Topic.PAPERS}:
                continue
            is_about = _is_about(found)
            for lines in _in_tables(found.passage.lines):
                if lines[0].table:
                    stated += self.of_table(lines, is_about=is_about)
                else:
                    stated += self.of_line(lines[0], found.passage.title, is_about=is_about)
                    free += [line for line in lines if _MAY_BE_FREE.search(line.text)]
        self.fees = self.settled(stated)
        if not stated and free and all(_IS_FREE.search(line.text) for line in free):
            self.fees = [{"amount": FREE}]
            return
        for line in free:
            self.say_unread(line, line.text)

    def of_table(self, lines: list[SiteLine], *, is_about: bool) -> list[StatedFee]:
        """The amounts of a table of fees."""
        money = [line for line in lines if MONEY.search(line.text)]
        head = " ".join(line.text for line in lines if line.item == lines[0].item)
        if not is_about and not _ABOUT_FEES.search(head):
            return []
        rows = [list(row) for _, row in groupby(lines, key=lambda line: line.item)]
        found = fees_in_rows(rows)
        if found is None:
            self.say_unread(
                money[0], " | ".join(line.text for line in lines if line.item == money[0].item)
            )
        return found or []

    def of_line(self, line: SiteLine, title: str, *, is_about: bool) -> list[StatedFee]:
        """The amounts of a line on fees; beside one alone the heading says for whom it is."""
        text = line.text
        is_of_fees = is_about or _NAMES_FEE.search(text) is not None
        if not is_of_fees or _NO_FEE.search(text):
            return []
        found = fees_in_line(line) if MONEY.search(text) or is_about else None
        if found is None and MONEY.search(text):
            self.say_unread(line, text)
        is_named = title and not _ABOUT_FEES.search(title)
        named = [
            replace(one, label=title) if is_named and not one.label else one for one in found or []
        ]
        return [fee for fee in named if is_about or _NAMES_FEE.search(fee.label)]

    def say_unread(self, line: SiteLine | StatedFee, text: str) -> None:
        """Say that a line names fees that are not read."""
        message = f"what attending costs is not understood in “{text[:90]}”, and is left out"
        hint = "add it to `fees`, such as `fees: [{who: Students, amount: 60 EUR, early: 40 EUR}]`"
        self.diagnostics.warn("not-understood", message, line.span, hint)

    def settled(self, stated: list[StatedFee]) -> list[Record]:
        """The fees of everybody, an early amount beside the later one."""
        is_tiered = any(has_early(fee.label) for fee in stated)
        is_regular_people = any(has_late_and_regular(fee.label) for fee in stated)
        groups: dict[str, list[tuple[FeeTier, StatedFee]]] = {}
        for fee in stated:
            tier = tier_of(fee.label, is_tiered=is_tiered and not is_regular_people, year=self.year)
            groups.setdefault(tier.who.casefold(), []).append((tier, fee))
        others = groups.get("", []) if len(groups) > 1 else []
        words = {regular_word(fee.label) for _, fee in others} - {""}
        if len(words) == 1 and (word := words.pop()).casefold() not in groups:
            groups[word.casefold()] = [(replace(tier, who=word), fee) for tier, fee in others]
            del groups[""]
        records = []
        for who, group in groups.items():
            is_sure = is_sure_of_who(who) if who else len(groups) == 1
            has_third = is_tiered and any(is_at_the_door(fee.label) for _, fee in group)
            record = _record_of(group) if is_sure and not has_third else None
            if record is None and is_sure and all(tier.is_early for tier, _ in group):
                self.say_only_early(who, group)
                self.note_day(group)
                continue
            if record is None:
                for text, fee in {fee.text: fee for _, fee in group}.items():
                    self.say_unread(fee, text)
                continue
            records.append(record)
            self.note_day(group)
        return records

    def say_only_early(self, who: str, group: list[tuple[FeeTier, StatedFee]]) -> None:
        """Say that the pages give an amount for those who are early, and none for later ones."""
        amounts = " and ".join(dict.fromkeys(fee.amount for _, fee in group))
        people = f" for “{group[0][0].who}”" if who else ""
        message = f"only the early amount{people} is given ({amounts}), so it is left out"
        subject = f"who: {group[0][0].who}, " if who else ""
        hint = f"add it with the later one: `{{{subject}amount: …, early: {group[0][1].amount}}}`"
        self.diagnostics.warn("not-understood", message, group[0][1].span, hint)

    def note_day(self, group: list[tuple[FeeTier, StatedFee]]) -> None:
        """Remember until when one is early."""
        for tier, _ in group:
            if tier.is_early and tier.day is not None and self.early_day is None:
                self.early_day = tier.day


def _record_of(group: list[tuple[FeeTier, StatedFee]]) -> Record | None:
    """What some people pay; nothing if the page does not say it in one or two amounts."""
    early = list(dict.fromkeys(fee.amount for tier, fee in group if tier.is_early))
    later = list(dict.fromkeys(fee.amount for tier, fee in group if not tier.is_early))
    if len(early) > 1 or len(later) != 1:
        return None
    notes = list(dict.fromkeys(fee.note for _, fee in group if fee.note))
    record: Record = {
        "who": group[0][0].who,
        "amount": later[0],
        "early": early[0] if early and early != later else "",
        "note": notes[0] if len(notes) == 1 else "",
    }
    return {key: value for key, value in record.items() if value}


def _is_about(found: TopicPassage) -> bool:
    """Whether a heading, or the page's title or address, is about fees or registration."""
    titles = (*found.passage.path[-2:], found.page.title, found.page.address.replace("-", " "))
    if any(map(_ABOUT_TRAVEL.search, titles)):
        return False
    return any(_ABOUT_FEES.search(title) for title in titles) and not any(
        _NO_FEE.search(title) for title in found.passage.path[-1:]
    )


def _in_tables(lines: list[SiteLine]) -> Iterator[list[SiteLine]]:
    """Each table's lines together, if it has amounts, and each other line alone."""
    for table, group in groupby(lines, key=lambda line: line.table):
        together = list(group)
        if not table:
            yield from ([line] for line in together)
        elif has_money(together):
            yield together
