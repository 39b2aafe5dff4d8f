"""Rules on photos: each can be understood without being seen, and is shown once."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic


def photo_without_alt(subject: Subject) -> Iterator[Diagnostic]:
    """Whoever does not see a photo hears only that there is one."""
    for photo in subject.files.edition.photos:
        if photo.alt is None:
            message = f"what the photo {photo.file} shows is not said"
            hint = f"write {{file: {photo.file}, alt: …}}, with what one sees in a sentence"
            yield diagnostic("photo-without-alt", message, photo.place("file"), hint)


def repeated_photo(subject: Subject) -> Iterator[Diagnostic]:
    """A photo that is listed twice is shown twice."""
    seen: set[str] = set()
    for photo in subject.files.edition.photos:
        if photo.file in seen:
            message = f"the photo {photo.file} is listed twice"
            yield diagnostic("repeated-photo", message, photo.place("file"), "delete one of them")
        seen.add(photo.file)


PHOTO: tuple[Rule, ...] = (photo_without_alt, repeated_photo)
