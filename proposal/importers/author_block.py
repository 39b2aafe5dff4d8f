"""Reads the authors below a title as papers set them: names, marks, affiliations, addresses.

Papers of most classes and documents of word processors have the same forms: a name with the lines
of its affiliation below it, or names in a row with raised marks that lead to lines below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from proposal.importers.draft import DraftPerson, Report
from proposal.importers.found_links import note_link
from proposal.importers.name_cells import read_name_cell
from proposal.importers.values import checked
from proposal.importers.written_affiliation import (
    FIELD,
    looks_like_institution,
    read_affiliation,
)
from proposal.model.affiliated import EMAIL
from proposal.model.countries import country_code
from proposal.model.name_comparison import may_be_same, words
from proposal.reading.lines import line_of
from proposal.reading.listed_names import read_authors
from proposal.reading.names import read_name
from proposal.reading.placeholders import is_of_template

RAISED, LOWERED = "\ue010", "\ue011"
"""What begins and ends a raised mark in a line; sources cannot hold them."""
GAP = "\ue012"
"""A wide space between names in a line."""

_MARK = re.compile(f"{RAISED}([^{LOWERED}]*){LOWERED}")
"""A raised mark behind a name, between the signs that stand for raised text: the 1 of Ada¹."""
_SINGLE_MARKS = re.compile(r"note\d+|\d+|[A-Za-z]|[^\w\s,;]")
"""`1`, `a`, `*`, `note2`"""
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
"""`0000-0002-1825-0097`"""
_SIGN_BEFORE = re.compile(r"^\s*([*†‡§¶])\s*(?=\w)")
"""A mark before a line that is not raised: the sign of `* Corresponding author`."""
_PAGE = re.compile(r"https?://\S+")
"""`https://example.org/ann`"""
_CORRESPONDENCE = re.compile(r"correspond", re.IGNORECASE)
"""How a line begins that says who answers letters: `Correspondence to: `."""
_LABEL_OF_ORCID = re.compile(r"orcid(?:\.org|\s+id)?|https?", re.IGNORECASE)
"""What stands before one: `ORCID: `, `https://orcid.org/`"""
_ORDINAL = re.compile(rf"\b\d+\s*{RAISED}(?:st|nd|rd|th){LOWERED}\s*")
"""An example: the number in `1st Ann Author`, as a template has it."""
_MEMBERSHIP = re.compile(
    r",\s*(?:(?:senior|student|graduate student|life|associate)\s+)*(?:member|fellow)"
    r"(?:\s*,\s*(?:IEEE|ACM))?",
    re.IGNORECASE,
)
"""`, Senior Member, IEEE`"""
_NOBODY = re.compile(
    r"anonym(?:ous|ized|e)\b.*|authors?(?:\(s\))?(?:\s+names?(?:\(s\))?)?", re.IGNORECASE
)
"""What stands in place of authors whose names are not shown: `Anonymous Author(s)`."""
_SHARED = re.compile(r"\{([^{}@]+)\}\s*@\s*([\w-]+(?:\.[\w-]+)+)")
"""An example: `{ann, bob}@example.org`."""
_NOTE = re.compile(
    r"equal|correspond|support|fund|grant|this (?:work|research)|project|order"
    r"|\b(?:is|are|was|were)\s+(?:\w+\s+)?with\b",
    re.IGNORECASE,
)
"""What a note says that is no affiliation: `Ada Placeholder is with Example Works`."""

_WHERE = re.compile(
    r"(?P<who>.{3,200}?)\s+(?:is|are|was|were)\s+(?:currently\s+)?with\s+(?:the\s+)?(?P<where>.+)",
    re.IGNORECASE,
)
"""A note of IEEE's journals: `A. Author and B. Writer are with the University of X, Austria.`"""
_ADDRESS_BEHIND = re.compile(r"[\s(,;]*e-?mails?\s*:.*$", re.IGNORECASE | re.DOTALL)
"""What stands behind an affiliation in such a note: ` (e-mail: ann@example.org).`"""


