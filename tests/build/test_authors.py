"""What acmart has for authors, and what a document has besides its text."""

from __future__ import annotations

import json
from pathlib import Path

import pypdf
import pytest

from proposal.doctor import Group
from tests import pdf
from tests.build.drawn_pictures import picture
from tests.conftest import MadeOnce
from tests.installed_acmart import printed_heading
from tests.parts import require
from tests.workspace import ROOT, Workspace

EDITION = "editions/2024/edition.yaml"


@pytest.fixture(scope="session")
def with_everything(made_once: MadeOnce) -> Workspace:
    """A document with all that acmart has for authors, a picture and thanks."""
    require(Group.DOCUMENTS)

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        workspace.write(
            "people/narges-tabari.yaml",
            "name: Narges Tabari\n"
            "email: under_score@example.org\n"
            "links: {orcid: 0000-0002-1825-0097}\n"
            "affiliations:\n"
            "  - {institution: First University, department: School of R&D, city: Boise,"
            " state: Idaho, country: USA}\n"
            "  - {institution: Second Lab, city: Kraków, country: Poland, alongside: true}\n",
        )
        workspace.replace(
            EDITION,
            "  - narges-tabari\n  - aniket-deshmukh\n  - wang-cheng-kang\n",
            "  - {person: narges-tabari, equal: true, corresponding: true}\n"
            "  - {person: aniket-deshmukh, equal: true}\n"
            "  - wang-cheng-kang\n",
        )
        workspace.replace(
            EDITION,
            "    text: summary.md\n",
            "    text: summary.md\n"
            "    subtitle: A Line Below\n"
            "    acknowledgments: We thank *everybody*, {{ contact.name }} first.\n",
        )
        workspace.replace(
            EDITION,
            "topics:\n",
            "ccs:\n"
            "  - {concept: Information systems → Recommender systems, significance: 500}\n"
            "  - {concept: Applied computing -> Law, significance: 100}\n"
            "topics:\n",
        )
        workspace.write(
            "editions/2024/summary.md",
            "# One\n\nText.\n\n"
            '![A red square](square.png "A *red* square & more")\n\n'
            "# Two\n\n| a | b |\n|---|--:|\n| c | d |\n\nMore.[^n]\n\n[^n]: A note.\n\n"
            "3. third\n4. fourth\n\n> quoted\n\n```\n\\end{verbatim}  x\n```\n",
        )
        (workspace.data / "editions/2024/square.png").write_bytes(picture())
        finished = workspace.build("2024")
        assert finished.code == 0, finished.output + finished.errors

    return Workspace(made_once("with-everything", fill))


def test_an_author_has_all_affiliations_with_department_city_state_and_country(
    with_everything: Workspace,
) -> None:
    text = pdf.flowing(pdf.raw_text(with_everything.pdf()))
    assert "under_score@example.org" in text
    assert "School of R&D First University Boise, Idaho, USA" in text
    assert "Second Lab Kraków, Poland" in text


def test_equal_contribution_and_correspondence_are_notes(with_everything: Workspace) -> None:
    text = pdf.flowing(pdf.raw_text(with_everything.pdf()))
    assert "NargesTabari∗†" in pdf.letters(text)
    assert "AniketDeshmukh∗" in pdf.letters(text)
    assert "∗These authors contributed equally." in text
    assert "†Corresponding author." in text
    assert text.count("These authors contributed equally.") == 1


def test_an_orcid_is_a_link(with_everything: Workspace) -> None:
    page = pypdf.PdfReader(with_everything.pdf()).pages[0]
    actions = [annotation.get_object().get("/A", {}) for annotation in page.annotations or ()]
    addresses = {str(action["/URI"]) for action in actions if "/URI" in action}
    assert "https://orcid.org/0000-0002-1825-0097" in addresses


def test_a_subtitle_stands_below_the_title(with_everything: Workspace) -> None:
    text = pdf.flowing(pdf.raw_text(with_everything.pdf()))
    assert "Recommender Systems and Personalization A Line Below Narges Tabari" in text


def test_concepts_are_printed_with_their_paths(with_everything: Workspace) -> None:
    text = pdf.flowing(pdf.raw_text(with_everything.pdf()))
    assert "• Information systems → Recommender systems; • Applied computing → Law" in text


def test_thanks_stand_in_their_own_section(with_everything: Workspace) -> None:
    text = pdf.flowing(pdf.raw_text(with_everything.pdf()))
    assert f"{printed_heading('Acknowledgments')} We thank everybody, Narges Tabari first." in text


