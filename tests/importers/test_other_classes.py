r"""Drafts in other classes than `acmart` are read for what they have, in their own notation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.latex import read_latex
from proposal.importers.written_affiliation import read_affiliation
from tests import pdf
from tests.importers.bringing import imports, new_folder, said, written
from tests.importers.latex_papers import with_code
from tests.importers.short_drafts import ABSTRACT, draft_of

SPRINGER = r"""
\titlerunning{Structured}
\author{Ann Author\inst{1}\orcidID{0000-0002-1825-0097} \and Bob Writer\inst{1,2}}
\authorrunning{A. Author et al.}
\institute{University of Somewhere, Graz, Austria \email{ann@some.example} \and
Institute of Elsewhere, Springfield, Illinois, USA\\ \email{bob@else.example}}
\maketitle
\begin{abstract}What it is about.\keywords{Facts \and Documents}\end{abstract}
"""


def test_institutes_of_llncs_belong_to_the_authors_with_their_numbers(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "llncs", SPRINGER)
    ann, bob = draft.people
    graz = "University of Somewhere, Graz, Austria"
    assert said(ann) == ("Ann Author", "ann@some.example", [graz])
    assert ann.orcid == "0000-0002-1825-0097"
    elsewhere = "Institute of Elsewhere, Springfield, Illinois, USA"
    assert said(bob) == ("Bob Writer", "bob@else.example", [graz, elsewhere])
    assert bob.affiliations[1] == {
        "institution": "Institute of Elsewhere",
        "city": "Springfield",
        "state": "Illinois",
        "country": "USA",
    }
    assert draft.edition["keywords"] == ["Facts", "Documents"]
    assert draft.edition["documents"] == {
        "proposal": {"text": "proposal.md", "short_title": "Structured"}
    }


def test_the_class_is_named_in_one_remark(tmp_path: Path) -> None:
    (remark,) = with_code(draft_of(tmp_path, "llncs", SPRINGER), "other-class")
    assert remark.message.startswith("the paper is of the class llncs, not acmart")
    assert remark.span is not None
    assert remark.span.line == 1


def test_the_layout_of_another_class_is_no_remark(tmp_path: Path) -> None:
    body = r"\section*{Aims}\vspace{1cm} Facts. \begin{tabular}{ll}a & b\\ c & d\end{tabular}"
    draft = draft_of(tmp_path, "article", r"\author{Ann Author}", body)
    assert with_code(draft, "layout-not-kept") == []


IEEE = r"""
\author{\IEEEauthorblockN{1\textsuperscript{st} Ann Author}
\IEEEauthorblockA{\textit{Dept. of Computing} \\ \textit{University of Somewhere}\\
Graz, Austria \\ ann@some.example}
\and
\IEEEauthorblockN{2\textsuperscript{nd} Bob Writer}
\IEEEauthorblockA{\textit{Example Inc.}\\ Pittsburgh, PA 15213 \\ bob@else.example}}
"""


def test_blocks_of_ieeetran_are_people_with_affiliations(tmp_path: Path) -> None:
    words = r"\begin{IEEEkeywords}facts, documents\end{IEEEkeywords}"
    draft = draft_of(tmp_path, "IEEEtran", IEEE, words)
    ann, bob = draft.people
    assert (ann.name, ann.email) == ("Ann Author", "ann@some.example")
    assert ann.affiliations == [
        {
            "institution": "University of Somewhere",
            "department": "Dept. of Computing",
            "city": "Graz",
            "country": "Austria",
        }
    ]
    assert (bob.name, bob.email) == ("Bob Writer", "bob@else.example")
    assert bob.affiliations == [
        {"institution": "Example Inc.", "city": "Pittsburgh", "state": "PA", "country": "USA"}
    ]
    assert draft.edition["keywords"] == ["facts", "documents"]


MARKED = {
    "IEEEtran": r"""\author{\IEEEauthorblockN{Ann Author\IEEEauthorrefmark{1} and
Bob Writer\IEEEauthorrefmark{2}}
\IEEEauthorblockA{\IEEEauthorrefmark{1}University of Somewhere, Graz, Austria\\
Email: ann@some.example}
\IEEEauthorblockA{\IEEEauthorrefmark{2}Example Labs, Paris, France\\ bob@else.example}}""",
    "article": r"""\usepackage{authblk}
