#!/bin/sh
# pypdf 7.1.1, beside it PyMuPDF 2.0; input by reportlab 5.1.0 (PyPI), Python 3.11.
#
# Expected: PdfWriter.append joins the forms that two authors filled in; fields with one name are
# told apart, as PyMuPDF does, since fields of one full name are one field with one value (ISO
# 32000-1, 12.7.3.2).
# Seen: both fields keep the name, each with its own value, and nothing is said. What a reader takes
# for the answer is the last one, also pypdf itself; of the first author there is none:
#   pypdf     {'author': 'Bob Builder'}
#   PyMuPDF   {'author': 'Ann Author', 'author [27]': 'Bob Builder'}
# Forms of consent and of rights are made from one template, and so is each name in them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypdf==7.1.1 pymupdf==2.0 reportlab==5.1.0
cat >try.py <<'END'
import pymupdf
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

for name, author in (("ann.pdf", "Ann Author"), ("bob.pdf", "Bob Builder")):
    form = Canvas(name, pagesize=(300, 200))
    form.drawString(10, 150, "Form of Consent")
    form.acroForm.textfield(name="author", value=author, x=10, y=100, width=200, height=20)
    form.save()
writer = PdfWriter()
writer.append("ann.pdf")
writer.append("bob.pdf")
writer.write("pypdf.pdf")
joined = pymupdf.open("ann.pdf")
joined.insert_pdf(pymupdf.open("bob.pdf"))
joined.save("pymupdf.pdf")
for name in ("pypdf.pdf", "pymupdf.pdf"):
    print(name, "read by pypdf", sorted(PdfReader(name).get_form_text_fields().values()))
named = {field.field_name for page in pymupdf.open("pypdf.pdf") for field in page.widgets()}
print("names in pypdf.pdf", named)
END
cat >wanted <<'END'
pypdf.pdf read by pypdf ['Bob Builder']
pymupdf.pdf read by pypdf ['Ann Author', 'Bob Builder']
names in pypdf.pdf {'author'}
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
