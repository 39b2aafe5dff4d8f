"""Papers in the layouts of publishers, made up, with what the data say of each."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2

from proposal.caching import cache_folder
from tests.proceedings.papers import opened, saved, with_tags

WORDS = (
    "Engines that are built with care run longer than those that are built in haste. We show this "
    "in a study of many engines, and say what their builders have learnt from it. "
)
BODY = rf"""
\section{{Introduction}}\label{{first}} {WORDS} As Section~\ref{{first}} says, {WORDS}
\begin{{thebibliography}}{{9}}\bibitem{{one}} A book on engines.\end{{thebibliography}}
\end{{document}}
"""
KNOWN = (
    r"\makeatletter\@ifundefined{hyperref}{\gdef\r@first{{1}{1}}}"
    r"{\gdef\r@first{{1}{1}{}{section.1}{}}}\makeatother"
)
"""What a second run would have read from the first: the number and page of the section."""


@dataclass(frozen=True)
class MadePaper:
    """A paper's source, and the record that stands in `papers.yaml`.

    Fonts are named by their files: of a name, LuaTeX first looks at all fonts of the machine.
    """

    record: str
    """Title, authors and more, without the id."""
    source: str = ""
    """For LaTeX; nothing if the PDF is made of another one."""
    engine: str = "pdflatex"


ACM = r"""\documentclass[sigconf,nonacm%(options)s]{acmart}\settopmatter{printacmref=false}
\begin{document}\title{Careful Engines at Work: A Study}
%(authors)s
\begin{abstract}%(words)s\end{abstract}\maketitle
"""


def acm_author(name: str, host: str = "University of Examples") -> str:
    email = name.split(maxsplit=1)[0].lower()
    return (
        rf"\author{{{name}}}\affiliation{{\institution{{{host}}}\city{{Exampleton}}"
        rf"\country{{Utopia}}}}\email{{{email}@example.org}}" + "\n"
    )


ACM_AUTHORS = ["Ann Author", "Bob Builder", "Cem Coder", "Dora Designer"]


def acm(authors: list[str], options: str = "") -> str:
    blocks = "".join(map(acm_author, authors))
    return ACM % {"options": options, "authors": blocks, "words": WORDS} + BODY


PAPERS: Mapping[str, MadePaper] = {
    "acm": MadePaper(
        """
  title: "Careful Engines at Work: A Study"
  authors:
    - name: Ann Author
      affiliation: University of Examples
      email: ann@example.org
      corresponding: true
    - {name: Bob Builder, affiliation: University of Examples}
    - Cem Coder (University of Examples)
    - Dora Designer
""",
        acm(ACM_AUTHORS),
    ),
    "ieee": MadePaper(
        """
  title: Gears and their Wheels
  authors: [Ann Author, Bob Q. Builder, Cem Coder]
  abstract: Engines that are built with care run longer than those that are built in haste.
""",
        r"""\documentclass[conference]{IEEEtran}\begin{document}\title{Gears and their Wheels}
\author{\IEEEauthorblockN{Ann Author}\IEEEauthorblockA{\textit{Dept. of Gears} \\
\textit{University of Examples}\\ Exampleton, Utopia \\ ann@example.org}\and
\IEEEauthorblockN{Bob Q. Builder}\IEEEauthorblockA{\textit{Engine Works Inc.}\\ Exampleton, Utopia}
\and\IEEEauthorblockN{Cem Coder}\IEEEauthorblockA{\textit{Engine Works Inc.}\\ Exampleton, Utopia}}
\maketitle\begin{abstract}@WORDS@\end{abstract}"""
        + BODY,
    ),
    "lncs": MadePaper(
        """
  title: On Slow Engines
  authors: [Jürgen Müller, Łukasz Čapek, Ann-Sofie Sørensen]
""",
        r"""\documentclass{llncs}\usepackage[letterpaper]{geometry}
