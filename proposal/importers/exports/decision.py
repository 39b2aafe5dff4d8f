"""What a decision means, in the words of review systems and of twenty languages."""

from __future__ import annotations

import re
from enum import Enum


class Decision(Enum):
    """What became of a submission, each as a message says it."""

    ACCEPTED = "accepted"
    CONDITIONAL = "accepted on conditions"
    REJECTED = "rejected"
    DESK_REJECTED = "desk-rejected"
    WITHDRAWN = "withdrawn"
    UNDECIDED = "undecided"
    UNKNOWN = "not understood"

    @property
    def is_accepted(self) -> bool:
        """Whether the submission is a paper of the workshop."""
        return self in {Decision.ACCEPTED, Decision.CONDITIONAL}


_NOT = (
    r"(?:not|non|no|nicht|pas|não|nao|niet|nie|ej|ei|inte|icke|ikke|не|nem|nu|ne|μη|δεν)"
    r"(?:\s+(?:be|been|foi|fue|été|a\s+fost))?"
)
_YES = (
    r"(?:ge)?(?:ac+ept|acept|aceit|accettat|apro[bv]ad|approv|angenommen|aangenomen|goedgekeurd"
    r"|admi|akzeptiert|retenu|antag|godk|antat|przyj|zaakceptowan|přijat|prijat|akceptovan|принят"
    r"|прийнят|elfogad|hyväksyt|αποδεκτ|εγκρίθ)"
)
"""What `_NOT` in front of it turns into a refusal: not been accepted, não aprovado."""
_DENIED = re.compile(
    rf"\b(?:not|never|cannot|nicht|niet|pas|não|nie|inte|icke|ikke|ej|ei|не|nem|μη|δεν)\b.*{_YES}"
    rf"|\bne{_YES}|\bkabul\b.*\b(?:değil|edilme)"
)
"""Words that may take back what follows: not recommended for acceptance, neacceptat."""
_KEPT = re.compile(
    rf"\b{_NOT}[\s_-]+(?:withdr|retract|cancel|annul|deleted|storniert|abgesagt|zur(?:ü|ue)ckgezogen"
    r"|retir|ritirat|rej|declin|refus|rechaz|abgelehnt)\w*"
)
"""Words that deny a refusal, and say nothing of a decision: `Not withdrawn`, `not cancelled`."""

