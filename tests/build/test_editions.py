"""Both editions of the real workshop, as TeX sets them, read back from their PDFs."""

from __future__ import annotations

import re

import pypdf
import pytest

from proposal.edition.edition import Edition
from proposal.model.acmart_versions import ISBN_LINE, conference_lines
from proposal.render.typography import typographic
from tests import pdf
from tests.installed_acmart import installed_acmart, printed_heading
from tests.some import some
from tests.workspace import Workspace

DOCUMENTS = [("2024", "camera-ready"), ("2026", "proposal")]
both = pytest.mark.parametrize(("year", "name"), DOCUMENTS)


def without_running_heads(pages: list[str], edition: Edition) -> str:
    """The text of the pages in one piece, so that sentences go on from page to page."""
    conference = f"{edition.venue.acronym}, {edition.venue.dates}, {edition.venue.place}"
    heads = {
        pdf.letters(typographic(head))
        for document in edition.documents.values()
        for head in (document.short_authors, conference)
    }
    kept = []
    for number, page in enumerate(pages):
        lines = [line for line in page.split("\n") if not line.strip().isdigit()]
        while number and any(head in pdf.letters(lines[0]) for head in heads):
            del lines[0]
        kept += lines
    return "\n".join(kept)


@both
def test_the_pages_are_us_letter(built: Workspace, year: str, name: str) -> None:
    assert pdf.page_size(built.pdf(year, name)) == (612, 792)


def test_the_documents_keep_to_the_page_limits_of_their_calls(built: Workspace) -> None:
    assert len(pdf.pages(built.pdf("2024", "camera-ready"))) == 2
    assert 1 < len(pdf.pages(built.pdf("2026", "proposal"))) <= 5


@both
def test_all_fonts_are_embedded_type_1_fonts_of_acms_families(
    built: Workspace, year: str, name: str
) -> None:
    fonts = pdf.fonts(built.pdf(year, name))
    assert len(fonts) > 4
    families = {re.sub(r"^[A-Z]{6}\+", "", font["name"]) for font in fonts}
    assert {"LinLibertineT", "LinLibertineTB", "LinBiolinumTB"} <= families
    assert all(
        re.fullmatch(r"LinLibertineT\w*|LinBiolinumT\w*|Inconsolatazi4-\w+|txsys|NewTX\w+", family)
        for family in families
    ), families
    assert {font["type"] for font in fonts} == {"Type 1"}
    assert {(font["emb"], font["sub"], font["uni"]) for font in fonts} == {("yes", "yes", "yes")}


def test_the_real_data_give_no_diagnostic(built: Workspace) -> None:
    printed = (built.root / "printed").read_text(encoding="utf-8")
    made = sorted(line for line in printed.splitlines() if ".pdf  " in line and "TeX" in line)
    assert re.fullmatch(
        r"✓ build/2024/camera-ready.pdf  2 pages \(at most 2\), pdfLaTeX, \d pass(es)?  [\d.]+ s",
        made[0],
    )
    assert re.fullmatch(
        r"✓ build/2026/proposal.pdf  \d pages \(at most 5\), pdfLaTeX, \d pass(es)?  [\d.]+ s",
        made[1],
    )
    assert len(made) == 2
    assert printed.splitlines()[-1].startswith("Nothing is wrong with 2024 and 2026; all ")


