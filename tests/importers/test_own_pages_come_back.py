"""Own pages, pictures and files come back from the tree for Jekyll as what they were."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from proposal.build.pages import render_pages
from proposal.build.request import Kind
from tests.importers.bringing import imports, new_folder
from tests.workspace import Workspace

FAQ = """\
---
menu: FAQ
order: 2
description: 'What people ask: a list'
---

# Questions & answers

See [how to travel](pages/travel.md), [the fees](pages/faq.md#what-it-costs), [the
data](files/data/a.csv), [our rules](code-of-conduct.md).

## What it costs

![The group](figures/group.jpg "Last year"){width=60%}

| Kind | Fee |
| --- | --- |
| Student | 100 € |

### By the way

- *One* and `two`
"""
TRAVEL = "# Travel\n\nBy train.\n"
CONDUCT = "# Code of Conduct\n\nBe kind at [the workshop](2026/).\n"


def tree_of(workspace: Workspace, folder: Path) -> Path:
    """The tree for Jekyll in a folder."""
    for name, content in render_pages(workspace.load(), {Kind.JEKYLL}).jekyll.files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def test_pages_pictures_and_files_come_back(workspace: Workspace, tmp_path: Path) -> None:
    edition = "editions/2026"
    workspace.write(f"{edition}/pages/faq.md", FAQ)
    workspace.write(f"{edition}/pages/travel.md", TRAVEL)
    workspace.write("site/pages/code-of-conduct.md", CONDUCT)
    workspace.write(f"{edition}/files/data/a.csv", "a,b\n")
    (workspace.data / edition / "figures").mkdir()
    Image.new("RGB", (300, 200), "teal").save(workspace.data / edition / "figures/group.jpg")
    workspace.write(f"{edition}/overview.md", "Words.\n\n![The group](figures/group.jpg)\n")

    again = new_folder(tmp_path / "again")
    output = imports(again, "jekyll", tree_of(workspace, tmp_path / "tree"), "2026").output
    assert "not-understood" not in output
    pages = again.data / edition / "pages"
    assert " ".join((pages / "faq.md").read_text("utf-8").split()) == " ".join(FAQ.split())
    assert (pages / "travel.md").read_text("utf-8") == TRAVEL
    assert (again.data / "site/pages/code-of-conduct.md").read_text("utf-8") == CONDUCT
    assert (again.data / edition / "files/data/a.csv").read_bytes() == b"a,b\n"
    with Image.open(again.data / edition / "figures/group.jpg") as group:
        assert group.size == (300, 200)
    assert "![The group](figures/group.jpg)" in (again.data / edition / "overview.md").read_text()
