#!/bin/sh
# hyperxmp 5.9 with hyperref 7.00u, by itself and in acmart 1.88, which loads it (TeX Live 2022 of Debian 12:
# texlive-latex-extra and texlive-publishers 2022.20230122-4), read by pdfinfo of poppler-utils 22.12.
#
# Expected: the metadata of a PDF (XMP, which is XML) name the proceedings as the page does, as they do with
# the title of the paper.
# Seen: three fields, those with a language of their own (name of the publication, subtitle, edition of a
# book), are made into XML twice, and the second time each byte of UTF-8 is taken for a sign of
# PDFDocEncoding. An apostrophe becomes an a with a circumflex and two corners of a frame, and an ampersand
# is shown as &amp;. The title beside it, of the same letters, is right:
#   title            Caf<e acute> & Bar <apostrophe>24
#   publicationName  Caf<A tilde><copyright> &amp; Bar <a circumflex><bullet><Z caron>24
# acmart writes the name of the proceedings into this field, so that each ACM paper of a conference with an
# accent, an ampersand or a typographic apostrophe in its name has it. LaTeX says nothing; the page looks right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >try.py <<'END'
import re
import subprocess
from html import unescape

NAME = "Caf\xe9 \\& Bar \u201924"
ALONE = r"""\documentclass{article}
\usepackage{hyperxmp,hyperref}
\hypersetup{pdflang={en},pdftitle={NAME},pdfpublication={NAME},pdfsubtitle={NAME},pdfpublisher={NAME}}
\begin{document}
x
\end{document}
"""
PAPER = r"""\documentclass[sigconf]{acmart}
\acmConference[Bar '24]{Conference on Bars}{May 1--2, 2024}{Sampletown}
\acmBooktitle{NAME}
\begin{document}
\title{NAME}
\author{Ann Sample}
\affiliation{\institution{Sample University}\city{Sampletown}\country{Norway}}
\maketitle
x
\end{document}
"""
for source in (ALONE, PAPER):
    with open("paper.tex", "w", encoding="utf-8") as file:
        file.write(source.replace("NAME", NAME))
    line = ["pdflatex", "-interaction=batchmode", "paper.tex"]
    subprocess.run(line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    found = subprocess.run(["pdfinfo", "-meta", "paper.pdf"], capture_output=True, check=True)
    xmp = found.stdout.decode()
    for name in ("dc:title", "dc:publisher", "prism:subtitle", "prism:publicationName"):
        value = re.search(rf"<{name}\b.*?>(.*?)</{name}>", xmp, re.DOTALL)
        words = re.sub(r"<[^>]*>", "", value[1]).split() if value else ["-"]
        print(name, ascii(unescape(" ".join(words))))
END
cat >wanted <<'END'
dc:title 'Caf\xe9 & Bar \u201924'
dc:publisher 'Caf\xe9 & Bar \u201924'
prism:subtitle 'Caf\xc3\xa9 &amp; Bar \xe2\u2022\u017d24'
prism:publicationName 'Caf\xc3\xa9 &amp; Bar \xe2\u2022\u017d24'
dc:title 'Caf\xe9 & Bar \u201924'
dc:publisher 'Association for Computing Machinery'
prism:subtitle '-'
prism:publicationName 'Caf\xc3\xa9 &amp; Bar \xe2\u2022\u017d24'
END
python3 try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
