"""The templates of the LaTeX documents, in which everything from the data is escaped.

Their delimiters are `<< value >>`, `<% statement %>` and `<# comment #>`, which LaTeX does
not use. A value is LaTeX only if its type says so (PyLaTeX's `NoEscape`); all others are
text, and forgetting to escape one is not possible. What programs read letter by letter has a
type of its own as well (`Verbatim`, `TexName`), so that it is never set as prose.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
from pylatex import NoEscape

from proposal.edition import wording
from proposal.edition.edition import Day, Deadline
from proposal.render.latex.escape import escape_address, escape_line, shielded
from proposal.render.latex.places import Places
from proposal.render.templates import COMPILED, template_folders
from proposal.source.text import Verbatim


def latex_environment(workshop: Path, places: Places) -> jinja2.Environment:
    """The LaTeX templates, of which the workshop's own copy goes before the built-in one.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/latex/`.
        places: where the marks of the values' places are kept.
    """
    environment = _LatexEnvironment(
        loader=jinja2.FileSystemLoader(template_folders(workshop, "latex")),
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
        finalize=lambda value: _as_latex(value, places),
    )
    # Of a tentative conference the place, which stands behind the days, has the mark.
    environment.globals["to_be_announced"] = wording.TO_BE_ANNOUNCED
    environment.globals["to_be_confirmed"] = wording.TO_BE_CONFIRMED
    environment.filters["days"] = lambda venue: wording.days(venue.start.date, venue.end.date)
    return environment


class _LatexEnvironment(jinja2.Environment):
    """What a template has put together is LaTeX, wherever it is used again."""

    @staticmethod
    def concat(pieces: Iterable[str]) -> NoEscape:
        return NoEscape("".join(pieces))


def _as_latex(value: Any, places: Places) -> NoEscape:
    if isinstance(value, NoEscape):
        return value
    if isinstance(value, jinja2.Undefined):
        return NoEscape(str(value))  # which raises an error that names it
    if isinstance(value, Verbatim):
        return NoEscape(places.of(value) + escape_address(value))
    if isinstance(value, str):
        return NoEscape(places.of(value) + shielded(escape_line(value)))
    if isinstance(value, Day | Deadline):
        return escape_line(str(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return NoEscape(str(value))
    raise jinja2.TemplateRuntimeError(f"a template prints {value!r}, which is no text")
