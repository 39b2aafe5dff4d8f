"""What a paper's LaTeX becomes in Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diagnostic_lists import only
from tests.importers.latex_papers import markdown, paper, read, with_code


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\emph{so}, \textit{so}, {\em so} and {\it so}", "*so*, *so*, *so* and *so*"),
        (r"\textbf{so} and {\bf so\/}", "**so** and **so**"),
        (r"\emph{a \textbf{b} c}", "*a **b** c*"),
        (r"a\emph{ word }b", "a *word* b"),
        (r"\texttt{a\_b} and \verb|x{y|", "`a_b` and `x{y`"),
        ("``so'' and `so', it's; the users' data", "“so” and ‘so’, it's; the users’ data"),
        ("a -- b --- c, 2--8", "a – b — c, 2–8"),
        (r"Dr.~Who, 3\,000, e.g.\ so", "Dr.&nbsp;Who, 3&thinsp;000, e.g. so"),
        (r"\ldots\ and \dots{} so", "… and … so"),
        (r"\& \% \$ \# \{ \} \S", "& % $ # { } §"),
        (r"\"o \v{s} \c{c} \'{\i} {\o} \ss{} \k{a}", "ö š ç í ø ß ą"),
        (r"\LaTeX{} and \textregistered", "LaTeX and ®"),
        (r"5 $\times$ 3, $\pm$2, $50\%$", "5 × 3, ±2, 50%"),
        (r"\mbox{one} \underline{two} \textsc{Three}", "one two Three"),
        (r"one\par two", "one\n\ntwo"),
        ("one % a comment\ntwo", "one two"),
        ("one\\\\two", "one\\\ntwo"),
        (r"\enquote{so}", "“so”"),
        (r"10\textsuperscript{6}, H\textsubscript{2}O, 1\textsuperscript{st}", "10⁶, H₂O, 1st"),
        (r"\IEEEPARstart{T}{his} is so", "This is so"),
        (
            r"\begin{links}\link{Code}{https://example.org/a}\end{links}",
            "[Code](https://example.org/a)",
        ),
        (
            r"\link{Data}{https://example.org/a%20b}, \link{one} only",
            "[Data](https://example.org/a%20b), one only",
        ),
        (
            r"\newcommand{\link}[1]{\textbf{#1}}See \link{here} {and} there",
            "See **here** and there",
        ),
        (
            r"\newcommand{\link}[2]{\href{#1}{#2}}\link{https://example.org/a}{the page}",
            "[the page](https://example.org/a)",
        ),
        (r"\newcommand{\link}{example.org}At \link{} now, {really}", "At example.org now, really"),
    ],
)
def test_spans(latex: str, expected: str, tmp_path: Path) -> None:
    assert markdown(tmp_path, latex) == expected


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("two * three", r"two \* three"),
        ("_so_ and a_b", r"\_so\_ and a_b"),
        ("[so](there)", r"[so]\(there)"),
        (r"\# so", r"\# so"),
        ("- so", r"\- so"),
        ("1. so", r"1\. so"),
        ("[@so]", r"\[@so]"),
        (r"\{\{ so \}\}", '{{ "{{" }} so }}'),
        ("<http://so>", r"\<http://so>"),
        (r"\&amp;", r"\&amp;"),
    ],
)
def test_what_markdown_would_take_for_markup_stays_text(
    latex: str, expected: str, tmp_path: Path
) -> None:
    assert markdown(tmp_path, latex) == expected


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\url{https://a.org/b_c%20d}", "<https://a.org/b_c%20d>"),
        (r"\href{https://a.org/?x=1\&y=2}{so}", "[so](https://a.org/?x=1&y=2)"),
        (r"\href{https://a.org/(b)}{so}", "[so](<https://a.org/(b)>)"),
        (r"\href{mailto:a@b.org}{a@b.org}", "<a@b.org>"),
        (r"\href{https://a.org}{\nolinkurl{https://a.org}}", "<https://a.org>"),
        (r"\nolinkurl{a@b.org}", "<a@b.org>"),
        (r"\href{ftp://a.org}{so}", "so"),
    ],
)
def test_links(latex: str, expected: str, tmp_path: Path) -> None:
    assert markdown(tmp_path, latex) == expected


def test_headings_of_four_levels(tmp_path: Path) -> None:
    latex = r"""
