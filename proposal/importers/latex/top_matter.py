r"""Collects what a paper says before its text: `\title`, `\author`, `\acmDOI` and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct, field
from pylatexenc.latexwalker import LatexEnvironmentNode, LatexGroupNode, LatexMacroNode, LatexNode

from proposal.diagnostics import Span
from proposal.importers.affiliation_countries import with_country
from proposal.importers.author_block import RAISED, addresses_in, read_blocks
from proposal.importers.draft import DraftPerson, Record, Report
from proposal.importers.latex.author_notation import lines_of
from proposal.importers.latex.blocks_reader import PaperReader
from proposal.importers.latex.parsing import argument, is_macro, last_argument, verbatim
from proposal.importers.latex.title_notes import (
    WITH_TEXT,
    is_credit,
    notes_in,
    text_of,
    without_notes,
)
from proposal.importers.name_cells import read_name_cell
from proposal.importers.values import checked
from proposal.importers.written_affiliation import read_affiliation
from proposal.importers.written_names import with_names_joined
from proposal.model.countries import country_code
from proposal.reading.listed_names import read_authors
from proposal.reading.names import read_name
from proposal.reading.placeholders import is_of_template
from proposal.reading.states import state_code

_SINGLE = {
    "title", "subtitle", "keywords", "copyrightyear", "acmYear", "acmDOI", "acmISBN", "acmPrice",
    "acmArticle", "setcopyright", "setcctype", "startPage", "acmBooktitle", "acmConference",
}  # fmt: skip
"""Commands of which the last one counts."""
_OF_AUTHORS = {
    "author", "email", "affiliation", "orcid", "authornote", "authornotemark",
    "additionalaffiliation",
}  # fmt: skip
_NOTES = {"titlenote", "subtitlenote", "thanks", "tnotetext"}
"""Commands whose text stands as a note below the first page, which documents do not have."""
_PICTURES_AND_DAYS = {"acmBadge", "acmBadgeL", "acmBadgeR", "received"}
_NOT_KEPT = _PICTURES_AND_DAYS | {
    "authorsaddresses", "dedicatory", "fntext", "IEEEspecialpapernotice", "IEEEpubid", "translator",
}  # fmt: skip
"""Other commands for what is printed around the text, which documents do not have."""
_WITH_NOTES = {
    "title", "subtitle", "keywords", "affiliation", "additionalaffiliation", "acmBooktitle",
}  # fmt: skip
"""Commands of which the words alone are read, so that notes in them have to be looked for."""
_PARTS = ("institution", "department", "city", "state", "country")
_NOT_PRINTED = ("position", "streetaddress", "postcode")
"""Parts of an affiliation that acmart leaves out in conference papers."""


class PaperAuthor(Struct):
    """An author, and what is marked at the name."""

    person: DraftPerson
    place: Span
    is_equal: bool = False
    is_corresponding: bool = False
    part: str | None = None
    """What the person does among the organizers, if a section on them says it."""


class TopMatter(Struct):
    """The commands of a paper's top matter."""

    single: dict[str, LatexMacroNode] = field(default_factory=dict)
    authors: list[PaperAuthor] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """The texts of author notes in order; a mark may refer to one by its number."""
    credits: list[Sequence[LatexNode]] = field(default_factory=list)
    """Notes at the title that say who paid or is thanked, as the acknowledgments do."""
    concepts: list[LatexMacroNode] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    """What `\\settopmatter` sets."""
    builder: LatexMacroNode | None = None
    """The command that sets the number of the first page."""
    short_authors: str | None = None
    short_title: str | None = None
    bibliographies: dict[str, Span] = field(default_factory=dict)
    group: list[PaperAuthor] = field(default_factory=list)
    """The authors since the last affiliation, who share the next one."""


_TRANSPARENT = {"document", "frontmatter", "icmlauthorlist"}
"""Environments around the whole text, and around the top matter of elsarticle and ICML."""


def commands(nodes: Iterable[LatexNode]) -> Iterator[LatexMacroNode]:
    """The commands that stand in the paper itself, and not in an environment or an argument."""
    for node in nodes:
        if is_macro(node, "twocolumn"):  # ICML's title stands in its brackets
            yield from commands(argument(node, 0) or ())
        elif isinstance(node, LatexMacroNode):
            yield node
        elif isinstance(node, LatexGroupNode) or (
            isinstance(node, LatexEnvironmentNode) and node.environmentname in _TRANSPARENT
        ):
            yield from commands(node.nodelist)


