#!/bin/sh
# Temml 0.13.5 and KaTeX 0.19.1, which write MathML; pandoc 3.9 (pypandoc_binary 1.17), mml2tex 0.1.0 (PyPI) and
# mathml2omml 0.5.0 (npm), which make LaTeX and Word's formulas of it, Node.js 20, Python 3.11; beside them
# mathml-to-latex 1.8.0 (npm).
#
# Expected: "n over k", the number of ways to choose k papers of n, is a fraction in brackets whose line has no
# thickness: <mfrac linethickness="0"> (MathML 3, 3.3.2), or with any unit behind the nought. Temml and KaTeX write
# "0px", others write "0".
# Seen: pandoc looks for the text "0.0pt", which it writes itself, mathml2omml for "0" alone, and mml2tex for nothing.
# With any other nought there is a line, and the number of ways is the quotient of both numbers:
#                  "0"        "0px"      "0.0pt"
#   pandoc         n/k        n/k        n over k
#   mathml2omml    n over k   n/k        n/k
#   mml2tex        n/k        n/k        n/k
# A page that was written with Temml says ten over two, 45, and its copy in Word five. KaTeX writes the LaTeX beside
# its MathML unless it is told not to; pandoc takes that.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17 mml2tex==0.1.0
npm install --silent --no-audit --no-fund temml@0.13.5 katex@0.19.1 mathml2omml@0.5.0 mathml-to-latex@1.8.0 >/dev/null
cat >try.cjs <<'END'
const katex = require("katex");
const { MathMLToLaTeX } = require("mathml-to-latex");
const { mml2omml } = require("mathml2omml");
const temml = require("temml");
const { writeFileSync } = require("node:fs");
const written = temml.renderToString("\\binom{10}{2}");
const thickness = (text) => text.match(/linethickness="[^"]*"/)[0];
console.log(thickness(written), thickness(katex.renderToString("\\binom{10}{2}", { output: "mathml" })));
for (const nought of ["0", "0px", "0.0pt"]) {
  const formula = written.replace("0px", nought).replace("<math", '<math xmlns="http://www.w3.org/1998/Math/MathML"');
  writeFileSync(`${nought}.html`, `<p>${formula}</p>`);
  writeFileSync(`${nought}.xml`, formula);
  console.log(nought, mml2omml(formula).match(/m:type m:val="\w+"/)[0], MathMLToLaTeX.convert(formula));
}
END
cat >try.py <<'END'
import zipfile
from pathlib import Path

import pypandoc
from mml2tex import mml_to_latex

for nought in ("0", "0px", "0.0pt"):
    latex = pypandoc.convert_file(f"{nought}.html", "latex").strip()
    pypandoc.convert_file(f"{nought}.html", "docx", outputfile="word.docx")
    word = zipfile.ZipFile("word.docx").read("word/document.xml").decode()
    print(nought, latex, "noBar" in word, mml_to_latex(Path(f"{nought}.xml").read_text()))
END
cat >wanted <<'END'
linethickness="0px" linethickness="0px"
0 m:type m:val="noBar" \left(\genfrac{}{}{0pt}{}{10}{2}\right)
0px m:type m:val="bar" \left(\genfrac{}{}{0pt}{}{10}{2}\right)
0.0pt m:type m:val="bar" \left(\genfrac{}{}{0pt}{}{10}{2}\right)
0 \(\left( \frac{10}{2} \right)\) False \left(\frac{10}{2}\right)
0px \(\left( \frac{10}{2} \right)\) False \left(\frac{10}{2}\right)
0.0pt \(\binom{10}{2}\) True \left(\frac{10}{2}\right)
END
{ node try.cjs; venv/bin/python try.py; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
