"""The templates of the LaTeX documents, in which everything from the data is escaped.

Their delimiters are `<< value >>`, `<% statement %>` and `<# comment #>`, which LaTeX does
not use. A value is LaTeX only if its type says so (PyLaTeX's `NoEscape`); all others are
text, and forgetting to escape one is not possible. What programs read letter by letter has a
type of its own as well (`Verbatim`, `TexName`), so that it is never set as prose.
"""

from __future__ import annotations

from pathlib import Path

import jinja2
from pylatex import NoEscape

from proposal.edition import wording
from proposal.render.latex.escape import escape_address, escape_line, shielded
from proposal.render.latex.source_marks import Places
from proposal.render.templates import Form, escaping, make_environment
from proposal.source.text import Verbatim

_FORM = Form("latex", folder="latex", written=NoEscape, uses_angles=True)


def latex_environment(workshop: Path, places: Places) -> jinja2.Environment:
    """The LaTeX templates, of which the workshop's own copy goes before the built-in one.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/latex/`.
        places: where the marks of the values' places are kept.
    """

    def escape(value: str) -> NoEscape:
        is_address = isinstance(value, Verbatim)
        latex = escape_address(value) if is_address else shielded(escape_line(value))
        return NoEscape(places.of(value) + latex)

    environment = make_environment(workshop, _FORM, escaping(_FORM, escape))
    environment.filters["days"] = lambda venue: wording.days(venue.start.date, venue.end.date)
    return environment
