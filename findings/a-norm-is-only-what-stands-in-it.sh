#!/bin/sh
# tex2typst 0.6.2 (npm), which turns formulas of LaTeX into Typst and back, Node.js 20; beside it Typst 0.15.2
# (typst 0.15.2, PyPI), Python 3.11.
#
# Expected: typst2tex() makes of norm(w) the bars that Typst sets, as it does with floor(x), and of n!/k! a fraction
# of two factorials, as which Typst reads it.
# Seen: the bars are left out, and a sign behind a name is what the slash divides:
#   norm(w)^2     w^2
#   n!/k!         n \frac{!}{k}!
# Neither is a mistake for LaTeX, and no message is given. Who wrote in Typst and has to hand in LaTeX for the
# proceedings prints a loss that is regularized by the square of a vector.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund tex2typst@0.6.2 >/dev/null
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check typst==0.15.2
cat >try.mjs <<'END'
import { typst2tex } from "tex2typst";
for (const formula of ["norm(w)^2", "floor(w)^2", "n!/k!", "n_1/k_1"]) console.log(formula, "|", typst2tex(formula));
END
cat >check.py <<'END'
import json
import pathlib

import typst

pathlib.Path("try.typ").write_text("$norm(w)$ $n!/k!$")
norm, fraction = (found["body"] for found in json.loads(typst.query("try.typ", "math.equation")))
print("Typst", *(child["text"] for child in norm["body"]["children"]))
print("Typst", *(child["text"] for part in ("num", "denom") for child in fraction[part]["children"]))
END
cat >wanted <<'END'
norm(w)^2 | w^2
floor(w)^2 | \lfloor w \rfloor^2
n!/k! | n \frac{!}{k}!
n_1/k_1 | \frac{n_1}{k_1}
Typst ‖ w ‖
Typst n ! k !
END
node try.mjs >seen
venv/bin/python check.py >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
