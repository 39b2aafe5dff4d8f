"""Compares the title that a paper prints with that of the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz import fuzz

from proposal.check.papers.expected_paper import ExpectedPaper
from proposal.check.papers.paper_finding import PaperFinding
from proposal.check.papers.paper_top import PaperTop
from proposal.check.papers.printed_text import plain
from proposal.diagnostics import shortened
from proposal.pdf.printed_runs import LetterRun, usual_size

_ALIKE = 55
"""From this likeness on (0 to 100, RapidFuzz's ratio) a printed title is that of the data, changed;
below it, another paper's."""
_SAME_SIZE = 0.04
"""The share by which letters of one title may differ in height."""
_UPPER_PART = 0.45
"""The title stands in the upper part of its page, above this share of the height."""
_FEWEST_LETTERS = 5
"""Letters of what may be a title."""
_MOST_SHOWN = 160
"""Characters of a title that a message shows."""


class PrintedTitle(Struct, frozen=True):
    """The title that a paper prints, and what is wrong with it."""

    end: int
    """Where it ends in the text of the first page; -1 if it was not found there."""
    text: str
    """As it is printed; empty if nobody can say which words it is."""
    findings: tuple[PaperFinding, ...]
    is_other: bool = False
    """Whether it is nothing like that of the data."""


def printed_title(top: PaperTop, expected: ExpectedPaper) -> PrintedTitle:
    """Find the title of the data on the first page, or what stands there instead."""
    wanted = expected.title
    for start, end in _places(top, wanted):
        block = _block(top, start, end)
        printed = " ".join(top.runs[number].text for number in block)
        more = plain(printed)
        if more == plain(wanted) or not _adds_words(top, block, expected):
            return PrintedTitle(end, wanted, ())
        return PrintedTitle(_end(top, block), printed, (_longer(printed, expected),))
    if any(view.holds(wanted) for view in top.views):
        return PrintedTitle(-1, wanted, ())
    block = largest_block(top)
    printed = " ".join(top.runs[number].text for number in block)
    if len(plain(printed)) < _FEWEST_LETTERS:
        return PrintedTitle(-1, "", tuple(_absent(top, expected)))
    if _has_all_words(plain(printed), wanted):
        return PrintedTitle(_end(top, block), printed, ())  # in an order of its own
    likeness = fuzz.ratio(plain(printed), plain(wanted))
    is_other = likeness < _ALIKE and not _is_part(plain(printed), plain(wanted))
    return PrintedTitle(_end(top, block), printed, (_other(printed, expected),), is_other)


def largest_block(top: PaperTop) -> range:
    """The runs of the largest letters in the upper part of the page, one behind the other."""
    floor = top.page.height * _UPPER_PART
    high = [number for number, run in enumerate(top.runs) if run.box.bottom > floor]
    sizes = {
        number: top.runs[number].size for number in high if len(plain(top.runs[number].text)) > 1
    }
    best: range = range(0)
    for number in sorted(sizes, key=lambda number: -sizes[number]):
        if number in best:
            continue
        block = _around(top.runs, number)
        letters = len(plain("".join(top.runs[index].text for index in block)))
        if letters >= _FEWEST_LETTERS and top.runs[number].size < top.page.height / 12:
            best = block
            break
    return best


def _places(top: PaperTop, wanted: str) -> list[tuple[int, int]]:
    """Where the title stands, that in the largest letters first: running heads have it, too."""
    found = [
        (start, end)
        for start, end in top.text.places(wanted)
        if top.runs[top.runs_between(start, end)[0]].box.bottom > top.page.height * _UPPER_PART / 2
    ]
    return sorted(found, key=lambda place: -top.runs[top.runs_between(*place)[0]].size)


def _block(top: PaperTop, start: int, end: int) -> range:
    """The runs of the title, with those beside them in letters of the same kind."""
    own = top.runs_between(start, end)
    first, last = _around(top.runs, own[0]), _around(top.runs, own[-1])
    return range(first[0], last[-1] + 1)


def _around(runs: Sequence[LetterRun], number: int) -> range:
    """A run with those before and behind it that go on in the next line in the same letters."""
    first = last = number
    while first > 0 and _goes_on(runs[first - 1], runs[first]):
        first -= 1
    while last + 1 < len(runs) and _goes_on(runs[last], runs[last + 1]):
        last += 1
    return range(first, last + 1)


def _goes_on(before: LetterRun, run: LetterRun) -> bool:
    """Whether two runs are of one title: in one line, or in lines that follow each other."""
    height = max(before.size, run.size)
    is_alike = abs(before.size - run.size) < _SAME_SIZE * height
    fall = before.box.bottom - run.box.bottom
    if abs(fall) < 0.5 * height:  # a formula or a word in another font
        return is_alike or abs(run.box.left - before.box.right) < 0.5 * height
    return is_alike and before.font == run.font and 0 < fall < 1.9 * height


def _adds_words(top: PaperTop, block: range, expected: ExpectedPaper) -> bool:
    """Whether the title goes on behind or before the words of the data, with words of its own."""
    printed = plain("".join(top.runs[number].text for number in block))
    rest = printed.replace(plain(expected.title), "", 1)
    if not any(sign.isalpha() for sign in rest):
        return False
    body = usual_size(top.runs)
    is_large = all(top.runs[number].size > 1.08 * body for number in block)
    names = [plain(author.name) for author in expected.authors]
    is_author = any(name in rest for name in names if name)
    return is_large and len(rest) > 2 and not is_author


def _end(top: PaperTop, block: range) -> int:
    last = block[-1] if block else -1
    return top.starts[last] + len(top.runs[last].text) if block else -1


def _has_all_words(printed: str, wanted: str) -> bool:
    words = [plain(word) for word in wanted.split()]
    letters = sum(map(len, words))
    return all(word in printed for word in words) and abs(len(printed) - letters) <= 2


def _is_part(one: str, other: str) -> bool:
    return one in other or other in one


def _absent(top: PaperTop, expected: ExpectedPaper) -> Iterator[PaperFinding]:
    if _has_all_words_somewhere(top, expected.title):
        return
    yield _finding("title not found", "the title is not printed on the first page", expected)


def _has_all_words_somewhere(top: PaperTop, wanted: str) -> bool:
    return all(any(plain(word) in view.letters for view in top.views) for word in wanted.split())


def _longer(printed: str, expected: ExpectedPaper) -> PaperFinding:
    message = f"the printed title is longer: “{shortened(printed, _MOST_SHOWN)}”"
    return _finding("longer title", message, expected)


def _other(printed: str, expected: ExpectedPaper) -> PaperFinding:
    message = f"the title is printed as “{shortened(printed, _MOST_SHOWN)}”"
    return _finding("other title", message, expected)


def _finding(brief: str, message: str, expected: ExpectedPaper) -> PaperFinding:
    advice = "print the title as it was registered, or tell us the new one"
    wanted = f"“{expected.title}”"
    return PaperFinding("paper-title", brief, message, advice, (1,), ("title",), wanted)
