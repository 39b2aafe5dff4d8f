"""Reads the commands of ACM's rights message."""

from __future__ import annotations

import re
from typing import get_args

from pydantic import ValidationError
from pylatexenc.latexwalker import LatexMacroNode

from proposal.importers.draft import Record
from proposal.importers.latex.blocks_reader import PaperReader
from proposal.importers.latex.parsing import argument, last_argument, verbatim
from proposal.importers.latex.top_matter import TopMatter
from proposal.model.acm_samples import is_sample_number
from proposal.model.acmart_versions import DEFAULT_RIGHTS, Copyright
from proposal.model.records.rights import Rights

_COMMANDS = {
    "copyright": "setcopyright",
    "year": "copyrightyear",
    "doi": "acmDOI",
    "isbn": "acmISBN",
    "price": "acmPrice",
    "article": "acmArticle",
}
"""Keys of the rights by the commands that say them."""


def read_rights(matter: TopMatter, reader: PaperReader) -> Record:
    """What the commands say; empty where a paper has none of them, or says `none`."""
    said = {
        key: (node, _text(node))
        for key, command in _COMMANDS.items()
        if (node := matter.single.get(command)) is not None and _text(node)
    }
    if "year" not in said and (node := matter.single.get("acmYear")) is not None:
        said["year"] = (node, _text(node))
    numbers = [key for key in ("doi", "isbn") if key in said and not is_sample_number(said[key][1])]
    chosen = said["copyright"][1] if "copyright" in said else None
    if chosen is not None and chosen not in get_args(Copyright):
        message = f"`{chosen}` is no value of \\setcopyright that acmart has; it is left out"
        reader.warn("refused-value", message, reader.place(said["copyright"][0]))
        chosen = None
    if not numbers and chosen in {None, "none"}:
        return {}
    default = DEFAULT_RIGHTS.forms[-1]
    if chosen is None:
        message = (
            f"the paper does not set its copyright, so acmart's own is taken: {default.text} since "
            f"version {default.since}"
        )
        place = reader.place(said[numbers[0]][0])
        reader.warn("guessed-copyright", message, place, "compare `rights` with ACM's message")
    record: Record = {"copyright": chosen or default.text}
    if chosen == "cc":
        record |= _licence(matter.single.get("setcctype"))
    for key, (node, text) in said.items():
        if key != "copyright" and _is_taken(key, text, node, reader):
            record[key] = text
    return record


def _text(node: LatexMacroNode) -> str:
    return re.sub(r"\\([%#&_$])", r"\1", verbatim(last_argument(node)).strip()).removeprefix("$")


def _licence(node: LatexMacroNode | None) -> Record:
    """The licence of Creative Commons, for which acmart takes `by`."""
    if node is None:
        return {"licence": "by"}
    version = verbatim(argument(node, 0) or ()).strip()
    licence = verbatim(last_argument(node)).strip()
    return {"licence": licence, **({"licence_version": version} if version else {})}


def _is_taken(key: str, text: str, node: LatexMacroNode, reader: PaperReader) -> bool:
    """Whether the model takes a value; one that it refuses is told."""
    place = reader.place(node)
    if is_sample_number(text):
        reader.warn("sample-value", f"{text} is what acmart's sample says; it is left out", place)
        return False
    try:
        Rights.model_validate({"copyright": "none", key: text})
    except ValidationError as reason:
        said = reason.errors()[0]["msg"]
        message = f"`{text}` in \\{node.macroname} is left out: {said[:1].lower()}{said[1:]}"
        reader.warn("refused-value", message, place)
        return False
    return True
