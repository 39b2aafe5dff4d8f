"""Photos for the gallery of the real workshop's edition of 2026."""

from __future__ import annotations

from pathlib import Path

from PIL import ExifTags, Image

from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
LISTED = """\
photos:
  - {file: group.jpg, alt: Thirty people on steps, caption: All of us, credit: By A Photographer}
  - {file: turned.jpg, alt: A speaker at a board}
  - Group.png
"""
UPRIGHT_IF_TURNED = 6
"""The value of EXIF's orientation of a camera that was held upright."""


def folder_of(workspace: Workspace) -> Path:
    folder = workspace.data / "editions" / "2026" / "photos"
    folder.mkdir(exist_ok=True)
    return folder


def with_photos(workspace: Workspace) -> Workspace:
    """Give the edition three photos, two of which know where they were taken."""
    for name, size, orientation in (
        ("group.jpg", (2400, 1600), 1),
        ("turned.jpg", (1600, 1200), UPRIGHT_IF_TURNED),
        ("Group.png", (300, 200), 1),
    ):
        exif = Image.Exif()
        exif[ExifTags.Base.Make] = "A camera"
        exif[ExifTags.Base.Orientation] = orientation
        exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (41.0, 23.0, 2.0)
        picture = Image.radial_gradient("L").resize(size).convert("RGB")
        picture.save(folder_of(workspace) / name, exif=exif)
    workspace.append(EDITION, LISTED)
    return workspace
