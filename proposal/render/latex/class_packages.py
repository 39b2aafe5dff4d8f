"""The packages whose commands the LaTeX here uses, and which acmart loads by itself.

Nothing here loads a package: publishers accept few, and the page is to look as acmart makes it.
"""

from __future__ import annotations

COME_WITH_ACMART = {
    "booktabs": ("toprule", "midrule", "bottomrule", "aboverulesep", "heavyrulewidth"),
    "caption": ("caption",),
    "graphics": ("includegraphics",),
    "graphicx": ("Gin@ewidth",),  # by which it knows `width=`
    "hyperref": ("href", "hypersetup", "nolinkurl", "pdfstringdefDisableCommands"),
    "natbib": ("cite", "NAT@date", "NAT@exlab", "NAT@parse@date", "NAT@year"),
    "url": ("url",),
}
"""By package, the commands that it defines or defines anew, without their backslash."""
