#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17, PyPI), Python 3.11.
#
# Expected: a formula that pandoc wrote into an .odt comes back, as from .docx, HTML with MathML,
# JATS and Typst; its reader knows the formulas of .odt.
# Seen: each formula is gone from the sentence, without a message:
#   We use $k$-NN in $O(n^2)$ time.  ->  We use -NN in time.
# The writer names the formula "Formula-0/", the reader looks for "./Formula-0", as LibreOffice
# names it. With these signs changed in the file, the formulas are there, if set on lines of their own.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17
cat >try.py <<'END'
import re
import zipfile

import pypandoc

text = "We use $k$-NN in $O(n^2)$ time.\n"
for name in ("paper.odt", "paper.docx"):
    pypandoc.convert_text(text, name.partition(".")[2], format="markdown", outputfile=name)
with zipfile.ZipFile("paper.odt") as paper, zipfile.ZipFile("changed.odt", "w") as changed:
    for member in paper.namelist():
        content = paper.read(member)
        if member == "content.xml":
            content = re.sub(rb'"(Formula-\d)/"', rb'"./\1"', content)
        changed.writestr(member, content)
for name in ("paper.odt", "paper.docx", "changed.odt"):
    print(name, pypandoc.convert_file(name, "markdown").strip())
END
cat >wanted <<'END'
paper.odt We use -NN in time.
paper.docx We use $k$-NN in $O(n^{2})$ time.
changed.odt We use $$k$$-NN in $$O(n^{2})$$ time.
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
