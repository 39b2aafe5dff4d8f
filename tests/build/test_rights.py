"""Every rights message of ACM's, as the acmart that is installed prints it for the data's words.

It prints what the table of versions says. With `TEXMFHOME` set to a tree with another acmart, the
same tests run with that one.
"""

from __future__ import annotations

import shutil
import typing
from functools import cache
from pathlib import Path

import pytest

from proposal.check.pdf import expected_of, preflight
from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.pdf_file import CheckedPdf, checked_pdf
from proposal.check.pdf.rights_check import rights
from proposal.doctor import Group
from proposal.model.acmart_versions import (
    CREATIVE_COMMONS,
    ISBN_LINE,
    LICENCE_ADDRESS,
    NOTICES,
    Copyright,
    conference_lines,
    owners,
    permissions,
)
from proposal.model.records.rights import LICENCE_WORDS, CreativeCommons
from proposal.pdf import Pdf
from proposal.project import Project, load
from tests import pdf
from tests.conftest import MadeOnce
from tests.installed_acmart import installed_acmart
from tests.parts import require
from tests.workspace import Workspace

WORDS: tuple[Copyright, ...] = typing.get_args(Copyright)
LICENCES: dict[CreativeCommons, str] = {
    "zero": "CC0 1.0 Universal License.",
    "by": "Creative Commons Attribution 4.0 International License.",
    "by-sa": "Creative Commons Attribution-ShareAlike 4.0 International License.",
    "by-nd": "Creative Commons Attribution-NoDerivatives 4.0 International License.",
    "by-nc": "Creative Commons Attribution-NonCommercial 4.0 International License.",
    "by-nc-sa": "Attribution-NonCommercial-ShareAlike 4.0 International License.",
    "by-nc-nd": "Attribution-NonCommercial-NoDerivatives 4.0 International License.",
}
Case = tuple[Copyright, CreativeCommons | None]
CASES: list[Case] = [
    *((word, None) for word in WORDS if word != "cc"),
    *(("cc", licence) for licence in LICENCES),
]


def year_of(case: Case) -> str:
    """The edition in which a case is built: all of them stand in one workspace."""
    return str(2001 + CASES.index(case))


def named(case: Case) -> str:
    return "-".join(filter(None, case))


every_case = pytest.mark.parametrize("case", CASES, ids=named)


@pytest.fixture(scope="session")
def every_right(made_once: MadeOnce) -> Workspace:
    """A workspace with an edition for each rights message, all built in one run."""
    require(Group.DOCUMENTS)

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        editions = workspace.data / "editions"
        shutil.rmtree(editions / "2026")
        workspace.replace("workshop.yaml", "current: 2026", "current: 2024")
        workspace.shorten()
        workspace.built()
        for word, licence in CASES:
            year = year_of((word, licence))
            shutil.copytree(editions / "2024", editions / year)
            # All say the same beside their rights, so that one pass is enough for each.
            left = Path("build", year, ".camera-ready.rest")
            (root / left).parent.mkdir()
            shutil.copy(root / "build/2024" / left.name, root / left)
            written = f"copyright: {word}" + (f", licence: {licence}" if licence else "")
            workspace.replace(f"editions/{year}/edition.yaml", "copyright: rightsretained", written)
        finished = workspace.build("--all")
        assert finished.code == 0, finished.output + finished.errors

    return Workspace(made_once("every-right", fill))


def first_page(workspace: Workspace, case: Case) -> str:
    """The letters and signs of a case's first page."""
    return pdf.letters(pdf.pages(workspace.pdf(year_of(case)))[0])


def test_all_words_of_the_schema_are_tried() -> None:
    assert {word for word, _ in CASES} == set(WORDS)
    assert tuple(LICENCES) == LICENCE_WORDS


@every_case
def test_every_word_prints_its_permission(every_right: Workspace, case: Case) -> None:
    text = first_page(every_right, case)
    for (words,) in permissions(case[0], installed_acmart()):
        assert pdf.letters(words) in text


@every_case
def test_every_word_prints_its_block(every_right: Workspace, case: Case) -> None:
    version = installed_acmart()
    (conference,) = conference_lines("KDD ’24", "August 25–29, 2024", "Barcelona, Spain", version)
    (owner,) = owners(case[0], version) or ("",)
    text = first_page(every_right, case)
    isbn = ISBN_LINE.at(version).format(isbn="979-8-4007-0490-1/24/08")
    sign = f"© 2024 {owner}." if owner else "2024."
    block = f"{conference} {sign} {isbn} https://doi.org/10.1145/3637528.3671486"
    assert pdf.letters(block) in text
    assert "$" not in text


def test_without_rights_no_permission_is_printed(every_right: Workspace) -> None:
    text = pdf.text(every_right.pdf(year_of(("none", None))))
    assert "Permission" not in text
    assert "Copyright held" not in text


@pytest.mark.parametrize("licence", LICENCES)
def test_every_licence_prints_its_name(every_right: Workspace, licence: CreativeCommons) -> None:
    text = first_page(every_right, ("cc", licence))
    assert pdf.letters("This work is licensed under a Creative Commons") in text
    assert pdf.letters(LICENCES[licence]) in text


@pytest.mark.parametrize("licence", LICENCES)
def test_every_licence_is_linked(every_right: Workspace, licence: CreativeCommons) -> None:
    path = "publicdomain/zero/1.0" if licence == "zero" else f"licenses/{licence}/4.0"
    address = LICENCE_ADDRESS.at(installed_acmart()).format(path=path)
    assert f"https://{address}" in pdf.addresses(every_right.pdf(year_of(("cc", licence))))


@cache
def loaded(root: Path) -> Project:
    return load(root)


@cache
def opened(file: Path) -> Pdf:
    """A PDF, which is read once for all that is compared with it."""
    return Pdf(file.read_bytes())


@cache
def as_checked(file: Path) -> CheckedPdf:
    """A PDF as preflight looks at it."""
    return checked_pdf(opened(file), file)


def expected(workspace: Workspace, wanted: Case) -> Expected:
    """What the data say of a case's PDF."""
    edition = loaded(workspace.root).editions[year_of(wanted)]
    return expected_of(edition, edition.documents["camera-ready"])


@every_case
def test_preflight_takes_a_form_for_what_it_is(every_right: Workspace, case: Case) -> None:
    file = every_right.pdf(year_of(case))
    found = preflight(opened(file), file, expected(every_right, case))
    codes = [diagnostic.code for diagnostic in found]
    is_old = case[0] == "cc" and CREATIVE_COMMONS.at(installed_acmart()) != "accepted"
    assert codes == ["acmart-version"] * is_old


@pytest.mark.parametrize("word", NOTICES)
def test_preflight_tells_a_form_from_all_others(every_right: Workspace, word: Copyright) -> None:
    wanted = next(case for case in CASES if case[0] == word)
    said = expected(every_right, wanted)
    taken = [
        printed
        for printed in CASES
        if not any(
            diagnostic.code in {"rights-mismatch", "rights-missing"}
            for diagnostic in rights(as_checked(every_right.pdf(year_of(printed))), said)
        )
    ]
    assert taken == [wanted]
