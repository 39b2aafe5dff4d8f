"""Finds what somebody wrote in Markdown and no reader would see: pictures, links, HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Severity, Span, error, warning
from proposal.edition.edition import Edition
from proposal.model.loading.own_site import SITE
from proposal.model.nearest_word import nearest
from proposal.model.own_file_names import OWN_FILES
from proposal.render.latex.figures import width_of
from proposal.render.own_pages import anchors_of, read_page
from proposal.render.own_targets import OwnTarget, OwnTargets, is_of_ours, targets_for
from proposal.render.picture_diagnostics import undescribed_picture, unknown_width
from proposal.render.picture_kinds import PictureError
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
"""A tag that opens, or a comment, whose hyphens may have become a dash. Example:
`<b class="x">`."""
_HEADING = re.compile(r"(?P<signs>#{1,6})(?P<words>[^\W\d_][^#]*)")
"""A heading that lacks the space behind its signs: `#Motivation`"""
_SINGLE_BRACES = re.compile(r"\{ ?(?P<name>[a-z_]+(?:\.[a-z_]+)*) ?\}")
"""A fact between braces that are not double: `{ title }`"""
_TYPED_LINK = re.compile(r"(!?)\[[^\[\]]*\]\(([^()\s]+(?:\([^()\s]*\))?)[^()]*\)")
"""A link or a picture that was not understood as one, and so is printed as it was typed.
Example: `[a page](not a link.html)`."""


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
            found += _Search(text, ProseKind.DOCUMENT, edition, is_printed=is_printed).diagnostics()
    for text in _statements(edition):
        if text.pieces:
            found += _Search(text, ProseKind.STATEMENT, edition, is_printed=False).diagnostics()
    return list(dict.fromkeys(found))


def without_same_links(
    diagnostics: Iterable[Diagnostic], lost: Sequence[Diagnostic]
) -> Iterator[Diagnostic]:
    """What LaTeX says of texts, but for links of which it is said already where they lead."""
    lines = {
        (found.span.file, found.span.line)
        for found in lost
        if found.span and found.severity is Severity.ERROR
    }
    for found in diagnostics:
        place = (found.span.file, found.span.line) if found.span else None
        if found.code != "not-a-url" or place not in lines:
            yield found


def lost_in_statement(text: Prose, edition: Edition) -> list[Diagnostic]:
    """What a text that stands in a key of a YAML file holds and its readers would see as typed."""
    search = _Search(text, ProseKind.STATEMENT, edition, is_printed=False)
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


class _Search(Struct, dict=True):
    """The search through one text."""

    text: Prose
    kind: ProseKind
    edition: Edition
    is_printed: bool
    """Whether the text is a document's, whose pictures are set and looked at there."""
    passed: dict[str, int] = field(default_factory=dict)
    """For each needle: how far the text was searched for it."""

    @cached_property
    def targets(self) -> OwnTargets:
        """What the text may link to and show."""
        return targets_for(self.edition, self.file)

    @property
    def file(self) -> Path:
        """The file of the text."""
        return self.text.span.file

    def diagnostics(self) -> Iterator[Diagnostic]:
        edition = self.edition
        of = (Facts(edition), edition.references) if self.kind is ProseKind.DOCUMENT else ()
        for node in read_prose(self.text, self.kind, *of).tree.walk():
            if node.type == "image" and not self.is_printed:
                yield from self.picture(node)
            elif node.type == "link":
                yield from self.link(str(node.attrs.get("href", "")))
            elif node.type == "text":
                if _is_line(node):
                    yield from self.heading(node.content)
                yield from self.typed(node.content)

    def place(self, *needles: str) -> Span:
        """Where the next occurrence of the first needle that is found was written."""
        for needle in filter(None, needles):
            offset = self.text.find(needle, self.passed.get(needle, 0))
            if offset >= 0:
                self.passed[needle] = offset + len(needle)
                return self.text.place(offset, len(needle))
        return self.text.span

    def picture(self, node: SyntaxTreeNode) -> Iterator[Diagnostic]:
        written = str(node.attrs.get("src", ""))
        name = unquote(written)
        place = self.place(name, written)
        if not is_of_ours(written):
            message = f"pages load nothing from elsewhere, so only the words for {name} are shown"
            hint = "put the picture beside the text, and write the name of its file"
            yield warning("picture-not-shown", message, place, hint)
            return
        found = self.targets.picture(written, self.file)
        if found is None:
            yield self.missing(name, written, place)
            return
        yield from _not_a_picture(found[0], name, place)
        if not node.content.strip():
            yield undescribed_picture(name, place, for_print=False)
        width = node.attrs.get("width")
        if width is not None and width_of(str(width)) is None:
            yield unknown_width(width, place)

    def link(self, address: str) -> Iterator[Diagnostic]:
        """A link whose address is a file or a page of the workshop's own."""
        page = self.targets.path_of(self.file) if address.startswith("#") else None
        if page is not None:
            yield from self.anchor(OwnTarget(page, address), address, self.place(address))
        if not address or address.startswith(LINK_SCHEMES):
            return
        name = unquote(address)
        place = self.place(name, address)
        if target := self.targets.target(address, self.file):
            yield from self.anchor(target, name, place)
            if self.is_printed and not self.edition.url:
                message = f"the PDF cannot link to {name}: the website's address is not known"
                yield warning("link-not-made", message, place, "add `url` to workshop.yaml")
        elif file := self.targets.elsewhere(address, self.file):
            message = f"{name} is not on the website, so only the words of the link are shown"
            hint = f"move it to {OWN_FILES}/, and write [words]({OWN_FILES}/{file.name})"
            yield warning("link-not-made", message, place, hint)
        else:
            yield self.missing(name, address, place)

    def anchor(self, target: OwnTarget, name: str, place: Span) -> Iterator[Diagnostic]:
        """A link to a part of a page of one's own that has no such heading."""
        page = self.targets.pages.get(target.path)
        wanted = unquote(target.behind.removeprefix("#"))
        if page is None or not target.behind.startswith("#") or not wanted:
            return
        anchors = anchors_of(read_page(page, self.edition))
        if wanted not in (*anchors, "content"):
            message = f"`{name}`: the page has no heading `{wanted}`"
            guess = nearest(wanted, anchors)
            hint = f"did you mean `#{guess}`?" if guess else f"headings: {', '.join(anchors)}"
            yield error("link-to-nothing", message, place, hint if anchors else "leave out `#…`")

    def heading(self, content: str) -> Iterator[Diagnostic]:
        """A line of its own that lacks the space behind its signs, and ends as no sentence does."""
        match = _HEADING.fullmatch(content)
        if match is not None and not content.endswith((".", ",", ";", ":")):
            message = f"`{content}` is no heading, and is printed as it is typed"
            hint = f"write a space behind the sign: {match['signs']} {match['words']}"
            yield warning("heading-without-space", message, self.place(content), hint)

    def typed(self, content: str) -> Iterator[Diagnostic]:
        """What stands in the text as it was typed."""
        for match in _SINGLE_BRACES.finditer(content) if self.kind is ProseKind.DOCUMENT else ():
            if match["name"].partition(".")[0] in Facts(self.edition).names:
                message = f"`{match[0]}` is printed as it is typed: facts stand in double braces"
                hint = f"write {{{{ {match['name']} }}}}"
                yield warning("single-braces", message, self.place(match[0]), hint)
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

    def missing(self, name: str, written: str, place: Span) -> Diagnostic:
        """That a name leads to nothing of ours, with the one that was probably meant."""
        if _HOST.match(name):
            return error("not-a-url", f"`{name}` is no web address", place, f"write https://{name}")
        similar = self.targets.similar(written, self.file)
        hint = f"did you mean `{similar}`?" if similar else "correct the name, or delete it"
        if _is_page(name):
            message = f"`{name}` leads to no page of the website"
            return error("link-to-nothing", message, place, hint)
        own = self.targets.own.folder
        folder = SITE if own.name == SITE else own.name
        return error("missing-file", f"there is no file {name} in {folder}/", place, hint)


