r"""What classes and packages print is read as they print it: statements, acronyms, biographies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import ImportSourceError, Record
from proposal.importers.latex import read_latex
from tests.importers.bringing import written
from tests.importers.latex_papers import markdown, paper, with_code
from tests.importers.short_drafts import draft_of

STATEMENTS = (
    r"\section{A}\begin{theorem}One.\end{theorem}"
    r"\begin{definition}Two.\end{definition}"
)
TWO = r"\author{Ann Author \and Bob Writer}"


@pytest.mark.parametrize(
    ("class_name", "numbers"), [("llncs", ["1", "1"]), ("lipics-v2021", ["1", "2"])]
)
def test_statements_are_numbered_as_the_class_does(
    class_name: str, numbers: list[str], tmp_path: Path
) -> None:
    top = r"\author{Ann Author}{}{}{}{}" if "lipics" in class_name else r"\author{Ann Author}"
    text = draft_of(tmp_path, class_name, top, STATEMENTS).texts["proposal.md"]
    assert f"**Theorem {numbers[0]}.** One." in text
    assert f"**Definition {numbers[1]}.** Two." in text


def test_remarks_and_notes_of_classes_are_statements(tmp_path: Path) -> None:
    body = r"""\section{A}\begin{theorem}One.\end{theorem}\begin{remark}Two.\end{remark}
\begin{claim*}Three.\end{claim*}"""
    draft = draft_of(tmp_path, "lipics-v2021", r"\author{Ann Author}{}{}{}{}", body)
    assert "**Remark 2.** Two." in draft.texts["proposal.md"]
    assert "**Claim.** Three." in draft.texts["proposal.md"]
    assert with_code(draft, "unknown-latex") == []


def test_the_name_of_a_sign_is_no_word_of_a_title(tmp_path: Path) -> None:
    source = r"""\documentclass{article}\title{Workshop on Facts (F\emoji{heart}CTS)}
\author{Ann Author}\begin{document}\maketitle\begin{abstract}A.\end{abstract}\end{document}"""
    draft = read_latex(written(tmp_path / "draft.tex", source), "2026")
    assert draft.workshop["acronym"] == "FCTS"
    (found,) = with_code(draft, "unknown-latex")
    assert "heart" in found.message


def test_acronyms_declared_in_a_list_behind_their_use_are_written_out(tmp_path: Path) -> None:
    body = r"""\ac{DL} and \acp{DL}. \acresetall
\begin{acronym}[DL]\acro{DL}{deep learning}\end{acronym}"""
    text = draft_of(tmp_path, "article", r"\author{Ann Author}", body).texts["proposal.md"]
    assert text == "deep learning (DL) and DLs.\n\n**DL** deep learning"


def test_a_papers_own_command_acro_keeps_its_meaning(tmp_path: Path) -> None:
    before = r"\newcommand{\acro}[1]{\textbf{#1}}"
    assert markdown(tmp_path, r"\section{A} The \acro{WSP} day.", before=before).endswith(
        "The **WSP** day."
    )


def test_codes_of_subjects_are_no_keywords(tmp_path: Path) -> None:
    body = r"\begin{keyword} facts \sep names \PACS 0000 \sep 1111\end{keyword}"
    draft = draft_of(tmp_path, "elsarticle", r"\author{Ann Author}", body)
    assert draft.edition["keywords"] == ["facts", "names"]


def test_a_biography_of_ieeetran_names_its_person_once(tmp_path: Path) -> None:
    body = r"""\section{Organizers}
\begin{IEEEbiographynophoto}{Ann Author} Ann Author is a professor.\end{IEEEbiographynophoto}
\begin{IEEEbiographynophoto}{Bob Writer} is a lecturer.\end{IEEEbiographynophoto}"""
    ann, bob = draft_of(tmp_path, "IEEEtran", TWO, body).people
    assert (ann.biography, bob.biography) == (
        "Ann Author is a professor.",
        "Bob Writer is a lecturer.",
    )


IN_A_ROW = """Ann Author is a professor at X. She met Bob Writer.
Bob Writer, a lecturer, is at Labs."""
IN_BOLD = r"""\textbf{Ann Author} is a professor at X. She met Bob Writer.
\textbf{Bob Writer}, a lecturer, is at Labs."""


@pytest.mark.parametrize("body", [IN_A_ROW, IN_BOLD], ids=["plain", "bold"])
def test_biographies_in_one_paragraph_belong_to_their_people(body: str, tmp_path: Path) -> None:
    ann, bob = draft_of(tmp_path, "article", TWO, rf"\section{{Organizers}} {body}").people
    assert ann.biography == "Ann Author is a professor at X. She met Bob Writer."
    assert bob.biography == "Bob Writer, a lecturer, is at Labs."


def test_a_sentence_about_another_organizer_stays_in_its_biography(tmp_path: Path) -> None:
    body = r"""\section{Organizers}
