"""What artefacts say, without what only sets it apart, to be looked through for words."""

from __future__ import annotations

import re
from html import unescape

from proposal.build.outputs import RenderedPages
from tests.render.made_pages import made_of
from tests.workspace import Workspace

MARK = "(to be confirmed)"


def pages(workspace: Workspace) -> RenderedPages:
    """Everything that is made without TeX."""
    made = made_of(workspace)
    assert made.diagnostics == []
    return made.pages


def texts(made: RenderedPages) -> dict[str, str]:
    """All text files that tell of the edition, by their paths."""
    files = {
        **{f"text/{name}": content for name, content in made.texts["2026"].files.items()},
        **{f"site/{name}": content for name, content in made.site.files.items()},
        **{f"jekyll/{name}": content for name, content in made.jekyll.files.items()},
    }
    is_text = re.compile(r"\.(txt|md|ics|bib|html|yml)$")
    return {name: words_of(name, file) for name, file in files.items() if is_text.search(name)}


def words_of(name: str, content: bytes) -> str:
    """What a file says in one line, a calendar without the ends of its lines."""
    text = content.decode()
    if name.endswith(".ics"):
        text = re.sub(r"\r\n[ \t]", "", text).replace("\\,", ",")
    return " ".join(unescape(text).replace("\\(", "(").replace("\\)", ")").split())
