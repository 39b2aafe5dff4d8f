#!/bin/sh
# mammoth 1.13.0 and pandoc 3.9 (pypandoc_binary 1.17), input by python-docx 1.2.0 (PyPI), Python 3.11.
#
# Expected: text that Word was told to hide (Font, Hidden: w:vanish), as chairs do with notes to
# each other, is left out, or told.
# Seen: both set it like the text around it, without a message; python-docx itself can tell it
# (run.font.hidden):
#   Deadline: June 1.(ask the chair first)
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 python-docx==1.2.0
cat >try.py <<'END'
import docx, mammoth, pypandoc
document = docx.Document()
paragraph = document.add_paragraph("Deadline: June 1.")
paragraph.add_run("(ask the chair first)").font.hidden = True
document.save("call.docx")
with open("call.docx", "rb") as file:
    result = mammoth.convert_to_html(file)
print(result.value, result.messages)
print(pypandoc.convert_file("call.docx", "plain").strip())
END
cat >wanted <<'END'
<p>Deadline: June 1.(ask the chair first)</p> []
Deadline: June 1.(ask the chair first)
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
