#!/bin/sh
# KaTeX 0.19.1 (npm) and math-core 0.9.0 (PyPI), which write MathML, read by speech-rule-engine 4.1.5, which says it for
# screen readers, and by mathml-to-latex 1.8.0 (npm), Node.js 20, Python 3.11; beside them MathML by hand.
#
# Expected: the bar of a mean is a macron (U+00AF), as MathML has it in its own list of accents (MathML 3, appendix C),
# and as MathJax writes it; it is said "x bar". A line under x is said as one.
# Seen: KaTeX writes \bar as the first tone of Mandarin (U+02C9), and math-core \overline as the combining line below
# (U+0332), of which fonts have wide forms. Both look like a bar. For neither there is a word, so that a voice gets the
# sign, and LaTeX does too:
#   \bar{x}, U+00AF           x bar             \bar{x}
#   \bar{x}, KaTeX            x and U+02C9      \overset{ and U+02C9
#   \overline{x}, math-core   x and U+0332      \overset{ and U+0332
# The line under x by KaTeX is U+203E, the line above, and becomes \underset{\overline}{x}, which LaTeX stops at.
# Whoever hears the paper hears of x where the mean of x is meant.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check math-core==0.9.0
npm install --silent --no-audit --no-fund katex@0.19.1 speech-rule-engine@4.1.5 mathml-to-latex@1.8.0 >/dev/null
cat >write.py <<'END'
from math_core import LatexToMathML

print(LatexToMathML().convert_with_local_state(r"\overline{x}", displaystyle=False))
END
cat >try.mjs <<'END'
import { readFileSync } from "node:fs";
import katex from "katex";
import { MathMLToLaTeX } from "mathml-to-latex";
import sre from "speech-rule-engine";

const written = (latex) => katex.renderToString(latex, { output: "mathml" }).match(/<math.*<\/math>/s)[0]
  .replace(/<annotation.*<\/annotation>/s, "");
const formulas = {
  hand: '<math><mover accent="true"><mi>x</mi><mo>\u00af</mo></mover></math>',
  "KaTeX bar": written("\\bar{x}"),
  "math-core overline": readFileSync(0, "utf8").trim(),
  "KaTeX underline": written("\\underline{x}"),
};
const plain = (text) => text.replace(/[^ -~]/g, (sign) => `<${sign.codePointAt(0).toString(16)}>`);
await sre.setupEngine({ locale: "en", domain: "clearspeak", modality: "speech" });
await sre.engineReady();
for (const [name, formula] of Object.entries(formulas)) {
  console.log(`${name}: ${plain(sre.toSpeech(formula))}, ${plain(MathMLToLaTeX.convert(formula))}`);
}
END
cat >wanted <<'END'
hand: x bar, \bar{x}
KaTeX bar: x <2c9>, \overset{<2c9>}{x}
math-core overline: x <332>, \overset{<332>}{x}
KaTeX underline: x over overline, \underset{\overline}{x}
END
venv/bin/python write.py | node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
