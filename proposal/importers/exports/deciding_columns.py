"""Finds the columns of a table that say which papers are accepted, or asks which one does.

A column is taken where its heading and its cells make one reading sure: `Decision` with accept and
reject, `Accepted?` with yes and no. Any other that may say it is a question.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from enum import Enum, auto

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.column_choices import NO_COLUMN, question
from proposal.importers.exports.decision import Decision, decision_of, form_of
from proposal.importers.exports.table import SourceTable
from proposal.importers.exports.yes_and_no import answer_of
from proposal.importers.values import is_nothing
from proposal.model.name_comparison import plain_words

VERDICTS = ("decision", "accepted", "rejected")
"""Meanings of columns that say nothing but what was decided, of which the first is the surest."""
DECIDING = (*VERDICTS, "venue", "status")
"""What says whether a submission is accepted, the surest first."""

_OF_WHAT = (
    r"(?:(?:is|was|to be|finally|final|paper|submission|pc|chairs?|our|overall|definitiva?"
    r"|program(?:me)? committee|acceptance|endgultige?) )*"
)
_ACCEPTED = (
    r"accept|accepted|acceptance|annahme|angenommen|akzeptiert|acceptee?|aceptad[oa]|aceit[oa]"
    r"|accettat[oa]|geaccepteerd"
)
_REJECTED = (
    r"reject|rejected|rejection|not accepted|declined|abgelehnt|ablehnung|nicht angenommen"
    r"|rejetee?|refusee?|rechazad[oa]|rifiutat[oa]|respint[oa]|rejeitad[oa]"
    r"|reprovad[oa]|recusad[oa]|afgewezen"
)
_WITHDRAWN = r"withdraw|withdrawn|withdrawal|zuruckgezogen|retiree?|retirad[oa]|ritirat[oa]"
_VERDICT = (
    rf"{_OF_WHAT}(?:decision|entscheidung|decisione|decisao|beslissing|verdict|outcome|result|karar"
    r"|decyzja|решение|рішення|rozhodnuti|beslut|beslutning|paatos|dontes|decizie|αποφαση)"
    r"(?: (?:finale?|accept reject|status))?|accept (?:or )?reject"
    r"|acceptance status|ergebnis|resultat|resultado|esito|採否(?:結果)?|判定(?:結果)?|審査結果"
    r"|(?:审稿|评审|录用)?结果|结论|결과|판정"
)
_ASKS = r"(?: (?:yes no|y n|ja nein|oui non|si no|papers?))?"
_HEADINGS = (
    ("decision", _VERDICT),
    ("accepted", rf"{_OF_WHAT}(?:{_ACCEPTED}){_ASKS}"),
    ("rejected", rf"{_OF_WHAT}(?:{_REJECTED}){_ASKS}"),
    ("withdrawn", rf"{_OF_WHAT}(?:{_WITHDRAWN})(?: .*)?"),
    ("deleted", r"deleted"),
    ("venue", r"venue"),
    ("status", r"status|statut|estado|situacao|situacion|stato"),
)
"""What a heading means, in plain letters: `Final decision`, `Accepted (yes/no)`, `Abgelehnt?`."""
_LIKELY = re.compile(
    r"\b(?:decision|entscheidung|verdict|accept|annahme|angenommen|reject|abgelehnt|ablehnung"
    r"|inclu|selected|selection|proceedings|tagungsband|outcome|results?\b|ergebnis|resultado"
    r"|besluit|beslut|decyzja|decizie|rozhodnut|karar|αποφαση|решение|рішення|判定|採否|结果|結果|录用|錄取|결과|판정)"
)
"""Words of headings under which any mark may say it: `In proceedings`, `Result (1 = in)`."""
_MAYBE = re.compile(
    r"\b(?:chosen|program(?:me?|ma?)?\b|volume\b|camera|confirm|bestatigt|zusage|zugesagt|retenu"
    r"|admi[st]|approv|apro[bv]ad|genehmigt|aufgenommen|ausgewahlt|selec|shortlist|published"
    r"|presented|oral|posters?\b|talk\b|vortrag|spotlight|status|state\b|estado|situac|statut"
    r"|stato\b|stand\b|recommendation|final\b|invited|in\b|ok\b)"
)
"""Words of headings under which yes and no, or decisions, may say it: `Camera ready`."""
_NO_MARK = re.compile(r"https?://|www\.|@|\d{1,4}[./-]\d{1,2}[./-]\d|\d:\d\d|.{41}", re.IGNORECASE)
"""What no mark of a decision has: an address, a day, an hour, a long text. Example:
`2026-05-03`."""


_COUNTS = re.compile(r"\b(?:volume|issue|poster|talk|session|program\w*) (?:ids?|no|nr|numbers?)$")
"""A heading under which 1 is a number, and no yes: `Volume number`, `Poster no.`"""
_OF_PRESENTING = re.compile(
    r"(?:preferred )?(?:presentation|session|talk) (?:format|type|mode|preference|form)"
    r"|accepted for"
)
"""A heading under which `Oral` and `Poster` say how, and not whether, a paper is presented."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
"""A day in place of yes: `2027-05-01`, on which a paper was withdrawn."""


