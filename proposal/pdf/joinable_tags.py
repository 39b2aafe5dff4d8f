"""Brings the tags of a PDF into a form in which they can stand beside those of others.

The tree of tags gets one element at its top. What refers to tags by number or by name gets a
table of one node, each entry of which is a reference.
"""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf

from proposal.pdf.named_places import leaf
from proposal.pdf.qpdf import on_its_own, tree_entries


def make_tags_joinable(pdf: pikepdf.Pdf, prefix: str, among: Sequence[pikepdf.Object]) -> None:
    """Rewrite a PDF's tree of tags, if it has one; who reads by tags finds the same.

    Args:
        pdf: the PDF, which is changed.
        prefix: what tells its names for elements from those of other PDFs.
        among: all its dictionaries, as `qpdf.dictionaries` finds them.
    """
    tree = pdf.Root.get("/StructTreeRoot")
    if not isinstance(tree, pikepdf.Dictionary) or not _kids(tree):
        _leave_out_tags(pdf, among)
        return
    _put_prefix(pdf, tree, prefix.encode(), among)
    top = _single_element(pdf, tree)
    if "/Lang" in pdf.Root and "/Lang" not in top:
        top.Lang = pdf.Root.Lang
    made = pikepdf.Dictionary(
        Type=pikepdf.Name.StructTreeRoot,
        K=top,
        ParentTree=pdf.make_indirect(_numbers(pdf, tree.get("/ParentTree"))),
    )
    for key in ("/RoleMap", "/ClassMap"):
        if isinstance(tree.get(key), pikepdf.Dictionary):
            made[key] = pdf.make_indirect(pikepdf.Dictionary(dict(tree[key].items())))
    ids = tree_entries(tree.get("/IDTree", pikepdf.Dictionary()), "/Names")
    named = {bytes(name): value for name, value in ids if isinstance(name, pikepdf.String)}
    if named:
        made.IDTree = pdf.make_indirect(leaf(pdf, named))
    if isinstance(tree.get("/Namespaces"), pikepdf.Array):
        spaces = [on_its_own(pdf, space) for space in tree.Namespaces]
        made.Namespaces = pdf.make_indirect(pikepdf.Array(spaces))
    keys = [int(key) for key in list(made.ParentTree.Nums)[::2]]
    made.ParentTreeNextKey = 1 + max([*keys, *_numbers_of_pages(among)], default=-1)
    for key in list(tree.keys()):
        del tree[key]
    for key, value in made.items():
        tree[key] = value
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


_NUMBERS = ("/StructParents", "/StructParent")
"""By which pages, drawings and links are found in the table of tags."""


def _leave_out_tags(pdf: pikepdf.Pdf, among: Sequence[pikepdf.Object]) -> None:
    """Remove what refers to a tree of tags that is not there."""
    if "/StructTreeRoot" in pdf.Root:
        del pdf.Root["/StructTreeRoot"]
    for dictionary in among:
        for key in _NUMBERS:
            if key in dictionary:
                del dictionary[key]


def _numbers_of_pages(among: Sequence[pikepdf.Object]) -> list[int]:
    found: list[object] = [dictionary.get(key) for dictionary in among for key in _NUMBERS]
    return [number for number in found if isinstance(number, int)]


def _kids(node: pikepdf.Object) -> list[pikepdf.Object]:
    kids = node.get("/K")
    found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary)]


def _single_element(pdf: pikepdf.Pdf, tree: pikepdf.Object) -> pikepdf.Object:
    """The one element at the top of the tree, above which another is put if there are several."""
    kids = [on_its_own(pdf, kid) for kid in _kids(tree)]
    if not tree.is_indirect:
        pdf.Root.StructTreeRoot = pdf.make_indirect(tree)
        tree = pdf.Root.StructTreeRoot
    if len(kids) == 1:
        kids[0].P = tree
        return kids[0]
    top = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem, S=pikepdf.Name.Document, P=tree, K=pikepdf.Array(kids)
        )
    )
    for kid in kids:
        kid.P = top
    return top


def _numbers(pdf: pikepdf.Pdf, tree: pikepdf.Object | None) -> pikepdf.Dictionary:
    """The table from the numbers of pages and links to their elements."""
    entries = tree_entries(tree, "/Nums") if tree is not None else []
    found = {int(key): value for key, value in entries if isinstance(key, int)}
    flat: list[object] = []
    for key, value in sorted(found.items()):
        if isinstance(value, pikepdf.Array | pikepdf.Dictionary):
            flat += (key, on_its_own(pdf, value))
    return pikepdf.Dictionary(Nums=pikepdf.Array(flat))


def _put_prefix(
    pdf: pikepdf.Pdf, tree: pikepdf.Object, prefix: bytes, among: Sequence[pikepdf.Object]
) -> None:
    """Rename what has a name of its own: elements, and classes of attributes.

    Cells of tables name their heads by the names of these elements (`Headers`).
    """
    classes = tree.get("/ClassMap")
    if isinstance(classes, pikepdf.Dictionary):
        tree.ClassMap = pikepdf.Dictionary(
            {_renamed(key, prefix): value for key, value in classes.items()}
        )
    has_names = "/IDTree" in tree
    if not has_names and classes is None:
        return
    for dictionary in among:
        if isinstance(dictionary.get("/Headers"), pikepdf.Array):
            dictionary.Headers = pikepdf.Array(
                [pikepdf.String(prefix + bytes(head)) for head in dictionary.Headers]
            )
        if dictionary.get("/Type") == "/StructElem" or ("/S" in dictionary and "/P" in dictionary):
            if isinstance(dictionary.get("/ID"), pikepdf.String):
                dictionary.ID = pikepdf.String(prefix + bytes(dictionary.ID))
            if "/C" in dictionary and classes is not None:
                dictionary.C = _with_prefix(dictionary.C, prefix)
    if has_names:
        entries = tree_entries(tree.IDTree, "/Names")
        named = {
            prefix + bytes(name): value
            for name, value in entries
            if isinstance(name, pikepdf.String)
        }
        tree.IDTree = pikepdf.Dictionary() if not named else leaf(pdf, named)


def _with_prefix(classes: pikepdf.Object, prefix: bytes) -> pikepdf.Object:
    if isinstance(classes, pikepdf.Name):
        return pikepdf.Name(_renamed(str(classes), prefix))
    if isinstance(classes, pikepdf.Array):
        return pikepdf.Array(
            [
                pikepdf.Name(_renamed(str(entry), prefix))
                if isinstance(entry, pikepdf.Name)
                else entry
                for entry in classes
            ]
        )
    return classes


def _renamed(name: str, prefix: bytes) -> str:
    return f"/{prefix.decode()}{name.removeprefix('/')}"