\begin{document}\title{On Slow Engines\thanks{Supported by nobody.}}
\author{J\"urgen M\"uller\inst{1} \and \L ukasz \v{C}apek\inst{1,2} \and
Ann-Sofie S\o rensen\inst{2}\orcidID{0000-1111-2222-3333}}
\institute{University of Examples, Utopia \email{\{juergen,lukasz\}@example.org} \and
Institute of Engines, Utopia}\maketitle\begin{abstract}@WORDS@\keywords{engines}\end{abstract}"""
        + BODY,
    ),
    "acl": MadePaper(
        """
  title: What Engines Say, and to Whom
  authors: [Ann Author, Bob Builder, Cem Coder]
""",
        r"""\documentclass[11pt,twocolumn]{article}\usepackage[letterpaper]{geometry}
\usepackage[T1]{fontenc}\usepackage{times,hyperref}\begin{document}
\title{\bf What Engines Say,\\ and to Whom}\author{\bf Ann Author$^1$ \quad \bf Bob Builder$^{1,2}$
\quad \bf Cem Coder$^2$\\ $^1$University of Examples \quad $^2$Institute of Engines\\
\texttt{\{ann,bob\}@example.org}}\maketitle\begin{abstract}@WORDS@\end{abstract}"""
        + BODY,
    ),
    "neurips": MadePaper(
        """
  title: Learning of Engines by Engines
  authors: [Ann Author, Bob Builder, Cem Coder, Dora Designer]
""",
        r"""\documentclass{article}\usepackage[letterpaper]{geometry}
\begin{document}\begin{center}{\LARGE\bf Learning of Engines
by Engines\par}\vspace{2em}\begin{tabular}{c}{\bf Ann Author}\\University of Examples\\
\texttt{ann@example.org}\end{tabular}\quad\begin{tabular}{c}{\bf Bob Builder\thanks{Now elsewhere.}}
\\University of Examples\\ \texttt{bob@example.org}\end{tabular}\par\vspace{1em}
\begin{tabular}{c}{\bf Cem Coder}\\Institute of Engines\end{tabular}\quad
\begin{tabular}{c}{\bf Dora Designer}\\Institute of Engines\end{tabular}\end{center}
\begin{abstract}@WORDS@\end{abstract}"""
        + BODY,
    ),
    "scripts": MadePaper(
        """
  title: Engines in Many Tongues
  authors: [Ann Author, Анна Примерова, Άννα Παράδειγμα, 范例, 김예시, أحمد مثال, דנה דוגמה,
    उदाहरण कुमार]
""",
        r"""\documentclass{article}\usepackage[letterpaper]{geometry}
\usepackage{fontspec}\newfontfamily\cjk{NotoSansCJK-Regular.ttc}[FontIndex=2]
\newfontfamily\arab{NotoNaskhArabic-Regular.ttf}[Script=Arabic]
\newfontfamily\heb{NotoSansHebrew-Regular.ttf}[Script=Hebrew]
\newfontfamily\deva{NotoSansDevanagari-Regular.ttf}[Script=Devanagari]
\setmainfont{NotoSerif-Regular.ttf}[BoldFont=NotoSerif-Bold.ttf]
\begin{document}\begin{center}{\LARGE Engines in Many Tongues\par}\vspace{1em}
Ann Author, Анна Примерова, Άννα Παράδειγμα, {\cjk 范例}, {\cjk 김예시},
{\arab\textdirection1 أحمد مثال\textdirection0}, {\heb\textdirection1 דנה דוגמה\textdirection0},
{\deva उदाहरण कुमार}\end{center}\begin{abstract}@WORDS@\end{abstract}"""
        + BODY.replace(r"As Section~\ref{first} says, ", ""),
        "lualatex",
    ),
    "other-title": MadePaper(
        """
  title: Engines of the Past
  authors: [Ann Author, Bob Builder]
""",
        r"""\documentclass{article}\usepackage[a4paper]{geometry}