\section{One \& two}\label{sec:one}
\subsection{Two}
\subsubsection{Three}
\paragraph{Four} follows."""
    expected = "# One & two\n\n## Two\n\n### Three\n\n#### Four\n\nfollows."
    assert markdown(tmp_path, latex) == expected


def test_lists_within_lists(tmp_path: Path) -> None:
    latex = r"""Before:
\begin{itemize}
  \item one
  \begin{enumerate}
    \item first
    \item second
  \end{enumerate}
  \item two
\end{itemize}

\begin{itemize}
  \item another list
\end{itemize}"""
    assert markdown(tmp_path, latex) == (
        "Before:\n\n- one\n  1. first\n  2. second\n- two\n\n* another list"
    )


def test_long_items_go_on_below_their_first_word(tmp_path: Path) -> None:
    latex = rf"\begin{{itemize}}\item {'word ' * 20}\end{{itemize}}"
    first, second = markdown(tmp_path, latex).split("\n")
    assert first == "- " + " ".join(["word"] * 17)
    assert second == "  word word word"


def test_items_with_words_for_bullets_become_paragraphs(tmp_path: Path) -> None:
    latex = r"\begin{description}\item[First] one.\item[Second] two.\end{description}"
    assert markdown(tmp_path, latex) == "**First** one.\n\n**Second** two."


def test_quotations_notes_and_lines_of_code(tmp_path: Path) -> None:
    latex = r"""So\footnote{A note with \emph{weight}.} it is.
\begin{quote}
Words of somebody.
\end{quote}

\begin{verbatim}
{{ code }}
\end{verbatim}"""
    assert markdown(tmp_path, latex) == (
        "So[^1] it is.\n\n[^1]: A note with *weight*.\n\n> Words of somebody.\n\n"
        '```\n{{ "{{" }} code }}\n```'
    )


def test_tables_become_tables_of_markdown(tmp_path: Path) -> None:
    latex = r"""\begin{table}
  \caption{What it costs}\label{tab:cost}
  \begin{tabular}{@{}lr@{}}
    \toprule
    \textbf{What} & \textbf{Price} \\
    \midrule
    Tea \& milk & 2 \\ \addlinespace[2pt]
    a | b & 3 \\
    \bottomrule
  \end{tabular}
\end{table}
See Table~\ref{tab:cost}."""
    assert markdown(tmp_path, latex) == (
        "Table 1: What it costs\n\n"
        "| What | Price |\n| --- | ---: |\n| Tea & milk | 2 |\n| a \\| b | 3 |\n\n"
        "See Table&nbsp;1."
    )


def test_a_table_without_a_heading_gets_an_empty_one(tmp_path: Path) -> None:
    latex = r"\begin{tabular}{cp{2cm}} a & b \\ c & d \end{tabular}"
    assert markdown(tmp_path, latex) == "| | |\n| :---: | --- |\n| a | b |\n| c | d |"


PNG = b"\x89PNG\r\n\x1a\n of a picture"


def test_pictures_come_along_with_caption_and_description(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "our curve.png").write_bytes(PNG)
    latex = r"""\begin{figure}
  \centering
  \includegraphics[width=\linewidth]{our curve}
  \caption{How it \emph{grows}.}
  \Description{A curve that rises.}
\end{figure}"""
    draft = read(tmp_path, latex, before=r"\graphicspath{{figures/}}")
    assert draft.pictures == {"our-curve.png": PNG}
    assert list(draft.texts.values()) == ['![A curve that rises.](our-curve.png "How it *grows*.")']


def test_pictures_that_cannot_be_taken_are_reported(tmp_path: Path) -> None:
    (tmp_path / "false.png").write_bytes(b"no picture")
    latex = r"\includegraphics{false.png}\includegraphics{../../etc/passwd}\includegraphics{none}"
    draft = read(tmp_path / "paper", latex)
    (tmp_path / "paper" / "false.png").write_bytes(b"no picture")
    assert draft.pictures == {}
    assert len(with_code(draft, "missing-file")) == 3
    again = read(tmp_path / "paper", latex)
    assert only(with_code(again, "not-a-picture")).message.startswith("false.png")


REFERENCES = r"""
@article{one, author = {Kang, Wang-Cheng and McAuley, Julian}, title = {One}, journal = {J},
  year = {2018}}
