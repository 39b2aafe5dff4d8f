"""Makes the archive of an edition from the website in `build/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from proposal.archiving.archive_folder import ArchivePlaceError, write_folder, write_zip
from proposal.archiving.site_archive import COVER, ArchivedPages, archived_pages, with_contents
from proposal.build.documents import epoch_of
from proposal.build.output_tree import read_listing
from proposal.build.request import Step
from proposal.bundling.archive import packed
from proposal.diagnostics import ProposalError, seen_from
from proposal.edition.edition import Edition
from proposal.edition.series import Series
from proposal.render.site.site_templates import site_environment
from proposal.render.templates import fill

_STYLE = "assets/site.css"


class NoWebsiteError(ProposalError):
    """There is no website of the edition that could be archived."""


class ArchiveOrder(Struct, frozen=True):
    """An archive that is asked for."""

    root: Path
    """The folder that holds `data/` and `build/`."""
    series: Series
    edition: Edition
    folder: Path
    """Where the archive is put."""
    is_zip: bool = False

    @property
    def name(self) -> str:
        """What the archive is called: `WSP-2026`."""
        return f"{self.edition.acronym}-{self.edition.id}"


def make_archive(order: ArchiveOrder) -> Step:
    """Write the archive of an edition, from the website that was built.

    Raises:
        NoWebsiteError: no website of this edition was built.
        ArchivePlaceError: something else stands where the archive would.
        DeliveryError: the place cannot be written to.
    """
    _expect_own_place(order)
    files = _BuiltSite(order.root / "build" / "site", order.root / "build" / ".site")
    if f"{order.edition.id}/index.html" not in files:
        raise NoWebsiteError(
            f"no website of {order.edition.id} was built; type `proposal build --only site`"
        )
    home = order.series.url.rstrip("/") + "/" if order.series.url else None
    pages = archived_pages(files, order.edition.id, home)
    whole = with_contents({**pages.files, COVER: _cover(order, pages, home)})
    if order.is_zip:
        file = order.folder / f"{order.name}.zip"
        inside = {f"{order.name}/{name}": content for name, content in whole.items()}
        is_changed = write_zip(file, packed(inside, epoch_of(order.edition)))
    else:
        file = order.folder / order.name
        is_changed = bool(write_folder(file, whole))
    size = sum(map(len, whole.values())) / 1_000_000
    counted = f"{len(whole)} files, {size:.1f} MB"
    counted += "" if is_changed else ", up to date"
    return Step(
        f"{seen_from(order.root, file)}{'' if order.is_zip else '/'}", counted, is_done=True
    )


class _BuiltSite(Mapping[str, bytes]):
    """The files of the website in `build/`, of which each is read when it is asked for."""

    def __init__(self, folder: Path, listing: Path) -> None:
        self._folder = folder
        self._names = {name for name in read_listing(listing) if (folder / name).is_file()}

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return (self._folder / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names


def _expect_own_place(order: ArchiveOrder) -> None:
    """Refuse a place in which files are the workshop's data, or its website."""
    root = order.root.resolve()
    for name in ("data", "templates", "build/site", "build/jekyll"):
        own, place = root / name, order.folder.resolve()
        if place == own or own in place.parents:
            message = f"{order.folder} lies in the workshop's own folder {name}/"
            raise ArchivePlaceError(f"{message}; name another one by --to")


def _cover(order: ArchiveOrder, pages: ArchivedPages, home: str | None) -> bytes:
    """The page that says what the archive is."""
    values = {
        "edition": order.edition,
        "start": pages.start,
        "style": _STYLE if _STYLE in pages.files else None,
        "home": home,
        "page_url": f"{home}{order.edition.id}/" if home else None,
        "leads_out": pages.leads_out,
    }
    text, _ = fill(site_environment(order.root, order.edition.language), "archive.html", values)
    return text.encode()
