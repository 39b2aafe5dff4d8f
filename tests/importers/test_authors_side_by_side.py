"""Authors below a title get what is said of them, and nothing that is said of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.latex import read_latex
from proposal.importers.written_affiliation import read_affiliation
from tests.importers.bringing import said, written
from tests.importers.latex_papers import read, with_code
from tests.importers.short_drafts import draft_of


def test_an_address_below_a_mark_belongs_to_the_author_whose_name_it_has(tmp_path: Path) -> None:
    top = r"""\author{Ann Author$^{\dagger}$ \quad Bob Writer$^{\ddagger}$\\
$^\dagger$University of Somewhere \quad $^\ddagger$Example Labs\\ ann.author@some.example}"""
    ann, bob = draft_of(tmp_path, "article", top).people
    assert (ann.email, bob.email) == ("ann.author@some.example", None)


JOURNAL = r"""\author{Ann~Author,~\IEEEmembership{Member,~IEEE,}
Bob~Writer,~\IEEEmembership{Fellow,~OSA,}
and~Cyd~Third,~\IEEEmembership{Life~Fellow,~IEEE}%
\thanks{A. Author is with the Department of Arts, University of Somewhere, Boise, ID, 83702 USA
(e-mail: ann@some.example).}%
\thanks{B. Writer and C. Third are with Example Labs, Paris, France.}%
\thanks{D. Fourth was with Example Labs.}}
\markboth{Journal of Examples}{Author \MakeLowercase{\textit{et al.}}: Facts}"""


def test_notes_of_a_journal_say_by_names_where_authors_work(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "IEEEtran", JOURNAL)
    labs = ["Example Labs, Paris, France"]
    boise = ["University of Somewhere, Department of Arts, Boise, ID, USA"]
    assert [said(person) for person in draft.people] == [
        ("Ann Author", "ann@some.example", boise),
        ("Bob Writer", None, labs),
        ("Cyd Third", None, labs),
    ]
    (remark,) = with_code(draft, "note-not-kept")
    assert remark.message.endswith("D. Fourth was with Example Labs.")
    assert "Journal" not in draft.texts["proposal.md"]


COLUMNS = r"""Ann Author & Bob Writer\\ University of Somewhere & Example Labs\\
Graz, Austria & Paris, France\\ ann@some.example & bob@else.example"""
ROWS = r"""Ann Author & University of Somewhere, Graz, Austria & ann@some.example\\
Bob Writer & Example Labs, Paris, France & bob@else.example"""


@pytest.mark.parametrize("rows", [COLUMNS, ROWS], ids=["columns", "rows"])
def test_authors_in_a_table_have_what_their_own_column_or_row_says(
    rows: str, tmp_path: Path
) -> None:
    top = rf"\author{{\begin{{tabular}}{{ccc}}{rows}\end{{tabular}}}}"
    assert [said(person) for person in draft_of(tmp_path, "article", top).people] == [
        ("Ann Author", "ann@some.example", ["University of Somewhere, Graz, Austria"]),
        ("Bob Writer", "bob@else.example", ["Example Labs, Paris, France"]),
    ]


def test_an_author_of_lipics_may_have_two_affiliations_and_a_page(tmp_path: Path) -> None:
    top = r"""\author{Ann Author}{University of Somewhere, Graz, Austria \and Example Labs, Paris,
France \and \url{https://some.example/ann}}{ann@some.example}{}{}
\author{Bob Writer}{Example Labs, Paris, France}{}{}{}"""
    assert [said(person) for person in draft_of(tmp_path, "lipics-v2021", top).people] == [
        (
            "Ann Author",
            "ann@some.example",
            ["University of Somewhere, Graz, Austria", "Example Labs, Paris, France"],
        ),
        ("Bob Writer", None, ["Example Labs, Paris, France"]),
    ]


def test_a_name_in_another_script_behind_a_name_is_no_affiliation(tmp_path: Path) -> None:
    top = r"\author{Omar al-Mithal (عمر المثال)\\ University of Somewhere, Cairo, Egypt}"
    (omar,) = draft_of(tmp_path, "article", top).people
    assert said(omar) == ("Omar al-Mithal", None, ["University of Somewhere, Cairo, Egypt"])
    assert omar.name_native == "عمر المثال"


def test_an_orcid_on_a_line_of_its_own_is_the_authors(tmp_path: Path) -> None:
    top = r"""\author{\IEEEauthorblockN{Ann Author}
\IEEEauthorblockA{University of Somewhere\\ Graz, Austria\\ ORCID: 0000-0002-1825-0097}}"""
    (ann,) = draft_of(tmp_path, "IEEEtran", top).people
    assert ann.orcid == "0000-0002-1825-0097"
    assert ann.affiliations[0]["institution"] == "University of Somewhere"


def test_a_state_that_its_country_has_not_is_no_city(tmp_path: Path) -> None:
    top = r"""\author[a]{Ann Author} \affiliation[a]{organization={University of Somewhere},
city={Zurich}, state={ZH}, country={Switzerland}}"""
    draft = draft_of(tmp_path, "elsarticle", top)
    assert said(draft.people[0])[2] == ["University of Somewhere, Zurich, Switzerland"]
    (remark,) = with_code(draft, "loose-affiliation")
    assert remark.message.startswith("“ZH” is no state of Switzerland")


def test_parentheses_and_parts_of_organizers_are_no_places(tmp_path: Path) -> None:
    body = r"""\section{Organizers}\begin{enumerate}
\item Ann Author, University of Somewhere, Graz, Austria (ann@some.example) --- main contact
\item Bob Writer (Example Labs, Paris, France), bob@else.example
\end{enumerate}"""
    assert [said(person) for person in draft_of(tmp_path, "article", "", body).people] == [
        ("Ann Author", "ann@some.example", ["University of Somewhere, Graz, Austria"]),
        ("Bob Writer", "bob@else.example", ["Example Labs, Paris, France"]),
    ]


@pytest.mark.parametrize(
    ("written_as", "place"),
    [
        ("Örnek Üniversitesi, Ankara, Türkiye", ("Ankara", "Türkiye")),
        ("Örnek Enstitüsü, Ankara, Türkiye", ("Ankara", "Türkiye")),
        ("示例大学，北京，中国", ("北京", "中国")),
    ],
)
def test_institutions_of_other_languages_have_their_cities(
    written_as: str, place: tuple[str, str]
) -> None:
    record = read_affiliation([written_as])
    assert (record.get("city"), record.get("country")) == place


def test_a_line_of_correspondence_names_its_author_by_the_address(tmp_path: Path) -> None:
    top = r"""\author{Ann Author\textsuperscript{1}\thanks{Equal contribution.},
Bob Writer\textsuperscript{2}\footnotemark[1]\\
\textsuperscript{1}University of Somewhere \textsuperscript{2}Independent\\
\textbf{Correspondence:} \href{mailto:ann@some.example}{ann@some.example}}"""
    draft = draft_of(tmp_path, "article", top)
    ann, bob = draft.people
    assert draft.edition["organizers"] == [
        {"person": ann, "corresponding": True, "equal": True},
        {"person": bob, "equal": True},
    ]
    assert said(ann) == ("Ann Author", "ann@some.example", ["University of Somewhere"])
    assert said(bob) == ("Bob Writer", None, ["Independent"])


def test_the_mark_of_a_note_counts_those_of_the_title(tmp_path: Path) -> None:
    source = r"""\documentclass{article}\title{First Workshop on X\thanks{Funded by Y.}}
\author{Ann Author\thanks{University of Somewhere, Graz, Austria} \and Bob Writer\footnotemark[2]}
\begin{document}\maketitle\begin{abstract}A.\end{abstract}\end{document}"""
    draft = read_latex(written(tmp_path / "draft.tex", source), "2026")
    graz = ["University of Somewhere, Graz, Austria"]
    assert [said(person)[2] for person in draft.people] == [graz, graz]


def test_an_orcid_behind_a_name_of_acmart_is_the_authors(tmp_path: Path) -> None:
    top = r"""\title{First Workshop on X}\author{Ann Author~\orcidlink{0000-0002-1825-0097}}
\affiliation{\institution{University of Somewhere}\country{Austria}}"""
    (ann,) = read(tmp_path, top=top).people
    assert (ann.name, ann.orcid) == ("Ann Author", "0000-0002-1825-0097")