@article{two, author = {Deldjoo, Yashar and He, Zhankui and Milano, Silvia}, title = {Two},
  journal = {J}, year = {2024}}
"""


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"so~\cite{one}", "so [@one]"),
        (r"so \citep{one, two}.", "so [@one; @two]."),
        (r"so\cite{one}", "so[@one]"),
        (r"so~\cite[p.~4]{one}", "so [@one, p. 4]"),
        (r"so \citep[see][p. 4]{one}", "so see [@one, p. 4]"),
        (r"\citet{one} say", "Kang and McAuley [@one] say"),
        (r"\citet{two} say", "Deldjoo et&nbsp;al. [@two] say"),
        (r"\citeauthor{one} in \citeyear{one}", "Kang and McAuley in 2018"),
    ],
)
def test_citations(latex: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "library.bib").write_text(REFERENCES, encoding="utf-8")
    assert markdown(tmp_path, latex + "\\bibliography{library}") == expected


def test_what_is_cited_and_nowhere_to_be_found_is_reported(tmp_path: Path) -> None:
    draft = read(tmp_path, "so~\\cite{nobody2000}\n\\bibliography{library}")
    assert only(with_code(draft, "unknown-citation")).message.startswith("`nobody2000` is cited")
    assert only(with_code(draft, "missing-file")).message.startswith(
        "there is no bibliography library"
    )
    assert draft.bibliography == {
        "nobody2000": "@misc{nobody2000,\n  title = {{To be announced (nobody2000)}},\n}\n"
    }


def test_a_bibliography_within_the_paper_becomes_plain_entries(tmp_path: Path) -> None:
    latex = r"""so~\cite{one}
\begin{thebibliography}{9}
\bibitem{one} A. Author. 2020. \emph{A Title \& More}.
\end{thebibliography}"""
    draft = read(tmp_path, latex)
    assert draft.bibliography == {
        "one": "@misc{one,\n  title = {{A. Author. 2020. A Title \\& More.}},\n}\n"
    }
    assert with_code(draft, "unknown-citation") == []


def test_references_are_written_as_the_numbers_that_latex_prints(tmp_path: Path) -> None:
    latex = r"""\section{A}\subsection{B}\label{sec:b}
Section~\ref{sec:b} and \autoref{sec:b}, but \ref{sec:c}.
\section*{C}\section{D}\label{sec:d} See \ref{sec:d}."""
    text = markdown(tmp_path, latex)
    assert "Section&nbsp;1.1 and Section&nbsp;1.1, but ??." in text
    assert "See 2." in text


def test_unknown_commands_and_environments_are_reported_and_leave_their_text(
    tmp_path: Path,
) -> None:
    latex = "A \\odd{check} b.\n\n\\begin{sidebar*}\nAside.\n\\end{sidebar*}\nAnd \\odd{this}."
    draft = read(tmp_path, latex)
    assert list(draft.texts.values()) == ["A check b.\n\nAside.\n\nAnd this."]
    one, other = with_code(draft, "unknown-latex")
    assert one.message == r"\odd is not known; its text is kept (also in line 14)"
    assert one.span is not None
    assert (one.span.file.name, one.span.line, one.span.column) == ("paper.tex", 9, 3)
    assert other.message == r"\begin{sidebar*} is not known; its text is kept"


def test_layout_is_reported_once(tmp_path: Path) -> None:
    draft = read(tmp_path, "a\\vspace{2mm}\n\n\\newpage b \\looseness=-1 c \\vspace*{1cm}")
    assert list(draft.texts.values()) == ["a\n\nb c"]
    layout = [
        diagnostic
        for diagnostic in with_code(draft, "layout-not-kept")
        if r"\vspace" in diagnostic.message
    ]
    assert only(layout).message.endswith(r"\looseness, \newpage, \vspace")


def test_what_pdftex_is_to_do_with_its_file_is_no_text(tmp_path: Path) -> None:
    draft = read(
        tmp_path,
        "a \\pdfinfo{/Title (T)}b \\pdfcompresslevel=9 c\n\\pdfpagewidth=210mm\n"
        "\\pdfcatalog{/Lang (en)}d \\special{pdf: docview}e",
    )
    assert list(draft.texts.values()) == ["a b c d e"]
    assert with_code(draft, "unknown-latex") == []


# Commands and files of the paper's own


def test_commands_that_the_paper_defines_stand_for_their_text(tmp_path: Path) -> None:
    before = r"""\newcommand{\name}{WSP\xspace}
