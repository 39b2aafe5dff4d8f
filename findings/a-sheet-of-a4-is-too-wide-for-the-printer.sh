#!/bin/sh
# pdfimpose 2.10.0 with papersize 1.6.1 and pymupdf 1.28.2 (PyPI), which makes booklets of PDFs, Python 3.11.
#
# Expected: pages of A5, 148 by 210 millimetres, become sheets of A4, 297 by 210, which is what the program aims at
# without an option, and what --format A4 asks for; the two pages of a sheet lie side by side.
# Seen: the sheet has 300.2 by 211.6 millimetres, and no printer has such paper: it makes everything smaller, or
# cuts the edges off. A size is computed in the points of TeX, 72.27 to an inch, and is taken for points of PDF, 72
# to an inch; what seems to be left of the paper is laid around the pages twice.
# Told how many pages go on a sheet (--signature 2x1), it has the size of its two pages.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pdfimpose==2.10.0 papersize==1.6.1 pymupdf==1.28.2
cat >make.py <<'END'
import pymupdf

MILLIMETRE = 72 / 25.4
document = pymupdf.open()
for number in range(4):
    page = document.new_page(width=148 * MILLIMETRE, height=210 * MILLIMETRE)
    page.insert_text((0, 50), f"Page{number + 1}")
document.save("pages.pdf")
END
cat >show.py <<'END'
import sys

import pymupdf

MILLIMETRE = 72 / 25.4
page = pymupdf.open(sys.argv[1])[0]
# Each page of the input has its text at its left edge.
sizes = (page.rect.width, page.rect.height, *sorted(word[0] for word in page.get_text("words")))
print(*(f"{size / MILLIMETRE:.1f}" for size in sizes))
END
venv/bin/python make.py
{
    for options in "" "--format A4" "--signature 2x1"; do
        # shellcheck disable=SC2086
        venv/bin/pdfimpose saddle $options pages.pdf -o sheets.pdf
        venv/bin/python show.py sheets.pdf
    done
} >seen
cat >wanted <<'END'
300.2 211.6 2.1 150.1
300.2 211.6 2.1 150.1
296.0 210.0 0.0 148.0
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