def test_the_camera_ready_has_acms_reference_format_and_rights(built: Workspace) -> None:
    first = pdf.flowing(pdf.raw_pages(built.pdf("2024", "camera-ready"))[0])
    assert (
        "ACM Reference Format: Narges Tabari, Aniket Deshmukh, Wang-Cheng Kang, Hamed Zamani, "
        "Rashmi Gangadharaiah, Julian McAuley, and George Karypis. 2024. First Workshop on "
        "Generative AI for Recommender Systems and Personalization. In Proceedings of the 30th "
        "ACM SIGKDD Conference on Knowledge Discovery and Data Mining (KDD ’24), "
        "August 25–29, 2024, Barcelona, Spain. ACM, New York, NY, USA, 2 pages. "
        "https://doi.org/10.1145/3637528.3671486"
    ) in first
    assert "Copyrights for third-party components of this work must be honored." in first
    version = installed_acmart()
    (conference,) = conference_lines("KDD ’24", "August 25–29, 2024", "Barcelona, Spain", version)
    isbn = ISBN_LINE.at(version).format(isbn="979-8-4007-0490-1/24/08")
    assert (
        f"{conference} © 2024 Copyright held by the owner/author(s). "
        f"{isbn} https://doi.org/10.1145/3637528.3671486"
    ) in first


def test_the_camera_ready_is_numbered_as_in_the_proceedings(built: Workspace) -> None:
    first, second = (page.split() for page in pdf.raw_pages(built.pdf("2024", "camera-ready")))
    assert "6737" in first
    assert "6738" not in first
    assert "6738" in second


def test_the_second_page_has_running_heads(built: Workspace) -> None:
    second = pdf.raw_pages(built.pdf("2024", "camera-ready"))[1]
    assert "KDD ’24, August 25–29, 2024, Barcelona, Spain" in second
    assert "Narges Tabari et al." in second


def test_a_proposal_has_neither_rights_nor_reference_format(built: Workspace) -> None:
    text = pdf.text(built.pdf("2026", "proposal"))
    for words in ("Permission to make", "ACM Reference Format", "ISBN", "Copyright held"):
        assert words not in text


@both
def test_every_author_stands_with_name_address_and_institution(
    built: Workspace, year: str, name: str
) -> None:
    first = pdf.pages(built.pdf(year, name))[0]
    lines = [line.strip() for line in first.split("\n")]
    organizers = list(built.edition(year).organizers)
    assert len(organizers) == 7
    for organizer in organizers:
        person = organizer.person
        at = lines.index(person.name)
        below = lines[at : at + 6]
        assert person.affiliation in below
        if person.email:
            assert person.email in below


@both
def test_every_topic_stands_in_the_list(built: Workspace, year: str, name: str) -> None:
    edition = built.edition(year)
    text = pdf.letters(without_running_heads(pdf.raw_pages(built.pdf(year, name)), edition))
    for topic in some(edition.topics):
        assert f"•{pdf.letters(topic)}" in text


@both
def test_every_biography_stands_behind_its_name(built: Workspace, year: str, name: str) -> None:
    edition = built.edition(year)
    text = pdf.letters(without_running_heads(pdf.raw_pages(built.pdf(year, name)), edition))
    for person in some(edition.biographies):
        assert person.biography is not None
        biography = pdf.letters(typographic(str(person.biography)))
        assert f"{pdf.letters(person.name)}:{biography}" in text


@both
def test_the_abstract_and_the_keywords_stand_there(built: Workspace, year: str, name: str) -> None:
    edition = built.edition(year)
    text = pdf.letters(pdf.raw_text(built.pdf(year, name)))
    for paragraph in str(edition.abstract).strip().split("\n\n"):
        assert pdf.letters(typographic(paragraph)) in text
    assert f"{printed_heading('Keywords')}{pdf.letters(', '.join(edition.keywords))}" in text


def test_biographies_stand_in_their_own_order(built: Workspace) -> None:
    text = pdf.raw_text(built.pdf("2024", "camera-ready"))
    places = [
        text.index(f"\n{name}:\n")
        for name in (
            "Narges Tabari",
            "Aniket Deshmukh",
            "Wang-Cheng Kang",
            "Rashmi Gangadharaiah",
            "Hamed Zamani",
            "Julian McAuley",
            "George Karypis",
        )
    ]
    assert places == sorted(places)


