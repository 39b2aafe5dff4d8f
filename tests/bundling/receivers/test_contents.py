"""ACM, Zenodo and dblp get the contents of a volume, each in its own form, and no PDFs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from proposal.build.request import Step
from proposal.bundling.contents import Receiver
from proposal.bundling.receivers.acm_contents import FIELDS, acm_contents
from proposal.bundling.receivers.bundled_volume import BundledVolume
from proposal.bundling.receivers.dblp import dblp_contents
from proposal.bundling.receivers.packed_volume import PackedVolume, list_of_missing
from proposal.bundling.receivers.volume_receivers import VOLUME_RECEIVERS
from proposal.bundling.receivers.zenodo import licence_id, zenodo_deposits
from proposal.bundling.volume_bundle import make_volume_bundle, wrong_abstracts
from proposal.edition.volume import licence_of
from tests.bundling.receivers.volumes import (
    EDITION,
    errors_of,
    place_of,
    volume_of,
    workshop_with_papers,
)


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> BundledVolume:
    """A volume of which no PDFs are handed over."""
    workshop = workshop_with_papers(tmp_path_factory.mktemp("contents"))
    place = f"{EDITION}/papers.yaml"
    workshop.replace(place, "[Hedy Lamarr (Studio of Examples)]", "[Zoë Sample Jr.]")
    workshop.append("people/charles-babbage.yaml", "name_native: 巴貝奇\n")
    return volume_of(workshop, with_pdfs=False)


def content_of(packed: PackedVolume, name: str) -> str:
    content = packed.files[name]
    assert isinstance(content, bytes)
    return content.decode()


def deposit(packed: PackedVolume, name: str) -> dict[str, Any]:
    metadata: dict[str, Any] = json.loads(content_of(packed, f"{name}.json"))["metadata"]
    return metadata


def test_acm_gets_a_row_for_all_authors_in_ascii(contents: BundledVolume) -> None:
    packed = acm_contents(contents)
    (content,) = packed.files.values()
    assert isinstance(content, bytes)
    rows = [
        dict(zip(FIELDS, row, strict=True))
        for row in csv.reader(io.StringIO(content.decode("ascii")))
    ]
    assert len(FIELDS) == 35
    assert [row["last_name"] for row in rows] == ["King", "Agnesi", "Babbage", "Sample"]
    first, third, last = rows[0], rows[2], rows[3]
    assert (first["paper_type"], first["contact_author"]) == ("full paper", "yes")
    assert (first["institution"], first["secondary_institution"]) == (
        "University of Somewhere",
        "Institute of Examples",
    )
    assert (first["start_page"], first["end_page"]) == ("12", "19")
    assert (third["city"], third["country"]) == ("Porto", "Portugal")
    assert (last["first_name"], last["suffix"]) == ("Zo&#235;", "Jr.")
    assert (last["paper_type"], last["contact_author"]) == ("short paper", "yes")
    assert (last["section_title"], last["article_seq_no"]) == ("Short papers", "1")


def test_what_acm_lacks_is_named_where_it_is_written(contents: BundledVolume) -> None:
    found = acm_contents(contents).diagnostics
    assert sorted(errors_of(found)) == [
        "author-without-affiliation",
        "author-without-email",
        "author-without-email",
        "author-without-place",
        "author-without-place",
        "volume-without-key",
    ]
    assert place_of(found, "author-without-email") == "papers.yaml:10"
    assert place_of(found, "author-without-place") == "papers.yaml:4"


def test_zenodo_gets_what_its_form_for_deposits_asks_for(contents: BundledVolume) -> None:
    packed = zenodo_deposits(contents)
    assert sorted(packed.files) == ["careful-engines.json", "short-engines.json"]
    assert deposit(packed, "careful-engines") == {
        "upload_type": "publication",
        "publication_type": "conferencepaper",
        "title": "Careful Engines",
        "creators": [
            {
                "name": "King, Ada",
                "affiliation": "University of Somewhere; Institute of Examples",
                "orcid": "0000-0001-5109-3700",
            },
            {"name": "Agnesi, Maria Gaetana", "affiliation": "University of Nowhere"},
            {"name": "Babbage, Charles", "affiliation": "Institute of Examples"},
        ],
        "description": "<p>We build an engine with care.</p>",
        "publication_date": "2027-03-30",
        "access_right": "open",
        "license": "cc-by-4.0",
        "keywords": ["Engines", "Care"],
        "language": "eng",
        "doi": "10.1145/1234567.1234569",
        "conference_title": "Second Workshop on Very Careful Engines",
        "conference_acronym": "WCE 2027",
        "conference_dates": "February 25–26, 2027",
        "conference_place": "Lisbon, Estremadura, Portugal, and online",
        "conference_url": "https://example.org/wce/2027/",
        "partof_title": "Proceedings of the Second Workshop on Very Careful Engines",
        "partof_pages": "12-19",
        "related_identifiers": [
            {"identifier": f"https://example.org/careful/{name}", "relation": "isSupplementedBy"}
            for name in ("code", "data", "appendix.pdf")
        ],
    }
    assert errors_of(packed.diagnostics) == ["paper-without-abstract"]


@pytest.mark.parametrize(
    ("code", "name"), [("by", "cc-by-4.0"), ("by-nc-sa", "cc-by-nc-sa-4.0"), ("zero", "cc-zero")]
)
def test_licences_have_zenodos_names(code: str, name: str) -> None:
    assert licence_id(licence_of(code, None)) == name


def test_dblp_gets_the_parts_of_a_volume_in_the_order_of_its_form(contents: BundledVolume) -> None:
    packed = dblp_contents(contents)
    text = content_of(packed, "contents.xml")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE dblpsubmission')
    volume = ET.fromstring(text.partition('dtd">\n')[2])[0]  # noqa: S314 - made here
    assert [part.tag for part in volume] == ["editor", "editor", "title", "year", "conf", "toc"]
    assert [part.text for part in volume.iterfind("conf/*")] == [
        "WCE",
        "2",
        "Lisbon, Estremadura, Portugal",
        "February 25-26, 2027",
        "https://example.org/wce/2027/",
        "Tenth Example Conference (EXC 2027)",
    ]
    toc = volume.find("toc")
    assert toc is not None
    assert [part.tag for part in toc] == ["publ", "section", "publ"]
    first = toc[0]
    assert [(part.tag, part.text) for part in first] == [
        ("author", "Ada King"),
        ("author", "Maria Gaetana Agnesi"),
        ("author", "Charles Babbage"),
        ("title", "Careful Engines"),
        ("pages", "12-19"),
        ("doi", "10.1145/1234567.1234569"),
        ("ee", "https://example.org/careful.pdf"),
    ]
    assert first[2].get("original") == "巴貝奇"
    assert errors_of(packed.diagnostics) == []
    assert place_of(packed.diagnostics, "paper-without-address").startswith("papers.yaml:")


def test_without_pdfs_the_pages_of_the_data_are_taken_and_missing_ones_named(
    tmp_path: Path,
) -> None:
    workshop = workshop_with_papers(tmp_path)
    (workshop.data / EDITION / "papers" / "short-engines.pdf").unlink()
    volume = volume_of(workshop, with_pdfs=False)
    assert [paper.pages for paper in volume.papers] == ["12–19", None]
    packed = dblp_contents(volume)
    assert errors_of(packed.diagnostics) == ["paper-without-pages"]
    listed = list_of_missing("dblp", workshop.root, packed.diagnostics, packed.tables)
    assert listed.startswith(
        "For dblp\n\nStill missing (1):\n\ndata/editions/2027/papers.yaml:28: "
    )
    assert "\n    put its PDF into data/editions/2027/papers/short-engines.pdf, or write" in listed


def test_a_formula_that_is_none_is_an_error_at_its_line(tmp_path: Path) -> None:
    workshop = workshop_with_papers(tmp_path)
    place = f"{EDITION}/papers.yaml"
    workshop.replace(place, "We build an engine with care.", "We have $x < y & z$.")
    found = wrong_abstracts(volume_of(workshop, with_pdfs=False))
    assert [item.code for item in found] == ["unknown-math"]
    line = workshop.place_of(place, "We have").rpartition(":")[0]
    assert place_of(found, "unknown-math") == line


@pytest.mark.parametrize("receiver", [Receiver.ACM_TOC, Receiver.ZENODO, Receiver.DBLP])
def test_contents_alone_are_packed_before_any_volume_is_made(
    receiver: Receiver, tmp_path: Path
) -> None:
    steps: list[Step] = []
    make_volume_bundle(workshop_with_papers(tmp_path).load(), "2027", receiver, steps.append)
    bundle = f"build/2027/bundle-{receiver}{VOLUME_RECEIVERS[receiver].ending}"
    assert [(step.artefact, step.is_done) for step in steps] == [(bundle, False), (bundle, True)]


@pytest.mark.parametrize(
    ("receiver", "status", "hint"),
    [
        (Receiver.DBLP, "cancelled", "ask them what their list shall say"),
        (Receiver.ZENODO, "postponed", "write the new day under `when`"),
        (Receiver.ACM_TOC, "cancelled", None),
    ],
)
def test_nobody_gets_that_a_workshop_was_held_that_was_not(
    receiver: Receiver, status: str, hint: str | None, tmp_path: Path
) -> None:
    workspace = workshop_with_papers(tmp_path)
    workspace.append(f"{EDITION}/edition.yaml", f"status: {status}\n")
    found = make_volume_bundle(workspace.load(), "2027", receiver, lambda step: None)
    refusals = [item for item in found if item.code == "workshop-not-held"]
    ending = VOLUME_RECEIVERS[receiver].ending
    made = (workspace.root / f"build/2027/bundle-{receiver}{ending}").is_file()
    assert made is (hint is None)
    for refusal in refusals:
        assert refusal.message.startswith(f"WCE 2027 is {status}, and ")
        assert str(hint) in str(refusal.hint)
    assert bool(refusals) is not made
