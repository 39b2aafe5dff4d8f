"""Was a file that this program made, made from these data?"""

from __future__ import annotations

from pathlib import Path

from proposal.audit.audited_document import digest_in
from proposal.build.pages import render_pages
from proposal.edition.series import Series
from proposal.render.latex.document import render_document


def digests_of(root: Path, series: Series) -> frozenset[str]:
    """The digests that everything made from these data carries now.

    Args:
        root: the folder that holds `data/`, and perhaps `build/`: the website offers the PDFs
            that are finished.
        series: the workshop with all editions.
    """
    texts: list[str] = []
    for place in ("build/site", "build"):
        pages = render_pages(root, series, pdfs_in=place)
        for rendered in (pages.site, pages.jekyll, *pages.texts.values()):
            texts += [
                content.decode("utf-8", "replace")
                for name, content in rendered.files.items()
                if name.endswith((".html", ".md", ".ics", ".yml", ".txt"))
            ]
    for edition in series.editions:
        for document in edition.documents.values():
            texts.append(render_document(root, edition, document).tex.text)
    return frozenset(filter(None, map(digest_in, texts)))
