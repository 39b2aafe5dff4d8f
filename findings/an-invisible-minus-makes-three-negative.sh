#!/bin/sh
# pylatexenc 2.11 (PyPI), Python 3.11, by which many programs make plain text of abstracts and tables; mathml2omml
# 0.5.0 (npm), which makes Word's formulas of MathML, Node.js 20. Beside them mathml-to-latex 1.8.0 (npm).
#
# Expected: what \phantom holds takes room and is not seen; people put a sign or a digit there, so that numbers
# stand in line. As text it is nothing, like what \hphantom and \vphantom hold for the same library.
# Seen: it is printed, as part of the number:
#   $\phantom{-}3$     -3              95.\phantom{0}     95.0
#   \phantom{1}5 %     15 %            \phantom{not }significant     not significant
# The other library does so with <mphantom> (MathML, 3.3.7), and leaves out the brackets of <mfenced>, which
# Word's own MathML is full of; on the console there is a word of it, in the document there is none:
#   2 (a + b)          2a+b
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pylatexenc==2.11
npm install --silent --no-audit --no-fund mathml2omml@0.5.0 mathml-to-latex@1.8.0 >/dev/null
cat >texts <<'END'
$\phantom{-}3$
95.\phantom{0}
\phantom{1}5
\phantom{not }significant
\hphantom{-}3
END
cat >try.py <<'END'
from pylatexenc.latex2text import LatexNodes2Text

for line in open("texts"):
    print(line.strip(), LatexNodes2Text().latex_to_text(line).strip(), sep=" | ")
END
cat >try.mjs <<'END'
import { MathMLToLaTeX } from "mathml-to-latex";
import { mml2omml } from "mathml2omml";
const sum = "<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>";
for (const inner of ["<mphantom><mo>-</mo></mphantom><mn>3</mn>", `<mn>2</mn><mfenced>${sum}</mfenced>`]) {
  const formula = `<math xmlns="http://www.w3.org/1998/Math/MathML">${inner}</math>`;
  console.log(mml2omml(formula).replace(/<[^>]*>/g, ""), "|", MathMLToLaTeX.convert(formula));
}
END
cat >wanted <<'END'
$\phantom{-}3$ | -3
95.\phantom{0} | 95.0
\phantom{1}5 | 15
\phantom{not }significant | not significant
\hphantom{-}3 | 3
-3 | 3
2a+b | 2 \left(a + b\right)
END
venv/bin/python try.py >seen
node try.mjs >>seen 2>messages
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
