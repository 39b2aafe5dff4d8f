"""Checks the pages of a paper: their number, size, numbers of lines and pages, and references."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from proposal.check.papers.expected_paper import PageLimit
from proposal.check.papers.paper_finding import PaperFinding
from proposal.pdf.free_edges import PAGE_NUMBER, are_numbered
from proposal.pdf.paper_sizes import is_near, paper_name
from proposal.pdf.printed_runs import LetterRun, PrintedPage

_REFERENCES = re.compile(
    r"(?:\d+\.?|[IVX]+\.?)?\s*(?:references(?:\s+and\s+notes)?|bibliography|literature|literatur"
    r"(?:verzeichnis)?|referencias|références|referências|参考文献|참고문헌)\s*:?",
    re.IGNORECASE,
)
"""The heading of the references, as it stands alone in a line: `References`, `7. REFERENCES`."""
_UNCOUNTED = {
    "references": _REFERENCES,
    "appendix": re.compile(
        r"(?:[A-Z]\.?\s+)?(?:appendi(?:x|ces)|supplement\w*)\b.*", re.IGNORECASE
    ),
    "acknowledgments": re.compile(r"(?:\d+\.?\s*)?acknowledge?ments?", re.IGNORECASE),
    "limitations": re.compile(r"(?:\d+\.?\s*)?limitations?", re.IGNORECASE),
    "ethics": re.compile(r"(?:\d+\.?\s*)?(?:ethic\w*\b.*|broader\s+impact\w*.*)", re.IGNORECASE),
}
"""The headings of what calls leave out of the count, by the beginnings of the words for it."""
_TOP = 0.86
"""A heading above this share of a page's height has nothing above it but the running head."""
_FEWEST_LINES = 12
"""Numbers of lines that a page must have one below the other."""
_TALL = 0.5
"""The share of the page's height that they must reach over."""
_SLACK = 2.0
"""Points by which sizes of pages may differ."""
_FOOT = 0.12
"""The share of a page's height within which its foot stands."""
_FOOT_LINE = 3.0
"""Points by which what stands in the lowest line may differ in height."""
_LEADING = re.compile(
    r"\b(?:sections?|sec\.|figures?|figs?\.|tables?|tabs?\.|equations?|eqs?\.|appendix|algorithms?"
    r"|theorems?|lemmas?|propositions?|chapters?|listings?|definitions?|parts?|pages?|footnotes?)\s*$|§\s*$",
    re.IGNORECASE,
)
"""What stands before a reference: `Section`, `Fig.`"""


def too_long(pages: Sequence[PrintedPage], limit: PageLimit | None) -> Iterator[PaperFinding]:
    """Whether a paper has more pages than its call allows, as far as these can be counted."""
    if limit is None or len(pages) <= limit.most:
        return
    counted = counted_pages(pages, limit.excludes)
    if counted is None or counted <= limit.most:
        return
    without = f", not counting {', '.join(limit.excludes)}" if limit.excludes else ""
    message = f"it has {counted} pages{without}, of {limit.most} that are allowed"
    brief = f"{counted} pages, {limit.most} allowed"
    yield PaperFinding("paper-length", brief, message, "shorten the text, or ask us for more pages")


def counted_pages(pages: Sequence[PrintedPage], excludes: Sequence[str]) -> int | None:
    """How many pages of a paper count; nothing if it cannot be seen where they end.

    What is not counted is taken to stand behind all else: the first such heading behind which
    nothing but such parts can follow ends the count.
    """
    if not excludes:
        return len(pages)
    patterns = [
        pattern
        for words in excludes
        for name, pattern in _UNCOUNTED.items()
        if name[:6] in words.casefold()
    ]
    found = [
        (page.number, run.box.bottom / page.height)
        for page in pages
        for run in page.runs
        if run.is_upright and any(pattern.fullmatch(run.text.strip()) for pattern in patterns)
    ]
    if not found:
        return None
    number, height = found[0]
    return number - 1 if height > _TOP and _is_first_column(pages[number - 1], height) else number


def _is_first_column(page: PrintedPage, height: float) -> bool:
    """Whether nothing but a running head and a heading stands as high or higher on a page."""
    above = [
        run
        for run in page.runs
        if run.box.bottom / page.height > height - 0.01 and len(run.text) > 3
    ]
    return len(above) <= 3


def sizes_differ(pages: Sequence[PrintedPage]) -> Iterator[PaperFinding]:
    """Whether the pages of one paper are of different sizes."""
    sizes = Counter(_size(page) for page in pages)
    if len(sizes) < 2:
        return
    usual, _ = sizes.most_common(1)[0]
    others = [page for page in pages if not is_near(_size(page), usual, _SLACK)]
    if others:
        message = f"a page is {shown_size(_size(others[0]))}, and others {shown_size(usual)}"
        advice = "set all pages in one size"
        numbers = tuple(page.number for page in others)
        yield PaperFinding("paper-page-size", "pages of several sizes", message, advice, numbers)


def usual_page_size(pages: Sequence[PrintedPage]) -> tuple[int, int]:
    """Width and height of most pages in points, rounded."""
    return Counter(_size(page) for page in pages).most_common(1)[0][0]


