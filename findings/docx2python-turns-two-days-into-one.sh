#!/bin/sh
# docx2python 3.7.1 and docx2md 1.0.5, input by python-docx 1.2.0, beside them mammoth 1.13.0
# (PyPI), Python 3.11.
#
# Expected: a hyphen that does not break, which Word sets by Ctrl+Shift+_ and stores as an element
# of its own (w:noBreakHyphen), is read as a hyphen; python-docx and mammoth do so.
# Seen: it is left out, and nothing stands for it. A range of days that was kept in one line
# becomes another day:
#   June 1-2, 2027  ->  June 12, 2027
# Pages 1-9 become page 19.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check docx2python==3.7.1 docx2md==1.0.5 \
    python-docx==1.2.0 mammoth==1.13.0
cat >try.py <<'END'
import contextlib, io
import docx, docx2md, docx2python, mammoth
from docx.oxml import OxmlElement
document = docx.Document()
paragraph = document.add_paragraph("June 1")
paragraph.add_run()._r.append(OxmlElement("w:noBreakHyphen"))
paragraph.add_run("2, 2027")
document.save("call.docx")
print("python-docx", paragraph.text)
with open("call.docx", "rb") as file:
    print("mammoth", ascii(mammoth.extract_raw_text(file).value.strip()))
print("docx2python", docx2python.docx2python("call.docx").text.strip())
with contextlib.redirect_stdout(io.StringIO()):
    text = docx2md.do_convert("call.docx")
print("docx2md", text.strip())
END
cat >wanted <<'END'
python-docx June 1-2, 2027
mammoth 'June 1\u20112, 2027'
docx2python June 12, 2027
docx2md June 12, 2027
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
