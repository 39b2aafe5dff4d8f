#!/bin/sh
# py-asciimath 0.3.0 with lxml 6.1.3 (PyPI), Python 3.11; beside it asciimath2tex 1.5.0 (npm), Node.js 20.
#
# Expected: in AsciiMath both sides of a slash may have an index and an exponent (its grammar: "I/I", where I is
# S, S_S, S^S or S_S^S), so that x/y^2 is x over y squared.
# Seen: the denominator ends before its exponent, which is set at the whole fraction; that is another value. With
# an index it is the index of the fraction. In the numerator the slash is not read at all:
#   x/y^2    \frac{x}{y} ^ 2       instead of \frac{x}{y^{2}}
#   a/b_1    \frac{a}{b} _ 1       instead of \frac{a}{b_{1}}
# A minus behind the sign of an exponent is the exponent, and the number is a factor: 10^-3 is {10}^{-} 3.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check py-asciimath==0.3.0 lxml==6.1.3
npm install --silent --no-audit --no-fund asciimath2tex@1.5.0 >/dev/null
cat >try.py <<'END'
import logging

from py_asciimath.translator.translator import ASCIIMath2Tex

logging.disable()
parser = ASCIIMath2Tex(log=False)
for formula in ("x/y", "x/y^2", "a/b_1", "x^2/y", "10^-3"):
    print(formula, parser.translate(formula, displaystyle=False, from_file=False, pprint=False))
END
cat >try.mjs <<'END'
import AsciiMathParser from "asciimath2tex";
const parser = new AsciiMathParser();
for (const formula of ["x/y", "x/y^2", "a/b_1", "x^2/y", "10^-3"]) {
  console.log(formula, parser.parse(formula));
}
END
venv/bin/python try.py >seen 2>messages
node try.mjs >>seen
cat >wanted <<'END'
x/y $\frac{x}{y}$
x/y^2 $\frac{x}{y} ^ 2$
a/b_1 $\frac{a}{b} _ 1$
x^2/y ${x}^{2} / y$
10^-3 ${10}^{-} 3$
x/y \frac{x}{y}
x/y^2 \frac{x}{y^{2}}
a/b_1 \frac{a}{b_{1}}
x^2/y \frac{x^{2}}{y}
10^-3 10^{- 3}
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
