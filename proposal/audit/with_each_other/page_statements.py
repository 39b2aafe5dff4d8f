"""What does a page state, be it HTML, Markdown or a Jekyll page with front matter?"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

from proposal.audit.with_each_other import people_statements, program_statements
from proposal.audit.with_each_other.deadline_statements import deadlines_in, terms_of
from proposal.audit.with_each_other.locations import Spot, wrong
from proposal.audit.with_each_other.place_statements import place_in, place_named
from proposal.audit.with_each_other.source_lines import Writing
from proposal.audit.with_each_other.statements import Deadline, Link, Moment, Said, Told, Where
from proposal.diagnostics import Diagnostic, Span
from proposal.reading.days import FoundDay, find_days
from proposal.reading.liquid import without_liquid
from proposal.reading.page_tree import BLOCKS, HIDDEN, Element, lines_of, read_html, read_markdown
from proposal.source.text import Text
from proposal.source.yaml import Node, parse_yaml

_FENCE = "---"
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_ITEMS = {*_HEADINGS, "li", "td", "th", "dd", "dt", "title", "summary", "figcaption"}
_BOXES = BLOCKS | {"page", "html", "body", "head", "title", "form", "label", "button", "option"}
_IN_SCRIPT = re.compile(r"(?:moment(?:\.tz|\.utc)?|new\s+Date|Date\.parse)\(\s*[\"']([^\"']+)[\"']")
_LIQUID_ID = re.compile(r"\b(?:id|name)\s*=\s*[\"'][^\"'>]*(?:\{\{|\{%)")
_HTML_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_EXPLICIT_ID = re.compile(r"\{:[^{}\n]*#([\w-]+)[^{}\n]*\}|\{#([\w-]+)\}")
_NO_SLUG = re.compile(r"[^a-z0-9\w -]")


def read_html_page(writing: Writing) -> Told:
    """A page in HTML."""
    told = Told(writing.file, writing, is_page=True)
    _read_body(writing, read_html(writing.text, writing.spans), told)
    return told


def read_markdown_page(writing: Writing) -> Told | Diagnostic:
    """A page in Markdown or HTML, with or without front matter; or plain text."""
    told = Told(writing.file, writing, is_page=True)
    lines, first = writing.lines, 0
    if lines[0].rstrip() == _FENCE:
        ends = (number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE)
        end = next(ends, None)
        if end is not None:
            front, faults = parse_yaml("\n".join(["", *lines[1:end]]), writing.file)
            if front is None:
                fault = faults[0]
                what = f"the front matter cannot be read: {fault.message}"
                span = fault.span or writing.spans[0]
                return wrong("cannot-be-read", what, Spot(span), fault.hint)
            _read_front(writing, front, told)
            first = end + 1
    body = lines[first:]
    spans = writing.spans[first:] or writing.spans[-1:]
    is_wrapped = writing.file.suffix.lower() == ".txt" and not first
    line_end = "  \n" if is_wrapped else "\n"  # two spaces let a line end where it does
    plain = without_liquid(line_end.join(body), spans)
    is_uncertain = any(
        each.code == "unknown-liquid" and "include" in each.message for each in plain.diagnostics
    )
    told.is_page = not is_uncertain and not _LIQUID_ID.search("\n".join(body))
    told.anchors |= {one or other for one, other in _EXPLICIT_ID.findall("\n".join(body))}
    is_html = _HTML_PAGE.search("\n".join(body[:20])) is not None
    root = read_html(plain.text, spans) if is_html else read_markdown(plain.text, spans)
    _read_body(writing, root, told, is_whole=not is_wrapped)
    if not is_html:
        told.left_brackets += program_statements.left_brackets(writing, root)
    return told


# Front matter


def _read_front(writing: Writing, front: Node, told: Told) -> None:
    if address := front.child("permalink"):
        told.address = f"/{str(address.value).strip('/')}" if address.value else None
    people_statements.read_rows(writing, front, told)
    for node in people_statements.texts_in(front):
        tree = people_statements.tree_of(node)
        told.anchors |= _ids(tree)
        for line in lines_of(tree):
            told.said.append(Said(line.text, writing.find(line.text, node.span), is_item=True))
    for entry in _mappings(front):
        for key in ("title", "alt"):
            if (named := entry.child(key)) and isinstance(named.value, Text):
                told.anchors |= anchors_of(people_statements.tree_of(named).text)
        if (url := entry.child("url")) and isinstance(url.value, Text):
            told.links.append(Link(str(url.value), "", Spot(url.span)))
    if excerpt := front.child("excerpt"):
        _headline(writing, excerpt, told)


def _headline(writing: Writing, excerpt: Node, told: Told) -> None:
    """When and where the workshop takes place, as the head of the page has it."""
    for line in lines_of(people_statements.tree_of(excerpt)):
        rest = line.text
        days = find_days(rest)
        if len(days) == 1 and not days[0].is_range:
            written = rest[days[0].start : days[0].end]
            spot = writing.find(written, excerpt.span)
            told.deadlines.append(Deadline("workshop", days[0].date, spot))
            rest = rest[: days[0].start] + rest[days[0].end :]
        if place := place_named(rest):
            told.places.append(Where(place, writing.find(place, excerpt.span)))


def _mappings(node: Node) -> Iterator[Node]:
    if isinstance(node.value, dict):
        yield node
    for child in people_statements.children_of(node):
        yield from _mappings(child)


# The body


def _read_body(writing: Writing, root: Element, told: Told, *, is_whole: bool = True) -> None:
    told.anchors |= _ids(root)
    told.slots += program_statements.read_slots(writing, root)
    told.zones += program_statements.zone_labels(writing, root)
    told.deadlines += deadlines_in(writing, root)
    told.moments += _moments(writing, root)
    told.links += _links(writing, root)
    days: list[tuple[FoundDay, Span]] = []
    for leaf in _leaves(root):
        lines = [line.text for line in lines_of(leaf)]
        for text in lines if is_whole else [leaf.text]:
            told.said.append(Said(text, Spot(leaf.span), is_item=leaf.tag in _ITEMS))
        for line in lines:
            if place := place_in(line):
                told.places.append(Where(place, writing.find(place, leaf.span)))
                days += [(day, leaf.span) for day in find_days(line)]
    if len({day.date for day, _ in days}) == 1 and not days[0][0].is_range:
        written = days[0][0].date
        spot = Spot(days[0][1])
        told.deadlines.append(Deadline("workshop", written, spot))
    for term in (each for each in root.walk() if each.tag == "dl"):
        told.places += _places_of_terms(writing, term)
    for title, blocks in _sections(root):
        people_statements.read_section(writing, title, blocks, told, is_whole=is_whole)


def _places_of_terms(writing: Writing, terms: Element) -> Iterator[Where]:
    """A city beside the word "Where" in a list of terms."""
    for line, element in terms_of(terms):
        if place := place_in(line.text):
            yield Where(place, writing.find(place, element.span))


def _leaves(element: Element) -> Iterator[Element]:
    """What is read in one go: elements without boxes in them, and words between boxes."""
    words: list[Element | str] = []
    span = element.span
    for child in element.children:
        if isinstance(child, Element) and (child.tag in HIDDEN or _is_box(child)):
            if words:
                yield Element(element.tag, span, {}, words)
            words = []
            if child.tag not in HIDDEN:
                yield from _leaves(child)
        else:
            if isinstance(child, Element) and not words:
                span = child.span
            words.append(child)
    if words:
        yield Element(element.tag, span if element.tag not in _ITEMS else element.span, {}, words)


def _is_box(element: Element) -> bool:
    return element.tag in _BOXES or any(each.tag in _BOXES for each in element.walk())


def _sections(root: Element) -> list[tuple[str, list[Element]]]:
    """Each heading of the two upper levels that a page uses, and what stands under it."""
    sections: list[tuple[int, str, list[Element]]] = []
    for block in _blocks(root):
        if block.tag in _HEADINGS and int(block.tag[1]) <= 3 and _opens(block, sections):
            sections.append((int(block.tag[1]), block.text, []))
        elif sections:
            sections[-1][2].append(block)
    return [(title, blocks) for _, title, blocks in sections]


def _opens(heading: Element, sections: list[tuple[int, str, list[Element]]]) -> bool:
    """Whether a heading begins a section rather than naming one person or paper in it."""
    level = int(heading.tag[1])
    if not sections or level <= sections[-1][0]:
        return True
    return people_statements.role_of(
        heading.text
    ) is not None or people_statements.is_list_of_papers(heading.text)


def _blocks(element: Element) -> Iterator[Element]:
    for child in element.elements:
        holds = any(each.tag in _HEADINGS for each in child.walk()) and child.tag not in _HEADINGS
        if holds and child.tag not in {"li", "article", "ul", "ol"}:
            yield from _blocks(child)
        elif child.tag not in HIDDEN:
            yield child


# Links and anchors


def _links(writing: Writing, root: Element) -> Iterator[Link]:
    for element in root.walk():
        if element.tag != "a" or "href" not in element.attributes:
            continue
        address, known = element.attributes["href"].strip(), element.attributes
        is_button = bool(known.keys() & {"onclick", "role", "data-toggle", "data-bs-toggle", "id"})
        is_button = is_button or bool(
            re.search(r"collaps|toggle|button|btn", known.get("class", ""))
        )
        wanted = address if address not in {"", "#"} else f'href="{address}"'
        if not address and element.text:
            wanted = f"[{element.text}]()"
        spot = writing.find(wanted, element.span)
        yield Link(address, element.text, spot, is_button)


def _ids(root: Element) -> set[str]:
    """The anchors of a page: ids, names, and what kramdown makes of headings."""
    found: set[str] = set()
    seen: dict[str, int] = {}
    for element in root.walk():
        found |= {element.attributes[key] for key in ("id", "name") if key in element.attributes}
        if element.tag in _HEADINGS and "id" not in element.attributes:
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


# Machine-readable times


def _moments(writing: Writing, root: Element) -> Iterator[Moment]:
    for element in root.walk():
        if element.tag == "time":
            written = element.attributes.get("datetime", "")
            if time := read_moment(written):
                spot = writing.find(written, element.span)
                yield Moment("the page's machine-readable time", time, spot, element.text)
        elif element.tag == "script":
            source = "".join(each for each in element.children if isinstance(each, str))
            if element.attributes.get("type") == "application/ld+json":
                yield from _structured(writing, source, element.span)
                continue
            for written in _IN_SCRIPT.findall(source):
                if time := read_moment(written):
                    yield Moment("the page's script", time, _far(writing, written, element.span))


def _structured(writing: Writing, source: str, span: Span) -> Iterator[Moment]:
    """When the event begins that a page describes to search engines."""
    try:
        event = json.loads(source)
    except (ValueError, RecursionError):
        return
    if isinstance(event, dict) and "Event" in str(event.get("@type", "")):
        written = event.get("startDate")
        if isinstance(written, str) and (time := read_moment(written)):
            yield Moment("the description for search engines", time, _far(writing, written, span))


def _far(writing: Writing, written: str, span: Span) -> Spot:
    """Where a time stands in a script, however long that is."""
    for number in range(span.line - 1, len(writing.lines)):
        column = writing.lines[number].find(written)
        if column >= 0:
            return Spot(Span(writing.file, number + 1, column + 1, column + 1 + len(written)))
    return Spot(span)


def read_moment(written: str) -> dt.datetime | None:
    """An instant in ISO's form, with its distance from UTC; nothing for a mere day."""
    try:
        time = dt.datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return time if time.tzinfo is not None else None
