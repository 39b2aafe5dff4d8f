"""The pictures of the workshop itself: its logo, and a wide photo of the place or the group."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from proposal.diagnostics import Diagnostic, Span, error
from proposal.edition.own_pictures import own_picture
from proposal.edition.sponsor import Logo
from proposal.model.fields import SITE_PICTURES
from proposal.model.loading.folder import Folder
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.workshop import Workshop


class Picture(Struct, frozen=True):
    """A wide photo."""

    file: Path
    alt: str
    """What it shows, in words."""
    credit: str | None
    """Whose it is."""
    span: Span | None
    """Where its file is named."""
    is_of_series: bool = False
    """Whether the series has it, and not this edition alone."""


class SitePictures(Struct, frozen=True):
    """The pictures of a series, or of an edition."""

    logo: Logo | None = None
    logo_dark: Logo | None = None
    """The logo for dark grounds."""
    picture: Picture | None = None

    def with_those_of(self, series: SitePictures) -> SitePictures:
        """These pictures, and those of the series where there is none of this edition."""
        of_series = series.picture
        return SitePictures(
            self.logo or series.logo,
            # An older logo for dark grounds is that of another logo.
            self.logo_dark if self.logo else self.logo_dark or series.logo_dark,
            self.picture or (replace(of_series, is_of_series=True) if of_series else None),
        )


def site_pictures(
    folder: Folder, record: Workshop | EditionRecord, diagnostics: list[Diagnostic]
) -> SitePictures:
    """The pictures that the series or an edition names.

    Args:
        folder: the data, among them the pictures.
        record: what names them.
        diagnostics: takes the files that are missing.
    """

    def file_of(name: str, span: Span | None) -> Path | None:
        return own_picture(folder, f"{SITE_PICTURES}/{name}", span, diagnostics)

    def logo(key: str, name: str | None) -> Logo | None:
        span = record.place(key)
        file = file_of(name, span) if name else None
        return Logo(file, span) if file else None

    source = record.picture
    span = source.place("file") if source else None
    file = file_of(source.file, span) if source else None
    return SitePictures(
        logo("logo", record.logo),
        logo("logo_dark", record.logo_dark),
        Picture(file, source.alt, source.credit, span) if source and file else None,
    )


def dark_without_light(
    record: Workshop | EditionRecord, series: Workshop | None = None
) -> Diagnostic | None:
    """That there is a logo for dark grounds alone, so that light ones would have none."""
    has_logo = record.logo or record.lines_of("logo") or (series and series.logo)
    if not record.logo_dark or has_logo:
        return None
    message = "`logo_dark` stands here, and no `logo` for light grounds"
    hint = "add `logo: …`; a logo for both grounds is `logo` alone"
    return error("dark-without-light", message, record.place_of_key("logo_dark"), hint)
