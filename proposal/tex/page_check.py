"""Judges on the finished page what TeX's log says of boxes that are too full.

acmart balances the columns of the last page by trying, and breaking tables send TeX to the next
column by pretending to be high; both leave complaints in the log, and nothing that is seen. The
other way round, a box that is measured and thrown away may be too full, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.diagnostics import Diagnostic, Span, warning
from proposal.pdf import Pdf
from proposal.pdf.overlap import in_message, overlapping
from proposal.pdf.paper_sizes import LETTER
from proposal.pdf.placed import Box, PageText
from proposal.pdf.sigconf import depth_below_text
from proposal.render.latex.document import RenderedDocument
from proposal.tex.log import LogEntry, LogKind

_HINT = "shorten what stands before it; a picture or table that is not cut must fit into a column"


def seen_entries(entries: list[LogEntry], pdf: Pdf) -> list[LogEntry]:
    """The entries of a log without lines that stick out of boxes which no page shows."""
    lines = [entry for entry in entries if entry.kind is LogKind.OVERFULL and entry.content]
    if not lines:
        return entries
    page = _letters(" ".join(pdf.texts))
    unseen = {entry for entry in lines if not _is_on(page, entry.content)}
    return [entry for entry in entries if entry not in unseen]


def _is_on(page: str, content: str) -> bool:
    """Whether any words of a box stand on a page; without words, nobody can know, and it may."""
    words = [_letters(part) for part in _SPLITS_CONTENT.split(content)]
    long = [word for word in words if len(word) >= _FEWEST_LETTERS]
    return not long or any(word in page for word in long)


# The log shows a box as `[]\T1/LinuxLibertineT-TLF/m/n/9 (-20) Some words with a hy-phen`.
_SPLITS_CONTENT = re.compile(r"\[\]|\\\S+(?: \([+-]?\d+\))?|\^\^..|[^\x20-\x7e]|\$")
"""What is no letter in a box as the log shows it: boxes in it, fonts, letters by their codes."""
_FEWEST_LETTERS = 4
"""Letters of a word that is looked for; shorter ones stand by chance in many places."""


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isascii() and letter.isalnum())


def overfull_columns(
    document: RenderedDocument, entries: list[LogEntry], pdf: Pdf
) -> list[Diagnostic]:
    """What stands below the text's last line, or over other text, if the log says there may be.

    Args:
        document: the rendered document.
        entries: those of the log.
        pdf: the finished PDF.
    """
    kinds = {entry.kind for entry in entries}
    # A float that is too high for its page is told of by itself.
    if LogKind.OVERFULL_COLUMN not in kinds or LogKind.TALL_FLOAT in kinds:
        return []
    name = document.name
    if document.format != "sigconf" or any(_is_another_paper(size) for size in pdf.sizes):
        return [_unjudged(name, entry) for entry in entries if _is_of_column(entry)]
    found: dict[str, str] = {}
    pages = zip(
        pdf.page_texts(lambda box: True, head=0), pdf.painted_paths, pdf.pictures, strict=True
    )
    for number, (text, paths, pictures) in enumerate(pages, start=1):
        where = f"on page {number} of {name}.pdf"
        found |= dict(_below(text, [*paths, *pictures], where))
        found |= dict(_over_each_other(text, where))
    return [
        warning("overfull-box", message, _place_of(words, document), _HINT)
        for message, words in found.items()
    ]


def _place_of(words: str, document: RenderedDocument) -> Span | None:
    """Where some words of a page were written, if the document holds their beginning once."""
    lines = document.tex.text.split("\n")
    several = words.split()[:4]
    for count in range(len(several), 0, -1):
        start = " ".join(several[:count])
        found = [number for number, line in enumerate(lines, start=1) if start in line]
        if len(found) == 1 and len(start) >= _FEWEST_LETTERS:
            places = document.tex.places_of(found[0], found[0])
            return places[0] if places else document.tex.template_of(found[0])
    return None


def _is_of_column(entry: LogEntry) -> bool:
    return entry.kind is LogKind.OVERFULL_COLUMN


def _is_another_paper(size: tuple[float, float]) -> bool:
    """Whether a page is none of sigconf's, of which nobody knows where its text ends."""
    return any(abs(one - other) > 1 for one, other in zip(size, LETTER, strict=True))


def _unjudged(name: str, entry: LogEntry) -> Diagnostic:
    return warning(
        "overfull-box", f"a column of {name}.pdf is too full by {entry.message}", None, _HINT
    )


def _below(text: PageText, painted: list[Box], where: str) -> Iterator[tuple[str, str]]:
    """What reaches below the last line of text: the lowest words, and what is drawn.

    Yields:
        what there is to say, and the words that it is about.
    """
    pieces = [piece for piece in text.pieces if not _NUMBERS.fullmatch(piece.text)]
    words = max(pieces, key=lambda piece: depth_below_text(piece.box), default=None)
    if words is not None and (depth := depth_below_text(words.box)):
        yield (
            f"“{in_message(words.text)}” stands {depth:.0f} pt below its column {where}",
            words.text,
        )
    depth = max(map(depth_below_text, painted), default=0.0)
    if depth:
        yield f"a picture or a rule reaches {depth:.0f} pt below its column {where}", ""


_NUMBERS = re.compile(r"[\d:\s]+")
"""Page numbers, and the numbers of lines in the margin. Example: `12 13`."""


def _over_each_other(text: PageText, where: str) -> Iterator[tuple[str, str]]:
    for one, other in overlapping(text.pieces, _FEWEST_LETTERS):
        shown = f"“{in_message(one.text)}” and “{in_message(other.text)}”"
        yield f"{shown} are printed over each other {where}", one.text
        return