\author[1]{Ann Author} \author[2]{Bob Writer}
\affil[1]{University of Somewhere, Graz, Austria, \texttt{ann@some.example}}
\affil[2]{Example Labs, Paris, France, \texttt{bob@else.example}}""",
    "acl_article": r"""\author{Ann Author$^{1}$, Bob Writer\textsuperscript{2} \\
$^1$University of Somewhere, Graz, Austria \quad $^{2}$Example Labs, Paris, France \\
\texttt{ann@some.example}, \texttt{bob@else.example}}""",
    "scrartcl": r"""\author{Ann Author\thanks{University of Somewhere, Graz, Austria,
ann@some.example} \and Bob Writer\thanks{Example Labs, Paris, France, bob@else.example}}""",
    "neurips": r"""\author{Ann Author \\ University of Somewhere \\ Graz, Austria \\
\texttt{ann@some.example} \And Bob Writer \\ Example Labs\\ Paris, France\\
\texttt{bob@else.example}}""",
    "elsarticle": r"""\begin{frontmatter}
\author[inst1]{Ann Author\corref{cor1}} \ead{ann@some.example}
\author[inst2]{Bob Writer} \ead{bob@else.example}
\cortext[cor1]{Corresponding author}
\affiliation[inst1]{organization={University of Somewhere}, city={Graz}, country={Austria}}
\affiliation[inst2]{organization={Example Labs}, city={Paris}, country={France}}
\begin{keyword} facts \sep documents \end{keyword}
\end{frontmatter}""",
    "amsart": r"""\author{Ann Author} \address{University of Somewhere, Graz, Austria}
\email{ann@some.example}
\author{Bob Writer} \address{Example Labs, Paris, France} \email{bob@else.example}""",
    "lipics-v2021": r"""
\author{Ann Author}{University of Somewhere, Graz, Austria}{ann@some.example}{}{}
\author{Bob Writer}{Example Labs, Paris, France}{bob@else.example}{}{}""",
    "ceurart": r"""\author[1]{Ann Author}[email=ann@some.example] \cormark[1]
\address[1]{University of Somewhere, Graz, Austria}
\author[2]{Bob Writer}[email=bob@else.example]
\address[2]{Example Labs, Paris, France} \cortext[1]{Corresponding author.}""",
    "icml": r"""\twocolumn[\icmltitle{First Workshop on Structured Proposals}
\begin{icmlauthorlist}
\icmlauthor{Ann Author}{some} \icmlauthor{Bob Writer}{labs}
\end{icmlauthorlist}
\icmlaffiliation{some}{University of Somewhere, Graz, Austria, ann@some.example}
\icmlaffiliation{labs}{Example Labs, Paris, France}
\icmlcorrespondingauthor{Bob Writer}{bob@else.example}]""",
    "sn-jnl": r"""\author*[1]{\fnm{Ann} \sur{Author}}\email{ann@some.example}
