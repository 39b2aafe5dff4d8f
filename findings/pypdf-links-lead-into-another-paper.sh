#!/bin/sh
# pypdf 7.1.1 (input by pikepdf 10.18.0, PyPI), Python 3.11.
#
# Expected: PdfWriter.append keeps the links of each file that is appended. LaTeX names the targets
# of links alike in every paper (section.1, cite.KEY, page.1), so that names have to be told apart.
# Seen: of two targets with one name the first stays and nothing is said; the link on the first
# page of the second file (page 3 of 4) leads to page 2, into the first file.
# In a volume of papers, each "Section 1" and each citation by an equal key leads to the first paper.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypdf==7.1.1 pikepdf==10.18.0
cat >try.py <<'END'
import io
import pikepdf
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader, PdfWriter


def paper():
    """Two blank pages; a link on the first leads to the second, by name."""
    pdf = pikepdf.new()
    for _ in range(2):
        pdf.add_blank_page(page_size=(200, 200))
    action = Dictionary(S=Name.GoTo, D=String("section.1"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 50, 50], A=action)
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])
    names = Array([String("section.1"), Array([pdf.pages[1].obj, Name.Fit])])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    file = io.BytesIO()
    pdf.save(file)
    return file


writer, volume = PdfWriter(), io.BytesIO()
writer.append(paper())
writer.append(paper())
writer.write(volume)
reader = PdfReader(volume)
for number, page in enumerate(reader.pages, start=1):
    for link in page.get("/Annots", []):
        name = link.get_object()["/A"]["/D"]
        target = reader.get_destination_page_number(reader.named_destinations[name])
        print(f"the link on page {number} leads to page {target + 1}")
END
cat >wanted <<'END'
the link on page 1 leads to page 2
the link on page 3 leads to page 2
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
