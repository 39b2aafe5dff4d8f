#!/bin/sh
# pdf-lib 1.17.1 (npm), Node.js 20; beside it pikepdf 10.18.0, input by reportlab 5.1.0, output read by
# PyMuPDF 2.0 (PyPI), Python 3.11.
#
# Expected: embedPdf() takes a page of another file to put it on a sheet, as booklets and handouts are
# made. A page is what a viewer shows: cut to its /CropBox and turned by its /Rotate (ISO 32000-1,
# 7.7.3.3). LaTeX writes /Rotate 90 for a wide table (pdflscape), printers' marks lie outside of the box.
# Seen: the page is embedded as it was before both. The table lies on its side, and what the author had
# cut off is printed again:
#   viewer    "Table" from left to right
#   pikepdf   "Table" from left to right
#   pdf-lib   "Table" from bottom to top, and "DRAFT" beside it
# Its width and height are those of the uncut page, so that nothing tells the program.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pikepdf==10.18.0 reportlab==5.1.0 pymupdf==2.0
npm install --silent --no-audit --no-fund pdf-lib@1.17.1 >/dev/null
cat >write.py <<'END'
import pikepdf
from reportlab.pdfgen import canvas

sheet = canvas.Canvas("plain.pdf", pagesize=(100, 200))
sheet.drawString(2, 192, "DRAFT")
sheet.translate(100, 0)
sheet.rotate(90)
sheet.drawString(20, 60, "Table")
sheet.save()
with pikepdf.open("plain.pdf") as pdf:
    pdf.pages[0].Rotate = 90
    pdf.pages[0].CropBox = [0, 0, 100, 185]
    pdf.save("table.pdf")
with pikepdf.open("table.pdf") as pdf, pikepdf.new() as booklet:
    booklet.add_blank_page(page_size=(400, 400))
    booklet.pages[0].add_overlay(pdf.pages[0], pikepdf.Rectangle(100, 100, 300, 300))
    booklet.save("pikepdf.pdf")
END
cat >try.mjs <<'END'
import { readFileSync, writeFileSync } from "node:fs";
import { PDFDocument } from "pdf-lib";
const booklet = await PDFDocument.create();
const [page] = await booklet.embedPdf(readFileSync("table.pdf"));
booklet.addPage([400, 400]).drawPage(page, { x: 100, y: 100 });
writeFileSync("pdf-lib.pdf", await booklet.save());
console.log(page.width, page.height);
END
cat >read.py <<'END'
import pymupdf

ways = {(1, 0): "from left to right", (0, -1): "from bottom to top"}
for name in ("table", "pikepdf", "pdf-lib"):
    page = pymupdf.open(name + ".pdf")[0]
    for block in page.get_text("dict")["blocks"]:
        for line in block["lines"]:
            way = (pymupdf.Point(line["dir"]) * page.rotation_matrix) - (pymupdf.Point() * page.rotation_matrix)
            print(name, line["spans"][0]["text"], ways[round(way.x), round(way.y)])
END
cat >wanted <<'END'
100 200
table Table from left to right
pikepdf Table from left to right
pdf-lib DRAFT from left to right
pdf-lib Table from bottom to top
END
venv/bin/python write.py
{ node try.mjs; venv/bin/python read.py; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
