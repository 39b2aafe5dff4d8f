"""Finds the author agreements of a volume that are signed, and says which are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from proposal.bundling.receivers.bundled_volume import BundledPaper, BundledVolume
from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.model.loading.own_site import is_left_by_others, unusable
from proposal.model.signed_agreements import AGREEMENTS, FORM, FORM_WITH_THIRD_PARTIES


class Agreements(Struct, frozen=True):
    """The author agreements of a volume."""

    volume: BundledVolume
    signed: Mapping[int, Path]
    """The scans by the numbers of their papers."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Those that are missing, and files that are nobody's."""
        return [*self._unsigned(), *self._of_no_paper()]

    def table(self, names: Sequence[str]) -> list[str]:
        """A line for each paper, with the name that it has in the bundle."""
        width = max(map(len, names), default=0)
        rows = [
            f"    {name:{width}}  {'signed ' if paper.number in self.signed else 'missing'}  "
            f"{paper.paper.id}"
            for name, paper in zip(names, self.volume.papers, strict=True)
        ]
        count = f"{len(self.signed)} of {len(names)}"
        return [f"Author agreements ({count} are signed):", "", *rows]

    def _unsigned(self) -> Iterator[Diagnostic]:
        for paper in self.volume.papers:
            if paper.number not in self.signed:
                name = paper.paper.id
                message = f"the author agreement of the paper `{name}` is missing"
                place = f"data/editions/{self.volume.edition.id}/{AGREEMENTS}/{name}.pdf"
                hint = f"have it signed with a pen, and put its scan into {place}"
                yield error("unsigned-agreement", message, paper.place("title"), hint)

    def _of_no_paper(self) -> Iterator[Diagnostic]:
        ids = {paper.paper.id for paper in self.volume.papers}
        folder = self.volume.files.folder / AGREEMENTS
        ours = {FORM, FORM_WITH_THIRD_PARTIES}
        for file in sorted(folder.iterdir()) if folder.is_dir() else ():
            is_expected = file.name in ours or file.stem in {*ids, "README"}
            if not is_expected and not is_left_by_others(file.name):
                shown = f"{AGREEMENTS}/{file.name}"
                message = f"no paper has the id `{file.stem}`, so nobody reads {shown}"
                hint = "rename it after the id that its paper has in papers.yaml, as ID.pdf"
                yield warning("unread-file", message, Span.of_file(file), hint)


def agreements_of(volume: BundledVolume) -> Agreements:
    """The agreements of a volume, as far as they are signed."""
    found = ((paper.number, _signed(volume, paper)) for paper in volume.papers)
    return Agreements(volume, {number: file for number, file in found if file is not None})


def _signed(volume: BundledVolume, paper: BundledPaper) -> Path | None:
    file = volume.files.folder / AGREEMENTS / f"{paper.paper.id}.pdf"
    return file if file.is_file() and unusable(file, volume.files.folder) is None else None
