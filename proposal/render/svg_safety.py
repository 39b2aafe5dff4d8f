"""Refuses drawings (SVG) that could do more than be seen, and reads how large the others are.

A page shows a logo as a picture, in which browsers run no script and load nothing; but whoever
opens the file itself gets all that it holds (https://www.w3.org/TR/SVG2/conform.html#processing-modes).
"""

from __future__ import annotations

import re
from typing import NoReturn
from xml.parsers import expat

from msgspec import Struct

from proposal.diagnostics import shortened
from proposal.render.picture_kinds import PictureError

MOST_BYTES = 1_000_000
"""Bytes of the largest drawing that is taken; a logo has some thousands."""

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XHTML = "http://www.w3.org/1999/xhtml"

_ACTIVE = {
    *("script", "foreignObject", "iframe", "embed", "object", "audio", "video", "canvas"),
    *("handler", "listener", "animation", "tref"),
}
"""Elements that run, or hold what is no drawing."""

_ANIMATED = {"animate", "animateColor", "animateMotion", "animateTransform", "set", "discard"}
"""Elements that change a drawing over time, and with it where it leads."""

_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|jpg|webp|gif);base64,[\sA-Za-z0-9+/=]*")
"""`data:image/png;base64,iVBORw0KGgo=`"""
_FOREIGN_STYLE = re.compile(
    r"@import|@font-face|image-set|expression\s*\(|javascript:|-moz-binding|behavior\s*:",
    re.IGNORECASE,
)
"""`@import`, `javascript:`"""
_URL = re.compile(r"""url\(\s*["']?\s*([^"')\s]*)""", re.IGNORECASE)
"""`url("#shade")`"""
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|ex)?\s*")
"""`12.5mm`, `100`"""
_PIXELS = {"pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "em": 16, "ex": 8}
"""Pixels of a unit of CSS (https://www.w3.org/TR/css-values-3/#absolute-lengths)."""


def is_drawing(content: bytes) -> bool:
    """Whether a file is SVG, by how it begins."""
    # `<svg width="9">`, also behind a mark of the order of bytes, `<?xml …?>` or a comment
    return re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE\s+svg|svg)", content) is not None


def size_of_safe_drawing(content: bytes) -> tuple[float, float]:
    """Width and height of a drawing in pixels of CSS, if it can only be looked at.

    Raises:
        PictureError: it is damaged, has no size, or holds a script or a reference to other files.
    """
    if len(content) > MOST_BYTES:
        raise PictureError(f"it has more than {MOST_BYTES // 1_000_000} MB", "SVG")
    reading = _DrawingReading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reading.element
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = _doctype
    parser.ProcessingInstructionHandler = _instruction
    try:
        parser.Parse(content, True)
    except expat.ExpatError as reason:
        said = expat.ErrorString(reason.code)
        raise PictureError(f"it is no SVG that can be read ({said})", "SVG") from None
    if reading.size is None:
        raise PictureError("it does not say how large it is (`viewBox`)", "SVG")
    return reading.size


def _refuse(reason: str) -> NoReturn:
    raise PictureError(f"{reason}, which no picture may", "SVG")


def _doctype(_name: str, _system: str | None, _public: str | None, has_declarations: bool) -> None:
    if has_declarations:
        _refuse("it declares entities in its DOCTYPE")


def _instruction(target: str, _data: str) -> None:
    _refuse(f"it holds an instruction to programs (<?{target}?>)")


class _DrawingReading(Struct):
    """The reading of one file, which ends where something in it is refused."""

    size: tuple[float, float] | None = None
    depth: int = 0
    style: list[str] | None = None
    """The text of the style sheet that is being read."""

    def element(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self.depth += 1
        if self.depth == 1:
            if (space, local) != (_SVG, "svg"):
                raise PictureError(f"it begins with <{local}> and is no SVG", "SVG")
            self.size = _size(attributes)
        if space == _XHTML or (space == _SVG and local in _ACTIVE):
            _refuse(f"it holds <{local}>")
        if space == _SVG and local in _ANIMATED:
            _refuse(f"it moves (<{local}>)")
        if space == _SVG and local == "style":
            self.style = []
        for attribute, value in attributes.items():
            _look_at_attribute(local, attribute, value)

    def text(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)

    def end(self, _name: str) -> None:
        self.depth -= 1
        if self.style is not None:
            _look_at_style("".join(self.style))
            self.style = None


def _look_at_attribute(element: str, name: str, value: str) -> None:
    space, _, local = name.rpartition(" ")
    if local.lower().startswith("on") and not space:
        _refuse(f"it holds a script (`{local}`)")
    target = value.strip()
    is_link = local == "base" or (local in {"href", "src"} and space in {"", _XLINK})
    is_within = target.startswith("#") or (element == "image" and _EMBEDDED.fullmatch(target))
    if is_link and not is_within:
        _refuse(f"it refers to another place (`{shortened(target, 40)}`)")
    if local == "style":
        _look_at_style(value)
    else:
        _look_at_addresses(value)


def _look_at_style(text: str) -> None:
    if "\\" in text:  # by which CSS could hide what is looked for here
        _refuse("its style holds a backslash")
    if match := _FOREIGN_STYLE.search(text):
        _refuse(f"its style holds `{match[0]}`")
    _look_at_addresses(text)


def _look_at_addresses(text: str) -> None:
    for match in _URL.finditer(text):
        if not match[1].startswith("#") and not _EMBEDDED.match(match[1]):
            _refuse(f"its style refers to another place (`{shortened(match[1], 40)}`)")


def _size(given: dict[str, str]) -> tuple[float, float] | None:
    """The size that the outermost element gives, by itself or by its part of the plane."""
    lengths = [_pixels(given.get(name, "")) for name in ("width", "height")]
    box = re.split(r"[\s,]+", given.get("viewBox", "").strip())
    try:
        numbers = [float(number) for number in box]
    except ValueError:
        numbers = []
    if len(numbers) == 4 and min(numbers[2:]) > 0:
        # With a box, the given size only stretches it as a whole.
        return numbers[2], numbers[3]
    width, height = lengths
    return (width, height) if width and height else None


def _pixels(length: str) -> float | None:
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * _PIXELS.get(match[2] or "", 1) if match else None
