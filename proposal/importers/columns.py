"""Works out what a column of a form about people holds, by the meaning of its heading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping

from msgspec import Struct

from proposal.importers.exports.column_choices import question
from proposal.importers.exports.table import SourceTable
from proposal.reading.lines import line_of

_TALK = r"(talk|presentation|lecture|speech|vortrag|charla|expose)"
_TITLE = r"(title|titel|titre|titulo)"
_SHORT = r"(short|brief|one sentence|kurz|courte|breve)"
_OF_WHOM = r"(pc|program(me)?|steering|organi[sz]ing|scientific)"
_COUNTRY = r"(country|\bland\b|\bpays\b|\bpais\b|\bpaese\b)"
_WHOM = (
    r"(committee|members?|reviewers?|organi[sz]ers?|participants?|people|mitglied(er)?"
    r"|teilnehm\w+|gutachter\w*|ponentes?|miembros?|membres?|intervenants?)"
)
"""Headings over names that say what people do: `Program Committee`, `PC members`."""
_MEANINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "",
        (
            r"time ?stamp|zeitstempel|horodateur|marca temporal",
            r"carimbo de data|informazioni cronologiche",
            r"^(start|completion|end|registration) time$|^heure de (debut|fin)$",
            r"^(startzeit|fertigstellungszeit)$|^hora de (inicio|finalizacion|conclusao)$",
            r"^ora di (inizio|completamento)$|^タイムスタンフ|^时间戳|^타임스탬프|^tijdstempel",
            r"^(id|#|no)$",
        ),
    ),
    ("", (r"consent|\bagree|gdpr|privacy|einwillig|einverstanden|datenschutz",)),
    ("", (r"^(may|can|could|do|would) (we|you|i)\b.*\b(publish|show|use|allow|permit|print)",)),
    ("email", (r"e ?mail|^mails?$|courriel|correo|messagerie|^メール|邮[箱件]|이메일",)),
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
    ("status", (r"(registration|proposal|submission|application|invitation) (state|status)",)),
    ("name", (r"^(full )?names? (and|und|et|y|e|&) (affiliation|institution|einrichtung)",)),
    ("institution", (r"^(affiliation|institution|organi[sz]ation)s? (and|&)? ?(country|city)",)),
    ("country", (rf"{_COUNTRY}.*\bregi(on|ao)\b",)),
    ("city", (r"\bcity\b|\btown\b|\bstadt\b|\bort\b|\bville\b|ciudad",)),
    ("state", (r"\bstate\b|province|bundesland|provincia|\bestado\b|\bregion\b|\bkanton\b",)),
    ("country", (rf"{_COUNTRY}|^国家?$|^国籍$|^국가$",)),
    (
        "name_native",
        (r"\bnative (name|script)|\bname native\b|\bname\b.*\boriginal (script|language)",),
    ),
    (
        "name_native",
        (r"\bname in (your |the )?(own|native|original|local|chinese|japanese|korean)",),
    ),
    ("name_native", (r"\b(chinese|japanese|korean|arabic|kanji|hangul) name\b",)),
    ("department", (r"department|\bdept\b|abteilung|depart\w*ment|fachbereich|faculty|fakultat",)),
    ("department", (r"\bschool\b|division|\bgroup\b|lehrstuhl",)),
    ("institution", (r"affiliation|institut|organi[sz]ation|company|employer|universi",)),
    (
        "institution",
        (r"einrichtung|firma|entreprise|empresa|etablissement|afilia[c-t]|affiliazione",),
    ),
    ("institution", (r"^(所属(機関)?|单位|机构|소속)$",)),
    (
        "institution",
        (r"institui[ct]|instituc|istituzione|organisatie|instelling|azienda|\bente\b",),
    ),
    ("role", (r"\broles?\b|\brolle\b|\brol\b|\bfunktion\b|\bfuncion\b|\bfonction\b",)),
    ("role", (r"\b(serve|participate|take part|attend|join|help) as\b|^(角色|职务|役割|역할)$",)),
    ("role", (r"\bruolo\b|\bfuncao\b|\bpapel\b|\bfunctie\b|\bfunzione\b",)),
    ("status", (r"\bstatus\b|confirm|\bstatut\b|estatus|bestatigt|zusage",)),
    ("honorific", (rf"^(academic |akad(emischer)? )?{_TITLE}\b", r"honorific|akad\w* grad")),
    ("salutation", (r"salutation|anrede|civilite|tratamiento|aanhef",)),
    ("name", (r"^(氏名|名前|お名前|姓名|名字|성명|이름)$",)),
    ("name", (r"full ?name|vor und (nach|zu)name|nom complet|nombre (completo|y apellidos?)",)),
    ("name", (r"(first|given) (name )?(and|&) (last|family|sur)|prenom et nom|nom et prenom",)),
    ("middle_name", (r"(middle|second) ?(names?|initials?)\b|segundo nom(br)?e\b|secondo nome",)),
    (
        "middle_name",
        (r"(zweiter?|weitere) vornamen?|(deuxieme|second|autre)s? prenom|nome do meio",),
    ),
    ("middle_name", (r"(tweede|tussen) ?(voor)?naam",)),
    ("suffix", (r"\b(name ?)?suffix\b|\bjr\b",)),
    ("particle", (r"tussenvoegsel|voorvoegsel|(family|last) name (prefix|particle)",)),
    ("name", (r"nome (completo|e (cognome|sobrenome))|naam en achternaam",)),
    ("first_name", (r"(first|given|fore) ?names?|vorname|prenom|voornaam|^(first|given)$",)),
    ("last_name", (r"^(last|family)$",)),
    ("last_name", (r"(last|family|sur) ?names?|nachname|familienname|nom de famille|apellido",)),
    ("last_name", (r"cognome|sobrenome|achternaam",)),
    ("name", (r"\bnames?\b|\bnom\b|nombre|\bnome\b|\bnaam\b|\b(speaker|person)\b",)),
    ("name", (rf"^({_OF_WHOM} )?(committee |team )?{_WHOM}$",)),
)
"""What a heading means by what stands in it, without accents; the first that fits is meant."""


_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z\d])|(?<=\d)(?=[A-Za-z])")
"""What is between the words of `Affil1City`, as PCS writes its headings."""


def meaning_of(heading: str) -> str | None:
    """What the column under a heading holds: empty for what is left out, nothing if unknown.

    What stands in brackets is only asked where the rest says nothing: `Full name (as it should
    appear on the website)`; so is what such words say without brackets.
    """
    bare = _AS_SHOWN.sub("", re.sub(r"[(\[].*?[)\]]", " ", heading))
    for text in (bare, heading, _JOINED.sub(" ", heading)):
        if text.strip() and (found := _meaning_of_line(_plain(text))) is not None:
            return found
    return None


def _meaning_of_line(line: str) -> str | None:
    for meaning, patterns in _MEANINGS:
        if any(re.search(pattern, line) for pattern in patterns):
            return meaning
    return None


def _plain(heading: str) -> str:
    """A heading in small letters without accents, with single spaces between its words."""
    plain = unicodedata.normalize("NFKD", heading.casefold().replace("ß", "ss"))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    letters = unicodedata.normalize("NFC", bare)  # Hangul
    apart = re.sub(r"[^\w#&]+", " ", letters.replace("_", " "))
    return " ".join(apart.split())


OF_NAMES = {"name", "first_name", "middle_name", "last_name"}
"""What columns hold that have a name or a part of one."""
_ASKED = {"name", "first_name", "last_name", "email"}
"""What is asked for, where several columns may hold it."""
_PLAIN_WORDS = {
    *("name", "names", "full", "complete", "first", "given", "fore", "forename", "last", "family"),
    *("surname", "legal", "your", "the", "of", "and", "what", "is", "s", "please", "enter", "a"),
    *("person", "participant", "speaker", "presenter", "author", "organizer"),
    *("organiser", "member"),
    *("reviewer", "attendee", "registrant", "applicant", "chair", "pc", "committee", "panelist"),
    *("firstname", "lastname", "fullname", "givenname", "familyname", "vorname", "nachname"),
    *("familienname", "zuname", "vor", "und", "ihr", "vollstandiger", "prenom", "nom", "de", "et"),
    *("famille", "complet", "votre", "nombre", "nombres", "apellido", "apellidos", "completo", "y"),
    *("su", "tu", "nome", "cognome", "sobrenome", "e", "naam", "voornaam", "achternaam", "email"),
    *("mail", "address", "adresse", "correo", "electronico", "courriel", "contact", "work"),
    *("preferred", "program", "programme", "steering", "organizing", "organising", "scientific"),
    *("members", "reviewers", "organizers", "organisers", "participants", "people"),
    *("mitglied", "mitglieder", "teilnehmer", "teilnehmende", "teilnehmerin", "gutachter"),
    *("氏名", "名前", "お名前", "姓名", "名字", "성명", "이름"),
    *("ponente", "ponentes", "miembro", "miembros", "membre", "membres", "intervenants"),
}
"""Words of headings that say no more than that somebody's name, or address, is meant."""

