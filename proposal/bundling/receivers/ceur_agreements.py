"""Finds the signed author agreements of a volume, and says which are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from proposal.bundling.receivers.bundled_volume import BundledPaper, BundledVolume
from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.model.own_site import is_left_by_others, unusable
from proposal.model.signed_agreements import AGREEMENTS


@dataclass(frozen=True, slots=True)
class Agreements:
    """The author agreements of a volume."""

    signed: Mapping[str, Path]
    """Those that are signed, by their names in the bundle."""
    to_sign: Mapping[str, bytes]
    """Those to be signed, by their names beside the bundle."""
    table: Sequence[str]
    """A line for each paper."""
    diagnostics: Sequence[Diagnostic]


def agreements_of(volume: BundledVolume) -> Agreements:
    """The agreements of a volume as far as they are signed."""
    signed = {paper.number: file for paper in volume.papers if (file := _signed(volume, paper))}
    missing = [paper for paper in volume.papers if paper.number not in signed]
    return Agreements(
        {f"{AGREEMENTS}/paper{number}.pdf": file for number, file in signed.items()},
        {},
        _table(volume, signed),
        [*(_unsigned(volume, paper) for paper in missing), *_of_no_paper(volume)],
    )


def _signed(volume: BundledVolume, paper: BundledPaper) -> Path | None:
    file = volume.files.folder / AGREEMENTS / f"{paper.paper.id}.pdf"
    return file if file.is_file() and unusable(file, volume.files.folder) is None else None


def _unsigned(volume: BundledVolume, paper: BundledPaper) -> Diagnostic:
    name = paper.paper.id
    message = f"the author agreement of the paper `{name}` is missing"
    place = f"data/editions/{volume.edition.id}/{AGREEMENTS}/{name}.pdf"
    hint = f"have it signed with a pen, and put its scan into {place}"
    return error("unsigned-agreement", message, paper.place("title"), hint)


def _of_no_paper(volume: BundledVolume) -> Iterator[Diagnostic]:
    """The files that are named after no paper."""
    ids = {paper.paper.id for paper in volume.papers}
    folder = volume.files.folder / AGREEMENTS
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.stem not in {*ids, "README"} and not is_left_by_others(file.name):
            message = f"no paper has the id `{file.stem}`, so nobody reads {AGREEMENTS}/{file.name}"
            hint = "rename it after the id that its paper has in papers.yaml, as ID.pdf"
            yield warning("unread-file", message, Span(file, 1, 1, 1), hint)


def _table(volume: BundledVolume, signed: Mapping[int, Path]) -> list[str]:
    rows = [
        f"    paper{paper.number}.pdf  {'signed ' if paper.number in signed else 'missing'}  "
        f"{paper.paper.id}"
        for paper in volume.papers
    ]
    return [f"Author agreements ({len(signed)} of {len(volume.papers)} are signed):", "", *rows]
