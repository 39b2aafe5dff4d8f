"""Biographies in papers: who they are about, their whole text, and the portraits beside them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from proposal.importers.latex import read_latex
from tests.diagnostic_lists import only
from tests.importers.latex_papers import paper, read, with_code

AUTHORS = r"""\title{First Workshop on X}
\author{Ann Author}\affiliation{\institution{University of Oulu}\city{Oulu}\country{Finland}}
\author{Bo Writer}\affiliation{\institution{MIT}\city{Cambridge}\country{USA}}"""
ANN, BO = "Ann Author is a professor. She tests.", "Bo Writer is a student. He writes."
PICTURE = r"\includegraphics[width=1cm]{face}"

WAYS = {
    "a heading that is the subject": (
        r"\paragraph{Ann Author} is a professor. She tests.",
        r"\paragraph*{Bo Writer} is a student. He writes.",
    ),
    "labels of a description": (
        r"\begin{description}\item[Ann Author] is a professor. She tests.",
        r"\item[Bo Writer] is a student. He writes.\end{description}",
    ),
    "names that are links, in lines of one paragraph": (
        r"\textbf{\href{https://ann.example.org}{Ann Author}} is a professor. She tests.\\",
        r"\textbf{\href{https://bo.example.org}{Bo Writer}} is a student. He writes.",
    ),
    "names in plain letters": (ANN + "\n\n", BO),
    "a list of plain sentences": (
        rf"\begin{{itemize}}\item {ANN}",
        rf"\item {BO}\end{{itemize}}",
    ),
    "a table": (
        r"\begin{tabular}{lp{5cm}}Ann Author & is a professor. She tests.\\",
        r"Bo Writer & is a student. He writes.\\\end{tabular}",
    ),
    "an environment of their own": (
        r"\begin{biography}{Ann Author} is a professor. She tests.\end{biography}",
        r"\begin{biography}\textbf{Bo Writer} is a student. He writes.\end{biography}",
    ),
}


def biographies(folder: Path, body: str) -> list[str]:
    draft = read(folder, body, top=AUTHORS)
    return [" ".join((person.biography or "").split()) for person in draft.people]


@pytest.mark.parametrize("ways", WAYS.values(), ids=WAYS)
def test_everybody_gets_the_whole_text_about_them(ways: tuple[str, str], tmp_path: Path) -> None:
    body = "\\section{Organizers}\n" + "\n".join(ways) + "\n\\section{End}\nAfter."
    assert biographies(tmp_path, body) == [ANN, BO]


@pytest.mark.parametrize(
    "head",
    [
        r"\subsection{Ann Author (University of Oulu)}",
        r"\textbf{Ann Author, University of Oulu, Finland} (primary contact):",
        r"\textbf{Ann Author} (University of Oulu):",
        r"\textbf{Ann Author} --- University of Oulu\\",
    ],
)
def test_what_the_file_of_a_person_says_is_no_part_of_the_text(head: str, tmp_path: Path) -> None:
    draft = read(tmp_path, f"\\section{{Team}}\n{head}\nAnn is a professor.", top=AUTHORS)
    assert draft.people[0].biography == "Ann is a professor."
    assert with_code(draft, "loose-affiliation") == []
    assert (draft.edition.get("contact") == [draft.people[0]]) == ("contact" in head)


def test_a_name_that_is_a_link_leads_to_the_homepage(tmp_path: Path) -> None:
    body = r"\section{Bios}\textbf{\href{https://ann.example.org}{Ann Author}} is a professor."
    assert read(tmp_path, body, top=AUTHORS).people[0].homepage == "https://ann.example.org"


@pytest.mark.parametrize(
    "body",
    [
        (
            rf"\begin{{minipage}}{{2cm}}{PICTURE}\end{{minipage}}\hfill"
            rf"\begin{{minipage}}{{5cm}}\textbf{{Ann Author}} is a professor.\end{{minipage}}"
        ),
        (
            rf"\begin{{wrapfigure}}{{l}}{{2cm}}{PICTURE}\end{{wrapfigure}}"
            "\n"
            r"\textbf{Ann Author} is a professor."
        ),
        (
            rf"\begin{{tabular}}{{cp{{5cm}}}}{PICTURE} & \textbf{{Ann Author}} is a professor who "
            r"tests and writes a lot.\\\end{tabular}"
        ),
        (
            rf"\begin{{IEEEbiography}}[{{{PICTURE}}}]{{Ann Author}} is a professor."
            r"\end{IEEEbiography}"
        ),
    ],
    ids=["minipages", "wrapfigure", "table", "IEEEtran"],
)
def test_the_picture_beside_a_biography_is_the_portrait(body: str, tmp_path: Path) -> None:
    main = paper(tmp_path, f"\\section{{Bios}}\n{body}", top=AUTHORS)
    (tmp_path / "face.png").write_bytes(_picture())
    draft = read_latex(main, "2024")
    assert (draft.people[0].photo, draft.people[0].photo_suffix) == (_picture(), ".png")
    assert draft.people[1].photo is None
    assert draft.pictures == {}
    assert with_code(draft, "undescribed-picture") == []


def test_a_picture_above_a_biography_belongs_to_it(tmp_path: Path) -> None:
    body = "\n\n".join(f"{PICTURE.replace('face', name[:3].strip())}\n\n\\textbf{{{name}}}: {text}"
                       for name, text in (("Ann Author", ANN), ("Bo Writer", BO)))  # fmt: skip
    main = paper(tmp_path, f"\\section{{Bios}}\n{body}", top=AUTHORS)
    (tmp_path / "Ann.png").write_bytes(_picture(1))
    (tmp_path / "Bo.png").write_bytes(_picture(2))
    draft = read_latex(main, "2024")
    assert [person.photo for person in draft.people] == [_picture(1), _picture(2)]


def test_whose_biography_lacks_is_said(tmp_path: Path) -> None:
    draft = read(tmp_path, rf"\section{{Organizers}} \textbf{{Ann Author}}: {ANN}", top=AUTHORS)
    found = only(with_code(draft, "no-biography"))
    assert found.message.startswith("in the section “Organizers” no biography of Bo Writer was")
    body = r"\section{Biographies} Our first organizer, whom you know, teaches in Oulu and tests."
    found = only(with_code(read(tmp_path, body, top=AUTHORS), "no-biography"))
    assert "no biography of Ann Author, Bo Writer was found" in found.message


def test_who_is_no_author_stays_in_the_list(tmp_path: Path) -> None:
    items = rf"\item \textbf{{Ann Author}}: {ANN} \item \textbf{{Eve Dummy}}: She advises us."
    body = rf"\section{{Bios}}\begin{{itemize}}{items}\end{{itemize}}"
    draft = read(tmp_path, body, top=AUTHORS)
    assert draft.people[0].biography == ANN
    assert "- **Eve Dummy**: She advises us." in next(iter(draft.texts.values()))
    assert "called Eve Dummy" in only(with_code(draft, "unknown-person")).message


def test_a_paragraph_behind_a_single_biography_belongs_to_it_if_it_tells_of_the_person(
    tmp_path: Path,
) -> None:
    body = rf"\section{{Bios}} \textbf{{Ann Author}}: {ANN}" + "\n\nHer book is new.\n\nAfter."
    assert biographies(tmp_path, body)[0] == f"{ANN} Her book is new."


def _picture(width: int = 1) -> bytes:
    """A grey PNG."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0)
    lines = zlib.compress(b"\0" + b"\x80" * width)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
    )


