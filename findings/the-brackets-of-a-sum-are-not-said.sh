#!/bin/sh
# accessible-math-reader 0.4.1 (PyPI), which says formulas and writes them in Braille, Python 3.11; beside it
# speech-rule-engine 4.1.5 (npm), Node.js 20.
#
# Expected: two formulas with other values are said in other words, and have other signs in Braille (Nemeth, UEB).
# Seen: brackets round a sum of single letters and digits are left out, in speech and in both kinds of Braille, at
# each of the library's levels of detail. Whoever cannot see the formula has another one:
#   (a+b)c  and  a+bc      a plus b c
#   (1-p)^n and  1-p^n     1 minus p to the power of n
#   n(n-1)                 n n minus 1
# Brackets with a command inside of them are said: O(n \log n) is "O open paren n log n close paren"; so are those
# within a fraction. In P(A|B) the line is not said either.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check accessible-math-reader==0.4.1 latex2mathml==3.81.1
npm install --silent --no-audit --no-fund speech-rule-engine@4.1.5 >/dev/null
cat >try.py <<'END'
from accessible_math_reader import MathReader
from latex2mathml.converter import convert

reader = MathReader()
with open("formulas", "w") as file:
    for formula in ("(a+b)c", "a+bc", "(1-p)^n", "1-p^n", "n(n-1)", r"O(n \log n)"):
        braille = (reader.to_braille(formula, code) for code in ("nemeth", "ueb"))
        print(formula, reader.to_speech(formula), *braille, sep=" | ")
        print(convert(formula), file=file)
END
cat >try.cjs <<'END'
const { readFileSync } = require("node:fs");
const engine = require("speech-rule-engine");
(async () => {
  await engine.setupEngine({ locale: "en", domain: "clearspeak" });
  for (const formula of readFileSync("formulas", "utf8").trim().split("\n")) {
    console.log(engine.toSpeech(formula));
  }
})();
END
cat >wanted <<'END'
(a+b)c | a plus b c | ⠁⠬⠃⠉ | ⠁⠬⠃⠉
a+bc | a plus b c | ⠁⠬⠃⠉ | ⠁⠬⠃⠉
(1-p)^n | 1 minus p to the power of n | ⠼⠂⠤⠏⠘⠝ | ⠼⠁⠤⠏⠔⠝
1-p^n | 1 minus p to the power of n | ⠼⠂⠤⠏⠘⠝ | ⠼⠁⠤⠏⠔⠝
n(n-1) | n n minus 1 | ⠝⠝⠤⠼⠂ | ⠝⠝⠤⠼⠁
O(n \log n) | O open paren n log n close paren | ⠠⠕⠷⠝⠇⠕⠛⠝⠾ | ⠠⠕⠐⠣⠝⠇⠕⠛⠝⠐⠜
open paren a plus b close paren times c
a plus b c
open paren 1 minus p close paren to the n-th power
1 minus p to the n-th power
n times open paren n minus 1 close paren
O of open paren n log n close paren
END
venv/bin/python try.py >seen
node try.cjs >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
