"""Rules on links: they lead readers where they should."""

from __future__ import annotations

import difflib
import ipaddress
import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import parse_qs, urlsplit

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic, Span
from proposal.edition.shown_people import shown_people
from proposal.model.link_kinds import is_elsewhere, link_kind
from proposal.model.material_kinds import MATERIAL_KINDS
from proposal.model.own_file_names import is_own_file
from proposal.model.paper_addresses import pdf_of_page
from proposal.model.records.person_links import listed_links
from proposal.model.web_services import service_of
from proposal.source.text import Text

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""`https://example.org/wsp2026/`"""
_OWN_DOMAINS = re.compile(r"(?:^|\.)(?:localhost|local|internal|test|invalid)$")
"""`localhost`, `printer.local`"""
_EXAMPLES = re.compile(r"(?:^|\.)example(?:\.(?:org|com|net))?$")
"""Hosts that exist for examples alone (RFC 2606): `example.org`, `wsp.example`."""
_PRIVATE = re.compile(
    r"//(?:www\.)?overleaf\.com/project/"
    r"|//docs\.google\.com/.*/edit\b"
    r"|//drive\.google\.com/drive/(?:u/\d+/)?(?:my-drive|home)"
    r"|//mail\.google\.com/"
    r"|//openreview\.net/(?:tasks|profile/edit)\b",
    re.IGNORECASE,
)
"""Addresses that open for their owner alone: `https://docs.google.com/document/d/0/edit`."""

_LIKENESS = 0.7
"""How alike two words are, by difflib's ratio, of which one is a slip of the other."""


def unreachable_link(subject: Subject) -> Iterator[Diagnostic]:
    """A link to one's own computer, or to an example, works for whoever wrote it at best."""
    for link in _links(subject):
        host = (urlsplit(link).hostname or "").rstrip(".").casefold()
        if _EXAMPLES.search(host):
            message = f"`{link}` is an example of a link"
            hint = "write the address itself, or delete the line"
            yield diagnostic("unreachable-link", message, link.span, hint)
        elif _is_own(host):
            message = f"`{link}` leads nowhere on other computers"
            yield diagnostic("unreachable-link", message, link.span, "write the public address")


def private_link(subject: Subject) -> Iterator[Diagnostic]:
    """A link copied from one's own browser may ask everybody else to log in, or let them edit."""
    for link in _links(subject):
        if _PRIVATE.search(link):
            message = f"`{link}` is meant for its owner alone"
            yield diagnostic(
                "private-link", message, link.span, "write the link that is for readers"
            )


def repeated_link(subject: Subject) -> Iterator[Diagnostic]:
    """Two papers with one PDF: a line was copied, and its address stayed."""
    seen: dict[str, str] = {}
    for paper in subject.files.papers:
        for link in filter(None, (getattr(paper, kind.name) for kind in MATERIAL_KINDS)):
            other = seen.setdefault(link, paper.id)
            if other != paper.id:
                message = f"`{link}` is a link of the paper `{other}`, too"
                span = _span(link)
                yield diagnostic("repeated-link", message, span, "correct one of the two")


def page_for_pdf(subject: Subject) -> Iterator[Diagnostic]:
    """A button that says PDF leads to a page: search engines do not find the paper there."""
    for paper in subject.files.papers:
        if paper.pdf and (pdf := pdf_of_page(paper.pdf)):
            message = f"the `pdf` of `{paper.id}` leads to a page of the archive"
            yield diagnostic("page-for-pdf", message, _span(paper.pdf), f"write {pdf}")


def link_year(subject: Subject) -> Iterator[Diagnostic]:
    """Papers that are sent to last year's address are lost until somebody asks."""
    edition = subject.edition
    fitting = {
        str(fitting_year)
        for fitting_year in (edition.year, edition.venue.year, edition.when.date.year)
        if fitting_year
    }
    registration = edition.links.registration
    own = registration.url if registration else None
    for link in (*edition.submissions.addresses, edition.venue.url, own):
        years = list(_YEAR.finditer(link or ""))
        if link and years and not fitting & {match.group() for match in years}:
            named = years[0].group()
            message = f"`{link}` names {named}, but the workshop is in {edition.year}"
            yield diagnostic("link-year", message, _span(link, named), "write this year's address")


def link_of_another_service(subject: Subject) -> Iterator[Diagnostic]:
    """A button that says LinkedIn and leads to X was filled in from the wrong line."""
    for link in subject.edition.links.named.values():
        if link.kind is not None and is_elsewhere(link.kind, link.url):
            service = service_of(link.url)
            leads = f"to {service.label}" if service else "to no account there"
            message = f"the link to {link.label} leads {leads}: `{link.url}`"
            hint = f"write the account's address at {link.label}"
            if service and link_kind(service.name):
                hint += f", or write `{service.name}` in place of `{link.kind.name}`"
            yield diagnostic("other-service", message, _span(link.url), hint)


def submission_group(subject: Subject) -> Iterator[Diagnostic]:
    """OpenReview's groups are named after conference and workshop; a slip leads to nobody's."""
    link = subject.edition.submissions.url
    host = subject.folder.venues[subject.files.edition.venue]
    if link is None or not (urlsplit(link).hostname or "").endswith("openreview.net"):
        return
    group = parse_qs(urlsplit(link).query).get("id", [""])[0]
    own = [host.series, *(other.series for other in host.together_with)]
    others = {other.series for other in subject.folder.venues.values()} - {*own}
    hosts = [name for name in others if name]
    for step in group.split("/"):
        name = step.partition(".")[0]
        meant = _meant(name, own, subject.edition.acronym, hosts)
        if meant is not None:
            message = f"the group `{group}` names {name}, not {meant}"
            hint = f"if it is not so on OpenReview, write {meant}"
            yield diagnostic("submission-group", message, _span(link, name), hint)


def _meant(
    name: str, series: Sequence[str | None], acronym: str, hosts: Iterable[str]
) -> str | None:
    """What a part of a group's name should be; nothing if it is that, or something else."""
    plain = name.casefold()
    wanted = {name.casefold(): name for name in (*series, acronym) if name}
    if any(name in plain for name in wanted):
        return None
    if plain in {host.casefold() for host in hosts}:
        return series[0]
    alike = difflib.get_close_matches(plain, wanted, n=1, cutoff=_LIKENESS)
    return wanted[alike[0]] if alike else None


def _links(subject: Subject) -> Iterator[Text]:
    """Every link that the edition's documents and pages have, once for each place."""
    edition, folder = subject.edition, subject.folder
    found = [edition.url, edition.venue.url, edition.venue.map]
    found += edition.submissions.links
    found += [link.url for link in edition.links.listed]
    found += [sponsor.url for sponsor in edition.sponsors]
    for work in (*edition.papers, *edition.speakers):
        found += [address for _, address in work.materials if not is_own_file(address)]
    for name in dict.fromkeys(person.id for person in shown_people(edition) if person.id):
        links = folder.people[name].links
        found += [links.homepage, *(url for _, url in listed_links(links))]
    return (link for link in found if isinstance(link, Text) and link.pieces)


def _is_own(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or _OWN_DOMAINS.search(host) is not None


def _span(link: str, part: str = "") -> Span | None:
    """Where a link stands, or a part of it."""
    if not isinstance(link, Text) or not link.pieces:
        return None
    return link.place(link.index(part), len(part)) if part and part in link else link.span


LINKS: tuple[Rule, ...] = (
    unreachable_link,
    private_link,
    repeated_link,
    page_for_pdf,
    link_year,
    link_of_another_service,
    submission_group,
)
