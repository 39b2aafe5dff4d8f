#!/bin/sh
# docxtpl 0.20.2 (PyPI), which fills letters, badges and certificates made in Word; beside it docx-mailmerge2
# 1.0.3; read by python-docx 1.2.0 (PyPI), Python 3.11.
#
# Expected: a value that is put into a place of the letter stands there as it is, or render() raises an error
# if the value cannot stand in a Word file.
# Seen: values are put into the XML of the file without being escaped, unless autoescape=True is said, and
# what is no XML then is thrown away in silence. An ampersand is lost with the letters behind it, and a title
# with two angle brackets, as talks on markup have, takes the rest of the letter with it:
#   Search & Rank      "Search  Rank"
#   R&D at AT&T        "R at AT"
#   What is <b> for    "What is "  and nothing behind it, neither the fee nor the signature
# What was escaped by hand is right. The other library writes all three as they are.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check docxtpl==0.20.2 python-docx==1.2.0 docx-mailmerge2==1.0.3
cat >try.py <<'END'
import warnings

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from mailmerge import MailMerge

warnings.simplefilter("ignore")
letter = Document()
letter.add_paragraph('Your paper "{{ title }}" is accepted.')
letter.add_paragraph("The chairs")
letter.save("letter.docx")
form = Document()
paragraph = form.add_paragraph('Your paper "')
field = OxmlElement("w:fldSimple")
field.set(qn("w:instr"), "MERGEFIELD title")
field.append(OxmlElement("w:r"))
field[0].append(OxmlElement("w:t"))
paragraph._p.append(field)
paragraph.add_run('" is accepted.')
form.save("form.docx")
for title in ("Search & Rank", "R&D at AT&T", "What is <b> for"):
    filled = DocxTemplate("letter.docx")
    filled.render({"title": title})
    filled.save("filled.docx")
    lines = [paragraph.text.strip() for paragraph in Document("filled.docx").paragraphs]
    print(*lines, sep=" | ")
    with MailMerge("form.docx") as merged:
        merged.merge(title=title)
        merged.write("merged.docx")
    print("merged", *(paragraph.text for paragraph in Document("merged.docx").paragraphs), sep=" | ")
END
cat >wanted <<'END'
Your paper "Search  Rank" is accepted. | The chairs
merged | Your paper "Search & Rank" is accepted.
Your paper "R at AT" is accepted. | The chairs
merged | Your paper "R&D at AT&T" is accepted.
Your paper "What is
merged | Your paper "What is <b> for" is accepted.
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
