"""What looks like a contradiction and is none is not found; what is one beside it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from proposal.audit.run_audit import compare_with_each_other
from proposal.audit.with_each_other.stated.person_texts import (
    begins_with_person,
    may_be_person,
    name_and_post,
)
from proposal.diagnostics import Severity
from tests.importers.bringing import written

TITLE = '---\ntitle: "Workshop on Structured Proposals (WSP 2026)"\n---\n'


def codes(root: Path, *bodies: str) -> list[str]:
    """The codes of what an audit finds in pages with some bodies."""
    for number, body in enumerate(bodies):
        written(root / f"page{number}.md", f"{TITLE}{body}")
    return [found.code for found in compare_with_each_other([root]).diagnostics]


NO_CONTRADICTIONS = {
    "authors behind titles": [
        (
            "## Program\n\n| Time | What |\n| --- | --- |\n| 9:00 - 9:30 | A Paper on Samples |\n"
            "| 9:30 - 10:00 | Another Paper on Titles |\n"
        ),
        (
            "## Accepted papers\n\n* A Paper on Samples : Ann Author, Bob Builder, Carl Cook\n"
            "* Another Paper on Titles : Ann Author, Bob Builder\n"
        ),
    ],
    "posts with institutions": [
        (
            "## Organizers\n\n**Ann Author**<br>Postdoctoral Researcher, Example University\n\n"
            "**Bob Builder**<br>Postdoctoral Researcher, Institute of Samples\n"
        ),
    ],
    "short words in addresses": ["At DNA 2026. [Guide](https://example.org/travel?q=and-more).\n"],
    "what is provided on the day": [
        (
            "* Velcro will be provided at the registration desk.\n"
            "* Make an account (details and a link will be provided)\n"
        )
    ],
    "words over something": ["## Keynote Speaker\n\nAnn Author\n\n* Keynote 1\n"],
    "what others determine": ["* The length is to be determined by each session.\n"],
    "journals by their letters": ["* A reviewer of TKDE, TOIS, TORS, and TBD.\n"],
    "dates of other papers": [
        (
            "# Dates\n\n## Call for papers\n\n* Paper submission: May 3, 2026\n\n"
            "## Call for the doctoral symposium\n\n### Days\n\n* Submission: May 10, 2026\n"
        )
    ],
    "dates of papers of several kinds": [
        (
            "* Full paper submission deadline: May 1, 2026\n"
            "* Short paper submission deadline: May 8, 2026\n"
            "* Direct submission: May 2, 2026\n* ARR commitment deadline: May 22, 2026\n"
            "* Non-archival submission deadline: June 10, 2026\n"
        )
    ],
    "dates of reviewers and guests": [
        (
            "* Submission deadline: May 3, 2026\n* Reviewer deadline: May 20, 2026\n"
            "* Confirmation deadline: June 20, 2026\n"
        )
    ],
    "talks in a session": [
        (
            "# Program\n\n- **16:00 – 17:30** - Session\n  - *Talk* (12 minutes + 5 minutes Q&A)\n"
            "  - *Another* (8 minutes + 5 minutes Q&A)\n- **17:30 – 18:00** - Closing\n"
        )
    ],
    "the days of the host": [
        "## When\n\nJune 18, 2026\n",
        (
            "WSP is a workshop at ([SAMPLE 2026](https://example.org)). SAMPLE 2026 will be held "
            "in Dublin, Ireland, 15-18 June 2026.\n"
        ),
    ],
    "names that authors choose": [
        "## Organizers\n\n* Ann Author, Example University\n",
        "## Papers\n\nA title of a paper. Bob Builder, Ann B. Author, Carl Cook\n",
    ],
    "several speakers beside each other": [
        "## Speakers\n\n* Ann Author, Bob Builder\n* Carl Cook – Dora Drafter\n",
        (
            "## Keynote speakers\n\n* Ann Author, Institute of Samples\n"
            "* Carl Cook, University of Testing\n"
        ),
    ],
    "several speakers with their institutions below": [
        "## Speakers\n\n* Ann Author<br>Bob Builder<br>Institute of Samples; TU Samples\n",
        "## Keynote speakers\n\n* Ann Author, Institute of Samples\n",
    ],
    "several speakers in one line with one institution": [
        "## Speakers\n\n* Ann Author, Bob Builder, Carl Cook, Institute of Samples\n",
        "## Keynote speakers\n\n* Ann Author, University of Samples\n",
    ],
    "who speaks, below a title of names' looks": [
        (
            "## Invited talks\n\n- **Ann Author**, Institute of Samples (Talk, remote)<br>\n"
            "  What Samples Can Do\n"
        ),
        (
            "# Program\n\n- 9:00 - 9:30 What Samples Can Do\n\n"
            "  Industry talk: Ann Author, Institute of Samples (remote)\n"
            "- 9:30 - 10:00 Coffee\n"
        ),
    ],
    "who speaks, and is in a panel": [
        "## Invited talks\n\n- A Long Title of Some Talk<br>Ann Author, Institute of Samples\n",
        (
            "# Program\n\n- 9:00 - 9:30 Samples Tomorrow\n\n  Do we need any samples?\n\n"
            "  With Ann Author, Bob Builder\n- 9:30 - 10:00 Coffee\n"
        ),
    ],
    "who speaks, and leads another talk": [
        "## Invited talks\n\n- A Long Title of Some Talk<br>Ann Author, Institute of Samples\n",
        (
            "# Program\n\n- 9:00 - 9:30 Quite Another Title of It\n\n  Chair: Ann Author\n"
            "- 9:30 - 10:00 Coffee\n"
        ),
    ],
    "two who speak, each in a line": [
        "## Invited talks\n\n- A Long Title of Some Talk<br>Ann Author, Institute of Samples\n",
        (
            "# Program\n\n- 9:00 - 9:30 Invited talk\n\n  Ann Author, Institute of Samples\n\n"
            "  Bob Builder, University of Testing and Samples\n- 9:30 - 10:00 Coffee\n"
        ),
    ],
    "years of the last century": ["## History\n\nSince AAAI ’96 we have met each year.\n"],
}


@pytest.mark.parametrize("bodies", NO_CONTRADICTIONS.values(), ids=NO_CONTRADICTIONS)
def test_no_contradiction_is_found(tmp_path: Path, bodies: list[str]) -> None:
    assert codes(tmp_path, *bodies) == []


@pytest.mark.parametrize(
    ("bodies", "code"),
    [
        (["* Schedule will be provided soon.\n"], "placeholder"),
        (["* Length: to be determined\n"], "placeholder"),
        (["We meet on Jan 26/27, 2026. Speaker: Ann Author.\n", "We meet on Jan 27, 2026.\n"],
         "two-dates"),
        (["We meet on Jan 26/27, 2026. Room: TBA\n", "We meet on Jan 27, 2026.\n"], "two-dates"),
        (["* Submission deadline: May 3, 2026\n* Papers are due: May 9, 2026\n"], "two-dates"),
        (["* Short paper submission: May 3, 2026\n* Short papers submission: May 9, 2026\n"],
         "two-dates"),
        (["## Organizers\n\n* Ann Author, Example University\n",
          "Papers by Bob Builder, Änn Author, Carl Cook\n"], "name-spelling"),
        (["## Organizers\n\n* Ann Author (Sample Dame)\n",
          "## Organizers\n\n* Ann Author (Example Mellon)\n"], "affiliation-differs"),
        (["## Speakers\n\n* Ann Author, TU Samples\n",
          "## Speakers\n\n* Ann Author, Institute of Testing\n"], "affiliation-differs"),
        (["## Invited talks\n\n- A Long Title of Some Talk<br>Ann Author, Institute of Samples\n",
          ("# Program\n\n- 9:00 - 9:30 Quite Another Title of It\n\n  Ann Author\n"
          "- 9:30 - 10:00 Coffee\n")], "title-differs"),
        (["# Program\n\n- **16:00 – 17:30** - Session 1 (60 min)\n- **17:30 – 18:00** - Closing\n"],
         "wrong-duration"),
    ],
)  # fmt: skip
def test_what_is_wrong_beside_it_is_found(tmp_path: Path, bodies: list[str], code: str) -> None:
    assert code in codes(tmp_path, *bodies)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Ann Author, Example University", ("Ann Author", "Example University")),
        ("Ann Author (Sample Dame)", ("Ann Author", "Sample Dame")),
        ("Ann Author, Example University (remote)", ("Ann Author", "Example University")),
        ("Ann Author, Example Labs (EL)", ("Ann Author", "Example Labs (EL)")),
        ("A Title, and What Is Said of It", None),
    ],
)
def test_who_and_where_are_read_in_one_line(line: str, found: tuple[str, str] | None) -> None:
    assert name_and_post(line) == found


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Bob Builder", True),
        ("Bob Builder, Carl Cook", True),
        ("Bob Builder and Carl Cook, Example University", True),
        ("Example University, Sample City", False),
        ("TU Samples", False),
        ("Sample Tech", False),
        ("Samples", False),
    ],
)
def test_what_may_be_a_second_person_is_known(text: str, is_one: bool) -> None:
    assert may_be_person(text) is is_one


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("Industry talk: Ann Author, Institute of Samples (remote)", True),
        ("Presented by Ann Author and Bob Builder", True),
        ("With Ann Author (Institute of Samples)", True),
        ("Keynote: What It Means to Be a Sample", False),
        ("On What It Means, and What Not, to Be a Sample", False),
    ],
)
def test_lines_about_speakers_are_no_titles(line: str, begins: bool) -> None:
    assert begins_with_person(line) is begins


def test_a_link_around_all_pages_is_reported_once(tmp_path: Path) -> None:
    bodies = [f"Words {number}\n\n[Home]()\n" for number in range(6)]
    for number, body in enumerate(bodies):
        written(tmp_path / f"past{number}" / "call.md", f"{TITLE}{body}")
    [found] = compare_with_each_other([tmp_path]).diagnostics
    assert found.message == "the link “Home” leads nowhere, here and on 5 other pages"


def a_pdf(file: Path, pages: list[list[str]]) -> Path:
    """A PDF whose pages have some lines."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(width=612, height=792)
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode())
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(file)
    return file


def test_of_papers_among_pages_only_title_and_authors_are_read(tmp_path: Path) -> None:
    lines = ["A Paper on Samples", "Ann Author", "Abstract", "Some words. Results are TBA."]
    paper = a_pdf(tmp_path / "1.pdf", [lines, ["TODO: more words"]])
    call = a_pdf(tmp_path / "call.pdf", [["Call for papers", "Room: TBA"]])
    of_folder = compare_with_each_other([tmp_path]).diagnostics
    assert [found.message.partition(",")[0] for found in of_folder] == [str(call)]
    assert len(compare_with_each_other([paper]).diagnostics) == 2


def test_what_no_person_wrote_is_left_out_with_a_warning(tmp_path: Path) -> None:
    written(tmp_path / "slides.html", f"<html><body>{'word ' * 100_000}</body></html>")
    [found] = compare_with_each_other([tmp_path]).diagnostics
    assert (found.code, found.severity) == ("cannot-be-read", Severity.WARNING)
