#!/bin/sh
# pdftitle 0.20 (PyPI), which finds the titles of papers in their PDFs to rename files; the page is
# written by reportlab 5.1.0 (PyPI). Python 3.11.
#
# Expected: the title is the text in the largest letters, all of it.
# Seen: the default way (`original`) ends at the first change of the font, also where the size stays:
# "Ranking with k-Nearest Samples", of which only the k is italic, as of a formula, has the title
# "Ranking with". Where a title begins with a formula, the formula is the title. The way `eliot` reads
# the same page rightly, and `max2` takes the author along, without a space between the two.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pdftitle==0.20 pdfminer.six==20260107 reportlab==5.1.0
cat >paper.py <<'END'
import sys
from reportlab.pdfgen.canvas import Canvas

def write(name, parts):
    page = Canvas(name, invariant=1)
    title = page.beginText(72, 720)
    for font, words in parts:
        title.setFont(font, 20)
        title.textOut(words)
    page.drawText(title)
    page.setFont("Helvetica", 12)
    page.drawString(72, 690, "Ann Author")
    page.setFont("Helvetica", 10)
    page.drawString(72, 650, "This is the text of the paper.")
    page.save()

UPRIGHT, ITALIC = "Helvetica-Bold", "Helvetica-BoldOblique"
write("plain.pdf", [(UPRIGHT, "Ranking with k-Nearest Samples")])
write("within.pdf", [(UPRIGHT, "Ranking with "), (ITALIC, "k"), (UPRIGHT, "-Nearest Samples")])
write("first.pdf", [(ITALIC, "k"), (UPRIGHT, "-Nearest Samples")])
END
venv/bin/python paper.py
for file in plain within first; do
    venv/bin/pdftitle -p $file.pdf 2>/dev/null
done >seen
for way in max2 eliot; do
    venv/bin/pdftitle -a $way -p within.pdf 2>/dev/null
done >>seen
cat >wanted <<'END'
Ranking with k-Nearest Samples
Ranking with
k
Ranking with k-Nearest SamplesAnn Author
Ranking with k-Nearest Samples
END
cmp -s seen wanted || { echo "now:"; cat seen; exit 1; }
echo "as described"
