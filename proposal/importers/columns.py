"""Works out what a column of a form about people holds, by the meaning of its heading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_TALK = r"(talk|presentation|lecture|speech|vortrag|charla|expose)"
_TITLE = r"(title|titel|titre|titulo)"
_SHORT = r"(short|brief|one sentence|kurz|courte|breve)"
_MEANINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", (r"time ?stamp|zeitstempel|horodateur|marca temporal", r"^(id|#|no)$")),
    ("", (r"consent|\bagree|gdpr|privacy|einwillig|datenschutz",)),
    ("email", (r"e ?mail|courriel|correo",)),
    ("orcid", (r"orcid",)),
    ("pronouns", (r"pronoun|pronomen|pronoms|pronombres",)),
    ("semantic_scholar", (r"semantic ?scholar",)),
    ("scholar", (r"\bscholar\b(?!ship)",)),
    ("dblp", (r"dblp",)),
    ("openreview", (r"open ?review",)),
    ("acm", (r"acm (profile|dl|digital library)",)),
    ("github", (r"git ?hub",)),
    ("linkedin", (r"linked ?in",)),
    ("mastodon", (r"mastodon",)),
    ("bluesky", (r"blue ?sky|\bbsky",)),
    ("x", (r"twitter|^x( (handle|account))?$",)),
    ("", (r"#$", r"\b(ids?|uuid|number|nr)$")),
    ("photo", (r"photo|portrait|picture|head ?shot|\bimage\b", r"\bfoto|\bbild\b|retrato")),
    ("talk_title", (rf"{_TALK}.*{_TITLE}", rf"{_TITLE}\b.*{_TALK}")),
    ("talk_abstract", (r"abstract|zusammenfassung|resumen",)),
    ("short_biography", (rf"{_SHORT}.*(bio|vita)", r"\bbio\w*\b.*\b(short|brief)\b")),
    ("biography", (r"\bbio\b|biogra|\bvita\b|lebenslauf|semblanza|about (you|me)",)),
    ("homepage", (r"home ?page|web ?(site|page|seite)|\burl\b|(site|pagina|sitio) web",)),
    ("city", (r"\bcity\b|\btown\b|\bstadt\b|\bort\b|\bville\b|ciudad",)),
    ("state", (r"\bstate\b|province|bundesland|provincia|\bestado\b|\bregion\b|\bkanton\b",)),
    ("country", (r"country|\bland\b|\bpays\b|\bpais\b",)),
    ("department", (r"department|\bdept\b|abteilung|depart\w*ment|fachbereich|faculty|fakultat",)),
    ("department", (r"\bschool\b|division|\bgroup\b|lehrstuhl",)),
    ("institution", (r"affiliation|institut|organi[sz]ation|company|employer|universi",)),
    ("institution", (r"einrichtung|firma|entreprise|empresa|etablissement|afiliacion",)),
    ("role", (r"\broles?\b|\brolle\b|\brol\b|\bfunktion\b|\bfuncion\b|\bfonction\b",)),
    ("status", (r"\bstatus\b|confirm|\bstatut\b|estatus|bestatigt|zusage",)),
    ("honorific", (rf"^(academic |akademischer )?{_TITLE}\b", r"honorific|salutation|anrede")),
    ("name", (r"full name|vor und (nach|zu)name|nom complet|nombre (completo|y apellidos?)",)),
    ("name", (r"(first|given) (name )?(and|&) (last|family|sur)|prenom et nom|nom et prenom",)),
    ("middle_name", (r"(middle|second) (names?|initials?)\b|zweiter vorname|segundo nombre",)),
    ("suffix", (r"\b(name )?suffix\b|\bjr\b",)),
    ("first_name", (r"(first|given|fore) ?names?|vorname|prenom",)),
    ("last_name", (r"(last|family|sur) ?names?|nachname|familienname|nom de famille|apellido",)),
    ("name", (r"\bnames?\b|\bnom\b|nombre|\bspeaker\b|\bperson\b",)),
)
"""What a heading means by what stands in it, without accents; the first that fits is meant."""


def meaning_of(heading: str) -> str | None:
    """What the column under a heading holds: empty for what is left out, nothing if unknown."""
    plain = unicodedata.normalize("NFKD", heading.casefold().replace("ß", "ss"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    line = " ".join(re.sub(r"[^\w#&]+", " ", letters.replace("_", " ")).split())
    for meaning, patterns in _MEANINGS:
        if any(re.search(pattern, line) for pattern in patterns):
            return meaning
    return None


MEANINGS = {meaning for meaning, _ in _MEANINGS if meaning}
"""What a column may hold."""


def columns_of(
    headings: list[str], known: Callable[[str], str | None] = lambda _: None
) -> tuple[dict[str, int], list[int]]:
    """The column of each meaning, and the columns of which nothing is made.

    Args:
        headings: the headings.
        known: what a heading of a known export means; empty for what is left out, nothing for what
            it does not say.
    """
    found: dict[str, int] = {}
    unknown = []
    for column, heading in enumerate(headings):
        said = known(heading)
        meaning = said if said is not None else meaning_of(heading) if heading.strip() else None
        if meaning is None or meaning in found:
            unknown.append(column)
        elif meaning:
            found[meaning] = column
    if {"name", "first_name", "last_name"} <= found.keys():
        unknown.append(found.pop("name"))  # a nickname, a badge's name, or the same once more
    if "name" in found and "last_name" not in found and "first_name" in found:
        found["last_name"] = found.pop("name")  # Vorname, Name
    elif "name" in found and "first_name" not in found and "last_name" in found:
        found["first_name"] = found.pop("name")  # Nombre, Apellidos
    return found, unknown
