"""Works out what the columns of a conference's own schedule hold, by the meaning of headings."""

from __future__ import annotations

import re
import unicodedata

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.column_choices import (
    chosen_columns,
    question,
    with_choices,
)
from proposal.importers.exports.export import ProgramContext
from proposal.importers.exports.table import SourceTable
from proposal.importers.program.cell_times import span_in_cell
from proposal.importers.program.heading_clocks import shown_by_venue, without_clock

_TALK = r"(?:abstract|contribution|paper|presentation|proposal|submission|talk)"
_MEANINGS: dict[str, str] = {
    "day": r"(?:conference |session )?(?:day|date|tag|datum|jour|dia|fecha|data|giorno|dag)"
    r"(?: number| no)?|tarih|gun|дата|день|dzien|den",
    "start": r"(?:start|begin|from|von|beginn|debut|inicio|comienzo|inizio)(?:s|ing)?"
    r"(?: ?(?:time|date|at|uhrzeit|datum|heure|hora|fecha))*|time (?:start|from)|scheduled at"
    r"|scheduled time"
    r"|hora (?:de )?(?:inicio|inicial)|heure de debut|ora (?:di )?inizio|baslang[iı]c(?: saati)?"
    r"|начало|poczatek|zacatek",
    "end": r"(?:end|finish|to|until|bis|ende|fin|fine)(?:s|ing)?"
    r"(?: ?(?:time|date|at|uhrzeit|datum|heure|hora|fecha))*"
    r"|time (?:end|to)|hora (?:de )?(?:fin|final|termino|fim)|heure de fin|ora (?:di )?fine"
    r"|bitis(?: saati)?|конец|окончание|koniec|konec",
    "inner_start": rf"{_TALK} (?:start|begin)s?(?: time)?",
    "inner_end": rf"{_TALK} (?:end|finish)(?:s|es)?(?: time)?",
    "hours": r"times?|hours?|time ?slots?|slot|zeit|uhrzeit|heures?|horaires?|hora(?:rio)?s?"
    r"|orari?o?|tijd|when|saat|время|godzina|cas",
    "duration": r"duration|length|minutes|mins?|dauer|duree|duracion|duracao|durata"
    r"|scheduled duration|(?:duration|length) (?:in )?min(?:ute)?s?",
    "title": rf"(?:{_TALK} )?titles?|titel"
    r"|titre|titulo|titolo"
    r"|basl[iı]k|bildiri basl[iı]g[iı]|название|тема|tytul|nazev",
    "activity": r"events?|activit(?:y|ies)|item|what|topic|talk|presentation|programm?(?:punkt|a)?"
    r"|agenda|activi(?:dad|dade|te)s?|atividades?|attivita|evento?s?|evenement",
    "session": r"session(?: (?:title|name))?|sitzung|block|seance|sesion|sessao|sessione",
    "people": r"(?:speaker|presenter|who|vortragende|referent|intervenant|ponente|panelist)"
    r"(?:s|en|in|innen)?(?: (?:s|en|in|r|innen))?(?: names?)?|speakers? ?names?|orateurs?"
    r"|orador(?:es)?|palestrantes?|relator[ei]|sprekers?|konusmac[iı](?:lar)?|докладчик(?:и)?"
    r"|prelegent|prelegenci|prednasejici",
    "authors": rf"(?:{_TALK} )?authors?(?: names?| list)?|autoren|auteurs|autores|autori",
    "affiliation": r"(?:speaker )?(?:affiliations?|institutions?|organi[sz]ations?|company)"
    r"|institution|einrichtung",
    "zone": r"(?:time ?zone|tz|zeitzone|fuseau(?: horaire)?|zona horaria|fuso orario)",
    "chair": r"(?:session ?)?(?:chair|moderator|convener)(?:person|man|woman)?s?(?: names?)?"
    r"|sitzungsleit(?:ung|er|erin)|moderation|moderador(?:a|es)?|president(?:e|s)? de seance",
    "room": r"(?:session )?(?:room(?: name)?|location)|venue|place|raum|saal|ort|salle|lieu|sala"
    r"|aula|zaal|where|hall|room (?:or )?location|salon|зал|аудитория|mistnost",
    "track": r"(?:track|stream)s?(?: name)?",
    "kind": rf"(?:session |{_TALK} )?(?:type|kind|format|art|categor(?:y|ies))"
    rf"|type of (?:session|{_TALK})",
    "level": r"session or sub ?session(?: sub)?",
    "state": rf"(?:session |{_TALK} )?(?:status|state)"
    r"|(?:is )?published(?: y n)?",
    "cancelled": r"(?:is )?cancell?ed(?: y n)?",
    "abstract": r"abstract|description|summary|beschreibung",
    "slides": r"slides?(?: (?:url|link))?",
    "video": r"(?:video|recording)(?: (?:url|link))?",
    "number": rf"(?:#|id|number|no|(?:session|{_TALK}) (?:id|number|#))",
}
"""What a whole heading says, without accents and signs.

`Session or Sub-session(Sub)` is Whova's, `Published (Y/N)` is Sched's; `Presentation Start` stands
beside `Session Start`, where rows are talks of sessions.
"""