\newcommand\kind[2][plain]{\emph{#2} (#1)}
\def\short#1{[#1]}
\renewcommand*{\name}{NAME\xspace}
\DeclareRobustCommand{\deep}{\kind{deep}}"""
    latex = r"\name and \name, \kind{one}, \kind[so]{two}, \short{x}, \deep; {\name}"
    expected = "NAME and NAME, *one* (plain), *two* (so), [x], *deep* (plain); NAME"
    assert markdown(tmp_path, latex, before=before) == expected


def test_text_that_is_taken_out_stays_out(tmp_path: Path) -> None:
    latex = r"""a
\iffalse b \ifx c \fi d \fi
\begin{comment}
e \undefined{
\end{comment}
f"""
    assert markdown(tmp_path, latex) == "a f"


def test_remarks_stand_at_the_line_of_the_file_that_was_taken_in(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.tex").write_text("First.\n\n\\odd{So}.\n", encoding="utf-8")
    draft = read(tmp_path, r"\input{parts/one}")
    span = only(with_code(draft, "unknown-latex")).span
    assert span is not None
    assert (span.file.name, span.line, span.column) == ("one.tex", 3, 1)


def test_files_outside_of_the_papers_folder_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.tex").write_text("Secret.", encoding="utf-8")
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "link.tex").symlink_to(tmp_path / "secret.tex")
    latex = r"So. \input{../secret}\input{/etc/hostname}\input{link}\input{nowhere}"
    draft = read(tmp_path / "paper", latex)
    assert list(draft.texts.values()) == ["So."]
    assert len(with_code(draft, "outside-file")) == 3
    assert len(with_code(draft, "unreadable-file")) == 1


# Topics


TOPICS = r"\begin{itemize}\item Trees of \emph{text};\item People's data\end{itemize}"


@pytest.mark.parametrize(
    "before",
    [
        "Topics are, for example:\n\n",
        "We welcome work, including but not limited to:\n",
        "\\section{Topics of Interest}\nWe welcome the following.\n\n",
    ],
)
def test_a_list_of_topics_becomes_data(before: str, tmp_path: Path) -> None:
    draft = read(tmp_path, before + TOPICS)
    assert draft.edition["topics"] == ["Trees of text;", "People's data"]
    (text,) = draft.texts.values()
    assert text.endswith("\n\n{{ topics }}")
    assert with_code(draft, "plain-topics")
    assert with_code(draft, "punctuated-topics")


def test_other_lists_stay_text(tmp_path: Path) -> None:
    draft = read(tmp_path, "We have three goals:\n" + TOPICS)
    assert "topics" not in draft.edition


@pytest.mark.parametrize(
    "text",
    [
        r"""A panel on our main themes. We expect to need a full day, which we part as follows:
\begin{itemize}\item Opening \item Talks\end{itemize}""",
        r"""Topics of the day:
\begin{itemize}\item 30 min: Opening \item 6 x 30 min: Talks \item Panel\end{itemize}""",
    ],
)
def test_a_list_that_is_led_to_by_something_else_is_no_list_of_topics(
    text: str, tmp_path: Path
) -> None:
    assert "topics" not in read(tmp_path, text).edition


def test_of_several_lists_that_could_be_the_topics_none_is_taken(tmp_path: Path) -> None:
    draft = read(tmp_path, f"\\section{{Topics}}\nOne:\n{TOPICS}\n\nTwo:\n{TOPICS}")
    assert "topics" not in draft.edition
    found = only(with_code(draft, "unclear-topics"))
    assert "; 1 more such (also in line " in found.message


# Biographies


AUTHORS = r"""\title{First Workshop on X}
\author{Narges Tabari}\affiliation{\institution{AWS AI Labs}\country{USA}}
\author{Xiao-Ming Wu}\affiliation{\institution{PolyU}\country{China}}"""
LONG = "works on models of language and on what people like to read, every day of the week."


WAYS = {
    "in bold with a colon": (r"\textbf{Xiaoming Wu:} TEXT", r"\textbf{Narges Tabari}: TEXT"),
    "on a line of their own": (
        r"\noindent\textbf{Xiao-Ming Wu}\\ TEXT",
        r"\noindent\textbf{Narges Tabari}\\ TEXT",
    ),
    "with a full stop or a dash": (
        r"\textbf{Xiao-Ming Wu.} TEXT",
        r"{\bf Narges Tabari} --- TEXT",
    ),
    "as paragraphs": (r"\paragraph{Xiao-Ming Wu} TEXT", r"\paragraph{Narges Tabari} TEXT"),
    "as sections": (r"\subsection*{Xiao-Ming Wu} TEXT", r"\subsection*{Narges Tabari} TEXT"),
    "as a description": (
        r"\begin{description}\item[Xiao-Ming Wu] TEXT",
        r"\item[Narges Tabari:] TEXT\end{description}",
    ),
    "as a list": (
        r"\begin{itemize}\item \textbf{Xiao-Ming Wu}: TEXT",
        r"\item \textbf{Narges Tabari}: TEXT\end{itemize}",
    ),
}


@pytest.mark.parametrize("names", WAYS.values(), ids=WAYS)
def test_biographies_are_found_however_they_are_set(names: tuple[str, str], tmp_path: Path) -> None:
    latex = "\n\n".join(names).replace("TEXT", f"She {LONG}")
    draft = read(tmp_path, f"\\section{{Organizers}}\nWho we are.\n\n{latex}", top=AUTHORS)
    assert [" ".join((person.biography or "").split()) for person in draft.people] == [
        f"She {LONG}"
    ] * 2
    tabari, wu = (draft.id_of(person) for person in draft.people)
    (text,) = draft.texts.values()
    order = f'{{{{ biographies | order("{wu}", "{tabari}") }}}}'
    assert text == f"# Organizers\n\nWho we are.\n\n{order}"


def test_a_name_that_begins_the_sentence_belongs_to_it(tmp_path: Path) -> None:
    latex = rf"\section{{Bios}} \textbf{{Narges Tabari}} {LONG}"
    draft = read(tmp_path, latex, top=AUTHORS)
    assert " ".join((draft.people[0].biography or "").split()) == f"Narges Tabari {LONG}"
    (text,) = draft.texts.values()
    assert text == f'# Bios\n\n{{{{ biographies | only("{draft.id_of(draft.people[0])}") }}}}'


def test_who_is_no_author_stays_text(tmp_path: Path) -> None:
    latex = rf"""\section{{Bios}} \textbf{{Narges Tabari:}} She {LONG}

\textbf{{Ada Lovelace:}} She {LONG}"""
    draft = read(tmp_path, latex, top=AUTHORS)
    assert only(with_code(draft, "unknown-person")).message.startswith("nobody among the authors")
    assert "**Ada Lovelace:** She works" in next(iter(draft.texts.values()))


def test_what_follows_the_biographies_is_none(tmp_path: Path) -> None:
    latex = rf"""\section{{Bios}} \textbf{{Narges Tabari:}} She {LONG}

\textbf{{Xiao-Ming Wu:}} She {LONG}

Write to us."""
    draft = read(tmp_path, latex, top=AUTHORS)
    assert next(iter(draft.texts.values())) == "# Bios\n\n{{ biographies }}\n\nWrite to us."


def test_a_mere_list_of_names_is_no_section_of_biographies(tmp_path: Path) -> None:
    latex = r"""\section{Organizers}
\begin{itemize}
\item \textbf{Narges Tabari}, AWS AI Labs
\item \textbf{Xiao-Ming Wu}, PolyU
\end{itemize}"""
    draft = read(tmp_path, latex, top=AUTHORS)
    assert "**Narges Tabari**, AWS AI Labs" in next(iter(draft.texts.values()))
    assert draft.people[0].biography is None


def test_thanks_are_kept_apart_from_the_text(tmp_path: Path) -> None:
    for latex in (
        r"So. \begin{acks}We thank \emph{all}.\end{acks}",
        r"So. \section*{Acknowledgements} We thank \emph{all}.",
    ):
        draft = read(tmp_path, latex)
        assert list(draft.texts.values()) == ["So."]
        documents = draft.edition["documents"]
        assert isinstance(documents, dict)
        (document,) = documents.values()
        assert document["acknowledgments"] == "We thank *all*."


def test_the_paper_is_only_read(tmp_path: Path) -> None:
    file = paper(tmp_path, r"\immediate\write18{touch hacked}\input{|ls}\openout1=hacked So.")
    before = sorted(tmp_path.iterdir())
    assert "So." in markdown(tmp_path, r"\immediate\write18{touch hacked} So.")
    assert sorted(tmp_path.iterdir()) == before == [file]


def test_sponsors_and_grants_are_printed_as_acmart_prints_them(tmp_path: Path) -> None:
    body = (
        r"By the \grantsponsor{id1}{Example Foundation}{https://example.org} under "
        r"\grantnum[https://example.org/7]{id1}{No. 7}."
    )
    assert markdown(tmp_path, body) == "By the Example Foundation under No. 7."


def test_filler_is_left_out_and_reported(tmp_path: Path) -> None:
    draft = read(tmp_path, "Text.\n\n\\lipsum[1-2]")
    assert list(draft.texts.values()) == ["Text."]
    assert only(with_code(draft, "note-not-kept")).message == (
        "\\lipsum prints words that say nothing and is left out"
    )


def test_works_without_an_entry_are_remarked_once(tmp_path: Path) -> None:
    draft = read(tmp_path, "\\cite{one}, \\cite{two}.")
    assert only(with_code(draft, "unknown-citation")).message == (
        "`one` is cited, but no bibliography of the paper has it; an entry to be filled in "
        "stands in references.bib; 1 more such"
    )


def test_a_tie_that_makes_room_between_paragraphs_is_no_text(tmp_path: Path) -> None:
    assert markdown(tmp_path, "One.\n\n~\n\nTwo~words.") == "One.\n\nTwo&nbsp;words."


def test_an_address_over_several_lines_is_one_in_the_message(tmp_path: Path) -> None:
    draft = read(tmp_path, "\\href{folder/\nfile}{Words} and \\href{other}{more}.")
    found = only(with_code(draft, "not-a-url"))
    assert "\n" not in found.message
    assert found.message.endswith("1 more such (also in line 10)")


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"a\footnotemark{} b\footnotetext{So.}", "a[^1] b\n\n[^1]: So."),
        (
            (
                r"a\footnotemark, b\footnotemark. \addtocounter{footnote}{-1}\footnotetext{One.}"
                r"\stepcounter{footnote}\footnotetext{Two.}"
            ),
            "a[^1], b[^2].\n\n[^1]: One.\n\n[^2]: Two.",
        ),
        (
            r"a\footnotemark[7] b\footnote{So.}\footnotetext[7]{Seven.}",
            "a[^1] b[^2]\n\n[^1]: Seven.\n\n[^2]: So.",
        ),
        (
            r"a\footnote{So.} b\footnote{\label{n}More.}, see\footref{n} and note \ref{n}",
            "a[^1] b[^2], see (Footnote&nbsp;2) and note 2\n\n[^1]: So.\n\n[^2]: More.",
        ),
    ],
)
def test_notes_stand_at_their_marks(latex: str, expected: str, tmp_path: Path) -> None:
    draft = read(tmp_path, latex)
    assert list(draft.texts.values()) == [expected]
    assert not with_code(draft, "unknown-latex")


def test_a_mark_without_words_and_words_without_a_mark_are_reported(tmp_path: Path) -> None:
    draft = read(tmp_path, r"a\footnotemark[3] b.\footnotetext[4]{So.}")
    assert list(draft.texts.values()) == ["a b.[^1]\n\n[^1]: So."]
    assert len(with_code(draft, "unknown-latex")) == 2


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\section{One}\label{a}\subsection{Two}\label{b}\nameref{b}, \ref*{b}, \autoref*{a}",
         "# One\n\n## Two\n\nTwo, 1.1, Section&nbsp;1"),
        (r"\section{One}\label{a}\section{Two}\label{b}\crefrange{a}{b}, \labelcref{b}, \vref{a}",
         "# One\n\n# Two\n\nSection&nbsp;1 to 2, 2, 1"),
        ((r"\begin{enumerate}\item a\item\label{b} b\begin{enumerate}\item\label{c} c"
         r"\end{enumerate}\end{enumerate}\ref{b}, \autoref{b}, \ref{c}"),
         "1. a\n2. b\n   1. c\n\n2, item&nbsp;2, 2a"),
        (r"\begin{enumerate}[label={\bf Q\arabic*:}]\item a\item b\label{b}\end{enumerate}\ref{b}",
         "- **Q1:** a\n- **Q2:** b\n\nQ2"),
        (r"\begin{enumerate}[label=(\alph*)]\item a\item\label{b} b\end{enumerate}\ref{b}",
         "1. a\n2. b\n\n2"),
        ((r"\begin{enumerate}[start=4]\item a\end{enumerate} b \begin{enumerate}[resume]\item c"
         r"\end{enumerate}"), "4. a\n\nb\n\n5. c"),
        (r"\begin{enumerate}\setcounter{enumi}{6}\item a\end{enumerate}", "7. a"),
        (r"\begin{itemize}\item[--] a\item[$\bullet$] b\item[\textbf{L}] c\end{itemize}",
         "- a\n- b\n- **L** c"),
        (r"\begin{enumerate}\item[1.] a\item[(2)] b\end{enumerate}", "1. a\n2. b"),
        (r"a\hspace{1em}b\hspace{-1pt}c\hspace*{0em}d\hfill e\linebreak f", "a bcd e f"),
        (r"\textless a\textgreater{} b\textbar c\^{}d\SS", r"<a> b\|c^dẞ"),
        (r"\textquote{a}, \say{b}, \enquote*{c}", "“a”, “b”, “c”"),
        (r"a\index{a!b}\glsadd{a}\typeout{b} c", "a c"),
        ("a\n\\begin{comment}\nb $ {\n\\end{comment}\nc", "a c"),
        (r"Text\todoinline{do this}\fixmeann[now]{do this}.", "Text."),
        (r"\begin{displayquote}a\end{displayquote}", "> a"),
        (r"\SIrange{1}{2}{\ms}, \numrange{1}{2}, \numlist{1;2;3}, \ang{30}",
         "1&nbsp;ms to 2&nbsp;ms, 1 to 2, 1, 2 and 3, 30°"),
    ],
)  # fmt: skip
def test_what_is_printed_stands_in_the_text(latex: str, expected: str, tmp_path: Path) -> None:
    draft = read(tmp_path, latex)
    assert list(draft.texts.values()) == [expected]
    assert not with_code(draft, "unknown-latex")
    assert not with_code(draft, "unknown-label")


def test_the_page_of_a_place_is_not_guessed(tmp_path: Path) -> None:
    draft = read(tmp_path, r"\section{One}\label{a}See page~\pageref{a}.")
    assert list(draft.texts.values()) == ["# One\n\nSee page&nbsp;??."]
    assert "page" in only(with_code(draft, "unknown-label")).message


def test_all_thanks_are_kept(tmp_path: Path) -> None:
    draft = read(
        tmp_path, r"\begin{acks}One.\end{acks}\begin{acknowledgments}Two.\end{acknowledgments}"
    )
    documents = draft.edition["documents"]
    assert isinstance(documents, dict)
    assert documents["proposal"]["acknowledgments"] == "One.Two."


def test_an_unknown_command_without_text_leaves_nothing(tmp_path: Path) -> None:
    draft = read(tmp_path, r"a \strange{} b \odd{c} \odd")
    messages = {found.message for found in with_code(draft, "unknown-latex")}
    assert messages == {
        r"\strange is not known; nothing stands for it",
        r"\odd is not known; its text is kept",
    }
