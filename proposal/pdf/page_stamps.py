"""Draws stamps onto the pages of a PDF, which otherwise stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pikepdf
from msgspec import Struct

from proposal.pdf.free_edges import Edges
from proposal.pdf.qpdf import with_own_attributes

_ABOVE_EDGE = 22.0
"""Points between the lower edge of a page and a stamp, as long as there is room."""
_LEAST_ABOVE_EDGE = 10.0
_BELOW_PRINT = 5.0
"""Points that a stamp keeps from what is printed."""
DEPTH = 110.0
"""Points from the edges of a page within which a stamp may stand."""


class Stamp(Struct, frozen=True):
    """What is drawn on a page: a page of another PDF."""

    sheet: int
    """Which page, counted from 0."""
    width: float
    """In points, as `height`."""
    height: float


def stamps_of(sheets: pikepdf.Pdf) -> list[Stamp]:
    """All stamps of a PDF, each as large as its page."""
    boxes = [[float(side) for side in page.mediabox] for page in sheets.pages]
    return [Stamp(index, box[2] - box[0], box[3] - box[1]) for index, box in enumerate(boxes)]


class _Place(Struct, frozen=True):
    """Where the lower left corner of a stamp stands on the page as it is seen, and its scale."""

    x: float
    y: float
    scale: float
    is_free: bool


def room_for(stamp: Stamp) -> float:
    """How much of a page's foot a stamp needs, in points."""
    return stamp.height + _BELOW_PRINT + _LEAST_ABOVE_EDGE


def put_stamps(
    pdf: pikepdf.Pdf, sheets: pikepdf.Pdf, stamps: Sequence[Stamp], edges: Sequence[Edges]
) -> list[int]:
    """Draw a stamp on each page, at its foot, or at its head where the foot has no room.

    Args:
        pdf: the PDF, which is changed.
        sheets: the PDF of which the stamps are pages.
        stamps: the stamp of each page.
        edges: the free edges of each page.

    Returns:
        the numbers, counted from 1, of pages on which a stamp stands over something printed.
    """
    covered = []
    for number, (page, stamp, room) in enumerate(zip(pdf.pages, stamps, edges, strict=True), 1):
        place = _place(stamp, room)
        _draw(pdf, page, sheets.pages[stamp.sheet], place)
        if not place.is_free:
            covered.append(number)
    return covered


def _place(stamp: Stamp, room: Edges) -> _Place:
    scale = min(1.0, (room.width - 2 * _LEAST_ABOVE_EDGE) / stamp.width)
    width, height = stamp.width * scale, stamp.height * scale
    x = (room.width - width) / 2
    highest = room.bottom - _BELOW_PRINT - height
    if highest >= _LEAST_ABOVE_EDGE:
        return _Place(x, min(_ABOVE_EDGE, highest), scale, is_free=True)
    if room.top - _BELOW_PRINT - height >= _LEAST_ABOVE_EDGE:
        from_top = min(_ABOVE_EDGE, room.top - _BELOW_PRINT - height)
        return _Place(x, room.height - from_top - height, scale, is_free=True)
    return _Place(x, _LEAST_ABOVE_EDGE, scale, is_free=False)


def _draw(pdf: pikepdf.Pdf, page: pikepdf.Page, sheet: pikepdf.Page, place: _Place) -> None:
    with_own_attributes(page.obj)
    form = pdf.copy_foreign(sheet.as_form_xobject())
    name = _add_resource(pdf, page.obj, form)
    matrix = _matrix(page, place)
    numbers = " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in matrix)
    before, missing = _unbalanced(page)
    drawing = (
        f"{'Q ' * missing}Q\n/Artifact << /Type /Pagination /Subtype /Footer >> BDC\n"
        f"q {numbers} cm {name} Do Q\nEMC\n"
    )
    first = pdf.make_stream(b"q " * (before + 1) + b"\n")
    last = pdf.make_stream(drawing.encode())
    page.obj.Contents = pikepdf.Array([first, *contents_of(page.obj), last])
    for link in _links(sheet):
        _add_link(pdf, page.obj, link, matrix, sheet)


