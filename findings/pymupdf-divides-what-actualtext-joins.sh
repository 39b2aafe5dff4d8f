#!/bin/sh
# PyMuPDF 2.0 and pypdfium2 5.15.2, input by pikepdf 10.18.0 (PyPI), Python 3.11.
#
# Expected: ActualText replaces all glyphs of its span (ISO 32000-1, 14.9.4, whose example is the
# German "Drucker", which was hyphenated as "Druk-ker"), and an empty one takes a hyphen or an
# ornament out.
# Seen: PyMuPDF keeps the letters that glyphs and replacement have in common at both ends, and sets
# what is left between them with a space on both sides, since the glyphs there had another width. Of
# nothing a space is left. pypdfium2 replaces the word, but not by nothing:
#   "Drucker" for "Druk-ker"       PyMuPDF "Dru c ker"   pypdfium2 "Drucker"
#   "" for the hyphen of "re-view" PyMuPDF "re view"     pypdfium2 "re-view"
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pymupdf==2.0 pypdfium2==5.15.2 pikepdf==10.18.0
cat >try.py <<'END'
import io
import pikepdf, pymupdf, pypdfium2
from pikepdf import Dictionary, Name


def page(content):
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].Resources = Dictionary(Font=Dictionary(F1=font))
    pdf.pages[0].Contents = pdf.make_stream(b"BT /F1 12 Tf 20 100 Td " + content + b" ET")
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


for content in (
    b"/Span <</ActualText (Drucker)>> BDC (Druk-ker) Tj EMC",
    b"(re) Tj /Span <</ActualText ()>> BDC (-) Tj EMC (view) Tj",
):
    data = page(content)
    print(pymupdf.open(stream=data, filetype="pdf")[0].get_text().strip(), end=" | ")
    print(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range())
END
cat >wanted <<'END'
Dru c ker | Drucker
re view | re-view
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
