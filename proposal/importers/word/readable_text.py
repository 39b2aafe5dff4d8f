"""Makes text readable that Mammoth passes over, and takes out what is not to be read.

Mammoth reads neither simple fields (`REF`, `SEQ`) nor stretches of another direction, and says
nothing of charts and documents within the document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

from msgspec import Struct

from proposal.importers.word.package import W

Element = ET.Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFF = {"0", "false", "off"}
"""The values of a switch that is off (ECMA-376, ST_OnOff)."""
_AROUND_TEXT = {f"{W}fldSimple", f"{W}bdo", f"{W}dir"}
"""What stands around runs of text and does not change it."""
_FROM_ELSEWHERE = {f"{W}altChunk", f"{W}subDoc"}


class LeftOutText(Struct):
    """How much of a document is left out, by kinds."""

    struck: int = 0
    placeholders: int = 0
    """Words such as "Click here to enter text", which a form shows in place of an answer."""
    drawings: int = 0
    """Charts and drawings that are no pictures."""
    parts: int = 0
    """Documents that Word takes in when it opens this one."""


def make_readable(parent: Element, left_out: LeftOutText) -> None:
    """Change what stands in an element, and count what is left out.

    Args:
        parent: the text of a document or of its notes.
        left_out: where it is counted.
    """
    children: list[Element] = []
    for child in parent:
        changed = _CHANGES.get(child.tag)
        if changed is not None and changed(child, left_out):
            continue
        if not (child.tag == f"{_MC}Choice" and parent.find(f"{_MC}Fallback") is not None):
            make_readable(child, left_out)
        children += list(child) if child.tag in _AROUND_TEXT else [child]
    parent[:] = _with_first_letters(children)


def _with_first_letters(children: list[Element]) -> list[Element]:
    """Paragraphs with the large letters that stand before them in frames of their own."""
    found: list[Element] = []
    letters: list[Element] = []
    for child in children:
        frame = child.find(f"{W}pPr/{W}framePr") if child.tag == f"{W}p" else None
        if frame is not None and frame.get(f"{W}dropCap") in {"drop", "margin"}:
            letters += child.findall(f"{W}r")
            continue
        if letters and child.tag == f"{W}p":
            start = 1 if child.find(f"{W}pPr") is not None else 0
            child[start:start] = letters
            letters = []
        found.append(child)
    return found


# Changes of elements, each of which says whether the element is to be left out


def _run(run: Element, left_out: LeftOutText) -> bool:
    properties = run.find(f"{W}rPr")
    for switch in properties if properties is not None else ():
        if switch.get(f"{W}val") == "off":  # which Mammoth takes for on
            switch.set(f"{W}val", "0")
    is_struck = any(
        switch is not None and switch.get(f"{W}val") not in OFF
        for name in ("strike", "dstrike")
        for switch in (run.find(f"{W}rPr/{W}{name}"),)
    )
    if is_struck:
        left_out.struck += bool("".join(run.itertext()).strip())
    return is_struck


def _line_end(element: Element, _left_out: LeftOutText) -> bool:
    element.tag = f"{W}br"
    return False


def _ruby(ruby: Element, _left_out: LeftOutText) -> bool:
    """Signs with their pronunciation above them, which stands in brackets behind them."""
    base, above = (
        "".join(text.text or "" for text in ruby.iterfind(f"{W}{name}//{W}t"))
        for name in ("rubyBase", "rt")
    )
    ruby.clear()
    ruby.tag, ruby.text = f"{W}t", f"{base}({above})" if above else base
    return False


def _control(control: Element, left_out: LeftOutText) -> bool:
    """A field of a form that nobody has filled in."""
    if control.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
        return False
    left_out.placeholders += bool("".join(control.itertext()).strip())
    return True


def _drawing(drawing: Element, left_out: LeftOutText) -> bool:
    """A drawing; one that is neither a picture nor a box with text is left out."""
    data = next((part for part in drawing.iter() if part.tag.endswith("}graphicData")), None)
    inner = list(data) if data is not None else []
    is_picture = any(part.tag.endswith("}pic") for part in inner)
    has_text = any(part.tag == f"{W}txbxContent" for part in drawing.iter())
    left_out.drawings += not is_picture and not has_text
    return False


def _part(_element: Element, left_out: LeftOutText) -> bool:
    left_out.parts += 1
    return True


_CHANGES: Mapping[str, Callable[[Element, LeftOutText], bool]] = {
    f"{W}r": _run,
    f"{W}cr": _line_end,
    f"{W}ruby": _ruby,
    f"{W}sdt": _control,
    f"{W}drawing": _drawing,
    **dict.fromkeys(_FROM_ELSEWHERE, _part),
}
"""What changes elements, by their names."""
