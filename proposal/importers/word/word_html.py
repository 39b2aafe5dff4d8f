"""Has Mammoth write a prepared Word document as HTML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import mammoth

from proposal.importers.draft import ImportSourceError
from proposal.importers.word.preparation import PreparedDocument

_STYLES = "\n".join(
    [
        *(
            f"p.Our{kind.capitalize()} => p.{kind}:fresh"
            for kind in (
                *("title", "subtitle", "author", "affiliation", "abstract", "keywords"),
                *("caption", "quote", "code"),
            )
        ),
        *(f"r[style-name='{name}'] => em" for name in ("Emphasis", "Subtle Emphasis")),
        "r[style-name='Intense Emphasis'] => strong",
        "br[type='page'] => br",
        "br[type='column'] => br",
        *(f"p.OurLook{level} => p.look{level}:fresh" for level in range(1, 7)),
    ]
)
"""Mammoth's map from our ids of styles to classes."""


def html_of(prepared: PreparedDocument, picture: Callable[[bytes, str], str]) -> str:
    """The document as Mammoth writes it.

    Args:
        prepared: the document.
        picture: takes the content and the type of a picture; gives what stands for it.

    Raises:
        ImportSourceError: it cannot be read.
    """
    file = prepared.package.file

    def keep(image: Any) -> dict[str, str]:
        try:
            with image.open() as stream:
                content = stream.read()
        except KeyError:
            content = b""
        return {"src": picture(content, image.content_type or "")}

    try:
        result = mammoth.convert_to_html(
            prepared.package.packed(),
            style_map=_STYLES,
            include_embedded_style_map=False,
            ignore_empty_paragraphs=False,
            convert_image=mammoth.images.img_element(keep),
        )
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError) as reason:
        advice = "save it under another name as .docx, and import that"
        message = f"{file} cannot be read as a Word document ({type(reason).__name__}: {reason})"
        raise ImportSourceError(f"{message}; {advice}") from reason
    except RecursionError:
        message = f"{file} has parts nested too deeply to be a document"
        raise ImportSourceError(message) from None
    return str(result.value)
