"""Pictures and links to files of one's own are shown in every text of the website."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from proposal.build.outputs import diagnostics_before_build, render_documents
from proposal.build.pages import render_pages
from proposal.build.request import Kind
from proposal.diagnostics import Severity
from proposal.render.latex.document import diagnostics_of_prose, render_document
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

OVERVIEW = "editions/2026/overview.md"
HERE = "data/editions/2026"


def picture(workspace: Workspace, name: str, size: tuple[int, int] = (1200, 600)) -> Path:
    """A picture below `data/`, with the place where it was taken in it."""
    file = workspace.data / name
    file.parent.mkdir(parents=True, exist_ok=True)
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"  # GPSLatitudeRef
    exif[0x010E] = "Taken at home"
    made = Image.new("RGB", size, "teal")
    if file.suffix == ".jpg":
        made.save(file, exif=exif)
    else:
        made.save(file)
    return file


def built(workspace: Workspace) -> tuple[str, Mapping[str, bytes]]:
    """The overview on the page, and the files of the website."""
    project = workspace.load()
    outputs = render_documents(project, [], ["2026"])
    assert diagnostics_before_build(project, outputs, ["2026"]) == []
    site = render_pages(project, {Kind.SITE}).site
    assert site.diagnostics == []
    page = site.files["2026/index.html"].decode()
    return page.partition("<h2>Overview</h2>")[2].partition("</div>\n<aside")[0], site.files


def test_a_picture_in_a_paragraph_of_its_own_has_caption_size_and_description(
    workspace: Workspace,
) -> None:
    picture(workspace, "editions/2026/figures/group.jpg")
    line = '![The group in front of a lake](figures/group.jpg "Last year’s group"){width=60%}'
    workspace.write(OVERVIEW, f"Before.\n\n{line}\n\nBehind.\n")
    overview, site = built(workspace)
    assert '<figure style="--part: 60%"><picture>' in overview
    assert 'alt="The group in front of a lake" width="1200" height="600" loading="lazy"' in overview
    assert "<figcaption>Last year’s group</figcaption></figure>" in overview
    assert 'srcset="pictures/group-480.webp 480w, pictures/group-960.webp 960w' in overview
    for end in ("-480.webp", "-960.webp", "-1200.webp", ".jpg"):
        content = site[f"2026/pictures/group{end}"]
        assert b"Taken at home" not in content
        assert b"Exif" not in content
        width = int(end[1:].partition(".")[0] or 0) if end != ".jpg" else 1200
        assert Image.open(io.BytesIO(content)).width == width


def test_pictures_among_words_side_by_side_and_with_a_link(workspace: Workspace) -> None:
    picture(workspace, "editions/2026/figures/logo.png", (90, 60))
    picture(workspace, "editions/2026/figures/sub/logo.png", (40, 40))
    workspace.write(
        OVERVIEW,
        "One ![a sign](figures/logo.png) two.\n\n"
        "![One](figures/logo.png)\n![Two](figures/sub/logo.png)\n\n"
        "[![Linked](figures/logo.png)](https://example.org/)\n",
    )
    overview, site = built(workspace)
    assert '<img class="in-line" src="pictures/logo.png" alt="a sign" width="42"' in overview
    assert '<div class="figures"><figure>' in overview
    assert 'src="pictures/logo-2.png" alt="Two" width="40" height="40"' in overview
    assert '<figure><a href="https://example.org/"><picture>' in overview
    assert "2026/pictures/logo-2.png" in site


def test_files_of_the_edition_and_of_the_series_are_linked(workspace: Workspace) -> None:
    workspace.write("editions/2026/files/slides.pdf", "slides")
    workspace.write("site/files/rules/paper.csv", "a,b\n")
    picture(workspace, "site/files/mark.png", (30, 20))
    workspace.write(
        OVERVIEW,
        "[Slides](files/slides.pdf), [rules](files/rules/paper.csv) ![m](files/mark.png)\n",
    )
    overview, site = built(workspace)
    assert 'href="files/slides.pdf"' in overview
    assert 'href="../files/rules/paper.csv"' in overview
    assert 'src="../pictures/mark.png"' in overview
    assert site["files/rules/paper.csv"] == b"a,b\n"
    assert site["2026/files/slides.pdf"] == b"slides"
    assert site["files/mark.png"] == (workspace.data / "site/files/mark.png").read_bytes()


def test_an_abstract_links_to_files_of_the_edition(workspace: Workspace) -> None:
    workspace.write("editions/2026/files/slides.pdf", "slides")
    (workspace.data / OVERVIEW).unlink()
    edition = workspace.data / "editions/2026/edition.yaml"
    text = edition.read_text("utf-8").replace(
        "abstract: |\n  ", "abstract: |\n  See [these slides](files/slides.pdf). ", 1
    )
    edition.write_text(text, encoding="utf-8")
    overview, site = built(workspace)
    assert '<a href="files/slides.pdf">these slides</a>' in overview
    call = site["2026/call-for-papers/index.html"].decode()
    assert '<a href="../files/slides.pdf">these slides</a>' in call


@pytest.mark.parametrize(
    ("line", "column", "hint"),
    [
        ("![A missing one](figures/gruop.jpg)", 18, "did you mean `figures/group.jpg`?"),
        ("![Another case](figures/Group.JPG)", 17, "did you mean `figures/group.jpg`?"),
        ("See [it](files/slide.pdf).", 10, "did you mean `files/slides.pdf`?"),
    ],
)
def test_a_name_that_leads_to_nothing_is_an_error_with_the_nearest_one(
    workspace: Workspace, line: str, column: int, hint: str
) -> None:
    picture(workspace, "editions/2026/figures/group.jpg")
    workspace.write("editions/2026/files/slides.pdf", "slides")
    workspace.write(OVERVIEW, f"Words.\n\n{line}\n")
    folder = workspace.read()
    texts = folder.editions["2026"].all_texts
    missing = only(diagnostics_of_prose(workspace.edition("2026"), texts))
    assert (missing.severity, missing.hint) == (Severity.ERROR, hint)
    assert places([missing]) == [f"overview.md:3:{column} missing-file"]


def test_a_drawing_that_holds_a_script_is_refused(workspace: Workspace) -> None:
    workspace.write(
        "editions/2026/figures/plot.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>',
    )
    workspace.write(OVERVIEW, "![A plot](figures/plot.svg)\n")
    found = only(
        diagnostics_of_prose(workspace.edition("2026"), workspace.read().editions["2026"].all_texts)
    )
    assert found.severity is Severity.ERROR
    assert found.message == (
        "the picture figures/plot.svg cannot be shown: it holds <script>, which no picture may"
    )


def test_a_drawing_is_shown_as_it_is(workspace: Workspace) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 0"/></svg>'
    workspace.write("editions/2026/figures/plot.svg", drawing)
    workspace.write(OVERVIEW, "![A plot](figures/plot.svg){width=page}\n")
    overview, site = built(workspace)
    assert '<figure class="across cut-out"><img src="pictures/plot.svg" alt="A plot"' in overview
    assert site["2026/pictures/plot.svg"].decode() == drawing


def test_the_tree_for_jekyll_has_the_same_picture_and_links(workspace: Workspace) -> None:
    picture(workspace, "editions/2026/figures/group.jpg", (400, 300))
    workspace.write("editions/2026/files/slides.pdf", "slides")
    workspace.write(
        OVERVIEW,
        '![The group](figures/group.jpg "A caption"){width=50%}\n\n[Slides](files/slides.pdf)\n',
    )
    tree = render_pages(workspace.load(), {Kind.JEKYLL}).jekyll.files
    page = tree["pages/GenAIRecP2026/index.md"].decode()
    address = "/assets/images/GenAIRecP2026/figures/group.jpg"
    assert f'<figure style="width: 50%"><img src="{address}" alt="The group"' in page
    assert "<figcaption>A caption</figcaption></figure>" in page
    assert "[Slides](/assets/files/GenAIRecP2026/slides.pdf)" in page
    assert address.lstrip("/") in tree


def test_what_is_gone_from_the_data_vanishes_from_the_website(workspace: Workspace) -> None:
    file = picture(workspace, "editions/2026/figures/group.jpg", (400, 300))
    workspace.write("editions/2026/files/slides.pdf", "slides")
    workspace.write("editions/2026/pages/travel.md", "# Travel\n\nBy train.\n")
    workspace.write(OVERVIEW, "![The group](figures/group.jpg)\n")

    def build() -> Path:
        finished = workspace.run("build", "2026", "--only", "site,jekyll")
        assert finished.code == 0, finished.output
        return workspace.root / "build/site/2026"

    shown = build() / "pictures/group.jpg"
    before = shown.read_bytes()
    Image.new("RGB", (500, 300), "maroon").save(file)
    build()
    assert shown.read_bytes() != before
    workspace.write(OVERVIEW, "Words.\n")
    (workspace.data / "editions/2026/files/slides.pdf").unlink()
    (workspace.data / "editions/2026/pages/travel.md").unlink()
    site = build()
    for name in ("pictures", "files", "travel"):
        assert not (site / name).exists()
    assert not (workspace.root / "build/jekyll/pages/GenAIRecP2026/travel.md").exists()


def test_a_pdf_links_to_files_and_pages_by_their_whole_addresses(workspace: Workspace) -> None:
    workspace.write("editions/2026/files/slides.pdf", "slides")
    workspace.write("editions/2026/pages/faq.md", "# Questions\n\nNone.\n")
    workspace.append(
        "editions/2026/proposal.md", "\nSee [slides](files/slides.pdf), [more](pages/faq.md).\n"
    )
    rendered = workspace.rendered("2026", "proposal")
    assert rendered.diagnostics == []
    base = "https://genai-personalization.github.io/2026"
    for address, words in (("files/slides.pdf", "slides"), ("faq/", "more")):
        assert f"\\href{{{base}/{address}}}{{{words}}}" in rendered.tex.text


def test_a_pdf_of_a_workshop_without_an_address_says_that_it_cannot_link(
    workspace: Workspace,
) -> None:
    workspace.replace("workshop.yaml", "url: https://genai-personalization.github.io/\n", "")
    workspace.write("editions/2026/files/slides.pdf", "slides")
    workspace.append("editions/2026/proposal.md", "\nSee [slides](files/slides.pdf).\n")
    edition = workspace.edition("2026")
    texts = workspace.read().editions["2026"].all_texts
    assert places(diagnostics_of_prose(edition, texts))[0].endswith(":14 link-not-made")
    rendered = render_document(workspace.root, edition, edition.documents["proposal"])
    assert "See slides." in rendered.tex.text


def test_a_caption_is_a_line_of_markdown(workspace: Workspace) -> None:
    picture(workspace, "editions/2026/figures/group.jpg")
    caption = r"A *rise* of $x^2$ (3 * 4 \*so\*), \"now\"."
    line = f'![A curve](figures/group.jpg "{caption}")'
    workspace.write(OVERVIEW, f"Before.\n\n{line}\n\nBehind.\n")
    overview, _ = built(workspace)
    assert "<figcaption>A <em>rise</em> of <math" in overview
    assert "(3 * 4 *so*), “now”.</figcaption>" in overview


def test_the_caption_of_a_document_cites_and_its_mistakes_are_found(workspace: Workspace) -> None:
    picture(workspace, "editions/2026/curve.png")
    line = '![A curve](curve.png "By [@nobody-at-all], $\\foo$ in {{ acronym }}.")'
    workspace.append("editions/2026/proposal.md", f"\n\n{line}\n")
    found = {diagnostic.code for diagnostic in workspace.check(["2026"])}
    assert {"unknown-citation", "unknown-math"} <= found