\author[2]{\fnm{Bob} \sur{Writer}}\email{bob@else.example}
\affil*[1]{\orgname{University of Somewhere}, \orgaddress{\city{Graz}, \country{Austria}}}
\affil[2]{\orgname{Example Labs}, \orgaddress{\city{Paris}, \country{France}}}""",
}


@pytest.mark.parametrize("class_name", MARKED)
def test_a_notation_gives_authors_addresses_and_affiliations(
    class_name: str, tmp_path: Path
) -> None:
    draft = draft_of(tmp_path, class_name, MARKED[class_name])
    assert [said(person) for person in draft.people] == [
        ("Ann Author", "ann@some.example", ["University of Somewhere, Graz, Austria"]),
        ("Bob Writer", "bob@else.example", ["Example Labs, Paris, France"]),
    ]
    assert {remark.code for remark in draft.diagnostics} <= {
        *("other-class", "no-conference", "guessed-acronym", "guessed-hours"),
    }


def test_a_corresponding_author_is_marked(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "elsarticle", MARKED["elsarticle"])
    ann, bob = draft.people
    assert draft.edition["organizers"] == [{"person": ann, "corresponding": True}, bob]
    assert draft.edition["keywords"] == ["facts", "documents"]


def test_addresses_in_braces_belong_to_the_authors_in_order(tmp_path: Path) -> None:
    top = r"\author{Ann Author, Bob Writer\\ University of X\\ \texttt{\{ann,bob\}@x.example}}"
    ann, bob = draft_of(tmp_path, "article", top).people
    assert (ann.email, bob.email) == ("ann@x.example", "bob@x.example")
    assert ann.affiliations == bob.affiliations == [{"institution": "University of X"}]


def test_addresses_that_nobody_surely_has_are_left_out_and_reported(tmp_path: Path) -> None:
    top = r"\author{Ann Author, Bob Writer\\ University of X\\ office@x.example}"
    draft = draft_of(tmp_path, "article", top)
    assert [person.email for person in draft.people] == [None, None]
    (remark,) = with_code(draft, "left-out-address")
    assert "office@x.example" in remark.message


def test_an_address_of_one_institute_is_never_that_of_an_author_of_another(tmp_path: Path) -> None:
    top = r"""\author{Ann Author\inst{1} \and Bob Writer\inst{2}}
\institute{University of X \and Example Labs\\ \email{\{info,office\}@else.example}}"""
    draft = draft_of(tmp_path, "llncs", top)
    assert [person.email for person in draft.people] == [None, None]
    assert len(with_code(draft, "left-out-address")) == 2


def test_addresses_below_all_affiliations_belong_to_the_authors_in_order(tmp_path: Path) -> None:
    top = r"""\author{Ann Author$^1$, Bob Writer$^2$, Cyd Third$^1$\\ $^1$University of X\\
$^2$Example Labs\\ \{a17,b18\}@x.example, c19@else.example}"""
    people = draft_of(tmp_path, "article", top).people
    addresses = ["a17@x.example", "b18@x.example", "c19@else.example"]
    assert [person.email for person in people] == addresses


@pytest.mark.parametrize(
    ("written_as", "parts"),
    [
        ("University of X, Princeton NJ 08544, USA", ["University of X", "Princeton", "NJ", "USA"]),
        ("Example Ltd, Some Street 17, 69121 Heidelberg, Germany", None),
        ("Dept. of Arts, University of X, Spain", ["University of X", "Dept. of Arts", "Spain"]),
        ("University of X, Y Campus, Wing B", ["University of X, Y Campus, Wing B"]),
        ("University of X, P.O. Box 12, Italy", ["University of X", "Italy"]),
        ("IBM Research, Ireland", ["IBM Research", "Ireland"]),
    ],
)
def test_affiliations_are_taken_apart_as_far_as_it_is_sure(
    written_as: str, parts: list[str] | None
) -> None:
    expected = parts or ["Example Ltd", "Heidelberg", "Germany"]
    assert list(read_affiliation([written_as]).values()) == expected


def test_equal_contributions_and_other_notes_are_distinguished(tmp_path: Path) -> None:
    top = r"""\author{Ann Author\thanks{Equal contribution.} \and
Bob Writer\footnotemark[1]\thanks{Supported by a grant.}}"""
    draft = draft_of(tmp_path, "article", top)
    ann, bob = draft.people
    assert draft.edition["organizers"] == [
        {"person": ann, "equal": True},
        {"person": bob, "equal": True},
    ]
    (remark,) = with_code(draft, "note-not-kept")
    assert remark.message.endswith("left out: Supported by a grant.")


@pytest.mark.parametrize("name", ["Anonymous Author(s)", "Anonymous submission", "Author Names"])
def test_what_stands_in_place_of_authors_is_nobody(name: str, tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "article", rf"\author{{{name}}}")
    assert draft.people == []
    assert with_code(draft, "no-author")


def test_memberships_are_no_names(tmp_path: Path) -> None:
    top = r"\author{Ann Author,~\IEEEmembership{Senior Member,~IEEE,} and Bob Writer, Fellow, IEEE}"
    people = draft_of(tmp_path, "IEEEtran", top).people
    assert [person.name for person in people] == ["Ann Author", "Bob Writer"]


def test_biographies_of_ieeetran_are_those_of_the_people(tmp_path: Path) -> None:
    body = r"""\section{Organizers}
