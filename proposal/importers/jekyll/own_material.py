"""Reads what organizers put on a site themselves, from a tree of ours: pages, pictures, files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from proposal.importers.draft import Draft
from proposal.importers.jekyll.site_files import OWN_PAGE, JekyllSite
from proposal.model.loading.own_page import PAGES
from proposal.model.own_file_names import LARGEST_OWN_FILE, OWN_FILES
from proposal.reading.source_document import SourceDocument

_FIGURES = "figures"
_ASSETS = re.compile(
    r"/assets/(?:files/(?P<of_file>[^/]+)|images/(?P<of_picture>[^/]+)/figures)/(?P<name>.+)"
)
"""Examples: `/assets/files/WSP2027/data/a.csv`, `/assets/images/WSP2027/figures/group.jpg`."""
_EDITION = re.compile(r"(?:19|20|21)\d\d(?:-[\w-]+)?$")
"""The id of an edition at the end of the first step of its addresses: `WSP2027-spring`."""


@dataclass(slots=True)
class OwnMaterialReader:
    """Gives pictures, files and pages the names that data call them by."""

    site: JekyllSite
    draft: Draft
    is_of_series: bool = False
    """Whether the text stands beside all editions, and not on a page of this one."""
    section: str = field(init=False)
    """The first step of the edition's addresses."""

    def __post_init__(self) -> None:
        self.section = self.site.main.front_text("permalink").strip("/").partition("/")[0]

    def picture(self, address: str) -> str | None:
        """The name of a picture that a text shows, whose file is kept; nothing if there is none."""
        match = _ASSETS.search(unquote(address))
        if match is None or not match["of_picture"]:
            return None
        name = f"{_FIGURES}/{match['name']}"
        return name if self._kept(match, name) else None

    def link(self, address: str) -> str | None:
        """What a link to something of ours is written as; nothing if it leads elsewhere."""
        path, sign, part = address.partition("#")
        behind = f"{sign}{part}"
        if match := _ASSETS.search(unquote(path)):
            name = f"{OWN_FILES}/{match['name']}"
            return f"{name}{behind}" if match["of_file"] and self._kept(match, name) else None
        steps = unquote(path).strip("/").split("/")
        if self.section and self.section in steps:
            below = steps[steps.index(self.section) + 1 :]
            if self.is_of_series:
                edition = _EDITION.search(self.section)
                return "/".join([edition[0], *below, behind]) if edition else None
            if not below:
                return f"overview.md{behind}"
            known = {page.front_text("permalink").rpartition("/")[2] for page in self.site.own}
            name = below[0]
            return f"{PAGES}/{name}.md{behind}" if name in known else f"{name}/{behind}"
        of_series = {page.front_text("permalink").strip("/") for page in self.site.series_own}
        if steps[-1] in of_series:
            return f"{steps[-1]}.md{behind}"
        return f"editions/{behind}" if steps[-1] == "all-editions" else None

    def _kept(self, match: re.Match[str], name: str) -> bool:
        """Keep the file under a name beside the edition, or beside all of them."""
        content = self.site.own_file(match[0], LARGEST_OWN_FILE * 1024 * 1024)
        if content is None:
            return False
        is_of_edition = self.section in {match["of_file"], match["of_picture"]}
        kept = self.draft.pictures if is_of_edition else self.draft.series_files
        kept[name] = content
        return True


def front_matter_of(page: SourceDocument) -> str:
    """The lines above the text of a page of one's own; empty if it needs none."""
    node = page.front.child(OWN_PAGE)
    lines = [
        f"{key}: {child.value}"
        for key in ("menu", "order")
        if node is not None and (child := node.child(key)) is not None and child.value is not None
    ]
    about = page.front_tree("description")
    if about is not None and about.text:
        quoted = about.text.replace("'", "''")
        lines.append(f"description: '{quoted}'")
    return "\n".join(["---", *lines, "---", "", ""]) if lines else ""