def shown_size(size: tuple[int, int]) -> str:
    """The size of a page in words: `US Letter`, `A4`, or in points."""
    return paper_name(size, _SLACK) or f"{size[0]} × {size[1]} pt"


def _size(page: PrintedPage) -> tuple[int, int]:
    return round(page.width), round(page.height)


def numbered_lines(pages: Sequence[PrintedPage]) -> Iterator[PaperFinding]:
    """Whether lines are numbered, as for reviewers, from the first page on or nearly everywhere.

    A large figure at the head of the first page may leave few lines to be numbered.
    """
    numbers = tuple(page.number for page in pages if _has_line_numbers(page))
    if not numbers or (numbers[0] != 1 and 2 * len(numbers) < len(pages)):
        return
    message = "its lines are numbered, as for reviewers"
    advice = "choose the template's option for the final version, or leave out `lineno`"
    yield PaperFinding("paper-line-numbers", "line numbers", message, advice, numbers)


def numbered_pages(pages: Sequence[PrintedPage]) -> Iterator[PaperFinding]:
    """Whether authors have numbered the pages at their feet, which a volume numbers, too."""
    at_foot = [_number_at_foot(page) for page in pages]
    if not are_numbered(at_foot):
        return
    numbers = tuple(
        page.number for page, number in zip(pages, at_foot, strict=True) if number is not None
    )
    message = "its pages have numbers, which the volume gives them"
    advice = r"leave the page numbers out: `\pagestyle{empty}` in LaTeX"
    yield PaperFinding("own-page-numbers", "page numbers", message, advice, numbers)


def _number_at_foot(page: PrintedPage) -> int | None:
    """The lowest line of a page, if it is a number alone."""
    lowest = min((run.box.bottom for run in page.runs if run.is_upright), default=0.0)
    line = [run for run in page.runs if run.is_upright and run.box.bottom - lowest < _FOOT_LINE]
    found = PAGE_NUMBER.fullmatch("".join(run.text for run in line).strip())
    return int(found[1]) if found and lowest < _FOOT * page.height else None


def _has_line_numbers(page: PrintedPage) -> bool:
    """Whether a column of numbers, one more in each line, stands outside of the text."""
    numbers = [run for run in page.runs if run.is_upright and run.text.isdecimal()]
    columns: dict[int, list[LetterRun]] = {}
    for run in numbers:
        columns.setdefault(round(run.box.right / 4), []).append(run)
    for key, column in columns.items():
        near = column + columns.get(key + 1, [])
        ordered = sorted(near, key=lambda run: -run.box.bottom)
        steps = [int(below.text) - int(above.text) for above, below in pairwise(ordered)]
        usual = [step for step in steps if step in {1, 5}]
        if len(usual) + 1 < _FEWEST_LINES or len(usual) < 0.8 * len(steps):
            continue
        height = ordered[0].box.top - ordered[-1].box.bottom
        if height > _TALL * page.height and _is_beside_text(page, near):
            return True
    return False


def _is_beside_text(page: PrintedPage, column: Sequence[LetterRun]) -> bool:
    """Whether a column of numbers stands left or right of all that is read, or between columns."""
    left = min(run.box.left for run in column)
    right = max(run.box.right for run in column)
    crossing = [
        run
        for run in page.runs
        if run.is_upright
        and not run.text.isdecimal()
        and run.box.left < right
        and run.box.right > left
    ]
    return len(crossing) < len(column) / 4


def undefined_references(pages: Sequence[PrintedPage]) -> Iterator[PaperFinding]:
    """References that LaTeX could not resolve, which it prints as bold question marks."""
    found: dict[str, list[int]] = {}
    for page in pages:
        for number, run in enumerate(page.runs):
            before = page.runs[number - 1].text if number else ""
            behind = page.runs[number + 1].text if number + 1 < len(page.runs) else ""
            for words in _undefined_in(run, before, behind):
                found.setdefault(words, []).append(page.number)
    for words, numbers in found.items():
        message = f"“{words}” stands where LaTeX could not resolve a reference"
        advice = "mend the reference or the citation's key, and run BibTeX and LaTeX again"
        unique = tuple(dict.fromkeys(numbers))
        yield PaperFinding("paper-references", "undefined reference", message, advice, unique)


def _undefined_in(run: LetterRun, before: str, behind: str) -> Iterator[str]:
    text = run.text.strip()
    if not run.is_upright or "?" not in text:
        return
    if run.is_bold and re.fullmatch(r"\??\?[.,;:)\]]*", text):
        if text.startswith("??"):
            lead = _LEADING.search(before)
            yield f"{lead[0].strip()} ??" if lead else "??"
        elif before.rstrip().endswith(("[", "(", ",")) and behind.lstrip().startswith(
            ("]", ")", ",")
        ):
            yield "[?]"
    elif not run.is_bold:
        for match in re.finditer(r"(\w+\.?|§)\s*\?\?(?!\?)", text):  # Figure ??, § ??
            if _LEADING.search(match[1]):
                yield f"{match[1]} ??"
        if re.search(r"\[\?(?:,\s*\?)*\]", text):
            yield "[?]"
