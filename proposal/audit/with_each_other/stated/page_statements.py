"""Reads what a page states, be it HTML, Markdown or a Jekyll page with front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

from proposal.audit.with_each_other.stated import people_statements, program_statements
from proposal.audit.with_each_other.stated.deadline_statements import deadlines_in, terms_of
from proposal.audit.with_each_other.stated.page_leaves import ITEMS, leaves_of
from proposal.audit.with_each_other.stated.statements import (
    PageContent,
    StatedDeadline,
    StatedLink,
    StatedPicture,
    StatedPlace,
    StatedTime,
    TextRun,
    ZoneLabel,
)
from proposal.audit.with_each_other.stated.weekday_statements import weekdays_in_cells
from proposal.diagnostics import Span
from proposal.reading.days import FoundDay, find_days
from proposal.reading.document_forms import IN_HTML
from proposal.reading.locations import Location
from proposal.reading.page_times import times_in
from proposal.reading.page_tree import HEADINGS, HIDDEN, Element, lines_of
from proposal.reading.places_in_lines import place_in, place_named
from proposal.reading.source_document import SourceDocument, children_of, texts_in, tree_of
from proposal.source.file import read_text
from proposal.source.text import Text
from proposal.source.yaml import Node

_LIQUID_ID = re.compile(r"\b(?:id|name)\s*=\s*[\"'][^\"'>]*(?:\{\{|\{%)")
"""`id="{{ person.id }}"`"""
_EXPLICIT_ID = re.compile(r"\{:[^{}\n]*#([\w-]+)[^{}\n]*\}|\{#([\w-]+)\}")
"""`{: .wide #dates}`, `{#dates}`"""


def read_page(document: SourceDocument) -> PageContent:
    """A page in HTML or Markdown, with or without front matter; or plain text."""
    content = PageContent(document, knows_anchors=True)
    if document.form not in IN_HTML:
        _read_front(document.front, content)
        body = "\n".join(document.body)
        is_whole = document.plain.is_whole and document.is_complete
        content.knows_anchors = is_whole and not _LIQUID_ID.search(body)
        written, _ = read_text(document.file)  # what is made of it has no attributes any more
        content.anchors |= {one or other for one, other in _EXPLICIT_ID.findall(written or body)}
    _read_body(document.tree, content)
    if not document.is_html:
        content.left_brackets += program_statements.left_brackets(document, document.tree)
    return content


# Front matter


def _read_front(front: Node, content: PageContent) -> None:
    if address := front.child("permalink"):
        content.address = f"/{str(address.value).strip('/')}" if address.value else None
    people_statements.read_rows(front, content)
    for node in texts_in(front):
        tree = tree_of(node)
        content.anchors |= _ids(tree)
        for line in lines_of(tree):
            content.zones += [
                ZoneLabel(zone.name, content.locate(zone.written, node.span))
                for zone in program_statements.zone_labels_in(line.text)
            ]
            content.runs.append(
                TextRun(line.text, content.locate(line.text, node.span), is_item=True)
            )
    for entry in _mappings(front):
        for key in ("title", "alt"):
            if (named := entry.child(key)) and isinstance(named.value, Text):
                content.anchors |= anchors_of(tree_of(named).text)
        if (url := entry.child("url")) and isinstance(url.value, Text):
            content.links.append(StatedLink(str(url.value), "", Location(url.span)))
    if excerpt := front.child("excerpt"):
        _headline(excerpt, content)


def _headline(excerpt: Node, content: PageContent) -> None:
    """When and where the workshop takes place, as the head of the page has it."""
    for line in lines_of(tree_of(excerpt)):
        rest = line.text
        days = find_days(rest)
        if len(days) == 1 and not days[0].is_range:
            written = rest[days[0].start : days[0].end]
            location = content.locate(written, excerpt.span)
            content.deadlines.append(StatedDeadline("workshop", days[0].date, location))
            rest = rest[: days[0].start] + rest[days[0].end :]
        if place := place_named(rest):
            content.places.append(StatedPlace(place, content.locate(place, excerpt.span)))


def _mappings(node: Node) -> Iterator[Node]:
    if isinstance(node.value, dict):
        yield node
    for child in children_of(node):
        yield from _mappings(child)


# The body


def _read_body(root: Element, content: PageContent) -> None:
    document, is_whole = content.document, not content.document.is_wrapped
    content.anchors |= _ids(root)
    content.slots += program_statements.read_slots(document, root)
    content.zones += program_statements.zone_labels(document, root)
    content.deadlines += deadlines_in(document, root)
    content.weekdays += weekdays_in_cells(document, root)
    content.times += [
        StatedTime(str(found.origin), found.time, Location(found.span), found.shown)
        for found in times_in(document)
    ]
    content.links += _links(document, root)
    content.pictures += _pictures(document, root)
    days: list[tuple[FoundDay, Span]] = []
    for leaf in leaves_of(root):
        lines = [line.text for line in lines_of(leaf)]
        for text in lines if is_whole else [leaf.text]:
            content.runs.append(TextRun(text, Location(leaf.span), is_item=leaf.tag in ITEMS))
        for line in lines:
            if place := place_in(line):
                content.places.append(StatedPlace(place, content.locate(place, leaf.span)))
                days += [(day, leaf.span) for day in find_days(line)]
    if len({day.date for day, _ in days}) == 1 and not days[0][0].is_range:
        written = days[0][0].date
        location = Location(days[0][1])
        content.deadlines.append(StatedDeadline("workshop", written, location))
    for term in (element for element in root.walk() if element.tag == "dl"):
        content.places += _places_of_terms(document, term)
    for title, blocks in _sections(root, document.front_text("title")):
        people_statements.read_section(title, blocks, content)


def _places_of_terms(document: SourceDocument, terms: Element) -> Iterator[StatedPlace]:
    """A city beside the word "Where" in a list of terms."""
    for line, element in terms_of(terms):
        if place := place_in(line.text):
            yield StatedPlace(place, document.locate(place, element.span))


def _sections(root: Element, page_title: str) -> list[tuple[str, list[Element]]]:
    """Each heading of the two upper levels that a page uses, and what stands under it.

    A page of accepted papers may have no other heading than its title.
    """
    sections: list[tuple[int, str, list[Element]]] = []
    if people_statements.is_list_of_papers(page_title):
        sections.append((1, page_title, []))
    for block in _blocks(root):
        if block.tag in HEADINGS and int(block.tag[1]) <= 3 and _opens(block, sections):
            sections.append((int(block.tag[1]), block.text, []))
        elif sections:
            sections[-1][2].append(block)
    return [(title, blocks) for _, title, blocks in sections]


def _opens(heading: Element, sections: list[tuple[int, str, list[Element]]]) -> bool:
    """Whether a heading begins a section rather than naming one person or paper in it."""
    level = int(heading.tag[1])
    if not sections or level <= sections[-1][0]:
        return True
    is_list = people_statements.is_list_of_papers
    if is_list(sections[-1][1]) and len(heading.text.split()) >= _LONG_HEADING:
        return False
    return people_statements.role_of(heading.text) is not None or is_list(heading.text)


_LONG_HEADING = 5
"""Words of a heading below a list of papers that is the title of one."""


def _blocks(element: Element) -> Iterator[Element]:
    for child in element.elements:
        holds = any(inner.tag in HEADINGS for inner in child.walk()) and child.tag not in HEADINGS
        if holds and child.tag not in {"li", "article", "ul", "ol"}:
            yield from _blocks(child)
        elif child.tag not in HIDDEN:
            yield child


# Links and anchors


def _links(document: SourceDocument, root: Element) -> Iterator[StatedLink]:
    in_code = {id(link) for code in root.all("code", "pre") for link in code.all("a")}
    for element in root.walk():
        if element.tag != "a" or "href" not in element.attributes:
            continue
        if id(element) in in_code and not element.text:
            continue  # what a program numbers lines with
        address, known = element.attributes["href"].strip(), element.attributes
        is_button = bool(known.keys() & {"onclick", "role", "id"})
        is_button = is_button or any(map(_FOR_SCRIPTS.match, known))
        is_button = is_button or bool(
            re.search(r"collaps|toggle|button|btn|brand|logo|expand", known.get("class", ""))
        )
        wanted = address if address not in {"", "#"} else f'href="{address}"'
        if not address and element.text:
            wanted = f"[{element.text}]()"
        location = document.locate(wanted, element.span)
        yield StatedLink(address, element.text, location, is_button)


_FOR_SCRIPTS = re.compile(r"data-(?!aos|wow|animat|delay)|aria-(?:expanded|controls|haspopup)")
"""Attributes by which scripts find what they listen to: `data-toggle`, but not `data-aos`."""


def _pictures(document: SourceDocument, root: Element) -> Iterator[StatedPicture]:
    for element in root.walk():
        if element.tag == "img" and (address := element.attributes.get("src", "").strip()):
            yield StatedPicture(address, document.locate(address, element.span))


def _ids(root: Element) -> set[str]:
    """The anchors of a page: ids, names, and what kramdown makes of headings."""
    found: set[str] = set()
    seen: dict[str, int] = {}
    for element in root.walk():
        found |= {element.attributes[key] for key in ("id", "name") if key in element.attributes}
        if element.tag in HEADINGS and "id" not in element.attributes:
            slug = _slug(element.text)
            count = seen.get(slug, 0)
            seen[slug] = count + 1
            found.add(f"{slug}-{count}" if count else slug)
    return found - {""}


def _slug(heading: str) -> str:
    """A heading's id, as kramdown makes it."""
    bare = re.sub(r"^[^A-Za-z]+", "", heading)
    return re.sub(r"[^\w -]", "", bare).replace(" ", "-").lower()


def anchors_of(title: str) -> set[str]:
    """The ids that a theme may give to an entry of a row, made of its title."""
    return {
        title,
        quote(title),
        quote_plus(title),
        _slug(title),
        title.replace(" ", "_"),
        title.replace(" ", ""),
    }
