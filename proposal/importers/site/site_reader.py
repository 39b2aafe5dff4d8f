"""Reads an edition from a workshop's website, in whatever form organizers have it."""

from __future__ import annotations

from pathlib import Path

import yaml

from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.site.site_edition_reader import SiteEditionReader
from proposal.importers.site.workshop_site import SitePage, choose_edition, refuse_unsafe
from proposal.reading.document_forms import DocumentForm
from proposal.reading.source_document import read_document

_ENDINGS = {".md", ".markdown", ".html", ".htm", ".qmd"}
_NO = {"node_modules", "vendor", "_site", "_posts", "_drafts", "_includes", "_layouts", "layouts", "themes", "archetypes", "_news", "_projects"}


def read_site_edition(source: Path, edition_id: str) -> Draft:
    """Read an edition from a site's folder or from one saved page.

    Raises:
        ImportSourceError: there is no page of the edition.
    """
    pages: list[SitePage] = []
    config: dict[str, object] = {}
    root = source if source.is_dir() else source.parent
    files = sorted(source.rglob("*")) if source.is_dir() else [source]
    if (source / "_config.yml").is_file():
        config = yaml.safe_load((source / "_config.yml").read_text()) or {}
    for file in files:
        rel = file.relative_to(root)
        if file.suffix.lower() not in _ENDINGS or any(part in _NO or part.startswith(".") for part in rel.parts[:-1]):
            continue
        form = DocumentForm.HTML if file.suffix.lower() in {".html", ".htm"} else DocumentForm.MARKDOWN
        document, _ = read_document(file, form)
        if document is None:
            continue
        refuse_unsafe(document)
        permalink = document.front_text("permalink")
        address = permalink or str(rel.with_suffix("")).replace("_pages/", "")
        if rel.name.lower() in {"readme.md", "license.md"}:
            continue
        pages.append(SitePage(document, str(rel), address.strip("/")))
    if not pages:
        raise ImportSourceError(f"{source}: there are no pages in this folder")
    site = choose_edition(root, pages, config, edition_id, source)
    return SiteEditionReader(site, edition_id).read()
