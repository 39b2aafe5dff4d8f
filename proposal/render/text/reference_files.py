"""Writes references for programs that keep them: RIS, and CSL's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import rispy

from proposal.edition.edition import Edition
from proposal.edition.participants import Person
from proposal.render.plain import plain_statement, printable
from proposal.render.text.bibtex_text import name_parts
from proposal.render.text.cited_paper import CitedPaper
from proposal.render.typography import typographic

Item = dict[str, Any]


def ris(papers: Iterable[CitedPaper]) -> str:
    """Papers in the format that every program for references reads.

    Conference papers are `CONF` there, as ACM, IEEE and Crossref write them.
    """
    # rispy numbers the records in lines of their own, which are no part of the format.
    return "\n".join(
        rispy.dumps([_ris(cited)]).partition("\n")[2].strip("\n") + "\n" for cited in papers
    )


def _ris(cited: CitedPaper) -> Item:
    paper, volume = cited.paper, cited.volume
    return _known(
        {
            "type_of_reference": "CONF",
            "id": cited.key,
            "title": _line(paper.title),
            "authors": [_inverted(author) for author in paper.authors],
            "secondary_title": _line(cited.container),
            "secondary_authors": [_inverted(editor) for editor in cited.editors],
            "tertiary_title": _line(volume.series if volume else None),
            "volume": _line(volume.number if volume else None),
            "year": str(cited.year),
            "date": f"{cited.date:%Y/%m/%d}" if cited.date else None,
            "start_page": cited.first_page,
            "end_page": cited.last_page,
            "publisher": _line(volume.publisher if volume else None),
            "issn": volume.isbn or volume.issn if volume else None,
            "doi": paper.doi,
            "urls": [cited.address] if cited.address else [],
            "file_attachments1": paper.pdf,
            "abstract": _abstract(cited),
            "keywords": [_line(keyword) for keyword in paper.keywords],
            "language": paper.language.tag,
        }
    )


def csl_json(edition: Edition, papers: Iterable[CitedPaper]) -> str:
    """Papers as CSL's processors, Zotero and pandoc read them."""
    items = [csl_item(edition, cited) for cited in papers]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def csl_item(edition: Edition, cited: CitedPaper) -> Item:
    """A paper in the terms of CSL (https://docs.citationstyles.org/en/stable/specification.html)."""
    paper, volume = cited.paper, cited.volume
    issued = [cited.date.year, cited.date.month, cited.date.day] if cited.date else [cited.year]
    return _known(
        {
            "id": cited.key,
            "type": "paper-conference",
            "title": _line(paper.title),
            "author": [_csl_name(author) for author in paper.authors],
            "editor": [_csl_name(editor) for editor in cited.editors],
            "container-title": _line(cited.container),
            "event-title": _line(edition.title),
            "event-place": _line(edition.place),
            "collection-title": _line(volume.series if volume else None),
            "volume": _line(volume.number if volume else None),
            "publisher": _line(volume.publisher if volume else None),
            "issued": {"date-parts": [issued]},
            "page": paper.pages.replace("\N{EN DASH}", "-") if paper.pages else None,
            "DOI": paper.doi,
            "ISBN": volume.isbn if volume else None,
            "ISSN": volume.issn if volume else None,
            "URL": cited.address,
            "abstract": _abstract(cited),
            "keyword": ", ".join(map(_line, paper.keywords)),
            "language": paper.language.tag,
        }
    )


def _csl_name(person: Person) -> Item:
    """A name in its parts; one that has none is printed as it stands."""
    name = name_parts(person)
    if not name.given:
        return {"literal": _line(person.name)}
    return _known(
        {
            "family": name.family,
            "non-dropping-particle": name.particle,
            "given": name.given,
            "suffix": name.suffix,
        }
    )


def _inverted(person: Person) -> str:
    """A name as RIS has it: van der Sample, Martin, Jr."""
    name = name_parts(person)
    parts = (name.last, name.given, name.suffix)
    return ", ".join(filter(None, parts)) if name.given else _line(person.name)


def _abstract(cited: CitedPaper) -> str:
    """The abstract in one line, in which no line looks like another field."""
    text = cited.paper.abstract
    return " ".join(plain_statement(text, shows_addresses=False).split()) if text else ""


def _line(text: str | None) -> str:
    return typographic(printable(str(text))) if text else ""


def _known(item: Item) -> Item:
    return {key: value for key, value in item.items() if value}
