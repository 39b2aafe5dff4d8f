#!/bin/sh
# Typst 0.15.2 (typst 0.15.2, PyPI), Python 3.11.
#
# Expected: f(x)/2 is half of f(x), and log(n)/2 half of the logarithm, as Typst sets both. A function that
# has an index, a prime or an exponent is still called, and log_2(n)/2 is half of that logarithm.
# Seen: of those, the slash takes the brackets alone, and as brackets round a numerator are not printed, they go:
#   log(n)/2       (log(n)) / 2          log_2(n)/2      log_2 (n / 2)
#   f(x)/g(x)      f(x) / g(x)           f'(x)/g'(x)     f' (x / g') (x)
# What is printed is the logarithm of the half, without brackets, and a derivative at half of x. Nothing is said, and
# the formula looks well set. Authors who write for a workshop in Typst have it in the paper, and whoever reviews it
# finds a wrong bound.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check typst==0.15.2
cat >try.py <<'END'
import json
import pathlib

import typst

FORMULAS = ["log(n)/2", "log_2(n)/2", "f(x)/g(x)", "f'(x)/g'(x)", "p_theta(x)/2", "(f'(x))/2"]


def plain(node):
    """The node with each fraction in square brackets."""
    match node["func"]:
        case "frac":
            return f"[{plain(node['num'])} / {plain(node['denom'])}]"
        case "sequence":
            return "".join(plain(child) for child in node["children"])
        case "lr":
            return plain(node["body"])
        case "attach":
            marks = (f"{sign}{plain(node[key])}" for key, sign in (("b", "_"), ("tr", "")) if key in node)
            return plain(node["base"]) + "".join(marks)
        case "primes":
            return "'" * node["count"]
        case "op" | "symbol" | "text":
            return node["text"] if isinstance(node["text"], str) else plain(node["text"])
    return ""


pathlib.Path("try.typ").write_text("\n".join(f"$ {formula} $" for formula in FORMULAS))
for formula, found in zip(FORMULAS, json.loads(typst.query("try.typ", "math.equation")), strict=True):
    print(formula, "|", plain(found["body"]))
END
cat >wanted <<'END'
log(n)/2 | [log(n) / 2]
log_2(n)/2 | log_2[n / 2]
f(x)/g(x) | [f(x) / g(x)]
f'(x)/g'(x) | f'[x / g'](x)
p_theta(x)/2 | [p_θ(x) / 2]
(f'(x))/2 | [f'(x) / 2]
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
