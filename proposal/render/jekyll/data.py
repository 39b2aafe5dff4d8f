"""The data files of an edition, which its page lists: accepted papers and the committee."""

from __future__ import annotations

from collections.abc import Callable

from proposal.edition.participants import Author, Person
from proposal.edition.schedule import Paper
from proposal.render.jekyll.jekyll_yaml import Value
from proposal.render.markdown import escape_address, escape_markdown, markdown_with_mathml
from proposal.render.shown_news import ShownNews
from proposal.source.persistent_identifiers import doi_address, orcid_address
from proposal.source.text import Prose


def paper_entry(
    paper: Paper, abstract: Callable[[Prose], str], part: int | None = None
) -> dict[str, Value]:
    """An accepted paper: title and authors in Markdown, the abstract in HTML.

    Args:
        paper: the paper.
        abstract: makes HTML of its abstract.
        part: the number of the part of the list in which it stands, if there are several.
    """
    entry: dict[str, Value] = {
        "id": f"paper-{paper.id}",
        "part": part or "",
        "title": markdown_with_mathml(paper.title),
        "authors": ", ".join(map(_author, paper.authors)),
        "abstract": abstract(paper.abstract) if paper.abstract else "",
        "PDF": escape_address(paper.pdf) if paper.pdf else "",
        "code": escape_address(paper.code) if paper.code else "",
        "data": escape_address(paper.data) if paper.data else "",
        "award": escape_markdown(paper.award) if paper.award else "",
        "kind": escape_markdown(paper.kind) if paper.kind else "",
        "track": escape_markdown(paper.track) if paper.track else "",
        "presented": escape_markdown(paper.presented) if paper.presented else "",
        "corresponding": _corresponding(paper),
        "keywords": escape_markdown(", ".join(paper.keywords)),
        "pages": _pages(paper) if paper.pages else "",
    }
    others = {name: address for name in _OFFERED if (address := getattr(paper, name))}
    if paper.doi:
        others["doi"] = doi_address(paper.doi)
    for name in _OFFERED:
        entry[name] = escape_address(others[name]) if name in others else ""
    # Liquid takes an empty text for true, so that what a paper lacks is left out.
    return {name: value for name, value in entry.items() if value}


_OFFERED = ("slides", "poster", "video", "supplement", "doi")
"""What a paper offers beside PDF, code and data."""


def _pages(paper: Paper) -> str:
    return escape_markdown(paper.shown_pages)


def _author(author: Author) -> str:
    affiliation = f" ({author.affiliation})" if author.affiliation else ""
    orcid = f" [ORCID]({orcid_address(author.orcid)})" if author.orcid else ""
    return f"{escape_markdown(author.name + affiliation)}{orcid}"


def _corresponding(paper: Paper) -> str:
    """To whom readers write, with a link for each address."""
    people = [
        escape_markdown(author.name)
        + (
            f" [{escape_markdown(author.email)}](mailto:{escape_address(author.email)})"
            if author.email
            else ""
        )
        for author in paper.corresponding
    ]
    return f"{paper.corresponding_label}: {', '.join(people)}" if people else ""


def news_entry(shown: ShownNews) -> dict[str, Value]:
    """A piece of news: its anchor, its day, and its text in HTML on one line."""
    text = " ".join(shown.html.split())
    return {"id": f"news-{shown.anchor}", "date": str(shown.item.date), "text": text}


def committee_entry(member: Person) -> str:
    """A member of the committee: "Name (Affiliation)", both forms of the name if there are two."""
    affiliation = f" ({member.affiliation})" if member.affiliation else ""
    native = f" {member.name_native}" if member.name_native else ""
    return escape_markdown(f"{member.name}{native}{affiliation}")
