"""Recognizes which of a workshop's dates is meant by words in other languages than English."""

from __future__ import annotations

import re

from proposal.model.deadline_kinds import WORKSHOP

_WORDS: tuple[tuple[str, str], ...] = (
    (
        "",
        (
            r"beginn|eröffnung|ouverture|apertura|abertura|inicio|início|inizio|otwarci\w+|początek"
            r"|rozpoczęci\w+|начал[оа]|открыти\w+|açılış\w*|açılma\w*|başlangı\w+|başlama\w*"
        ),
    ),
    (
        "camera_ready",
        (
            r"druckfertige?\w*|end(?:version|fassung)|(?:finale|endgültige)\s+(?:version|fassung)"
            r"|version\s+(?:finale|définitive)|versión\s+(?:final|definitiva)|versão\s+final"
            r"|versione\s+(?:finale|definitiva)|ostateczn\w+\s+wersj\w+|wersj\w+\s+(?:finaln|ostateczn)\w+"
            r"|(?:финальн|окончательн)\w+\s+верси\w+|baskıya\s+hazır\w*"
        ),
    ),
    (
        "notification",
        (
            r"benachrichtigung\w*|notificación\w*|notificação|notifica|resultados"
            r"|powiadomieni\w+|informacja\s+o\s+(?:akceptacji|przyjęciu)|уведомлени\w+"
            r"|(?:kabul|sonuç)\w*\s+bildirim\w*"
        ),
    ),
    (
        "early_registration",
        (
            r"frühbucher\w*|frühanmeldung|inscription\w*\s+anticip\w+|iscrizion\w+\s+anticip\w+"
            r"|inscripci(?:ón|ones)\s+(?:tempran|anticipad)\w+|inscriç(?:ão|ões)\s+antecipad\w+"
        ),
    ),
    (
        "registration",
        (
            r"anmelde\w*|anmeldung\w*|inscriptions?|inscripci(?:ón|ones)|inscriç(?:ão|ões)|iscrizion\w+"
            r"|rejestracj\w+|регистраци\w+|kayıt\w*"
        ),
    ),
    (
        "submission",
        (
            r"einreich(?:ung|e)\w*|einsendeschluss|abgabe(?:frist|termin)?"
            r"|soumission\w*|date\s+limite|envío|recepción|fecha\s+límite|submissão|prazo|scadenza"
            r"|sottomissione|invio|inzend\w*|indien\w*|zgłosze\w+|nadsyłani\w+|przesyłani\w+"
            r"|подач\w+|при[её]м\w*|gönder(?:im|me)\w*"
        ),
    ),
)
"""What the words beside a day say, the surest first: `Einreichungsfrist`; nothing of openings."""
_WORKSHOP = re.compile(r"(?:l['’]|der\s+|el\s+)?(?:atelier|taller|oficina)", re.IGNORECASE)
"""What the day of the workshop itself is called: `l'atelier`."""
_WORDS_OF_THE_NORTH: tuple[tuple[str, str], ...] = (
    (
        "camera_ready",
        (
            r"(?:endelig|trykklar|trykkeklar|slutlig|slutgiltig|lopullinen|definitieve|uiteindelijke"
            r"|finální|konečn[áé]|végleges|τελικ\w+)\w*\s+(?:version|versjon|artik\w+|versio|versie"
            r"|verze|bidrag|változat\w*|κειμέν\w+|μορφή\w*|εργασί\w+)|tryckfärdig\w*"
        ),
    ),
    (
        "notification",
        (
            r"meddelelse|besked|beskjed|notifikation|notifisering|underrättelse|meddelande"
            r"|ilmoitus\s+hyväksy\w+|(?:hyväksymis|pää)\w*ilmoitu\w+|kennisgeving|bekendmaking"
            r"|bericht\s+(?:van|aan)|notificatie|oznámení|vyrozumění|értesítés\w*|ειδοποίηση|γνωστοποίηση|ενημέρωση"
        ),
    ),
    (
        "registration",
        (
            r"tilmelding\w*|påmelding\w*|ilmoittautumi\w+|rekisteröity\w+|inschrijv\w+|aanmeld\w+"
            r"|registratie|registrering\w*|registrace|regisztráció\w*|jelentkezés\w*|εγγραφ\w+"
        ),
    ),
    (
        "submission",
        (
            r"indsendelse\w*|indsendelsesfrist|innsending\w*|innlevering\w*|inlämning\w*|inskick\w+"
            r"|jättö\w+|lähettämi\w+|lähety\w+|uzávěrka|podání|zasílání|zaslání|odevzdání|beküldés\w*|beadás\w*"
            r"|benyújtás\w*|υποβολή\w*"
        ),
    ),
)
"""What the words beside a day say, the surest first: `Indsendelse af artikler`."""
_IN_OTHER_SCRIPTS = (
    ("camera_ready", re.compile(r"最終原稿|最终稿|终稿|定稿|カメラレディ|최종\s*(?:논문|원고)")),
    (
        "notification",
        re.compile(r"採否|採択通知|结果通知|录用通知|심사\s*결과|결과\s*통보"),
    ),
    ("submission", re.compile(r"締切|締め切り|投稿|截稿|截止|마감|논문\s*제출")),
)
"""The surest first: `採否通知`, `論文投稿締切`, `논문 제출 마감`."""


def foreign_name_of_date(label: str) -> str | None:
    """The kind of the deadline that words of other languages name."""
    for name, words in (*_WORDS, *_WORDS_OF_THE_NORTH):
        if re.search(rf"\b(?:{words})\b", label, re.IGNORECASE):
            return name or None
    if _WORKSHOP.fullmatch(label.strip()):
        return WORKSHOP
    return next((name for name, words in _IN_OTHER_SCRIPTS if words.search(label)), None)
