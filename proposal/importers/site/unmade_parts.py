"""Says what the program of a site would put into its pages, and is not read."""

from __future__ import annotations

import re
from pathlib import Path

from proposal.diagnostics import Span, first_few
from proposal.importers.site.workshop_site import WorkshopSite
from proposal.reading.sites.site_sources import SiteSources


def say_of_makers(sources: SiteSources, site: WorkshopSite) -> None:
    """Say what of that which makes the pages is not read."""
    jekyll = sources.jekyll
    if jekyll is not None and jekyll.failed:
        first, *others = jekyll.failed
        more = f", and in {len(others)} more" if others else ""
        message = f"something that Liquid makes could not be expanded in {first}{more}"
        site.diagnostics.warn(
            "not-understood",
            message,
            site.main.document.spans[0],
            "give the built site, the folder _site, to have it",
        )
    if sources.shortcodes:
        names = ", ".join(sorted(sources.shortcodes))
        message = f"of these shortcodes only the texts in them are read: {names}"
        site.diagnostics.warn(
            "not-understood",
            message,
            site.main.document.spans[0],
            "give the built site, the folder public, to have all that they show",
        )
    _say_unreadable_fronts(site)
    if jekyll is not None:
        _say_missing(jekyll.missing, site)
    if (old := sources.root / "_site" / "index.html").is_file():
        message = "the built pages in _site are of another state of these sources, and not read"
        hint = "if the sources are older, give the folder _site"
        site.diagnostics.warn("left-out", message, Span.of_file(old), hint)


def _say_unreadable_fronts(site: WorkshopSite) -> None:
    """Say of which pages the front matter is left out, since it cannot be read."""
    for page in site.pages:
        document, error = page.document, page.document.front_error
        if error is not None or not isinstance(document.front.value, dict | None):
            message = f"the front matter of {page.path} cannot be read and is left out"
            span = error.span if error else document.spans[0]
            site.diagnostics.warn("not-understood", message, span, "mend it, and import it again")


_AROUND_PAGES = re.compile(
    r"(?:head|header|nav|menu|foot|script|js|css|style|sidebar|analytics|gtm|seo|social|share"
    r"|comment|cookie|favicon|icon|breadcrumb|toc|search|pagina|hero|banner|figure|image|img|video"
    r"|gallery|button|math|jax|bib)",
    re.IGNORECASE,
)
"""How the names of includes begin that stand around what a page says: `head.html`, `toc`."""


def _say_missing(missing: set[str], site: WorkshopSite) -> None:
    """Say which files pages include that are not among the site's."""
    names = sorted(name for name in missing if not _AROUND_PAGES.match(Path(name).name))
    if not names:
        return
    message = f"what pages include is not in this folder, and so is not read: {first_few(names)}"
    hint = "give the built site, the folder _site, to have it"
    site.diagnostics.warn("not-understood", message, site.main.document.spans[0], hint)
