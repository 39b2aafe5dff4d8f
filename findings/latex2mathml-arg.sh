#!/bin/sh
# latex2mathml 3.81.1 (PyPI), Python 3.11.
#
# Expected: all names of functions that LaTeX itself defines (arccos to tanh) are known.
# Seen: 31 are, and \arg is not, so that the usual \arg\max shows a backslash on the page:
#   <mi>\arg</mi><mo>max</mo>
# It is not an error: every command that it does not know is printed like that.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check latex2mathml==3.81.1
cat >try.py <<'END'
import re
from latex2mathml.converter import convert
functions = """arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim
    liminf limsup ln log max min Pr sec sin sinh sup tan tanh""".split()
print(len(functions), *(name for name in functions if "\\" in convert("\\" + name + " x")))
print(re.search(r"<mi>.*</mo>", convert(r"\arg\max")).group())
END
cat >wanted <<'END'
32 arg
<mi>\arg</mi><mo>max</mo>
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
