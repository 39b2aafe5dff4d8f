"""Parts of authors' grammars that several systems share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from proposal.importers.exports.entry import WrittenAuthor, WrittenAuthors
from proposal.model.affiliated import name_and_affiliation, split_outside
from proposal.model.name_comparison import same_name
from proposal.reading.lines import line_of
from proposal.reading.listed_names import NameOrder, read_authors
from proposal.reading.names import read_name

_SEMICOLON, _COMMA = re.compile(";"), re.compile(",")
_ADDRESS = re.compile(r"\s*<([^<>\s]+@[^<>\s]+)>\s*$")
"""An example: ` <ann@example.org>` behind a name."""


def names_in_order(text: str) -> WrittenAuthors:
    """The authors of "Ann Author, Bob Writer and Cara Scholar", none of whom is turned round."""
    read = read_authors(text, NameOrder.LIST)
    return WrittenAuthors(
        people=tuple(
            WrittenAuthor(
                one.name, (one.affiliation,) if one.affiliation else (), family=one.family
            )
            for one in read.people
        ),
        doubts=read.doubts,
        addresses=len(read.addresses),
        is_incomplete=read.is_incomplete,
    )


def parts_of(text: str, separator: str = ";") -> list[str]:
    """The parts of a list between separators that stand outside of parentheses."""
    pattern = {";": _SEMICOLON, ",": _COMMA}.get(separator) or re.compile(re.escape(separator))
    return [line_of(part) for part in split_outside(text, pattern) if line_of(part)]


def with_affiliation(text: str) -> WrittenAuthor:
    """The author of "Ann Author (Example University)"."""
    name, affiliation = name_and_affiliation(line_of(text))
    return WrittenAuthor.of(read_name(name), [affiliation or ""])


def addressed(text: str) -> tuple[str, str]:
    """The name and the address of "Ann Author <ann@example.org>"."""
    match = _ADDRESS.search(text)
    name = text[: match.start()] if match else text
    return read_name(name.strip(' "')).text, match[1] if match else ""


def address_of(name: str, addresses: Sequence[tuple[str, str]]) -> str:
    """The address of a name in a list of names with addresses, if it is the only one."""
    found = [address for other, address in addresses if same_name(name, other)]
    return found[0] if len(found) == 1 else ""


def joined(authors: Iterable[WrittenAuthors]) -> WrittenAuthors:
    """Lists of authors as one, in their order."""
    lists = list(authors)
    return WrittenAuthors(
        people=tuple(one for written in lists for one in written.people),
        doubts=tuple(doubt for written in lists for doubt in written.doubts),
        refusals=tuple(refusal for written in lists for refusal in written.refusals),
        addresses=sum(written.addresses for written in lists),
        is_incomplete=any(written.is_incomplete for written in lists),
    )
