"""Renders the call for papers of an edition, for mails and for other people's pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct, field
from rich.cells import cell_len

from proposal.diagnostics import Diagnostic
from proposal.edition.collection import Collection
from proposal.edition.edition import Edition
from proposal.edition.public import public
from proposal.model.talk_roles import TALK_ROLES
from proposal.render.markdown import markdown_of
from proposal.render.plain import plain_line, plain_of
from proposal.render.prose import ProseKind, ReadProse, read_prose
from proposal.render.rendered_files import RenderedFiles
from proposal.render.templates import fill
from proposal.render.text.layout import closed_up, laid_out
from proposal.render.text.text_templates import markdown_environment, plain_environment
from proposal.source.text import Prose


def texts(workshop: Path, edition: Edition, page: str | None = None) -> RenderedFiles:
    """Render the call for papers as `cfp.txt` and `cfp.md`.

    Args:
        workshop: the folder that holds `data/`, for the workshop's own templates.
        edition: the resolved edition.
        page: the address of the edition's page; the series' home page if it is not known.
    """
    rendering = _TextRendering(workshop, public(edition), page or edition.url)
    files = {"cfp.txt": rendering.plain(), "cfp.md": rendering.markdown()}
    encoded = {name: text.encode() for name, text in files.items()}
    return RenderedFiles(encoded, list(dict.fromkeys(rendering.diagnostics)))


_WIDEST_LABEL = 36
"""Columns of a label of a date beside which the date stands; below a longer one."""

_INDENT = 4
"""Columns before dates that all stand below their labels."""


class _TextRendering(Struct):
    workshop: Path
    edition: Edition
    page: str | None
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def plain(self) -> str:
        environment = plain_environment(self.workshop, self.edition.language)
        environment.filters["prose"] = lambda text: plain_of(self.read(text), _no_block)
        widths = [cell_len(plain_line(line.label)) for line in self.edition.dates.lines]
        listed = [width for width in widths if width <= _WIDEST_LABEL]
        environment.globals["label_width"] = max(listed, default=_INDENT - 2) + 2
        text, diagnostics = fill(environment, "cfp.txt", self.values())
        self.diagnostics += diagnostics
        return laid_out(text)

    def markdown(self) -> str:
        environment = markdown_environment(self.workshop, self.edition.language)
        environment.filters["prose"] = lambda text: markdown_of(self.read(text), _no_block)
        text, diagnostics = fill(environment, "cfp.md", self.values())
        self.diagnostics += diagnostics
        return closed_up(text)

    def read(self, text: Prose) -> ReadProse:
        """Parse somebody's own text, such as the edition's abstract."""
        read = read_prose(text, ProseKind.STATEMENT)
        self.diagnostics += read.diagnostics
        return read

    def values(self) -> dict[str, Any]:
        edition = self.edition
        return {
            "edition": edition,
            "page": self.page,
            "brand": edition.short_name,
            "length": edition.submissions.length,
            "keynotes": edition.announced("keynote"),
            "sections": [
                (role, talks)
                for role in TALK_ROLES
                if not role.is_seat and role.name != "keynote"
                if (talks := edition.announced(role.name))
            ],
        }


def _no_block(_fact: Collection[Any] | Prose) -> str:
    """Stands for the facts of a document; a statement quotes none."""
    return ""