\begin{IEEEbiographynophoto}{Ann Author} is a professor who works on structured documents and
on facts that stand once and appear in many places.\end{IEEEbiographynophoto}
\begin{IEEEbiographynophoto}{Bob Writer} builds programs that people who write proposals like to
use, and has done that for many years.\end{IEEEbiographynophoto}"""
    ann, bob = draft_of(tmp_path, "IEEEtran", IEEE, body).people
    assert ann.biography is not None
    assert ann.biography.replace("\n", " ").startswith("Ann Author is a professor")
    assert bob.biography is not None
    assert bob.biography.startswith("Bob Writer builds programs")


def test_organizers_of_a_section_are_people_where_no_author_stands_on_top(tmp_path: Path) -> None:
    body = r"""\section{Organizers}
\begin{itemize}\item Ann Author, University of Somewhere, Graz, Austria
\item Bob Writer, Example Labs, Paris, France\end{itemize}
\section{Program committee} \begin{itemize}\item Cyd Third, University of X\end{itemize}"""
    people = draft_of(tmp_path, "article", "", body).people
    assert [said(person) for person in people] == [
        ("Ann Author", None, ["University of Somewhere, Graz, Austria"]),
        ("Bob Writer", None, ["Example Labs, Paris, France"]),
    ]


def test_a_draft_comes_into_the_data_once_and_can_be_built(tmp_path: Path) -> None:
    lines = [r"\documentclass{article}", r"\title{First Workshop on Structured Proposals}"]
    lines += [MARKED["article"], r"\begin{document}", r"\maketitle", ABSTRACT]
    lines += [r"\section{Aims}", "It is about facts.", r"\end{document}", ""]
    source = written(tmp_path / "draft" / "draft.tex", "\n".join(lines))
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "latex", source)
    finished = workspace.run("build", "--only", "pdf")
    assert finished.code == 0, finished.output
    assert "It is about facts." in pdf.raw_pages(workspace.root / "build/2026/proposal.pdf")[0]


def test_abstract_and_keywords_of_the_text_are_read(tmp_path: Path) -> None:
    body = r"""\section*{Abstract} What it is about.

