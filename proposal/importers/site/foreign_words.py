"""The words of headings and dates in German, French, Spanish, Portuguese and Italian."""

from __future__ import annotations

import re
from functools import cache

from babel.dates import get_month_names

from proposal.importers.site.section_kinds import Topic
from proposal.model.small_letters import small_letters

FOREIGN_HEADINGS: tuple[tuple[Topic, str], ...] = (
    (
        Topic.NEWS,
        r"neuigkeiten|aktuelles|actualités|nouveautés|noticias|novedades|notícias|notizie",
    ),
    (
        Topic.EARLIER,
        (
            r"(?:frühere|vergangene)\s+(?:workshops|ausgaben|jahre|veranstaltungen)"
            r"|éditions\s+(?:précédentes|antérieures|passées)|ediciones\s+anteriores"
            r"|edições\s+anteriores|edizioni\s+(?:precedenti|passate)"
        ),
    ),
    (
        Topic.SPONSORS,
        r"sponsoren|förderer|unterstützer|partenaires|soutiens|patrocinador(?:es)?|patrocinio",
    ),
    (
        Topic.OTHER_COMMITTEE,
        r"lenkungsausschuss|beirat|comité\s+de\s+pilotage|comité\s+directivo|comitê\s+diretor",
    ),
    (
        Topic.COMMITTEE,
        (
            r"programmkomitee|gutachter(?:innen|:innen|\*innen)?"
            r"|comit[ée]s?\s+(?:de\s+(?:programme|lecture|relecture|programa|revisión)"
            r"|scientifiques?|científicos?)"
            r"|(?:comitês?|comiss(?:ão|ões))\s+(?:de\s+programa|científic[oa]s?)"
            r"|comitato\s+(?:scientifico|di\s+programma)|relecteurs|revisores|revisori"
        ),
    ),
    (
        Topic.ORGANIZERS,
        (
            r"(?:die\s+)?organisator(?:en|innen|:innen|\*innen)?|veranstalter(?:innen|:innen)?"
            r"|organisations(?:team|komitee)|organisat(?:eur|rice)s?(?:\s*(?:rice|trice)s?)?(?:\s*s)?"
            r"|organisateurs\s+et\s+organisatrices|comité\s+d['’]organisation"
            r"|(?:los\s+|las\s+)?organizador(?:es|as)?|comit[éê]\s+organizador|organización"
            r"|comissão\s+organizadora|organização|organizzator[ie]|organizzazione"
            r"|comitato\s+organizzat(?:ivo|ore)"
        ),
    ),
    (
        Topic.SPEAKERS,
        (
            r"(?:(?:ein)?geladene\s+)?(?:vortragende|redner(?:innen|:innen)?"
            r"|referent(?:en|innen|:innen)|sprecher(?:innen|:innen)?)|(?:haupt|keynote-?)vorträge"
            r"|(?:ein)?geladene\s+vorträge"
            r"|(?:conférenci(?:er|ère)s?|orat(?:eur|rice)s?|intervenant(?:e|es|s)?)"
            r"(?:\s+invité(?:e|es|s)?)?|conférences?\s+invitées?"
            r"|(?:ponentes|conferenciantes|conferencistas|oradores|palestrantes)"
            r"(?:\s+(?:invitad[oa]s|convidad[oa]s))?|charlas\s+invitadas|palestras\s+convidadas"
            r"|(?:relatori|oratori)(?:\s+invitati)?"
        ),
    ),
    (
        Topic.PAPERS,
        (
            r"(?:akzeptierte|angenommene)\s+(?:beiträge|artikel|papers?|publikationen|arbeiten)"
            r"|(?:articles|papiers|communications|contributions)\s+(?:acceptée?s|retenue?s)"
            r"|(?:artículos|trabajos|ponencias|contribuciones)\s+aceptad[oa]s"
            r"|(?:artigos|trabalhos)\s+(?:aceitos|aceites)"
            r"|(?:articoli|contributi|lavori)\s+accettati"
        ),
    ),
    (
        Topic.SCHEDULE,
        (
            r"(?:vorläufiges\s+)?programm|zeitplan|ablauf(?:plan)?|tagesordnung"
            r"|emploi\s+du\s+temps|horaires?|déroulement|programa(?:ção|\s+(?:preliminar"
            r"|provisional))?|horario|cronograma|programma(?:\s+(?:provvisorio|preliminare))?|orario"
        ),
    ),
    (
        Topic.DATES,
        (
            r"(?:wichtige\s+)?(?:termine|daten|fristen)|dates?\s+(?:importantes|clés|limites)"
            r"|calendrier|échéances|fechas?(?:\s+(?:importantes|clave|límite))?|plazos"
            r"|datas?\s+(?:importantes|limite)|prazos|date\s+importanti|scadenze"
        ),
    ),
    (
        Topic.TOPICS,
        (
            r"themen(?:bereiche|schwerpunkte|gebiete)?|thèmes?(?:\s+d['’]intérêt)?|thématiques"
            r"|sujets(?:\s+d['’]intérêt)?|(?:temas|tópicos)(?:\s+de\s+inter[eé]s{1,2}e?)?|temática"
            r"|temi(?:\s+di\s+interesse)?|argomenti"
        ),
    ),
    (
        Topic.CALL,
        (
            r"aufruf\s+zu[rm]?\s+.*|appel\s+à\s+(?:communications?|contributions?|articles?"
            r"|soumissions?|participation).*"
            r"|(?:convocatoria|petición|llamada)\s+(?:de|a|para)\s+.*|chamada\s+(?:de|para)\s+.*"
        ),
    ),
    (
        Topic.SUBMISSION,
        (
            r"(?:beitrags)?einreichung(?:en)?|hinweise\s+(?:zur|für)\s+.*|soumissions?"
            r"|(?:consignes|instructions)\s+aux\s+auteurs|envíos?(?:\s+de\s+.*)?"
            r"|instrucciones\b.*|submiss(?:ão|ões)(?:\s+de\s+.*)?|instruções\b.*"
            r"|sottomissione|invio\s+.*|istruzioni\b.*"
        ),
    ),
    (Topic.CONTACT, r"kontakt|contacto|contato|contatti"),
    (
        Topic.VENUE,
        (
            r"(?:veranstaltungs|tagungs)?ort|anreise|(?:ort\s+und\s+zeit|zeit\s+und\s+ort)"
            r"|lieu(?:\s+et\s+dates?)?|où\s+et\s+quand|lugar(?:\s+y\s+fecha)?|sede|ubicación"
            r"|local(?:\s+e\s+data)?|luogo(?:\s+e\s+data)?"
        ),
    ),
    (
        Topic.OVERVIEW,
        (
            r"überblick|einführung|über\s+(?:den\s+workshop|uns)|beschreibung|zielsetzung"
            r"|présentation|objectifs|à\s+propos|contexte|presentación|introducción|descripción"
            r"|objetivos|acerca\s+de(?:l)?\b.*|apresentação|introdução|descrição|presentazione"
            r"|introduzione|descrizione|obiettivi"
        ),
    ),
)
"""Whole headings, by what stands under them."""

