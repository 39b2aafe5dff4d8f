"""Writes a PDF object by object, so that no more than one of its parts is in memory."""

from __future__ import annotations

import hashlib
import zlib
from typing import BinaryIO

from msgspec import Struct, field

_MOST_IN_STREAM = 200
"""Objects that are packed together; readers unpack all of them for one."""
_HEADER = b"%%PDF-%s\n%%\xbf\xf7\xa2\xfe\n"


class ObjectFile(Struct):
    """A PDF on its way into a file."""

    file: BinaryIO
    version: str
    """Of PDF: 1.7."""
    _length: int = 0
    _next: int = 1
    _waiting: list[tuple[int, bytes]] = field(default_factory=list)
    _put: set[int] = field(default_factory=set)
    _entries: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    """Where each object stands (ISO 32000-1, 7.5.8.3)."""
    _digest: hashlib._Hash = field(default_factory=hashlib.sha256)

    def __post_init__(self) -> None:
        self._write(_HEADER % self.version.encode())

    def number(self) -> int:
        """The number for one more object, which is written later."""
        number = self._next
        self._next += 1
        return number

    def has(self, number: int) -> bool:
        """Whether the object of a number was written."""
        return number in self._entries or number in self._put

    def put(self, number: int, line: bytes) -> None:
        """Write an object that is no stream."""
        self._put.add(number)
        self._waiting.append((number, line))
        if len(self._waiting) >= _MOST_IN_STREAM:
            self._pack()

    def put_stream(self, number: int, line: bytes, stream: bytes | memoryview) -> None:
        """Write a stream.

        Args:
            number: its number.
            line: its dictionary.
            stream: from the word `stream` to the word `endstream`, with line ends behind both.
        """
        self._entries[number] = (1, self._length, 0)
        self._write(b"%d 0 obj\n" % number)
        self._write(line + b"\n")
        self._write(stream)
        self._write(b"endobj\n")

    def add(self, line: bytes) -> int:
        """Write an object that is no stream, and give its number."""
        number = self.number()
        self.put(number, line)
        return number

    def end(self, root: int, info: int) -> None:
        """Write the table of all objects, by which readers find them."""
        self._pack()
        own = self.number()
        self._entries[own] = (1, self._length, 0)
        width = max(4, (self._length.bit_length() + 7) // 8)
        table = bytearray(b"\0" + b"\0" * width + b"\xff\xff")
        for number in range(1, self._next):
            kind, place, index = self._entries.get(number, (0, 0, 0xFFFF))
            table += kind.to_bytes(1, "big") + place.to_bytes(width, "big")
            table += index.to_bytes(2, "big")
        packed = zlib.compress(bytes(table), 9)
        name = self._digest.hexdigest()[:32].encode()
        line = (
            b"<< /Type /XRef /Filter /FlateDecode /W [ 1 %d 2 ] /Size %d /Root %d 0 R /Info %d 0 R"
            b" /ID [ <%s> <%s> ] /Length %d >>"
        ) % (width, self._next, root, info, name, name, len(packed))
        start = self._length
        self._write(b"%d 0 obj\n" % own)
        self._write(line + b"\nstream\n" + packed + b"\nendstream\nendobj\n")
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _pack(self) -> None:
        if not self._waiting:
            return
        own = self.number()
        places, lines, offset = [], [], 0
        for index, (number, line) in enumerate(self._waiting):
            self._entries[number] = (2, own, index)
            places.append(b"%d %d" % (number, offset))
            lines.append(line)
            offset += len(line) + 1
        head = b" ".join(places) + b"\n"
        packed = zlib.compress(head + b"\n".join(lines), 6)
        dictionary = (b"<< /Type /ObjStm /Filter /FlateDecode /N %d /First %d /Length %d >>") % (
            len(lines),
            len(head),
            len(packed),
        )
        self.put_stream(own, dictionary, b"stream\n" + packed + b"\nendstream\n")
        self._waiting.clear()
        self._put.clear()

    def _write(self, content: bytes | memoryview) -> None:
        self.file.write(content)
        self._digest.update(content)
        self._length += len(content)
