"""Rules on files of one's own, which are copied to the website byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic, Span
from proposal.model.own_file_names import OWN_FILES

_PHOTOS = {".jpg", ".jpeg"}


def position_in_photo(subject: Subject) -> Iterator[Diagnostic]:
    """A photo that is copied as it is says where it was taken, if the camera wrote it down."""
    site = subject.folder.site
    for own in (site.series, *site.editions.values()):
        for name, file in own.files.items():
            if file.suffix.lower() in _PHOTOS and _has_position(file):
                message = f"{OWN_FILES}/{name} tells where the photo was taken (EXIF)"
                hint = "export it without its place; a picture that a text shows loses it by itself"
                yield diagnostic("position-in-photo", message, Span.of_file(file), hint)


def _has_position(file: Path) -> bool:
    from proposal.render.pictures import has_position  # noqa: PLC0415 - slow to load

    try:
        return has_position(file.read_bytes())
    except OSError:
        return False


OWN_FILE_RULES: tuple[Rule, ...] = (position_in_photo,)
"""What is copied to the website and was not meant for everybody."""
