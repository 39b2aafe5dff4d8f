r"""Reads the top matter of drafts in other classes than `acmart`, each in its own notation.

`\author{A\inst{1} \and B}` with `\institute`, `\IEEEauthorblockN`, `\affil`, `\address`, `\ead` and
lists with `\\`, `\And` and raised numbers are read for what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexNode,
)

from proposal.importers.author_block import GAP, LOWERED, RAISED, addresses_in, raised
from proposal.importers.latex.author_notation import AuthorLines, lines_of
from proposal.importers.latex.blocks_reader import PaperReader
from proposal.importers.latex.parsing import (
    argument,
    document_of,
    is_macro,
    is_starred,
    last_argument,
    verbatim,
)
from proposal.importers.latex.top_matter import (
    PaperAuthor,
    TopMatter,
    authors_of_blocks,
    commands,
    read_top_matter,
)
from proposal.importers.written_affiliation import line_of_fields
from proposal.model.affiliated import EMAIL
from proposal.model.countries import country_code
from proposal.model.name_comparison import may_be_same
from proposal.reading.lines import line_of
from proposal.reading.listed_names import read_authors
from proposal.reading.states import state_code

_AUTHORS = {"author", "IEEEauthorblockN", "IEEEauthorblockA"}
_AFFILIATIONS = {"affil", "affiliation", "address", "curraddr", "institute", "affiliations"}
_ADDRESSES = {"ead", "email", "emails"}
_FIRST_LABEL = 9000
"""The number that stands for the first affiliation with a name."""
_KEY = re.compile(r"([A-Za-z]+)\s*=\s*(\{(?:[^{}]|\{[^{}]*\})*\}|[^,{}]*)")
"""An example: `organization={University of Somewhere}`."""
_ADDRESS = re.compile(r"https?://\S+")
"""The page of an author, which lipics has in the row of the institutions. Example:
`https://example.org/~ada`."""
_FIELDS = {
    **dict.fromkeys(("organization", "institution", "orgname"), "institution"),
    **dict.fromkeys(("orgdiv", "department"), "department"),
    **{name: name for name in ("city", "state", "country")},
}
"""The parts of an affiliation by the keys of elsarticle and the commands of sn-jnl."""
_PLAIN_KEY = re.compile(r"([A-Za-z]+)\s*=\s*([^,={}]*[^,={}\s])")
"""A key whose value has no braces: `city=Graz`"""

_SHAPES: Mapping[str, Mapping[str, str]] = {
    "lipics": {"author": "{{{{{"},
    "oasics": {"author": "{{{{{"},
    "sn-jnl": {"author": "*[{", "affil": "*[{", "abstract": "{"},
    **{name: {"author": "[{["} for name in ("ceurart", "cas-sc", "cas-dc")},
}
"""The arguments of commands that other classes have otherwise, by how the class's name begins."""


def shapes_of(class_name: str, source: str) -> dict[str, str]:
    """The arguments of commands that a draft's class has otherwise than `acmart`."""
    shapes: dict[str, str] = {}
    for name, commands_of_class in _SHAPES.items():
        if class_name.startswith(name):
            shapes |= commands_of_class
    for name in ("affiliations", "emails"):
        if re.search(rf"\\{name}\s*\{{", source):
            shapes[name] = "{"
    return shapes


def read_other_matter(nodes: Sequence[LatexNode], reader: PaperReader) -> TopMatter:
    """Collect the top matter of a draft in another class."""
    collector = _MatterCollector(reader)
    found = read_top_matter(nodes, reader, collector.command)
    for command in commands(nodes):
        if command.macroname in {"icmltitle", "icmlkeywords"}:
            found.single[command.macroname.removeprefix("icml")] = command
        if command.macroname == "conference":
            found.single["conference"] = command
        if command.macroname == "jmlrworkshop":
            said = reader.words(last_argument(command))
            message = f"documents have no \\jmlrworkshop, so it is left out: {said}"
            reader.warn("note-not-kept", message, reader.place(command))
        if command.macroname in {"titlerunning", "icmltitlerunning"}:
            found.short_title = reader.words(last_argument(command))
    found.authors = collector.authors()
    found.short_authors = ""
    return found


