"""One document for print, for reviewers and for archives, from the same data."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from proposal.check.pdf import expected_of, preflight
from proposal.diagnostics import has_errors
from proposal.doctor import Group
from proposal.model.acmart_versions import conference_lines
from proposal.model.variant import Variant
from proposal.pdf import Pdf
from proposal.project import load
from tests import pdf
from tests.conftest import MadeOnce
from tests.installed_acmart import installed_acmart
from tests.parts import require
from tests.workspace import Workspace

EDITION = "editions/2024/edition.yaml"
NAMES = ("Narges Tabari", "Aniket Deshmukh", "George Karypis")
NUMBERS_OF_LINES = 100


@pytest.fixture(scope="session")
def variants(made_once: MadeOnce) -> Workspace:
    """The camera-ready of 2024 as it is, and beside it in all other variants."""
    require(Group.DOCUMENTS)

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        assert workspace.run("build", "2024").code == 0
        for variant in ("submission", "anonymous", "preprint"):
            finished = workspace.run("build", "2024", "--variant", variant)
            assert finished.code == 0, finished.output + finished.errors

    return Workspace(made_once("variants", fill))


def text_of(workspace: Workspace, variant: str) -> str:
    return pdf.flowing(pdf.raw_text(workspace.pdf("2024", f"camera-ready-{variant}")))


def line_numbers(file: Path) -> int:
    return sum(line.strip().isdecimal() for line in pdf.raw_text(file).splitlines())


def test_an_anonymous_variant_names_no_organizer_anywhere(variants: Workspace) -> None:
    file = variants.pdf("2024", "camera-ready-anonymous")
    reader = pypdf.PdfReader(file)
    everything = pdf.raw_text(file) + str(reader.metadata) + str(reader.outline)
    everything += file.with_suffix(".tex").read_text(encoding="utf-8")
    everything += file.read_bytes().decode("latin-1")
    for name in NAMES:
        assert name not in everything
    text = text_of(variants, "anonymous")
    assert "Anonymous Author(s)" in text
    assert "Left out for anonymous review." in text
    assert "amazon.com" not in text


def test_reviewers_get_line_numbers_and_no_rights_block(variants: Workspace) -> None:
    for variant in ("submission", "anonymous"):
        file = variants.pdf("2024", f"camera-ready-{variant}")
        assert line_numbers(file) > NUMBERS_OF_LINES
        assert "doi.org" not in text_of(variants, variant)
        assert "Permission to make" not in text_of(variants, variant)
    assert NAMES[0] in text_of(variants, "submission")
    assert line_numbers(variants.pdf("2024")) < NUMBERS_OF_LINES


def test_a_preprint_says_where_it_appears(variants: Workspace) -> None:
    text = text_of(variants, "preprint")
    booktitle = "30th ACM SIGKDD Conference on Knowledge Discovery and Data Mining (KDD ’24)"
    assert "The definitive Version of Record was published in Proceedings of the" in text
    assert text.count(booktitle) == 2  # in the note and in the reference
    (conference,) = conference_lines(
        "KDD ’24", "August 25–29, 2024", "Barcelona, Spain", installed_acmart()
    )
    assert f"{conference} © 2024 Copyright held by" in text
    assert "https://doi.org/10.1145/3637528.3671486" in text
    assert "Permission to make digital" not in text
    assert line_numbers(variants.pdf("2024", "camera-ready-preprint")) < NUMBERS_OF_LINES


def test_a_preprint_under_creative_commons_keeps_its_licence(workspace: Workspace) -> None:
    require(Group.DOCUMENTS)
    workspace.shorten()
    workspace.replace(EDITION, "copyright: rightsretained", "copyright: cc, licence: by")
    assert workspace.build("2024", "--variant", "preprint").code == 0
    text = text_of(workspace, "preprint")
    assert "licensed under a Creative Commons Attribution 4.0 International License" in text
    assert "The Version of Record is part of Proceedings of the 30th ACM SIGKDD" in text
    assert "https://doi.org/10.1145/3637528.3671486" in text
    assert "Not for redistribution" not in text


def test_what_is_made_beside_a_document_disturbs_neither_check_nor_website(
    variants: Workspace,
) -> None:
    finished = variants.run("check", "2024")
    assert finished.code == 0, finished.output
    assert not list((variants.root / "build/site").rglob("*preprint*"))


def test_preflight_takes_every_variant_for_what_it_is(variants: Workspace) -> None:
    asked: tuple[Variant, ...] = ("submission", "anonymous", "preprint")
    for variant in asked:
        edition = load(variants.root, variant).editions["2024"]
        name = f"camera-ready-{variant}"
        content = variants.pdf("2024", name).read_bytes()
        found = preflight(Pdf(content), Path(name), expected_of(edition, edition.documents[name]))
        assert not has_errors(found), [diagnostic.message for diagnostic in found]
        codes = {diagnostic.code for diagnostic in found}
        # A speaker works where an organizer does, which is to be looked at and may well be.
        assert codes == ({"not-anonymous"} if variant == "anonymous" else set())


def test_the_data_may_ask_for_a_variant(workspace: Workspace) -> None:
    workspace.shorten()
    workspace.replace(
        EDITION, "    text: summary.md", "    text: summary.md\n    variant: anonymous"
    )
    assert workspace.build("2024").code == 0
    assert "Anonymous Author(s)" in pdf.raw_text(workspace.pdf())
    assert not (workspace.root / "build/2024/camera-ready-anonymous.pdf").exists()
    finished = workspace.run("check", "2024")
    assert "error: build/2024/camera-ready.pdf" not in finished.output


def test_prose_that_names_an_organizer_is_refused_where_it_stands(workspace: Workspace) -> None:
    workspace.write(
        "editions/2024/summary.md",
        "# One\n\nWrite to {{ contact.name }}.\n\nAsk Wang-Cheng\nKang, too.\n\n"
        "{{ organizers | names }} organize it.\n",
    )
    finished = workspace.build("2024", "--variant", "anonymous")
    assert finished.code == 1
    for line, name in ((3, "Narges Tabari"), (5, "Wang-Cheng Kang"), (8, "George Karypis")):
        assert f"summary.md:{line}:1: error: “{name}” tells who organizes" in finished.output
    assert not (workspace.root / "build").exists()


def test_a_variant_is_a_known_one_and_made_of_pdfs(workspace: Workspace) -> None:
    finished = workspace.run("build", "--variant", "secret")
    assert finished.code == 2
    assert "'secret' is not one of" in finished.errors
    assert workspace.run("build", "--variant", "final", "--only", "site").code == 2