MEANINGS = {meaning for meaning, _ in _MEANINGS if meaning}
"""What a column may hold."""


class PeopleColumns(Struct, frozen=True):
    """What the columns of a table of people hold."""

    places: dict[str, int]
    """The column of each meaning."""
    unknown: list[int]
    """Columns of which nothing is made, since their meaning is not known or stands elsewhere."""
    useless: list[int]
    """Columns of which nothing can be made: numbers of rows, times, consents."""
    roles: list[int]
    """The columns of roles, if there are several: Role 1, Role 2."""


def columns_of(
    table: SourceTable,
    known: Callable[[str], str | None] = lambda _: None,
    chosen: Collection[str] = (),
) -> PeopleColumns:
    """What the columns of a table hold, by their headings and by their cells.

    Args:
        table: the table.
        known: what a heading of a known export means; empty for what is left out, nothing for what
            it does not say.
        chosen: meanings of which the user names the column.

    Raises:
        ImportSourceError: several columns may hold the names or the addresses; the message asks
            which.
    """
    surely = {
        meaning: column
        for column, heading in enumerate(table.headings)
        if (meaning := known(heading))
    }
    candidates, unknown, useless = _candidates(table, known, surely)
    if {"first_name", "last_name"} <= candidates.keys():
        # a nickname, a badge's name, or the same once more
        unknown += candidates.pop("name", [])
    places = {}
    for meaning, columns in candidates.items():
        is_asked = meaning in _ASKED and meaning not in chosen and meaning not in surely
        places[meaning] = _one_of(table, meaning, columns) if is_asked else columns[0]
        if meaning != "role":
            unknown += [column for column in columns if column != places[meaning]]
    unknown += _tell_parts_of_names(places)
    return PeopleColumns(places, sorted(unknown), useless, candidates.get("role", []))


