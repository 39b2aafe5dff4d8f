"""Parses XML of others without what harms: entities, and elements nested without an end."""

from __future__ import annotations

from xml.etree import ElementTree as ET
from xml.parsers import expat

_DEEPEST = 200
"""Elements inside of elements; Word's own documents have fifty."""


class UnsafeXmlError(Exception):
    """XML has what no document of its kind has; the text says what."""


def parsed_xml(content: bytes) -> ET.Element:
    """The root of a document.

    Raises:
        UnsafeXmlError: it has a document type, or is nested too deeply.
        ElementTree.ParseError: it is no XML.
    """
    refuse_unsafe_xml(content)
    return ET.fromstring(content)  # noqa: S314 - it has no document type


def refuse_unsafe_xml(content: bytes) -> None:
    """Refuse XML that may define entities, or whose elements stand in each other without an end.

    Raises:
        UnsafeXmlError: it does.
        ElementTree.ParseError: it is no XML.
    """
    depth = 0

    def document_type(*_: object) -> None:
        raise UnsafeXmlError("a document type in its XML")

    def start(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise UnsafeXmlError("elements nested too deeply")

    def end(_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = document_type
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(content, True)
    except expat.ExpatError as reason:
        raise ET.ParseError(str(reason)) from reason
