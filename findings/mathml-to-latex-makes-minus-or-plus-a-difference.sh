#!/bin/sh
# mathml-to-latex 1.8.0 (npm), Node.js 20.
#
# Expected: what a page shows as a formula comes back as LaTeX that shows the same.
# Seen: ± comes back and ∓ does not: "a ∓ b" becomes "a +- b", which TeX sets as a plus beside a
# minus. The two epsilons of one formula become one. Names of functions become products of letters
# ("log n" is l·o·g·n).
#   a ± b     a \pm b
#   a ∓ b     a +- b
#   ε < ϵ     \epsilon < \epsilon
#   log n     log n
# Nothing is said.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund mathml-to-latex@1.8.0 >/dev/null
cat >try.mjs <<'END'
import { MathMLToLaTeX } from "mathml-to-latex";

const formulas = [
  "<mi>a</mi><mo>±</mo><mi>b</mi>",
  "<mi>a</mi><mo>∓</mo><mi>b</mi>",
  "<mi>ε</mi><mo>&lt;</mo><mi>ϵ</mi>",
  "<mi>log</mi><mi>n</mi>",
];
for (const formula of formulas) {
  console.log(MathMLToLaTeX.convert(`<math>${formula}</math>`));
}
END
cat >wanted <<'END'
a \pm b
a +- b
\epsilon < \epsilon
log n
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