def read_top_matter(
    nodes: Sequence[LatexNode],
    reader: PaperReader,
    take: Callable[[LatexMacroNode], bool] | None = None,
) -> TopMatter:
    """Collect a paper's top matter.

    Args:
        nodes: the paper.
        reader: what reads the words of its commands.
        take: takes a command of another class and says whether it did; nothing for `acmart`.
    """
    found = TopMatter()
    for node in commands(nodes):
        if take is None or not take(node):
            _collect(node, found, reader)
    return found


def _collect(node: LatexMacroNode, found: TopMatter, reader: PaperReader) -> None:
    name = node.macroname
    for note in notes_in(last_argument(node)) if name in _WITH_NOTES else ():
        _take_title_note(note, found, reader)
    if name in _SINGLE:
        found.single[name] = node
    elif name in _OF_AUTHORS:
        _collect_author(node, found, reader)
    elif name in _NOTES:
        _take_title_note(node, found, reader)
    elif name in _NOT_KEPT:
        _leave_out(node, reader)
    elif name == "ccsdesc":
        found.concepts.append(node)
    elif name == "settopmatter":
        found.settings |= _settings(verbatim(last_argument(node)))
    elif name == "setcounter" and verbatim(argument(node, 0) or ()).strip() == "page":
        found.builder = node
    elif name in {"bibliography", "addbibresource"}:
        listed = verbatim(last_argument(node)).split(",")
        found.bibliographies |= {name.strip(): reader.place(node) for name in listed}
    elif name == "renewcommand":
        _collect_redefinition(node, found, reader)


def _take_title_note(node: LatexMacroNode, found: TopMatter, reader: PaperReader) -> None:
    """A note at the title; who paid for the work, or is thanked, the acknowledgments can say."""
    text = reader.words(text_of(node))
    if (
        is_of_template(text)
        or not is_credit(text)
        or node.macroname in {"authornote", "authornotemark"}
    ):
        _leave_out_note(node, reader)
        return
    found.credits.append(text_of(node))
    message = f"documents have no notes at the title; this one opens the acknowledgments: {text}"
    reader.warn("note-moved", message, reader.place(node))


def _leave_out_note(node: LatexMacroNode, reader: PaperReader) -> None:
    note = reader.words(last_argument(node))
    if note:
        message = f"documents have no such note, so it is left out: {note}"
        reader.warn("note-not-kept", message, reader.place(node))


def _leave_out(node: LatexMacroNode, reader: PaperReader) -> None:
    """Report what documents do not have, with its words, if words are what it has."""
    if node.macroname in _PICTURES_AND_DAYS:
        message = f"documents have no \\{node.macroname}, so it is left out"
        reader.warn("note-not-kept", message, reader.place(node))
    else:
        _leave_out_note(node, reader)


def _collect_redefinition(node: LatexMacroNode, found: TopMatter, reader: PaperReader) -> None:
    name = verbatim(argument(node, 1) or ()).strip().removeprefix("\\")
    if name == "shortauthors":
        found.short_authors = reader.words(last_argument(node))
    elif name == "shorttitle":
        found.short_title = reader.words(last_argument(node))


def _settings(text: str) -> dict[str, str]:
    """What `printacmref=false,printfolios` says."""
    pairs = (part.partition("=") for part in text.split(",") if part.strip())
    return {key.strip(): value.strip() or "true" for key, _, value in pairs}


def _collect_author(node: LatexMacroNode, found: TopMatter, reader: PaperReader) -> None:
    name, place = node.macroname, reader.place(node)
    if name == "author":
        _collect_names(node, found, reader)
        return
    if not found.authors:
        reader.warn("no-author", f"\\{name} stands before the first author", place)
        return
    author = found.authors[-1]
    if name == "affiliation":
        affiliation = _affiliation(node, reader)
        if len(found.group) > 1 and affiliation:
            message = "each author has an affiliation of their own in the author block"
            reader.warn("layout-not-kept", message, place)
        for member in found.group:
            member.person.affiliations += [dict(affiliation)] if affiliation else []
    elif name == "additionalaffiliation":
        affiliation = _affiliation(node, reader)
        if affiliation:
            author.person.affiliations.append(affiliation)
            message = "an additional affiliation stands in the author block, not in a note"
            reader.warn("layout-not-kept", message, place)
    elif name == "email":
        _take_email(node, author.person, [member.person for member in found.group], reader)
    elif name == "orcid":
        author.person.orcid = _checked(
            "not-an-orcid", "orcid", _bare(last_argument(node)), place, reader
        )
    else:
        _take_note(node, author, found, reader)