def contents_of(page: pikepdf.Object) -> list[pikepdf.Object]:
    """The streams in which a page says what it draws."""
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Array):
        return [part for part in contents if isinstance(part, pikepdf.Stream)]
    return [contents] if isinstance(contents, pikepdf.Stream) else []


def _add_resource(pdf: pikepdf.Pdf, page: pikepdf.Object, form: pikepdf.Object) -> str:
    """Name a drawing among what a page may draw, of which other pages share nothing any more."""
    shared = page.get("/Resources")
    own = pikepdf.Dictionary()
    if isinstance(shared, pikepdf.Dictionary):
        own = pikepdf.Dictionary(dict(shared.items()))
    drawings = own.get("/XObject")
    known = dict(drawings.items()) if isinstance(drawings, pikepdf.Dictionary) else {}
    name = "/VolumeStamp"
    while name in known:
        name += "X"
    own.XObject = pikepdf.Dictionary({**known, name: form})
    page.Resources = pdf.make_indirect(own)
    return name


def _unbalanced(page: pikepdf.Page) -> tuple[int, int]:
    """How many states of drawing a page restores too many, and how many it leaves open."""
    try:
        steps = pikepdf.parse_content_stream(page, "q Q")
    except (pikepdf.PdfError, TypeError, ValueError):
        return 0, 0
    depth = lowest = 0
    for step in steps:
        depth += 1 if str(step.operator) == "q" else -1
        lowest = min(lowest, depth)
    return -lowest, depth - lowest


def _matrix(page: pikepdf.Page, place: _Place) -> tuple[float, float, float, float, float, float]:
    """What leads from a stamp to the page, which may be shown rotated, and cut at all sides."""
    left, bottom, right, top = (float(side) for side in _shown_box(page))
    x, y, scale = place.x, place.y, place.scale
    rotation = page.obj.get("/Rotate", 0)
    match int(rotation) % 360 if isinstance(rotation, int | Decimal) else 0:
        case 90:
            return (0, scale, -scale, 0, right - y, bottom + x)
        case 180:
            return (-scale, 0, 0, -scale, right - x, top - y)
        case 270:
            return (0, -scale, scale, 0, left + y, top - x)
        case _:
            return (scale, 0, 0, scale, left + x, bottom + y)


def _shown_box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """The sides of what is shown of a page: left, bottom, right, top."""
    media, crop = _sides(page.mediabox), _sides(page.cropbox)
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if left < right and bottom < top else media


def _sides(box: pikepdf.Object) -> tuple[float, float, float, float]:
    one, other, third, fourth = (float(side) for side in list(box)[:4])
    return (min(one, third), min(other, fourth), max(one, third), max(other, fourth))


def _links(sheet: pikepdf.Page) -> list[pikepdf.Object]:
    return [link for link in sheet.obj.get("/Annots", []) if link.get("/Subtype") == "/Link"]


def _add_link(
    pdf: pikepdf.Pdf,
    page: pikepdf.Object,
    link: pikepdf.Object,
    matrix: tuple[float, float, float, float, float, float],
    sheet: pikepdf.Page,
) -> None:
    """Have a page offer a link of its stamp."""
    a, b, c, d, e, f = matrix
    origin_x, origin_y = float(sheet.mediabox[0]), float(sheet.mediabox[1])
    x1, y1, x2, y2 = (float(side) for side in link.Rect)
    corners = [
        (a * (x - origin_x) + c * (y - origin_y) + e, b * (x - origin_x) + d * (y - origin_y) + f)
        for x, y in ((x1, y1), (x2, y2))
    ]
    across, upright = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    sides = (across[0], upright[0], across[1], upright[1])
    made = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[round(side, 3) for side in sides],
        Border=[0, 0, 0],
        F=4,
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=link.A.URI),
    )
    page.Annots = pikepdf.Array([*page.get("/Annots", []), pdf.make_indirect(made)])
