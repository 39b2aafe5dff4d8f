"""Writes the letter to the authors of each paper that has to be corrected."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from proposal.check.papers.paper_finding import PaperFinding
from proposal.check.papers.papers_check import UNUSABLE_PDFS, CheckedPaper
from proposal.delivery import deliver
from proposal.edition import wording
from proposal.edition.edition import Edition
from proposal.edition.participants import Author
from proposal.render.plain import COLUMNS, plain_line

LETTERS = "letters"
"""The folder in `build/YEAR/` with the letters, each as `ID.txt`."""


def letter_file(root: Path, edition: Edition, paper: CheckedPaper) -> Path:
    """Where the letter to a paper's authors stands."""
    return root / "build" / edition.id / LETTERS / f"{paper.paper.id}.txt"


def write_letters(root: Path, edition: Edition, papers: Sequence[CheckedPaper]) -> list[Path]:
    """Write a letter for each paper with findings, and remove those of papers that have none.

    Raises:
        DeliveryError: `build/` cannot be written to.
    """
    written = {}
    for paper in papers:
        file = letter_file(root, edition, paper)
        if paper.findings:
            written[file] = letter(edition, paper).encode()
    folder = root / "build" / edition.id / LETTERS
    for file in folder.glob("*.txt"):
        if file not in written:
            file.unlink()
    deliver(written)
    return list(written)


def letter(edition: Edition, paper: CheckedPaper) -> str:
    """The letter to a paper's authors, with the lines that mail programs take for its head."""
    title = plain_line(paper.paper.title)
    recipients = contacts(paper.paper.authors)
    has_pdf = paper.pages is not None
    asked = "please send a corrected PDF" if has_pdf else "please send its PDF"
    head = [f"To: {', '.join(str(author.email) for author in recipients)}"] if recipients else []
    head += [f"Subject: {edition.short_name}, your paper {paper.paper.id}: {asked}"]
    names = wording.joined([str(author.name) for author in recipients or paper.paper.authors])
    return "\n".join([*head, "", *_body(edition, paper, str(title), names)]) + "\n"


def contacts(authors: Sequence[Author]) -> list[Author]:
    """To whom one writes: those who are called corresponding, or else the first with an address."""
    known = [author for author in authors if author.email]
    return [author for author in known if author.corresponding] or known[:1]


def _body(edition: Edition, paper: CheckedPaper, title: str, names: str) -> Iterator[str]:
    yield from _wrapped(f"Dear {names},")
    yield ""
    if paper.pages is None:
        yield from _wrapped(f"we prepare the papers of {edition.short_name} for publication.")
    else:
        yield from _wrapped(
            f"thank you for the PDF of your paper “{title}”. Before the papers of "
            f"{edition.short_name} are published, we compare what they print with our records, "
            "and look for what publishers send back. This is what we found:"
        )
    yield ""
    for number, finding in enumerate(paper.findings, start=1):
        yield from _listed(number, finding, title)
        yield ""
    yield from _wrapped(
        "Please send us a corrected PDF. Where your paper is right and our records are wrong, "
        "please tell us, and we correct them."
        if paper.pages is not None
        else "Please write to us if anything is in the way."
    )
    yield ""
    yield "With many thanks and kind regards,"
    yield from _wrapped(f"the organizers of {edition.short_name}")
    if edition.contact is not None and edition.contact.email:
        yield str(edition.contact.email)


def _listed(number: int, finding: PaperFinding, title: str) -> Iterator[str]:
    """One finding: where, what, and what to do."""
    pages = wording.joined([str(page) for page in finding.pages])
    where = f"Page{'s' if len(finding.pages) > 1 else ''} {pages}: " if finding.pages else ""
    said = finding.sentence("our records say")
    if unusable := UNUSABLE_PDFS.get(finding.code):
        said = f"{unusable.in_letter} “{title}”"
    text = f"{where}{said}" if where else said[:1].upper() + said[1:]
    yield from _wrapped(f"{text}.", f"{number}. ")
    yield from _wrapped(f"Please {finding.advice}.", "   ")


def _wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(
        " ".join(text.split()),
        COLUMNS,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
