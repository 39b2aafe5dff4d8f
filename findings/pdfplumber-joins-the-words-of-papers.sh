#!/bin/sh
# pdfplumber 0.11.10, beside pypdfium2 5.15.2 and pdfminer.six, which it is built on; input by
# reportlab 5.1.0 (PyPI), Python 3.11.
#
# Expected: extract_words() divides a line of ordinary text into words.
# Seen: TeX writes no spaces into a PDF, it moves on by the width of one, and that is 2.25 points in
# Times at 9 points. The tolerance is 3 points by default, whatever the size, so that everything up
# to 12 points is one word; both other readers find four. With x_tolerance_ratio it works.
#   9 points   AnnAuthorandBob
#   13 points  Ann Author and Bob
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pdfplumber==0.11.10 reportlab==5.1.0 pypdfium2==5.15.2
cat >try.py <<'END'
import io, logging
import pdfplumber, pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
logging.disable(logging.CRITICAL)


def line_as_tex_sets_it(size):
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Times-Roman", size)
    x = 72
    for word in ("Ann", "Author", "and", "Bob"):
        canvas.drawString(x, 700, word)
        x += stringWidth(word + " ", "Times-Roman", size)
    canvas.save()
    file.seek(0)
    return file


def words(size, **options):
    with pdfplumber.open(line_as_tex_sets_it(size)) as pdf:
        return " ".join(word["text"] for word in pdf.pages[0].extract_words(**options))


for size in (9, 12, 13):
    print(size, words(size))
print(words(9, x_tolerance_ratio=0.15))
print(extract_text(line_as_tex_sets_it(9)).strip())
print(pypdfium2.PdfDocument(line_as_tex_sets_it(9))[0].get_textpage().get_text_range())
END
cat >wanted <<'END'
9 AnnAuthorandBob
12 AnnAuthorandBob
13 Ann Author and Bob
Ann Author and Bob
Ann Author and Bob
Ann Author and Bob
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
