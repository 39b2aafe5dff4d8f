"""A picture's width, kind and sharpness, as prose asks for them and print shows them."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from proposal.doctor import Group
from proposal.render.latex.converted import picture_of
from tests import pdf
from tests.build.drawn_pictures import draw
from tests.parts import require
from tests.workspace import Workspace

COLUMN = 241  # points


def summary(workspace: Workspace, *pictures: str) -> None:
    workspace.write("editions/2024/summary.md", "# One\n\nText.\n\n" + "\n\n".join(pictures) + "\n")


def widths(file: Path) -> list[float]:
    """The widths in points of the pictures of a PDF, in the order in which they are set."""
    found = []
    for page in pypdf.PdfReader(file).pages:

        def seen(operator: bytes, operands: object, matrix: list[float], *_: object) -> None:
            if operator == b"Do":
                found.append(round(matrix[0], 1))

        page.extract_text(visitor_operand_before=seen)
    return found


def test_pictures_stand_in_folders_and_are_as_wide_as_is_asked_for(workspace: Workspace) -> None:
    require(Group.DOCUMENTS)
    for name, pixels in (("figures/half.png", 600), ("whole.jpg", 1100), ("page.png", 2200)):
        kind = "JPEG" if name.endswith("jpg") else "PNG"
        draw(workspace.data / "editions/2024" / name, pixels, kind)
    summary(
        workspace,
        '![A half](figures/half.png "Half."){width=50%}',
        '![A whole](whole.jpg "Whole.")',
        '![A page](page.png "Page."){width=page}',
    )
    finished = workspace.build("2024", "--document", "camera-ready")
    assert finished.code == 0, finished.output
    assert "coarse" not in finished.output
    file = workspace.pdf()
    assert sorted(round(width / COLUMN, 1) for width in widths(file)) == [0.5, 1.0, 2.1]
    text = pdf.flowing(pdf.raw_text(file))
    for caption in ("Figure 1: Half.", "Figure 2: Whole.", "Figure 3: Page."):
        assert caption in text
    assert "width=" not in text


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("a.svg", "rsvg-convert -f pdf -o a.pdf a.svg"),
        ("a.heic", "magick a.heic a.png"),
        ("a.eps", "epstopdf a.eps"),
    ],
)
def test_other_kinds_are_refused_with_what_to_type(
    workspace: Workspace, name: str, hint: str
) -> None:
    summary(workspace, f"![A thing]({name})")
    finished = workspace.run("build", "2024", "--only", "pdf")
    assert finished.code == 1
    assert f"summary.md:5:1: error: `{name}` is no name of a picture" in finished.output
    assert hint in finished.output


def test_a_picture_that_is_not_what_its_name_says_is_refused(workspace: Workspace) -> None:
    draw(workspace.data / "editions/2024/a.png", 900, "GIF")
    summary(workspace, "![A thing](a.png)")
    finished = workspace.run("build", "2024", "--only", "pdf")
    assert finished.code == 1
    assert "the picture a.png is of the kind GIF, whatever its name says" in finished.output


def test_a_width_that_is_none_is_reported(workspace: Workspace) -> None:
    draw(workspace.data / "editions/2024/a.png", 900)
    summary(workspace, "![A thing](a.png){width=3cm}")
    finished = workspace.run("build", "2024", "--only", "pdf")
    assert "summary.md:5:1: error: `3cm` is no width of a picture" in finished.output


def test_a_coarse_picture_is_warned_of_with_the_pixels_it_needs(workspace: Workspace) -> None:
    require(Group.DOCUMENTS)
    draw(workspace.data / "editions/2024/a.png", 200)
    summary(workspace, "![A thing](a.png)")
    finished = workspace.run("build", "2024", "--document", "camera-ready")
    assert finished.code == 0
    assert "warning: the picture a.png has 59 dots an inch in print" in finished.output
    assert "export it 1001 pixels wide" in finished.output


def test_other_kinds_are_set_as_png(workspace: Workspace) -> None:
    require(Group.DOCUMENTS)
    kinds = {"a.webp": "WebP", "b.gif": "GIF", "c.tiff": "TIFF", "d.bmp": "BMP"}
    for name, kind in kinds.items():
        draw(workspace.data / "editions/2024" / name, 1100, kind)
    summary(workspace, *(f"![A thing]({name})" for name in kinds))
    finished = workspace.build("2024", "--document", "camera-ready")
    assert finished.code == 0, finished.output
    before = {}
    for line, name in enumerate(kinds, 1):
        note = f"summary.md:{3 + 2 * line}:1: note: the picture {name} is set as PNG"
        assert note in finished.output
        beside = workspace.pdf().with_name(name).with_suffix(".png")
        with Image.open(beside) as made:
            assert (made.format, made.size) == ("PNG", (1100, 550)), name
            red, green, blue = made.convert("RGB").getpixel((9, 9))  # type: ignore[misc]  # three channels
        assert (red < 9, abs(green - 128) < 9, abs(blue - 128) < 9) == (True, True, True), name
        before[beside] = beside.read_bytes()
    # Another test may put a picture there meanwhile.
    shutil.rmtree(Path(os.environ["XDG_CACHE_HOME"]) / "proposal/pictures", ignore_errors=True)
    workspace.run("build", "2024", "--document", "camera-ready", "--force")
    assert {file: file.read_bytes() for file in before} == before


def test_of_a_moving_picture_the_first_frame_is_set_on_white_without_its_metadata(
    tmp_path: Path,
) -> None:
    frames = [Image.new("RGBA", (20, 10), colour) for colour in ("#ff000000", "#00ff00ff")]
    file = tmp_path / "a.gif"
    frames[0].save(file, save_all=True, append_images=frames[1:], comment=b"a secret")
    picture, done = picture_of(file)
    assert done == "is set as PNG, the first of its 2 frames"
    assert picture.name == "a.png"
    assert b"secret" not in picture.content
    with Image.open(io.BytesIO(picture.content)) as made:
        assert made.mode == "RGB"
        assert made.getpixel((3, 3)) == (255, 255, 255)


def test_a_picture_in_the_colours_of_a_press_is_set_in_those_of_screens(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    Image.new("CMYK", (20, 10), (255, 0, 0, 0)).save(file, "JPEG")
    picture, done = picture_of(file)
    assert "RGB" in done
    with Image.open(io.BytesIO(picture.content)) as made:
        assert (made.format, made.mode) == ("JPEG", "RGB")


def test_a_damaged_picture_is_reported(workspace: Workspace) -> None:
    (workspace.data / "editions/2024/a.gif").write_bytes(b"GIF89a, and no more")
    summary(workspace, "![A thing](a.gif)")
    finished = workspace.run("build", "2024", "--only", "pdf")
    assert finished.code == 1
    assert "summary.md:5:1: error: the picture a.gif cannot be read" in finished.output