def parted_words(nodes: Sequence[LatexNode], reader: PaperReader) -> list[str]:
    r"""The keywords of a list with `\and`, `\sep`, commas or semicolons between them."""
    words: list[list[LatexNode]] = [[]]
    for node in nodes:
        if is_macro(node, "PACS", "MSC", "JEL"):  # codes of subjects, which follow the words
            break
        if is_macro(node, "and", "sep", "\\"):
            words.append([])
        else:
            words[-1].append(node)
    parts = (part for group in words for part in re.split(r"[,;·•|]", reader.words(group)))
    keywords = [word for part in parts if (word := part.strip())]
    if keywords and keywords[-1].count(".") == 1:
        keywords[-1] = keywords[-1].removesuffix(".")
    return keywords


def keywords_in(nodes: Sequence[LatexNode]) -> LatexMacroNode | None:
    r"""The `\keywords` that stand within the abstract, as in llncs."""
    document = document_of(nodes)
    abstracts = [
        node
        for node in (document.nodelist if document else ())
        if isinstance(node, LatexEnvironmentNode) and node.environmentname == "abstract"
    ]
    found = (node for abstract in abstracts for node in commands(abstract.nodelist))
    return next((node for node in found if node.macroname == "keywords"), None)


class _MatterCollector(Struct):
    """The commands that name authors, in the order of the paper, as lines of one list."""

    reader: PaperReader
    blocks: list[list[str]] = field(default_factory=list)
    first: LatexMacroNode | None = None
    last_was_author: bool = False
    labels: list[str] = field(default_factory=list)
    """Names of affiliations, as `inst1`."""

    def command(self, node: LatexMacroNode) -> bool:
        """Take a command, if it tells of authors."""
        name = node.macroname
        if name in _AUTHORS:
            self.first = self.first or node
            self.author(node)
        elif name == "institute":
            self.institutes(node)
        elif name in _AFFILIATIONS:
            self.affiliation(node)
        elif name in _ADDRESSES:
            self.address(node)
        elif name in {"orcid", "orcidID"}:
            self.behind_name(raised(verbatim(last_argument(node)).strip()))
        elif name in {"cortext", "equalcont"}:
            self.note(node)
        elif name.startswith("icml"):
            self.of_icml(node)
        else:
            return False
        self.last_was_author = name in _AUTHORS
        return True

    def author(self, node: LatexMacroNode) -> None:
        shape = node.nodeargd.argspec if node.nodeargd else ""
        if shape == "{{{{{":  # lipics: name, affiliation, address, ORCID iD, funding
            name, post, email, orcid, _ = (argument(node, index) or [] for index in range(5))
            lines = AuthorLines(self.reader)
            lines.read(name)
            lines.add(raised(verbatim(orcid).strip()))
            said = lines_of(post, self.reader)
            posts = [part for part in said if any(map(_is_post, part))]
            pages = [" ".join(map(line_of, part)).strip() for part in said if part not in posts]
            labels = [f"post{len(self.blocks)}.{number}" for number in range(len(posts))]
            lines.add(self.marks(",".join(labels)))
            lines.end_line()
            lines.read(email)
            for page in filter(None, pages):
                lines.end_line()
                lines.add(page)
            self.blocks += lines.finished()
            self.blocks += [
                [f"{self.marks(label)} {part[0]}", *part[1:]]
                for label, part in zip(labels, posts, strict=True)
            ]
            return
        if any(is_macro(one, "institute") for one in last_argument(node)):
            self.blocks += self.of_eptcs(last_argument(node))
            return
        trailing = shape.endswith("{[")
        content = argument(node, len(shape) - 2) if trailing else last_argument(node)
        parts = lines_of(content or [], self.reader)
        marks = verbatim(argument(node, shape.find("[")) or ()) if "[" in shape else ""
        joins = self.last_was_author and not marks and _is_one_name(parts) and self.blocks
        if marks:
            parts[0][0] += self.marks(marks)
        if is_starred(node) and parts[0]:  # sn-jnl
            parts[0].append("Corresponding author")
        if trailing:
            self.options(verbatim(argument(node, len(shape) - 1) or ()), parts)
        if joins and len(self.blocks[-1]) == 1:
            self.blocks[-1][0] += f"; {parts[0][0]}"
        else:
            self.blocks += parts

    def of_eptcs(self, nodes: Sequence[LatexNode]) -> Iterator[list[str]]:
        r"""Authors of EPTCS: `Ann Author \institute{University\\ City} \email{…} \and …`."""
        for part in _parted(nodes, "and"):
            posts = [one for one in part if is_macro(one, "institute")]
            names = [one for one in part if not is_macro(one, "institute", "email")]
            (lines,) = lines_of(names, self.reader) or [[]]
            labels = [f"post{len(self.blocks)}.{one.pos}" for one in posts]
            mark = self.marks(",".join(labels))
            named = [
                "".join(
                    f"{name}{mark}{sign}" for name, sign in _NAME_AND_SIGN.findall(line.strip())
                )
                for line in lines
            ]
            addresses = [one for one in part if is_macro(one, "email")]
            said = [lines_of(last_argument(one), self.reader) for one in addresses]
            yield [*named, *(line for block in said for lines in block for line in lines)]
            for label, post in zip(labels, posts, strict=True):
                first, *others = [
                    line for block in lines_of(last_argument(post), self.reader) for line in block
                ]
                yield [f"{self.marks(label)} {first}", *others]

    def marks(self, source: str) -> str:
        """The raised marks of `1,2` or of `inst1,inst2`, where names stand for numbers."""
        marks = [mark.strip() for mark in source.split(",") if mark.strip()]
        for mark in marks:
            if len(mark) > 1 and not mark.isdecimal() and mark not in self.labels:
                self.labels.append(mark)
        numbers = (
            str(_FIRST_LABEL + self.labels.index(mark)) if mark in self.labels else mark
            for mark in marks
        )
        return raised(",".join(numbers))

    def options(self, source: str, parts: list[list[str]]) -> None:
        """What stands in brackets behind a name: `orcid=…, email=…`."""
        values = {match[1]: match[2].strip("{} ") for match in _KEY.finditer(source)}
        if orcid := values.get("orcid"):
            parts[0][0] += raised(orcid)
        parts[0] += [values[key] for key in ("email", "url") if key in values]

    def of_icml(self, node: LatexMacroNode) -> None:
        r"""ICML's `\icmlauthor{Ann Author}{a,b}`, `\icmlaffiliation{a}{…}` and addresses."""
        first, second = verbatim(argument(node, 0) or ()), argument(node, 1) or []
        if node.macroname == "icmlauthor":
            self.first = self.first or node
            marks = [mark for mark in verbatim(second).split(",") if mark.strip() != "equal"]
            name = self.reader.words(argument(node, 0) or ())
            self.blocks.append([f"{name}{self.marks(','.join(marks))}"])
        elif node.macroname == "icmlaffiliation":
            self.blocks.append([f"{self.marks(f'{first},')} {self.reader.words(second)}"])
        elif node.macroname == "icmlcorrespondingauthor":
            name, address = self.reader.words(argument(node, 0) or ()), verbatim(second).strip()
            for block in self.blocks:
                if block[0].startswith(name):
                    block += [address, "Corresponding author"]

    def institutes(self, node: LatexMacroNode) -> None:
        r"""The institutes of llncs, whose numbers are those of `\inst`."""
        if self.named_institutes(node):
            return
        parts = lines_of(last_argument(node), self.reader)
        if not any("\ue010" in line for block in self.blocks for line in block):
            if len(parts) == 1:
                self.shared_institute(parts[0])
                return
            message = "which author belongs to which \\institute is not said; they are left out"
            self.reader.warn("no-institution", message, self.reader.place(node))
            return
        for number, lines in enumerate(parts, start=1):
            own = "" if lines[0].strip().startswith(RAISED) else f"{raised(str(number))} "  # beamer
            self.blocks.append([f"{own}{', '.join(lines)}".strip()])

    def shared_institute(self, lines: Sequence[str]) -> None:
        """Give all authors the one institute, and each the address in the same place in a list."""
        found = addresses_in(lines)
        is_list = len(found) == len(self.blocks) > 1
        for index, block in enumerate(self.blocks):
            own = [line for line in lines if not (is_list and addresses_in([line]))]
            block.extend([*own, found[index]] if is_list else own)

    def named_institutes(self, node: LatexMacroNode) -> bool:
        r"""Read institutes of svjour3, with their authors in front: `Ann Author \at University`."""
        listed = self.one_by_one()
        found: list[tuple[list[list[str]], list[str]]] = []
        for part in _parted(last_argument(node), "and"):
            name, *behind = _parted(part, "at")
            addresses = [verbatim(last_argument(one)) for one in name if is_macro(one, "email")]
            names = self.reader.words([one for one in name if not is_macro(one, "email")])
            meant = _blocks_of(names, listed)
            if not behind or not meant:
                return False
            lines = [
                line for one in behind for block in lines_of(one, self.reader) for line in block
            ]
            found.append((meant, [*lines, *addresses]))
        self.blocks = listed
        for blocks, lines in found:
            for block in blocks:
                block.extend(lines)
        return True

    def one_by_one(self) -> list[list[str]]:
        """The blocks, with one for each author of a list: `Ann Author, Bob Writer`."""
        parted: list[list[str]] = []
        for block in self.blocks:
            people = read_authors(block[0]).people if len(block) == 1 else []
            is_list = len(people) > 1 and RAISED not in block[0]
            parted += [[person.name] for person in people] if is_list else [block]
        return parted

    def affiliation(self, node: LatexMacroNode) -> None:
        shape = node.nodeargd.argspec if node.nodeargd else ""
        marks = verbatim(argument(node, shape.find("[")) or ()) if "[" in shape else ""
        lines = self.affiliation_lines(node)
        if not lines:
            return
        if marks:
            self.blocks.append([f"{self.marks(marks)} {lines[0]}", *lines[1:]])
        elif self.blocks:
            block = self.blocks[-1]
            notes = [index for index, line in enumerate(block) if index and line.startswith(RAISED)]
            at = notes[0] if notes else len(block)
            block[at:at] = lines  # what stands behind a note would belong to it
        else:
            message = f"“{' '.join(lines)}” stands before the first author, and is left out"
            self.reader.warn("loose-affiliation", message, self.reader.place(node))

    def affiliation_lines(self, node: LatexMacroNode) -> list[str]:
        nodes = last_argument(node)
        said = self.fields(nodes)
        if said and not said.keys() & {"institution", "department"}:
            message = f"“{', '.join(said.values())}” names no institution; left out"
            self.reader.warn("loose-affiliation", message, self.reader.place(node))
            return []
        if "institution" in said:
            code = country_code(said.get("country", ""))
            if said.get("state") and code and not state_code(code, said["state"]):
                message = f"“{said.pop('state')}” is no state of {said['country']} that is known; "
                self.reader.warn("loose-affiliation", f"{message}left out", self.reader.place(node))
            return [line_of_fields(said)]
        return [line for part in lines_of(nodes, self.reader) for line in part if line.strip()]

    def fields(self, nodes: Sequence[LatexNode]) -> dict[str, str]:
        r"""What keys or commands name: `organization={X}, city=Graz`, `\orgname{X} \city{Graz}`."""
        said: dict[str, str] = {}
        key = ""
        for node in _with_inner(nodes):
            if isinstance(node, LatexMacroNode) and node.macroname in _FIELDS:
                said.setdefault(_FIELDS[node.macroname], self.reader.words(last_argument(node)))
            elif isinstance(node, LatexGroupNode) and key in _FIELDS:
                said.setdefault(_FIELDS[key], self.reader.words(node.nodelist))
            elif isinstance(node, LatexCharsNode):
                for match in _PLAIN_KEY.finditer(node.chars):
                    if match[1] in _FIELDS:
                        said.setdefault(_FIELDS[match[1]], match[2].strip())
            key = _key_at_end(node)
        return said

    def address(self, node: LatexMacroNode) -> None:
        said = " ".join(
            line for part in lines_of(last_argument(node), self.reader) for line in part
        )
        if self.blocks and (EMAIL.search(said) or said.strip().startswith("http")):
            self.blocks[-1].append(said.strip())

    def note(self, node: LatexMacroNode) -> None:
        said = self.reader.words(last_argument(node))
        if node.macroname == "equalcont" and self.blocks and _IS_EQUAL.search(said):
            self.blocks[-1].append(said)
        elif "correspond" not in said.casefold() and said:
            message = f"documents have no such note, so it is left out: {said}"
            self.reader.warn("note-not-kept", message, self.reader.place(node))

    def behind_name(self, mark: str) -> None:
        if self.blocks and self.blocks[-1]:
            self.blocks[-1][0] += mark

    def authors(self) -> list[PaperAuthor]:
        """The authors, with what was not sure told at the first command that names them."""
        if self.first is None:
            return []
        place = self.reader.place(self.first, len(self.first.macroname) + 1)
        return authors_of_blocks(self.blocks, place, self.reader)


