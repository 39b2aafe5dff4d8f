"""Reads who stands on a page, what they do, and where they work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from proposal.audit.with_each_other.stated.paper_lists import papers_in
from proposal.audit.with_each_other.stated.person_texts import (
    begins_with_person,
    is_institution,
    is_name,
    may_be_person,
    name_and_post,
    without_aside,
)
from proposal.audit.with_each_other.stated.statements import (
    PageContent,
    StatedPaper,
    StatedPerson,
    StatedPost,
    TextRun,
)
from proposal.diagnostics import Span
from proposal.model.countries import country_code
from proposal.reading import roles
from proposal.reading.listed_names import split_authors
from proposal.reading.locations import Location
from proposal.reading.names import read_name
from proposal.reading.page_tree import Element, PageLine, lines_of
from proposal.reading.placeholders import is_placeholder
from proposal.reading.source_document import SourceDocument, texts_in, tree_of
from proposal.source.text import Text
from proposal.source.yaml import Node

_PAPERS = re.compile(
    r"\b(?:accepted|contributed|listed)\b.*\b(?:papers?|work|posters?)\b|^papers?$", re.IGNORECASE
)
"""`Accepted papers`, `Contributed posters`"""
_TITLED = re.compile(r"(?:talk\s+)?title\s*:\s*(\S.*)$", re.IGNORECASE)
"""`Talk title: On Engines`"""


def role_of(title: str) -> str | None:
    """What the people under a heading or in a row do; keynotes and talks are by a `speaker`."""
    role = roles.role_of(title)
    return "speaker" if role in {"keynote", "talk"} else role


def is_list_of_papers(title: str) -> bool:
    """Whether a heading stands over the accepted papers."""
    return _PAPERS.search(title) is not None and not re.search(r"\bcall\b", title, re.IGNORECASE)


# Rows of the front matter


def read_rows(front: Node, content: PageContent) -> None:
    """The people in the rows of a page's front matter."""
    fields = front.value if isinstance(front.value, dict) else {}
    for key, node in fields.items():
        role = role_of(key)
        if role is not None and isinstance(node.value, list):
            for entry in node.value:
                if isinstance(entry.value, dict):
                    _row(entry, role, content)


def _row(entry: Node, role: str, content: PageContent) -> None:
    excerpt = entry.child("excerpt")
    lines = lines_of(tree_of(excerpt)) if excerpt else []
    named = next((node for key in ("title", "alt", "name") if (node := entry.child(key))), None)
    written = tree_of(named).text if named else (lines[0].text if lines else "")
    name = read_name(written).text
    if not name or is_placeholder(name):
        return
    span = named.span if named else entry.span
    near = excerpt.span if excerpt else span
    bold = lines[0].text if lines and lines[0].is_all("bold") and is_name(lines[0].text) else None
    others = [line for line in lines if not _names(line, name)]
    if bold and bold != written and others and others[0].text == bold:
        content.people.append(StatedPerson(read_name(bold).text, role, content.locate(bold, near)))
        others = others[1:]
    titles = [line.text for line in others if role != "organizer" and _is_title(line)]
    title = next((text for text in titles if not is_placeholder(text)), None)
    posts = [without_aside(line.text) for line in others if line.text not in titles]
    posts = [text for text in posts if is_institution(text)]
    bio = entry.child("bio")
    content.people.append(
        StatedPerson(
            name,
            role,
            content.locate(written, span),
            title,
            content.locate(title, near) if title else None,
            str(bio.value) if bio and isinstance(bio.value, Text) else None,
            Location(bio.span) if bio else None,
        )
    )
    if posts:
        content.posts.append(StatedPost(name, ", ".join(posts), content.locate(posts[0], near)))


def _names(line: PageLine, name: str) -> bool:
    return read_name(line.text).text == name


def _is_title(line: PageLine) -> bool:
    return line.is_all("bold") and not line.is_all("italic")


# Lists of a data file


def read_data(document: SourceDocument) -> PageContent:
    """A data file of a site: papers with titles, or people."""
    content, root = PageContent(document), document.front
    items = root.value if isinstance(root.value, list) else []
    for node in texts_in(root):
        for line in lines_of(tree_of(node)):
            content.runs.append(
                TextRun(line.text, content.locate(line.text, node.span), is_item=True)
            )
    is_people = role_of(document.file.stem) == "committee"
    for item in items:
        if isinstance(item.value, dict):
            _record(item, content)
        elif isinstance(item.value, Text) and is_people:
            text = tree_of(item).text
            if found := name_and_post(text):
                location = content.locate(text, item.span)
                content.people.append(StatedPerson(found[0], "committee", location))
                if not may_be_person(found[1]):
                    content.posts.append(StatedPost(*found, location))
    return content