_DATES: tuple[tuple[str, str], ...] = (
    ("", r"beginn|eröffnung|ouverture|apertura|abertura|inicio|início|inizio"),
    (
        "camera_ready",
        (
            r"druckfertige?\w*|end(?:version|fassung)|(?:finale|endgültige)\s+(?:version|fassung)"
            r"|version\s+(?:finale|définitive)|versión\s+(?:final|definitiva)|versão\s+final"
            r"|versione\s+(?:finale|definitiva)"
        ),
    ),
    ("notification", r"benachrichtigung\w*|notificación\w*|notificação|notifica|resultados"),
    (
        "early_registration",
        (
            r"frühbucher\w*|frühanmeldung|inscription\w*\s+anticip\w+|iscrizion\w+\s+anticip\w+"
            r"|inscripci(?:ón|ones)\s+(?:tempran|anticipad)\w+|inscriç(?:ão|ões)\s+antecipad\w+"
        ),
    ),
    (
        "registration",
        r"anmelde\w*|anmeldung\w*|inscriptions?|inscripci(?:ón|ones)|inscriç(?:ão|ões)|iscrizion\w+",
    ),
    (
        "submission",
        (
            r"einreich(?:ung|e)\w*|einsendeschluss|abgabe(?:frist|termin)?"
            r"|soumission\w*|date\s+limite|envío|recepción|fecha\s+límite|submissão|prazo|scadenza"
            r"|sottomissione|invio|inzend\w*|indien\w*"
        ),
    ),
)
"""What the words beside a day say, the surest first: `Einreichungsfrist`; nothing of openings."""
_LANGUAGES = ("de", "fr", "es", "pt", "it", "nl")


def foreign_name_of_date(label: str) -> str | None:
    """The kind of the deadline that words of other languages name."""
    for name, words in _DATES:
        if re.search(rf"\b(?:{words})\b", label, re.IGNORECASE):
            return name or None
    return next((name for name, words in _DATES_IN_OTHER_SCRIPTS if words.search(label)), None)


_DATES_IN_OTHER_SCRIPTS = (
    ("camera_ready", re.compile(r"最終原稿|最终稿|终稿|定稿|カメラレディ|최종\s*(?:논문|원고)")),
    (
        "notification",
        re.compile(r"採否|採択通知|结果通知|录用通知|심사\s*결과|결과\s*통보"),
    ),
    ("submission", re.compile(r"締切|締め切り|投稿|截稿|截止|마감|논문\s*제출")),
)
"""The surest first: `採否通知`, `論文投稿締切`, `논문 제출 마감`."""


def with_english_months(text: str) -> str:
    """A text in which days of other languages are written in English.

    `3.–5. Juni 2026` is `3–5 June 2026`, and `1º de mayo de 2026` is `1 May 2026`.
    """
    return _foreign_day().sub(_in_english, text)


def _in_english(match: re.Match[str]) -> str:
    first = f"{match['first']}–" if match["first"] else ""
    return f"{first}{match['day']} {_months()[small_letters(match['month'])]} "


@cache
def _months() -> dict[str, str]:
    """The English name of each month of the other languages."""
    english = get_month_names("wide", locale="en")
    return {
        get_month_names("wide", locale=language)[number].casefold(): english[number]
        for language in _LANGUAGES
        for number in range(1, 13)
        if get_month_names("wide", locale=language)[number].casefold() != english[number].casefold()
    }


@cache
def _foreign_day() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(
        r"(?:\b(?P<first>\d{1,2})(?:\.|er|º|°)?\s*(?:[-–—/]|bis|und|au|et|al|a|y|e)\s*)?"
        rf"\b(?P<day>\d{{1,2}})(?:\.|er|º|°)?\s*(?:de\s+)?(?P<month>{names})\b"
        r"(?:\s+(?:de|del)\b)?\s*",
        re.IGNORECASE,
    )
