"""The workshop's logo and photo stand on its pages, with names, sizes and files that are right."""

from __future__ import annotations

import json
import re

import pytest
from PIL import Image

from proposal.render.site.picture_cache import wide_photo
from tests.check.findings import EDITION, diagnostics_of
from tests.site.sites import without_documents
from tests.workspace import Workspace

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {}"><rect/></svg>'
KEYS = """
logo: wide.svg
logo_dark: wide-white.svg
picture:
  file: harbour.jpg
  alt: The harbour of "Example" & Town
  credit: A Photographer
"""
ALT = "The harbour of “Example” &amp; Town"


def pictured(workspace: Workspace, keys: str = KEYS) -> Workspace:
    without_documents(workspace)
    workspace.append("workshop.yaml", keys)
    for name in ("wide", "wide-white"):
        workspace.write(f"site/pictures/{name}.svg", DRAWING.format("300 100"))
    folder = workspace.data / "site" / "pictures"
    tilted = Image.new("RGB", (900, 2400), "navy")
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90 degrees, so that it is 2400 pixels wide
    exif[0x010F] = "A Camera"
    tilted.save(folder / "harbour.jpg", exif=exif)
    round_mark = Image.new("RGBA", (400, 400))
    round_mark.paste("teal", (50, 50, 350, 350))
    round_mark.save(folder / "square.png")
    return workspace


def built(workspace: Workspace) -> dict[str, str]:
    finished = workspace.run("build", "--only", "site")
    assert finished.code == 0, finished.output + finished.errors
    return pages_of(workspace, "site")


def pages_of(workspace: Workspace, only: str) -> dict[str, str]:
    root = workspace.root / "build" / only
    return {
        file.relative_to(root).as_posix(): file.read_text(encoding="utf-8")
        for file in root.rglob("*")
        if file.suffix == {"site": ".html", "jekyll": ".md"}[only]
    }


