"""One document with all for which LuaLaTeX is needed, of which one run takes seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.doctor import Group
from tests.build.committee_in_scripts import NAMES, add_committee
from tests.build.renamed_people import NAMES as PEOPLE
from tests.build.renamed_people import TITLE, rename
from tests.build.written_tables import ROWS
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace

EDITION = "editions/2024/edition.yaml"
NATIVE = "夏目漱石"
"""A plain placeholder: the name of a writer of the past, not that of the person in the file."""
NAMED_TWICE = "george-karypis"
"""The author with a native name, the last one."""


def with_letters(root: Path) -> Workspace:
    """A workspace with names beyond pdfLaTeX, a native one, and a table in any script."""
    workspace = Workspace.of_the_real_workshop(root)
    rename(workspace, *PEOPLE)
    name = f"name: {PEOPLE[NAMED_TWICE]}\n"
    workspace.replace(
        f"people/{NAMED_TWICE}.yaml", name, f"{name}name_native: {NATIVE}\nnative_language: ja\n"
    )
    workspace.replace(
        EDITION, "    first_page", f'    title: "{TITLE}"\n    native_names: true\n    first_page'
    )
    few = {script: NAMES[script][:2] for script in ("Arabic", "Devanagari", "Chinese")}
    add_committee(workspace, few)
    rows = "\n".join(
        f"  | {n} | [ACM](https://www.acm.org) | `code {n}` | قاعدة {n} |" for n in ROWS
    )
    workspace.write(
        "editions/2024/summary.md",
        "# One\n\nΑθήνα, Київ, 5 µm, ¾, Đ: `–€` “x”… R&D_1\n\n"
        "Plain, **bold *and slanted Жар***.\n\n{{ committee }}\n\n"
        f"- In a list:\n\n  | N | Link | Code | Arabic |\n  |--|--|--|--|\n{rows}\n\nAfter.\n",
    )
    return workspace


@pytest.fixture(scope="session")
def beyond_pdflatex(made_once: MadeOnce) -> Workspace:
    """That document and its pages; nobody changes anything in it."""
    require(Group.DOCUMENTS, Group.SCRIPTS, Group.NOTO, Group.NOTO_CJK)

    def fill(root: Path) -> None:
        workspace = with_letters(root)
        finished = workspace.run("build", "2024", "--only", "pdf,site,jekyll,text")
        assert finished.code == 0, finished.output + finished.errors
        (root / "printed").write_text(finished.output, encoding="utf-8")

    return Workspace(made_once("beyond-pdflatex", fill))
