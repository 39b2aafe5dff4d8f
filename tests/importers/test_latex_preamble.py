"""What stands in a paper's preamble: definitions, settings and switches, and what they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.latex import read_latex
from tests.diagnostic_lists import only
from tests.importers.latex_papers import markdown, read, with_code


@pytest.mark.parametrize(
    "before",
    [
        r"\def\shared{\end{tabular}\begin{tabular}{c}}",
        r"\newenvironment{note*}{\begin{quote}}{\end{quote}}",
        r"\renewenvironment{thing}[1][x]{\begin{center}#1$}{$\end{center}}",
        r"\lstset{moredelim=[il][\bfseries]{$$}}",
        r"\lstdefinelanguage{own}[x]{C}{morekeywords={a,b}, literate={~}{{$\sim$}}{1}}",
        r"\tikzset{box/.style={draw, font=\small$}}",
        r"\hypersetup{colorlinks, pdftitle={A $ and \begin{x}}}",
        r"\newcolumntype{L}[1]{>{\raggedright\let\newline\\\arraybackslash}p{#1}}",
        r"\captionsetup[figure]{font=small}",
        r"\let\oldemph\emph",
        r"\let\oldemph=\emph",
        r"\setlength\parindent{0pt}",
        r"\AtBeginDocument{\begin{odd}}",
        "\\makeatletter\n\\def\\@odd#1#2{\\begin{x}}\n\\@ifundefined{odd}{\\begin{y}}{}\n\\makeatother",
        r"\newcommand{\both}{\begin{itemize}}\newcommand\ends{\end{itemize}}",
        "\\begin{filecontents}{x.bib}\n@misc{a, title={$ {}\n\\end{filecontents}",
        r"Words that TeX would refuse here",
        "\\catcode`\\@=11 \\catcode`\\@=12",
    ],
)
def test_definitions_and_settings_are_no_text(before: str, tmp_path: Path) -> None:
    draft = read(tmp_path, "Text.", before=before)
    assert list(draft.texts.values()) == ["Text."]
    assert (
        draft.venue["name"] == "30th ACM SIGKDD Conference on Knowledge Discovery and Data Mining"
    )
    assert not with_code(draft, "unknown-latex")


def test_the_top_matter_may_stand_in_the_preamble(tmp_path: Path) -> None:
    before = (
        r"\newcommand{\uni}{University of Somewhere}"
        "\n\\author{Ada Placeholder}\n"
        "\\affiliation{%\n  \\institution{\\uni}\\country{Spain}}\n"
        r"\keywords{one, two}"
        "\n\\begin{abstract}\nAbout \\uni.\n\\end{abstract}"
    )
    draft = read(tmp_path, "Text.", before=before, top=r"\title{First Workshop on Things (WoT)}")
    (person,) = draft.people
    assert person.name == "Ada Placeholder"
    assert person.affiliations == [{"institution": "University of Somewhere", "country": "Spain"}]
    assert draft.edition["keywords"] == ["one", "two"]


def test_an_abstract_in_the_preamble_is_the_abstract(tmp_path: Path) -> None:
    file = tmp_path / "paper.tex"
    lines = [
        r"\documentclass{acmart}",
        r"\title{First Workshop on Things (WoT)}",
        r"\author{Ada Placeholder}\affiliation{\institution{U}\country{Spain}}",
        r"\newcommand{\so}{it}",
        "\\begin{abstract}\nAbout \\so.\n\\end{abstract}",
        r"\newcommand{\other}{more}",
        r"\begin{document}\maketitle Text.\end{document}",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    draft = read_latex(file, "2026")
    assert draft.edition["abstract"] == "About it."
    assert list(draft.texts.values()) == ["Text."]


def test_the_top_matter_may_use_what_is_defined_behind_it(tmp_path: Path) -> None:
    top = r"""\title{First Workshop on Things (WoT)}
