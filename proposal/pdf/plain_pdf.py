"""Reads the objects of a PDF that qpdf saved plainly, with new numbers, and without holding it.

qpdf writes each object as a number, one line, and the bytes of a stream if it is one:

    12 0 obj
    << /Length 17 /Type /XObject >>
    stream
    …
    endstream
    endobj

Line ends and brackets within texts are escaped in such a line, so that references are found
without taking it apart. To read and write objects one by one keeps a volume of hundreds of papers
out of memory, which qpdf itself would hold whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

_XREF = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")
r"""Where the table of objects stands, at the end of a file: `startxref\n116\n%%EOF\n`."""
_ENTRY_LENGTH = 20
"""Bytes of a line of the table of objects (ISO 32000-1, 7.5.4)."""
_SIZE = re.compile(rb"xref\n0 (\d+)\n")
r"""The head of that table with the number of objects: `xref\n0 12\n`."""
_ROOT = re.compile(rb"/Root (\d+) 0 R")
"""The document's catalogue: `/Root 1 0 R`."""
_TOKENS = re.compile(
    rb"\((?:[^()\\]|\\.)*\)"  # a text: (Figure 5 0 R \(left\))
    rb"|<[0-9a-fA-F]*>"  # a text in hexadecimal digits: <feff0041>
    rb"|(?P<key>/StructParents?) (?P<entry>\d+)"
    rb"|(?<![\w.#])(?P<number>\d+) 0 R\b",  # a reference: 12 0 R
    re.DOTALL,
)


class UnexpectedFormError(Exception):
    """A PDF is not written as qpdf writes it, which is a fault of the program."""


class PartObject(Struct, frozen=True):
    """An object of a part."""

    line: bytes
    """All but the bytes of a stream."""
    stream: memoryview | None
    """From `stream` to `endstream`; nothing if it is none."""

    @property
    def references(self) -> list[int]:
        """The numbers of the objects to which it refers."""
        return [int(found["number"]) for found in _TOKENS.finditer(self.line) if found["number"]]


class PlainPdf(Struct, frozen=True):
    """A PDF that qpdf saved plainly."""

    content: bytes
    ends: Mapping[int, tuple[int, int]]
    """Where each object begins and where the next thing does."""
    root: int
    """The number of the catalog."""

    def object(self, number: int) -> PartObject:
        """An object by its number.

        Raises:
            UnexpectedFormError: qpdf has not written it as plainly as expected.
        """
        start, end = self.ends[number]
        head = b"%d 0 obj\n" % number
        if not self.content.startswith(head, start):
            raise UnexpectedFormError(f"object {number} does not begin where it should")
        line_start = start + len(head)
        line_end = self.content.index(b"\n", line_start, end)
        line = self.content[line_start:line_end]
        rest = memoryview(self.content)[line_end + 1 : end]
        if bytes(rest[:7]) == b"stream\n":
            return PartObject(line, rest[: -len(b"endobj\n")])
        if bytes(rest) != b"endobj\n":
            raise UnexpectedFormError(f"object {number} is longer than a line")
        return PartObject(line, None)

    def reachable(self, roots: Iterator[int] | list[int], beyond: frozenset[int]) -> list[int]:
        """The numbers of all objects to which some lead, in the order of the file.

        Args:
            roots: where to begin.
            beyond: objects that are not looked at.
        """
        found: set[int] = set()
        waiting = list(roots)
        while waiting:
            number = waiting.pop()
            if number in found or number in beyond or number not in self.ends:
                continue
            found.add(number)
            waiting += self.object(number).references
        return sorted(found)


def part_of(content: bytes) -> PlainPdf:
    """Find the objects of a PDF that qpdf saved plainly.

    Raises:
        UnexpectedFormError: it is written in another way.
    """
    last = _XREF.search(content)
    table = _SIZE.match(content, int(last[1])) if last else None
    if last is None or table is None:
        raise UnexpectedFormError("there is no table of objects")
    size, start = int(table[1]), table.end()
    root = _ROOT.search(content, start + size * _ENTRY_LENGTH)
    if root is None:
        raise UnexpectedFormError("there is no catalog")
    begins = {}
    for number in range(1, size):
        entry = content[start + number * _ENTRY_LENGTH :][: _ENTRY_LENGTH - 2]
        if entry.endswith(b"n"):
            begins[number] = int(entry[:10])
    ordered = sorted(begins.items(), key=lambda item: item[1])
    following = [*(begin for _, begin in ordered[1:]), int(last[1])]
    ends = {number: (begin, end) for (number, begin), end in zip(ordered, following, strict=True)}
    return PlainPdf(content, ends, int(root[1]))


def renumbered(line: bytes, number: Callable[[int], int | None], entries: int) -> bytes:
    """A line of an object with the numbers that others have in the volume.

    Args:
        line: the line.
        number: the new number of an object; nothing for one that is left out.
        entries: how many entries of the table of tags stand before those of this part.
    """

    def put(found: re.Match[bytes]) -> bytes:
        if found["number"]:
            new = number(int(found["number"]))
            return b"null" if new is None else b"%d 0 R" % new
        if found["key"]:
            return b"%s %d" % (found["key"], int(found["entry"]) + entries)
        return found[0]

    return _TOKENS.sub(put, line)