\textbf{Ann Author} is a professor at X. Bob Writer is her brother.

\textbf{Bob Writer} is a lecturer at Labs."""
    ann, bob = draft_of(tmp_path, "article", TWO, body).people
    assert ann.biography == "Ann Author is a professor at X. Bob Writer is her brother."
    assert bob.biography == "Bob Writer is a lecturer at Labs."


def test_an_abstract_may_be_a_section_behind_another_one(tmp_path: Path) -> None:
    source = r"""\documentclass{article}\title{First Workshop on X}\author{Ann Author}
\begin{document}\maketitle \section{Title} X \section{Abstract} About facts.
\section{Aims} Many.\end{document}"""
    draft = read_latex(written(tmp_path / "draft.tex", source), "2026")
    assert draft.edition["abstract"] == "About facts."
    assert with_code(draft, "no-abstract") == []


def test_letters_of_figures_stand_in_one_pair_of_brackets(tmp_path: Path) -> None:
    body = r"""\section{A}\begin{figure}\begin{subfigure}{1cm}\includegraphics{p}\caption{L}
\label{l}\end{subfigure}\caption{Two: (\subref{l}).}\end{figure} See \subref{l}."""
    file = paper(tmp_path, body)
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (text,) = read_latex(file, "2024").texts.values()
    assert text.count("Two: (a).") == 2
    assert "See (a)." in text


def test_a_paper_without_a_title_says_what_to_write(tmp_path: Path) -> None:
    source = r"\documentclass{article}\begin{document}This is prose.\end{document}"
    with pytest.raises(ImportSourceError, match=r"write the workshop's name into one"):
        read_latex(written(tmp_path / "draft.tex", source), "2026")


def test_short_name_and_number_stand_in_the_event_of_ceur(tmp_path: Path) -> None:
    source = r"""\documentclass{ceurart}
