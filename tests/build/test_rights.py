"""Every rights message of ACM's, as acmart prints it for the words in the data."""

from __future__ import annotations

import shutil
import typing
from pathlib import Path

import pytest

from proposal.doctor import Group
from proposal.model.rights import Copyright, CreativeCommons
from tests import pdf
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace

NOTICES = {
    "none": "Barcelona, Spain",
    "acmcopyright": "Association for Computing Machinery.",
    "acmlicensed": "Copyright held by the owner/author(s). Publication rights licensed to ACM.",
    "rightsretained": "Copyrights for third-party components of this work must be honored.",
    "usgov": "authored by an employee(s) of the United States Government",
    "usgovmixed": "the United States government retains a nonexclusive, royalty-free right",
    "cagov": "Crown in Right of Canada.",
    "cagovmixed": "co-authored by an affiliate of the national government of Canada",
    "licensedusgovmixed": "Publication rights licensed to ACM. ACM acknowledges that this",
    "licensedcagov": "Crown in Right of Canada. Publication rights licensed to ACM.",
    "licensedcagovmixed": "affiliate of the national government of Canada",
    "othergov": "contractor or affiliate of a national government. As such",
    "licensedothergov": "Publication rights licensed to ACM. ACM acknowledges that this",
    "iw3c2w3": "published under Creative Commons CC-BY 4.0 License.",
    "iw3c2w3g": "published under Creative Commons CC-BY-NC-ND 4.0 License.",
}
LICENCES = {
    "zero": "CC0 1.0 Universal License.",
    "by": "Creative Commons Attribution 4.0 International License.",
    "by-sa": "Creative Commons Attribution-ShareAlike 4.0 International License.",
    "by-nd": "Creative Commons Attribution-NoDerivatives 4.0 International License.",
    "by-nc": "Creative Commons Attribution-NonCommercial 4.0 International License.",
    "by-nc-sa": "Attribution-NonCommercial-ShareAlike 4.0 International License.",
    "by-nc-nd": "Attribution-NonCommercial-NoDerivatives 4.0 International License.",
}
CASES: list[tuple[str, str | None]] = [
    *((word, None) for word in NOTICES),
    *(("cc", licence) for licence in LICENCES),
]


def year_of(case: tuple[str, str | None]) -> int:
    """The edition in which a case is built: all of them stand in one workspace."""
    return 2001 + CASES.index(case)


@pytest.fixture(scope="session")
def every_right(made_once: MadeOnce) -> Workspace:
    """A workspace with an edition for each rights message, all built in one run."""
    require(Group.DOCUMENTS)

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        editions = workspace.data / "editions"
        shutil.rmtree(editions / "2026")
        workspace.replace("workshop.yaml", "current: 2026", "current: 2024")
        workspace.write("editions/2024/summary.md", "# One\n\nShort.\n")
        for word, licence in CASES:
            year = year_of((word, licence))
            shutil.copytree(editions / "2024", editions / str(year))
            written = f"copyright: {word}" + (f", licence: {licence}" if licence else "")
            workspace.replace(f"editions/{year}/edition.yaml", "copyright: rightsretained", written)
        finished = workspace.build("--all")
        assert finished.code == 0, finished.output + finished.errors

    return Workspace(made_once("every-right", fill))


def test_all_words_of_the_schema_are_tried() -> None:
    assert [*NOTICES, "cc"] == list(typing.get_args(Copyright))
    assert list(LICENCES) == list(typing.get_args(CreativeCommons))


@pytest.mark.parametrize("word", NOTICES)
def test_every_word_prints_its_notice(every_right: Workspace, word: str) -> None:
    text = pdf.letters(pdf.raw_text(every_right.pdf(year_of((word, None)))))
    assert pdf.letters(NOTICES[word]) in text
    assert pdf.letters("https://doi.org/10.1145/3637528.3671486") in text
    assert pdf.letters("ACM ISBN 979-8-4007-0490-1/24/08") in text


@pytest.mark.parametrize("word", NOTICES)
def test_no_price_is_printed_that_the_data_do_not_have(every_right: Workspace, word: str) -> None:
    assert "$" not in pdf.raw_text(every_right.pdf(year_of((word, None))))


def test_without_rights_no_permission_is_printed(every_right: Workspace) -> None:
    text = pdf.text(every_right.pdf(year_of(("none", None))))
    assert "Permission" not in text
    assert "Copyright held" not in text


@pytest.mark.parametrize("licence", LICENCES)
def test_every_licence_prints_its_name(every_right: Workspace, licence: str) -> None:
    text = pdf.letters(pdf.raw_text(every_right.pdf(year_of(("cc", licence)))))
    assert pdf.letters("This work is licensed under a Creative Commons") in text
    assert pdf.letters(LICENCES[licence]) in text
