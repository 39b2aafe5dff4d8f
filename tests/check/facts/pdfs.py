"""Changes finished PDFs, as somebody does with an editor for them."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
from pypdf.generic import ContentStream, NameObject, TextStringObject


def replace_in_pdf(file: Path, old: str, new: str) -> None:
    """Replace words in the text of a PDF's pages, in fonts that pdfLaTeX encodes as letters.

    The new words have as many letters as the old ones; spaces and kerning stay.
    """
    assert len(old) == len(new)
    reader = pypdf.PdfReader(io.BytesIO(file.read_bytes()))
    writer = pypdf.PdfWriter(clone_from=reader)
    count = 0
    for page in writer.pages:
        content = ContentStream(page.get_contents(), writer)
        for operands, operator in content.operations:
            if operator == b"TJ":
                count += _replace_in_line(operands[0], old, new)
        page[NameObject("/Contents")] = writer._add_object(content)
    assert count, f"{old!r} is not in {file.name}"
    buffer = io.BytesIO()
    writer.write(buffer)
    file.write_bytes(buffer.getvalue())


def _replace_in_line(pieces: list[object], old: str, new: str) -> int:
    """Replace words in the pieces of a line, between which stand numbers for kerning."""
    texts = [index for index, piece in enumerate(pieces) if isinstance(piece, str)]
    line = "".join(str(pieces[index]) for index in texts)
    replaced = line.replace(old, new)
    position = 0
    for index in texts:
        end = position + len(str(pieces[index]))
        pieces[index] = TextStringObject(replaced[position:end])
        position = end
    return line.count(old)
