"""Reads a paper's concepts of ACM's Computing Classification System."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from pylatexenc.latexwalker import LatexMacroNode, LatexNode, LatexSpecialsNode

from proposal.importers.draft import Record
from proposal.importers.latex.blocks_reader import PaperReader
from proposal.importers.latex.parsing import argument, last_argument, verbatim
from proposal.model.name_comparison import words
from proposal.source.bibtex import text_of_latex

_SIGNIFICANCES = ("100", "300", "500")


def read_concepts(commands: Sequence[LatexMacroNode], reader: PaperReader) -> list[Record]:
    r"""The concepts that `\ccsdesc` names, each with its number from the XML."""
    ids = _ids(reader.source.concepts)
    found: list[Record] = []
    for node in commands:
        path = [text for level in _levels(last_argument(node)) if (text := reader.words(level))]
        significance = verbatim(argument(node, 0) or ()).strip() or "100"
        record: Record = {"concept": " → ".join(path)}
        number = ids.get(tuple(words(" ".join(path))))
        if number:
            record["id"] = number
        if significance in _SIGNIFICANCES:
            record["significance"] = significance
        else:
            message = f"{significance} is no relevance; 500 is taken"
            reader.warn("refused-value", message, reader.place(node))
        if path:
            found.append(record)
    if reader.source.concepts.strip() and not found:
        reader.warn(
            "concepts-not-printed",
            "the paper has CCS concepts in XML, but prints none of them; they are left out",
            reader.source.place(0),
        )
    return found


def _levels(nodes: Sequence[LatexNode]) -> list[list[LatexNode]]:
    r"""The levels of a concept, between which a tilde stands; the one of `\~{n}` is an accent."""
    levels: list[list[LatexNode]] = [[]]
    for node in nodes:
        if isinstance(node, LatexSpecialsNode) and node.specials_chars == "~":
            levels.append([])
        else:
            levels[-1].append(node)
    return levels


def _ids(xml: str) -> dict[tuple[str, ...], str]:
    """The number of each concept by the words of its name."""
    start, end = xml.find("<ccs2012"), xml.find("</ccs2012>")
    if start < 0 or end < 0 or "<!" in xml[start:end]:  # no entities to be blown up
        return {}
    try:
        root = ET.fromstring(xml[start:end] + "</ccs2012>")  # noqa: S314 - see above
    except ET.ParseError:
        return {}
    return {
        tuple(words(text_of_latex(concept.findtext("concept_desc") or "")[0])): number
        for concept in root.iter("concept")
        if (number := (concept.findtext("concept_id") or "").strip())
    }
