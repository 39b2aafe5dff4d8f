"""Accepted papers from bibliographies and review systems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.diagnostics import Severity
from proposal.importers.draft import ImportSourceError
from proposal.importers.identifiers import paper_id
from proposal.importers.papers import read_papers
from tests.diagnostic_lists import places
from tests.importers.bringing import imports, refuses, written
from tests.workspace import Workspace

BIB = r"""@inproceedings{one,
  title = {{AGP}: Auto-Guided Prompts for {M}\"uller},
  author = {Body, New and M{\"u}ller, Placeholder and others},
  abstract = {We gain 5\% with *stars*.},
  doi = {10.1145/3773966.3779402},
}
@misc{two, title = {A Second Paper}, author = {Other Body}, url = {https://example.org/two.pdf}}
@misc{three, author = {No Title}}
"""
OPENREVIEW = (
    "number,forum,title,abstract,authors,authorids,keywords,decision\n"
    '1,https://openreview.net/forum?id=AbC_1,"One, Two","About\n\n- nothing",'
    "New Body|Other Body,~New_Body1|~Other_Body1,a|b,Accept (Oral)\n"
    "2,https://openreview.net/forum?id=AbC_2,Rejected,,New Body,,,Reject\n"
    "3,https://openreview.net/forum?id=AbC_3,Withdrawn,,New Body,,,\n"
    "4,https://openreview.net/forum?id=AbC_4,Second,,New Body,,,Accept (Poster)\n"
)
EASYCHAIR = (
    "#,title,authors,submitted,last updated,form fields,keywords,decision,notified,reviews sent,"
    "abstract,deleted?\n"
    '3,First,"New Body, Other Body and Third Body",2026-01-01,2026-01-02,,"a\nb",accept,no,no,'
    "Text.,no\n"
    "4,Gone,New Body,2026-01-01,2026-01-02,,a,accept,no,no,Text.,yes\n"
    "5,Not,New Body,2026-01-01,2026-01-02,,a,reject,no,no,Text.,no\n"
    "6,Probably,New Body,2026-01-01,2026-01-02,,a,no decision,no,no,Text.,no\n"
)
EASYCHAIR_AUTHORS = (
    "submission #,first name,last name,email,country,affiliation,Web page,person #,corresponding?\n"
    "3,New,Body,new@example.org,USA,An Institute,,1,yes\n"
    "3,Other,Body,other@example.org,USA,,,2,no\n"
    "5,New,Body,new@example.org,USA,An Institute,,1,yes\n"
)
HOTCRP = (
    "paper,title,first,last,email,affiliation,country\n"
    "7,A Paper,New,Body,new@example.org,An Institute,USA\n"
    "7,A Paper,Other,Body,other@example.org,,\n"
    "9,Another,New,Body,new@example.org,An Institute,USA\n"
)


def read(tmp_path: Path, text: str, name: str = "papers.csv") -> list[Any]:
    return list(read_papers(written(tmp_path / name, text), "2026").papers)


def test_a_bibliography_gives_titles_authors_and_addresses(tmp_path: Path) -> None:
    draft = read_papers(written(tmp_path / "papers.bib", BIB), "2026")
    assert draft.papers == [
        {
            "id": "agp",
            "title": "AGP: Auto-Guided Prompts for Müller",
            "authors": ["New Body", "Placeholder Müller"],
            "abstract": "We gain 5% with \\*stars\\*.",
            "doi": "10.1145/3773966.3779402",
        },
        {
            "id": "second-paper",
            "title": "A Second Paper",
            "authors": ["Other Body"],
            "pdf": "https://example.org/two.pdf",
        },
    ]
    assert places(draft.diagnostics) == [
        "papers.bib:1:16 incomplete-paper",
        "papers.bib:8:7 incomplete-paper",
    ]


def test_openreview_gives_accepted_papers_only_and_tells_how_many_it_left(tmp_path: Path) -> None:
    draft = read_papers(written(tmp_path / "papers.csv", OPENREVIEW), "2026")
    assert draft.papers[0] == {
        "id": "one-two",
        "number": 1,
        "title": "One, Two",
        "authors": ["New Body", "Other Body"],
        "abstract": "About\n\n- nothing",
        "pdf": "https://openreview.net/pdf?id=AbC_1",
        "kind": "oral",
        "keywords": ["a", "b"],
    }
    assert [paper["title"] for paper in draft.papers] == ["One, Two", "Second"]
    assert draft.papers[1]["kind"] == "poster"
    assert [diagnostic.message for diagnostic in draft.diagnostics] == [
        "recognized as OpenReview, table of papers and their status: 4 submissions, 2 accepted",
        "columns that are left out, with their filled cells: authorids (1)",
        "2 of 4 submissions are not accepted and are left out: 1 rejected, 1 undecided",
    ]


def test_openreviews_venue_tells_what_a_decision_would(tmp_path: Path) -> None:
    papers = read(
        tmp_path,
        "number;title;authors;venue\n"
        "1;One;New Body;Some Workshop 2026 Oral\n"
        "2;Two;New Body;Submitted to Some Workshop 2026\n"
        "3;Three;New Body;Some Workshop 2026 Withdrawn Submission\n",
    )
    assert [paper["title"] for paper in papers] == ["One"]


def test_easychair_is_read_with_the_affiliations_beside_it(tmp_path: Path) -> None:
    (without,) = read(tmp_path, EASYCHAIR, "submission.csv")
    assert without["authors"] == ["New Body", "Other Body", "Third Body"]
    written(tmp_path / "author.csv", EASYCHAIR_AUTHORS)
    draft = read_papers(written(tmp_path / "submission.csv", EASYCHAIR), "2026")
    (paper,) = draft.papers
    assert "authors-differ" in [found.code for found in draft.diagnostics]
    assert paper["authors"] == [
        {
            "name": "New Body",
            "affiliation": "An Institute",
            "email": "new@example.org",
            "corresponding": True,
        },
        {"name": "Other Body", "email": "other@example.org"},
        "Third Body",
    ]


def test_hotcrps_authors_are_gathered_into_papers(tmp_path: Path) -> None:
    papers = read(tmp_path, HOTCRP)
    assert [(paper["title"], len(paper["authors"])) for paper in papers] == [
        ("A Paper", 2),
        ("Another", 1),
    ]


def test_affiliations_in_a_column_go_to_the_authors_in_order(tmp_path: Path) -> None:
    (paper,) = read(tmp_path, "Title,Authors,Affiliations\nOne,A Body; B Body,X; Y\n")
    assert paper["authors"] == [
        {"name": "A Body", "affiliation": "X"},
        {"name": "B Body", "affiliation": "Y"},
    ]


@pytest.mark.parametrize(
    ("title", "taken", "found"),
    [
        ("InsertRank: LLMs can Reason", set(), "insertrank"),
        ("A Survey of the Recommendation of Things", set(), "survey-recommendation-things"),
        ("Plâcé: Hölder and a Long Rest", set(), "place"),
        ("One two three four: five", set(), "one-two-three"),
        ("One two three four five", {"one-two-three"}, "one-two-three-four-five"),
        ("One", {"one"}, "one-2"),
        ("題名", set(), "paper"),
    ],
)
def test_an_id_is_made_of_a_titles_first_words(title: str, taken: set[str], found: str) -> None:
    assert paper_id(title, taken) == found


def test_papers_come_into_the_data_and_the_ones_known_are_completed(
    workspace: Workspace, tmp_path: Path
) -> None:
    table = (
        "title,authors,abstract,code,decision\n"
        '"AGP: Auto-Guided Prompt Refinement for Personalized Reranking in Recommender Systems",'
        '"Wang, C.; Yang, M.; Liu, Z.; Li, P.; Pang, L.; Wen, Q.; Yu, P.",An abstract.,,accept\n'
        "A New Paper,New Body (An Institute),,https://example.org/code,accept\n"
    )
    before = workspace.edition("2026").papers
    imports(workspace, "papers", written(tmp_path / "papers.csv", table))
    papers = workspace.edition("2026").papers
    assert [paper.id for paper in papers] == [*(paper.id for paper in before), "new-paper"]
    agp = next(paper for paper in papers if paper.id == "agp")
    assert str(agp.abstract) == "An abstract."
    assert agp.authors == next(paper for paper in before if paper.id == "agp").authors
    lines = (workspace.data / "editions/2026/papers.yaml").read_text(encoding="utf-8")
    assert lines.endswith(
        "- id: new-paper\n"
        "  title: A New Paper\n"
        "  authors:\n"
        "    - {name: New Body, affiliation: An Institute}\n"
        "  code: https://example.org/code\n"
    )
    finished = workspace.run("build", "2026", "--only", "site")
    assert finished.code == 0, finished.output
    page = (workspace.root / "build/site/2026/index.html").read_text(encoding="utf-8")
    assert "A New Paper" in page


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("papers.bib", "%PDF-1.7", "has no entry; a bibliography in BibTeX was expected"),
        ("papers.bib", "@article{one, title = {A", "papers.bib:1:1: this entry cannot be read"),
        ("papers.csv", "%PDF-1.7", "is a PDF and no table"),
        ("papers.csv", "Name,Age\nA,1\n", "has no columns Title and Authors"),
        ("papers.csv", "Title,Authors,Decision\nA,B Body,reject\n", "lists no accepted paper"),
    ],
)
def test_what_holds_no_accepted_papers_is_refused_in_one_sentence(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    with pytest.raises(ImportSourceError) as caught:
        read(tmp_path, text, name)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_refused_bibliography_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    said = refuses(workspace, "papers", written(tmp_path / "papers.bib", "nothing"))
    assert said.endswith("has no entry; a bibliography in BibTeX was expected")


# What is left out, open or gone


def titles_and_authors(papers: list[Any]) -> list[tuple[str, list[Any]]]:
    return [(paper["title"], list(paper["authors"])) for paper in papers]


def test_entities_are_read_before_lists_are_split(tmp_path: Path) -> None:
    table = 'Title,Authors\n"Q&amp;A with &quot;Agents&quot; &lt;3","Se&aacute;n O&#39;Sample"\n'
    assert titles_and_authors(read(tmp_path, table)) == [
        ('Q&A with "Agents" <3', ["Seán O'Sample"])
    ]


def test_latex_in_a_table_is_read_as_in_a_bibliography(tmp_path: Path) -> None:
    table = (
        "number,title,authors,abstract\n"
        '1,"Attention in $O(n^2)$ Time","Ann Author|Bob Writer","We \\emph{do} 5\\% & more."\n'
        '2,"The \\textit{Small} Model: \\textbf{Bold} Claims",Suharto|Ann Author,Costs $5 to $10.\n'
    )
    first, second = read(tmp_path, table)
    assert first["title"] == "Attention in $O(n^2)$ Time"
    assert first["abstract"] == "We *do* 5% & more."
    assert second["title"] == "The Small Model: Bold Claims"
    assert second["abstract"] == "Costs $5 to $10."


@pytest.mark.parametrize("typed", ["It costs $5", r"It costs \$5"])
def test_a_price_in_a_title_is_no_formula(tmp_path: Path, typed: str) -> None:
    (of_table,) = read(tmp_path, f"Title,Authors\n{typed},Ann Author\n")
    entry = f"@misc{{a, title={{{typed}}}, author={{Ann Author}}}}"
    (of_bibliography,) = read(tmp_path, entry, "papers.bib")
    assert of_table["title"] == of_bibliography["title"] == "It costs $5"
    (of_table,) = read(tmp_path, f"Title,Authors\n{typed} for $x^2$,Ann Author\n")
    assert of_table["title"] == r"It costs \$5 for $x^2$"


def test_a_tag_that_is_not_closed_is_kept_and_reported(tmp_path: Path) -> None:
    table = "Title,Authors\nAn <i>open Tag,Ann Author\n"
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert draft.papers[0]["title"] == "An <i>open Tag"
    assert "open-tag" in [found.code for found in draft.diagnostics]


def test_latex_that_cannot_be_read_is_left_out_and_reported(tmp_path: Path) -> None:
    table = 'Title,Authors,Abstract\nOne,Ann Author,"See \\unknowncommand{foo}."\n'
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert draft.papers[0]["abstract"] == "See ."
    assert places(draft.diagnostics) == ["nowhere no-decisions", "papers.csv:2:17 unknown-latex"]


@pytest.mark.parametrize("authors", ["Suharto, Ann Author", "Suharto, Sukarno", "Ng, Bob (Uni A)"])
@pytest.mark.parametrize("other", ["Ann Author", "Bob Writer, Cat Coder", "Bob Writer; Cat Coder"])
def test_a_paper_whose_list_is_one_name_or_two_is_left_out_alone(
    tmp_path: Path, authors: str, other: str
) -> None:
    table = f'Title,Authors\nOne,"{authors}"\nTwo,"{other}"\n'
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert [paper["title"] for paper in draft.papers] == ["Two"]
    (found,) = [found for found in draft.diagnostics if found.severity is Severity.ERROR]
    assert found.code == "unread-authors"
    said = f"“One” is left out: `{authors}` can be read in two ways; write `"
    assert found.message.startswith(said)
    assert str(found.span).endswith("papers.csv:2:6")


def test_papers_of_a_list_that_is_not_read_whole_are_not_taken_for_withdrawn(
    workspace: Workspace, tmp_path: Path
) -> None:
    table = "Title,Authors\nOne,Ann Author\nTwo,Bob Writer\n"
    imports(workspace, "papers", written(tmp_path / "papers.csv", table))
    unread = table.replace("Bob Writer", "Bob Writer; Placeholder Inc.")
    source = written(tmp_path / "papers.csv", unread)
    command = ("import", "papers", str(source), "--edition", "2026", "--withdraw")
    finished = workspace.run(*command)
    assert finished.code == 1
    assert "“Two” is left out" in finished.output
    assert "Not all of the source could be read" in finished.output
    papers = workspace.data / "editions" / "2026" / "papers.yaml"
    assert "withdrawn: true" not in papers.read_text(encoding="utf-8")


def test_groups_are_authors_beside_people(tmp_path: Path) -> None:
    lists = {
        "Ann Author; {OpenAI}": ["Ann Author", "OpenAI"],
        "Ann Author, The Placeholder Collaboration": [
            "Ann Author",
            "The Placeholder Collaboration",
        ],
        "Author, Ann; Writer, Bob; XYZ Team": ["Ann Author", "Bob Writer", "XYZ Team"],
        "{Barnes, Place and Sample Inc.}, Ann Author and {A Working Circle}": [
            "Barnes, Place and Sample Inc.",
            "Ann Author",
            "A Working Circle",
        ],
        "Ann Author et al. (XYZ Team)": ["Ann Author"],
    }
    for authors, people in lists.items():
        (paper,) = read(tmp_path, f'Title,Authors\nOne,"{authors}"\n')
        names = [one if isinstance(one, str) else one["name"] for one in paper["authors"]]
        assert names == people


def test_a_group_opens_a_list_among_others(tmp_path: Path) -> None:
    table = "Title,Authors\nOne,{Placeholder Inc.}; Ann Author\nTwo,Bob Writer; Cat Coder\n"
    assert titles_and_authors(read(tmp_path, table)) == [
        ("One", ["Placeholder Inc.", "Ann Author"]),
        ("Two", ["Bob Writer", "Cat Coder"]),
    ]


def test_a_group_has_a_place_in_columns_of_institutions(tmp_path: Path) -> None:
    table = (
        "Title,Authors,Affiliations,Emails\n"
        "One,Ann Author; {OpenAI}; Bob Writer,Uni A; Uni B; Uni C,"
        "ann@example.org; b@example.org; c@example.org\n"
    )
    (paper,) = read(tmp_path, table)
    assert [(one["name"], one["affiliation"], one["email"]) for one in paper["authors"]] == [
        ("Ann Author", "Uni A", "ann@example.org"),
        ("OpenAI", "Uni B", "b@example.org"),
        ("Bob Writer", "Uni C", "c@example.org"),
    ]


def test_a_row_that_cannot_be_read_is_counted_once(tmp_path: Path) -> None:
    authors = "ann@example.org (Ann Author); bob@example.org (Bob Writer)"
    with pytest.raises(ImportSourceError) as caught:
        read(tmp_path, f"Title,Authors\nOne,{authors}\nTwo,{authors}\n")
    assert "(and 1 more such row)" in str(caught.value)


def test_other_rows_that_turn_names_round_say_how_a_list_is_read(tmp_path: Path) -> None:
    table = 'Title,Authors\nOne,"Ng, Bob (Uni A)"\nTwo,"Writer, Bob; Coder, Cat (Uni B)"\n'
    assert titles_and_authors(read(tmp_path, table)) == [
        ("One", [{"name": "Bob Ng", "affiliation": "Uni A"}]),
        ("Two", ["Bob Writer", {"name": "Cat Coder", "affiliation": "Uni B"}]),
    ]


def test_a_name_in_another_script_is_no_institution(tmp_path: Path) -> None:
    names = "Min Jun Kim (김민준); 王小明 (Xiaoming Wang); 陈安 (MIT); Ann Author (清华大学)"
    draft = read_papers(written(tmp_path / "p.csv", f'Title,Authors\nOne,"{names}"\n'), "2026")
    assert draft.papers[0]["authors"] == [
        "Min Jun Kim",
        "Xiaoming Wang",
        {"name": "陈安", "affiliation": "MIT"},
        {"name": "Ann Author", "affiliation": "清华大学"},
    ]
    assert [found.code for found in draft.diagnostics].count("doubtful-name") == 2


def test_addresses_in_a_list_of_authors_are_left_out_and_counted(tmp_path: Path) -> None:
    table = 'Title,Authors\nOne,"Ann Author <a@example.org>, Bob Writer <b@example.org>"\n'
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert titles_and_authors(draft.papers) == [("One", ["Ann Author", "Bob Writer"])]
    assert [diagnostic.message for diagnostic in draft.diagnostics] == [
        "no column says which papers are accepted, so its paper counts as accepted",
        "2 email addresses in lists of authors are left out",
    ]


def test_hotcrps_groups_share_an_affiliation_and_its_contacts_are_no_authors(
    tmp_path: Path,
) -> None:
    groups = (
        'ID,Title,Status,Authors\n3,One,Accepted,"Ann Author, Bob Writer (Uni A); Cat (Uni B)"\n'
    )
    (paper,) = read(tmp_path, groups)
    assert [(author["name"], author["affiliation"]) for author in paper["authors"]] == [
        ("Ann Author", "Uni A"),
        ("Bob Writer", "Uni A"),
        ("Cat", "Uni B"),
    ]
    rows = (
        "paper,title,given_name,family_name,email,affiliation,iscontact\n"
        "3,One,Ann,Author,a@example.org,Uni A,yes\n"
        "3,One,Carl,Clerk,c@example.org,Office,nonauthor\n"
    )
    draft = read_papers(written(tmp_path / "authors.csv", rows), "2026")
    assert titles_and_authors(draft.papers) == [
        ("One", [{"name": "Ann Author", "affiliation": "Uni A", "email": "a@example.org"}])
    ]
    assert "1 of the rows are of contacts who are no authors" in draft.diagnostics[1].message


def test_openreviews_own_table_names_no_authors_which_is_reported(tmp_path: Path) -> None:
    table = (
        "number,forum,title,abstract,num Reviewers,decision\n"
        "1,https://openreview.net/forum?id=AbC_1,One,Text.,3,Accept (Oral)\n"
        "2,https://openreview.net/forum?id=AbC_2,Two,Text.,3,Reject\n"
    )
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert titles_and_authors(draft.papers) == [("One", ["To be announced"])]
    assert [diagnostic.code for diagnostic in draft.diagnostics] == [
        "recognized-export",
        "unread-columns",
        "not-accepted",
        "to-confirm",
    ]


@pytest.mark.parametrize("withheld", ["Anonymous Author(s)", "anonymous", "TBA", "Anonymized"])
def test_what_stands_for_names_that_are_withheld_is_nobodys_name(
    tmp_path: Path, withheld: str
) -> None:
    table = f"Title,Authors\nOne,{withheld}\nTwo,Anonymous Placeholder\n"
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert titles_and_authors(draft.papers) == [
        ("One", ["To be announced"]),
        ("Two", ["Anonymous Placeholder"]),
    ]
    assert "to-confirm" in [diagnostic.code for diagnostic in draft.diagnostics]


@pytest.mark.parametrize(
    ("decision", "is_taken"),
    [
        ("probably accept", False),
        ("accept?", False),
        ("Conditional accept", True),
        ("Accept (poster) - withdrawn by authors", False),
        ("accept", True),
    ],
)
def test_what_is_no_decision_yet_is_no_decision(
    tmp_path: Path, decision: str, is_taken: bool
) -> None:
    table = f"Title,Authors,Decision\nOne,Ann Author,{decision}\nTwo,Bob Writer,accept\n"
    assert ("One" in [paper["title"] for paper in read(tmp_path, table)]) is is_taken


def test_decisions_under_another_heading_are_not_overlooked(tmp_path: Path) -> None:
    table = "Title,Authors,State\nOne,Ann Author,Accepted\nTwo,Bob Writer,Withdrawn\n"
    with pytest.raises(ImportSourceError) as caught:
        read(tmp_path, table)
    assert "the column State seems to say which papers are accepted" in str(caught.value)


def test_names_in_a_bibliography_are_read_as_bibtex_reads_them(tmp_path: Path) -> None:
    text = (
        "@misc{a, title={One}, author={Sample, Jr., Martin Luther and de la Muestra, Mar{\\'i}a}}\n"
        "@misc{b, title={Two}, author={{Barnes and Sample Corporation} and Author, Ann}}\n"
        "@misc{c, title={Three}, author={A. {Delgado de Muestra} and\n  {\\O}ystein {\\AA}s}}\n"
    )
    assert titles_and_authors(read(tmp_path, text, "papers.bib")) == [
        ("One", ["Martin Luther Sample Jr.", "María de la Muestra"]),
        (
            "Two",
            [
                "Barnes and Sample Corporation",
                "Ann Author",
            ],
        ),
        (
            "Three",
            [
                {"name": "A. Delgado de Muestra", "family_name": "Delgado de Muestra"},
                "Øystein Ås",
            ],
        ),
    ]


def test_fields_of_a_bibliography_that_are_left_out_are_counted(tmp_path: Path) -> None:
    text = (
        "@misc{a, title={One}, author={Ann Author}, note={In press}, month=may,\n"
        " url={https://example.org/one.pdf}}\n"
    )
    draft = read_papers(written(tmp_path / "papers.bib", text), "2026")
    assert "note (1), month (1)" in draft.diagnostics[-1].message


def second_import(workspace: Workspace, tmp_path: Path, first: str, second: str) -> str:
    """What an import says of papers, behind another import."""
    (workspace.data / "editions/2024/papers.yaml").unlink(missing_ok=True)
    for text in (first, second):
        source = written(tmp_path / "papers.csv", f"Title,Authors\n{text}")
        finished = workspace.run("import", "papers", str(source), "--edition", "2024")
        assert finished.code == 0, finished.output + finished.errors
    return finished.output


def test_papers_that_are_gone_or_renamed_are_reported(workspace: Workspace, tmp_path: Path) -> None:
    first = '"Old Title","Cat Coder, Dan Drafter"\nWithdrawn Later,Eve Editor\n'
    said = second_import(workspace, tmp_path, first, '"New Name","Cat Coder, Dan Drafter"\n')
    assert "`old-title` is not in the source; its authors are those of “New Name”" in said
    assert "`withdrawn-later` is no longer in the source" in said


def test_two_papers_that_may_be_renamed_are_reported_with_both_titles(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = '"Old Title","Cat Coder, Dan Drafter"\n"Elder Lists","Cat Coder, Dan Drafter"\n'
    second = '"New Name","Cat Coder, Dan Drafter"\n"Fresh Trees","Cat Coder, Dan Drafter"\n'
    said = " ".join(second_import(workspace, tmp_path, first, second).split())
    for paper in ("old-title", "elder-lists"):
        assert f"`{paper}` is not in the source; its authors are those of “New Name” or" in said
    assert "“Fresh Trees”, which are new: renamed?" in said


@pytest.mark.parametrize(
    ("first", "second", "authors"),
    [
        (
            '"Ann Author, Bob Writer, Eve Fifth"',
            '"Eve Fifth and others"',
            ["Ann Author", "Bob Writer", "Eve Fifth"],
        ),
        (
            '"Bob Mover, Ann Author"',
            '"Bob de la Mover, Ann Author"',
            ["Bob de la Mover", "Ann Author"],
        ),
        (
            '"Bob de la Mover, Ann Author"',
            '"Bob Mover, Ann Author"',
            ["Bob de la Mover", "Ann Author"],
        ),
        (
            '"Álvaro Author, Bob Writer"',
            '"Alvaro Author, Bob Writer"',
            ["Álvaro Author", "Bob Writer"],
        ),
        ('"A. Author, Bob Writer"', '"Ann Author, Bob Writer"', ["Ann Author", "Bob Writer"]),
    ],
)
def test_fuller_authors_never_give_way_to_poorer_ones(
    workspace: Workspace, tmp_path: Path, first: str, second: str, authors: list[str]
) -> None:
    second_import(workspace, tmp_path, f"One,{first}\n", f"One,{second}\n")
    (paper,) = workspace.edition("2024").papers
    assert [author.name for author in paper.authors] == authors


def test_columns_of_authors_and_of_papers_become_keys(tmp_path: Path) -> None:
    table = (
        "Title,Authors,Affiliations,Emails,ORCID,Presenter,Corresponding author,Track name,"
        "Paper type,Decision,Withdrawn\n"
        "One,Ann Author; Bob Writer,Uni A; Uni B,a@example.org; b@example.org,"
        "https://orcid.org/0000-0002-1825-0097; ,Writer Bob,Ann <a@example.org>,Industry,"
        "Short Paper,accept (oral),\n"
        "Two,Cat Coder,,,,Dan Other,,,Vision,accept,\n"
        "Three,Eve Editor,,,,,,,Vision,accept,yes\n"
    )
    table = table.replace("Writer Bob", "Bob Writer")
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert draft.papers == [
        {
            "id": "one",
            "title": "One",
            "authors": [
                {
                    "name": "Ann Author",
                    "affiliation": "Uni A",
                    "email": "a@example.org",
                    "orcid": "0000-0002-1825-0097",
                    "corresponding": True,
                },
                {
                    "name": "Bob Writer",
                    "affiliation": "Uni B",
                    "email": "b@example.org",
                    "presenter": True,
                },
            ],
            "kind": "short",
            "track": "Industry",
        },
        {
            "id": "two",
            "title": "Two",
            "authors": ["Cat Coder"],
            "kind": "Vision",
        },
    ]
    assert [(found.code, found.message) for found in draft.diagnostics] == [
        (
            "unknown-author",
            "`Dan Other` is none of the authors, and is left out (column Presenter)",
        ),
        (
            "not-accepted",
            "1 of 3 submissions is not accepted and is left out: 1 withdrawn",
        ),
        ("left-out-form", "how papers are presented is not kept: accept (oral) (1)"),
        (
            "shown-address",
            "pages will show 1 address of corresponding authors, such as Ann Author",
        ),
    ]


def test_a_row_of_an_author_says_all_of_the_author(tmp_path: Path) -> None:
    table = (
        "paper,title,first,last,email,affiliation,ORCID iD,corresponding?\n"
        "7,A Paper,Xiu,Na,xiu@example.org,Uni A; Uni B,0000-0002-1825-0097,no\n"
        "7,A Paper,Bob,Writer,nowhere,,0000-0002-1825-0098,x\n"
    )
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert titles_and_authors(draft.papers) == [
        (
            "A Paper",
            [
                {
                    "name": "Xiu Na",
                    "affiliations": ["Uni A", "Uni B"],
                    "email": "xiu@example.org",
                    "orcid": "0000-0002-1825-0097",
                },
                {"name": "Bob Writer", "corresponding": True},
            ],
        )
    ]
    assert [found.code for found in draft.diagnostics] == [
        *("no-decisions", "not-an-email", "not-an-orcid"),
    ]


def test_what_a_table_says_of_authors_completes_those_that_are_known(
    engines: Workspace, tmp_path: Path
) -> None:
    table = (
        "Title,Authors,Affiliations,ORCID,Presenter,Track\n"
        "Careful Engines,Ada King; Maria Gaetana Agnesi; Charles Babbage,"
        "University of Somewhere; University of Nowhere; Elsewhere,; 0000-0002-1825-0097;,"
        "Charles Babbage,\n"
        "Short Engines,Hedy Lamarr,Studio of Examples,,Hedy Lamarr,Short papers\n"
    )
    imports(engines, "papers", written(tmp_path / "papers.csv", table), "2027")
    careful, short, _ = engines.read().editions["2027"].papers
    assert [
        (author.affiliation, author.affiliations, author.orcid, author.presenter)
        for author in careful.authors
    ] == [
        (None, ["University of Somewhere", "Institute of Examples"], "0000-0001-5109-3700", True),
        ("University of Nowhere", [], "0000-0002-1825-0097", False),
        (None, [], None, True),
    ]
    assert careful.authors[2].person == "charles-babbage"
    assert short.track == "short"
    assert (short.authors[0].affiliation, short.authors[0].presenter) == (
        "Studio of Examples",
        True,
    )


def test_new_files_name_their_schema_where_the_workshop_has_schemas(
    engines: Workspace, tmp_path: Path
) -> None:
    (engines.root / "schema").mkdir()
    (engines.root / "schema/papers.schema.json").write_text("{}", encoding="utf-8")
    (engines.data / "editions/2027/papers.yaml").unlink()
    engines.write("editions/2027/program.yaml", "[]\n")
    imports(engines, "papers", written(tmp_path / "papers.csv", "Title,Authors\nOne,A B\n"), "2027")
    text = (engines.data / "editions/2027/papers.yaml").read_text(encoding="utf-8")
    line = "# yaml-language-server: $schema=../../../schema/papers.schema.json"
    assert text == f"{line}\n- {{id: one, title: One, authors: [A B]}}\n"


def test_a_family_name_goes_with_the_name_that_stays(workspace: Workspace, tmp_path: Path) -> None:
    entry = "@misc{a, title={A New Paper}, author={%s}, year=2026}"
    file = written(tmp_path / "one.bib", entry % "Garc{\\'i}a Muestra, Ana")
    imports(workspace, "papers", file)
    author = workspace.read().editions["2026"].papers[-1].authors[0]
    assert (author.name, author.family_name) == ("Ana García Muestra", "García Muestra")
    poorer = written(tmp_path / "two.bib", entry % "Garcia Muestra, A.")
    imports(workspace, "papers", poorer)
    author = workspace.read().editions["2026"].papers[-1].authors[0]
    assert (author.name, author.family_name) == ("Ana García Muestra", "García Muestra")


def test_a_family_name_is_added_to_an_author_who_is_known(
    workspace: Workspace, tmp_path: Path
) -> None:
    entry = "@misc{a, title={A New Paper}, author={%s}, year=2026}"
    imports(workspace, "papers", written(tmp_path / "one.bib", entry % "Ana Garcia Muestra"))
    imports(workspace, "papers", written(tmp_path / "two.bib", entry % "García Muestra, Ana"))
    author = workspace.read().editions["2026"].papers[-1].authors[0]
    assert (author.name, author.family_name) == ("Ana García Muestra", "García Muestra")


def test_names_that_look_like_nothing_are_names(tmp_path: Path) -> None:
    text = "paper,title,given_name,family_name\n1,One,Xiu,Na\n1,One,-,Null\n"
    assert titles_and_authors(read(tmp_path, text)) == [("One", ["Xiu Na", "Null"])]


def test_marks_of_footnotes_behind_names_are_no_part_of_them(tmp_path: Path) -> None:
    bib = "@misc{a, title={One}, author={Author*†, A. and Bob Writer* and de Sample‡, Cat}}\n"
    assert titles_and_authors(read(tmp_path, bib, "papers.bib")) == [
        ("One", ["A. Author", "Bob Writer", "Cat de Sample"])
    ]
