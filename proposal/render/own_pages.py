"""What all forms of output ask of a page that organizers wrote: its title and its headings."""

from __future__ import annotations

from proposal.edition.edition import Edition
from proposal.model.free_names import free_name
from proposal.model.loading.own_page import OwnPage
from proposal.model.loading.own_site import OwnFolder
from proposal.model.name_comparison import identifier
from proposal.render.plain import plain_nodes, plain_of
from proposal.render.prose import ProseKind, ReadProse, read_prose
from proposal.render.quoted_facts import Facts


def title_words(page: OwnPage, edition: Edition) -> str:
    """The title of a page in words.

    Args:
        page: the page.
        edition: the edition whose facts it quotes.
    """
    read = read_prose(page.title, ProseKind.DOCUMENT, Facts(edition), edition.references)
    return str(plain_of(read, lambda _: "", width=None))


def description_of(page: OwnPage, edition: Edition, own: OwnFolder) -> str:
    """A sentence on a page for search engines: the one that is written, or what it belongs to.

    Args:
        page: the page.
        edition: the edition whose facts it quotes.
        own: the folder in which it stands, which may be that of the series.
    """
    if page.front.description:
        return page.front.description
    title = title_words(page, edition)
    if not own.path:
        return f"{title}. {edition.name} ({edition.acronym})."
    return f"{title}. {edition.title}. {edition.place}, {edition.dated}."


def menu_of(own: OwnFolder, edition: Edition) -> list[tuple[str, str]]:
    """The pages to which menus lead: their names, and what they are called.

    Args:
        own: the folder in which they stand.
        edition: the edition whose facts their titles quote.
    """
    return [
        (page.name, page.front.menu or title_words(page, edition))
        for page in own.pages
        if page.is_in_menu
    ]


def read_page(page: OwnPage, edition: Edition) -> ReadProse:
    """The text of a page below its title."""
    return read_prose(page.text, ProseKind.DOCUMENT, Facts(edition), edition.references)


def lowest_heading(read: ReadProse) -> int:
    """The number of signs of the highest headings in a text: 2 for `## Fees`."""
    levels = [int(node.tag[1:]) for node in read.tree.walk() if node.type == "heading"]
    return min(levels, default=2)


def anchors_of(read: ReadProse) -> list[str]:
    """The names by which the headings of a page can be linked to, in order: `how-to-get-there`."""
    anchors: list[str] = []
    taken = set(_TAKEN)
    for node in read.tree.walk():
        if node.type != "heading":
            continue
        words = str(plain_nodes([node], lambda _: "", width=None))
        anchor = free_name(identifier(words, "part"), taken)
        taken.add(anchor)
        anchors.append(anchor)
    return anchors


_TAKEN = ("content",)
"""Names of other parts of a page."""