class ColumnLook(Enum):
    """What the cells of a column look like."""

    EMPTY = auto()
    ANSWERS = auto()
    """Yes and no, in words or signs."""
    DECISIONS = auto()
    """Words of decisions."""
    OTHERS = auto()


def deciding_columns(
    table: SourceTable, free: Collection[int], chosen: Mapping[str, int | None]
) -> dict[str, int]:
    """The columns that say which papers are accepted, by what they mean, but for those chosen.

    Args:
        table: the table.
        free: the columns that mean nothing else.
        chosen: the columns that the user named, with nothing for "none".

    Raises:
        ImportSourceError: a column may say it, and nobody knows; the message says what to type.
    """
    columns = sure_columns(table, free, chosen)
    found = set(DECIDING) & columns.keys()
    settled = {name for name, column in chosen.items() if name in VERDICTS or column is not None}
    if settled.isdisjoint(DECIDING):
        if not found:
            _refuse_maybe(table, free)
        if found == {"rejected"}:
            raise _asked_for_rejected(table, columns["rejected"])
    return columns


def meaning_of_verdicts(table: SourceTable, column: int) -> str:
    """What a column means that the user calls the one of decisions: its cells may be answers."""
    if cells_of(table, column) is not ColumnLook.ANSWERS:
        return "decision"
    heading = table.headings[column] if column < len(table.headings) else ""
    meaning = _meaning_of(heading)
    return meaning if meaning in {"rejected", "withdrawn"} else "accepted"


def decision_of_answer(text: str, meaning: str) -> Decision:
    """What a cell means in a column of answers.

    Args:
        text: the cell.
        meaning: `accepted`, `rejected` or `withdrawn`.
    """
    answer = answer_of(text)
    if answer is None and text:
        is_day = meaning == "withdrawn" and _DAY.match(text) is not None
        return Decision.WITHDRAWN if is_day else decision_of(text)
    match meaning:
        case "accepted":
            no = Decision.UNDECIDED if answer is None else Decision.REJECTED
            return Decision.ACCEPTED if answer else no
        case "rejected":
            return Decision.REJECTED if answer else Decision.ACCEPTED
    return Decision.WITHDRAWN if answer else Decision.ACCEPTED


def sure_columns(
    table: SourceTable, free: Collection[int], chosen: Mapping[str, int | None]
) -> dict[str, int]:
    """The columns whose headings and cells say for sure what they are, but for those chosen."""
    named = set(chosen.values())
    found: dict[str, list[int]] = {}
    for column in free:
        meaning = _meaning_of(table.headings[column]) if column < len(table.headings) else ""
        is_open = meaning not in chosen and not (meaning in VERDICTS and "decision" in chosen)
        if column not in named and is_open and _is_sure(meaning, table, column):
            found.setdefault(meaning, []).append(column)
    for columns in found.values():
        cells = {tuple(row.cell(column) for row in table.rows) for column in columns}
        if len(cells) > 1:
            raise question(table, "decision", columns)
    return {meaning: columns[0] for meaning, columns in found.items()}


