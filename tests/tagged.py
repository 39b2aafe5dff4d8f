"""The structure of a tagged PDF, as programs that read aloud find it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject


@dataclass
class Element:
    """An element of the structure, under the name that its role has in the standard."""

    kind: str
    attributes: dict[str, Any]
    alternative: str
    spoken: str
    """What replaces its content (ActualText)."""
    has_content: bool
    children: list[Element]

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *kinds: str) -> list[Element]:
        return [element for element in self.walk() if element.kind in kinds]


def structure(file: Path) -> Element:
    """The element that holds all others."""
    root = pypdf.PdfReader(file).root_object["/StructTreeRoot"].get_object()
    assert isinstance(root, DictionaryObject)
    (document,) = _kids(root)
    return _element(document, root)


def _element(found: DictionaryObject, root: DictionaryObject) -> Element:
    kids = _kids(found)
    elements = [kid for kid in kids if isinstance(kid, DictionaryObject) and "/S" in kid]
    return Element(
        _role(found, root),
        _attributes(found, root),
        str(found.get("/Alt", "")),
        str(found.get("/ActualText", "")),
        len(kids) > len(elements),
        [_element(kid, root) for kid in elements],
    )


def _kids(parent: DictionaryObject) -> list[Any]:
    kids = parent.get("/K", ArrayObject())
    listed = kids.get_object() if isinstance(kids, pypdf.generic.IndirectObject) else kids
    listed = listed if isinstance(listed, ArrayObject) else [listed]
    return [kid.get_object() for kid in listed]


def _role(found: DictionaryObject, root: DictionaryObject) -> str:
    """The standard's name of an element (ISO 32000-1, 14.8.4), by the maps of roles."""
    kind, space = str(found["/S"]), found.get("/NS")
    while True:
        names = space.get_object() if space is not None else {}
        mapped = names.get("/RoleMapNS", {}).get(kind) or root.get("/RoleMap", {}).get(kind)
        if mapped is None:
            return kind.removeprefix("/")
        mapped = mapped.get_object()
        if isinstance(mapped, ArrayObject):
            kind, space = str(mapped[0]), mapped[1]
        else:
            kind = str(mapped)


def _attributes(found: DictionaryObject, root: DictionaryObject) -> dict[str, Any]:
    """Attributes of the element's own and of its classes (ISO 32000-1, 14.7.5)."""
    classes = root.get("/ClassMap", {})
    named = _listed(found.get("/C"))
    every = [classes[name] for name in named if name in classes] + _listed(found.get("/A"))
    values: dict[str, Any] = {}
    for entry in every:
        for part in _listed(entry):
            if isinstance(part, DictionaryObject):
                values |= {key.removeprefix("/"): str(value) for key, value in part.items()}
    return values


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    value = value.get_object() if hasattr(value, "get_object") else value
    return (
        [part.get_object() if hasattr(part, "get_object") else part for part in value]
        if isinstance(value, ArrayObject)
        else [value]
    )
