#!/bin/sh
# mammoth 1.13.0, pandoc 3.9 (pypandoc_binary 1.17) and docx2md 1.0.5, input by python-docx 1.2.0,
# beside them docx2python 3.7.1 (PyPI), Python 3.11.
#
# Expected: a field of Word, like a reference to a section, comes with the text that Word shows for
# it; a reader need not compute it, only keep it. That works for fields of the long form
# (w:fldChar).
# Seen: Word's short form of the same thing (w:fldSimple) is left out with its text. mammoth gives a
# message, the others do not; python-docx reads nothing either:
#   See Section 3 for the dates.  ->  See  for the dates.
# docx2python keeps it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 \
    docx2md==1.0.5 python-docx==1.2.0 docx2python==3.7.1
cat >try.py <<'END'
import docx, docx2md, docx2python, mammoth, pypandoc
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
document = docx.Document()
paragraph = document.add_paragraph("See ")
field = OxmlElement("w:fldSimple")
field.set(qn("w:instr"), " REF dates ")
field.append(paragraph.add_run("Section 3")._r)
paragraph._p.append(field)
paragraph.add_run(" for the dates.")
document.save("call.docx")
with open("call.docx", "rb") as file:
    print("mammoth", mammoth.extract_raw_text(file).value.strip())
print("pandoc", pypandoc.convert_file("call.docx", "plain").strip())
print("docx2md", docx2md.do_convert("call.docx").strip())
print("python-docx", docx.Document("call.docx").paragraphs[0].text)
print("docx2python", docx2python.docx2python("call.docx").text.strip())
END
cat >wanted <<'END'
mammoth See  for the dates.
pandoc See for the dates.
docx2md See  for the dates.
python-docx See  for the dates.
docx2python See Section 3 for the dates.
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