def test_a_picture_has_its_caption_and_its_description(with_everything: Workspace) -> None:
    text = pdf.flowing(pdf.raw_text(with_everything.pdf()))
    assert "Figure 1: A red square & more" in text
    pages = pypdf.PdfReader(with_everything.pdf()).pages
    assert [len(page.images) for page in pages] == [0, 1]
    folder = with_everything.root / "build/2024"
    assert (folder / "square.png").read_bytes() == picture()
    tex = (folder / "camera-ready.tex").read_text(encoding="utf-8")
    assert "\\Description{A red square}" in tex


def test_lists_quotes_code_tables_and_notes_are_set(with_everything: Workspace) -> None:
    text = pdf.flowing(pdf.raw_text(with_everything.pdf()))
    for words in ("(3) third (4) fourth", "quoted", "\\end{verbatim}", "1A note.", "a b c d"):
        assert words in text, words


TITLE_PART = "templates/latex/parts/authors.tex"


def with_authors(workspace: Workspace, authors: str) -> str:
    """The proposal's page up to the abstract, with some authors of whom two have no affiliation."""
    workspace.write("people/rita-retired.yaml", "name: Rita Retired\nemail: rita@example.edu\n")
    workspace.write(
        "people/lena-later.yaml",
        "name: Lena Later\nemail: lena@example.edu\naffiliations:\n"
        "  - {institution: University of Later, country: Italy, since: 2026-10}\n",
    )
    file = "editions/2026/edition.yaml"
    text = (workspace.data / file).read_text(encoding="utf-8")
    start, end = text.index("organizers:\n"), text.index("contact:")
    listed = f"organizers: [{authors}]\n"
    workspace.write(file, f"{text[:start]}{listed}{text[end:]}")
    workspace.write("editions/2026/proposal.md", "# One\n\nShort.\n")
    page = pdf.text(workspace.built("2026", "proposal"))
    return " ".join(page[: page.index(printed_heading("Abstract"))].split())


@pytest.mark.parametrize(
    "authors",
    [
        "narges-tabari, rita-retired",
        "lena-later, rita-retired, narges-tabari",
        "narges-tabari, lena-later, rita-retired, aniket-deshmukh, neil-shah",
    ],
)
def test_an_author_without_an_affiliation_is_set_at_nobody_elses(
    workspace: Workspace, authors: str
) -> None:
    page = with_authors(workspace, authors)
    assert "University of Later" not in page
    result = workspace.run("check", "2026", "--format", "json")
    found = {diagnostic["code"] for diagnostic in json.loads(result.output)["findings"]}
    assert found.isdisjoint({"different-fact", "missing-fact", "acmart"})
    for name, address in (("Rita Retired", "rita@example.edu"), ("Lena Later", "lena@example.edu")):
        if name in page:
            assert f"{name} {address}" in page


def test_a_template_that_joins_authors_is_found_out(workspace: Workspace) -> None:
    own = (ROOT / TITLE_PART).read_text(encoding="utf-8")
    start = own.index("<% else %>\n<# Without this")
    joined = own[:start] + own[own.index("<% endfor %>", start) :]
    place = workspace.root / TITLE_PART
    place.parent.mkdir(parents=True)
    place.write_text(joined, encoding="utf-8")
    with_authors(workspace, "rita-retired, narges-tabari")
    result = workspace.run("check", "2026", "--format", "json")
    messages = [diagnostic["message"] for diagnostic in json.loads(result.output)["findings"]]
    assert (
        "build/2026/proposal.pdf prints “rita@example.edu”, which is "
        "organizers.rita-retired.email, under Narges Tabari" in messages
    )


def at(workspace: Workspace, **institutions: str) -> None:
    """Put two people at institutions."""
    for name, institution in institutions.items():
        workspace.write(
            f"people/{name}-author.yaml",
            f"name: {name.title()} Author\nemail: {name}@example.edu\naffiliations:\n"
            f"  - {{institution: {institution}, city: Graz, country: Austria}}\n",
        )


def test_institutions_that_were_swapped_in_a_pdf_are_found(workspace: Workspace) -> None:
    at(workspace, ann="Second Institute", bob="First University")
    with_authors(workspace, "ann-author, bob-author")
    swapped = workspace.pdf("2026", "proposal").read_bytes()
    at(workspace, ann="First University", bob="Second Institute")
    workspace.built("2026", "proposal").write_bytes(swapped)
    result = workspace.run("check", "2026", "--format", "json")
    found = [diagnostic["message"] for diagnostic in json.loads(result.output)["findings"]]
    for person in ("ann", "bob"):
        assert any(f"organizers.{person}-author.affiliation" in message for message in found)
