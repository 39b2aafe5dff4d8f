"""Tests that names, papers and talks are compared in all forms in which pages have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.audit.with_each_other import disagreements
from proposal.diagnostics import Diagnostic, Severity
from tests.audit.with_each_other.pages import codes, pointed_at


def of_pages(folder: Path, **bodies: str) -> list[Diagnostic]:
    files = []
    for name, body in bodies.items():
        file = folder / f"{name}.md"
        file.write_text(f'---\ntitle: "{name.title()} of WSP 2026"\n---\n{body}\n', "utf-8")
        files.append(file)
    return disagreements(files)


def test_people_below_each_other_have_their_own_institutions(tmp_path: Path) -> None:
    call = "### Invited Speakers\n\nAnn Author \\\nBob Builder, UCL, UK\n"
    index = "### Invited Speakers\n\n| ![A](a.png) | ![B](b.png) |\n|:--:|:--:|\n"
    row = "| Ann Author | Bob Builder, Imperial College London |\n"

    [found] = of_pages(tmp_path, call=call, index=index + row)

    assert found.code == "affiliation-differs"
    assert "Bob Builder works at “Imperial College London” here, and at “UCL, UK”" in found.message
    same = of_pages(
        tmp_path, call=call, index=index + row.replace("Imperial College London", "UCL")
    )
    assert same == []


def test_names_beside_each_other_are_no_institutions(tmp_path: Path) -> None:
    index = "### Invited Speakers\n\n| Ann Author | Bob Builder |\n|--|--|\n| UCL | DCU |\n"
    call = "### Invited Speakers\n\n* Ann Author, Institute of Samples\n"

    assert of_pages(tmp_path, call=call, index=index) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ADAPT/DCU, Ireland", "Dublin City University"),
        ("UNC, USA", "University of North Carolina"),
    ],
)
def test_first_letters_of_an_institution_are_no_other_one(
    tmp_path: Path, one: str, other: str
) -> None:
    call = f"## Organizers\n\n* Ann Author, {one}\n"
    index = f"## Organizers\n\n* Ann Author, {other}\n"

    assert "affiliation-differs" not in codes(of_pages(tmp_path, call=call, index=index))


LISTED = "### Invited Speakers\n\n* Mark J Núñez, Institute of Samples\n\n### News\n\n"


@pytest.mark.parametrize("name", ["Mark Nunez", "Mark Núñez", "Mark J Nunez"])
def test_a_name_in_running_text_is_compared_with_the_list(tmp_path: Path, name: str) -> None:
    [found] = of_pages(tmp_path, index=f"{LISTED}We are glad that {name} will speak.")

    assert (found.code, found.severity) == ("name-spelling", Severity.WARNING)
    assert pointed_at(found) == name


@pytest.mark.parametrize(
    "name", ["Mark J Núñez", "Mark J. Núñez", "M. Núñez", "Núñez", "MARK NUNEZ", "Maria Núñez"]
)
def test_other_people_and_usual_short_forms_are_no_slips(tmp_path: Path, name: str) -> None:
    assert of_pages(tmp_path, index=f"{LISTED}We are glad that {name} will speak.") == []


ORGANIZERS = """\
## Organisers

