#!/bin/sh
# pypdf 7.1.1, pikepdf 10.18.0, pdfplumber 0.11.10 (pdfminer.six 20260107), PyMuPDF 2.0 and
# pypdfium2 5.15.2 (PyPI), Python 3.11.
#
# Expected: a text in UTF-16 may say in which language its parts are, so that a screen reader says
# them rightly: escape, the language's two letters, the country's two letters if need be, escape
# (ISO 32000-1, 7.9.2.2). It is no part of the text, as in a title that is half German.
# Seen: three readers give escape and letters as text. PyMuPDF takes out a language, and leaves one
# with a country in. pypdfium2 takes out both.
# Where the escape characters are not shown, the title begins "deZürich" and is found by no search.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypdf==7.1.1 pikepdf==10.18.0 \
    pdfplumber==0.11.10 pdfminer.six==20260107 pymupdf==2.0 pypdfium2==5.15.2
cat >try.py <<'END'
import io
import pdfplumber, pikepdf, pymupdf, pypdf, pypdfium2


def document(title):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.docinfo.Title = pikepdf.Object.parse(b"<FEFF" + title.encode("utf-16-be").hex().encode() + b">")
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


for language in ("de", "deCH"):
    data = document(f"\x1b{language}\x1bZürich")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        seen = {"pikepdf": str(pdf.docinfo.Title)}
    seen["pypdf"] = pypdf.PdfReader(io.BytesIO(data)).metadata.title
    seen["pdfplumber"] = pdfplumber.open(io.BytesIO(data)).metadata["Title"]
    seen["PyMuPDF"] = pymupdf.open(stream=data, filetype="pdf").metadata["title"]
    seen["pypdfium2"] = pypdfium2.PdfDocument(data).get_metadata_dict()["Title"]
    for reader, title in seen.items():
        print(language, reader, ascii(title))
END
cat >wanted <<'END'
de pikepdf '\x1bde\x1bZ\xfcrich'
de pypdf '\x1bde\x1bZ\xfcrich'
de pdfplumber '\x1bde\x1bZ\xfcrich'
de PyMuPDF 'Z\xfcrich'
de pypdfium2 'Z\xfcrich'
deCH pikepdf '\x1bdeCH\x1bZ\xfcrich'
deCH pypdf '\x1bdeCH\x1bZ\xfcrich'
deCH pdfplumber '\x1bdeCH\x1bZ\xfcrich'
deCH PyMuPDF '\x1bdeCH\x1bZ\xfcrich'
deCH pypdfium2 'Z\xfcrich'
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