def _record(item: Node, content: PageContent) -> None:
    title, authors = item.child("title"), item.child("authors") or item.child("author")
    if title is None or authors is None:
        return
    text = tree_of(title).text
    if text and not is_placeholder(text):
        content.papers.append(StatedPaper(text, content.locate(text, title.span)))
    for author in split_authors(tree_of(authors).text):
        if is_name(author.name):
            location = content.locate(author.name, authors.span)
            content.people.append(StatedPerson(author.name, "author", location))
            if author.affiliation:
                content.posts.append(StatedPost(author.name, author.affiliation, location))


# Sections of a page


def read_section(title: str, blocks: Sequence[Element], content: PageContent) -> None:
    """The people or the papers under a heading.

    Args:
        title: the heading.
        blocks: what stands under it, up to the next heading of its level.
        content: what is added to.
    """
    if is_list_of_papers(title):
        if not content.document.is_wrapped:
            _read_papers(blocks, content)
        return
    role = role_of(title)
    if role is None:
        return
    for block in blocks:
        for element, lines in _boxes(block):
            for group in _apart(element.tag, [line for line in lines if line], content):
                _person(role, element.span, group, content)


def _read_papers(blocks: Sequence[Element], content: PageContent) -> None:
    for paper in papers_in(blocks):
        location = content.locate(paper.title, paper.span)
        content.papers.append(StatedPaper(paper.title, location))
        for name in paper.authors:
            where = content.locate(name, location.span)
            content.people.append(StatedPerson(name, "author", where))


def _boxes(block: Element) -> Iterator[tuple[Element, list[str]]]:
    """The smallest elements that hold one person each, and the lines of each."""
    items = [element for element in block.walk() if element.tag in {"li", "article", "tr"}]
    items = [
        item
        for item in items
        if not any(b.tag in {"li", "article"} for b in item.walk() if b is not item)
    ]
    if items:
        for item in items:
            yield item, [_with_comma(line) for line in lines_of(item)]
        return
    heads = [head for head in block.walk() if head.tag in {"h3", "h4", "h5", "h6", "p"}]
    for element in heads or [block]:
        yield element, [_with_comma(line) for line in lines_of(element)]


def _with_comma(line: PageLine) -> str:
    """A line in which a name and an institution are told apart by their looks, with a comma."""
    runs = [" ".join(run.text.split()) for run in line.runs if run.text.strip()]
    name, rest = runs[0], " ".join(runs[1:])
    is_apart = rest[:1].isalnum() and not name.endswith((",", ":", "(", "-", "–"))
    return f"{name}, {rest}" if is_apart and is_name(name) and is_institution(rest) else line.text


def _apart(tag: str, lines: list[str], content: PageContent) -> list[list[str]]:
    """The lines of each person, where several stand one below the other, or in the cells of a row.

    Args:
        tag: that of the element whose lines these are.
        lines: what it says.
        content: the page.
    """
    if tag == "tr" and len(lines) > 1 and all(map(is_name, lines)):
        return [[line] for line in lines]
    named = [line for line in lines if (post := name_and_post(line)) and not _is_country(post[1])]
    follows_name = any(is_name(one) and other in named for one, other in pairwise(lines))
    if content.document.is_wrapped or not (len(named) > 1 or follows_name):
        return [lines]
    return [[line] for line in lines if line in named or is_name(line)]


def _is_country(text: str) -> bool:
    return country_code(text.rpartition(",")[2].strip()) is not None and "," not in text


def _person(role: str, span: Span, lines: list[str], content: PageContent) -> None:
    """A person in an item: the name alone in a line or before the institution."""
    is_whole = not content.document.is_wrapped  # whether a line says all of something
    for index, line in enumerate(lines[:3]):
        found = name_and_post(line)
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if found is None and is_name(line) and is_institution(following) and is_whole:
            found = read_name(line).text, following
        if found is None and not is_name(line):
            continue
        name = found[0] if found else read_name(line).text
        location = content.locate(name, span)
        is_titled = role == "speaker" and index == 1 and is_whole
        title = lines[0] if is_titled and not begins_with_person(lines[0]) else None
        titled = (_TITLED.match(text) for text in lines if role == "speaker" and is_whole)
        title = next((match[1] for match in titled if match), title)
        if title is not None and (len(title.split()) < 3 or is_placeholder(title)):
            title = None
        title_location = content.locate(title, span) if title else None
        content.people.append(StatedPerson(name, role, location, title, title_location))
        is_post = found is not None and _is_post(line, found[1])
        if found and is_post and (is_whole or len(line) < 60):
            where = content.locate(found[1], location.span)
            content.posts.append(StatedPost(*found, where, is_whole))
        return


def _is_post(line: str, post: str) -> bool:
    """Whether what stands behind or below a name is surely no other person.

    What stands in brackets is none: "Ann Author (Notre Dame)".
    """
    return not may_be_person(post) or line.rstrip(" ;,").endswith(f"({post})")
