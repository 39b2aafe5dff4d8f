"""The templates of the website, in which everything from the data is escaped."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from proposal.clocks import letters_of, offset_name
from proposal.edition.edition import Day, Deadline
from proposal.render.names import isolated, native_name
from proposal.render.templates import COMPILED, template_folders
from proposal.render.typography import typographic
from proposal.source.text import Verbatim


def site_environment(workshop: Path) -> jinja2.Environment:
    """The website's templates, of which the workshop's own copy goes before the built-in one.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/site/`.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(template_folders(workshop, "site")),
        bytecode_cache=COMPILED,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_typographic,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        address=Verbatim,
        isolated=isolated,
        native=native_name,
        clock=lambda moment: f"{moment:%H:%M}",
        iso=lambda moment: moment.isoformat(),
        zone_name=zone_name,
        duration=duration,
    )
    return environment


def _typographic(value: Any) -> Any:
    """What a template prints, with typographic quotes unless it is HTML already."""
    if value is None:
        raise jinja2.TemplateRuntimeError("a template prints a value that is not there")
    if isinstance(value, str) and not isinstance(value, Markup):
        return typographic(value)
    return str(value) if isinstance(value, Day | Deadline) else value


def zone_name(moment: dt.datetime) -> str:
    """The zone of a moment as people call it: "MST, UTC−7", or its offset alone."""
    letters, offset = letters_of(moment), offset_name(moment)
    return f"{letters}, {offset}" if letters else offset


def duration(minutes: int) -> str:
    """A length of time: "45 min", "1 h", "1 h 15 min"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} min")
    return "\N{NO-BREAK SPACE}".join(parts).replace(" ", "\N{NO-BREAK SPACE}")
