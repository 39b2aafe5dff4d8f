"""Words beside facts that are taken for facts themselves: of other works, rows, lists and links."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.diagnostics import Span
from proposal.importers.site.paper_lines import paper_in_row
from proposal.importers.site.row_titles import may_be_title_of_paper
from proposal.importers.site.site_lines import SiteLine
from proposal.importers.site.site_reader import read_site_edition
from proposal.reading.page_tree import PageLine, StyledRun
from tests.importers.site.small_sites import (
    ORGANIZERS,
    codes,
    organizers,
    page_with,
    papers,
    site,
    speakers,
)

PLACE = Span(Path("page.md"), 1, 1, 1)


def test_a_cited_work_gives_no_title(tmp_path: Path) -> None:
    page = (
        "# The first workshop on Analysis of Placeholder Samples\n\nPlaceholder aims in 2026.\n\n"
        "## References\n\n* Author, A. (2023). On Samples. In Tenth Workshop on Other Things"
        " (OtherThings 2023).\n"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.md": page}), "2026")
    assert draft.workshop["name"] == "Workshop on Analysis of Placeholder Samples"
    assert draft.edition["ordinal"] == 1


def test_an_acronym_with_a_hyphen_is_whole(tmp_path: Path) -> None:
    page = (
        "---\ntitle: SAM-NET 2026 | SIGIR 2026\n---\n# The 4th Workshop on SAM Networking\n\n"
        "June 26, 2026, Lyon, France\n"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.md": page}), "2026")
    assert draft.workshop["acronym"] == "SAM-NET"


@pytest.mark.parametrize(
    ("said", "acronym"),
    [
        ("WSP Workshop @ SIGIR26\nMonday, June 26", "SIGIR '26"),
        ("Co-located with SIGIR2026", "SIGIR '26"),
        ("Co-located with Samples!", "Samples '26"),
    ],
)
def test_the_conference_ends_where_its_name_does(tmp_path: Path, said: str, acronym: str) -> None:
    page = f"# Third Workshop on Structured Proposals\n\n{said}\n\nLyon, France, June 26, 2026\n"
    draft = read_site_edition(site(tmp_path / "site", {"index.md": page}), "2026")
    assert draft.venue["acronym"] == acronym


def test_who_hosts_a_workshop_is_no_conference(tmp_path: Path) -> None:
    page = (
        "# Third Workshop on Structured Proposals\n\nHosted by EXAMPLELAB in Lyon, France, 2026\n"
    )
    draft = read_site_edition(site(tmp_path / "site", {"index.md": page}), "2026")
    assert draft.venue["acronym"] == "Conference '26"
    assert "not-found" in codes(draft)


@pytest.mark.parametrize(
    ("title", "may_be"),
    [
        ("Samples of Texts and Their Many Challenges", True),
        ("Short abstract: In this talk we propose samples", False),
        ("Panel discussion: The Future of Samples", False),
    ],
)
def test_what_may_be_a_paper_in_the_programme(title: str, may_be: bool) -> None:
    assert may_be_title_of_paper(title, authors=1) is may_be


def test_a_bold_name_ends_where_the_bold_does(tmp_path: Path) -> None:
    body = (
        "# Organizers\n\n* **Ann Author**, University of Testing\n* **Bob Builder** Virginia Tech\n"
    )
    assert organizers(page_with(tmp_path, body)) == {
        "Ann Author": "University of Testing",
        "Bob Builder": "Virginia Tech",
    }


@pytest.mark.parametrize("where", ["IIT Sample, India", "UT Sample, USA", "UNC Sample Hill, USA"])
def test_an_institution_of_letters_and_a_town_is_nobody(tmp_path: Path, where: str) -> None:
    body = (
        f"{ORGANIZERS}# Program Committee\n\n<ul><li><p>Bob Builder</p><p>{where}</p></li>"
        f"<li><p>Eve Example</p><p>University of Testing</p></li></ul>\n"
    )
    committee = page_with(tmp_path, body).edition["committee"]
    assert isinstance(committee, list)
    assert [one["name"] for one in committee] == ["Bob Builder", "Eve Example"]


def test_a_paragraph_below_a_list_is_nobodys_biography(tmp_path: Path) -> None:
    body = (
        "# Organizers\n\n* Ann Author, University of Testing\n* Bob Builder, Sample Institute\n\n"
        "WSP is a workshop on placeholders and on other sample texts that stand in for sentences "
        "of this length, as they stand below lists of people.\n"
    )
    draft = page_with(tmp_path, body)
    assert len(organizers(draft)) == 2
    assert not any(person.biography for person in draft.people)


def test_a_link_in_a_sentence_on_submissions_is_not_where_papers_go(tmp_path: Path) -> None:
    body = (
        f"{ORGANIZERS}# Submission\n\nEach submission has [reproducibility appendices]"
        "(https://example.org/appendices).\n\n[Submit your paper](https://papers.example.org/wsp)\n"
    )
    assert page_with(tmp_path, body).edition["submissions"] == {
        "url": "https://papers.example.org/wsp"
    }


def test_an_institution_named_after_somebody_and_a_footer_are_nobodys(tmp_path: Path) -> None:
    body = (
        "# Organizers\n\n<p>Ann Author</p><p>Fondazione Eve Example, Italy</p>"
        "<p>© 2026 WSP | Template design by <a href='https://theme.example.org'>Theme</a></p>\n"
    )
    draft = page_with(tmp_path, body)
    assert organizers(draft) == {"Ann Author": "Fondazione Eve Example"}
    assert [person.homepage for person in draft.people] == [None]


# The programme


def row(*runs: tuple[str, str]) -> SiteLine:
    """A line of texts with their styles."""
    styled = (StyledRun(text, frozenset({style} - {""})) for text, style in runs)
    return SiteLine(PageLine(tuple(styled)), PLACE, "p", "", 0, 0)


@pytest.mark.parametrize(
    "line",
    [
        row(("On Samples of Samples", "bold"), (" Ann Author, Bob Builder (Sample Lab)", "")),
        row(("Ann Author and Bob Builder. ", ""), ("On Samples of Samples", "italic"), (".", "")),
        row(("On Samples of Samples (Ann Author and Bob Builder)", "")),
        row(("[Best Paper Award] On Samples of Samples", "bold"), (" Ann Author; Bob Builder", "")),
    ],
    ids=["bold", "italics", "brackets", "award"],
)
def test_title_and_authors_on_one_line_of_the_programme(line: SiteLine) -> None:
    paper = paper_in_row(line)
    assert paper is not None
    assert paper.title == "On Samples of Samples"
    assert [author.name for author in paper.authors] == ["Ann Author", "Bob Builder"]


@pytest.mark.parametrize(
    "text",
    [
        "Opening Remarks (Ann Author)",
        "On Samples of Samples (University of Testing)",
        "On Samples and Why They Matter (Part Two)",
    ],
)
def test_a_row_that_is_no_paper(text: str) -> None:
    assert paper_in_row(row((text, ""))) is None


PROGRAMME = """# Program

### 9:00am - 9:30am Invited Talk: On Talks of Samples (Eve Example)

### 9:30am - 10: 30am Session I

- **On Samples of Samples**
  Ann Author, Bob Builder (University of Testing)
- Invited talk: Another Placeholder Title, Eve Example (Sample Institute)

### 10:30am End
"""


def test_hours_with_stray_spaces_talks_and_the_end_of_the_day(tmp_path: Path) -> None:
    draft = page_with(tmp_path, ORGANIZERS + PROGRAMME)
    assert [(slot["start"], slot["end"]) for slot in draft.program] == [
        ("09:00", "09:30"),
        ("09:30", "10:30"),
    ]
    assert draft.program[1]["title"] == "Session I"
    assert papers(draft) == {"On Samples of Samples": ["Ann Author", "Bob Builder"]}
    assert speakers(draft) == {"Eve Example": "On Talks of Samples"}
    said = [one.message for one in draft.diagnostics if one.code == "not-understood"]
    assert any("Another Placeholder Title" in message for message in said)
    assert "two-titles" not in codes(draft)
