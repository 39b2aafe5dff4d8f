"""Makes of an edition the volume of its papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from proposal.diagnostics import Diagnostic, error
from proposal.edition.edition import Edition
from proposal.edition.marked_values import Day
from proposal.edition.participants import Person
from proposal.edition.prose_value import as_prose
from proposal.edition.volume import Volume, licence_of
from proposal.model.loading.folder import EditionFiles, Folder
from proposal.model.records.paper import Participant
from proposal.model.records.proceedings_record import preface_names


def volume_of(
    edition: Edition,
    files: EditionFiles,
    people: Callable[[Sequence[Participant]], tuple[Person, ...]],
) -> Volume:
    """The volume of an edition of which all else is resolved.

    Args:
        edition: the edition.
        files: its files.
        people: who some participants are on the edition's day.
    """
    source = files.edition.proceedings
    title = edition.language.gettext("Proceedings of the %(title)s", title=edition.title)
    day = edition.when.date
    texts = [files.texts.get(name) for name in preface_names(source)]
    return Volume(
        title=source.title or f"{title} ({edition.short_name})",
        editors=people(source.editors) or tuple(chair.person for chair in edition.organizers),
        prefaces=tuple(text for text in texts if text is not None),
        publisher=source.publisher,
        series=source.series,
        number=source.volume,
        date=Day(source.date, language=edition.language) if source.date else day,
        is_dated=source.date is not None,
        isbn=source.isbn,
        issn=source.issn,
        doi=source.doi,
        rights=source.rights,
        licence=licence_of(source.licence, source.licence_version) if source.licence else None,
        copyright=as_prose(source.copyright) if source.copyright else None,
        first_page=source.first_page,
        is_public=source.public,
        span=source.span,
    )


def missing_prefaces(folder: Folder, files: EditionFiles) -> list[Diagnostic]:
    """The prefaces that are named and are not there."""
    found = []
    for index, name in enumerate(files.edition.proceedings.prefaces):
        file = files.folder / name
        if name not in files.texts and file not in folder.unreadable:
            message = f"there is no file {file.relative_to(folder.root)}"
            place = files.edition.proceedings.place("prefaces", index)
            found.append(error("missing-file", message, place, "write it, or correct the name"))
    return found