_CREDIT = re.compile(
    r"(?:with|joint(?:ly)?(?:\s+work)?\s+with|in\s+collaboration\s+with|thanks\s+to"
    r"|(?:part(?:ially|ly)\s+)?(?:supported|funded|sponsored)\s+by)\s",
    re.IGNORECASE,
)
"""How a line begins that is no affiliation: `Joint work with `, `Partially supported by `."""


class BlockAuthor(Struct):
    """An author, and what is marked at the name."""

    person: DraftPerson
    marks: list[str] = field(default_factory=list)
    is_equal: bool = False
    is_corresponding: bool = False
    part: str | None = None
    """What the person does among the organizers, if a section on them says it."""


class _Block(Struct):
    """The lines between two parts of an author list."""

    authors: list[BlockAuthor] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """What stands below the names without a mark."""


def raised(mark: str) -> str:
    """A mark as it stands in a line."""
    return f"{RAISED}{mark}{LOWERED}"


def with_single_marks(marks: str) -> list[str]:
    """The marks of `1,2,*`."""
    return _SINGLE_MARKS.findall(marks)


def read_blocks(blocks: Iterable[Sequence[str]], report: Report) -> list[BlockAuthor]:
    """The authors of a list.

    Args:
        blocks: the lines of each part of the list, with marks between `RAISED` and `LOWERED`.
        report: takes what is not sure, and what is left out.
    """
    reader = _BlockReader(report)
    for block in blocks:
        reader.block(block)
    reader.finish()
    return reader.authors