@pytest.fixture(scope="module")
def decorated(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The website and the tree for Jekyll with a logo and a photo; nobody changes them."""
    root = tmp_path_factory.mktemp("decorated") / "workshop"
    workspace = pictured(Workspace.of_the_real_workshop(root))
    finished = workspace.run("build", "--only", "site,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    return workspace


@pytest.fixture(scope="module")
def pages(decorated: Workspace) -> dict[str, str]:
    """The pages of the website by their paths."""
    return pages_of(decorated, "site")


def test_the_logo_stands_in_the_place_of_the_acronym_on_every_page(
    decorated: Workspace, pages: dict[str, str]
) -> None:
    assert len(pages) > 5
    for path, page in pages.items():
        root = "/" if path == "404.html" else "../" * path.count("/")
        brand = re.search(r'<a class="brand".*?</a>', page, re.DOTALL)
        assert brand is not None
        assert 'alt="GenAIRecP" width="120" height="40"' in brand[0]
        assert f'<img src="{root}assets/logo.svg"' in brand[0]
        assert f'srcset="{root}assets/logo-dark.svg"' in brand[0]
        assert "prefers-color-scheme: dark" in brand[0]
        for name in re.findall(r'(?:src|srcset)="([^"]+)"', brand[0]):
            assert (decorated.root / "build/site" / name.replace("../", "").lstrip("/")).is_file()


def test_the_photo_stands_on_the_pages_with_its_words_in_several_sizes(
    decorated: Workspace, pages: dict[str, str]
) -> None:
    page = pages["2026/index.html"]
    assert f'alt="{ALT}" width="1920" height="720"' in page
    assert "A Photographer" in page
    assert f'alt="{ALT}"' in pages["index.html"]
    sources = re.findall(r'srcset="(\.\./assets/picture[^"]+)"', page)
    named = [entry.split() for source in sources for entry in source.split(", ")]
    assert [width for _, width in named] == ["640w", "1280w", "1920w"] * 2
    for name, width in named:
        file = decorated.root / "build/site" / name.removeprefix("../")
        with Image.open(file) as opened:
            assert f"{opened.width}w" == width
            assert dict(opened.getexif()) == {}


def test_a_small_photo_has_one_size(workspace: Workspace) -> None:
    folder = pictured(workspace).data / "site" / "pictures"
    Image.new("RGB", (500, 200), "navy").save(folder / "harbour.jpg")
    made = wide_photo(folder / "harbour.jpg", 0)
    assert made.sizes == ((500, 200),)
    assert (len(made.webp), len(made.jpeg)) == (1, 1)


def test_a_square_logo_is_the_icon_of_pages(workspace: Workspace) -> None:
    pages = built(pictured(workspace, "logo: square.png\n"))
    head = pages["2026/index.html"]
    assert '<link rel="icon" type="image/png" sizes="192x192" href="../assets/icon.png">' in head
    with Image.open(workspace.root / "build/site/assets/icon.png") as icon:
        assert icon.size == (192, 192)
        assert icon.getchannel("A").getpixel((96, 96)) == 255


def test_a_wide_logo_leaves_the_monogram_as_the_icon(
    decorated: Workspace, pages: dict[str, str]
) -> None:
    assert 'type="image/svg+xml" href="../assets/icon.svg"' in pages["2026/index.html"]
    assert b">G<" in (decorated.root / "build/site/assets/icon.svg").read_bytes()


def test_an_edition_shows_its_own_pictures_and_no_dark_logo_of_the_series(
    workspace: Workspace,
) -> None:
    pictured(workspace)
    workspace.append(EDITION, "logo: square.png\npicture: {file: harbour.jpg, alt: The old town}\n")
    pages = built(workspace)
    own, other = pages["2026/index.html"], pages["2024/index.html"]
    assert '<img src="../2026/logo.png"' in own
    assert "logo-dark" not in own
    assert 'alt="The old town"' in own
    assert "A Photographer" not in own
    assert '<img src="../assets/logo.svg"' in other
    assert f'alt="{ALT}"' in other
    assert '<img src="assets/logo.svg"' in pages["index.html"]
    assert 'alt="The old town"' in pages["index.html"]


def linked_data(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data: dict[str, object] = json.loads(found[1])
    return data


def test_search_engines_read_logo_and_photo(pages: dict[str, str]) -> None:
    home = "https://genai-personalization.github.io"
    event, series = linked_data(pages["2026/index.html"]), linked_data(pages["index.html"])
    assert event["image"] == [f"{home}/assets/picture-1920.jpg", f"{home}/2026/card.jpg"]
    assert (series["@type"], series["logo"]) == ("Organization", f"{home}/assets/logo.svg")
    assert series["alternateName"] == "GenAIRecP"


def test_the_tree_for_jekyll_shows_the_photo_and_holds_the_logo(decorated: Workspace) -> None:
    front = pages_of(decorated, "jekyll")["pages/GenAIRecP2026/index.md"].partition("\n---")[0]
    address = "/assets/images/GenAIRecP-picture-1920.jpg"
    assert f'overlay_image: "{address}"' in front
    assert f'og_image: "{address}"' in front
    assert "harbour of" in front
    assert 'caption: "A Photographer"' in front
    files = decorated.root / "build/jekyll"
    assert (files / address.lstrip("/")).is_file()
    assert (files / "assets/images/GenAIRecP-logo.svg").is_file()


def test_the_tree_for_jekyll_is_not_made_without_a_picture_that_is_damaged(
    workspace: Workspace,
) -> None:
    pictured(workspace)
    workspace.append(EDITION, "photos: [{file: day.jpg, alt: A day}]\n")
    workspace.append(EDITION, "sponsors: [{name: Placeholder Labs, logo: labs.png}]\n")
    workspace.append("people/narges-tabari.yaml", "photo: face.jpg\n")
    damaged = (
        *("site/pictures/wide.svg", "site/pictures/harbour.jpg"),
        *("editions/2026/photos/day.jpg", "sponsors/labs.png", "people/photos/face.jpg"),
    )
    for name in damaged:
        (workspace.data / name).parent.mkdir(exist_ok=True)
        (workspace.data / name).write_bytes(b"")
    finished = workspace.run("build", "--only", "jekyll")
    assert finished.code == 1
    lines = finished.output.splitlines()
    for name in damaged:
        said = f"{name.rpartition('/')[2]} cannot be shown: the file is empty"
        (line,) = (line for line in lines if said in line)
        assert ": error: " in line, line
    assert not (workspace.root / "build/jekyll").exists()


@pytest.mark.parametrize(
    ("line", "instead", "code", "message", "hint"),
    [
        (
            "logo: wide.svg",
            "logo: wied.svg",
            "missing-file",
            "there is no file data/site/pictures/wied.svg",
            "did you mean `wide.svg`? Otherwise put the picture there, or delete the line",
        ),
        (
            "logo: wide.svg",
            "logo: pictures/wide.svg",
            "not-a-file-name",
            "`pictures/wide.svg` is a path, and a logo is a file in data/site/pictures/",
            "put the picture there and write its name alone: wide.svg",
        ),
        (
            "  file: harbour.jpg",
            "  file: habour.jpg",
            "missing-file",
            "there is no file data/site/pictures/habour.jpg",
            "did you mean `harbour.jpg`? Otherwise put the picture there, or delete the line",
        ),
        (
            "logo: wide.svg\n",
            "",
            "dark-without-light",
            "`logo_dark` stands here, and no `logo` for light grounds",
            "add `logo: …`; a logo for both grounds is `logo` alone",
        ),
        (
            KEYS[KEYS.index("picture:") :],
            "picture: harbour.jpg\n",
            "picture-without-alt",
            "what the photo `harbour.jpg` shows is not said",
            "write {file: harbour.jpg, alt: …}",
        ),
        (
            "picture:\n",
            "photo:\n",
            "unknown-key",
            "`photo` is no known key",
            (
                "did you mean `picture`? It is `{file: harbour.jpg, alt: What it shows}`, of a "
                "file in data/site/pictures/; a portrait is the `photo` in a person's file"
            ),
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_line(
    workspace: Workspace, line: str, instead: str, code: str, message: str, hint: str
) -> None:
    pictured(workspace)
    workspace.replace("workshop.yaml", line, instead)
    project = workspace.load()
    found = [one for one in project.diagnostics_of(["2026"]) if one.code == code]
    assert [(one.message, one.hint) for one in found] == [(message, hint)]
    assert found[0].span is not None
    assert found[0].span.file.name == "workshop.yaml"


def test_a_missing_picture_is_said_once_for_all_editions(workspace: Workspace) -> None:
    pictured(workspace)
    (workspace.data / "site/pictures/wide.svg").unlink()
    finished = workspace.run("build", "--all", "--only", "site")
    assert finished.code == 1
    assert (finished.output + finished.errors).count("[missing-file]") == 1


@pytest.mark.parametrize(
    "contents",
    [
        {
            "harbour.jpg": (b"no picture", "harbour.jpg cannot be shown: it is no picture"),
            "wide.svg": (b"<svg><script/></svg>", "wide.svg cannot be shown: it begins with <svg>"),
        },
        {
            "harbour.jpg": (DRAWING.format("3 1").encode(), "it is a picture of the kind SVG"),
            "wide-white.svg": (b"", "wide-white.svg cannot be shown: the file is empty"),
        },
    ],
    ids=["of other formats", "drawings"],
)
def test_files_that_are_no_pictures_stop_the_website_and_are_named(
    workspace: Workspace, contents: dict[str, tuple[bytes, str]]
) -> None:
    pictured(workspace)
    for name, (content, _) in contents.items():
        (workspace.data / "site/pictures" / name).write_bytes(content)
    finished = workspace.run("build", "--only", "site")
    assert finished.code == 1
    said = (finished.output + finished.errors).splitlines()
    for _, message in contents.values():
        (line,) = (line for line in said if message in line)
        assert "workshop.yaml:" in line
        assert ": error: " in line
    assert sum("[not-a-picture]" in line for line in said) == len(contents)


def test_a_picture_that_no_key_names_is_reported(workspace: Workspace) -> None:
    pictured(workspace)
    messages = [found.message for found in diagnostics_of(workspace, "unused-file")]
    assert "neither a `logo` nor a `picture` is square.png, so it is shown nowhere" in messages
    assert not any("wide" in message or "harbour" in message for message in messages)


def test_without_pictures_the_acronym_stands_there(workspace: Workspace) -> None:
    without_documents(workspace)
    page = built(workspace)["2026/index.html"]
    assert '<a class="brand" href="../2026/">GenAIRecP <span>2026</span></a>' in page
    assert '<figure class="photo"' not in page
