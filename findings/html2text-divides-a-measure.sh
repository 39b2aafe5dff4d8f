#!/bin/sh
# html2text 2025.4.15 (PyPI), Python 3.11; beside it markdownify 1.2.3.
#
# Expected: where emphasis ends inside of a word, the word is not divided; Markdown has a form for
# it (*n*DCG), and the converter chooses which mark it writes.
# Seen: a space is set between emphasis and letters, so that one word becomes two:
#   <i>n</i>DCG and <i>k</i>NN  ->  _n_ DCG and _k_ NN
#   <b>F</b>1                   ->  **F** 1
# A search for nDCG in the text finds nothing any more.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check html2text==2025.4.15 markdownify==1.2.3
cat >try.py <<'END'
import html2text
from markdownify import markdownify
for page in ("<p><i>n</i>DCG and <i>k</i>NN</p>", "<p><b>F</b>1</p>"):
    print(html2text.html2text(page).strip(), "|", markdownify(page).strip())
END
cat >wanted <<'END'
_n_ DCG and _k_ NN | *n*DCG and *k*NN
**F** 1 | **F**1
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
