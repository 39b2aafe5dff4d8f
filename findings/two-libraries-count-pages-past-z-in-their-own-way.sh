#!/bin/sh
# pikepdf 10.18.0, PyMuPDF 2.0, pypdf 7.1.1 and pypdfium2 5.15.2 (PyPI), Python 3.11.
#
# Expected: a page has one label. ISO 32000 numbers pages by letters A to Z, then AA to ZZ, the same
# letter twice (/S /A of a page label dictionary), and viewers show BB behind AA.
# Seen: pypdf and PDFium give AA, BB, CC; pikepdf and PyMuPDF count as columns of a spreadsheet do:
#   pypdf, pypdfium2     Y Z AA BB CC
#   pikepdf, PyMuPDF     Y Z AA AB AC
# A page that was found by its label in one library is not found in the other.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pikepdf==10.18.0 pypdf==7.1.1 \
    pymupdf==2.0 pypdfium2==5.15.2
cat >try.py <<'END'
import pikepdf
import pymupdf
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

pdf = pikepdf.new()
for _ in range(29):
    pdf.add_blank_page(page_size=(200, 200))
pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.A)]))
pdf.save("letters.pdf")
pages = range(24, 29)
opened = pikepdf.open("letters.pdf")
pdfium = pypdfium2.PdfDocument("letters.pdf")
labels = pypdf.PdfReader("letters.pdf").page_labels
print("pypdf", *(labels[page] for page in pages))
print("pypdfium2", *(pdfium.get_page_label(page) for page in pages))
print("pikepdf", *(opened.pages[page].label for page in pages))
print("PyMuPDF", *(pymupdf.open("letters.pdf")[page].get_label() for page in pages))
END
cat >wanted <<'END'
pypdf Y Z AA BB CC
pypdfium2 Y Z AA BB CC
pikepdf Y Z AA AB AC
PyMuPDF Y Z AA AB AC
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
