"""Finds the accepted papers in the lines of a passage: each title with its authors."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.site.hours_behind import titles_first
from proposal.importers.site.name_likeness import (
    is_institution,
    is_sentence_like,
    names_institution,
    person_name,
)
from proposal.importers.site.site_lines import SiteLine
from proposal.model.affiliated import is_balanced
from proposal.model.countries import country_code
from proposal.reading.listed_names import ListedAuthor, split_authors
from proposal.reading.page_tree import PageLine, StyledRun
from proposal.reading.placeholders import is_placeholder

_BULLET = re.compile(
    r"^(?:[•‣▪▸►✦★☆*·–—-]\s*|\[?(?:pdf|slides|video|poster|arxiv|link)(?:\]:?|:)\s*(?=[A-Z“\"])"
    r"|(?-i:pdf|PDF|slides|video|poster|arxiv|arXiv|link)\s+(?=[A-Z“\"])|\[?\(?#?\d{1,3}\s?[\].):]+\s+|(?:paper"
    r"|poster)\s*(?:id)?\s*#?\d+\s*[:.–-]\s*)",
    re.IGNORECASE,
)
"""`• A Title`, `[12] A Title`, `Paper 3: A Title`, `PDF: A Title`"""
_LABEL = re.compile(
    r"^(?P<label>titles?|papers?|authors?|by|presenters?|speakers?)\s*:\s*", re.IGNORECASE
)
"""`Title: `, `Authors: `"""
_BADGE = re.compile(
    r"\s*[\[(](?:best\s+[^\[\]()]*|virtual|online|oral|poster|spotlight|remote|in[- ]person"
    r"|long|short|full|non-?archival|archival"
    r"|paper|pdf|slides?|video|code|poster\s*pdf|arxiv|link|honorable\s+mention|runner[- ]up"
    r"|doi|bib(?:tex)?|openreview|recording|vision"
    r"|extended\s+abstract|demo|supplement\w*|website|project(?:\s+page)?|abstract"
    r"|proceedings)(?:\s*[/,|&]\s*\w+)*[\])]",
    re.IGNORECASE,
)
"""`A Title (oral)`, `[best paper]`, `(pdf, code)`"""
_ONLY_LINKS = re.compile(
    r"^[:\s]*(?:[\[(]?(?:(?:doi|paper|pdf|arxiv|video)\s+links?|preprints?|links?\s+to\s+(?:paper|pdf|doi)"
    r"|paper|pdf|slides?|video|code|poster|arxiv|link|doi|bib(?:tex)?|openreview"
    r"|recording|abstract|website|project(?:\s+page)?|supplement\w*|talk|data|dataset"
    r"|read\s+more|download|oral|spotlight|(?:expand|show|hide|view|toggle|open|get|see)\s+(?:the\s+)?"
    r"(?:abstract|paper|pdf|slides?|poster|video|details|bibtex))[\])]?\s*[|,·/•]?\s*)+$",
    re.IGNORECASE,
)
"""`[PDF] [Code]`, `Show abstract`"""
_AWARD = re.compile(
    r"\bbest\s+(?:[\w-]+\s+){0,3}(?:paper|poster|presentation)\b(?:\s+(?:award"
    r"|honou?rable\s+mention|runner[- ]up|nominee))?(?!\s*[\w])|\b(?:best\s+paper"
    r"|honou?rable\s+mention|runner[- ]up)\b",
    re.IGNORECASE,
)
"""`Best Student Paper Award`, `Runner-up`"""
_MARKS = re.compile(r"[*†‡§¶∗⋆¹²³⁴⁵⁶⁷⁸⁹⁰♯#]+|(?<=[^\W\d_])\d(?:,\d)*(?=[,\s]|$)")
"""`Ada Lovelace*`, `Ada Lovelace1,2`"""
_LONGEST_TITLE = 300
_ANNOUNCES = re.compile(
    r"(?:the\s+following|below|here|please|this\s+year)\b.*|(?:(?:the|all|these|our|accepted)\s+)+"
    r"(?:[\w-]+\s+){0,3}?(?:papers?|posters?|abstracts?|contributions|submissions|articles|talks)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:is|are|was|were|have|has|had|will|can|may)\b.*",
    re.IGNORECASE,
)
"""A sentence above a list: `The following papers have been accepted`."""
_WITH_HOURS = re.compile(r"[(\[]\s*\d{1,2}[:.]\d\d\s*(?:[ap]m)?\s*(?:[-–—]|to)\s*\d{1,2}[:.]\d\d")
"""A row of the programme: `Spotlights 1 (9:45 - 10:00)`."""
_NO_TITLE = re.compile(
    r"(?:session|break|lunch|accepted\s+papers?|posters?|oral|authors?|title|time|abstract"
    r"|keynote|total|note|paper|papers|list|link|day\s+\d+)\b.{0,12}",
    re.IGNORECASE,
)
"""`Session 1`, `Accepted papers`"""


_PART_OF_DAY = re.compile(
    r"(?:session\s+)?(?:chairs?|moderators?)\s*[:–—].*|(?:session\s+)?chaired\s+by\b.*"
    r"|(?:panel|panell?ists?)\s*[:–—].*",
    re.IGNORECASE,
)
"""An example: `Session Chair: Ann Author`."""
_HOUR = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?\s?m\b\.?|\b(?:UTC|GMT|AoE|noon|[A-Z]{1,3}[SD]?T)\b",
    re.IGNORECASE,
)
"""What holds letters in a stretch of a day: `9:50am`, `CEST`."""


class FoundPaper(Struct):
    """A paper as a list names it."""

    title: str
    span: Span
    authors: list[ListedAuthor] = field(default_factory=list)
    address: str = ""
    """Where its title leads to."""
    award: str = ""
    kind: str = ""
    """What the list calls it: `Oral`."""
    materials: dict[str, str] = field(default_factory=dict)
    """Where links beside it lead, by the keys of the data."""


_BY = re.compile(r"(?i:by)\s+|par\s+|por\s+|P[ao]r\s+(?=[\w.'’-]+\s+(?!(?:and|et|y|e)\b)[^\W\d_])")
"""`by Ann Author`, `Par Ann Author`; but `Par Placeholder, Ann Author` are two people."""


def read_authors_line(text: str) -> list[ListedAuthor]:
    """The authors that a line lists, if it lists authors and nothing else."""
    line = _LABEL.sub("", " ".join(text.split())).strip(" .;–—-|")
    line = _without_bracket(line)  # `(Ann Author, Bob Builder)`
    line = line[match.end() :] if (match := _BY.match(line)) else line
    line = _MARKS.sub("", line)
    line = re.sub(r"\s+,", ",", line)
    if not line or len(line) > 3000:
        return []
    # such as , et al.
    line = re.sub(r"\s*(?:,|;|\band)?\s*et\s+al\.?$", "", line)
    if ";" in line and "," in line and "(" not in line:
        line = (
            ", ".join(part.split(",")[0] for part in line.split(";"))
            if _is_name_list([part.split(",")[0] for part in line.split(";")])
            else line
        )
    if (match := _PLACE_BEHIND.fullmatch(line)) and is_institution(match["place"].split(",")[0]):
        # such as Ada Lovelace, and Charles Babbage
        named = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", match["names"])
        if all(map(person_name, named)):
            first = [ListedAuthor(name, None) for name in named[:-1]]
            return [*first, ListedAuthor(named[-1], match["place"].strip())]
    listed = [one for one in split_authors(line) if one.name.strip()]
    names = [one.name for one in listed]
    return listed if _is_name_list(names) else []


_PLACE_BEHIND = re.compile(r"(?P<names>[^()]+\s+and\s+[^(),]+),\s*(?P<place>[^()]+)")
"""`Ann Author, Bob Builder and Cleo Coder, Sample Services`, where no name is turned round."""


def authors_by_place(lines: list[str]) -> tuple[list[ListedAuthor], int]:
    """The authors with whom some lines begin, and how many lines these are.

    Between the names of those of one institution and those of the next, this may stand: `Ann
    Author`, `University of Testing, France`, `Bob Builder and Cleo Coder`, `Sample Labs, Peru`.
    """
    authors, count = list[ListedAuthor](), 0
    while count < len(lines) and (group := read_authors_line(lines[count])):
        count += 1
        places: list[str] = []
        while count < len(lines) and _is_place_line(lines[count]):
            places.append(lines[count].strip(" .;"))
            count += 1
        place = "; ".join(places) or None
        authors += [replace(one, affiliation=one.affiliation or place) for one in group]
        if not places:
            break
    return authors, count


def _is_place_line(text: str) -> bool:
    """Whether a line says where those of the line above work, and nothing else."""
    first, comma, _ = text.partition(",")
    country = country_code(text.rpartition(",")[2].strip(" .")) if comma else None
    is_place = is_institution(first) or country is not None
    return is_place and not is_sentence_like(first) and not read_authors_line(text)


def _is_name_list(names: list[str]) -> bool:
    if any(re.search(r":\s|\d:\d", name) or _STOP_WITHIN.search(name) for name in names):
        return False  # as in `Panel: Ann Author, Bob Builder`
    good = [name for name in names if person_name(name)]
    if len(names) == 1:
        return len(good) == 1
    return (
        len(names) > 0
        and len(good) >= max(2, 0.7 * len(names))
        and all(len(name.split()) <= 6 for name in names)
    )


_STOP_WITHIN = re.compile(r"[a-zà-ÿ]{4}(?<!ssoc)\.\s+[^\W\d_]")
"""Where one name ends and a title begins: `Ann Builder. Careful Samples`; not `Prof. Ann`."""


def read_paper_lines(lines: list[SiteLine]) -> list[FoundPaper]:
    """Find the papers in the lines of a passage."""
    groups = _groups(titles_first(lines))
    turned = [group for group in groups if _with_title_first(group) is not group]
    papers: list[FoundPaper] = []
    for group in groups:
        papers += _papers_of(_with_title_first(group, is_usual=len(turned) > 1))
    return papers


def _with_title_first(group: list[SiteLine], *, is_usual: bool = False) -> list[SiteLine]:
    """The lines of an item, of which the first may list the authors of the title in the second.

    A lone name stands above a title in italics, bold or quotes: `Ann Author`, `*On Samples*`.

    Args:
        group: the lines.
        is_usual: whether other items of the list are of this make, and so any line is a title.
    """
    if len(group) < 2 or not group[0].item:
        return group
    above, title, *others = group
    authors, named = read_authors_line(above.text), read_authors_line(title.text)
    is_styled = any(map(title.line.is_all, ("italic", "bold")))
    is_marked = is_usual or is_styled or _QUOTED.fullmatch(title.text) is not None
    is_other = above.is_bold or _is_linked(above) or len(named) >= (2 if is_marked else 1)
    if is_other or not authors or (len(authors) == 1 and (named or not is_marked)):
        return group
    is_title = _title_of(title.text) and not _is_place_line(title.text)
    return [title, above, *others] if is_title and not _ONLY_LINKS.match(title.text) else group


_QUOTED = re.compile(r"\W*[\"“«][^\"”»]+[\"”»]\W*")
"""`“On Samples”`"""


def _groups(lines: list[SiteLine]) -> list[list[SiteLine]]:
    """The lines of each item: a list item, a table row, a box, a paragraph below its heading."""
    groups: list[list[SiteLine]] = []
    whole = _cards_of_papers(lines)
    for line in lines:
        is_below = bool(groups) and line.card in whole and line.card != groups[-1][-1].card
        if groups and not is_below and _belong_together(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _cards_of_papers(lines: list[SiteLine]) -> set[int]:
    """The boxes that hold a title with its authors below it, and so go with no heading above."""
    cards: dict[int, list[SiteLine]] = {}
    for line in lines:
        if line.card and not line.item:
            cards.setdefault(line.card, []).append(line)
    return {
        card
        for card, held in cards.items()
        if len(held) > 1
        and _title_of(held[0].text)
        and not read_authors_line(held[0].text)
        and read_authors_line(held[1].text)
    }


def _belong_together(group: list[SiteLine], line: SiteLine) -> bool:
    last = group[-1]
    if line.item or last.item:
        return line.item == last.item
    if line.is_heading:
        return False
    if group[0].is_heading:
        return True
    return line.card == last.card if line.card or last.card else line.block == last.block


def _papers_of(group: list[SiteLine]) -> list[FoundPaper]:
    """The papers of an item; a paragraph may have several."""
    papers: list[FoundPaper] = []
    waiting: dict[str, str] = {}
    used = 0
    for number, (line, behind) in enumerate(pairwise([*group, None])):
        if papers:
            papers[-1].materials = waiting | papers[-1].materials
            waiting = {}
        if line is None or number < used:
            continue
        waiting = waiting | line.materials
        text = line.text.strip()
        if _ONLY_LINKS.match(text) or not text:
            if papers and not papers[-1].address:
                papers[-1].address = next(
                    (one for one in line.addresses if one.startswith("http")), ""
                )
            continue
        if number and papers and _are_places_of(text, group[number - 1].text):
            continue
        label = _LABEL.match(text)
        is_authors_label = label is not None and label["label"].casefold().startswith(
            ("author", "by")
        )
        authors = read_authors_line(text)
        if authors and papers and not papers[-1].authors and not _is_linked(line):
            texts = [one.text for one in group[number:]]
            marked = authors_by_marks(authors, texts)
            papers[-1].authors, count = marked or authors_by_place(texts)
            used = number + count
            continue
        if is_authors_label:
            continue
        found = None if _are_only_names(authors) else _on_one_line(line)
        if found is not None and not (len(found.authors) == 1 and _lists_authors(behind)):
            papers.append(found)
        elif (
            (not papers or papers[-1].authors)
            and (title := _title_of(text))
            and (not authors or _is_title_like_name(line, behind))
        ):
            papers.append(FoundPaper(title, line.span, address=_address(line), award=_award(text)))
    if papers:
        papers[-1].materials = waiting | papers[-1].materials
    return papers


def _are_only_names(authors: list[ListedAuthor]) -> bool:
    """Whether several people are all that a line names, so that none of them is a title."""
    return len(authors) > 1 and all(person_name(one.name) for one in authors)


def authors_by_marks(
    authors: list[ListedAuthor], lines: list[str]
) -> tuple[list[ListedAuthor], int] | None:
    """The authors of a first line with the places to which their marks lead in a second one.

    Args:
        authors: who stands in the first line.
        lines: `Ann Author1, Bob Builder1,2`, `1Some Lab, 2Institute of Samples` and what follows.

    Returns:
        The authors, and how many lines say this; nothing if the second line says no places.
    """
    if len(lines) == 1 or not _are_places_of(lines[1], lines[0]):
        return None
    parts = [_MARKED_PLACE.match(part) for part in _marked_parts(lines[1])]
    places = {part["mark"]: part.string[part.end() :].strip(" .") for part in parts if part}
    placed = []
    for author in authors:
        match = re.search(rf"{re.escape(author.name)}\s*([\d*†‡§]+(?:,\s?[\d*†‡§]+)*)", lines[0])
        marks = re.findall(r"\d+|[*†‡§]", match[1]) if match is not None else []
        named = [places[mark] for mark in marks if mark in places]
        placed.append(replace(author, affiliation="; ".join(named) or author.affiliation))
    return placed, 2


_MARKED_PLACE = re.compile(r"(?P<mark>\d{1,2}|[*†‡§])\s?(?=[^\W\d_])")
"""`1University of Somewhere`"""


def _are_places_of(text: str, above: str) -> bool:
    """Whether a line says by marks where the authors in the line above are.

    `1Some Lab, 2Institute of Samples` below `Ann Author1, Bob Builder2`
    """
    parts = _marked_parts(text)
    marks = [match["mark"] for part in parts if (match := _MARKED_PLACE.match(part))]
    return len(marks) == len(parts) and all(
        # `Ann Author1,2`, of the mark 2
        re.search(rf"[^\W\d_](?:\d,)*{re.escape(mark)}(?!\d)", above)
        for mark in marks
    )


def _marked_parts(text: str) -> list[str]:
    return re.split(r"[,;]\s*(?=[\d*†‡§])", text.strip())


def _lists_authors(line: SiteLine | None) -> bool:
    """Whether several authors stand in a line, so that the one above is a title as a whole.

    `On Samples – Lessons Learned` above `Ann Author and Bob Builder` has no author of its own.
    """
    return line is not None and len(read_authors_line(line.text)) > 1


def _is_title_like_name(line: SiteLine, behind: SiteLine | None) -> bool:
    """Whether a line that reads like a name is a title: bold, a link, or italic above authors."""
    is_italic = line.line.is_all("italic") and _lists_authors(behind)
    return line.is_bold or _is_linked(line) or is_italic


def _is_linked(line: SiteLine) -> bool:
    """Whether the whole line is one link."""
    said = [run for run in line.line.runs if run.text.strip(" .,")]
    return len(said) == 1 and said[0].address is not None


def _address(line: SiteLine) -> str:
    return next((one for one in line.addresses if re.match(r"https?://", one)), "")


def _award(text: str) -> str:
    match = _AWARD.search(text)
    return " ".join(match[0].split()).title() if match else ""


_HYPHENS_AROUND = re.compile(r"^-{1,3}\s+|\s+-{1,3}$")
"""`On Samples --`, before authors in italics"""


_PAGES = re.compile(
    r"\s*(?!\((?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\)$)"
    r"\((?:pp?\.\s*(?:\d+|[ivxlc]+)|\d+\s*[-–](?=\s*\d))(?:\s*[-–]?\s*\d+)?\)$"
)
"""Where a paper stands in the proceedings: `On Samples (pp. 12-20)`, `(24-34)`; no years."""


def _title_of(text: str) -> str:
    """A title without what stands around it; empty if the text is none."""
    bare = _PAGES.sub("", _LABEL.sub("", _BULLET.sub("", text.strip())))
    bare = _HYPHENS_AROUND.sub("", _BADGE.sub("", bare).strip(" |–—·,;:"))
    unquoted = bare.strip('"“”«»')
    bare = unquoted if len(re.findall(r'["“”«»]', unquoted)) % 2 == 0 else bare
    bare = re.sub(r"^[\[(](.*)[\])]$", r"\1", bare)
    if not re.search(r"[?!.]$", bare) or (bare.endswith(".") and bare.count(".") == 1):
        bare = bare.rstrip(". ")
    words = bare.split()
    if (
        len(words) < 2
        or len(bare) > _LONGEST_TITLE
        or is_placeholder(bare)
        or _NO_TITLE.fullmatch(bare)
        or _PART_OF_DAY.fullmatch(bare)
        or _ANNOUNCES.fullmatch(bare)
        or _is_sentence(text)
        or _WITH_HOURS.search(bare)
        or _is_person_with_place(bare)
    ):
        return ""
    if _lists_institutions(bare):
        return ""
    if not re.search(r"[^\W\d_]{2}", _HOUR.sub("", bare)) or re.search(r"https?://", bare):
        return ""
    return " ".join(words)


def _is_sentence(text: str) -> bool:
    """Whether a text is a note: `+ To keep the rules, these authors have asked for …`."""
    ends = text.rstrip().endswith(".")
    return ends and len(text.split()) >= _SHORTEST_NOTE and _SAYS_SOMETHING.search(text) is not None


_SHORTEST_NOTE = 12
_SAYS_SOMETHING = re.compile(r"\b(?:have|has|will|must|should|please|these|those|we|you)\b")
"""`Papers will appear`, `you can`"""


def _is_person_with_place(text: str) -> bool:
    """Whether a line names somebody with institution and country: `Ann Author Example, USA`."""
    before, comma, country = text.rpartition(",")
    words = before.split()
    return (
        bool(comma)
        and country_code(country.strip()) is not None
        and len(words) <= _LONGEST_INSTITUTION
        and all(word[:1].isupper() for word in words)
        and not re.search(r"[:?]", text)
    )


def _lists_institutions(text: str) -> bool:
    """Whether a line names institutions and nothing else: `University of X, and Y University`."""
    parts = [part for part in re.split(r",\s*(?:and\s+)?|\s+and\s+|;\s*", text) if part.strip()]
    named = [part for part in parts if names_institution(part) or is_institution(part)]
    is_title = ":" in text or len(max(parts, key=len, default="").split()) > _LONGEST_INSTITUTION
    return (
        bool(named)
        and len(named) * 2 >= len(parts)
        and not is_title
        and (any(names_institution(part) for part in parts))
    )


_LONGEST_INSTITUTION = 6
"""Words of an institution behind authors."""


def _on_one_line(line: SiteLine) -> FoundPaper | None:
    """A paper whose title and authors stand in one line; nothing if there is only one of them."""
    text = _BADGE.sub("", _LABEL.sub("", _BULLET.sub("", line.text.strip()))).strip()
    award = _award(line.text)
    quoted, styled = _quoted(text), _by_style(line.line)
    sure = {*quoted, *(pair for pair in styled if pair[0].endswith(_ENDS_OF_TITLES))}
    for title, authors in (*quoted, *styled, *_by_signs(text)):
        listed = read_authors_line(authors)
        bare = _title_of(title)
        is_unsure = len(listed) == 1 and (":" in text or len(authors.split()) > 4)
        if len(read_authors_line(title)) > max(len(listed), 1):
            continue  # these are the authors: `Ann Author, Bob Builder. Careful Samples`
        if listed and bare and not (is_unsure and (title, authors) not in sure):
            return FoundPaper(bare, line.span, listed, _address(line), award)
    return None


_ENDS_OF_TITLES = (".", "?", "!")
"""What ends a title, so that a lone name in italics is its author: `A Study. *Ann Author*`."""


def paper_in_row(line: SiteLine) -> FoundPaper | None:
    """A paper that a row of the programme has in one line, if marks tell title and authors apart.

    Quotes, styles, brackets and a full stop do: `**On Samples** Ann Author, Bob Builder`, `On
    Samples (Ann Author and Bob Builder)`, `On Samples. Ann Author, Bob Builder`. Two authors at
    least, or one behind `by`, are needed.
    """
    text = _BADGE.sub("", _BULLET.sub("", line.text.strip())).strip()
    behind = _IN_BRACKETS.fullmatch(text)
    in_brackets = [(behind["title"], behind["authors"])] if behind else []
    stop = _SIGNS[2].match(text)
    behind_stop = [(stop["title"], stop["authors"])] if stop is not None else []
    for title, authors in (*_quoted(text), *_by_style(line.line), *in_brackets, *behind_stop):
        listed = read_authors_line(authors)
        bare = _title_of(_AWARD_IN_FRONT.sub("", title))
        is_sure = len(listed) > 1 or re.match(r"by\s", authors.strip(" ,"), re.IGNORECASE)
        if bare and listed and is_sure and len(bare.split()) >= _FEWEST_WORDS:
            return FoundPaper(bare, line.span, listed, _address(line), _award(line.text))
    return None


_FEWEST_WORDS = 3
"""So few words has a title that is told by its marks alone."""
_AWARD_IN_FRONT = re.compile(r"^\s*[\[(]best\b[^\[\]()]*[\])]\s*", re.IGNORECASE)
"""`[Best Paper] A Title`"""
_IN_BRACKETS = re.compile(r"(?P<title>[^()]+?(?:\([^()]*\)[^()]*?)*)\s*\((?P<authors>[^()]+)\)\.?")
"""`On Samples (Ann Author and Bob Builder)`"""


def _quoted(text: str) -> list[tuple[str, str]]:
    """A line parted by the quotes around its title: `"On Samples". Ann Author.`."""
    matches = (pattern.match(_BADGE.sub("", text)) for pattern in _SIGNS[:2])
    return [(match["title"], match["authors"].strip(" .")) for match in matches if match]


def _by_style(line: PageLine) -> list[tuple[str, str]]:
    """A line parted where bold, italics or a link end."""
    found: list[tuple[str, str]] = []
    runs = [run for run in line.runs if run.text]

    def split(is_title: list[bool]) -> None:
        if True not in is_title or all(is_title):
            return
        first = is_title.index(True)
        last = first
        while last + 1 < len(runs) and (is_title[last + 1] or not runs[last + 1].text.strip()):
            last += 1
        title = _words(runs[first : last + 1])
        before, behind = _words(runs[:first]), _words(runs[last + 1 :])
        found.append((title, _without_bracket(behind.strip(" .,:;–—-|")) or before))

    split([bool(run.address) for run in runs])
    split(["bold" in run.styles for run in runs])
    split(["italic" not in run.styles for run in runs])
    split(["italic" in run.styles for run in runs])
    return found


def _without_bracket(text: str) -> str:
    """A text without the bracket around it, or around which it lies: `(Ann Author, University)`."""
    inner = re.fullmatch(r"\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)*)\)", text)
    if inner is not None:
        return inner["inner"]
    return text if is_balanced(text) else text.strip("() ")


def _words(runs: list[StyledRun]) -> str:
    return _BADGE.sub("", " ".join("".join(run.text for run in runs).split())).strip()


_SIGNS = (
    # “A Title” by Ada Placeholder
    re.compile(r"^[\"“«](?P<title>[^\"”»]+)[\"”»][.,:]?\s*(?:by\s+|[–—-]\s*)?(?P<authors>.+)$"),
    # Ada Placeholder: “A Title”
    re.compile(r"^(?P<authors>.+?)[.,:]?\s+[\"“«](?P<title>[^\"”»]+)[\"”»]\.?$"),
    # A Title. Ada Placeholder
    re.compile(r"^(?P<title>.+?[^\W\d_)?!\]’\"”])\s*\.\s+(?P<authors>[^.].*)$"),
    # What Is a Title? Ada Placeholder
    re.compile(r"^(?P<title>.+[?!])\s+(?P<authors>.+)$"),
    # A Title - Ada Placeholder
    re.compile(r"^(?P<title>.+?)\s+(?:[–—]|-{1,2}|\|)\s+(?P<authors>.+)$"),
    # Ada Placeholder - A Title
    re.compile(r"^(?P<authors>.+?)\s+(?:[–—]|-{1,2}|\|)\s+(?P<title>.+)$"),
    # A Title - With a Dash - Ada Placeholder
    re.compile(r"^(?P<title>.+)\s+(?:[–—]|-{1,2}|\|)\s+(?P<authors>.+)$"),
    # A Title; Ada Placeholder
    re.compile(r"^(?P<title>.+?)\s*;\s+(?P<authors>.+)$"),
    # A Title, by Ada Placeholder
    re.compile(r"^(?P<title>.+?),?\s+by\s+(?P<authors>.+)$"),
    # Ada Placeholder: A Title
    re.compile(r"^(?P<authors>[^:]+):\s+(?P<title>.+)$"),
    # A Title: Ada Placeholder
    re.compile(r"^(?P<title>.+):\s+(?P<authors>[^:]+)$"),
    # Ada Placeholder. A Title.
    re.compile(r"^(?P<authors>.+?)\.\s+(?P<title>.+?)\.?$"),
    # A Title (Ada Placeholder)
    re.compile(r"^(?P<title>.+?)\s*\((?P<authors>[^()]+(?:\([^()]*\)[^()]*)*)\)\.?$"),
    # A Title, Ada Placeholder, Alan Example
    re.compile(r"^(?P<title>.+?[^\W\d_])\s*,\s*(?P<authors>[^,]+(?:,.+|\s+and\s+.+))$"),
)


def _by_signs(text: str) -> list[tuple[str, str]]:
    """A line parted by quotes, a full stop, a dash, `by`, a colon or brackets."""
    matches = (pattern.match(text) for pattern in _SIGNS)
    return [(match["title"], match["authors"]) for match in matches if match]
