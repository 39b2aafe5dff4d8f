"""The program as a first command leaves it: templates, patterns and tables are made already.

The fork server of `tests/process.py` loads this module last. Every command that is forked from it
would compile the same templates and read the same tables anew.
"""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from proposal.build.outputs import render_editions
from proposal.build.pages import render_pages
from proposal.check.rules.run_rules import check_data
from proposal.importers.site.foreign_words import with_english_months
from proposal.model.countries import country_code
from proposal.model.reference.schema import schema_files
from tests.workspace import Workspace

OF_THE_MACHINE = (
    "proposal.tex",
    "proposal.doctor",
    "proposal.render.latex.converted",
    "proposal.render.site.page_cards",
    "proposal.render.site.picture_cache",
)
"""Those whose functions remember what the surroundings of a command may say otherwise."""


def get_ready() -> None:
    """Read, render and judge the real workshop once, and forget what the machine has answered."""
    schema_files()  # which `init` and `schema` write
    country_code("Österreich")  # the names in all languages, for which `import` looks
    with_english_months("3. Mai 2026")
    with TemporaryDirectory(prefix="ready-") as folder:
        project = Workspace.of_the_real_workshop(Path(folder, "workshop")).load()
        editions = list(project.editions)
        check_data(project, render_editions(project, editions), editions, None)
        render_pages(project)
    for name, module in list(sys.modules.items()):
        if name.startswith(OF_THE_MACHINE):
            for value in vars(module).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()


get_ready()
