"""Tells the kinds of pictures apart by their first bytes, and says why one cannot be taken."""

from __future__ import annotations

_BEGINNINGS = {
    b"%PDF-": "PDF",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"<svg": "SVG",
    b"<?xml": "SVG",
    b"%!PS": "PostScript",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"BM": "BMP",
}
_BRANDS = {
    b"avif": "AVIF",
    b"avis": "AVIF",
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1"), "HEIC"),
}
"""What stands behind `ftyp` in files of the ISO base media format."""

_COMMANDS = {
    "SVG": "rsvg-convert -w 1000 -o {stem}.png {name}",
    "PDF": "pdftoppm -png -singlefile -r 300 {name} {stem}",
    "PostScript": "magick -density 300 {name} {stem}.png",
}


class PictureError(Exception):
    """A file is no picture that can be used; the text says why, as “it …”."""

    def __init__(self, reason: str, kind: str | None = None) -> None:
        super().__init__(reason)
        self.kind = kind
        """What kind of file it is, if that is known."""

    def hint(self, name: str) -> str:
        """What to do about a file of some name."""
        if self.kind in {None, "PNG", "JPEG", "GIF", "TIFF", "BMP", "WebP"}:
            return "copy it again, or export it again as JPEG or PNG"
        stem = name.rpartition(".")[0] or name
        command = _COMMANDS.get(self.kind or "", "magick {name} {stem}.jpg")
        return f"export it as JPEG or PNG, or type: {command.format(name=name, stem=stem)}"


def kind_of(head: bytes) -> str | None:
    """The kind of a picture by the first 16 bytes of its file: "JPEG"; nothing if unknown."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WebP"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    kinds = (kind for beginning, kind in _BEGINNINGS.items() if head.startswith(beginning))
    return next(kinds, None)
