"""Puts the tags of several PDFs under one root, with one table of what has which number."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct, field

from proposal.pdf.object_file import ObjectFile
from proposal.pdf.part_lines import inner

_ROLE = re.compile(rb"(/[^\s/<>\[\]()]+) (/[^\s/<>\[\]()]+)")
"""What a tag means, as `/Author /Div`."""
_ENTRY = re.compile(rb"(?<![\w.#])(\d+) (\d+) 0 R\b")
"""An entry of the table of tags, a number and its element or elements: `12 340 0 R`."""
_TAG = re.compile(rb"/S (/[^\s/<>\[\]()]+)")
"""The tag of an element, as `/S /Author`."""


def roles_of(line: bytes) -> dict[bytes, bytes]:
    """The meanings of tags in the line of a `RoleMap`."""
    return dict(_ROLE.findall(line))


def with_roles(line: bytes, renamed: Mapping[bytes, bytes]) -> bytes:
    """The line of an object with other names of tags, if it is an element."""
    return _TAG.sub(lambda found: b"/S " + renamed.get(found[1], found[1]), line)


class TagPart(Struct, frozen=True):
    """The tags of one of several PDFs."""

    element: int
    """The number of its uppermost element in the volume."""
    table: bytes
    """The line of its own table from the numbers of pages and links to their elements."""
    entries: int
    """The first number that its table does not use."""
    names: tuple[bytes, int] | None
    """Its tree of elements' names: the limits, and its number in the volume."""
    roles: Mapping[bytes, bytes]
    classes: bytes | None
    spaces: bytes | None


class JoinedTags(Struct):
    """The root of all tags of a volume."""

    root: int
    """Its number."""
    entries: int = 0
    """How many numbers the pages and links of the parts so far have."""
    elements: list[int] = field(default_factory=list)
    tables: list[int] = field(default_factory=list)
    names: list[tuple[bytes, int]] = field(default_factory=list)
    roles: dict[bytes, bytes] = field(default_factory=dict)
    classes: list[bytes] = field(default_factory=list)
    spaces: list[bytes] = field(default_factory=list)

    def conflicts(self, roles: Mapping[bytes, bytes]) -> dict[bytes, bytes]:
        """New names for those tags of a part that mean something else in the parts so far."""
        return {
            tag: b"%s-%d" % (tag, len(self.elements))
            for tag, means in roles.items()
            if self.roles.get(tag, means) != means
        }

    def add(self, part: TagPart, number: Callable[[int], int | None], out: ObjectFile) -> None:
        """Put the tags of a part under the root.

        Args:
            part: the tags.
            number: gives the number in the volume of an object of the part.
            out: where the part's table is written to.
        """
        pairs = [(int(key), number(int(value))) for key, value in _ENTRY.findall(part.table)]
        known = [(self.entries + key, value) for key, value in pairs if value is not None]
        if known:
            listed = b" ".join(b"%d %d 0 R" % entry for entry in known)
            ends = (known[0][0], known[-1][0], listed)
            self.tables.append(out.add(b"<< /Limits [ %d %d ] /Nums [ %s ] >>" % ends))
        self.elements.append(part.element)
        self.entries += part.entries
        self.roles.update(part.roles)
        if part.names is not None:
            self.names.append(part.names)
        if part.classes is not None:
            self.classes.append(inner(part.classes))
        if part.spaces is not None:
            self.spaces.append(inner(part.spaces))

    def key(self, out: ObjectFile) -> bytes:
        """Write the root, and give what the catalog says of tags; nothing without any."""
        if not self.elements:
            return b""
        keys = [
            b"/Type /StructTreeRoot",
            b"/K [ %s ]" % _list(self.elements),
            b"/ParentTree %d 0 R" % out.add(b"<< /Kids [ %s ] >>" % _list(self.tables)),
            b"/ParentTreeNextKey %d" % self.entries,
        ]
        if self.names:
            branches = _list([number for _, number in sorted(self.names)])
            keys.append(b"/IDTree %d 0 R" % out.add(b"<< /Kids [ %s ] >>" % branches))
        if self.roles:
            roles = b" ".join(b"%s %s" % role for role in sorted(self.roles.items()))
            keys.append(b"/RoleMap << %s >>" % roles)
        if self.classes:
            keys.append(b"/ClassMap << %s >>" % b" ".join(self.classes))
        if self.spaces:
            keys.append(b"/Namespaces [ %s ]" % b" ".join(self.spaces))
        out.put(self.root, b"<< %s >>" % b" ".join(keys))
        return b"/StructTreeRoot %d 0 R /MarkInfo << /Marked true >>" % self.root


def _list(numbers: list[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)