_NAME_AND_SIGN = re.compile(rf"(\S.*?)(\s*(?:{GAP}|,\s*(?:and\s)?|\sand\s)[\s{GAP}]*|\s*$)")
"""A name with what parts it from the next one: `Ann Author, ` of `Ann Author, Bob Writer`."""


_IS_EQUAL = re.compile(r"equal", re.IGNORECASE)
"""`These authors contributed equally to this work.`"""


def _with_inner(nodes: Sequence[LatexNode]) -> Iterator[LatexNode]:
    r"""Nodes, with those within `\orgaddress{\city{Graz}}`."""
    for node in nodes:
        yield node
        if is_macro(node, "orgaddress"):
            yield from _with_inner(last_argument(node))


def _key_at_end(node: LatexNode) -> str:
    """The key whose value follows in braces: of `, city=`."""
    match = (
        re.search(r"([A-Za-z]+)\s*=\s*$", node.chars) if isinstance(node, LatexCharsNode) else None
    )
    return match[1] if match else ""


def _parted(nodes: Sequence[LatexNode], name: str) -> list[list[LatexNode]]:
    """Nodes, apart where a command stands."""
    parts: list[list[LatexNode]] = [[]]
    for node in nodes:
        if is_macro(node, name):
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _blocks_of(names: str, blocks: Sequence[list[str]]) -> list[list[str]]:
    """The blocks of authors who are named in front of an institute, all of them."""
    people = [person.name for person in read_authors(names).people]
    found = [
        [block for block in blocks if may_be_same(_bare_name(block[0]), name)] for name in people
    ]
    return [same[0] for same in found] if all(len(same) == 1 for same in found) else []


def _bare_name(line: str) -> str:
    """A name without raised marks behind it."""
    return re.sub(f"{RAISED}[^{LOWERED}]*{LOWERED}", "", line).strip()


def _is_post(line: str) -> bool:
    """Whether a line says more than the address of a page."""
    return any(map(str.isalpha, _ADDRESS.sub("", line)))


def _is_one_name(parts: list[list[str]]) -> bool:
    return len(parts) == 1 and len(parts[0]) == 1
