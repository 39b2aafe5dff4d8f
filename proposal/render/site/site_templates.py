"""The templates of the website, in which everything from the data is escaped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from proposal.edition.deadlines import Deadline
from proposal.edition.marked_values import Day
from proposal.render.mathml import with_mathml
from proposal.render.name_direction import isolated, native_name
from proposal.render.templates import Form, make_environment
from proposal.render.typography import typographic
from proposal.source.text import Verbatim
from proposal.words.language import ENGLISH, Language

_FORM = Form("site", folder="site", is_html=True)
_BUNDLES = Form("bundles", folder="bundles", is_html=True)


def site_environment(workshop: Path, language: Language = ENGLISH) -> jinja2.Environment:
    """The website's templates, of which the workshop's own copy goes before the built-in one.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/site/`.
        language: the language of the fixed words.
    """
    environment = make_environment(workshop, _FORM, _typographic, language)
    environment.filters.update(
        address=Verbatim,
        formerly=_formerly,
        isolated=isolated,
        math=with_mathml,
        native=native_name,
    )
    return environment


def bundle_page_environment(workshop: Path) -> jinja2.Environment:
    """The templates of pages that publishers get, in English.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/bundles/`.
    """
    return make_environment(workshop, _BUNDLES, _typographic)


def _typographic(value: Any) -> Any:
    """What a template prints, with typographic quotes unless it is HTML already."""
    if value is None:
        raise jinja2.TemplateRuntimeError("a template prints a value that is not there")
    if isinstance(value, str) and not isinstance(value, Markup):
        return typographic(value)
    return str(value) if isinstance(value, Day | Deadline) else value


def _formerly(deadline: Deadline) -> Markup:
    """The days that a deadline had before it was moved, struck through, in a sentence."""
    places = [f"\ue000{number}\ue001" for number in range(len(deadline.was))]  # which no text holds
    words = escape(typographic(deadline.formerly(places)))
    for place, old in zip(places, deadline.was, strict=True):
        struck = Markup('<del><time datetime="{}">{}</time></del>')
        words = words.replace(place, struck.format(old.date.isoformat(), str(old)))
    return words
