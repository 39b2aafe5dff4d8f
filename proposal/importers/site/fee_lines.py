"""Takes lines and rows on registration apart: for whom an amount is, until when, and how much."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct
from pydantic import TypeAdapter, ValidationError

from proposal.diagnostics import Span
from proposal.importers.site.day_heads import without_weekdays
from proposal.importers.site.foreign_words import with_english_months
from proposal.importers.site.site_days import days_of
from proposal.importers.site.site_lines import SiteLine
from proposal.model.english_days import MONTHS, one_of
from proposal.model.records.fee_record import FREE, Amount

_CODES = (
    r"(?-i:EUR|USD|GBP|CHF|CAD|AUD|NZD|JPY|CNY|RMB|KRW|INR|SGD|HKD|TWD|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON"
    r"|BGN|HRK|RSD|TRY|ILS|ZAR|BRL|MXN|ARS|CLP|COP|PEN|MYR|THB|IDR|PHP|VND|AED|SAR|QAR|EGP|MAD|TND|KES"
    r"|NGN|GHS|RUB|UAH|PKR|BDT|LKR|KZT|IRR|JOD|KWD)"
)
"""Codes that are no words: "ALL 3" is none of Albania's, and "TOP 10" none of Tonga's."""
_CURRENCY = (
    rf"(?:€|{_CODES}|euros?|US\$|U\.S\.\s?dollars?|US\s?dollars?|Swiss\s+francs?|RM|Rs\.?|[$£¥₹₩])"
)
_NUMBER = r"\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d\d)?|\d+(?:[.,]\d\d?|[.,]-)?"
MONEY = re.compile(
    rf"(?<![\w.,/-])(?:{_CURRENCY}\s?(?:{_NUMBER})|(?:{_NUMBER})\s?{_CURRENCY})(?![\w])",
    re.IGNORECASE,
)
"""What looks like an amount of money, whether it can be read or not: `80 EUR`, `$1,200`."""
_FORM = re.compile(
    rf"(?:(?P<before>{_CURRENCY})\s?)?(?P<number>\d+(?:[.,]\d\d)?)(?:\s?(?P<behind>{_CURRENCY}))?",
    re.IGNORECASE,
)
"""`€ 50`, `50 EUR`"""
_LETTERS = (
    (re.compile(r"€|EUR|euros?", re.IGNORECASE), "EUR"),
    (re.compile(r"US\$|(?:US|U\.S\.)\s?dollars?", re.IGNORECASE), "USD"),
    (re.compile(r"Swiss\s+francs?", re.IGNORECASE), "CHF"),
)
_NOTHING_TO_PAY = re.compile(
    r"(?:for\s+)?free(?:\s+of\s+charge)?|gratis|kostenlos|kostenfrei|gratuite?|gratuit[oa]|0+\s?(?:€|EUR)",
    re.IGNORECASE,
)
"""`free of charge`, `kostenlos`"""
_AMOUNT = TypeAdapter[str](Amount)

_DAY = "\N{REPLACEMENT CHARACTER}"
"""Stands for a day while the words beside it are read."""
_A_TIME = (
    r"(?:[\s,(]+(?:up|to|on|or|and|including|before|the|end|of|dem|zum|le|el|il|midnight|noon|[ap]m|AoE"
    r"|\d\d?[:.]\d\d|\d\d?h))*"
    rf"[\s,(]*(?:{_DAY}(?:\s+on(?:wards?)?\b)?|\d+[/.-]\d+(?:[/.-]\d+)?"
    rf"|\b(?:{one_of(MONTHS)})\b|(?:\b\w+[\s-]+){{0,2}}\b(?:deadline|conference|workshop|event)\b)"
)
"""What a word before a day has behind it; `from` has a country there, too."""
_EARLY = re.compile(
    r"\b(?:early(?:[\s-]*bird)?(?![\s-]+(?:career|stage))|frühbucher\w*|früh|anticipée?|temprana"
    r"|antecipad[oa]|anticipat[oa])\b"
    r"|\b(?:(?:up\s+)?until|up\s+to|till|(?:on\s+or\s+)?before|by|through|bis(?:\s+zum)?|jusqu['’](?:au|à)|avant(?:\s+le)?"
    rf"|hasta(?:\s+el)?|antes\s+de(?:l)?|até|entro(?:\s+il)?)\b{_A_TIME}",
    re.IGNORECASE,
)
"""`early bird`, `Frühbucher`"""
_LATE = re.compile(
    r"\b(?:late(?![\s-]+(?:career|stage))|spät\w*|tardi(?:f|ve)|tardí[oa]|tardi[oa])\b"
    r"|\b(?:after|from|ab(?:\s+dem)?|nach(?:\s+dem)?|après(?:\s+le)?|después\s+del?|após"
    rf"|dopo(?:\s+il)?)\b{_A_TIME}(?:\s+to\s+{_DAY})?",
    re.IGNORECASE,
)
"""`late`, `spät`"""
_REGULAR = re.compile(
    r"(?<!-)\b(?:regular|standard|normal(?:er|e)?|ordinary"
    r"|(?:full|general)(?!\s+(?!fee|rate|price|cost|registration)\w))\b(?!-|\s+member)",
    re.IGNORECASE,
)
"""`regular`, `full fee`, but not `full paper`. →"""
_AT_THE_DOOR = re.compile(
    r"\b(?:on-?\s?site|at\s+the\s+door|walk-?in|vor\s+ort|sur\s+place)\b", re.IGNORECASE
)
"""`on-site`, `at the door`"""
_FILL = re.compile(
    r"\b(?:the|a|an|registrations?|fees?|rates?|prices?|cost|costs|payments?|amount|for|of|per|person"
    r"|pay|pays|is|are|category|status|type|in|tarifs?|tarifa|inscriptions?|inscripción|inscrição"
    r"|attending|workshop|conference|participation|attendance|iscrizione|teilnahmegebühr(?:en)?|gebühr(?:en)?|anmeldung|le|la|el|bird)\b",
    re.IGNORECASE,
)
"""Words that say no more of a fee: `registration`, `per person`."""
_FILL_AT_END = re.compile(rf"(?<!\bthe)(?<!\bof)(?<!\bfor)\s+{_FILL.pattern}\s*$", re.IGNORECASE)
"""`Students per person`, and not the last word of `Members of the conference`."""
_PEOPLE = re.compile(
    r"student|ph\.?\s?d|doctoral|post-?doc|member|academi|industr|participant|attende|author|speaker"
    r"|presenter|virtual|online|remote|in[\s-]person|on-?site|faculty|researcher|profession|public"
    r"|everyone|\ball\b|staff|corporate|commercial|compan|low[\s-]income|developing|senior|junior"
    r"|early[\s-]career|retired|emerit|local|national|foreign|international|undergrad|resident"
    r"|surgeon|physician|doctor|nurse|trainee|observer|regular|standard|normal|full|general|\bnon-"
    r"|étudiant|doctorant|membre|permanent|enseignant|chercheur|industriel|studierende|studentinn"
    r"|studenten|mitglied|teilnehm|promovierend|doktorand|estudiante|\bsocios?\b|miembro|ponente"
    r"|asistente|profesional|\bsoci\b|studente|studenti|estudantes?|docentes?|professor|reduced|ermäßigt"
    r"|unemployed|society|universit|employee|faculty|guest",
    re.IGNORECASE,
)
"""Words of those who pay; what has none of them may be a dinner or a hotel. Example:
`PhD students`."""
_SOMETHING_ELSE = re.compile(
    r"dinner|banquet|lunch|hotel|accommodation|\brooms?\b|night|excursion|\btours?\b|t-?shirt|proceedings"
    r"|parking|page\s+charge|extra|additional|accompan|shuttle|bus\b|deposit|discount|refund|cancel"
    r"|abendessen|übernachtung|dîner|repas|hébergement|cena|alojamiento|hospedagem|jantar|publication",
    re.IGNORECASE,
)
"""What else people pay for: `dinner`, `T-shirt`."""
_LONGEST_WHO = 80
"""Characters of the words for those who pay."""
_LONGEST_NOTE = 70
"""Characters beside a price."""


class FeeTier(Struct, frozen=True):
    """For whom an amount is, and whether it is one of those who register early."""

    who: str
    """Empty where nothing says it."""
    is_early: bool = False
    is_late: bool = False
    day: dt.date | None = None
    """Until when one is early."""


class StatedFee(Struct, frozen=True):
    """An amount with the words beside it."""

    label: str
    amount: str
    """As the data have it: `80 EUR`, `free`."""
    span: Span
    text: str
    note: str = ""


def amount_in(text: str, currency: str = "") -> str | None:
    """The amount that a text is, as the data have it; nothing if it is none for sure.

    Args:
        text: an amount alone: `80 EUR`, `€ 80`.
        currency: the letters of one that the head of its column names.
    """
    bare = " ".join(text.split()).strip(" .;*")
    if _NOTHING_TO_PAY.fullmatch(bare):
        return FREE
    match = _FORM.fullmatch(bare)
    if match is None or (match["before"] and match["behind"]):
        return None
    written = match["before"] or match["behind"] or currency
    letters = next((code for pattern, code in _LETTERS if pattern.fullmatch(written)), written)
    try:
        return str(_AMOUNT.validate_python(f"{match['number']} {letters}"))
    except ValidationError:
        return None


_BRACKET_BEHIND = re.compile(r"(?P<rest>.*\S)\s*\((?P<note>[^()\d€$£]+)\)")
"""`Students (with proof)`"""
_AMOUNT_FIRST = re.compile(
    rf"(?P<amount>{MONEY.pattern})\s*(?:[:–—-]\s*|for\s+(?:an?\s+|the\s+)?|\(|für\s+|pour\s+(?:les\s+)?"
    r"|para\s+(?:los\s+|las\s+)?|per\s+(?!person\b)(?:gli\s+|i\s+)?)(?P<label>[^()\d€$£:]+?)\)?",
    re.IGNORECASE,
)
"""`50 EUR for students`"""


_BETWEEN = re.compile(rf"\s*[;|]\s*|,\s+(?!20\d\d\b(?!\s?{_CURRENCY}))(?=[^\d,]*\d)", re.IGNORECASE)
"""What parts several amounts, and not the year of `until May 1, 2027`."""


def fees_in_line(line: SiteLine) -> list[StatedFee] | None:
    """The amounts of a line outside of tables; nothing if it has others than can be read."""
    text = " ".join(line.text.split())
    parts = _BETWEEN.split(text.rstrip(" .,;"))
    found = [_fee_in(part, line) for part in parts]
    read = [fee for fee in found if fee is not None]
    if len(read) != len(found):
        return None
    tiers = [tier_of(fee.label, is_tiered=True) for fee in read]
    has_tiers = any(tier.is_early or tier.is_late for tier in tiers)
    return None if len(read) > 1 and has_tiers else read


def _fee_in(part: str, line: SiteLine) -> StatedFee | None:
    """An amount with its label before it or behind it."""
    if (first := _AMOUNT_FIRST.fullmatch(part)) is not None:
        amount = amount_in(first["amount"])
        return None if amount is None else StatedFee(first["label"], amount, line.span, line.text)
    note = ""
    bracket = _BRACKET_BEHIND.fullmatch(part)
    if bracket is not None and MONEY.search(bracket["rest"]):
        part, note = bracket["rest"], bracket["note"].strip()
    money = list(MONEY.finditer(part))
    if not money:
        label, _, rest = part.partition(":")
        is_free = rest.strip() and amount_in(rest) == FREE
        return StatedFee(label.strip(), FREE, line.span, line.text) if is_free else None
    if len(money) != 1 or money[0].end() != len(part) or len(note) > _LONGEST_NOTE:
        return None
    amount = amount_in(money[0][0])
    label = part[: money[0].start()].strip(" :–—-=")
    return None if amount is None else StatedFee(label, amount, line.span, line.text, note)


def fees_in_rows(rows: list[list[SiteLine]]) -> list[StatedFee] | None:
    """The amounts of a table, each with the label of its row and of its column.

    Nothing if a cell has an amount that cannot be read.
    """
    heads = {line.cell: line.text for line in rows[0]} if not _has_money(rows[0]) else {}
    currencies = {cell: _currency_in(head) for cell, head in heads.items()}
    found: list[StatedFee] = []
    listed = rows[1:] if heads else rows
    of_amounts = {line.cell for row in listed for line in row if MONEY.search(line.text)}
    of_amounts |= {cell for cell, currency in currencies.items() if currency}
    for row in listed:
        labels = []
        for line in row:
            amount = amount_in(line.text, currencies.get(line.cell, "")) if line.cell else None
            if amount is None and MONEY.search(line.text):
                return None
            if amount is None and line.cell not in of_amounts:
                labels.append(line.text)
            if amount is None:
                continue
            head = heads.get(line.cell, "")
            shown = re.sub(rf"[(\[]?\s*{_CURRENCY}\s*[)\]]?", " ", head) if head else ""
            label = " ".join([*labels, f"| {shown}"]).strip()
            text = " | ".join(one.text for one in row)
            found.append(StatedFee(label, amount, line.span, text))
    return found


def _has_money(lines: list[SiteLine]) -> bool:
    return any(MONEY.search(line.text) for line in lines)


def _currency_in(head: str) -> str:
    """The currency that the head of a column names: `Fee (EUR)`, `Amount in €`."""
    found = re.findall(rf"€|US\$|\b{_CODES}\b", head)
    return found[0] if len(found) == 1 and amount_in(f"1 {found[0]}") else ""


def tier_of(label: str, *, is_tiered: bool, year: int = 2000) -> FeeTier:
    """For whom an amount is, and whether it is an early one, by the words beside it.

    Args:
        label: the words.
        is_tiered: whether `regular` stands for those who are not early, as beside `early`.
        year: the edition, for days without a year.
    """
    days = [day.date for day in days_of(label, year) if not day.is_range]
    words = _with_marked_days(label, year)
    is_late = bool(_LATE.search(words))
    words = _LATE.sub(" ", words)  # with the words of `after the early deadline`
    is_early = bool(_EARLY.search(words))
    who = _EARLY.sub(" ", words)
    if is_tiered:
        is_late = is_late or bool(_REGULAR.search(who))
        who = _AT_THE_DOOR.sub(" ", _REGULAR.sub(" ", who))
    who = re.sub(r"\(\s*\)?\s*$|\(\s*\)|^\s*\)", " ", who.replace(_DAY, " "))
    kept = _FILL.sub(" ", who)
    said = " ".join(re.sub(r"[|:*•]", " ", who).split()).strip(" ,;:–—-./")
    has_subject = re.search(r"[^\W\d_]{2}", kept) is not None
    shown = _FILL_AT_END.sub("", said) if has_subject else ""
    shown = re.sub(r"^(?:for|the|a|an)\s+", "", shown, flags=re.IGNORECASE).strip(" ,;:–—-|")
    return FeeTier(
        shown[:1].upper() + shown[1:], is_early, is_late, days[0] if len(days) == 1 else None
    )


def _with_marked_days(label: str, year: int) -> str:
    """A label with a mark in place of each day, and without names of weekdays."""
    found = days_of(label, year)
    label = with_english_months(label)
    for day in reversed(found):
        label = f"{label[: day.start]} {_DAY} {label[day.end :]}"
    return without_weekdays(label)


def is_sure_of_who(who: str) -> bool:
    """Whether words name people who pay, and neither a dinner nor a hotel."""
    return (
        len(who) <= _LONGEST_WHO
        and _PEOPLE.search(who) is not None
        and _SOMETHING_ELSE.search(who) is None
    )


def has_early(label: str) -> bool:
    """Whether words say that an amount is for those who register early."""
    return _EARLY.search(_LATE.sub(" ", _with_marked_days(label, 2000))) is not None


def has_late_and_regular(label: str) -> bool:
    """Whether `regular` in a label says for whom it is: `Late, regular participants`."""
    return _REGULAR.search(label) is not None and bool(_LATE.search(label) or _EARLY.search(label))


def regular_word(label: str) -> str:
    """The word for those who are neither students nor members: `Regular`; empty without one."""
    match = _REGULAR.search(label)
    return match[0].capitalize() if match is not None else ""


def has_money(lines: list[SiteLine]) -> bool:
    """Whether a table has amounts, perhaps below a head that names their currency."""
    first = [line for line in lines if line.item == lines[0].item]
    has_head = any(_currency_in(line.text) for line in first)
    return _has_money(lines) or (has_head and len(lines) > len(first))


def is_at_the_door(label: str) -> bool:
    """Whether words say that an amount is paid on site, after the early and the late one."""
    return _AT_THE_DOOR.search(label) is not None
