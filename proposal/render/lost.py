"""Finds what somebody wrote in Markdown and no reader would see: pictures, files, HTML.

The website has no place for files of one's own yet, so a picture in `overview.md` becomes its
description, and a link to a file its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from markdown_it.tree import SyntaxTreeNode

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.edition.edition import Edition
from proposal.render.prose import LINK_SCHEMES, ProseKind, read_prose
from proposal.render.quoted_facts import Facts
from proposal.source.text import Prose

_TAGS = (
    "a|abbr|address|article|aside|audio|b|big|blockquote|br|button|center|code|dd|del|details|div|"
    "dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|"
    "input|ins|kbd|li|link|main|mark|meta|nav|object|ol|p|picture|pre|s|script|section|small|"
    "source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|u|ul|"
    "var|video"
)
_HTML = re.compile(rf"<(?:{_TAGS})(?=[\s/>])[^<>]*>|<!(?=--|[–—])", re.IGNORECASE)
"""A tag that opens, or a comment, whose hyphens may have become a dash."""
_TYPED_LINK = re.compile(r"(!?)\[[^\[\]]*\]\(([^()\s]+)[^()]*\)")
"""A link or a picture that was not understood as one, and so is printed as it was typed."""


def lost_in_prose(edition: Edition, texts: list[Prose]) -> list[Diagnostic]:
    """What the prose of an edition holds that its readers would not see, or see as it was typed.

    Args:
        edition: the resolved edition, with biographies and abstracts.
        texts: its Markdown files.
    """
    printed = {str(document.text.span.file) for document in edition.documents.values()}
    found: list[Diagnostic] = []
    for text in texts:
        if text.pieces:
            is_printed = str(text.span.file) in printed
            found += _Search(
                text, ProseKind.DOCUMENT, edition, shows_pictures=is_printed
            ).diagnostics()
    for text in _statements(edition):
        if text.pieces:
            found += _Search(text, ProseKind.STATEMENT, edition, shows_pictures=False).diagnostics()
    return list(dict.fromkeys(found))


def lost_in_statement(text: Prose, edition: Edition) -> list[Diagnostic]:
    """What a text that stands in a key of a YAML file holds and its readers would see as typed."""
    search = _Search(text, ProseKind.STATEMENT, edition, shows_pictures=False)
    return list(dict.fromkeys(search.diagnostics())) if text.pieces else []


def _statements(edition: Edition) -> Iterator[Prose]:
    """The texts that others wrote, and those that stand in a key of `edition.yaml`."""
    texts = [
        edition.abstract,
        edition.submissions.policy,
        *(item.text for item in edition.news),
        *(organizer.person.biography for organizer in edition.organizers),
        *(person.biography for talk in edition.speakers for person in talk.people),
        *(talk.abstract for talk in edition.speakers),
        *(paper.abstract for paper in edition.papers),
        *(document.acknowledgments for document in edition.documents.values()),
    ]
    yield from (text for text in texts if isinstance(text, Prose))


@dataclass(slots=True)
class _Search:
    """The search through one text."""

    text: Prose
    kind: ProseKind
    edition: Edition
    shows_pictures: bool
    """Whether the text is a document's, whose pictures are set and looked at there."""
    passed: dict[str, int] = field(default_factory=dict)
    """For each needle: how far the text was searched for it."""

    def diagnostics(self) -> Iterator[Diagnostic]:
        edition = self.edition
        of = (Facts(edition), edition.references) if self.kind is ProseKind.DOCUMENT else ()
        for node in read_prose(self.text, self.kind, *of).tree.walk():
            if node.type == "image" and not self.shows_pictures:
                yield self.picture(node)
            elif node.type == "link":
                yield from self.link(str(node.attrs.get("href", "")))
            elif node.type == "text":
                yield from self.typed(node.content)

    def place(self, *needles: str) -> Span:
        """Where the next occurrence of the first needle that is found was written."""
        for needle in filter(None, needles):
            offset = self.text.find(needle, self.passed.get(needle, 0))
            if offset >= 0:
                self.passed[needle] = offset + len(needle)
                return self.text.place(offset, len(needle))
        return self.text.span

    def picture(self, node: SyntaxTreeNode) -> Diagnostic:
        name = unquote(str(node.attrs.get("src", "")))
        place = self.place(name, str(node.attrs.get("src", "")))
        if not re.match(r"[a-z]+:", name) and not self.file(name).is_file():
            return self.missing(name, place)
        message = f"pages show no pictures yet, so of {name} only its description is shown"
        hint = "delete it, or put a link to a page that shows it"
        return warning("picture-not-shown", message, place, hint)

    def link(self, address: str) -> Iterator[Diagnostic]:
        """A link whose address is a file of the workshop's own."""
        if not address or address.startswith(LINK_SCHEMES):
            return
        name = unquote(address)
        place = self.place(name, address)
        if name.startswith("/"):
            message = f"`{name}` is no whole address, so only the words of the link are shown"
            yield warning("link-not-made", message, place, "write it from https:// on")
        elif self.file(name).exists():
            message = f"pages hold no files yet, so only the words of the link to {name} are shown"
            yield warning(
                "link-not-made", message, place, "put the file on the web, and link there"
            )
        else:
            yield self.missing(name, place)

    def typed(self, content: str) -> Iterator[Diagnostic]:
        """What stands in the text as it was typed."""
        for match in _HTML.finditer(content):
            is_comment = match[0] == "<!"
            tag = "<!--" if is_comment else match[0].split()[0].rstrip(">").rstrip("/")
            place = self.place(tag)
            message = f"HTML is printed as it is typed: `{tag}…`"
            hint = "delete it: prose has no comments" if is_comment else "write Markdown instead"
            yield warning("html-in-prose", message, place, hint)
        for match in _TYPED_LINK.finditer(content):
            place = self.place(f"]({match[2]}", match[2])
            what = "a picture" if match[1] else "a link"
            message = f"{what} to `{match[2]}` cannot be made here, and is printed as it is typed"
            hint = "links lead to whole addresses: https://…, mailto:…"
            yield warning("link-not-made", message, place, hint)

    def file(self, name: str) -> Path:
        return self.text.span.file.parent / re.split("[?#]", name)[0]

    def missing(self, name: str, place: Span) -> Diagnostic:
        folder = self.text.span.file.parent.name
        message = f"there is no file {name} in {folder}/"
        return error("missing-file", message, place, "correct the name, or delete it")