_WORDS: tuple[tuple[Decision, tuple[str, ...]], ...] = (
    (
        Decision.WITHDRAWN,
        (
            r"withdr|retract|cancel|annul|\bdeleted\b|removed by author",
            r"zur(?:ü|ue)ck(?:gezogen|genommen)|storniert|\bretir(?:é|e|ad|ed)|\britirat",
            r"撤稿|撤回|取り下げ|辞退|철회|\bgeri (?:çek|alın)|\bwycofan|\bstažen|\bstiahnut",
            r"отозван|відкликан|tillbaka(?:drag|tag)|\btrukket|\bperuttu|visszavon|\bretras[ăe]?\b|αποσύρθ",
        ),
    ),
    (Decision.DESK_REJECTED, (r"desk[\s_-]*rej",)),
    # Probably accept, Accept?, Accept Queue
    (
        Decision.UNDECIDED,
        (
            r"\?|probabl|likely|maybe|borderline|undecided|queue|wait(?:ing)?[ -]?list|no decision",
            r"^(?:in |on )?(?:the )?(?:reserves?|stand-?by|back-?up)\b|unentschieden|warteliste",
            r"liste d.attente|lista de espera|lista d.attesa",
            r"\bnot yet\b|\bnoch nicht\b|\bpas encore\b|\b(?:aún|todavía) no\b|\bainda não\b",
        ),
    ),
    # Not accepted, Merged, Duplicate, Absage, refusé, rechazado, não aceito, niet geaccepteerd
    (
        Decision.REJECTED,
        (
            r"\brej[eé]|declin|denied|refus[eé]|rechaz|\babgelehnt|\babsage|\babgesagt|\bablehn",
            r"reprovad|recusad|rifiutat|\brespint|\bafgewezen|\bafgekeurd|\bunac+ept",
            rf"(?:\b|_){_NOT}[\s_-]*{_YES}",
            r"\bmerged\b|\bduplicate\b|zusammengef(?:ü|ue)hrt",
            r"^(?:no|nein|non|false|n)\b(?!-|\s+(?:show|archiv))",
            r"\bredded|\bret\b|\bkabul edilme|\bodrzucon|\bnieprzyj|\bnepřijat|\bneprijat",
            r"zamítnut|zamietnut|odmítnut|отклон[её]н|отказ|непринят|відхилен|\bavslag|\bavvis",
            r"\bafvist|\bhylät|elutasít|\brespins|απορρ[ιί]",
            r"[不未](?:採択|採録|录用|采纳|接收|接受|通过)|拒稿|拒绝|退稿|[불미]채택|탈락|반려",
        ),
    ),
    # Submitted to WSDM 2026, Awaiting Decision, Unspecified, en attente
    (
        Decision.UNDECIDED,
        (
            r"^submitted\b|^invited$|await|(?:under|in) review|pending|\bdraft\b|\btbd\b",
            r"unspecified|nominated|unknown|in begutachtung|in pr(?:ü|ue)fung|eingereicht",
            r"^(?:noch )?offen$|ausstehend|en attente|en cours|soumis|pendiente|en revisi|enviad",
            r"beklemede|değerlendir|oczekuj|w recenzji|на рассмотрении|ожида|čeká|väntar",
        ),
    ),
    # Conditional accept, Minor revision, bedingt angenommen, sous réserve, aceptado con cambios
    (
        Decision.CONDITIONAL,
        (
            r"(?<!un)condition|condicion|\bif\b|subject to|provision|provisorisch|\bminor\b",
            r"shepherd|\bcond\b|tentativ|prelim|vorl(?:ä|ae)ufig|provisoire",
            r"(?<!\bno )(?<!\bwithout )\bcorrections?\b",
            r"con cambios|bedingt|unter vorbehalt|auflagen|sous r[eé]serve|con riserva",
            r"(?:r[eé]visions?|modifications?) mineures?",
            r"\bkoşullu|\bwarunkow|\bpodmíne|условно|\bvillkor|\bbetinge|\behdolli|feltétel",
            r"\bweak(?:ly)? accept|\baccept\w*\b.*\brevisions?\b|条件付|有条件|조건부",
        ),
    ),
    # Oral, Spotlight and Vortrag alone are decisions for a paper, too
    (
        Decision.ACCEPTED,
        (
            r"accept|acept|\baceit|\baccettat|admitted|\badmis|\badmitid|\bretenu|confirmed",
            r"\bapro[bv]ad|\bapproved|\bapprovat|\bgoedgekeurd|\baangenomen|best(?:ä|ae)tigt",
            # EDAS calls an accepted paper so once it is in the proceedings
            r"^published$|angenommen|\bannahme|akzeptiert|zusage|zugesagt|^(?:yes|ja|oui|si|sí)\b|^(?:true|y|x|✓|✔)$",
            r"^(?:\w+\s+)?(?:oral|poster|spotlight|highlight|talk|vortrag|lightning|demo)s?$",
            r"^(?:oral|poster|demo|lightning)\s+(?:presentation|paper|talk)$",
            r"\bkabul\b|\bprzyj[eę]t|zaakceptowan|\bpřijat|\bprijat|\bakceptovan|принят|прийнят",
            r"\bantag(?:en|et|na)\b|\bgodk[äje]|\bantatt|\bhyväksyt|elfogad(?:va|ott)|αποδεκτ|εγκρίθ",
            r"採択|採録|录用|采纳|接收|接受|通过|채택",
        ),
    ),
)
"""The first that fits counts: what is withdrawn or refused may be called accepted as well."""

