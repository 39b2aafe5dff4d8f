"""Finds files that this program made from other data than these."""

from __future__ import annotations

import re

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


def digests_of(project: Project) -> frozenset[str]:
    """The digests that everything made from these data carries now.

    Args:
        project: the data; the website offers the PDFs that are finished in `build/`.
    """
    texts: list[str] = []
    for place in ("build/site", "build"):
        pages = render_pages(project, pdfs_in=place)
        for rendered in (pages.site, pages.jekyll, *pages.texts.values()):
            texts += [
                content.decode("utf-8", "replace")
                for name, content in rendered.files.items()
                if name.endswith((".html", ".md", ".ics", ".yml", ".txt"))
            ]
    for edition in project.editions.values():
        for document in edition.documents.values():
            texts.append(render_document(project.root, edition, document).tex.text)
    return frozenset(filter(None, map(_digest_in, texts)))


def _digest_in(source: str) -> str | None:
    match = _DIGEST.search(source)
    return match[1] or match[2] if match else None
