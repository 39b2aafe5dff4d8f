"""Own pages, their pictures and files as Jekyll makes them."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

from tests.jekyll.sites import built_site
from tests.workspace import Workspace

QUESTIONS = """\
# Questions & answers

See [the fees](#what-it-costs), [the data](files/data/a.csv), [our rules](code-of-conduct.md),
[the call](call-for-papers/).

## What it costs

![A group of *ten* {people} & "more"
{% x %}](figures/group.jpg "Last year’s \\"group\\""){width=60%}

Among ![a sign](figures/group.jpg) words.

- ![In a list](figures/group.jpg)
"""


def test_jekyll_makes_pages_with_pictures_and_links_that_lead_somewhere(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "jekyll"
    folder.mkdir()
    workspace.write("editions/2026/pages/faq.md", QUESTIONS)
    workspace.write("site/pages/code-of-conduct.md", "# Code of Conduct\n\nBe kind.\n")
    workspace.write("editions/2026/files/data/a.csv", "a,b\n{{ page.title }}\n")
    (workspace.data / "editions/2026/figures").mkdir()
    Image.new("RGB", (300, 200), "teal").save(workspace.data / "editions/2026/figures/group.jpg")
    pages = built_site(workspace, "theme", folder).folder
    page = (pages / "GenAIRecP2026/faq.html").read_text("utf-8")
    assert '<figure style="width: 60%"><img src="/assets/images/GenAIRecP2026/figures/' in page
    assert 'alt="A group of *ten* {people} &amp; “more” { % x %}"' in page
    assert re.search(r"<li>\s*<figure><img [^>]*></figure>\s*</li>", page)
    assert '<h1 id="what-it-costs">' in page
    assert (pages / "code-of-conduct.html").is_file()
    assert (
        pages / "assets/files/GenAIRecP2026/data/a.csv"
    ).read_text() == "a,b\n{{ page.title }}\n"
    for address in re.findall(r'(?:href|src)="(/(?:assets|GenAIRecP2026|code)[^"#]*)', page):
        file = pages / address.lstrip("/")
        assert file.is_file() or file.with_suffix(".html").is_file() or file.is_dir(), address
