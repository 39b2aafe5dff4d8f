"""The templates of the Jekyll pages, in which everything from the data is escaped.

Their delimiters are `<< value >>`, `<% statement %>` and `<# comment #>`, since `{{ }}` and
`{% %}` are Liquid's, which Jekyll itself fills. A value is Markdown only if its type says so;
all others are text, which neither Liquid nor Markdown will read as anything else.
"""

from __future__ import annotations

from pathlib import Path

import jinja2
from markupsafe import escape

from proposal.render.markdown import Markdown, escape_address, markdown_with_mathml
from proposal.render.templates import Form, escaping, make_environment
from proposal.render.typography import typographic
from proposal.words.language import ENGLISH, Language

_FORM = Form("jekyll", folder="jekyll", written=Markdown, uses_angles=True)


def jekyll_environment(workshop: Path, language: Language = ENGLISH) -> jinja2.Environment:
    """The Jekyll pages' templates; the workshop's own copy goes before the built-in one.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/jekyll/`.
        language: the language of the fixed words.
    """
    environment = make_environment(workshop, _FORM, escaping(_FORM, markdown_with_mathml), language)
    environment.filters.update(
        address=lambda url: Markdown(escape_address(url)),
        formerly=lambda deadline: Markdown(
            deadline.formerly([f"~~{markdown_with_mathml(str(day))}~~" for day in deadline.was])
        ),
        html=lambda value: Markdown(html_text(str(value))),
    )
    return environment


def html_text(text: str) -> str:
    """A line of text from the data as HTML, for what the theme prints as it is."""
    return str(escape(typographic(text)))
