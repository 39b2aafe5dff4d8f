#!/bin/sh
# wasysym 2.4 and amssymb 3.01 with pdfTeX 1.40.24 (TeX Live 2022 of Debian 12: texlive-latex-extra
# 2022.20230122-4); read by pdftotext of poppler-utils 22.12, pypdf 7.1.1 and pypdfium2 5.15.2 (PyPI),
# Python 3.11.
#
# Expected: a box with a tick in a list of what is given ("wheelchairs", "microphones") is U+2611, an empty
# one U+2610, for whoever copies the page, has it read aloud or looks through it by a program.
# Seen: nobody says what the glyphs of this font are, and all three readers take the code of a glyph for
# that of a letter, so that a box is a number, a tick a control character, and a crossed box another number:
#   \Square, \CheckedBox, \XBox    2, 2 and U+0008, 4
# $\square$ and $\checkmark$ of amssymb are what they look like. The page itself is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypdf==7.1.1 pypdfium2==5.15.2
cat >try.py <<'END'
import subprocess

import pypdf
import pypdfium2

SOURCE = r"""\documentclass{article}
\usepackage{%s}
\pagestyle{empty}
\begin{document}
%s
\end{document}
"""
BOXES = [
    ("wasysym", r"\Square"),
    ("wasysym", r"\CheckedBox"),
    ("wasysym", r"\XBox"),
    ("amssymb", r"$\square$"),
    ("amssymb", r"$\checkmark$"),
]
for package, box in BOXES:
    with open("box.tex", "w") as file:
        file.write(SOURCE % (package, box))
    line = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "box.tex"]
    subprocess.run(line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    poppler = subprocess.run(["pdftotext", "box.pdf", "-"], capture_output=True, text=True).stdout
    reader = pypdf.PdfReader("box.pdf").pages[0].extract_text()
    page = pypdfium2.PdfDocument("box.pdf")[0].get_textpage().get_text_range()
    print(box, *(ascii(text.strip(" \n\f\r")) for text in (poppler, reader, page)))
END
cat >wanted <<'END'
\Square '2' '2' '2'
\CheckedBox '2\n\x08' '2\x08' '2\x08'
\XBox '4' '4' '4'
$\square$ '\u25a1' '\u25a1' '\u25a1'
$\checkmark$ '\u2713' '\u2713' '\u2713'
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