def _is_sure(meaning: str, table: SourceTable, column: int) -> bool:
    """Whether the cells of a column are what its heading says."""
    cells = cells_of(table, column)
    match meaning:
        case "":
            return False
        case "accepted":
            return cells is not ColumnLook.OTHERS
        case "rejected" | "withdrawn" | "deleted":
            return cells is not ColumnLook.EMPTY  # what is no answer is asked for, with its row
        case "decision":
            # What is unknown in a column of decisions is asked for, with its row.
            is_named_so = "decision" in _plain(table.headings[column])
            words = [cell for row in table.rows if (cell := row.cell(column))]
            are_decisions = any(decision_of(word) is not Decision.UNKNOWN for word in words)
            return cells is ColumnLook.DECISIONS or (is_named_so and (are_decisions or not words))
        case "status":
            return cells is not ColumnLook.ANSWERS
    return True


def cells_of(table: SourceTable, column: int) -> ColumnLook:
    """What the filled cells of a column look like."""
    texts = [cell for row in table.rows if (cell := row.cell(column)) and not is_nothing(cell)]
    if not texts:
        return ColumnLook.EMPTY
    if all(answer_of(text) is not None for text in texts):
        return ColumnLook.ANSWERS
    known = (answer_of(text) is not None or _is_decision(text) for text in texts)
    return ColumnLook.DECISIONS if all(known) else ColumnLook.OTHERS


def _is_decision(text: str) -> bool:
    return decision_of(text) is not Decision.UNKNOWN


def _meaning_of(heading: str) -> str:
    line = _plain(heading)
    return next((name for name, pattern in _HEADINGS if re.fullmatch(pattern, line)), "")


def _plain(heading: str) -> str:
    line = " ".join(plain_words(heading.replace("_", " ")))
    return unicodedata.normalize("NFC", line)  # Hangul, of which no accent was taken


def _refuse_maybe(table: SourceTable, free: Collection[int]) -> None:
    """Refuse a table of which a column may say which papers are accepted.

    Raises:
        ImportSourceError: there is one; the message says what to type for each.
    """
    columns = [column for column in free if _may_decide(table, column)]
    if columns:
        names = ", ".join(table.name_of(column) for column in columns)
        what = "column" if len(columns) == 1 else "columns"
        verb = "seems" if len(columns) == 1 else "seem"
        typed = " or ".join(f"`--column decision={column + 1}`" for column in columns)
        raise ImportSourceError(
            f"{table.name}: the {what} {names} {verb} to say which papers are accepted; add "
            f"{typed} to the command, or `--column decision={NO_COLUMN}` if all of them are"
        )


def _may_decide(table: SourceTable, column: int) -> bool:
    """Whether a column may say which papers are accepted, by its heading or by its cells."""
    heading = _plain(table.headings[column]) if column < len(table.headings) else ""
    texts = [cell for row in table.rows if (cell := row.cell(column))]
    cells = cells_of(table, column)
    if cells is ColumnLook.EMPTY or _COUNTS.search(heading) or any(map(_NO_MARK.search, texts)):
        return False
    if _OF_PRESENTING.fullmatch(heading) and all(map(form_of, texts)):
        return False
    words = [decision_of(text) for text in texts if len(text) > len("yes")]
    if words and len(words) == len(texts) and set(words) <= _SURE:
        return True
    if cells is ColumnLook.OTHERS:
        return _LIKELY.search(heading) is not None
    return not heading or any(words.search(heading) for words in (_LIKELY, _MAYBE))


_SURE = {Decision.REJECTED, Decision.DESK_REJECTED, Decision.WITHDRAWN, Decision.ACCEPTED}
"""What words of decisions mean under a heading that says nothing of them."""


def _asked_for_rejected(table: SourceTable, column: int) -> ImportSourceError:
    return ImportSourceError(
        f"{table.name}: the column {table.name_of(column)} says which papers are rejected, and no "
        f"column which are accepted; add `--column decision={column + 1}` to the command if all "
        f"others are, or `--column decision={NO_COLUMN}` if it says nothing of them"
    )
