"""Writes the HTML of a picture in a text: with caption, size, and what it shows in words."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from proposal.render.captions import caption_html, caption_of
from proposal.render.latex.figures import Width, width_of
from proposal.render.prose import LINK_SCHEMES
from proposal.render.typography import typographic

_COLUMN = 704
"""Pixels of a text's column on a wide screen."""


class WebPicture(Struct, frozen=True):
    """A picture as a page names it."""

    address: str
    """That of the file that every browser shows."""
    width: int
    """Pixels, as `height`."""
    height: int
    others: tuple[tuple[str, int], ...] = ()
    """The addresses of smaller files (WebP), each with its width in pixels."""
    is_cut_out: bool = False
    """Whether the ground can be seen through it."""


class OwnMaterial(Protocol):
    """What a page shows of ours, and where it leads to."""

    def address_of(self, written: str, text: Path) -> str | None:
        """The address of something of ours that a text names; nothing if there is none."""

    def picture_of(self, written: str, text: Path) -> WebPicture | None:
        """A picture that a text names; nothing if it cannot be shown."""


class ShownFigure(Struct, frozen=True):
    """A picture of a text, which can be shown."""

    picture: WebPicture
    description: str
    """What it shows, in words."""
    caption: str
    width: Width | None
    """How much of the column it takes, if that is said."""
    link: str | None = None
    """Where it leads to."""


def figures_of(
    paragraph: SyntaxTreeNode, own: OwnMaterial | None, text: Path | None
) -> list[ShownFigure]:
    """The pictures of a paragraph that holds nothing else; none if one cannot be shown.

    Args:
        paragraph: the paragraph.
        own: the pictures and addresses.
        text: the file of the text.
    """
    if own is None or text is None or not paragraph.children:
        return []
    found: list[ShownFigure] = []
    for child in paragraph.children[0].children:
        if child.type == "softbreak" or (child.type == "text" and not child.content.strip()):
            continue
        is_link = child.type == "link" and len(child.children) == 1
        image = child.children[0] if is_link else child
        shown = shown_of(image, own, text) if image.type == "image" else None
        if shown is None:
            return []
        link = address_in(child, own, text) if is_link else None
        found.append(replace(shown, link=link))
    return found


def shown_of(
    image: SyntaxTreeNode, own: OwnMaterial | None, text: Path | None
) -> ShownFigure | None:
    """A picture of a text; nothing if it cannot be shown."""
    if own is None or text is None:
        return None
    picture = own.picture_of(str(image.attrs.get("src", "")), text)
    if picture is None:
        return None
    written = image.attrs.get("width")
    width = width_of(str(written)) if written is not None else None
    parts = caption_of(image)
    caption = caption_html(parts) if parts else _line(str(image.attrs.get("title", "")))
    return ShownFigure(picture, _line(image.content), caption, width)


def _line(text: str) -> str:
    return typographic(" ".join(text.split()))


def address_in(link: SyntaxTreeNode, own: OwnMaterial | None, text: Path | None) -> str | None:
    """Where a link leads; nothing if it leads to nothing."""
    written = str(link.attrs.get("href", ""))
    if written.startswith(LINK_SCHEMES):
        return written
    return own.address_of(written, text) if own is not None and text is not None else None


def figure_html(shown: ShownFigure, *, has_styles: bool = True) -> Markup:
    """A picture in a paragraph of its own, on one line.

    Args:
        shown: the picture.
        has_styles: whether the page has our style sheet, and not another theme's.
    """
    picture = _picture_html(shown, _sizes(shown.width))
    if shown.link:
        picture = Markup('<a href="{}">{}</a>').format(shown.link, picture)
    caption = Markup("<figcaption>{}</figcaption>").format(shown.caption) if shown.caption else ""
    style = Markup("")
    if shown.width is not None and not shown.width.spans_page and shown.width.share < 1:
        part = "--part" if has_styles else "width"
        style = Markup(' style="{}: {:g}%"').format(part, shown.width.share * 100)
    kinds = _classes(shown, *(["across"] if shown.width and shown.width.spans_page else []))
    return Markup("<figure{}{}>{}{}</figure>").format(kinds, style, picture, caption)


def figures_html(shown: list[ShownFigure], *, has_styles: bool = True) -> Markup:
    """Pictures that stand in a paragraph without words, side by side if there are several."""
    figures = Markup("").join(figure_html(figure, has_styles=has_styles) for figure in shown)
    if len(shown) == 1 or not has_styles:
        return figures
    return Markup('<div class="figures">{}</div>').format(figures)


def picture_in_line(shown: ShownFigure) -> Markup:
    """A picture among words."""
    picture = shown.picture
    ratio = picture.width / picture.height
    height = min(picture.height, _LINE)
    width = max(round(height * ratio), 1)
    return Markup(
        '<img class="in-line{}" src="{}" alt="{}" width="{}" height="{}" loading="lazy">'
    ).format(
        " cut-out" if picture.is_cut_out else "",
        picture.address,
        shown.description,
        width,
        height,
    )


_LINE = 28
"""Pixels in height of a picture among words, which would push the lines apart."""


def _picture_html(shown: ShownFigure, sizes: str) -> Markup:
    picture = shown.picture
    image = Markup('<img src="{}" alt="{}" width="{}" height="{}" loading="lazy">').format(
        picture.address, shown.description, picture.width, picture.height
    )
    if not picture.others:
        return image
    source = Markup(", ").join(
        Markup("{} {}w").format(address, width) for address, width in picture.others
    )
    html = Markup('<picture><source type="image/webp" srcset="{}" sizes="{}">{}</picture>')
    return html.format(source, sizes, image)


def _sizes(width: Width | None) -> str:
    share = 1 if width is None or width.spans_page else width.share
    return f"(min-width: 48rem) {round(_COLUMN * share)}px, 92vw"


def _classes(shown: ShownFigure, *others: str) -> Markup:
    names = [*others, *(["cut-out"] if shown.picture.is_cut_out else [])]
    return Markup(' class="{}"').format(" ".join(names)) if names else Markup("")
