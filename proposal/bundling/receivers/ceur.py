"""Packs a volume for CEUR Workshop Proceedings: its page, the papers, and signed agreements.

The rules are those of https://ceur-ws.org/HOWTOSUBMIT.html, of the template
https://ceur-ws.org/Vol-XXX/ and of the scripts in https://ceur-ws.org/ceurtools/ by which
CEUR-WS looks at submissions, as they were in 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proposal.bundling.receivers.agreement_forms import with_filled_forms
from proposal.bundling.receivers.bundled_volume import AFFILIATION_HINT, BundledVolume
from proposal.bundling.receivers.ceur_page import ceur_page, file_name
from proposal.bundling.receivers.ceur_papers import paper_diagnostics
from proposal.bundling.receivers.packed_volume import PackedVolume
from proposal.bundling.receivers.signed_agreement import agreements_of
from proposal.bundling.refusals import to_be_confirmed
from proposal.diagnostics import Diagnostic, error
from proposal.edition.volume import CC_BY
from proposal.model.signed_agreements import AGREEMENTS
from proposal.pdf.volume_matter import prefaces_alone

PREFACE = "preface.pdf"


def ceur_volume(volume: BundledVolume) -> PackedVolume:
    """What CEUR-WS gets, and what it would send the volume back for."""
    files: dict[str, bytes | Path] = {
        file_name(paper): paper.file for paper in volume.papers if paper.file is not None
    }
    preface = _preface(volume)
    if preface is not None:
        files[PREFACE] = preface
    agreements = agreements_of(volume)
    files |= {f"{AGREEMENTS}/paper{number}.pdf": file for number, file in agreements.signed.items()}
    page, found = ceur_page(volume, has_preface=preface is not None)
    files["index.html"] = page.encode()
    found += [*_missing(volume), *paper_diagnostics(volume), *agreements.diagnostics]
    names = [file_name(paper) for paper in volume.papers]
    packed = PackedVolume(files, found, tables=agreements.table(names))
    return with_filled_forms(packed, volume, agreements)


def _preface(volume: BundledVolume) -> bytes | None:
    """The prefaces and the committees alone; nothing if what stands before the papers is not made.

    Title, contents and program are on the page already, and sponsors are not welcome.
    """
    if volume.front_matter is None:
        return None
    edition = volume.edition
    before = 2 if edition.sponsors else 1
    last = edition.language.gettext("Organization")
    return prefaces_alone(volume.front_matter.read_bytes(), before, last)


def _missing(volume: BundledVolume) -> Iterator[Diagnostic]:
    """What the page of the volume lacks."""
    edition = volume.edition
    yield from volume.other_licence("CEUR-WS", CC_BY)
    if volume.files.edition.outcome.submissions is None:
        message = "how many papers were submitted for review is not said"
        hint = "write `outcome: {submissions: 30}`, without invited papers"
        place = volume.place("outcome", "submissions")
        yield error("submissions-not-counted", message, place, hint)
    if not volume.volume.is_dated:
        message = "the day on which the volume is sent to its publisher is not said"
        hint = f"write `date: {volume.example_day}` under `proceedings`"
        yield error("undated-volume", message, volume.place("proceedings", "date"), hint)
    for index, editor in enumerate(volume.volume.editors):
        if not editor.affiliations:
            message = f"the editor {editor.name} has no affiliation"
            place = editor.span or volume.place("proceedings", "editors", index)
            yield error("editor-without-affiliation", message, place, AFFILIATION_HINT)
    if edition.when.date.is_tentative or edition.venue.is_tentative:
        yield to_be_confirmed("page", volume.place("when"))