class _BlockReader(Struct):
    report: Report
    blocks: list[_Block] = field(default_factory=list)
    marked: dict[str, list[str]] = field(default_factory=dict)
    """The lines that begin with a mark, and those that follow them."""
    listed: list[str] = field(default_factory=list)
    """Addresses of all authors in their order."""
    letters: list[str] = field(default_factory=list)
    """Lines below all affiliations that say who answers letters."""
    spare: list[str] = field(default_factory=list)
    """Addresses that belong to nobody yet."""

    @property
    def authors(self) -> list[BlockAuthor]:
        return [author for block in self.blocks for author in block.authors]

    def block(self, lines: Sequence[str]) -> None:
        """Read one part: its names, and what stands below them."""
        block = _Block()
        current: list[str] = []
        for line in lines:
            text = _SIGN_BEFORE.sub(rf"{RAISED}\g<1>{LOWERED}", _ORDINAL.sub("", line))
            text = _identifiers_behind(text.strip(f" ,{GAP}"))
            if not _MARK.sub("", text).strip(f" ,;{GAP}") or self.is_of_template(text):
                continue
            if _MARK.match(text):
                current = self.marked_line(text)
            elif current and _CORRESPONDENCE.match(_words(text)):
                self.letters.append(_words(text))
            elif current and self.is_list_of_addresses(text, block):
                self.listed += addresses_in([text])
            elif current:
                self.marked[current[-1]].append(_words(text))
            elif not block.authors or _is_more_names(text):
                block.authors += self.names(text)
            else:
                block.lines.append(_words(text))
        self.blocks.append(block)

    def is_of_template(self, text: str) -> bool:
        """Whether a line is what the template says, which is reported."""
        said = _words(text)
        if not is_of_template(said):
            return False
        self.report("sample-value", f"“{said}” is what the template says, and is left out", None)
        return True

    def is_list_of_addresses(self, text: str, block: _Block) -> bool:
        """Whether a line below the affiliations has one address for each author."""
        found = addresses_in([text])
        count = len(self.authors) + len(block.authors)
        rest = EMAIL.sub("", _SHARED.sub("", text))
        return len(found) == count > 1 and not any(sign.isalpha() for sign in rest)

    def marked_line(self, text: str) -> list[str]:
        """Remember what stands behind marks: `1 University of X   2 University of Y`."""
        pieces = _MARK.split(text)
        keys: list[str] = []
        for mark, said in zip(pieces[1::2], pieces[2::2], strict=True):
            keys += with_single_marks(mark)
            if _words(said):
                for key in keys:
                    self.marked.setdefault(key, []).append(_words(said))
                last, keys = keys, []
        return keys or last

    def names(self, line: str) -> list[BlockAuthor]:
        """The authors in a line, each with the marks behind the name."""
        pieces = _MARK.split(_MEMBERSHIP.sub("", line))
        found: list[BlockAuthor] = []
        for text, mark in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
            # such as , and Ada Lovelace
            plain = re.sub(r"^[\s,;&]*(?:and\s+)?|[\s,;&]*(?:\band)?\s*$", "", text)
            found += self.people(plain.replace(GAP, ";").strip(" ;,")) if plain else []
            if mark and found:
                self.mark(found[-1], mark)
        return found

    def mark(self, author: BlockAuthor, mark: str) -> None:
        orcid = _ORCID.search(mark)
        if orcid:
            author.person.orcid = self.good_value("not-an-orcid", "orcid", orcid[0])
        author.marks += with_single_marks(_ORCID.sub("", mark))

    def people(self, text: str) -> list[BlockAuthor]:
        if _NOBODY.fullmatch(text.strip()):
            self.report("no-author", f"`{line_of(text)}` is nobody's name; it is left out", None)
            return []
        read = read_authors(text)
        for doubt in read.doubts:
            self.report("doubtful-name", doubt, None)
        if read.two_ways:
            one, other = read.two_ways
            message = f"`{line_of(text)}` is read as `{one}`; it may also be `{other}`"
            self.report("doubtful-name", message, "correct the person's file if it is wrong")
        honorific = read_name(text).honorific if len(read.people) == 1 else None
        named = [listed for listed in read.people if listed.name]
        authors = [
            BlockAuthor(DraftPerson(listed.name.rstrip(" ("), honorific, family_name=listed.family))
            for listed in named
        ]
        for author, listed in zip(authors, named, strict=True):
            if listed.affiliation:
                native = read_name_cell(f"{author.person.name} ({listed.affiliation})").native
                author.person.name_native = native
                if native is None:
                    author.person.affiliations = [read_affiliation([listed.affiliation])]
        self.addresses(read.addresses, authors)
        return authors

    # What stands below the names

    def finish(self) -> None:
        """Give authors what their marks and the lines below their names say."""
        for block in self.blocks:
            self.below(block)
        for key, lines in self.marked.items():
            self.meaning(key, lines, [one for one in self.authors if key in one.marks])
        self.lacking()
        for line in self.letters:
            self.correspondence(line)
        spare, self.spare = self.spare, []
        self.addresses(self.listed, self.authors)
        self.fitting_addresses(spare, self.authors)
        known = {author.person.email for author in self.authors}
        for address in dict.fromkeys(self.spare):
            if address not in known:
                message = f"whose address {address} is, is not sure; it is left out"
                self.report("left-out-address", message, "write `email` into the person's file")

    def lacking(self) -> None:
        """Say which numbers at names lead to nothing, where affiliations stand elsewhere."""
        numbers = [mark for author in self.authors for mark in author.marks if mark.isdecimal()]
        lost = [mark for mark in dict.fromkeys(numbers) if mark not in self.marked]
        if lost:
            message = (
                f"nothing below the names has the numbers {', '.join(lost)} that stand at them"
            )
            self.report("no-institution", message, "write `affiliations` into the people's files")

    def correspondence(self, line: str) -> None:
        """Mark those whom a line names, or whose addresses it has: `Correspondence: ann@…`."""
        found = addresses_in([line])
        for author in self.authors:
            is_named = set(words(author.person.name)) <= set(words(line.replace(",", " ")))
            fitting = [address for address in found if _fits(address, author)]
            is_meant = is_named or author.person.email in found or bool(fitting)
            author.is_corresponding |= is_meant
        self.fitting_addresses(found, self.authors)

    def below(self, block: _Block) -> None:
        """What the lines of a part say of all of its authors."""
        lines = [line for line in block.lines if not self.is_identifier(line, block.authors)]
        lines = [line for line in lines if not self.is_page(line, block.authors)]
        lines = [line for line in lines if not self.is_credit(line)]
        rest = [line for line in lines if not self.is_note(line, block.authors)]
        self.addresses(addresses_in(rest), block.authors)
        self.posts(rest, block.authors)

    def is_identifier(self, line: str, authors: Sequence[BlockAuthor]) -> bool:
        """Whether a line below a name is the author's ORCID iD, which is noted then."""
        found = _ORCID.search(line)
        rest = _LABEL_OF_ORCID.sub("", _ORCID.sub("", line))
        if found is None or any(sign.isalnum() for sign in rest):
            return False
        if len(authors) == 1:
            authors[0].person.orcid = self.good_value("not-an-orcid", "orcid", found[0])
        else:
            message = f"whose iD {found[0]} is, is not sure; it is left out"
            self.report("not-understood", message, "write `orcid` into the person's file")
        return True

    def is_credit(self, line: str) -> bool:
        """Whether a line below names says with whom, or by whose help; it is left out then."""
        if _CREDIT.match(line) is None:
            return False
        message = f"documents have no such note, so it is left out: {line}"
        self.report("note-not-kept", message, None)
        return True

    def is_page(self, line: str, authors: Sequence[BlockAuthor]) -> bool:
        """Whether a line below a name is the address of the author's page, which is noted then."""
        address = line.strip(" .,;<>")
        if not _PAGE.fullmatch(address):
            return False
        if len(authors) == 1:
            note_link(authors[0].person, "homepage", address)
        else:
            message = f"whose page {address} is, is not sure; it is left out"
            self.report("not-understood", message, "write `homepage` into the person's file")
        return True

    def meaning(self, key: str, lines: list[str], authors: list[BlockAuthor]) -> None:
        """What a mark leads to: an affiliation, addresses or a note."""
        said = " ".join(lines)
        if not authors:
            message = f"no author has the mark {key}, so this is left out: {said}"
            self.report("no-author-note", message, None)
            return
        if self.is_note(said, authors):
            return
        if self.is_of_template(said):
            return
        if key.startswith("note") and self.is_whereabouts(said):
            return
        if key.startswith("note") and (_NOTE.search(said) or not _says_where(said)):
            if not EMAIL.fullmatch(said.strip(" .")):
                message = f"documents have no such note, so it is left out: {said}"
                self.report("note-not-kept", message, None)
            self.addresses(addresses_in(lines), authors)
            return
        self.addresses(addresses_in(lines), authors)
        self.posts(lines, authors)

    def is_whereabouts(self, said: str) -> bool:
        """Whether a note says by their names where authors work, which is noted then."""
        found = _WHERE.fullmatch(said.strip())
        named = [one.name for one in read_authors(found["who"]).people] if found else []
        meant = [
            [one for one in self.authors if may_be_same(one.person.name, name)] for name in named
        ]
        if found is None or not meant or any(len(same) != 1 for same in meant):
            return False
        authors = [same[0] for same in meant]
        self.posts([_ADDRESS_BEHIND.sub("", found["where"])], authors)
        self.addresses(addresses_in([said]), authors)
        return True

    def is_note(self, said: str, authors: Sequence[BlockAuthor]) -> bool:
        """Whether a line says who contributed equally, or who answers letters; it is noted then."""
        lower = said.casefold()
        is_equal = "equal" in lower and "contribut" in lower
        is_corresponding = "correspond" in lower and not looks_like_institution(said)
        if not is_equal and not is_corresponding:
            return False
        for author in authors:
            author.is_equal |= is_equal
            author.is_corresponding |= is_corresponding
        self.addresses(addresses_in([said]), authors)
        return True

    def posts(self, lines: Sequence[str], authors: Sequence[BlockAuthor]) -> None:
        parts: list[Sequence[str]] = [[line] for line in lines if FIELD in line]
        for record in map(read_affiliation, parts or [lines]):
            for author in authors:
                if record and record not in author.person.affiliations:
                    author.person.affiliations.append(dict(record))

    def addresses(self, found: Sequence[str], authors: Sequence[BlockAuthor]) -> None:
        """Give each address to the one author whom it surely belongs to, and keep the others."""
        good = [self.good_value("not-an-email", "email", address) for address in found]
        addresses = [address for address in good if address]
        without = [author for author in authors if author.person.email is None]
        if len(addresses) == len(without) and not _is_shuffled(addresses, without, self.authors):
            for author, address in zip(without, addresses, strict=True):
                author.person.email = address
        else:
            self.fitting_addresses(addresses, authors)

    def fitting_addresses(self, addresses: Sequence[str], authors: Sequence[BlockAuthor]) -> None:
        """Give addresses to authors whose names they have."""
        for address in addresses:
            fitting = [author for author in authors if _fits(address, author)]
            if len(fitting) == 1 and fitting[0].person.email is None:
                fitting[0].person.email = address
            else:
                self.spare.append(address)

    def good_value(self, code: str, kind: str, text: str) -> str | None:
        result = checked(kind, text)
        if result.value is None:
            self.report(code, f"{result.error}; it is left out", result.hint)
        return result.value


