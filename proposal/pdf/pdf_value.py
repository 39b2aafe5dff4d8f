"""A PDF as a value that is read when somebody asks, and each part of it once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from PIL import Image
    from pypdf import PdfReader

    from proposal.pdf.marked_text import MarkedText
    from proposal.pdf.placed import Box, PageText
    from proposal.pdf.structure_tree import StructureTree


class Pdf(Struct, frozen=True, dict=True):
    """A PDF; whatever is asked of it raises `UnreadablePdfError` if it cannot be read as one.

    The libraries are imported where they are needed: a build with nothing to do needs none.
    """

    content: bytes

    @cached_property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page, in points."""
        from proposal.pdf import pdfium  # noqa: PLC0415 - slow to load

        return pdfium.sizes(self.content)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of each page line by line, in the order of the file, as browsers read it."""
        from proposal.pdf import pdfium  # noqa: PLC0415 - slow to load

        return tuple(pdfium.lines(text) for text in self._pdfium_texts)

    @cached_property
    def flowing_texts(self) -> tuple[str, ...]:
        """The text of each page with words joined that line ends break, and without ligatures."""
        from proposal.pdf import pdfium  # noqa: PLC0415 - slow to load

        return tuple(pdfium.flowing(text) for text in self._pdfium_texts)

    @cached_property
    def pypdf_texts(self) -> tuple[str, ...]:
        """The text of each page as pypdf reads it: words from right to left in their order."""
        from proposal.pdf import pdf_objects  # noqa: PLC0415 - slow to load

        return pdf_objects.texts(self.reader)

    @cached_property
    def first_text(self) -> str:
        """The text of the first page alone, with words joined that line ends break."""
        from proposal.pdf import pdfium  # noqa: PLC0415 - slow to load

        return pdfium.flowing(pdfium.first_text(self.content))

    @cached_property
    def first_pypdf_text(self) -> str:
        """The text of the first page as pypdf reads it."""
        from proposal.pdf import pdf_objects  # noqa: PLC0415 - slow to load

        return pdf_objects.first_text(self.reader)

    @cached_property
    def searchable_texts(self) -> tuple[str, ...]:
        """The text of each page, with all that pypdf reads behind the last page of LuaLaTeX's.

        Where a word is written from right to left, only one of the two libraries may have its
        letters in their order.
        """
        from proposal.pdf import pdfium  # noqa: PLC0415 - slow to load

        if "Lua" not in pdfium.producer(self.content):
            return self.texts
        *pages, last = self.texts
        return (*pages, "\n".join([last, *self.pypdf_texts]))

    def page_texts(self, wanted: Callable[[Box], bool], head: float) -> list[PageText]:
        """The text of each page, and with their places the pieces of it that are wanted.

        Args:
            wanted: whether a piece in a box is wanted.
            head: points below the upper edge of a page within which all lines are wanted.
        """
        from proposal.pdf import placed_text  # noqa: PLC0415 - slow to load

        return placed_text.page_texts(self.content, wanted, head)

    @cached_property
    def painted_paths(self) -> list[list[Box]]:
        """The boxes around the rules and shapes that each page paints itself."""
        from proposal.pdf import placed_text  # noqa: PLC0415 - slow to load

        return placed_text.painted_paths(self.content)

    @cached_property
    def pictures(self) -> list[list[Box]]:
        """The frames of the pictures on each page, as they are cut."""
        from proposal.pdf import drawings  # noqa: PLC0415 - slow to load

        return [drawings.pictures(page) for page in self.reader.pages]

    def image(self, number: int, width: int) -> Image.Image:
        """A picture of a page.

        Args:
            number: the page, counted from 1.
            width: of the picture, in pixels.
        """
        from proposal.pdf import pdfium  # noqa: PLC0415 - slow to load

        return pdfium.image(self.content, number, width)

    def information(self, key: str) -> str | None:
        """A value of the document information dictionary; nothing if it is not there.

        Args:
            key: the name, such as `/Title`.
        """
        from proposal.pdf import pdf_objects  # noqa: PLC0415 - slow to load

        return pdf_objects.information(self.reader, key)

    @cached_property
    def reader(self) -> PdfReader:
        """The objects of the PDF, for one thread at a time; `pdf_objects` walks through them."""
        from proposal.pdf import pdf_objects  # noqa: PLC0415 - slow to load

        return pdf_objects.reader(self.content)

    @cached_property
    def marked_texts(self) -> list[list[MarkedText]]:
        """The text of each page by the marks that tags refer to."""
        from proposal.pdf import marked_text  # noqa: PLC0415 - slow to load

        return marked_text.marked_texts(self.content)

    @cached_property
    def structure(self) -> StructureTree:
        """Its tags, and what it says of them."""
        from proposal.pdf import pdf_objects, structure_tree  # noqa: PLC0415 - slow to load

        with pdf_objects.reading():
            return structure_tree.structure_tree(self.reader)

    @property
    def is_encrypted(self) -> bool:
        """Whether it asks for a password, or restricts what may be done with it."""
        return self.reader.is_encrypted

    @cached_property
    def _pdfium_texts(self) -> tuple[str, ...]:
        from proposal.pdf import pdfium  # noqa: PLC0415 - slow to load

        return pdfium.texts(self.content)
