"""Decisions in the words of systems and of several languages."""

from __future__ import annotations

import pytest

from proposal.importers.exports.decision import Decision, beside_decision, decision_of, form_of

WORDS = {
    Decision.ACCEPTED: (
        *("Accept", "ACCEPTED", "accept as poster", "Accept (Oral)", "Oral", "yes", "confirmed"),
        *("angenommen", "Angenommen als Poster", "Zusage", "accepté", "Acceptée", "retenu"),
        *("aceptado", "Aceptada", "Lightning talk", "admitido", "Aprovado", "aceito", "Accettato"),
        *(
            "Approved",
            "geaccepteerd",
            "Accepted, no changes",
            "Accept unconditionally",
            "accepted, not withdrawn",
            "採択",
            "录用",
            "채택",
        ),
        *("Kabul edildi", "Kabul", "Przyjęty", "Przyjęta", "Принято", "Прийнято", "Přijato"),
        *("Elfogadva", "Antagen", "Godkendt", "Hyväksytty", "Αποδεκτή", "Εγκρίθηκε"),
    ),
    Decision.CONDITIONAL: (
        *("Tentatively accepted", "vorläufig angenommen", "cond. accept"),
        *("Conditional accept", "Accept with revisions", "Weak accept", "bedingt angenommen"),
        *("accepté sous réserve", "aceptado con cambios", "条件付採択"),
        *("accettato con riserva", "accepté avec modifications mineures"),
    ),
    Decision.REJECTED: (
        *("Reject", "rejected", "not accepted", "no", "Declined", "abgelehnt", "nicht angenommen"),
        *("refusé", "rejeté", "non retenu", "rechazado", "no aceptado", "Merged"),
        *("Reprovado", "não aprovado", "não foi aceito", "recusado", "respinto", "non accettato"),
        *("niet geaccepteerd", "Afgewezen", "Ej accepterad", "ikke accepteret", "Unaccepted"),
        *("不採択", "未录用", "拒稿", "탈락", "불채택"),
        *("Reddedildi", "REDDEDİLDİ", "Kabul edilmedi", "Odrzucony", "Nieprzyjęty", "Отклонено"),
        *("Не принято", "Відхилено", "Zamítnuto", "Nepřijato", "Elutasítva", "Avslag", "Afvist"),
        *("Inte antagen", "Ikke godkendt", "Hylätty", "Απορρίφθηκε", "Respins"),
        *("Ei hyväksytty", "Μη αποδεκτή", "Δεν εγκρίθηκε", "Kabul edilmemiştir", "Icke antagen"),
        *("Nie akceptovaný", "Nu a fost acceptat", "Neacceptat", "미채택"),
        *("Reject.", "Rejected (no)", "Rejected - out of scope", "Reject, weak"),
        *("non-accepted", "NotAccepted", "not_accepted", "has not been accepted"),
    ),
    Decision.DESK_REJECTED: ("Desk Reject", "desk_reject", "Desk Rejected Submission"),
    Decision.WITHDRAWN: (
        *("Withdrawn", "withdraw", "accept - withdrawn by authors", "canceled"),
        *("zurückgezogen", "retiré", "retirada", "取り下げ", "撤稿"),
        *("Geri çekildi", "Wycofany", "Отозвано", "Staženo", "Visszavonva", "Retras"),
    ),
    Decision.UNDECIDED: (
        *("wait-list", "Waiting-list", "Accept?"),
        *("", "no decision", "probably accept", "accept?", "Awaiting Decision", "under review"),
        *("Submitted to WSDM 2027", "Accept_Queue", "noch offen", "en attente", "pendiente"),
        *("not yet accepted", "noch nicht angenommen", "pas encore accepté", "aún no aceptado"),
    ),
    Decision.UNKNOWN: (
        *("Accepted, awaiting camera-ready", "Accept (pending)", "Accepted – pending registration"),
        *("Camera Ready", "2", "A. Writer", "Major revision", "Revise and resubmit"),
        *("not recommended for acceptance", "never to be accepted", "kabul değil"),
        *("nie został przyjęty", "не был принят", "inte bli antagen", "Ei ole hyväksytty"),
        *("Not cancelled", "not withdrawn", "nicht abgesagt", "Not rejected"),
        *("Rejected as full paper, accepted as short paper", "Reject → Poster", "accept/reject"),
        *("Not accepted for oral, accepted as poster", "Reject, but invite as poster"),
        *("No-show", "No show", "Non-archival", "Reject (poster)", "abgelehnt, aber als Poster"),
    ),
}


@pytest.mark.parametrize(
    ("text", "decision"), [(text, found) for found, texts in WORDS.items() for text in texts]
)
def test_decision_is_read(text: str, decision: Decision) -> None:
    assert decision_of(text) is decision


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Accept (Oral)", "oral"),
        ("présentation orale", "oral"),
        ("angenommen als Vortrag", "oral"),
        ("aceptado como póster", "poster"),
        ("Kurzbeitrag", "short"),
        ("Accept", ""),
    ],
)
def test_a_decision_may_say_how_a_paper_is_presented(text: str, form: str) -> None:
    assert form_of(text) == form


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Accept", ""),
        ("Accept as oral presentation", ""),
        ("Paper accepted as long paper", ""),
        ("Angenommen als Kurzbeitrag", ""),
        ("Accept-Findings", "Findings"),
        ("Accept, non-archival", "non-archival"),
        ("Accepted (Best Paper Award)", "Best Award"),
        ("Accept (Short, Poster)", "Short"),
        ("Conditional accept", ""),
        ("Conditionally accepted, non-archival", "non-archival"),
        ("Accept with minor revisions", ""),
        ("Provisionally accepted", ""),
        ("Weak accept", ""),
    ],
)
def test_what_a_decision_says_beside_is_found(text: str, beside: str) -> None:
    assert beside_decision(text) == beside


@pytest.mark.parametrize("text", ["Reserve", "Standby", "Backup paper", "reserve list"])
def test_papers_in_reserve_are_undecided(text: str) -> None:
    assert decision_of(text) is Decision.UNDECIDED


@pytest.mark.parametrize("text", ["accept without corrections", "Accepted (no corrections)"])
def test_papers_without_corrections_have_no_conditions(text: str) -> None:
    assert decision_of(text) is Decision.ACCEPTED
    assert decision_of("Accept with corrections") is Decision.CONDITIONAL
