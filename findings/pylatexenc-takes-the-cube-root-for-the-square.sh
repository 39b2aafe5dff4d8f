#!/bin/sh
# pylatexenc 2.11 (PyPI), Python 3.11.
#
# Expected: what cannot be written in one line is written in another way that means the same.
# Seen: the degree of a root is dropped, and fractions get no brackets, so that other formulas come
# out, which look finished:
#   $\sqrt[3]{n}$                     ->  √(n)
#   $F = \frac{2PR}{P + R}$           ->  F = 2PR/P + R
#   $\binom{n}{k}$                    ->  nk
# The radicand has brackets of its own; the fraction has none.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pylatexenc==2.11
cat >try.py <<'END'
from pylatexenc.latex2text import LatexNodes2Text
for source in (r"$\sqrt[3]{n}$", r"$F = \frac{2PR}{P + R}$", r"$\binom{n}{k}$"):
    print(LatexNodes2Text().latex_to_text(source))
END
cat >wanted <<'END'
√(n)
F = 2PR/P + R
nk
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
