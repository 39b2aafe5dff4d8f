"""What pages show of ours: pictures of texts, and addresses of files and pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

from proposal.edition.edition import Edition
from proposal.model.free_names import distinct_names
from proposal.model.loading.own_site import OwnFolder
from proposal.model.name_comparison import identifier
from proposal.render.own_targets import OwnTarget, OwnTargets, targets_for
from proposal.render.picture_kinds import PictureError, kind_of
from proposal.render.prose import ReadProse
from proposal.render.site import picture_cache
from proposal.render.site.picture_cache import TextPicture
from proposal.render.text_figures import WebPicture


class PictureShelf(Struct):
    """The pictures that texts show, each of which is put into a tree once."""

    out: dict[str, bytes]
    """Takes the pictures by their paths in the tree."""
    folder_of: Callable[[OwnFolder], str]
    """Where the pictures of an edition, or of the series, stand in the tree."""
    has_all_widths: bool = True
    """Whether smaller files stand beside the one that every browser shows."""
    _names: dict[Path, dict[Path, str]] = field(default_factory=dict)
    """The names of the pictures of a folder, by their files."""

    def path_of(self, file: Path, owner: OwnFolder) -> tuple[str, TextPicture] | None:
        """The path of a picture without an ending, and its files; nothing if it is no picture.

        That it is none is told where it is named.
        """
        try:
            picture = picture_cache.text_picture(file, file.stat().st_mtime)
        except (OSError, PictureError):
            return None
        path = f"{self.folder_of(owner)}{self._name(file, owner)}"
        for end in picture.files if self.has_all_widths else (picture.suffix,):
            self.out[f"{path}{end}"] = picture.files[end]
        return path, picture

    def _name(self, file: Path, owner: OwnFolder) -> str:
        """The name of a picture, which does not depend on what else is shown, or on the order."""
        if owner.folder not in self._names:
            files = sorted(filter(_may_be_shown, owner.folder.rglob("*")))
            names = distinct_names(map(_plain_name, files))
            self._names[owner.folder] = dict(zip(files, names, strict=True))
        return self._names[owner.folder].get(file) or _plain_name(file)


def _may_be_shown(file: Path) -> bool:
    """Whether pages may show a file, by how it begins."""
    try:
        with file.open("rb") as stream:
            return kind_of(stream.read(16)) not in {None, "PDF", "PostScript"}
    except OSError:
        return False


def _plain_name(picture: Path) -> str:
    return identifier(picture.stem, "picture")


class PageMaterial(Struct, frozen=True):
    """What one page shows of ours, and links to."""

    targets: OwnTargets
    pictures: PictureShelf
    address_of_target: Callable[[OwnTarget], str]
    address_of_file: Callable[[str], str]
    """The address of a file of the tree, on the page."""

    def address_of(self, written: str, text: Path) -> str | None:
        """The address of something of ours that a text names; nothing if there is none."""
        target = self.targets.target(written, text)
        return self.address_of_target(target) if target else None

    def picture_of(self, written: str, text: Path) -> WebPicture | None:
        """A picture that a text names; nothing if it cannot be shown."""
        found = self.targets.picture(written, text)
        made = self.pictures.path_of(*found) if found else None
        if made is None:
            return None
        path, picture = made
        others = picture.widths.items() if self.pictures.has_all_widths else ()
        return WebPicture(
            self.address_of_file(f"{path}{picture.suffix}"),
            picture.width,
            picture.height,
            tuple((self.address_of_file(f"{path}{end}"), width) for end, width in others),
            is_cut_out=picture.is_cut_out,
        )


def material_of(
    read: ReadProse,
    edition: Edition,
    shelf: PictureShelf,
    address_of_target: Callable[[OwnTarget], str],
    address_of_file: Callable[[str], str],
) -> PageMaterial | None:
    """What a text shows of ours, and links to; nothing for a text of no file.

    Args:
        read: the text.
        edition: the edition whose facts it quotes.
        shelf: the pictures of the tree.
        address_of_target: the address of a file or a page of ours.
        address_of_file: the address of a picture by its path in the tree.
    """
    if read.file is None:
        return None
    targets = targets_for(edition, read.file)
    return PageMaterial(targets, shelf, address_of_target, address_of_file)
