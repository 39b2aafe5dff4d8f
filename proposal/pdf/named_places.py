"""Gives the named places of a PDF a prefix, so that those of several PDFs never collide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pikepdf

from proposal.pdf.qpdf import on_its_own, tree_entries

FIRST_PAGE = "first-page"
"""The name, behind its prefix, of the place where a PDF begins."""


def put_prefix(pdf: pikepdf.Pdf, prefix: str, among: Sequence[pikepdf.Object]) -> None:
    """Rename all places that have a name, with whatever leads to them; one names the first page.

    What leads to a name that the PDF does not have is left as it is. Attached files, which have a
    tree of names, too, get the same prefix.

    Args:
        pdf: the PDF, which is changed.
        prefix: what the names get before them.
        among: all its dictionaries, as `qpdf.dictionaries` finds them.
    """
    named = _named_places(pdf)
    names = {name: prefix.encode() + name for name in named}
    if names:
        _lead_to(among, names)
    begin = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])
    places = {names[name]: place for name, place in named.items()}
    places.setdefault(f"{prefix}{FIRST_PAGE}".encode(), begin)
    trees = pikepdf.Dictionary(Dests=pdf.make_indirect(leaf(pdf, places)))
    files = _entries(pdf.Root.get("/Names"), "/EmbeddedFiles")
    if files:
        attached = {prefix.encode() + bytes(key): value for key, value in files}
        trees.EmbeddedFiles = pdf.make_indirect(leaf(pdf, attached))
    pdf.Root.Names = trees
    if "/Dests" in pdf.Root:
        del pdf.Root["/Dests"]


def leaf(pdf: pikepdf.Pdf, entries: Mapping[bytes, pikepdf.Object]) -> pikepdf.Dictionary:
    """A tree of names of one node, with a reference for each name, in the order of the names."""
    listed = sorted(entries.items())
    flat: list[pikepdf.Object] = []
    for name, value in listed:
        flat += (pikepdf.String(name), on_its_own(pdf, value))
    limits = pikepdf.Array([pikepdf.String(listed[0][0]), pikepdf.String(listed[-1][0])])
    return pikepdf.Dictionary(Limits=limits, Names=pikepdf.Array(flat))


def _named_places(pdf: pikepdf.Pdf) -> dict[bytes, pikepdf.Object]:
    """The places of a PDF by their names, those of PDF 1.1 among them."""
    old = pdf.Root.get("/Dests")
    found = {}
    if isinstance(old, pikepdf.Dictionary):
        found = {_bytes_of_name(key): value for key, value in old.items()}
    for key, value in _entries(pdf.Root.get("/Names"), "/Dests"):
        found[bytes(key)] = value
    kinds = pikepdf.Array | pikepdf.Dictionary
    return {name: place for name, place in found.items() if isinstance(place, kinds)}


def _entries(
    trees: pikepdf.Object | None, key: str
) -> Iterable[tuple[pikepdf.Object, pikepdf.Object]]:
    if not isinstance(trees, pikepdf.Dictionary) or key not in trees:
        return []
    entries = tree_entries(trees[key], "/Names")
    return [(name, value) for name, value in entries if isinstance(name, pikepdf.String)]


def _lead_to(among: Sequence[pikepdf.Object], names: Mapping[bytes, bytes]) -> None:
    """Have links, bookmarks and actions lead to places by their new names."""
    for dictionary in among:
        if dictionary.get("/S") == pikepdf.Name.GoTo:
            _rename(dictionary, "/D", names)
        if "/Dest" in dictionary:
            _rename(dictionary, "/Dest", names)


def _rename(dictionary: pikepdf.Object, key: str, names: Mapping[bytes, bytes]) -> None:
    place = dictionary.get(key)
    if isinstance(place, pikepdf.String):
        name = bytes(place)
    elif isinstance(place, pikepdf.Name):
        name = _bytes_of_name(str(place))
    else:
        return
    if name in names:
        dictionary[key] = pikepdf.String(names[name])


def _bytes_of_name(name: str) -> bytes:
    return name.removeprefix("/").encode("utf-8", "surrogateescape")
