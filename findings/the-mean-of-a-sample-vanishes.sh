#!/bin/sh
# mathlive 0.111.1 (npm), whose field for formulas gives MathML to screen readers and AsciiMath to other
# programs, Node.js 20; beside it temml 0.13.5 (npm).
#
# Expected: what the field draws is there in the other notations too, or an error says that it is not; whoever
# cannot see the formula has it from there.
# Seen: what stands under \overline or \underline is left out with its line, and so is the \not before a sign,
# together with that sign; on the console there is a word of it, in the text there is none:
#   \overline{x} - y        - y                 a \not= b    a b
# In AsciiMath the second derivative becomes the first one, and in MathML what a congruence is modulo of is
# left out (1 000 with braces round its comma becomes 1.000):
#   f''(x)                  f^′(x)              a \equiv b \pmod n    a ≡ b
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund mathlive@0.111.1 temml@0.13.5 >/dev/null
cat >try.mjs <<'END'
import { convertLatexToAsciiMath, convertLatexToMathMl } from "mathlive/ssr";
import temml from "temml";
const { log } = console;
console.log = console.info = () => {};
const words = (mathml) => mathml.replace(/<annotation.*?<\/annotation>/g, "").replace(/<[^>]*>/g, "");
const clean = (text) => text.replace(/&#8290;|&#x2061;|[\u2061\u2062\u200b]/g, "").normalize().trim();
const formulas = ["\\overline{x} - y", "a \\not= b", "f''(x)", "a \\equiv b \\pmod n", "1{,}000"];
for (const formula of formulas) {
  const ascii = convertLatexToAsciiMath(formula);
  const [live, other] = [convertLatexToMathMl(formula), temml.renderToString(formula)].map(words);
  log([formula, ascii, live, other].map(clean).join(" | "));
}
END
cat >wanted <<'END'
\overline{x} - y | -y | −y | x−y
a \not= b | a b | ab | a≠b
f''(x) | f^′(x) | f′′(x) | f′′(x)
a \equiv b \pmod n | a≡b (m o d  n) | a≡b | a≡b(modn)
1{,}000 | 1,000 | 1.000 | 1,000
END
node try.mjs >seen 2>/dev/null
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
