"""The templates of the Jekyll pages, in which everything from the data is escaped.

Their delimiters are `<< value >>`, `<% statement %>` and `<# comment #>`, since `{{ }}` and
`{% %}` are Liquid's, which Jekyll itself fills. A value is Markdown only if its type says so;
all others are text, which neither Liquid nor Markdown will read as anything else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import escape

from proposal.edition import wording
from proposal.edition.edition import Day, Deadline
from proposal.render.markdown import Markdown, escape_address, escape_markdown
from proposal.render.site.templates import zone_name
from proposal.render.templates import COMPILED, template_folders
from proposal.render.typography import typographic


def jekyll_environment(workshop: Path) -> jinja2.Environment:
    """The Jekyll pages' templates; the workshop's own copy goes before the built-in one.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/jekyll/`.
    """
    environment = _MarkdownEnvironment(
        loader=jinja2.FileSystemLoader(template_folders(workshop, "jekyll")),
        bytecode_cache=COMPILED,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # the escaping is ours, in `finalize`
        undefined=jinja2.StrictUndefined,
        finalize=_as_markdown,
    )
    environment.filters.update(
        address=lambda url: Markdown(escape_address(url)),
        html=lambda value: Markdown(html_text(str(value))),
        clock=lambda moment: wording.clock(moment.time()),
        iso=lambda moment: Markdown(moment.isoformat()),
        listed=wording.joined,
        utc=lambda moment: moment.astimezone(dt.UTC),
        zone_abbreviation=lambda moment: zone_name(moment).partition(",")[0],
        zone_name=zone_name,
    )
    return environment


def html_text(text: str) -> str:
    """A line of text from the data as HTML, for what the theme prints as it is."""
    return str(escape(typographic(text)))


class _MarkdownEnvironment(jinja2.Environment):
    """What a template has put together is Markdown, wherever it is used again."""

    @staticmethod
    def concat(pieces: Iterable[str]) -> Markdown:
        return Markdown("".join(pieces))


def _as_markdown(value: Any) -> Markdown:
    if isinstance(value, Markdown):
        return value
    if isinstance(value, jinja2.Undefined):
        return Markdown(str(value))  # which raises an error that names it
    if isinstance(value, str):
        return escape_markdown(value)
    if isinstance(value, Day | Deadline):
        return escape_markdown(str(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return Markdown(str(value))
    raise jinja2.TemplateRuntimeError(f"a template prints {value!r}, which is no text")