\begin{document}\noindent{\LARGE\bf Engines of the Future\par}
\vspace{1em}\noindent{\large Ann Author$^1$, Bob Builder$^{1,2,*}$\par}\noindent{\small\it
$^1$University of Examples, Utopia\\ $^2$Institute of Engines, Utopia\par}\vspace{1em}
\noindent\textbf{Abstract}\par\noindent @WORDS@"""
        + BODY,
    ),
    "swapped": MadePaper(
        """
  title: "Careful Engines at Work: A Study"
  authors: [Ann Author, Bob Builder, Cem Coder, Dora Designer]
""",
        acm(["Bob Builder", "Ann Author", *ACM_AUTHORS[2:]]),
    ),
    "anonymous": MadePaper(
        """
  title: "Careful Engines at Work: A Study"
  authors: [Ann Author, Bob Builder]
""",
        acm(ACM_AUTHORS[:2], ",anonymous,review").replace(
            "printacmref", "printccs=false,printacmref"
        ),
    ),
    "scanned": MadePaper("\n  title: A Paper on Paper\n  authors: [Ann Author]\n"),
    "encrypted": MadePaper("\n  title: A Secret Engine\n  authors: [Ann Author]\n"),
    "long": MadePaper(
        """
  title: A Long Story
  track: short-papers
  authors: [{name: Ann Author, email: ann@example.org}, Bob Builder]
""",
        r"""\documentclass{article}\usepackage[letterpaper]{geometry}
\begin{document}\title{A Long Story}\author{Ann Author\\University of
Examples \and Bob Builder\\Institute of Engines}\maketitle\begin{abstract}@WORDS@\end{abstract}
See Section~\ref{nowhere}.\newpage Page two.\newpage Page three.\newpage Page four.\newpage """
        + BODY,
    ),
}
"""The first six are right, in as many layouts; each of the others has a fault of its own."""


def make(folder: Path) -> None:
    """Make the PDFs of all papers, each as `ID.pdf`."""
    folder.mkdir()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda name: _typeset(folder, name), (n for n in PAPERS if PAPERS[n].source)))
    _change(folder / "neurips.pdf", with_tags)
    (folder / "scanned.pdf").write_bytes(scanned((folder / "ieee.pdf").read_bytes()))
    (folder / "encrypted.pdf").write_bytes(encrypted((folder / "ieee.pdf").read_bytes()))


def _typeset(folder: Path, name: str) -> None:
    paper = PAPERS[name]
    begin = r"\begin{document}"
    source = paper.source.replace("@WORDS@", WORDS)
    if name != "long":  # whose references are undefined
        source = source.replace(begin, f"{begin}{KNOWN}", 1)
    (folder / f"{name}.tex").write_text(source, encoding="utf-8")
    finished = subprocess.run(
        [paper.engine, "-interaction=nonstopmode", f"{name}.tex"],
        cwd=folder,
        # LuaHBTeX 1.18 writes to a cache outside of the folder only if it may write anywhere.
        env=os.environ | {"TEXMFCACHE": str(cache_folder() / "fonts"), "openout_any": "a"},
        capture_output=True,
        check=False,
    )
    assert (folder / f"{name}.pdf").is_file(), finished.stdout[-2000:].decode(errors="replace")


def _change(file: Path, change: Callable[[pikepdf.Pdf], None]) -> None:
    pdf = opened(file.read_bytes())
    change(pdf)
    file.write_bytes(saved(pdf))


def scanned(content: bytes) -> bytes:
    """The first page of a PDF as a picture."""
    document = pypdfium2.PdfDocument(content)
    picture = document[0].render(scale=1).to_pil().convert("L")
    stream = io.BytesIO()
    picture.save(stream, "PDF")
    return stream.getvalue()


def encrypted(content: bytes) -> bytes:
    """A PDF that asks for a password."""
    stream = io.BytesIO()
    opened(content).save(stream, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return stream.getvalue()