_OF_HOURS = {"start", "end", "inner_start", "inner_end", "hours"}
MEANINGS = frozenset(_MEANINGS) - {"activity"}
"""What `--column` may name."""


def columns_of_table(table: SourceTable, context: ProgramContext) -> dict[str, int]:
    """The columns of a table that no system is known to export, by what they hold.

    Raises:
        ImportSourceError: several columns may hold what is meant, or none holds titles or hours.
    """
    chosen = chosen_columns(table, context.choices, MEANINGS)
    candidates: dict[str, list[int]] = {}
    for column, heading in enumerate(table.headings):
        meaning = _meaning_of(heading)
        if meaning and column not in chosen.values() and meaning not in chosen:
            candidates.setdefault(meaning, []).append(column)
    _part_dates_from_times(table, candidates)
    if "start" not in candidates and "start" not in chosen:
        for meaning in ("start", "end"):
            candidates[meaning] = candidates.pop(f"inner_{meaning}", [])
        candidates = {meaning: columns for meaning, columns in candidates.items() if columns}
    _settle_titles(candidates, has_title="title" in chosen)
    for meaning in _OF_HOURS & candidates.keys():
        candidates[meaning] = shown_by_venue(candidates[meaning], table, context)
    for meaning, columns in candidates.items():
        if len(columns) > 1:
            raise question(table, meaning, columns)
    found = with_choices({meaning: columns[0] for meaning, columns in candidates.items()}, chosen)
    if "hours" in found and "start" not in found:
        cells = [row.cell(found["hours"]) for row in table.rows]
        if not any(span_in_cell(cell)[1] for cell in cells):
            found["start"] = found.pop("hours")
    if "title" not in found or not {"start", "hours"} & found.keys():
        raise ImportSourceError(_refusal(table, found))
    return found


def lists_schedule(table: SourceTable) -> bool:
    """Whether a table's headings are those of a schedule: hours, and what happens."""
    meanings = {_meaning_of(heading) for heading in table.headings}
    return bool({"start", "inner_start", "hours"} & meanings) and bool(
        {"title", "activity", "session"} & meanings
    )


def _meaning_of(heading: str) -> str | None:
    plain = unicodedata.normalize("NFKD", without_clock(heading).casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    line = " ".join(re.findall(r"\w+|#", letters.replace("_", " ")))
    line = re.sub(r" (?:optional|required|mandatory)$", "", line)  # Speakers (Optional)
    line = re.sub(r"^session (?=(?:start|end)\b)", "", line)  # session start time
    return next((name for name, words in _MEANINGS.items() if re.fullmatch(words, line)), None)


_OF_DAYS = re.compile("date|datum|fecha", re.IGNORECASE)
"""`Session Start Date`, `Beginn (Datum)`"""


def _part_dates_from_times(table: SourceTable, candidates: dict[str, list[int]]) -> None:
    """Let a date and a time of the beginning be a day and an hour; the date of the end is its own.

    `Session Start Date` and `Session Start Time` stand side by side in what Sched exports.
    """
    for meaning in ("start", "end"):
        columns = candidates.get(meaning, [])
        dates = [one for one in columns if _OF_DAYS.search(table.headings[one])]
        times = [one for one in columns if one not in dates]
        if len(dates) == len(times) == 1:
            candidates[meaning] = times
            if meaning == "start":
                candidates["day"] = dates  # a column Day beside them has numbers


def _settle_titles(candidates: dict[str, list[int]], *, has_title: bool) -> None:
    """Let what is called after what happens hold titles, where nothing is called a title."""
    for other in ("activity", "session"):
        if "title" not in candidates and not has_title and other in candidates:
            candidates["title"] = candidates.pop(other)
    if "activity" in candidates:
        candidates["title"] = [*candidates.get("title", ()), *candidates.pop("activity")]


def _refusal(table: SourceTable, found: dict[str, int]) -> str:
    lacking = "titles" if "title" not in found else "the hours"
    names = ", ".join(table.name_of(column) for column in range(len(table.headings)))
    typed = "--column title=3" if "title" not in found else "--column start=2"
    return (
        f"{table.name}: no column is known to hold {lacking}; its columns are {names[:300]}; name "
        f"the right one in the command, as in `{typed}`"
    )
