"""Papers as LaTeX makes them in the classes of publishers keep all their links and bookmarks."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest

from proposal.doctor import Group
from proposal.pdf.joined_volume import Chapter, Matter, VolumeFacts, write_volume
from proposal.pdf.page_stamps import Stamp
from proposal.pdf.stamped_paper import pages_of_paper, stamped_paper
from proposal.pdf.volume_matter import matter_of
from tests.conftest import MadeOnce
from tests.parts import require
from tests.proceedings.papers import SHEET, opened, paper, stamps

HEADS = {
    "article": r"""
\documentclass{article}\usepackage{hyperref}
\begin{document}\title{A Paper}\author{Ann Author}\maketitle
""",
    "a4": r"""
\documentclass[11pt,a4paper]{article}\usepackage[margin=2.5cm]{geometry}\usepackage{hyperref}
\begin{document}\title{A Paper}\author{Ann Author}\maketitle\pagestyle{empty}
""",
    "acmart": r"""
\documentclass[sigconf,nonacm]{acmart}
\begin{document}\title{A Paper}\author{Ann Author}\affiliation{\institution{Example University}
\city{Exampleton}\country{Utopia}}\begin{abstract}Words.\end{abstract}\maketitle
""",
}
BODY = r"""
\section{Introduction}\label{first} Section~\ref{second} and \cite{knuth}, \url{https://example.org/}.
\newpage
\section{Method}\label{second} Section~\ref{first}\footnote{A note.} and \ref{third}.
\subsection{Details}\label{third} \cite{knuth}
\begin{thebibliography}{9}\bibitem{knuth} A book.\end{thebibliography}
\end{document}
"""


@pytest.fixture(scope="session")
def layouts(made_once: MadeOnce) -> Path:
    """A folder with a paper of each class."""
    require(Group.DOCUMENTS)

    def fill(folder: Path) -> None:
        folder.mkdir()
        for name, head in HEADS.items():
            (folder / f"{name}.tex").write_text(head + BODY, encoding="utf-8")
            for _ in range(2):
                subprocess.run(
                    ["pdflatex", "-interaction=batchmode", f"{name}.tex"],
                    cwd=folder,
                    capture_output=True,
                    check=True,
                )

    return made_once("layouts", fill)


def links(pages: list[pikepdf.Page]) -> list[pikepdf.Object]:
    return [
        link
        for page in pages
        for link in page.obj.get("/Annots", [])
        if link.Subtype == pikepdf.Name.Link
    ]


def places(pdf: pikepdf.Pdf) -> dict[str, tuple[int, int]]:
    """The pages of all named places."""
    found = {}
    for name, place in pikepdf.NameTree(pdf.Root.Names.Dests).items():
        target = place if isinstance(place, pikepdf.Array) else place.D
        found[name] = target[0].objgen
    return found


def titles(items: list[pikepdf.OutlineItem]) -> list[str]:
    return [title for item in items for title in (item.title, *titles(item.children))]


def volume_of(contents: dict[str, bytes]) -> pikepdf.Pdf:
    matter: Matter = matter_of(paper(["front"]), 1)
    chapters = []
    for name, content in contents.items():
        leaves = pages_of_paper(content)
        sheets = [Stamp(index, *SHEET) for index in range(leaves.count)]
        made = stamped_paper(content, f"{name}/", "A Title", opened(stamps(9)), sheets, 1)
        chapters.append(Chapter(name, leaves.height, made.part))
    stream = io.BytesIO()
    facts = VolumeFacts("A Volume", "Ann Author", "en", 1, False, "D:20260226000000Z", "proposal")
    write_volume(stream, facts, matter, chapters)
    return opened(stream.getvalue())


def test_as_many_links_and_bookmarks_stand_in_the_volume_as_in_its_papers(layouts: Path) -> None:
    contents = {name: (layouts / f"{name}.pdf").read_bytes() for name in HEADS}
    volume = volume_of(contents)
    assert volume.check_pdf_syntax() == []
    known = places(volume)
    first = 1
    with volume.open_outline() as outline:
        chapters = {item.title: item for item in outline.root}
    for name, content in contents.items():
        alone = opened(content)
        count = len(alone.pages)
        pages = list(volume.pages[first : first + count])
        here = [page.obj.objgen for page in pages]
        there = [page.obj.objgen for page in alone.pages]
        before, after = links(list(alone.pages)), links(pages)
        assert len(before) >= 6
        assert len(after) == len(before) + count  # and one of the stamp on each page
        known_alone = places(alone)
        for one, other in zip(
            before, [link for link in after if not is_of_stamp(link)], strict=True
        ):
            if "/URI" in one.A:
                assert str(one.A.URI) == str(other.A.URI)
            else:
                page = there.index(known_alone[str(one.A.D)])
                assert known[str(other.A.D)] == here[page]
                assert str(other.A.D) == f"{name}/{one.A.D}"
        with alone.open_outline() as outline:
            wanted = titles(list(outline.root))
        assert titles(chapters[name].children) == wanted
        assert len(wanted) >= 3
        first += count


def is_of_stamp(link: pikepdf.Object) -> bool:
    return "/URI" in link.A and "doi.org/10.1234/5678" in str(link.A.URI)