\noindent\textbf{Keywords:} facts, documents.
\section{Aims} Facts."""
    lines = [r"\documentclass{article}\begin{document}", r"\title{First Workshop on X}"]
    source = "\n".join([*lines, r"\author{Ann Author}\maketitle", body, r"\end{document}", ""])
    draft = read_latex(written(tmp_path / "draft.tex", source), "2026")
    assert draft.edition["abstract"] == "What it is about."
    assert draft.edition["keywords"] == ["facts", "documents"]
    assert draft.texts["proposal.md"] == "# Aims\n\nFacts."


def test_a_second_abstract_stays_text(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "article", r"\author{Ann Author}", r"\section{Summary} More words.")
    assert draft.edition["abstract"] == "What it is about."
    assert draft.texts["proposal.md"] == "# Summary\n\nMore words."


def test_sections_and_citations_of_a_draft_become_its_text(tmp_path: Path) -> None:
    body = r"\section{Aims} It is about facts~\cite{author20}."
    draft = draft_of(tmp_path, "llncs", SPRINGER, body)
    assert draft.texts["proposal.md"] == "# Aims\n\nIt is about facts [@author20]."
    assert draft.edition["abstract"] == "What it is about."


def test_credits_of_llncs_are_the_acknowledgments(tmp_path: Path) -> None:
    body = (
        r"\section{One} Text. \begin{credits}\subsubsection{\ackname} We thank all."
        r" \subsubsection{\discintname} None.\end{credits}"
    )
    draft = draft_of(tmp_path, "llncs", r"\author{Ann Author}\institute{Uni A, Spain}", body)
    edition: dict[str, Any] = draft.edition
    proposal = edition["documents"]["proposal"]
    assert proposal["acknowledgments"] == "We thank all."
    assert "### Disclosure of Interests\n\nNone." in next(iter(draft.texts.values()))


def test_authors_of_sig_alternate_are_people_with_affiliations(tmp_path: Path) -> None:
    top = r"""\conferenceinfo{KDD}{'26 Barcelona, Spain}
\numberofauthors{2}
\author{
\alignauthor Ann Author\titlenote{A note.}\\ \affaddr{Uni A}\\ \affaddr{Madrid, Spain}\\
\email{ann@example.org}
\alignauthor Bob Writer\\ \affaddr{Institute B}\\ \affaddr{Paris, France}\\ \email{bob@example.org}
}"""
    draft = draft_of(tmp_path, "sig-alternate", top, r"\terms{Theory}\section{One} Text.")
    assert [said(person) for person in draft.people] == [
        ("Ann Author", "ann@example.org", ["Uni A, Madrid, Spain"]),
        ("Bob Writer", "bob@example.org", ["Institute B, Paris, France"]),
    ]
    assert next(iter(draft.texts.values())).strip() == "# One\n\nText."
    messages = [found.message for found in with_code(draft, "note-not-kept")]
    assert (
        "documents have no \\conferenceinfo, so it is left out: KDD '26 Barcelona, Spain"
        in messages
    )
    assert "documents have no \\terms, so it is left out: Theory" in messages


def test_institutions_and_a_page_in_one_argument_are_no_authors(tmp_path: Path) -> None:
    authors = (
        r"\author{Ann Author}{University of Somewhere, Graz, Austria"
        "\n"
        r"\and Example Labs, Paris, France \and \url{https://ann.example}}{ann@some.example}{}{}"
        "\n"
        r"\author{Bob Writer}{Example Labs, Paris, France}{bob@else.example}{}{}"
    )
    draft = draft_of(tmp_path, "lipics-v2021", authors)
    ann, bob = draft.people
    assert [place["institution"] for place in ann.affiliations] == [
        "University of Somewhere",
        "Example Labs",
    ]
    assert (ann.name, ann.email) == ("Ann Author", "ann@some.example")
    assert (bob.name, bob.email) == ("Bob Writer", "bob@else.example")
    assert (ann.homepage, bob.homepage) == ("https://ann.example", None)


@pytest.mark.parametrize(
    ("top", "names"),
    [
        (
            r"Ann Author, Bob Writer\\ Cy Curator and Dee Dummy\\ University of Somewhere",
            ["Ann Author", "Bob Writer", "Cy Curator", "Dee Dummy"],
        ),
        (
            r"Ann Author\\ and Bob Writer\\ University of Somewhere",
            ["Ann Author", "Bob Writer"],
        ),
        (
            r"Ann Author,\\ Bob Writer\\ University of Somewhere",
            ["Ann Author", "Bob Writer"],
        ),
        (
            r"Ann Author $\quad$ Bob Writer\\ \small University of Somewhere",
            ["Ann Author", "Bob Writer"],
        ),
        (
            r"Ann Author, Bob “Bo” Writer\\ Cy Third, Dee Di\\ University of Somewhere\\ dee@x.org",
            ["Ann Author", "Bob “Bo” Writer", "Cy Third", "Dee Di"],
        ),
        (r"Ann Author\\ Red Sample, Palo Alto\\ University of Somewhere", ["Ann Author"]),
    ],
)
def test_names_go_on_in_the_next_line_where_that_is_sure(
    top: str, names: list[str], tmp_path: Path
) -> None:
    draft = draft_of(tmp_path, "article", rf"\author{{{top}}}")
    assert [person.name for person in draft.people] == names
    assert all(
        str(person.affiliations[0]["institution"]).endswith("University of Somewhere")
        for person in draft.people
    )


def test_a_department_goes_on_in_the_next_line(tmp_path: Path) -> None:
    lines = r"School of Placeholders and\\Computing\\University of Somewhere\\Graz, Austria"
    names = r"\IEEEauthorblockN{Ann Author\\ and Bob Writer}"
    top = rf"\author{{{names}\IEEEauthorblockA{{{lines}}}}}"
    people = draft_of(tmp_path, "IEEEtran", top).people
    assert [person.name for person in people] == ["Ann Author", "Bob Writer"]
    assert {str(person.affiliations[0]["department"]) for person in people} == {
        "School of Placeholders and Computing"
    }


REMEMBERED = r"""
\newcommand{\footremember}[2]{\footnote{#2}\newcounter{#1}\setcounter{#1}{\value{footnote}}}
\newcommand{\footrecall}[1]{\footnotemark[\value{#1}]}
\author{Ann Author\footremember{x}{University of Somewhere, Austria}
\and Bob Writer\footremember{y}{Example University, France} \and Cy Curator\footrecall{x}}"""


def test_a_note_that_is_recalled_by_its_counter_is_an_affiliation_again(tmp_path: Path) -> None:
    people = draft_of(tmp_path, "article", REMEMBERED).people
    assert [person.affiliations[0]["institution"] for person in people] == [
        "University of Somewhere",
        "Example University",
        "University of Somewhere",
    ]


def test_institutes_of_svjour_have_their_authors_in_front(tmp_path: Path) -> None:
    top = r"""\author{Ann Author \and Bob Writer}
\institute{A. Author \at University of Somewhere, Austria \\ \email{ann@some.example} \and
Bob Writer \at Example University, France \\ \email{bob@else.example}}"""
    draft = draft_of(tmp_path, "svjour3", top)
    assert [said(person) for person in draft.people] == [
        ("Ann Author", "ann@some.example", ["University of Somewhere, Austria"]),
        ("Bob Writer", "bob@else.example", ["Example University, France"]),
    ]
    assert with_code(draft, "no-institution") == []


ICONS = r"""
\newcommand{\iconofid}[1]{\textsuperscript{\href{https://orcid.org/#1}{\includegraphics{x}}}}
\author{\iconofid{0000-0002-1825-0097}Ann Author\textsuperscript{1,$\dagger$},
\iconofid{0000-0001-5109-3700}Bob Writer\textsuperscript{2}}"""


def test_icons_of_identifiers_may_stand_in_front_of_names(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "article", ICONS)
    assert [(person.name, person.orcid) for person in draft.people] == [
        ("Ann Author", "0000-0002-1825-0097"),
        ("Bob Writer", "0000-0001-5109-3700"),
    ]
    (lacking,) = with_code(draft, "no-institution")
    assert lacking.message == "nothing below the names has the numbers 1, 2 that stand at them"


def test_bars_part_keywords(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "article", r"\author{Ann Author}\keywords{Facts $|$ Figures}")
    assert draft.edition["keywords"] == ["Facts", "Figures"]


def test_institutes_of_svmult_are_of_those_whom_they_name(tmp_path: Path) -> None:
    top = r"""\author{A.~Author, B.~Writer and C.~Curator}
\institute{B.~Writer \email{bob@else.example} \at Example University, France}"""
    draft = draft_of(tmp_path, "svmult", top)
    assert [said(person) for person in draft.people] == [
        ("A. Author", None, []),
        ("B. Writer", "bob@else.example", ["Example University, France"]),
        ("C. Curator", None, []),
    ]


def test_lines_that_say_with_whom_are_no_affiliation(tmp_path: Path) -> None:
    top = r"""\author{Ann Author\\ With Bob Writer (Example Labs)}
\institute{University of Somewhere, Austria\\ Partially supported by the Placeholder Fund}"""
    draft = draft_of(tmp_path, "beamer", top)
    assert [said(person) for person in draft.people] == [
        ("Ann Author", None, ["University of Somewhere, Austria"])
    ]
    assert "With Bob Writer" in with_code(draft, "note-not-kept")[0].message