def test_the_summary_names_its_speakers_from_the_data(built: Workspace) -> None:
    text = pdf.flowing(pdf.raw_text(built.pdf("2024", "camera-ready")))
    assert (
        "who have confirmed are Ed Chi (Google DeepMind), Dietmar Jannach (University of "
        "Klagenfurt), Craig Macdonald (University of Glasgow), and Xiao-Ming Wu"
    ) in text
    assert "Dawen Liang (Netflix) and Suzan Verberne (Leiden University) have been invited" in text


def test_the_proposal_has_program_talks_dates_committee_and_series(built: Workspace) -> None:
    edition = built.edition("2026")
    text = pdf.letters(without_running_heads(pdf.raw_pages(built.pdf("2026", "proposal")), edition))
    for slot in edition.schedule:
        assert pdf.letters(slot.hours) in text
    for talk in edition.speakers:
        assert pdf.letters(typographic(talk.title or "")) in text
    for member in edition.committee:
        assert pdf.letters(f"{member.name} ({member.affiliation})") in text
    for words in (
        "Submission deadline November 28, 2025 (extended from November 21, 2025)",
        "First KDD 2024, Barcelona, Spain, August 25, 2024",
        "Second KDD 2025, Toronto, Canada, August 4, 2025",
        "Coffee break",
        "Oral Session 1",
    ):
        assert pdf.letters(words) in text


def test_the_proposal_lists_what_it_cites_and_nothing_else(built: Workspace) -> None:
    text = pdf.raw_text(built.pdf("2026", "proposal"))
    prose = (built.data / "editions/2026/proposal.md").read_text(encoding="utf-8")
    cited = set(re.findall(r"@([\w]+)", " ".join(re.findall(r"\[@[^\]]+\]", prose))))
    listed = re.findall(
        r"^\[(\d+)\] ", text[text.index(f"\n{printed_heading('References')}") :], re.MULTILINE
    )
    assert len(cited) == len(listed) > 10
    assert "Łukasz Kaiser" in pdf.flowing(text)
    assert "[?]" not in text


@both
def test_the_metadata_say_what_the_document_is(built: Workspace, year: str, name: str) -> None:
    edition = built.edition(year)
    information = pypdf.PdfReader(built.pdf(year, name)).metadata
    assert information is not None
    assert information.title == edition.title
    assert information.author == ", ".join(
        organizer.person.name for organizer in edition.organizers
    )
    assert information.keywords == ", ".join(edition.keywords)
    assert information.subject is not None
    for words in (edition.acronym, str(year), typographic(str(edition.venue.acronym))):
        assert words in information.subject


def test_the_other_kind_of_metadata_names_every_author(built: Workspace) -> None:
    information = pypdf.PdfReader(built.pdf("2024", "camera-ready")).xmp_metadata
    assert information is not None
    assert information.dc_creator is not None
    assert list(information.dc_creator)[:2] == ["Narges Tabari", "Aniket Deshmukh"]


def test_the_other_kind_of_metadata_names_the_proceedings_as_they_are_printed(
    built: Workspace,
) -> None:
    named = pdf.publication_name(built.pdf("2024", "camera-ready"))
    assert named.split() == typographic(str(built.edition("2024").booktitle)).split()
    assert "\N{RIGHT SINGLE QUOTATION MARK}24" in named


def test_the_class_is_a_version_of_acmart_that_is_known_to_work(built: Workspace) -> None:
    information = pypdf.PdfReader(built.pdf("2024", "camera-ready")).metadata
    assert information is not None
    assert re.search(r"acmart \S+ v(1\.88|2\.\d+)\b", information.creator or "")


@both
def test_sections_are_bookmarks(built: Workspace, year: str, name: str) -> None:
    prose = next(iter(built.edition(year).documents.values())).text
    headings = re.findall(r"^# (.*)$", str(prose), re.MULTILINE)
    outline = pypdf.PdfReader(built.pdf(year, name)).outline
    titles = [str(entry.title) for entry in outline if not isinstance(entry, list)]
    assert [title.partition(" ")[2] for title in titles if title[:1].isdigit()] == headings
