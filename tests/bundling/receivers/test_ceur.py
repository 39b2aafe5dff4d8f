"""CEUR-WS gets a page by its template, the papers, and what is signed; what is missing is named."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from proposal.bundling.receivers.bundled_volume import BundledVolume
from proposal.bundling.receivers.ceur import ceur_volume
from proposal.bundling.receivers.packed_volume import PackedVolume
from tests.bundling.receivers.volumes import (
    EDITION,
    errors_of,
    place_of,
    volume_of,
    workshop_with_papers,
)
from tests.site.nu_checker import said_by_nu
from tests.workspace import Workspace

NOTICE = (
    "Copyright 2027 for this paper by its authors. Use permitted under Creative Commons License "
    "Attribution 4.0 International \\(CC BY 4.0\\)."
)


def text_of(name: str, leaf: int) -> str:
    if leaf == 0:
        return (
            f"Abstract {NOTICE} {'Declaration on Generative AI' if name == 'short-engines' else ''}"
        )
    return "Declaration on Generative AI" if leaf == 7 else f"leaf {leaf}"


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> BundledVolume:
    """A volume in which nothing is missing."""
    workspace = workshop_with_papers(tmp_path_factory.mktemp("complete"), text_of)
    folder = workspace.data / EDITION / "agreements"
    folder.mkdir()
    for name in ("careful-engines", "short-engines"):
        (folder / f"{name}.pdf").write_bytes(f"%PDF signed {name}".encode())
    return volume_of(workspace)


@pytest.fixture(scope="module")
def packed(complete: BundledVolume) -> PackedVolume:
    return ceur_volume(complete)


@pytest.fixture(scope="module")
def page(packed: PackedVolume) -> str:
    content = packed.files["index.html"]
    assert isinstance(content, bytes)
    return content.decode()


def values(page: str, name: str) -> list[str]:
    return re.findall(rf'<span class="{name}"[^>]*>([^<]*)</span>', page)


def test_nothing_is_missing_in_a_complete_volume(packed: PackedVolume) -> None:
    assert list(packed.diagnostics) == []
    assert sorted(packed.files) == [
        "agreements/paper1.pdf",
        "agreements/paper2.pdf",
        "index.html",
        "paper1.pdf",
        "paper2.pdf",
    ]


def test_the_page_says_by_its_classes_what_the_data_say(page: str) -> None:
    assert page.startswith("<!DOCTYPE html>\n<!-- CEURVERSION=2020-07-09 -->\n")
    assert "<!--CEURLANG=eng -->" in page
    expected = {
        "CEURVOLNR": ["Vol-XXX"],
        "CEURURN": ["urn:nbn:de:0074-XXX-C"],
        "CEURPUBYEAR": ["2027"],
        "CEURVOLACRONYM": ["WCE 2027"],
        "CEURVOLTITLE": ["Second Workshop on Very Careful Engines"],
        "CEURFULLTITLE": ["Proceedings of the Second Workshop on Very Careful Engines"],
        "CEURCOLOCATED": ["EXC 2027"],
        "CEURLOCTIME": [
            "Lisbon, Estremadura, Portugal, and online, February\N{NO-BREAK SPACE}25–26, 2027"
        ],
        "CEURVOLEDITOR": ["Ada Lovelace", "Charles Babbage"],
        "CEURSUBMITTEDPAPERS": ["20"],
        "CEURACCEPTEDPAPERS": ["2"],
        "CEURACCEPTEDREGULARPAPERS": ["1"],
        "CEURACCEPTEDSHORTPAPERS": ["1"],
        "CEURTITLE": ["Careful Engines", "Short Engines"],
        "CEURPAGES": ["12-19", "20"],
        "CEURAUTHOR": ["Ada King", "Maria Gaetana Agnesi", "Charles Babbage", "Hedy Lamarr"],
        "CEURPUBDATE": ["YYYY-MM-DD"],
    }
    assert {name: values(page, name) for name in expected} == expected
    assert "2027-03-30: submitted by Ada Lovelace, metadata" in page
    assert 'itemid="https://orcid.org/0000-0001-5109-3700">Ada King<' in page
    assert "@" not in page


def test_the_nu_checker_has_nothing_to_say_of_the_page(
    page: str, npm_packages: Path, tmp_path: Path
) -> None:
    file = tmp_path / "index.html"
    file.write_text(page, encoding="utf-8")
    assert said_by_nu(npm_packages, str(file)) == ""


def test_what_the_data_say_is_text_on_the_page(tmp_path: Path) -> None:
    workspace = workshop_with_papers(tmp_path)
    workspace.replace(
        f"{EDITION}/papers.yaml", "title: Short Engines", 'title: "<b>1 & $x^2$</b>."'
    )
    page = ceur_volume(volume_of(workspace)).files["index.html"]
    assert isinstance(page, bytes)
    assert values(page.decode(), "CEURTITLE")[1] == "&lt;b&gt;1 &amp; x²&lt;/b&gt;"


@pytest.fixture(scope="module")
def incomplete(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, PackedVolume]:
    """A volume in which all is missing that may be."""
    workspace = workshop_with_papers(
        tmp_path_factory.mktemp("incomplete"),
        lambda name, _: "in CEUR Workshop Proceedings" if name == "short-engines" else "words",
    )
    workspace.replace(f"{EDITION}/edition.yaml", "  date: 2027-03-30\n  licence: by\n", "")
    workspace.replace(f"{EDITION}/edition.yaml", "{submissions: 20, ", "{")
    workspace.replace(f"{EDITION}/edition.yaml", "charles-babbage]", "A Sample]")
    folder = workspace.data / EDITION / "agreements"
    folder.mkdir()
    (folder / "carful-engines.pdf").write_bytes(b"%PDF")
    return workspace, ceur_volume(volume_of(workspace))


def test_all_that_is_missing_is_named_at_once(
    incomplete: tuple[Workspace, PackedVolume],
) -> None:
    _, packed = incomplete
    assert sorted(errors_of(packed.diagnostics)) == [
        "editor-without-affiliation",
        "no-agreement-form",
        "other-licence",
        "paper-without-ai-declaration",
        "paper-without-ai-declaration",
        "paper-without-notice",
        "paper-without-notice",
        "publisher-in-paper",
        "submissions-not-counted",
        "undated-volume",
        "unsigned-agreement",
        "unsigned-agreement",
    ]
    assert "YYYY-MM-DD: submitted by Ada Lovelace," in str(packed.files["index.html"])
    assert packed.tables[0] == "Author agreements (0 of 2 are signed):"


@pytest.mark.parametrize(
    ("code", "file", "text"),
    [
        ("submissions-not-counted", "edition.yaml", "outcome: {"),
        ("undated-volume", "edition.yaml", "title: Proceedings"),
        ("editor-without-affiliation", "edition.yaml", "A Sample]"),
        ("unsigned-agreement", "papers.yaml", "title: Careful Engines"),
    ],
)
def test_what_is_missing_is_named_where_it_is_written(
    incomplete: tuple[Workspace, PackedVolume], code: str, file: str, text: str
) -> None:
    workspace, packed = incomplete
    line = workspace.place_of(f"{EDITION}/{file}", text).rpartition(":")[0]
    assert place_of(packed.diagnostics, code) == line


def test_the_day_of_a_hint_is_one_of_this_edition(
    incomplete: tuple[Workspace, PackedVolume],
) -> None:
    workspace, packed = incomplete
    day = workspace.edition("2027").when.date.date
    (found,) = [found for found in packed.diagnostics if found.code == "undated-volume"]
    typed = re.search(r"`date: (\d{4}-\d\d-\d\d)`", str(found.hint))
    assert typed is not None
    assert 0 < (dt.date.fromisoformat(typed[1]) - day).days < 60


def test_papers_that_lack_something_are_named_by_their_files(
    incomplete: tuple[Workspace, PackedVolume],
) -> None:
    _, packed = incomplete
    assert place_of(packed.diagnostics, "paper-without-notice") == "careful-engines.pdf:1"
    assert place_of(packed.diagnostics, "publisher-in-paper") == "short-engines.pdf:1"
    assert place_of(packed.diagnostics, "unread-file") == "carful-engines.pdf:1"


def test_of_a_scan_nothing_is_said_but_that_it_cannot_be_read(tmp_path: Path) -> None:
    workspace = workshop_with_papers(
        tmp_path, lambda name, number: "a stamp" if name == "careful-engines" and not number else ""
    )
    found = ceur_volume(volume_of(workspace)).diagnostics
    of_the_scan = [
        item.code for item in found if item.span and item.span.file.stem == "careful-engines"
    ]
    assert of_the_scan == ["paper-unread"]
