"""Compares what attending costs, how papers are reviewed, and addresses that are nearly right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from proposal.audit.with_data.expected import DIFFERENT, Case, Comparison, Deviation, Statements
from proposal.audit.with_data.search import Search
from proposal.check.facts.stated_fact import StatedFact
from proposal.edition.fees import Fee
from proposal.reading.document_forms import DocumentForm
from proposal.reading.locations import Location
from proposal.reading.searchable_text import normalize

_CURRENCIES = "EUR|USD|GBP|CHF|BRL|JPY|CNY|CAD|AUD|INR|SEK|NOK|DKK|PLN|CZK"
_AMOUNT = re.compile(
    rf"(?:\b[A-Z]{{1,3}}\$|[$€£¥₹]|\b(?:{_CURRENCIES})\b)\s?(?P<behind>\d[\d.,]*)"
    rf"|(?<![\d.,])(?P<before>\d[\d.,]*)\s?(?:[€£¥₹]|(?:{_CURRENCIES})\b)"
)
"""`€80`, `80 €`, `EUR 1,200`, `R$ 100`"""
_REVIEW = re.compile(
    r"\b(?:(?P<single>single|simples?|einfach)|(?P<double>double|duplo|dupla|doble|doppe(?:l|lt))"
    r"|(?P<triple>triple|triplo|tripla|dreifach))[\s-]*(?:blind|anonym|ceg[oa]|cieg[oa])",
    re.IGNORECASE,
)
"""`double-blind`, `Double blind`, `duplo-cega`, `doble ciego`"""
_ADDRESS = re.compile(r"https?://[^\s<>()\"'\[\]]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
"""`https://example.org/submit`, `ada@example.org`"""
_SLIP = 2
"""Letters by which an address that somebody mistyped differs from the right one at most."""
_SHORTEST_BOX = 4
"""Letters before `@` of which a slip can be told from somebody else's name."""
_ADDRESSED = ("submissions.", "links.", "join.", "contact.email", "other_contacts.")
"""Beginnings of the names of facts that are addresses which readers follow."""


def compare_terms(case: Case, search: Search) -> Statements:
    """Compare fees, the kind of review, and addresses with letters that are wrong."""
    comparing = _TermsComparison(case, search)
    if search.document.form is not DocumentForm.PDF:
        comparing.fees()
        comparing.review()
        comparing.slips()
    return comparing.found


class _TermsComparison(Comparison):
    def fees(self) -> None:
        """The amounts in a line that begins with the people who pay them."""
        facts = {
            fee: fact
            for fact in self.case.of("fees.")
            if fact.fact.attribute == "amount"
            and fact.fact.owners
            and isinstance(fee := fact.fact.owners[-1], Fee)
            and fee.who
        }
        text = self.document.text
        for start, end in self.document.text_lines:
            line = text[start:end]
            amounts = list(_AMOUNT.finditer(line)) if len(line) < _LONGEST_LINE else []
            if not amounts:
                continue
            head = normalize(line[: amounts[0].start()])
            fee = next((fee for fee in facts if normalize(fee.who or "") == head), None)
            if fee is None:
                continue
            known = {_plain(price.number) for price in (fee.amount, fee.early) if price}
            for match in amounts:
                if _plain(match["behind"] or match["before"]) not in known:
                    self.differs(facts[fee], start + match.start(), start + match.end())

    def review(self) -> None:
        """How papers are reviewed, where a page says it of them alone."""
        fact = self.case.known("submissions.review")
        terms = self.case.edition.submissions
        said = list(_REVIEW.finditer(self.document.text))
        wanted = _REVIEW.match(fact.value) if fact else None
        if fact is None or wanted is None:
            return
        if any(match.lastgroup == wanted.lastgroup for match in said):
            self.found.agreed.add(fact)
        elif said and all(track.review in {None, terms.review} for track in terms.tracks):
            self.differs(fact, *said[0].span())

    def slips(self) -> None:
        """Addresses that stand nowhere as the data have them, and somewhere with a slip."""
        known = {fact.value for fact in self.case.facts if "://" in fact.value or "@" in fact.value}
        said = list(self.addresses())
        written = {address.rstrip("/") for address, _ in said}
        for fact in self.case.of(*_ADDRESSED):
            value = fact.value
            if value not in known or value.rstrip("/") in written:
                continue
            for address, location in said:
                if address not in known and _is_slip(address, value, fact):
                    found = Deviation(fact, address, self.document, location, DIFFERENT)
                    self.found.deviations.append(found)
                    break

    def addresses(self) -> Iterator[tuple[str, Location]]:
        """The addresses that a document links to or shows, each with its place."""
        for link in self.document.words.links:
            location = self.document.source_location(link.place, link.place + len(link.address))
            yield link.address.removeprefix("mailto:"), location
        for match in _ADDRESS.finditer(self.document.text):
            address = match[0].rstrip(".,;:")
            end = match.start() + len(address)
            yield address, self.document.location(match.start(), end)


def _plain(number: str) -> str:
    """An amount without what parts its digits: 1,200 and 1200.00 are the same, as 0,50 and 0.50."""
    return re.sub(r"[.,](?:00)?(?!\d)|[.,](?=\d{3})", "", number).replace(",", ".")


def _is_slip(address: str, value: str, fact: StatedFact) -> bool:
    """Whether an address is another one but for a few letters; another year is meant."""
    if ("@" in address) != ("@" in value):
        return False
    if "@" in value and _is_of_other_host(address, value):
        return True
    if "@" in value and len(value.partition("@")[0]) < _SHORTEST_BOX:
        return address.partition("@")[0] == value.partition("@")[0] and _is_near(address, value)
    is_other_year = re.sub(r"\d", "", address) == re.sub(r"\d", "", value)
    return _is_near(address, value) and not (is_other_year and fact.id.startswith("links."))


def _is_of_other_host(address: str, value: str) -> bool:
    """Whether a mail goes to the same box of nearly the same host: ada@sample.com."""
    (box, _, host), (own_box, _, own_host) = address.partition("@"), value.partition("@")
    bare, own = host.rpartition(".")[0], own_host.rpartition(".")[0]
    if box != own_box or host == own_host or len(own) < _SHORTEST_BOX:
        return False
    return OSA.distance(bare, own, score_cutoff=1) <= 1


def _is_near(one: str, other: str) -> bool:
    return 0 < OSA.distance(one.rstrip("/"), other.rstrip("/"), score_cutoff=_SLIP) <= _SLIP


_LONGEST_LINE = 1000
"""Letters of a line of a list of fees at most."""