def _identifiers_behind(text: str) -> str:
    """A line whose names have their ORCID iDs in front, with these behind them."""
    if _ID_IN_FRONT.match(text) is None:
        return text
    return _ID_IN_FRONT.sub(lambda match: f"{match['name']}{match['mark']}", text)


_ID_IN_FRONT = re.compile(
    rf"(?P<mark>{RAISED}\s*{_ORCID.pattern}\s*{LOWERED})\s*(?P<name>[^{RAISED}{LOWERED},;{GAP}]*[^\s{RAISED}{LOWERED},;{GAP}])"
)
"""The iD of an author in front of the name, as an icon stands there."""


def _is_more_names(text: str) -> bool:
    """Whether a line below names goes on with names: each of them has a mark behind it."""
    ends = _MARK.sub("", text[text.rfind(RAISED) :]).strip(" ,;") if RAISED in text else "-"
    return not ends and not EMAIL.search(text) and not looks_like_institution(text)


def _says_where(note: str) -> bool:
    """Whether a note is an affiliation: `University of X`, `Example Labs, Canada`."""
    *before, last = note.split(",")
    is_short = len(note.split()) <= _MOST_WORDS_OF_PLACE
    is_name = bool(before) and _IN_SENTENCE.search(",".join(before)) is None
    return looks_like_institution(note) or (
        is_name and is_short and country_code(last.strip(" .")) is not None
    )


