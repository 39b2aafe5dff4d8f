"""The gallery of photos in a Jekyll site."""

from __future__ import annotations

from pathlib import Path

from tests.jekyll.sites import built_site, text_of
from tests.photos import with_photos
from tests.workspace import Workspace


def test_photos_lead_to_their_large_versions(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "jekyll"
    folder.mkdir()
    site = built_site(with_photos(workspace), "theme", folder)
    section = site.edition("2026").section("photos")
    links = list(section.iter("a"))
    assert [link.get("aria-label") for link in links] == [None, None, "Photo 3"]
    for link in links:
        picture = link.find("img")
        assert picture is not None
        for address in (link.attrib["href"], picture.attrib["src"]):
            assert (site.folder / address.lstrip("/")).is_file(), address
    assert [picture.attrib["alt"] for picture in section.iter("img")] == [
        *("Thirty people on steps", "A speaker at a board", ""),
    ]
    captions = [text_of(caption) for caption in section.iter("figcaption")]
    assert captions == ["All of us By A Photographer"]
