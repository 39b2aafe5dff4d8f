"""Where pictures stand on a page: each picture's frame, as it is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdf
from msgspec import Struct
from msgspec.structs import replace
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from proposal.pdf.pdf_objects import at, entries
from proposal.pdf.placed import Box

Matrix = tuple[float, float, float, float, float, float]

_SHIFTED: Matrix = (1, 0, 0, 1, 0, 0)
_UNIT = Box(0, 0, 1, 1)
_PAINTERS = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"n"}
_CURVES = {b"m", b"l", b"c", b"v", b"y"}


class _State(Struct, frozen=True):
    """Where drawing goes on, and the frame beyond which it is cut."""

    matrix: Matrix = _SHIFTED
    frame: Box | None = None


def pictures(page: pypdf.PageObject) -> list[Box]:
    """The frames of a page's pictures in points, from the lower left corner of the page."""
    named = at(page, "/Resources", "/XObject")
    if not isinstance(named, DictionaryObject) or not named:
        return []
    contents = page.get_contents()
    if contents is None:
        return []
    known = dict(zip(named.keys(), entries(named), strict=True))
    left, bottom = float(page.mediabox.left), float(page.mediabox.bottom)
    shifted: Matrix = (1, 0, 0, 1, -left, -bottom)
    return list(_drawn(contents, known, _State(shifted)))


def _drawn(contents: ContentStream, known: dict[str, object], state: _State) -> Iterator[Box]:
    saved: list[_State] = []
    path: list[Box] = []
    cuts = False
    for operands, operator in contents.operations:
        if operator == b"q":
            saved.append(state)
        elif operator == b"Q" and saved:
            state = saved.pop()
        elif operator == b"cm":
            state = replace(state, matrix=_multiplied(_matrix(operands), state.matrix))
        elif operator == b"re":
            x, y, width, height = (float(operand) for operand in operands)
            path.append(_moved(Box(x, y, x + width, y + height), state.matrix))
        elif operator in _CURVES:
            x, y = float(operands[-2]), float(operands[-1])
            path.append(_moved(Box(x, y, x, y), state.matrix))
        elif operator in {b"W", b"W*"}:
            cuts = True
        elif operator in _PAINTERS:
            if cuts and path:
                state = replace(state, frame=_common(state.frame, Box.around(path)))
            path, cuts = [], False
        elif operator == b"Do":
            frame = _frame(known.get(str(operands[0])), state)
            if frame is not None:
                yield frame


def _frame(drawing: object, state: _State) -> Box | None:
    """The part of a picture that is seen."""
    if not isinstance(drawing, StreamObject):
        return None
    if at(drawing, "/Subtype") == "/Form":
        sides = [float(str(side)) for side in entries(at(drawing, "/BBox"))]
        own = entries(at(drawing, "/Matrix"))
        inner = _matrix([str(number) for number in own]) if own else _SHIFTED
        box = _moved(Box(*sides), _multiplied(inner, state.matrix))
    else:
        box = _moved(_UNIT, state.matrix)
    return _common(state.frame, box)


def _matrix(operands: Sequence[object]) -> Matrix:
    a, b, c, d, e, f = (float(str(operand)) for operand in operands)
    return (a, b, c, d, e, f)


def _multiplied(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _moved(box: Box, matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    corners = [
        (a * x + c * y + e, b * x + d * y + f)
        for x in (box.left, box.right)
        for y in (box.bottom, box.top)
    ]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(up), max(across), max(up))


def _common(frame: Box | None, box: Box) -> Box | None:
    """What of a box lies within a frame; nothing if they do not meet."""
    if frame is None:
        return box
    left, right = max(frame.left, box.left), min(frame.right, box.right)
    bottom, top = max(frame.bottom, box.bottom), min(frame.top, box.top)
    return Box(left, bottom, right, top) if left < right and bottom < top else None
