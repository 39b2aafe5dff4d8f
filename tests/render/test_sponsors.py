"""Sponsors are shown by their levels, with logos that can be seen and do nothing else."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from proposal.importers.jekyll.edition_reader import read_jekyll
from proposal.render.logos import size_of_area, sponsor_wall
from proposal.render.picture_kinds import PictureError
from proposal.render.svg_safety import size_of_safe_drawing
from tests.check.findings import EDITION, diagnostics_of
from tests.importers.bringing import imports, new_folder
from tests.workspace import Workspace

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">{}</svg>'

SPONSORS = """
sponsors:
  - {name: Fourth, level: Friends}
  - {name: Third, level: Gold, logo: third.jpg}
  - {name: Second, level: Platinum}
  - {name: First, level: Gold, logo: first.svg, logo_dark: first-dark.svg, url: "https://first.org/"}
  - {name: Fifth}
"""
LEVELS = "sponsor_levels: [Platinum, Gold, Friends]\n"


def sponsored(workspace: Workspace, text: str = SPONSORS + LEVELS) -> Workspace:
    workspace.append(EDITION, text)
    folder = workspace.data / "sponsors"
    folder.mkdir()
    Image.new("RGB", (2000, 2400), "white").save(folder / "third.jpg")
    with Image.open(folder / "third.jpg") as empty:
        empty.load()
    whole = Image.new("RGB", (2000, 2400), "white")
    whole.paste("maroon", (500, 400, 1500, 2000))
    whole.save(folder / "third.jpg", quality=95)
    for name in ("first", "first-dark"):
        (folder / f"{name}.svg").write_text(DRAWING.format("<rect/>"), encoding="utf-8")
    return workspace


def names(workspace: Workspace) -> list[str]:
    return [sponsor.name for sponsor in workspace.edition("2026").sponsors]


# Levels


def test_levels_stand_in_the_order_of_their_list(workspace: Workspace) -> None:
    assert names(sponsored(workspace)) == ["Second", "Third", "First", "Fourth", "Fifth"]


def test_without_a_list_levels_stand_as_they_come(workspace: Workspace) -> None:
    assert names(sponsored(workspace, SPONSORS)) == ["Fourth", "Third", "First", "Second", "Fifth"]


def test_a_level_that_is_not_in_the_list_is_an_error(workspace: Workspace) -> None:
    sponsored(workspace)
    workspace.replace(EDITION, "name: Second, level: Platinum", "name: Second, level: Platinium")
    _, diagnostics = workspace.resolve("2026")
    (found,) = [diagnostic for diagnostic in diagnostics if diagnostic.code == "unknown-level"]
    assert found.message == "`Platinium` is not among `sponsor_levels`"
    assert found.hint == "did you mean `Platinum`?"
    assert found.span is not None
    assert f"edition.yaml:{found.span.line}:{found.span.column}" == workspace.place_of(
        EDITION, "Platinium"
    )


# Files


@pytest.mark.parametrize(
    ("logo", "code", "message"),
    [
        ("thrid.jpg", "missing-file", "there is no file data/sponsors/thrid.jpg"),
        ("logos/third.jpg", "not-a-file-name", "a logo is a file in data/sponsors/"),
        (
            '"https://third.org/logo.svg"',
            "not-a-file-name",
            "is a web address, and a logo is a file of this folder",
        ),
    ],
)
def test_a_logo_is_a_file_that_is_there(
    workspace: Workspace, logo: str, code: str, message: str
) -> None:
    sponsored(workspace)
    workspace.replace(EDITION, "logo: third.jpg", f"logo: {logo}")
    _, diagnostics = workspace.resolve("2026")
    (found,) = [diagnostic for diagnostic in diagnostics if diagnostic.code == code]
    assert message in found.message
    if code == "missing-file":
        assert found.hint == (
            "did you mean `third.jpg`? Otherwise put the picture there, or delete the line"
        )


def test_a_logo_that_no_sponsor_has_is_reported(workspace: Workspace) -> None:
    sponsored(workspace)
    workspace.write("sponsors/old.svg", DRAWING.format(""))
    messages = [found.message for found in diagnostics_of(workspace, "unused-file")]
    assert messages == ["no sponsor has old.svg as `logo`, so it is shown nowhere"]


def test_a_large_picture_loses_its_margins_and_is_made_smaller(workspace: Workspace) -> None:
    wall = sponsor_wall(sponsored(workspace).edition("2026"))
    assert wall.diagnostics == []
    assert set(wall.files) == {"third.webp", "third.png", "first.svg", "first-dark.svg"}
    with Image.open(io.BytesIO(wall.files["third.png"])) as made:
        assert made.size == pytest.approx((262, 420), abs=4)
    third = wall.tiers[1].sponsors[0].logo
    assert third is not None
    assert third.width / third.height == pytest.approx(1000 / 1600, abs=0.02)


def test_a_transparent_picture_stays_so(workspace: Workspace) -> None:
    sponsored(workspace)
    cut_out = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    cut_out.paste("teal", (100, 150, 300, 250))
    cut_out.putpixel((150, 200), (0, 0, 0, 0))
    cut_out.save(workspace.data / "sponsors/third.jpg", "PNG")
    wall = sponsor_wall(workspace.edition("2026"))
    with Image.open(io.BytesIO(wall.files["third.png"])) as made:
        assert (made.mode, made.size) == ("RGBA", (200, 100))


@pytest.mark.parametrize("ratio", [0.4, 1, 2.5, 5])
def test_logos_are_as_large_as_each_other_whatever_their_form(ratio: float) -> None:
    width, height = size_of_area(ratio, 12_000)
    assert width / height == pytest.approx(ratio, rel=0.03)
    assert width * height == pytest.approx(12_000, rel=0.2) or height == 140


def test_no_logo_is_wider_than_a_phone() -> None:
    assert size_of_area(50, 24_000) == (300, 6)


# Drawings


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<script>alert(1)</script>", "it holds <script>"),
        ('<rect onclick="alert(1)"/>', "it holds a script (`onclick`)"),
        ("<foreignObject/>", "it holds <foreignObject>"),
        ('<b xmlns="http://www.w3.org/1999/xhtml"/>', "it holds <b>"),
        (
            '<image href="https://a.org/x.png"/>',
            "it refers to another place (`https://a.org/x.png`)",
        ),
        ('<use href="other.svg#a"/>', "it refers to another place (`other.svg#a`)"),
        ('<a href="javascript:alert(1)"/>', "it refers to another place (`javascript:alert(1)`)"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "it refers to another place"),
        ('<rect fill="url(https://a.org/#b)"/>', "its style refers to another place"),
        ("<style>@import 'a.css';</style>", "its style holds `@import`"),
        ("<style>rect { fill: u\\72l(https://a.org) }</style>", "its style holds a backslash"),
        ("<rect style=\"fill: url('//a.org/b')\"/>", "its style refers to another place"),
        ('<set attributeName="href" to="https://a.org"/>', "it moves (<set>)"),
        ('<g xml:base="https://a.org/"/>', "it refers to another place"),
    ],
)
def test_a_drawing_that_does_more_than_be_seen_is_refused(inside: str, reason: str) -> None:
    with pytest.raises(PictureError, match=re.escape(reason)) as refused:
        size_of_safe_drawing(DRAWING.format(inside).encode())
    assert refused.value.hint("logo.svg") == (
        "export it as JPEG or PNG, or type: rsvg-convert -w 1000 -o logo.png logo.svg"
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + DRAWING.format(""), "it declares entities"),
        ('<?xml-stylesheet href="a.css"?>' + DRAWING.format(""), "(<?xml-stylesheet?>)"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', "it is no SVG that can be read"),
        ("<html/>", "it begins with <html>"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "it does not say how large it is"),
    ],
)
def test_a_file_that_is_no_drawing_of_a_size_is_refused(text: str, reason: str) -> None:
    with pytest.raises(PictureError, match=re.escape(reason)):
        size_of_safe_drawing(text.encode())


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (DRAWING.format('<use href="#a"/><rect fill="url(#b)"/>'), (300, 100)),
        (DRAWING.format('<image href="data:image/png;base64,iVBORw0="/>'), (300, 100)),
        ('<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "a" "b">' + DRAWING.format(""), (300, 100)),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="2in" height="48"/>', (192, 48)),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0 4 2" width="9"/>', (4, 2)),
    ],
)
def test_a_drawing_that_can_only_be_seen_is_taken(text: str, size: tuple[float, float]) -> None:
    assert size_of_safe_drawing(text.encode()) == size


# Pages


def test_pages_show_tiers_with_logos_that_name_their_sponsors(workspace: Workspace) -> None:
    finished = sponsored(workspace).run("build", "--only", "site,jekyll,text")
    assert finished.code == 0, finished.output
    build = workspace.root / "build"
    page = (build / "site/2026/index.html").read_text(encoding="utf-8")
    section = page[page.index('<section id="sponsors"') : page.index('<section id="cite"')]
    assert re.findall(r'<h3 class="tier">(\w+)', section) == ["Platinum", "Gold", "Friends"]
    assert re.findall(r'<img src="([^"]+)" alt="(\w+)"', section) == [
        *(("sponsors/third.png", "Third"), ("sponsors/first.svg", "First")),
        ("sponsors/first-dark.svg", "First"),
    ]
    assert '"logo": "https://genai-personalization.github.io/2026/sponsors/first.svg"' in page
    assert (build / "site/2026/sponsors/third.webp").is_file()
    front = (build / "jekyll/pages/GenAIRecP2026/index.md").read_text(encoding="utf-8")
    assert 'logo: "/assets/images/GenAIRecP2026/sponsors/third.png"' in front
    assert (build / "jekyll/assets/images/GenAIRecP2026/sponsors/first.svg").is_file()
    call = (build / "2026/cfp.txt").read_text(encoding="utf-8")
    listed = ["Second (Platinum)", "Third (Gold)", "First (Gold)", "Fourth (Friends)", "Fifth"]
    assert "".join(f"* {sponsor}\n" for sponsor in listed) + "\nContact" in call


def test_an_unsafe_logo_stops_the_website_and_is_named_at_its_line(workspace: Workspace) -> None:
    sponsored(workspace)
    workspace.write("sponsors/first.svg", DRAWING.format("<script/>"))
    finished = workspace.run("build", "--only", "site")
    assert finished.code == 1
    shown = " ".join(finished.output.split())
    assert workspace.place_of(EDITION, "first.svg") in shown
    assert "first.svg cannot be shown: it holds <script>, which no picture may" in shown


def test_prose_sets_the_sponsors_by_name(workspace: Workspace) -> None:
    workspace.append("editions/2026/overview.md", "\nThanks to {{ sponsors | names }}.\n")
    finished = sponsored(workspace).run("build", "--only", "site")
    assert finished.code == 0, finished.output
    page = (workspace.root / "build/site/2026/index.html").read_text(encoding="utf-8")
    assert "Thanks to Second, Third, First, Fourth, and Fifth." in page


def test_sponsors_are_read_back_from_the_jekyll_page(
    workspace: Workspace, tmp_path_factory: Any
) -> None:
    assert sponsored(workspace).run("build", "--only", "jekyll").code == 0
    again = new_folder(tmp_path_factory.mktemp("again") / "workshop")
    output = imports(again, "jekyll", workspace.root / "build/jekyll").output
    assert output.count("[no-logo]") == 2
    found = again.read().editions["2026"].edition.sponsors
    assert [(sponsor.name, sponsor.level, sponsor.url) for sponsor in found] == [
        *(("Second", "Platinum", None), ("Third", "Gold", None)),
        *(("First", "Gold", "https://first.org/"), ("Fourth", "Friends", None)),
        ("Fifth", None, None),
    ]


def test_logos_on_a_page_name_sponsors(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "---\ntitle: First Workshop on Things\nexcerpt: May 4, 2026\n---\n# Sponsors\n\n## Gold\n\n"
        '<a href="https://first.org/"><img src="/a.png" alt="First"></a>\n\n'
        "![Second](/b.png)\n\n![logo](/c.png)\n",
        encoding="utf-8",
    )
    assert read_jekyll(page, "2026").edition["sponsors"] == [
        {"name": "First", "url": "https://first.org/", "level": "Gold"},
        {"name": "Second", "level": "Gold"},
    ]
