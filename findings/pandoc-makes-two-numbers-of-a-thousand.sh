#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17) and latex2mathml 3.81.1 (PyPI), Python 3.11; beside them
# temml 0.13.5 and katex 0.19.1 (npm), Node.js 20.
#
# Expected: $1{,}000$ is 1,000. TeX's manuals have the braces for just this: a bare comma in a
# formula divides the parts of a list and gets a space, one in braces is part of the number.
# Seen: the braces make no difference. pandoc's text and HTML have a space (U+2006) within the number,
# and MathML of both has two numbers and a separator, which browsers set with a space behind it:
#   We ask $1{,}000$ people.   We ask 1, 000 people.
#   1{,}000                    <mn>1</mn><mo>,</mo><mn>000</mn>
# Half (0{,}5, as in German) becomes "0, 5". temml and KaTeX write <mn>1,000</mn>.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17 latex2mathml==3.81.1
npm install --silent --no-audit --no-fund temml@0.13.5 katex@0.19.1 >/dev/null
cat >try.py <<'END'
import re

import latex2mathml.converter
import pypandoc


def numbers(mathml):
    return re.findall(r"<mn>([^<]*)</mn>", mathml)


text = "We ask $1{,}000$ people."
print(*pypandoc.convert_text(text, "plain", format="latex").split())
print(numbers(pypandoc.convert_text(text, "html", format="latex", extra_args=["--mathml"])))
print(numbers(latex2mathml.converter.convert("1{,}000")))
END
cat >try.mjs <<'END'
import katex from "katex";
import temml from "temml";
const options = { output: "mathml" };
for (const mathml of [temml.renderToString("1{,}000"), katex.renderToString("1{,}000", options)])
  console.log(...mathml.match(/<mn>[^<]*<\/mn>/g));
END
cat >wanted <<'END'
We ask 1, 000 people.
['1', '000']
['1', '000']
<mn>1,000</mn>
<mn>1,000</mn>
END
venv/bin/python try.py >seen
node try.mjs >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