_FORMS = (
    ("oral", r"\boral\w*|\bvortrag\b|\bponencia\b"),
    ("poster", r"\bp[oó]ster\b|\bcartel\b"),
    ("spotlight", r"\bspotlight\b"),
    ("demo", r"\bdemo\b"),
    ("short", r"\bshort\b|\bkurz\w*|\bcourt\w*|\bcort[oa]\b"),
    ("long", r"\blong\b|\blang\w*|\blarg[oa]\b"),
    ("full", r"\bfull\b"),
    ("lightning", r"\blightning\b"),
    ("highlight", r"\bhighlight\b"),
)
"""How a paper is presented or how long it is, as decisions say it: Accept (Oral)."""


def decision_of(text: str) -> Decision:
    """What a cell under a heading such as Decision or Status means."""
    line = " ".join(text.casefold().split())
    if not line:
        return Decision.UNDECIDED
    line = _KEPT.sub("", line).strip(" ,;")
    decision = _decision_in(line)
    is_denied = decision.is_accepted and _DENIED.search(line)
    is_open = decision in {Decision.REJECTED, Decision.UNDECIDED}
    is_taken_back = is_open and any(map(_invites, _CLAUSE.split(line)))
    return Decision.UNKNOWN if is_denied or is_taken_back else decision


_CLAUSE = re.compile(
    r"[,;:.()/|→]|\s[-–—]+>?\s|\s(?:but|however|and|then|aber|sondern|mais|pero|ma)\s"
)
"""What parts the halves of `Rejected as full paper, accepted as short paper`, `Reject → Poster`,
`Accepted, awaiting camera-ready`."""
_INVITATION = re.compile(r"\binvit\w*\b.*\b(?:poster|demo|talk|short|oral|lightning)")
"""`invite as poster`"""


def _invites(clause: str) -> bool:
    """Whether a part of a decision is for the paper."""
    line = clause.strip()
    return _decision_in(line).is_accepted or _INVITATION.search(line) is not None


def _decision_in(line: str) -> Decision:
    return next(
        (found for found, patterns in _WORDS if any(re.search(one, line) for one in patterns)),
        Decision.UNKNOWN,
    )


def decision_of_venue(text: str) -> Decision:
    """What OpenReview's venue of a note means: `Some Workshop 2026 Oral` is accepted."""
    found = decision_of(text)
    return Decision.ACCEPTED if found in {Decision.UNKNOWN, Decision.CONDITIONAL} else found


def form_of(text: str) -> str:
    """How a paper is presented or how long it is, if a decision says so."""
    line = text.casefold()
    return next((form for form, words in _FORMS if re.search(words, line)), "")


def beside_decision(text: str) -> str:
    """What a decision for a paper says that is neither that nor the form that is read of it.

    `Findings` of `Accept to Findings`, `Best Award` of `Accepted (Best Paper Award)`, and `Short`
    of `Accept (Short, Poster)`, whose form is a poster.
    """
    form = form_of(text)
    read = next((words for name, words in _FORMS if name == form), "$^")
    words = re.findall(r"non-\w+|[^\W\d_]+", text, re.IGNORECASE)
    settled = {
        Decision.ACCEPTED,
        Decision.CONDITIONAL,
    }  # conditions are said by the decision itself
    return " ".join(
        word
        for word in words
        if (
            _decision_in(line := word.casefold()) not in settled
            and not re.search(read, line)
            and not _IDLE.fullmatch(line)
        )
        or (not re.search(read, line) and form_of(line))
    )


_IDLE = re.compile(
    r"\w{1,3}|(?:full|regular)?papers?|beitrag|artikel|articles?|art[ií]culo|artigo|papier|track|talks?"
    r"|abstracts?|submissions?|presentations?|pr(?:ä|ae)sentation|presentaci[oó]n|apresentação|sessions?"
    r"|contributions?|with|without|into|from|comme|como|para|pour|come|changes?|final|decision"
    r"|workshop|publication|strong|clear|early|been|have|strongly|pages?|edildi|weak(?:ly)?|subject"
    r"|after|revisions?|modifications?|mineures?|cambios|menores|avec|sous|riserva|unconditional\w*"
    r"|camera|ready|received"
)
"""Words of decisions that say nothing of a paper: as, the, presentation, or on what conditions."""