def _collect_names(node: LatexMacroNode, found: TopMatter, reader: PaperReader) -> None:
    place = reader.place(node)
    if listed := _whole_list(node, place, reader):
        found.authors += listed
        found.group = []
        return
    written = last_argument(node)
    people = _people(reader.words(without_notes(written)), place, reader)
    for person in people:
        author = PaperAuthor(person, place)
        found.authors.append(author)
        if found.group and found.group[-1].person.affiliations:
            found.group = []
        found.group.append(author)
    linked = [part for part in commands(written) if part.macroname == "orcidlink"]
    if len(people) == 1 == len(linked):
        found_id = _bare(last_argument(linked[0]))
        people[0].orcid = _checked("not-an-orcid", "orcid", found_id, place, reader)
    for note in notes_in(written):
        if len(people) == 1:
            _take_note(note, found.authors[-1], found, reader)
        else:
            _leave_out_note(note, reader)


def _whole_list(node: LatexMacroNode, place: Span, reader: PaperReader) -> list[PaperAuthor]:
    """The authors of a list with raised marks that lead to affiliations; none if it is none.

    Papers write it into one command as other classes do, and acmart prints it.
    """
    written = last_argument(node)
    names = [line for block in lines_of(without_notes(written), reader) for line in block]
    blocks = lines_of(written, reader)
    lines = [line for block in blocks for line in block]
    if len(names) < 2 or not any(line.lstrip().startswith(RAISED) for line in lines):
        return []

    return authors_of_blocks(blocks, place, reader)


def authors_of_blocks(
    blocks: Iterable[Sequence[str]], place: Span, reader: PaperReader
) -> list[PaperAuthor]:
    """The authors of blocks of lines; what was not sure is told at the place."""
    report = _at(place, reader)
    authors = read_blocks(map(with_names_joined, blocks), report)
    for author in authors:
        posts = author.person.affiliations
        author.person.affiliations = [with_country(post, report) for post in posts]
    return [
        PaperAuthor(author.person, place, author.is_equal, author.is_corresponding)
        for author in authors
    ]


def _people(text: str, place: Span, reader: PaperReader) -> list[DraftPerson]:
    """One person, or several where a paper gives all authors at once."""
    read = read_authors(text)
    for doubt in read.doubts:
        reader.warn("doubtful-name", doubt, place)
    if read.two_ways:
        one, other = read.two_ways
        message = f"`{text}` is read as `{one}`; it may also be `{other}`"
        reader.warn("doubtful-name", message, place, "write one \\author for each person")
    honorific = read_name(text).honorific if len(read.people) == 1 else None
    people = [
        DraftPerson(author.name, honorific, family_name=author.family) for author in read.people
    ]
    for person, author in zip(people, read.people, strict=True):
        if author.affiliation:
            person.name_native = read_name_cell(f"{author.name} ({author.affiliation})").native
            named: list[Record] = [{"institution": author.affiliation}]
            person.affiliations = [] if person.name_native else named
    if len(read.addresses) == 1 == len(people):
        people[0].email = read.addresses[0]
    elif read.addresses:
        message = f"{', '.join(read.addresses)}: an address stands in \\email, and is left out here"
        reader.warn("left-out-address", message, place)
    return people


def _take_shared_address(
    written: str, place: Span, group: Sequence[DraftPerson], reader: PaperReader
) -> None:
    """`{ann,bob}@example.org`, an address for each of the authors of one affiliation."""
    addresses = addresses_in([written])
    if len(addresses) != len(group):
        message = f"whose addresses these are, is not sure; they are left out: {written}"
        reader.warn("left-out-address", message, place, "write `email` into the people's files")
        return
    for person, address in zip(group, addresses, strict=True):
        person.email = _checked("not-an-email", "email", address, place, reader)


