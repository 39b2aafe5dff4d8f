"""Brings a PDF's layers, parts of its pages that may be hidden, into a form that can be joined.

A figure with layers that are hidden would otherwise show all of them beside other PDFs.
"""

from __future__ import annotations

import pikepdf

from proposal.pdf.joined_layers import LISTS

_HIDDEN = "/OFF"


def make_layers_joinable(pdf: pikepdf.Pdf) -> None:
    """Say of each layer whether it is hidden, in lists that can be joined with those of others."""
    layers = pdf.Root.get("/OCProperties")
    if not isinstance(layers, pikepdf.Dictionary):
        return
    groups = _list(layers.get("/OCGs"))
    if not groups:
        del pdf.Root["/OCProperties"]
        return
    default = layers.get("/D")
    if not isinstance(default, pikepdf.Dictionary):
        default = pikepdf.Dictionary()
    hidden = _list(default.get("/OFF"))
    if default.get("/BaseState") == "/OFF":
        shown = {group.objgen for group in _list(default.get("/ON"))}
        hidden = [group for group in groups if group.objgen not in shown]
    lists = {key: _list(default.get(key)) for key in map(bytes.decode, LISTS)} | {_HIDDEN: hidden}
    made = {
        key: pdf.make_indirect(pikepdf.Array(entries)) for key, entries in lists.items() if entries
    }
    groups_alone = pdf.make_indirect(pikepdf.Array(groups))
    pdf.Root.OCProperties = pdf.make_indirect(
        pikepdf.Dictionary(OCGs=groups_alone, D=pikepdf.Dictionary(made))
    )


def _list(value: pikepdf.Object | None) -> list[pikepdf.Object]:
    if not isinstance(value, pikepdf.Array):
        return []
    return [entry for entry in value if isinstance(entry, pikepdf.Object)]
