#!/bin/sh
# microtype 3.0f with pdfTeX 1.40.24 (TeX Live 2022 of Debian 12: texlive-latex-recommended
# 2022.20230122-3); read by pdftotext of poppler-utils 22.12, pypdf 7.1.1, pypdfium2 5.15.2 and PyMuPDF 2.0
# (PyPI), Python 3.11.
#
# Expected: \textls spaces letters by a tenth of the size, which the package has as its default. Whoever
# copies the title, looks for it in the viewer, or has it read aloud, gets its words.
# Seen: three of four readers see a space in each gap and none of another kind between the words, so that
# nobody can tell any more where a word ends; the fourth one does so from a fifth of the size on:
#   Workshop on Samples   ->   Wo r k s h o p o n S a m p l e s
# Half of that, \textls[50], is read rightly by all four. A bookmark and the metadata have the words; the
# page, by which search engines go, has not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypdf==7.1.1 pypdfium2==5.15.2 pymupdf==2.0
cat >try.py <<'END'
import subprocess

import pymupdf
import pypdf
import pypdfium2

SOURCE = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{lmodern,microtype}
\pagestyle{empty}
\begin{document}
\noindent \textls[%d]{Workshop on Samples}
\end{document}
"""
for amount in (50, 100, 200):
    with open("title.tex", "w") as file:
        file.write(SOURCE % amount)
    line = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "title.tex"]
    subprocess.run(line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    poppler = subprocess.run(["pdftotext", "title.pdf", "-"], capture_output=True, text=True).stdout
    texts = {
        "poppler": poppler,
        "pypdf": pypdf.PdfReader("title.pdf").pages[0].extract_text(),
        "pdfium": pypdfium2.PdfDocument("title.pdf")[0].get_textpage().get_text_range(),
        "mupdf": pymupdf.open("title.pdf")[0].get_text(),
    }
    for name, text in texts.items():
        print(amount, name, text.strip())
END
cat >wanted <<'END'
50 poppler Workshop on Samples
50 pypdf Workshop on Samples
50 pdfium Workshop on Samples
50 mupdf Workshop on Samples
100 poppler Wo r k s h o p o n S a m p l e s
100 pypdf Wo r k s h o p o n S a m p l e s
100 pdfium Wo rk sh op on S ample s
100 mupdf Workshop on Samples
200 poppler Wo r k s h o p o n S a m p l e s
200 pypdf W o r k s h o p o n S a m p l e s
200 pdfium W o r k s h o p o n S a m p l e s
200 mupdf Wo r k s h o p o n S a m p l e s
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