def _is_line(node: SyntaxTreeNode) -> bool:
    """Whether a text is a whole line of a paragraph that is in no list, quotation or table."""
    paragraph = node.parent and node.parent.parent
    if paragraph is None or paragraph.type != "paragraph" or paragraph.level:
        return False
    beside = (node.previous_sibling, node.next_sibling)
    return all(one is None or one.type in {"softbreak", "hardbreak"} for one in beside)


_HOST = re.compile(
    r"(?:www\.|(?:[a-z0-9-]+\.)+(?:com|edu|eu|gov|info|io|net|org|at|be|ch|de|es|fr|it|nl|uk)(?:/|$))"
)
"""What browsers complete: `www.example.org`, `example.org/page`."""


def _is_page(name: str) -> bool:
    """Whether a name is that of a page rather than of a file: `../faq/`, `faq.md`."""
    last = re.split("[?#]", name)[0].rstrip("/").rpartition("/")[2]
    return name.endswith("/") or "." not in last.strip(".") or last.endswith((".md", ".html"))


def _not_a_picture(file: Path, name: str, place: Span) -> Iterator[Diagnostic]:
    """That a file cannot be shown as a picture."""
    from proposal.render.site.picture_cache import text_picture  # noqa: PLC0415 - slow to load

    try:
        text_picture(file, file.stat().st_mtime)
    except PictureError as reason:
        message = f"the picture {name} cannot be shown: {reason}"
        yield error("not-a-picture", message, place, reason.hint(file.name))
    except OSError:
        return  # it was deleted since, and is missing at the next look