\conference{WSP'26: Third Workshop on Facts, June 3, 2026, Graz}
\title{Overview of the Workshop on Facts}
\author[1]{Ann Author}[email=ann@some.example,url=https://some.example/ann]
\address[1]{University of Somewhere, Graz, Austria}
\begin{document}\begin{abstract}A.\end{abstract}\maketitle\end{document}"""
    draft = read_latex(written(tmp_path / "draft.tex", source), "2026")
    assert draft.workshop == {"name": "Workshop on Facts", "acronym": "WSP"}
    assert draft.edition["ordinal"] == "3"
    assert draft.people[0].homepage == "https://some.example/ann"
    (remark,) = with_code(draft, "note-not-kept")
    assert remark.message.endswith("June 3, 2026, Graz")


def test_a_committee_with_line_ends_is_one(tmp_path: Path) -> None:
    body = r"""\section{Program committee}\begin{multicols}{2}\noindent
Cyd Third, University of X\\ Dan Fourth, Example Labs\end{multicols}"""
    draft = draft_of(tmp_path, "article", r"\author{Ann Author}", body)
    assert draft.edition["committee"] == [
        {"name": "Cyd Third", "affiliation": "University of X"},
        {"name": "Dan Fourth", "affiliation": "Example Labs"},
    ]


def test_a_page_below_a_name_is_the_authors(tmp_path: Path) -> None:
    top = r"\author{Ann Author\\ University of X\\ \url{https://x.example/~ann} \And Bob Writer}"
    ann, bob = draft_of(tmp_path, "article", top).people
    assert (ann.homepage, bob.homepage) == ("https://x.example/~ann", None)


def test_the_title_of_a_frame_may_have_commands(tmp_path: Path) -> None:
    body = (
        r"\section{A}\begin{tcolorbox}[colback=white, title={What \& \emph{why}}]So.\end{tcolorbox}"
    )
    text = draft_of(tmp_path, "article", r"\author{Ann Author}", body).texts["proposal.md"]
    assert text == "# A\n\n**What & *why***\n\nSo."


def test_a_sign_that_says_something_of_an_item_stays(tmp_path: Path) -> None:
    body = r"\begin{itemize}\item[\checkmark] one \item[\xmark] two \item[--] three\end{itemize}"
    text = draft_of(tmp_path, "article", r"\author{Ann Author}", body).texts["proposal.md"]
    assert text == "- ✓ one\n- ✗ two\n- three"


def test_authors_of_eptcs_have_their_own_institutes(tmp_path: Path) -> None:
    top = r"""\author{Ann Author
\institute{Sample Labs\\ Sydney, Australia}
\institute{School of Samples\\ University of Somewhere\\ Sydney, Australia}
\email{ann@some.example}
\and Bob Writer \qquad\qquad Cyd Third
\institute{University of X\\ Graz, Austria}
\email{\quad bob@else.example \quad\qquad cyd@else.example}
\and Dan Fourth and Eve Fifth\institute{Institute Y, Graz, Austria}}"""
    people = draft_of(tmp_path, "eptcs", top).people
    x, y = ["University of X", "Graz"], ["Institute Y", "Graz"]
    assert [(one.name, one.email, *map(_where, one.affiliations)) for one in people] == [
        (
            *("Ann Author", "ann@some.example"),
            *(["Sample Labs", "Sydney"], ["University of Somewhere", "Sydney"]),
        ),
        ("Bob Writer", "bob@else.example", x),
        ("Cyd Third", "cyd@else.example", x),
        ("Dan Fourth", None, y),
        ("Eve Fifth", None, y),
    ]


def _where(post: Record) -> list[str]:
    return [str(post.get(key)) for key in ("institution", "city")]


def test_floats_and_acknowledgments_of_jmlr_are_read(tmp_path: Path) -> None:
    body = r"""See Figure~\ref{fig:a}.
\begin{figure}\floatconts{fig:a}{\caption{What is shown.}}{\includegraphics{p.png}}\end{figure}
\acks{We thank nobody.}"""
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    top = r"\title{First Workshop on Facts:\titlebreak A Sample}\author{Ann Author}"
    draft = draft_of(tmp_path, "jmlr", top, body)
    text = draft.texts["proposal.md"]
    assert "fig:a" not in text
    assert "What is shown." in text
    assert with_code(draft, "unknown-latex") == with_code(draft, "unknown-label") == []
    documents: Any = draft.edition["documents"]
    assert documents["proposal"]["acknowledgments"] == "We thank nobody."
    assert draft.workshop["name"] == "Workshop on Facts: A Sample"


def test_headings_of_the_back_matter_are_headings(tmp_path: Path) -> None:
    body = r"\frontmatter\addtocmark{A mark}\mainmatter Text. \backmatter\bmhead{Data}Here."
    draft = draft_of(tmp_path, "sn-jnl", r"\author{Ann Author}", body)
    assert draft.texts["proposal.md"] == "Text.\n\n# Data\n\nHere."
    assert with_code(draft, "unknown-latex") == []


def test_numbers_of_old_classes_are_no_text(tmp_path: Path) -> None:
    top = r"\author{Ann Author}\isbn{978-1-4503-4589-7/16/10}\acmPrice{\$15.00}"
    draft = draft_of(tmp_path, "sig-alternate", top, "Text.")
    assert draft.texts["proposal.md"] == "Text."
    assert with_code(draft, "refused-value") == []


def test_a_short_note_that_ends_with_a_country_is_an_affiliation(tmp_path: Path) -> None:
    top = r"\author{Ann Author\thanks{Sample, Canada} \And Bob Writer\footnotemark[1]}"
    people = draft_of(tmp_path, "article", top).people
    assert [one.affiliations for one in people] == [
        [{"institution": "Sample", "country": "Canada"}]
    ] * 2


def test_addresses_of_one_institute_are_those_of_the_authors_in_order(tmp_path: Path) -> None:
    top = r"""\author{Ann Author \and Bob Writer}
\institute{University of X, Graz, Austria\\ \email{\{aauthor,bwr\}@some.example}}"""
    people = draft_of(tmp_path, "llncs", top).people
    assert [one.email for one in people] == ["aauthor@some.example", "bwr@some.example"]


def test_what_sn_jnl_says_of_authors_is_taken_as_it_says_it(tmp_path: Path) -> None:
    top = r"""\author*[1]{\fnm{Ann} \sur{Author}}\email{ann@some.example}
\equalcont{These authors contributed equally to this work.}
\author[1]{\fnm{Bob} \sur{Writer}}
\affil*[1]{\orgdiv{Practical Samples}, \orgname{University of X}, \orgaddress{\street{Univ. 3},
\city{M\"{u}nster}, \postcode{48149}, \country{Germany}}}"""
    draft = draft_of(tmp_path, "sn-jnl", top)
    ann, bob = draft.people
    assert draft.edition["organizers"] == [
        {"person": ann, "corresponding": True, "equal": True},
        bob,
    ]
    assert ann.affiliations == [
        {
            "institution": "University of X",
            "department": "Practical Samples",
            "city": "Münster",
            "country": "Germany",
        }
    ]


def test_keys_of_an_affiliation_are_its_parts(tmp_path: Path) -> None:
    top = r"""\author[a]{Ann Author}\affiliation[a]{organization={Lab of Samples, University of X},
addressline={Street 1}, city={Z\"urich}, country=Switzerland}"""
    (ann,) = draft_of(tmp_path, "elsarticle", top).people
    assert ann.affiliations == [
        {
            "institution": "University of X",
            "department": "Lab of Samples",
            "city": "Zürich",
            "country": "Switzerland",
        }
    ]


@pytest.mark.parametrize(
    ("before", "encoding"),
    [("% remove “Numbered”", "cp1252"), (r"\usepackage[latin1]{inputenc}", "latin-1")],
)
def test_a_paper_is_read_in_the_encoding_that_it_names(
    before: str, encoding: str, tmp_path: Path
) -> None:
    name = "Zürich" if "inputenc" in before else "Graz"
    lines = [r"\documentclass{article}", before, rf"\title{{Workshop on {name}}}"]
    lines += [r"\author{Ann Author}\begin{document}\maketitle\input{part}\end{document}"]
    (tmp_path / "draft.tex").write_bytes("\n".join(lines).encode(encoding))
    (tmp_path / "part.tex").write_bytes(f"In {name}.".encode(encoding))
    draft = read_latex(tmp_path / "draft.tex", "2026")
    assert draft.workshop["name"] == f"Workshop on {name}"
    assert draft.texts["proposal.md"] == f"In {name}."


@pytest.mark.parametrize(
    ("top", "posts"),
    [
        (
            (
                r"\author{Ann Author}\ead{ann@example.org}"
                r"\affiliation{organization={Labs A},department={Lab Y},city={Bath},country={UK}}"
            ),
            ["Labs A, Lab Y, Bath, UK"],
        ),
        (
            (
                r"\author{Ann Author\corref{c}}\cortext[c]{Corresponding author}"
                r"\affiliation{organization={A \& B Labs},city={Graz},country={Austria}}"
            ),
            ["A & B Labs, Graz, Austria"],
        ),
        (
            (
                r"\author{Ann Author}\affiliation{organization={Labs A},country={UK}}"
                r"\affiliation{organization={Labs B},city={Nice},country={France}}"
            ),
            ["Labs A, UK", "Labs B, Nice, France"],
        ),
        (
            r"\author{Ann Author}\affiliation{organization={Labs A, Graz},country={Austria}}",
            ["Labs A, Graz, Austria"],
        ),
        (r"\author{Ann Author}\affiliation{addressline={Street 1},city={Graz}}", []),
    ],
)
def test_keys_of_affiliations_are_read_wherever_they_stand(
    top: str, posts: list[str], tmp_path: Path
) -> None:
    (author,) = draft_of(tmp_path, "elsarticle", top).people
    assert [", ".join(map(str, post.values())) for post in author.affiliations] == posts


@pytest.mark.parametrize(
    ("note", "institution"),
    [
        ("Sample Works, Canada", "Sample Works"),
        ("Work done while visiting Lyon, France", None),
        ("Now in Lyon, France", None),
    ],
)
def test_a_note_in_words_is_no_affiliation(
    note: str, institution: str | None, tmp_path: Path
) -> None:
    (author,) = draft_of(tmp_path, "article", rf"\author{{Ann Author\thanks{{{note}}}}}").people
    found = [post["institution"] for post in author.affiliations]
    assert found == ([institution] if institution else [])


def test_a_section_of_topics_keeps_its_list_though_its_items_name_hours(tmp_path: Path) -> None:
    body = (
        r"\section{Topics of Interest}\begin{itemize}\item 24h monitoring \item 1h forecasts"
        r"\item data\end{itemize}"
    )
    draft = draft_of(tmp_path, "article", r"\author{Ann Author\\Uni}", body)
    assert draft.edition["topics"] == ["24h monitoring", "1h forecasts", "data"]
