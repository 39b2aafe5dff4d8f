#!/bin/sh
# pikepdf 10.18.0 and PyMuPDF 2.0, beside them pypdf 7.1.1 (PyPI), Python 3.11.
#
# Expected: who joins a preface, pages i and ii, and a paper whose pages are labelled 11 to 13, gets
# these labels, or none at all.
# Seen: two libraries keep the labels of the first file alone, and a label holds until the next one:
# the paper is numbered on in roman. Viewers show these numbers, and find pages by them:
#   pikepdf, PyMuPDF   i ii iii iv v      for   i ii 11 12 13
#   pypdf              1 2 3 4 5          (none is left)
# A reader who looks for page 12, as it is printed, is told that there is no such page.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pikepdf==10.18.0 pypdf==7.1.1 pymupdf==2.0
cat >try.py <<'END'
import pikepdf
import pymupdf
import pypdf
from pikepdf import Array, Dictionary, Name


def write(name, pages, **labels):
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(200, 200))
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(**labels)]))
    pdf.save(name)


def labels(name):
    """The labels as a program reads them that joined nothing."""
    return pypdf.PdfReader(name).page_labels


write("preface.pdf", 2, S=Name.r)
write("paper.pdf", 3, S=Name.D, St=11)
print("before", *labels("preface.pdf"), *labels("paper.pdf"))

with pikepdf.open("preface.pdf") as volume, pikepdf.open("paper.pdf") as paper:
    volume.pages.extend(paper.pages)
    volume.save("pikepdf.pdf")
volume = pymupdf.open("preface.pdf")
volume.insert_pdf(pymupdf.open("paper.pdf"))
volume.save("pymupdf.pdf")
writer = pypdf.PdfWriter()
for name in ("preface.pdf", "paper.pdf"):
    writer.append(name)
writer.write("pypdf.pdf")
for name in ("pikepdf.pdf", "pymupdf.pdf", "pypdf.pdf"):
    print(name, *labels(name))
END
cat >wanted <<'END'
before i ii 11 12 13
pikepdf.pdf i ii iii iv v
pymupdf.pdf i ii iii iv v
pypdf.pdf 1 2 3 4 5
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
