"""Titles, authors, institutions and marks of first pages, made of lines with places and fonts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from proposal.check.papers.author_check import printed_authors
from proposal.check.papers.contact_check import addresses, addresses_in, institutions
from proposal.check.papers.expected_paper import ExpectedAuthor, ExpectedPaper, PageLimit
from proposal.check.papers.left_over_marks import edge_text, left_over_marks
from proposal.check.papers.paper_top import PaperTop, abstract_in, paper_top
from proposal.check.papers.printed_pages_check import (
    counted_pages,
    numbered_lines,
    numbered_pages,
    too_long,
    undefined_references,
)
from proposal.check.papers.printed_text import loses_accents, printed_text
from proposal.check.papers.publication_check import publication
from proposal.check.papers.title_check import printed_title
from proposal.pdf.placed import Box
from proposal.pdf.printed_runs import LetterRun, PrintedPage

TITLE = "Careful Engines at Work"
NAMES = ("Ann Author", "Bob Builder", "Zoë Quotes")
PAPER = ExpectedPaper(
    id="engines",
    title=TITLE,
    authors=tuple(ExpectedAuthor(name, "", (), "", is_corresponding=False) for name in NAMES),
    abstract="",
    limit=None,
    doi="",
    isbn="",
    years=(2026,),
    names=("WSDM", "ENGINES"),
    is_numbered_later=False,
)


def run(text: str, left: float, bottom: float, size: float = 10, font: str = "Roman") -> LetterRun:
    box = Box(left, bottom, left + 0.5 * size * len(text), bottom + size)
    return LetterRun(text, box, font, 400, is_upright=True)


def page(*runs: LetterRun, number: int = 1) -> PrintedPage:
    text = "\n".join(part.text for part in runs)
    return PrintedPage(number, 612, 792, text, runs)


def words(count: int = 8, bottom: float = 400) -> list[LetterRun]:
    line = "these are the words of a paper that goes on and on"
    return [run(line, 72, bottom - 12 * number) for number in range(count)]


def top(authors: list[LetterRun], title: str = TITLE) -> PaperTop:
    head = run(title, 100, 700, 17, "Bold")
    return paper_top(page(head, *authors, run("Abstract", 72, 420, 12), *words()), [])


def in_a_row(*names: str) -> list[LetterRun]:
    return [run(name, 80 + 160 * number, 660, 12) for number, name in enumerate(names)]


def authors_found(authors: list[LetterRun], paper: ExpectedPaper = PAPER) -> list[str]:
    first = top(authors)
    end = printed_title(first, paper).end
    found = printed_authors(first, end, printed_text(""), paper)
    return [finding.brief for finding in found.findings]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        (TITLE, []),
        ("CAREFUL ENGINES AT WORK", []),
        ("Care-ful Engines At Work∗", []),
        ("Careful Engines at Rest", ["other title"]),
        ("Careful Engines at Work: A Study", ["longer title"]),
        ("Short Notes on Long Gears", ["other title"]),
    ],
)
def test_a_title_is_compared_by_its_letters(printed: str, found: list[str]) -> None:
    title = printed_title(top(in_a_row(*NAMES), printed), PAPER)
    assert [finding.brief for finding in title.findings] == found


def test_a_title_unlike_that_of_the_data_is_another_papers() -> None:
    title = printed_title(top([], "Short Notes on Long Gears"), PAPER)
    assert (title.is_other, title.text) == (True, "Short Notes on Long Gears")


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (NAMES, []),
        (("ANN AUTHOR", "Bob Builder1,2", "Zoë Quotes∗"), []),
        (("Ann Author", "Bob Builder", "Zoe\N{DIAERESIS} Quotes"), []),
        (("Ann Author", "Bob Builder", "Zoe Quotes"), ["Zoë Quotes: accents"]),
        (("A. Author", "Bob Builder", "Zoë Quotes"), ["Ann Author: initials"]),
        (("Ann B. Author", "Bob Builder", "Zoë Quotes"), ["Ann Author: name in full"]),
        (("Author Ann", "Bob Builder", "Zoë Quotes"), ["Ann Author: order of the name"]),
        (("Ann Author", "Bob Builder Sample", "Zoë Quotes"), ["Bob Builder: longer name"]),
        (("Annegret Author", "Bob Builder", "Zoë Quotes"), ["Ann Author: given name"]),
        (("Annegret P. Q. Author", "Bob Builder", "Zoë Quotes"), ["Ann Author: given name"]),
        (("Eve Author", "Bob Builder", "Zoë Quotes"), ["Ann Author missing"]),
        (("Ann", "Bob Builder", "Zoë Quotes"), ["Ann Author missing"]),
        (("Ann Autor", "Bob Builder", "Zoë Quotes"), ["Ann Author: spelling"]),
        (("Ann Author", "Zoë Quotes"), ["Bob Builder missing"]),
        (("Bob Builder", "Ann Author", "Zoë Quotes"), ["order of authors"]),
        ((*NAMES, "Cem Coder"), ["Cem Coder is new"]),
        ((*NAMES, "University of Examples"), []),
        ((*NAMES, "UE Exampleton"), []),
    ],
)
def test_all_authors_stand_there_in_order_and_spelling(
    names: tuple[str, ...], found: list[str]
) -> None:
    assert authors_found(in_a_row(*names)) == found


def test_authors_in_columns_are_in_order_if_rows_or_the_file_say_so() -> None:
    first, second, third = in_a_row(*NAMES)
    assert authors_found([third, first, second]) == []
    below = [run(name, 80, 660 - 20 * number, 12) for number, name in enumerate(NAMES)]
    assert authors_found(below) == []


def test_a_name_that_a_line_breaks_in_a_list_is_one_name() -> None:
    lines = [
        run("Ann Author, Bob Builder, Zoë Quotes, Cem", 80, 660, 12),
        run("Coder", 80, 640, 12),
    ]
    assert authors_found(lines) == ["Cem Coder is new"]


def test_an_author_may_be_printed_in_the_own_script() -> None:
    native = replace(PAPER.authors[0], native_name="範例")
    paper = replace(PAPER, authors=(native, *PAPER.authors[1:]))
    assert authors_found(in_a_row("範例", "Bob Builder", "Zoë Quotes"), paper) == []


def test_a_shorter_form_of_a_longer_name_is_the_same_person() -> None:
    longer = replace(PAPER.authors[0], name="Ann Author Sample")
    paper = replace(PAPER, authors=(longer, *PAPER.authors[1:]))
    assert authors_found(in_a_row(*NAMES), paper) == ["Ann Author Sample: shorter name"]


def test_an_address_is_no_name() -> None:
    address = run("zoe.quotes@example.org", 80, 640, 9)
    assert authors_found([*in_a_row("Ann Author", "Bob Builder"), address]) == [
        "Zoë Quotes missing"
    ]


def test_marks_of_footnotes_are_no_letters_of_names() -> None:
    mark = run("a,b", 80 + 60, 665, 7)
    assert authors_found([run("Ann Author", 80, 660, 12), mark, *in_a_row(*NAMES)[1:]]) == []


@pytest.mark.parametrize(
    ("printed", "name", "is_lost"),
    [
        ("Muller", "Müller", True),
        ("Mu\N{DIAERESIS}ller", "Müller", False),
        ("Mu\u0308ller", "Müller", False),
        ("Müller", "Muller", True),
        ("MÜLLER", "Müller", False),
        ("Lukasz", "Łukasz", True),
    ],
)
def test_accents_are_lost_only_where_none_stands_beside(
    printed: str, name: str, is_lost: bool
) -> None:
    assert loses_accents(printed, name) is is_lost


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("by Li Wang, Ann", True),
        ("Yuli Wang", False),
        ("Li Wangler", False),
        ("Ann AuthorLi WangBob", True),
        ("Li Wanga,b", True),
    ],
)
def test_a_name_is_no_part_of_another_one(text: str, is_there: bool) -> None:
    assert bool(list(printed_text(text).places("Li Wang"))) is is_there


@pytest.mark.parametrize(
    ("printed", "is_missing"),
    [
        ("University of Examples, Utopia", False),
        ("Univ. Examples", False),
        ("UOE", True),
        ("Institute of Gears", True),
    ],
)
def test_any_word_of_its_own_is_enough_for_an_institution(printed: str, is_missing: bool) -> None:
    author = replace(PAPER.authors[0], institutions=("University of Examples",))
    paper = replace(PAPER, authors=(author,))
    assert bool(list(institutions([printed_text(printed)], paper))) is is_missing


def test_addresses_of_a_group_are_read_one_by_one() -> None:
    assert addresses_in("{ann, bob}@example.org, cem@example.com") == {
        "ann@example.org",
        "bob@example.org",
        "cem@example.com",
    }


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("ann@example.org", []),
        ("ann@exmaple.org", ["e-mail differs"]),
        ("bob@example.com", ["e-mail missing"]),
        ("no address", []),
    ],
)
def test_the_address_to_which_readers_write_is_printed(printed: str, found: list[str]) -> None:
    author = replace(PAPER.authors[0], email="ann@example.org", is_corresponding=True)
    paper = replace(PAPER, authors=(author,))
    assert [one.brief for one in addresses([printed_text(printed)], paper)] == found


@pytest.mark.parametrize("heading", ["Abstract", "A B S T R A C T", "Zusammenfassung", "摘 要"])
def test_the_heading_of_an_abstract_is_known_in_many_languages(heading: str) -> None:
    assert abstract_in(f"Ann Author\n{heading}\nWe show") >= 0


def test_words_that_begin_like_a_heading_are_none() -> None:
    assert abstract_in("On Abstraction in Engines") < 0


@pytest.mark.parametrize(
    ("line", "brief"),
    [
        ("Anonymous Author(s)", "anonymous"),
        ("Submission ID: 42", "anonymous"),
        ("Under review as a conference paper at Examples 2026", "mark of review or draft"),
        ("Manuscript submitted to ACM", "mark of review or draft"),
        ("https://doi.org/10.1145/nnnnnnn.nnnnnnn", "text of the template"),
        ("Conference acronym ’XX, June 03–05, 2018, Woodstock, NY", "text of the template"),
        ("First Author", "text of the template"),
    ],
)
def test_marks_at_the_edges_are_found_and_the_same_words_in_the_text_are_not(
    line: str, brief: str
) -> None:
    at_edge = page(*words(), run(line, 72, 770))
    assert [one.brief for one in left_over_marks([at_edge], 420)] == [brief]
    if "nnnnnnn" not in line:
        within = page(*words(), run(line, 72, 300))
        assert list(left_over_marks([within], 420)) == []


def test_words_of_a_template_at_an_edge_and_in_the_text_are_one_finding() -> None:
    first = page(*words(), run("Lorem ipsum dolor sit amet", 72, 770))
    last = page(*words(), run("lorem ipsum dolor sit amet", 72, 300), number=4)
    (found,) = left_over_marks([first, last], 420)
    assert found.message == "“Lorem ipsum” is text of the template"
    assert found.pages == (1, 4)
    (within,) = left_over_marks([page(*words()), last], 420)
    assert (within.message[:7], within.pages) == ("“lorem ", (4,))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("© 2026 Copyright held by the authors.", []),
        ("© 2024 Copyright held by the authors.", ["rights of another year"]),
        ("WSDM ’26, February 22–26, 2026, Utopia", []),
        ("KDD ’26, August 9–13, 2026, Utopia", ["rights of another event"]),
        ("3rd Workshop on Engines, Utopia 2023", ["rights of another year"]),
        ("The engines of 2019 are older", []),
        ("https://doi.org/10.1234/5678", ["other DOI"]),
        ("https://doi.org/10.1234/1111", []),
        ("ISBN 978-3-16-148410-0", ["other ISBN"]),
    ],
)
def test_lines_about_rights_name_this_publication(line: str, found: list[str]) -> None:
    paper = replace(PAPER, doi="10.1234/1111", isbn="979-8-4007-0490-1")
    first = page(*words(), run(line, 72, 40))
    edge = edge_text(first, 420)
    assert [one.brief for one in publication(edge, first.text, paper)] == found


def numbers(left: float, count: int = 40) -> list[LetterRun]:
    return [run(str(number), left, 760 - 15 * number, 6) for number in range(1, count)]


def test_numbers_of_lines_stand_beside_the_text() -> None:
    assert list(numbered_lines([page(*numbers(30), *words())]))
    assert list(numbered_lines([page(*numbers(100), *words(30, 700))])) == []  # rows of a table
    assert list(numbered_lines([page(*numbers(30, 9), *words())])) == []
    figure, rest = page(*words()), page(*numbers(30), *words(), number=2)
    assert [found.pages for found in numbered_lines([figure, rest])] == [(2,)]
    assert list(numbered_lines([figure, figure, figure, rest])) == []


def test_page_numbers_are_found_at_the_feet_of_pages() -> None:
    def paper(*feet: str) -> list[PrintedPage]:
        return [
            page(*words(), run(foot, 300, 40), number=number) for number, foot in enumerate(feet, 1)
        ]

    assert [found.pages for found in numbered_pages(paper("1", "2", "3"))] == [(1, 2, 3)]
    assert [found.pages for found in numbered_pages(paper("", "- 12 -", "- 13 -"))] == [(2, 3)]
    assert not list(numbered_pages(paper("2026", "2026", "2026")))
    assert not list(numbered_pages(paper("", "7", "")))
    assert not list(numbered_pages(paper("1 Footnote", "2 Footnote", "3 Footnote")))


def test_pages_end_where_what_is_not_counted_begins() -> None:
    pages = [page(*words(), number=number) for number in (1, 2, 3)]
    low = page(*words(), run("References", 72, 300), number=4)
    high = page(run("References", 72, 720), *words(), number=4)
    assert counted_pages(pages, ()) == 3
    assert counted_pages([*pages, low], ("references",)) == 4
    assert counted_pages([*pages, high], ("references",)) == 3
    assert counted_pages(pages, ("references",)) is None
    assert not list(too_long([*pages, high], PageLimit(3, ("references",))))
    (finding,) = too_long([*pages, low], PageLimit(3, ("references",)))
    assert finding.brief == "4 pages, 3 allowed"


def bold(text: str, left: float) -> LetterRun:
    return replace(run(text, left, 300), weight=700)


@pytest.mark.parametrize(
    ("runs", "found"),
    [
        ([run("see Section", 72, 300), bold("??", 140)], ["“Section ??”"]),
        ([run("as shown [", 72, 300), bold("?", 130), run("] and", 140, 300)], ["“[?]”"]),
        ([run("Figure ?? shows", 72, 300)], ["“Figure ??”"]),
        ([run("What?? Really", 72, 300)], []),
        ([run("Is it [so?] then", 72, 300), bold("Why?", 200)], []),
    ],
)
def test_undefined_references_are_bold_or_follow_their_word(
    runs: list[LetterRun], found: list[str]
) -> None:
    listed = undefined_references([page(*words(), *runs)])
    assert [finding.message.partition(" stands")[0] for finding in listed] == found