def _take_email(
    node: LatexMacroNode, person: DraftPerson, group: Sequence[DraftPerson], reader: PaperReader
) -> None:
    place = reader.place(node)
    written = _bare(last_argument(node)).strip()
    if "{" in written:
        _take_shared_address(written, place, group, reader)
        return
    addresses = re.split(r"[,;\s]+", written)
    for address in filter(None, addresses):
        good = _checked("not-an-email", "email", address, place, reader)
        if good and person.email and person.email != good:
            message = f"{person.name} keeps the address {person.email}; {good} is left out"
            reader.warn("second-email", message, place)
        elif good:
            person.email = good
            if person.affiliations:
                message = "an email address is printed above the affiliation"
                reader.warn("layout-not-kept", message, place)


def _checked(code: str, kind: str, text: str, place: Span, reader: PaperReader) -> str | None:
    """A value that the data take; one that they refuse is left out and reported."""
    result = checked(kind, text)
    if result.value is None:
        reader.warn(code, f"{result.error}; it is left out", place, result.hint)
    return result.value


def _bare(nodes: Sequence[LatexNode]) -> str:
    """An address, of which LaTeX's escapes and commands around it are no part."""
    inner = nodes
    while len(inner) == 1 and isinstance(inner[0], LatexMacroNode | LatexGroupNode):
        only = inner[0]
        inner = only.nodelist if isinstance(only, LatexGroupNode) else last_argument(only)
    return re.sub(r"\\([%#&_~{}$])", r"\1", verbatim(inner))


def _affiliation(node: LatexMacroNode, reader: PaperReader) -> Record:
    """The post that an affiliation names."""
    nodes = last_argument(node)
    named = list(commands(nodes))
    record: Record = {}
    for key in _PARTS:
        texts = [reader.words(last_argument(part)) for part in named if part.macroname == key]
        if text := (" and " if key == "institution" else ", ").join(filter(None, texts)):
            record[key] = text
    if "country" not in record and _is_country(state := str(record.get("state", ""))):
        record = {key: text for key, text in record.items() if key != "state"} | {"country": state}
    place = reader.place(node, len("\\affiliation"))
    left = [node for node in nodes if not is_macro(node, *_PARTS, *_NOT_PRINTED)]
    loose = reader.words(left).strip(" ,")
    if "institution" not in record:
        record = _without_institution(record, loose)
        if not record:
            reader.warn("no-institution", "this affiliation names no institution", place)
            return {}
    elif loose:
        message = f"“{loose}” stands outside of \\institution, \\city and the like; left out"
        reader.warn("loose-affiliation", message, place)
    return with_country(record, _at(place, reader))


def _is_country(text: str) -> bool:
    r"""Whether what stands in `\state` is a country, and no state that is called so: Georgia."""
    return country_code(text) is not None and state_code("US", text) is None


def _without_institution(record: Record, loose: str) -> Record:
    """An affiliation whose institution is its department, or stands in a row with the rest."""
    department = str(record.pop("department", ""))
    if department or record or not loose:
        institution = department or loose
        return {"institution": institution, **record} if institution else {}
    return read_affiliation([loose])


def _at(place: Span, reader: PaperReader) -> Report:
    """What tells something of a place."""

    def report(code_: str, message: str, hint: str | None) -> None:
        reader.warn(code_, message, place, hint)

    return report


def _take_note(
    node: LatexMacroNode, author: PaperAuthor, found: TopMatter, reader: PaperReader
) -> None:
    place = reader.place(node)
    has_text = node.macroname in {"authornote", *WITH_TEXT}
    if has_text:
        text = reader.words(text_of(node))
    if node.macroname == "authornote":
        found.notes.append(text)
    elif not has_text:
        number = verbatim(argument(node, 0) or ()).strip()
        index = int(number) - 1 if number.isdecimal() else len(found.notes) - 1
        if not 0 <= index < len(found.notes):
            reader.warn("no-author-note", "there is no such note of an author", place)
            return
        text = found.notes[index]
    lower = text.casefold()
    author.is_equal |= "equal" in lower
    author.is_corresponding |= "correspond" in lower
    printed = [
        *(["These authors contributed equally."] if "equal" in lower else []),
        *(["Corresponding author."] if "correspond" in lower else []),
    ]
    if has_text and not printed:
        message = f"documents have no such note, so it is left out: {text}"
        reader.warn("note-not-kept", message, place)
    elif has_text and " ".join(printed) != text:
        message = f"the note “{text}” is printed as “{' '.join(printed)}”"
        reader.warn("note-reworded", message, place)