LONG = "is a professor of placeholders who tests many things that other people write and print."


def _faces(folder: Path, *names: str) -> None:
    for number, name in enumerate(names, 1):
        (folder / f"{name}.png").write_bytes(_picture(number))


def test_pictures_that_may_be_of_the_person_below_are_nobodys(tmp_path: Path) -> None:
    body = "\n\n".join(
        ("" if name == "Ann Author" else f"{PICTURE}\n\n") + rf"\textbf{{{name}}}: {text}"
        for name, text in (("Ann Author", ANN), ("Bo Writer", BO))
    )
    main = paper(tmp_path, f"\\section{{Bios}}\n{body}", top=AUTHORS)
    _faces(tmp_path, "face")
    draft = read_latex(main, "2024")
    assert [person.photo for person in draft.people] == [None, None]
    assert len(with_code(draft, "unclear-portrait")) == 1


@pytest.mark.parametrize("shown", ["Ann Author", "Bo Writer"])
def test_a_picture_of_ieees_biography_is_of_its_person(shown: str, tmp_path: Path) -> None:
    body = "\n".join(
        rf"\begin{{IEEEbiography}}[{{{PICTURE}}}]{{{name}}} {LONG}\end{{IEEEbiography}}"
        if name == shown
        else rf"\begin{{IEEEbiographynophoto}}{{{name}}} {LONG}\end{{IEEEbiographynophoto}}"
        for name in ("Ann Author", "Bo Writer")
    )
    main = paper(tmp_path, f"\\section{{Aims}} X.\n{body}", top=AUTHORS)
    _faces(tmp_path, "face")
    people = read_latex(main, "2024").people
    assert [person.name for person in people if person.photo] == [shown]


def test_biographies_behind_the_acknowledgments_are_no_part_of_them(tmp_path: Path) -> None:
    body = rf"""\section{{Acknowledgment}} We thank everybody.
\begin{{IEEEbiographynophoto}}{{Ann Author}}\,{LONG}\end{{IEEEbiographynophoto}}
\begin{{IEEEbiographynophoto}}{{Bo Writer}}{LONG}\end{{IEEEbiographynophoto}}"""
    draft = read_latex(paper(tmp_path, body, top=AUTHORS), "2024")
    assert [bool(person.biography) for person in draft.people] == [True, True]
    assert "professor" not in str(draft.edition["documents"])
    assert str(draft.people[0].biography).startswith("Ann Author is")


def test_names_above_and_addresses_below_are_no_part_of_a_biography(tmp_path: Path) -> None:
    body = rf"""\section{{Organizers}}
\textbf{{Ann Author}} \quad \texttt{{ann@some.example}} \quad Example Research

{ANN}

\textbf{{email:}} ann@some.example \textbf{{Web:}} \url{{https://some.example/ann}}

\textbf{{Bo Writer}} {LONG}\\
\href{{https://else.example/bo}}{{Personal website}}"""
    ann, bo = read_latex(paper(tmp_path, body, top=AUTHORS), "2024").people
    assert str(ann.biography).startswith("Ann Author is")
    assert "@" not in str(ann.biography)
    assert (ann.email, ann.homepage) == ("ann@some.example", "https://some.example/ann")
    assert bo.homepage == "https://else.example/bo"
    assert "website" not in str(bo.biography)