_IN_SENTENCE = re.compile(
    r"\b(?!(?:of|for|and|the|de|du|des|di|da|do|del|der|für|y|e)\b)[a-zà-ÿ]+\b"
)
"""A word that a sentence has and a name has not: `while` of `Work done while in Lyon`."""


_MOST_WORDS_OF_PLACE = 8


def _words(text: str) -> str:
    return line_of(_MARK.sub("", text).replace(GAP, ", ")).strip(" ,;")


def addresses_in(lines: Iterable[str]) -> list[str]:
    """The addresses in some lines, those of `{ann, bob}@example.org` one by one."""
    found: list[str] = []
    for line in lines:
        position = 0
        for match in _SHARED.finditer(line):
            found += EMAIL.findall(line[position : match.start()])
            names = re.split(r"[,;|\s]+", match[1].strip())
            found += [f"{name}@{match[2]}" for name in names if name]
            position = match.end()
        found += EMAIL.findall(line[position:])
    return found


def _fits(address: str, author: BlockAuthor) -> bool:
    return has_part_of_name(address, author.person.name)


def has_part_of_name(address: str, name: str) -> bool:
    """Whether an address has a part of somebody's name, or the initials."""
    local = re.sub(r"[^a-z]", "", address.partition("@")[0].casefold())
    parts = words(name)
    initials = "".join(part[0] for part in parts)
    return any(len(part) > 2 and part in local for part in parts) or local == initials


def _is_shuffled(
    addresses: Sequence[str], authors: Sequence[BlockAuthor], everybody: Sequence[BlockAuthor]
) -> bool:
    """Whether an address has the name of another author than the one in whose place it stands."""
    return any(
        not _fits(address, own) and any(_fits(address, other) for other in everybody)
        for address, own in zip(addresses, authors, strict=True)
    )