* [Andrej Novacek](https://example.org/a) (University of Testing)

## Program Committee

* Tiago Castro Silva, University of Placeholders
* Jörg Müller, University of Placeholders
"""
AUTHORS = "Andřej Nováček and Cleo Coder", "Joerg Mueller, Tiago Castro-Silva and Eve Example"
LISTS = {
    "line below": "* [A Paper on Placeholders](1.pdf)\n<br />\n{}\n\n"
    "* [Another One on Samples](2.pdf)\n<br />\n{}",
    "same line": "* [A Paper on Placeholders](1.pdf). {}\n* [Another One on Samples](2.pdf). {}",
    "bold": "- **A Paper on Placeholders.** {}\n- **Another One on Samples.** {}",
    "headings": "### A Paper on Placeholders\n\n{}\n\n### Another One on Samples\n\n{}",
    "table": "| Paper | Authors |\n| - | - |\n| A Paper on Placeholders | {} |\n"
    "| Another One on Samples | {} |",
}


@pytest.mark.parametrize("form", LISTS)
def test_authors_are_compared_with_organizers_in_every_form_of_a_list(
    tmp_path: Path, form: str
) -> None:
    papers = "## Accepted papers\n\n" + LISTS[form].format(*AUTHORS)

    found = of_pages(tmp_path, papers=papers, organisation=ORGANIZERS)

    assert (
        sorted(found.message.split("”")[0] for found in found)
        == [
            "“Andrej Novacek",
            "“Jörg Müller",
            "“Tiago Castro Silva",
        ]
        or codes(found) == ["name-spelling"] * 3
    )
    right = ["Andrej Novacek and Cleo Coder", "Jörg Müller, Tiago Castro Silva and Eve Example"]
    papers = "## Accepted papers\n\n" + LISTS[form].format(*right)
    assert of_pages(tmp_path, papers=papers, organisation=ORGANIZERS) == []


PROGRAM = """\
## June 24, 2026

| Time | Session |
|---|---|
| 11h00 – 11h10 | **Welcome** |
| 11h10 – 11h50 | **Paper: Placeholders in Games** |
| | Ann Author |
| 12h10 – 12h50 | **Paper: Multiple Samples of Things in Games** |
| | Cleo Coder |

## Accepted papers

### Placeholders in Games: A Long and Optimized Framework for Everything

- **Ann Author**, University of Testing

Placeholder abstract.

### Multiple Samples of Things in Games

- **Cleo Coder**, University of Testing
"""


def test_titles_that_are_headings_are_compared_with_the_programme(tmp_path: Path) -> None:
    [found] = of_pages(tmp_path, program=PROGRAM)

    assert found.code == "title-differs"
    assert "“Placeholders in Games” is “Placeholders in Games: A Long" in found.message
    short = PROGRAM.replace(": A Long and Optimized Framework for Everything", "")
    assert of_pages(tmp_path, program=short) == []


TALKS = """\
| 9:00am - 9:10am | Opening |
| 9:10am - 10:00am | Keynote: Question Answering over a Sample Graph |
| 10:00am - 10:30am | Coffee |
"""


def test_the_title_of_a_talk_on_its_own_page_is_compared_with_the_schedule(
    tmp_path: Path,
) -> None:
    page = "## Keynote: Question Answering over a Sample {}\n\nAbstract."

    [found] = of_pages(tmp_path, bob=page.format("Graphs"), schedule=TALKS)

    assert (found.code, found.severity) == ("title-differs", Severity.ERROR)
    assert of_pages(tmp_path, bob=page.format("graph!"), schedule=TALKS) == []
    other = "## Keynote: How to Read Placeholders Aloud\n\nAbstract."
    assert of_pages(tmp_path, bob=other, schedule=TALKS) == []


def test_numbered_talks_of_one_series_are_no_slips_of_each_other(tmp_path: Path) -> None:
    parts = "\n".join(f"## Keynote: Lectures on Sample Texts, Part {n}\n\nText.\n" for n in "12")

    assert of_pages(tmp_path, talks=parts) == []


def test_a_call_that_is_published_twice_is_found_before_and_behind_its_date(tmp_path: Path) -> None:
    call = "### Important Dates\n\n27 Feb 2026: Call published\\\n15 Aug 2026: Submission deadline"
    dates = "* {}\n* Submission deadline: {}"

    found = of_pages(
        tmp_path, call=call, dates=dates.format("5 February 2026: Call published", "15 August 2026")
    )
    deadline = of_pages(
        tmp_path, call=call, dates=dates.format("27 February 2026: Call opens", "16 August 2026")
    )

    assert codes(found) == codes(deadline) == ["two-dates"]
    assert "the publication of the call is February" in found[0].message
    assert "the submission deadline is" in deadline[0].message


@pytest.mark.parametrize(
    "line",
    [
        "15 March 2026: Second call published",
        "1 March 2026: Call for demos published",
        "18 August 2026: Final acceptance",
        "18 August 2026: Submission deadline for journal versions",
    ],
)
def test_other_calls_and_deadlines_have_dates_of_their_own(tmp_path: Path, line: str) -> None:
    dates = "* 27 Feb 2026: Call published\n* 15 Aug 2026: Submission deadline\n"
    notification = "* 16 Aug 2026: Notification\n"

    assert of_pages(tmp_path, dates=f"{dates}{notification}* {line}") == []


def test_a_page_of_another_year_is_reported_once_and_not_compared(tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    folder.mkdir()
    people = "\n\n## Organizers\n\n* Ann Author, {}"
    new = "* Submission deadline: May 3, 2026\n* Notification: June 3, 2026"
    new += people.format("Institute of Samples")
    old = "* Submission deadline: May 3, 2024\n* Notification: June 3, 2024"
    old += people.format("University of Testing")
    for name, body in {"index": new, "dates": old, "history": old}.items():
        (folder / f"{name}.md").write_text(f"# {name.title()}\n\n{body}\n", "utf-8")

    [found] = disagreements([folder / "index.md", folder / "dates.md"])

    assert (found.code, found.severity) == ("leftover-page", Severity.WARNING)
    assert "the dates of this page are of 2024 and before" in found.message


def test_a_title_of_another_year_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    folder.mkdir()
    page = folder / "call.md"
    page.write_text('---\ntitle: "Call for Papers of WSP 2025"\n---\nText.\n', "utf-8")

    assert codes(disagreements([page])) == ["leftover-page"]
    page.write_text('---\ntitle: "Past workshops: WSP 2025"\n---\nText.\n', "utf-8")
    assert disagreements([page]) == []


def test_a_page_of_demos_has_deadlines_of_its_own(tmp_path: Path) -> None:
    demos = "* Submission deadline: May 9, 2026"

    assert of_pages(tmp_path, call="* Submission deadline: May 3, 2026", demos=demos) == []
    assert codes(of_pages(tmp_path, call="* Submission deadline: May 3, 2026", dates=demos)) == [
        "two-dates"
    ]


def test_a_talk_from_afar_has_the_title_of_its_paper(tmp_path: Path) -> None:
    afar = PROGRAM.replace(": A Long and Optimized Framework for Everything", "")
    afar = afar.replace("Paper: Placeholders", "(virtual) Placeholders")

    assert of_pages(tmp_path, program=afar) == []


def test_a_slip_in_an_institution_is_reported_where_it_stands_be_it_the_first(
    tmp_path: Path,
) -> None:
    people = [
        "Ann Author, University for Samples",
        "Bob Builder, University of Samples",
        "Cleo Carver, University of Samples",
    ]
    for listed in (people, people[::-1]):
        index = "## Organizers\n\n" + "".join(f"* {person}\n" for person in listed)

        [found] = of_pages(tmp_path, index=index)

        assert found.code == "institution-spelling"
        assert pointed_at(found) == "University for Samples"


def test_titles_that_only_numbers_tell_apart_are_those_of_several_papers(tmp_path: Path) -> None:
    listed = "".join(
        f"### Counting of Papers {number}\n\n- **Cleo Coder**, University of Testing\n\n"
        for number in (1, 2)
    )
    program = PROGRAM.partition("## Accepted")[0] + "## Accepted papers\n\n" + listed
    program = program.replace("Placeholders in Games", "Counting of Papers 7")
    program = program.replace("Multiple Samples of Things in Games", "Counting of Papers 2")

    assert codes(of_pages(tmp_path, program=program)) == []
    changed = program.replace("Papers 7", "Papers 1")
    assert codes(of_pages(tmp_path, program=changed)) == []
    single = program.replace("Counting of Papers 1", "Weighing of Round Stones")
    wrong = single.replace("Papers 2", "Papers 8", 1).replace("Papers 7", "Many Apples")
    assert codes(of_pages(tmp_path, program=wrong)) == ["title-differs"]
