"""Finds files that this program made from other data than these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from proposal.build.pages import render_pages
from proposal.pdf import UnreadablePdfError
from proposal.project import Project
from proposal.reading.source_document import SourceDocument
from proposal.render.latex.document import render_document

_DIGEST = re.compile(
    r"""data-digest["']?\s*(?:content\s*=|:)\s*["']?([0-9a-f]{8,64})\b|DataDigest=\{([0-9a-f]+)\}""",
    re.IGNORECASE,
)
"""`<meta name="data-digest" content="0123abcd">` in a page, `data-digest: 0123abcd` in YAML."""


def digest_of(document: SourceDocument) -> str | None:
    """The digest of the data that this program wrote into a file, if this program made it."""
    if document.pdf is None:
        return _digest_in(document.source)
    try:
        return document.pdf.information("/DataDigest")
    except UnreadablePdfError:
        return None


def without_current(digests: Iterable[str], project: Project) -> set[str]:
    """The digests that nothing carries that is made from these data now.

    Args:
        digests: what files carry.
        project: the data; the website offers the PDFs that are finished in `build/`.
    """
    remaining = set(digests)
    for text in _texts_made_of(project):
        if not remaining:
            break
        remaining.discard(_digest_in(text) or "")
    return remaining


def _texts_made_of(project: Project) -> Iterator[str]:
    """What is made of the data, one after the other, since making it takes long."""
    yield from _texts_of_pages(project, "build/site")
    for edition in project.editions.values():
        for document in edition.documents.values():
            yield render_document(project.root, edition, document).tex.text
    yield from _texts_of_pages(project, "build")


def _texts_of_pages(project: Project, place: str) -> Iterator[str]:
    pages = render_pages(project, pdfs_in=place)
    for rendered in (pages.site, pages.jekyll, *pages.texts.values()):
        for name, content in rendered.files.items():
            if name.endswith((".html", ".md", ".ics", ".yml", ".txt")):
                yield content.decode("utf-8", "replace")


def _digest_in(source: str) -> str | None:
    match = _DIGEST.search(source)
    return match[1] or match[2] if match else None
