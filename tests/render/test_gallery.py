"""Photos of the day make a gallery on the edition's page and in the tree for Jekyll."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import pytest
from PIL import Image

from proposal.build.pages import render_pages
from proposal.build.request import Kind
from proposal.diagnostics import Diagnostic
from tests.check.facts.conftest import after_change
from tests.check.findings import diagnostics_of, only_diagnostic_of, where
from tests.photos import EDITION, folder_of, with_photos
from tests.workspace import Workspace

PICTURES = "assets/images/GenAIRecP2026/photos"


def rendered(workspace: Workspace, kind: Kind = Kind.SITE) -> Mapping[str, bytes]:
    pages = render_pages(workspace.load(), {kind})
    tree = pages.site if kind is Kind.SITE else pages.jekyll
    assert tree.diagnostics == []
    return tree.files


def said_of(workspace: Workspace) -> list[Diagnostic]:
    return render_pages(workspace.load(), {Kind.SITE}).site.diagnostics


def test_photos_are_scaled_upright_and_say_nothing_of_where_they_were_taken(
    workspace: Workspace,
) -> None:
    files = rendered(with_photos(workspace))
    photos = {name: content for name, content in files.items() if "/photos/" in name}
    sizes = {}
    for name, content in photos.items():
        with Image.open(io.BytesIO(content)) as picture:
            sizes[name.removeprefix("2026/photos/")] = picture.size
            assert not picture.getexif()
            assert "A camera" not in content.decode("latin-1")
            assert picture.format == ("WEBP" if name.endswith(".webp") else "JPEG")
    expected = {
        "group-400": (400, 267),
        "group-800": (800, 533),
        "group-1920": (1920, 1280),
        "turned-300": (300, 400),
        "turned-600": (600, 800),
        "turned-1200": (1200, 1600),
        "group-2-300": (300, 200),
    }
    assert sizes == {
        f"{name}.{suffix}": size for name, size in expected.items() for suffix in ("jpg", "webp")
    }


def test_a_photo_leads_to_its_large_version_without_a_script(workspace: Workspace) -> None:
    files = rendered(with_photos(workspace))
    page = files["2026/index.html"].decode()
    section = re.search(r'<section id="photos".*?</section>', page, re.DOTALL)
    assert section
    links = re.findall(r'<a href="\.\./([^"]+)"( aria-label="[^"]*")?>', section[0])
    assert links == [
        ("2026/photos/group-1920.jpg", ""),
        ("2026/photos/turned-1200.jpg", ""),
        ("2026/photos/group-2-300.jpg", ' aria-label="Photo 3 of 3"'),
    ]
    for address in re.findall(r"2026/photos/[\w.-]+", section[0]):
        assert address in files
    pictures = re.findall(
        r'<img [^>]*alt="([^"]*)" width="(\d+)" height="(\d+)" loading="lazy">', section[0]
    )
    assert pictures == [
        ("Thirty people on steps", "1920", "1280"),
        ("A speaker at a board", "1200", "1600"),
        ("", "300", "200"),
    ]
    assert section[0].count("<figcaption>") == 1
    assert '<figcaption>All of us <span class="quiet">By A Photographer</span>' in section[0]


def test_the_tree_for_jekyll_has_the_gallery(workspace: Workspace) -> None:
    files = rendered(with_photos(workspace), Kind.JEKYLL)
    assert {name for name in files if "/photos/" in name} == {
        f"{PICTURES}/{name}.jpg"
        for name in ("group-800", "group-1920", "turned-600", "turned-1200", "group-2-300")
    }
    page = files["pages/GenAIRecP2026/index.md"].decode()
    assert f'url: "/{PICTURES}/group-1920.jpg"' in page
    assert 'alt: "Thirty people on steps"' in page
    assert "\n# Photos\n" in page
    assert "# Photos" not in files["pages/GenAIRecP2024/index.md"].decode()


def test_without_photos_there_is_no_gallery(workspace: Workspace) -> None:
    assert 'id="photos"' not in rendered(workspace)["2026/index.html"].decode()


def test_a_missing_photo_is_an_error_at_its_line(workspace: Workspace) -> None:
    with_photos(workspace)
    workspace.replace(EDITION, "{file: group.jpg", "{file: grup.jpg")
    found = workspace.resolve("2026")[1]
    (missing,) = [one for one in found if one.code == "missing-file"]
    assert missing.message == "there is no file data/editions/2026/photos/grup.jpg"
    assert missing.hint
    assert "did you mean `group.jpg`?" in missing.hint
    assert where(missing) == workspace.place_of(EDITION, "grup.jpg")


@pytest.mark.parametrize(
    ("content", "reason", "hint"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0", "of the kind HEIC, which cannot be read", "export it as"),
        (b"\xff\xd8\xff\xe0 no more", "damaged, or ends too early", "copy it again"),
        (b"", "the file is empty", "copy it again"),
    ],
)
def test_a_photo_that_cannot_be_shown_is_an_error_at_its_line(
    content: bytes, reason: str, hint: str, workspace: Workspace
) -> None:
    with_photos(workspace)
    (folder_of(workspace) / "turned.jpg").write_bytes(content)
    (found,) = said_of(workspace)
    assert found.code == "not-a-picture"
    assert reason in found.message
    assert hint in (found.hint or "")
    assert where(found) == workspace.place_of(EDITION, "turned.jpg")


@pytest.mark.parametrize(
    ("written", "code", "hint"),
    [
        ("https://example.org/a.jpg", "not-a-file-name", "save the picture in"),
        ("photos/a.jpg", "not-a-file-name", "write its name alone: a.jpg"),
        ("../../../a.jpg", "not-a-file-name", "write its name alone: a.jpg"),
        ("IMG 1 (2).jpg", "not-a-file-name", "rename the file"),
        ("{image: a.jpg}", "unknown-key", "did you mean `file`?"),
        ("{file: a.jpg, photographer: B}", "unknown-key", "did you mean `credit`?"),
    ],
)
def test_what_is_no_name_of_a_photo_is_refused(
    written: str, code: str, hint: str, workspace: Workspace
) -> None:
    workspace.append(EDITION, f"photos:\n  - {written}\n")
    found = [one for one in workspace.read().diagnostics if one.code == code]
    assert any(hint in (one.hint or "") for one in found), found


def test_a_folder_in_place_of_photos_is_refused(workspace: Workspace) -> None:
    workspace.append(EDITION, "photos: photos/\n")
    (found,) = [one for one in workspace.read().diagnostics if one.code == "not-a-list"]
    assert found.hint
    assert "- {file: group.jpg, alt: What it shows}" in found.hint


def test_too_many_photos_are_refused(workspace: Workspace) -> None:
    workspace.append(EDITION, "photos:\n" + "".join(f"  - a{n}.jpg\n" for n in range(101)))
    (found,) = [one for one in workspace.read().diagnostics if one.code == "too-many"]
    assert found.message == "there are 101 photos; there can be at most 100"


def test_a_photo_without_words_for_it_is_reported(workspace: Workspace) -> None:
    with_photos(workspace)
    found = only_diagnostic_of(workspace, "photo-without-alt")
    assert found.message == "what the photo Group.png shows is not said"
    assert where(found) == workspace.place_of(EDITION, "Group.png")


def test_a_photo_that_is_listed_twice_or_not_at_all_is_reported(workspace: Workspace) -> None:
    with_photos(workspace)
    assert diagnostics_of(workspace, "unused-file") == []
    workspace.append(EDITION, "  - turned.jpg\n")
    (folder_of(workspace) / "Group.png").rename(folder_of(workspace) / "other.png")
    workspace.replace(EDITION, "  - Group.png\n", "")
    assert only_diagnostic_of(workspace, "repeated-photo").message == (
        "the photo turned.jpg is listed twice"
    )
    unused = only_diagnostic_of(workspace, "unused-file")
    assert unused.message == "`photos` of edition 2026 does not list other.png"


def test_what_tampers_with_captions_is_found(workspace: Workspace) -> None:
    with_photos(workspace)
    (workspace.data / "editions" / "2026" / "calendar.yaml").unlink()
    finished = workspace.run("build", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    for file in ("site/2026/index.html", "jekyll/pages/GenAIRecP2026/index.md"):
        for value, wrong, fact in (
            ("All of us", "None of us", "photos.group.caption"),
            ("By A Photographer", "By Somebody", "photos.group.credit"),
            ("A speaker at a board", "A speaker at a table", "photos.turned.alt"),
        ):
            found = after_change(workspace, file, value, wrong)
            assert any(f" {fact}" in diagnostic.message for diagnostic in found), (file, fact)