def _candidates(
    table: SourceTable, known: Callable[[str], str | None], surely: Mapping[str, int]
) -> tuple[dict[str, list[int]], list[int], list[int]]:
    """The columns that may hold each meaning, those not understood, and those of no use.

    Args:
        table: the table.
        known: what a heading of a known export means.
        surely: the column of each meaning that the known export has.
    """
    candidates: dict[str, list[int]] = {}
    unknown, useless = [], []
    for column, heading in enumerate(table.headings):
        said = known(heading)
        held = said if said is not None else meaning_of(heading) if heading.strip() else None
        is_another = held in surely and surely[str(held)] != column
        if held is None or is_another or (held in OF_NAMES and not holds_names(table, column)):
            unknown.append(column)
        elif held:
            candidates.setdefault(held, []).append(column)
        else:
            useless.append(column)
    return candidates, unknown, useless


def _tell_parts_of_names(places: dict[str, int]) -> list[int]:
    """Have a column of names hold the part that the column of the other part says; those left over.

    Args:
        places: the columns by what they hold, which are corrected.
    """
    if "name" in places and "last_name" not in places and "first_name" in places:
        places["last_name"] = places.pop("name")  # Vorname, Name
    elif "name" in places and "first_name" not in places and "last_name" in places:
        places["first_name"] = places.pop("name")  # Nombre, Apellidos
    if "name" in places and "middle_name" in places:
        return [places.pop("middle_name")]
    return []


def _one_of(table: SourceTable, meaning: str, columns: list[int]) -> int:
    """Which of several columns holds what is meant.

    Raises:
        ImportSourceError: they say different things, or the heading says that it is another name.
    """
    said = [column for column in columns if table.filled(column)] or columns
    filled = [column for column in said if meaning != "email" or holds_addresses(table, column)]
    plain = [column for column in filled if _is_plain(table.headings[column])]
    first, *others = sorted(plain or filled or columns, key=table.filled, reverse=True)
    says_the_same = all(
        line_of(row.cell(first)).casefold() == line_of(row.cell(column)).casefold()
        for row in table.rows
        for column in others
        if row.cell(first) and row.cell(column)
    )
    if meaning in OF_NAMES and not plain:
        raise question(table, meaning, columns)
    if not says_the_same:
        raise question(table, meaning, [first, *others])
    return first


def _is_plain(heading: str) -> bool:
    """Whether a heading says nothing but whose name it is: `Your full name (as on the badge)`."""
    bare = _AS_SHOWN.sub("", re.sub(r"[(\[].*?[)\]]", "", heading))
    return all(word in _PLAIN_WORDS for word in _plain(bare).split())


_AS_SHOWN = re.compile(r"\bas (?:it|you|they|we)\b.*", re.IGNORECASE)
"""The end of `Full name as it should appear on the website`."""


_ENOUGH = 0.5
"""Which part of a column's cells must look like names, so that it is one of names."""


def holds_names(table: SourceTable, column: int) -> bool:
    """Whether the cells of a column look like names rather than like numbers, ids or answers."""
    cells = [cell for row in table.rows if (cell := row.cell(column))]
    names = [cell for cell in cells if not _NO_NAME.fullmatch(cell)]
    return not cells or len(names) >= _ENOUGH * len(cells)


def holds_addresses(table: SourceTable, column: int) -> bool:
    """Whether any cell of a column has an email address."""
    return any("@" in row.cell(column) for row in table.rows)


_NO_NAME = re.compile(
    r"[\W\d_]*"  # 2730
    r"|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
    r"|\S+@\S+|https?://\S+|www\.\S+"
    r"|yes|no|true|false|ja|nein|oui|non|sí|si|x|n/a|none|accept\w*|reject\w*|confirmed|pending"
    r"|anonymous"  # of Microsoft's forms, where nobody has to log in
    r"|(?=\S*\d)[\w-]+",  # P1, A7X3, ~Ann_Author1
    re.IGNORECASE,
)
"""What a cell holds that is no name."""