\author{Ada Placeholder}\affiliation{\institution{U}\country{Spain}}
\subtitle{About \so{} and \gls{css}}
\newcommand{\so}{it}\newacronym{css}{CSS}{clear style}"""
    draft = read(tmp_path, "\\emph{Text} and \\gls{css}.", top=top)
    documents = draft.edition["documents"]
    assert isinstance(documents, dict)
    assert documents["proposal"]["subtitle"] == "About it and clear style (CSS)"
    assert list(draft.texts.values()) == ["*Text* and CSS."]
    assert not with_code(draft, "unknown-latex")


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ("", "a b c d"),
        ("[firstline=2, lastline=3]", "b c"),
        ("[linerange={1-1,3-4}]", "a c d"),
        ("[caption={All of \\texttt{x}}]", "a b c d Listing 1: All of `x`"),
    ],
)
def test_lines_of_a_file_are_those_that_are_asked_for(
    options: str, lines: str, tmp_path: Path
) -> None:
    (tmp_path / "code.py").write_text("a\nb\nc\nd\n", encoding="utf-8")
    text = markdown(tmp_path, f"\\lstinputlisting{options}{{code.py}}")
    assert " ".join(text.replace("```", "").split()) == lines


def test_the_copyright_behind_an_alias_is_read(tmp_path: Path) -> None:
    before = "\\let\\old\\emph\n\\setcopyright{acmlicensed}\n\\acmDOI{10.1145/7654321.7654322}"
    draft = read(tmp_path, r"A \old{word}.", before=before)
    assert list(draft.texts.values()) == ["A *word*."]
    assert not with_code(draft, "guessed-copyright")


@pytest.mark.parametrize(
    ("before", "body", "words"),
    [
        (r"\newcommand{\so}[2][x]{#1-#2}", r"\so{a} \so[b]{c}", "x-a b-c"),
        (r"\newcommand\so{it}", r"\so is", "itis"),
        (r"\newcommand\so{it}\providecommand{\so}{not}", r"\so.", "it."),
        (r"\def\so#1#2{#2#1}", r"\so{a}{b}", "ba"),
        (r"\long\def\so#1{(#1)}", r"\so a", "(a)"),
        (r"\NewDocumentCommand{\so}{m O{y}}{#1#2}", r"\so{a} \so{b}[c]", "ay bc"),
        (r"\newcommand{\mk}[1]{\expandafter\newcommand\csname#1x\endcsname[1]{(##1)}}\mk{so}",
         r"\sox{a}", "(a)"),
        (r"\newcommand{\old}[1]{(#1)}\let\so\old", r"\so{a}", "(a)"),
        (r"\newcommand{\system}{\textsc{Tool}\xspace}", r"\system is", "Tool is"),
        (r"\def\BibTeX{{\rm B\kern-.05em{\sc i}}}", r"\BibTeX{} it", "BibTeX it"),
        (r"\newenvironment{box*}[1]{\begin{quote}#1: }{\end{quote}}",
         r"\begin{box*}{A}b\end{box*}", "> A: b"),
        (r"\newtcolorbox{mine}[2][]{title=#2,#1}", r"\begin{mine}{odd}Text\end{mine}", "Text"),
        (r"\newtheorem{claim}{Claim}",
         r"\begin{claim}[Ours]One.\end{claim}\begin{claim}\label{c}Two.\end{claim}See \ref{c}.",
         "**Claim 1 (Ours).** One.\n\n**Claim 2.** Two.\n\nSee 2."),
        (r"\newshadedtheorem{claim}{Claim}", r"\begin{claim}One.\end{claim}", "**Claim 1.** One."),
        (r"\declaretheorem[name={Our claim}]{claim}", r"\begin{claim}One.\end{claim}",
         "**Our claim 1.** One."),
        (r"\newcommand{\head}[1]{\bf#1}", r"{\head{An} x}", "**An x**"),
        (r"\newcommand{\c}{\lstinline[language=C]}", r"\c{a%} and \c|b|.", "`a%` and `b`."),
        ("\\def\\c{%\n  \\lstinline[\n    language=C\n  ]%\n}", r"\c{a}.", "`a`."),
        (r"\newcommand{\tool}{Tool}", r"\textbf{\protect\tool{} is} good", "**Tool is** good"),
        ("\\let\\oldS\\S\\renewcommand{\\S}{\\oldS~}", r"See \S2.", "See §&nbsp;2."),
        (r"\newcommand{\old}[1]{(#1)}\newcommand{\so}{\old}", r"\so{a}", "(a)"),
        (r"\acrodef{CSS}{clear style sheet}", r"\acp{CSS}, \ac{CSS}; \acl{CSS}.",
         "clear style sheets (CSSs), CSS; clear style sheet."),
        (r"\newacronym{css}{CSS}{clear style sheet}", r"\Gls{css} and \gls{css}.",
         "Clear style sheet (CSS) and CSS."),
        (r"\newacronym[longplural={styles, clear}]{css}{CSS}{clear style}",
         r"\glsfirstplural{css}, \glsplural{css}, \glsfirst{css}, \GLS{css}.",
         "styles, clear (CSSs), CSSs, clear style (CSS), CSS."),
        (r"\newglossaryentry{net}{name={\ensuremath{G_{a}}}, description={A, b}}", (r"\gls{net}; "
         r"\gls[hyper=false]{net}, \glsdesc{net}."), "$G_{a}$; $G_{a}$, A, b."),
        (r"\newcommandx{\so}[2][1={a,b}, 2=c]{#1-#2}", r"\so; \so[d].", "a,b-c; d-c."),
        ("", r"\begin{my:box}Text\end{my:box}", "Text"),
        (r"\newenvironment{@own}{\begin{quote}}{\end{quote}}", r"\begin{@own}A\end{@own}", "> A"),
        (r"\newcommand{\so}{it}", ("\\begin{lstlisting}[caption={How \\so{} and \\lstinline{a{b}} "
         "are}, label=l]\nx\n\\end{lstlisting}\nSee \\ref{l}."),
         "```\nx\n```\n\nListing 1: How it and `a{b}` are\n\nSee 1."),
        ("", "\\begin{verbatim}\n[a\n\\end{verbatim}", "```\n[a\n```"),
        (r"\DeclareAcronym{css}{short=CSS, long={clear style sheet}}", r"\ac{css} and \ac{css}.",
         "clear style sheet (CSS) and CSS."),
        (r"\newcounter{rq}\newcommand{\rqs}{\refstepcounter{rq}\textbf{RQ\arabic{rq}}}",
         r"\rqs{} and \rqs: \therq, \Roman{rq}.", "**RQ1** and **RQ2**: 2, II."),
        (r"\newtheorem*{claim}{Claim}", r"\begin{claim}One.\end{claim}", "**Claim.** One."),
        (r"\newenvironment{prog}{\alltt\small}{\endalltt}", "\\begin{prog}\na{%\n\\end{prog}",
         "```\na{%\n```"),
        ("", "\\begin{code}\na{%\n\\end{code}", "```\na{%\n```"),
        (r"\newenvironment{slanted}{\itshape}{}",
         "\\begin{slanted}One.\n\nTwo.\\end{slanted}", "*One.*\n\n*Two.*"),
        ("", "So {\\tt a_b} and {\\em one\n\ntwo} end.", "So `a_b` and *one*\n\n*two* end."),
        (r"\newenvironment{packed}{\begin{enumerate}\setlength{\itemsep}{1pt}}{\end{enumerate}}",
         r"\begin{packed}\item a\item b\end{packed}", "1. a\n2. b"),
        (r"\newcommand{\bi}{\begin{itemize}}\newcommand{\ei}{\end{itemize}}",
         r"\bi\item a\ei", "- a"),
        (r"\specialcomment{aside}{\begingroup}{\endgroup}", r"A \begin{aside}b\end{aside}", "A b"),
        ("", "\\begin{lstlisting}[caption={How, so}, label=l]\nx\n\\end{lstlisting}\nSee \\ref{l}.",
         "```\nx\n```\n\nListing 1: How, so\n\nSee 1."),
        (r"\excludecomment{hidden}", r"A\begin{hidden} b $ { \end{hidden} c", "A c"),
        (r"\lstnewenvironment{code}[1][]{\lstset{#1}}{}", "\\begin{code}\na{%\n\\end{code}",
         "```\na{%\n```"),
    ],
)  # fmt: skip
def test_what_the_paper_defines_stands_for_what_it_says(
    before: str, body: str, words: str, tmp_path: Path
) -> None:
    assert markdown(tmp_path, body, before=before) == words


@pytest.mark.parametrize(
    ("before", "body", "words"),
    [
        (r"\newif\ifdraft", r"\ifdraft A\else B\fi.", "B."),
        (r"\newif\ifdraft\drafttrue", r"\ifdraft A\else B\fi.", "A."),
        (r"\newif\ifdraft\drafttrue\draftfalse", r"\ifdraft A\fi B", "B"),
        ("", r"\iftrue A\else B\fi{} C", "A C"),
        ("", r"\iffalse A \iftrue B\else C\fi D\else E\fi", "E"),
        (r"\newif\ifa\newif\ifb\atrue", r"\ifa 1\ifb 2\else 3\fi 4\else 5\fi", "134"),
        ("\\newif\\ifdraft\n\\ifdraft\\newcommand{\\so}{A}\\else\\newcommand{\\so}{B}\\fi", r"\so.",
         "B."),
        (r"\newif\iflong\newcommand{\onlylong}[1]{\iflong #1\fi}", r"A\onlylong{ B} C", "A C"),
        (r"\newtoggle{long}\toggletrue{long}", r"\iftoggle{long}{A}{B}", "A"),
        (r"\newbool{long}\setbool{long}{false}", r"\ifbool{long}{A}{B}", "B"),
        (r"\newboolean{long}\setboolean{long}{true}", r"\ifthenelse{\boolean{long}}{A}{B}", "A"),
        (r"\newcommand{\mode}{long}", r"\ifdefstring{\mode}{long}{A}{B}", "A"),
        (r"\newcommand{\mode}{}", r"\ifdefempty{\mode}{A}{B}", "A"),
        (r"\newcommand{\version}{long}", r"\ifthenelse{\equal{\version}{long}}{A}{B}", "A"),
        (r"\def\draft{0}", r"\ifnum\draft=1 A\else B\fi", "B"),
        ("", r"\ifx\nosuch\undefined A\else B\fi", "A"),
        ("", r"\ifdefined\nosuch A\else B\fi", "B"),
        (r"\def\draft{1}", r"\if\draft1A\else B\fi", "A"),
        (r"\def\one{a}", r"\ifx\other\one A\else B\fi", "B"),
        (r"\def\one{a}\def\other{a}", r"\ifx\other\one A\else B\fi", "A"),
        ("", "A\n\n\\if0\nB\n\\fi\nC", "A\n\nC"),
        ("", "A\n\n\\if 0\\section{B}\\fi\nC", "A\n\nC"),
        (r"\let\ifdraft\iffalse", r"\ifdraft A\else B\fi", "B"),
        ("", r"A \ifpdf B\else C\fi", "A B"),
    ],
)  # fmt: skip
def test_conditions_are_followed(before: str, body: str, words: str, tmp_path: Path) -> None:
    draft = read(tmp_path, body, before=before)
    assert list(draft.texts.values()) == [words]
    assert not with_code(draft, "unknown-latex")


@pytest.mark.parametrize("count", ["²", "10", "999999999", "many"])
def test_what_is_no_number_of_parameters_defines_nothing(count: str, tmp_path: Path) -> None:
    before = rf"\newcommand{{\so}}[{count}]{{it}}\newenvironment{{box}}[{count}]{{}}{{}}"
    assert "it" not in markdown(tmp_path, r"A \so{} B", before=before).split()


def test_a_sign_of_a_parameter_with_no_number_is_none(tmp_path: Path) -> None:
    body, before = r"\so{a}.", r"\newcommand{\so}[1]{#1#²}"
    assert markdown(tmp_path, body, before=before).startswith("a")


def test_a_condition_that_only_tex_can_decide_is_reported_once(tmp_path: Path) -> None:
    draft = read(
        tmp_path, "\\ifodd\\thepage A\\else B\\fi\n\n\\ifmmode C\\else D\\fi\n\\ifmmode E\\fi"
    )
    said = [found.message for found in with_code(draft, "unknown-latex")]
    assert r"only TeX can decide \ifmmode; what stands first is taken (also in line 12)" in said
    assert sum("ifmmode" in message for message in said) == 1


@pytest.mark.parametrize(
    ("before", "body", "words"),
    [
        (r"\usepackage[disable]{todonotes}", r"Text\todo{do this}.", "Text."),
        ("", r"Text\todo[inline, color=red]{do this}.", "Text."),
        ("", r"Text\marginpar{do this}.", "Text."),
        ("", r"Text\fixme{do this}.", "Text."),
        ("", r"Text\fxnote*[author=A]{do this}.", "Text."),
        (r"\newcommand{\todo}[1]{\textcolor{red}{TODO: #1}}", r"Text\todo{do this}.", "Text."),
        (r"\newcommand{\todo}[2]{\textbf{#1: #2}}", r"Text\todo{Ada}{do this}.", "Text."),
        (r"\newcommand{\ada}[1]{{\color{blue}[Ada: #1]}}", r"Text\ada{do this}.", "Text."),
        (r"\newcommand{\mynote}[1]{\textcolor{red}{[#1]}}", r"Text\mynote{do this}.", "Text."),
        (r"\newcommand{\by}[2]{\textcolor{red}{[#1: #2]}}", r"Text\by{Ada}{do this}.", "Text."),
        (r"\newcommandx{\unsure}[2][1=]{\todo[color=red,#1]{#2}}", r"Text\unsure{this}.", "Text."),
        (r"\let\mine\todo", r"Text\mine[inline]{do this}.", "Text."),
        (r"\newcommand{\jd}[1]{{\color{blue}{\bf JD:} #1}}", r"Text\jd{do this}.", "Text."),
        ("", r"Text \deleted{old}\added{new}.", "Text new."),
        ("", r"Text \replaced{new}{old}.", "Text new."),
        ("", r"Text \sout{old} new.", "Text new."),
    ],
)
def test_notes_to_oneself_are_left_out(before: str, body: str, words: str, tmp_path: Path) -> None:
    draft = read(tmp_path, body, before=before)
    assert list(draft.texts.values()) == [words]


def test_notes_are_reported_once_with_their_lines(tmp_path: Path) -> None:
    draft = read(tmp_path, "A\\todo{x}.\n\nB\\todo{y}.\n\nC\\todo{z}.")
    found = only(with_code(draft, "note-not-kept"))
    assert found.message == (
        r"\todo is a note of the authors to themselves and is left out (also in lines 11, 13)"
    )


@pytest.mark.parametrize(
    ("before", "body", "words"),
    [
        (r"\newcommand{\tool}[1]{\textcolor{blue}{#1}}", r"A \tool{word}.", "A word."),
        (r"\newcommand{\remarkable}[1]{\textbf{Note: #1}}", r"\remarkable{A}.", "**Note: A**."),
        ("", r"{\color{red}Red} \textcolor[rgb]{1,0,0}{words} \hl{marked} \ul{lines}.",
         "Red words marked lines."),
        ("", r"\colorbox{gray}{A} \fbox{B} \makebox[2cm][l]{C} \parbox[t]{3cm}{D}.", "A B C D."),
        ("", r"\odd[width=2cm]{Words} here", "Words here"),
        ("", r"\begin{odd}[title=Box]{2cm}Words.\end{odd}", "Words."),
        ("", r"\begin{odd}{0.5\textwidth}{gray!10}Words.\end{odd}", "Words."),
        (r"\newcommand{\tool}{Tool}", r"\begin{odd}{\tool} has words.\end{odd}", "Tool has words."),
        ("", r"\begin{odd}{Many words} here.\end{odd}", "Many words here."),
        ("", r"\begin{tcolorbox}[colback=white]Words.\end{tcolorbox}", "Words."),
        ("", r"\begin{tcolorbox}[colback=white,title={A box}]Words.\end{tcolorbox}",
         "**A box**\n\nWords."),
        ("", r"Three: \begin{enumerate*}[label=(\roman*)]\item one, \item two.\end{enumerate*} So.",
         "Three: (i) one, (ii) two. So."),
        ("", r"Two: \begin{inparaenum}[(a)]\item one, \item two.\end{inparaenum}",
         "Two: (a) one, (b) two."),
        ("", r"A \tikz[scale=2]{\draw (0,0) -- (1,1);} b \tikz \draw (0,0); c", "A b c"),
        ("", r"A \fontsize{9}{10}\selectfont b\kern-.1em c", "A bc"),
        ("", r"The \texttt{\string\title} and \texttt{{\char'134}em\symbol{125}x}.",
         r"The `\title` and `\em}x`."),
        ("", r"\ding{51} and \ding{55}, \ding{182}; \romannumeral 4", "✓ and ✗, ❶; iv"),
        ("", "\\lstdefinelanguage{own}[x]{C}{morekeywords={a}}\n\\tcbset{colback=red}Text",
         "Text"),
        ("", r"\begin{oddlist}\item one\item two\end{oddlist}", "- one\n- two"),
        ("", "\\begin{listing}\n\\begin{minted}{c}\nx\n\\end{minted}\n\\caption{How}\\end{listing}",
         "```\nx\n```\n\nListing 1: How"),
        ("", r"\centerline{Words}", "Words"),
        ("", r"\SI{3}{\kilo\metre\per\hour}, \num{1000} and \si{\percent}.",
         "3&nbsp;km/h, 1000 and %."),
        ("", r"\begin{multicols}{2}[Head]Words\end{multicols}", "Head\n\nWords"),
        ("", r"\pdfbookmark[1]{A}{b}\includepdf[pages=-]{x.pdf}Words", "Words"),
        ("", r"\begin{algorithmic}[1]\State x \If{a} b\EndIf\end{algorithmic}Words", "Words"),
        ("", r"\hyperlink{a}{Words} \diagbox{A}{B} \begin{sideways}up\end{sideways}",
         "Words A / B\n\nup"),
        ("", 'A so-called "Tool" is', 'A so-called "Tool" is'),
        ("", r"Code \lstinline[language=C]!a{!, \lstinline{b}, \mintinline{python}{c}.",
         "Code `a{`, `b`, `c`."),
        ("", "\\begin{minted}[linenos]{python}\nx = {%\n\\end{minted}", "```\nx = {%\n```"),
    ],
)  # fmt: skip
def test_arguments_that_are_no_text_are_not_printed(
    before: str, body: str, words: str, tmp_path: Path
) -> None:
    assert markdown(tmp_path, body, before=before) == words


def test_what_is_found_in_many_places_is_reported_once(tmp_path: Path) -> None:
    table = "\\begin{tabular}{l}a\\end{tabular}"
    body = f"{table}\n\nA\n\n{table}\n\nB\n\n{table}"
    said = [found.message for found in read(tmp_path, body).diagnostics]
    assert sum("table" in message for message in said) == 1
    found = next(message for message in said if "table" in message)
    assert found.endswith("; 2 more such (also in lines 13, 17)")


def test_drawings_are_left_out_and_reported(tmp_path: Path) -> None:
    body = (
        "A\n\n\\begin{tikzpicture}[x=1cm]\\draw (0,0) -- (1,1); \\node at (0,0) {label};"
        "\\end{tikzpicture}\n\n\\begin{algorithm}\\caption{How}\\label{alg}\\KwIn{x}"
        "\\For{i}{do\\;}\\end{algorithm}\n\nSee Algorithm~\\ref{alg}."
    )
    draft = read(tmp_path, body)
    assert list(draft.texts.values()) == ["A\n\nAlgorithm 1: How\n\nSee Algorithm&nbsp;1."]
    said = [found.message for found in with_code(draft, "no-picture")]
    assert said == [
        r"\begin{tikzpicture} is drawn by TeX and is left out",
        r"\begin{algorithm} is drawn by TeX and is left out",
    ]


@pytest.mark.parametrize(
    ("named", "body"),
    [
        ("parts/one.tex", r"\import{parts/}{one}"),
        ("parts/one.tex", r"\subimport{parts}{one.tex}"),
        ("parts/one.tex", r"\input{parts/one}"),
        ("parts/one.tex", r"\input parts/one "),
        ("parts/one.tex", r"\subfile{parts/one}"),
        ("parts/one.tex", r"\InputIfFileExists{parts/one}{}{}"),
    ],
)
def test_files_are_taken_in_however_they_are_named(named: str, body: str, tmp_path: Path) -> None:
    file = tmp_path / named
    file.parent.mkdir()
    file.write_text("Inner \\input{two}words.\n", encoding="utf-8")
    (tmp_path / "two.tex").write_text("second\n", encoding="utf-8")
    assert markdown(tmp_path, f"A.\n\n{body}\n\nB.") == "A.\n\nInner second words.\n\nB."


def test_a_package_of_the_paper_s_own_is_read_for_its_texts(tmp_path: Path) -> None:
    package = (
        "\\ProvidesPackage{own}\n\\RequirePackage{xspace}\n\\newif\\ifown\\owntrue\n"
        "\\newcommand{\\system}{Our Tool\\xspace}\n\\def\\@odd#1{\\hbox{#1}\\begin{x}}\n"
        "\\newcommand{\\emph}{wrong}\n\\def\\And{\\end{tabular}\\begin{tabular}{c}}\n"
        "\\newenvironment{aside}{\\begin{quote}}{\\end{quote}}\nWords { that TeX"
    )
    (tmp_path / "own.sty").write_text(package, encoding="utf-8")
    body = "\\system{} is \\emph{good}\\ifown, so\\fi. \\begin{aside}Aside.\\end{aside}"
    text = markdown(tmp_path, body, before="\\usepackage{booktabs,own}")
    assert text == "Our Tool is *good*, so.\n\n> Aside."


def test_of_a_subfile_only_its_text_is_taken(tmp_path: Path) -> None:
    text = "\\documentclass[paper]{subfiles}\n\\begin{document}\nInner.\n\\end{document}\n"
    (tmp_path / "part.tex").write_text(text, encoding="utf-8")
    assert markdown(tmp_path, "A.\n\n\\subfile{part}\n\nB.") == "A.\n\nInner.\n\nB."


def test_a_brace_that_is_open_at_the_end_is_reported(tmp_path: Path) -> None:
    draft = read(tmp_path, "A {\\em b\n\nc")
    assert list(draft.texts.values()) == ["A *b*\n\n*c*"]
    found = only(with_code(draft, "open-brace"))
    assert found.span is not None
    assert (found.span.line, found.span.column) == (9, 3)


def test_the_place_that_a_message_names_has_its_file(tmp_path: Path) -> None:
    (tmp_path / "body.tex").write_text("Text \\textbf{open.\n", encoding="utf-8")
    words = r"body\.tex:1:6: .*noticed in .*paper\.tex:10"
    with pytest.raises(ImportSourceError, match=words):
        read(tmp_path, "\\input{body}")


@pytest.mark.parametrize(
    "before",
    [
        r"\newenvironment{rules}{\small\begin{mathpar}}{\end{mathpar}}",
        r"\newenvironment{rules}[1][]{\begin{center}\begin{picture}}{\end{picture}\end{center}}",
        r"\newenvironment{own}{\begin{mathpar}}{\end{mathpar}}\newenvironment{rules}{\begin{own}}{}",
    ],
)
def test_an_environment_that_begins_a_drawing_is_one(before: str, tmp_path: Path) -> None:
    draft = read(tmp_path, "A.\n\n\\begin{rules}x \\and y\\end{rules}\n\nB.", before=before)
    assert list(draft.texts.values()) == ["A.\n\nB."]
    found = only(with_code(draft, "no-picture"))
    assert found.message == "\\begin{rules} is drawn by TeX and is left out"


def test_a_drawing_may_begin_and_end_by_commands(tmp_path: Path) -> None:
    before = r"\def\rules{\begin{mathpar}}\def\endrules{\end{mathpar}}"
    draft = read(tmp_path, "A.\n\n\\rules x \\and y\\endrules\n\nB.", before=before)
    assert list(draft.texts.values()) == ["A.\n\nB."]


@pytest.mark.parametrize(
    ("before", "body", "words"),
    [
        (r"\newcommand{\name}{\emph{Tool}}", r"Our \mbox\name{} works.", "Our *Tool* works."),
        (r"\newcommand{\name}{two words}", r"\textbf\name.", "**two words**."),
        (r"\def\grid{\begin{tabular}{l}x\\y\end{tabular}}", r"\mbox\grid", None),
        (r"\newcommand{\vect}{\mathbf{v}}", r"$\hat\vect$", r"$\hat{\mathbf{v}}$"),
        (r"\newcommand{\up}{\alpha_1}", r"$\frac\up 2$", r"$\frac{\alpha_1}2$"),
    ],
)
def test_an_argument_may_be_a_command_without_braces(
    before: str, body: str, words: str | None, tmp_path: Path
) -> None:
    text = markdown(tmp_path, body, before=before)
    assert words is None or text == words
