#!/bin/sh
# latex-to-unicode 0.1.0 (npm), Node.js 20.
#
# Expected: an index or an exponent in braces is lowered or raised whole. Where one of its letters has no such sign
# in Unicode, as the lowered b has none, all of it stays in the line, or as it was written.
# Seen: each letter is looked up alone, and those that the library has no sign for stay in the line, where they
# are factors. A maximum begins with a product, and an exponent loses its second half:
#   x_{max}      xmₐₓ
#   2^{nq}       2ⁿq
#   x_{n-1}      xn₋₁
# Lowered j, k, m and n are in Unicode (U+2C7C, U+2096, U+2098, U+2099); the library does not know them. A single
# one loses its sign as well: x_{k} is xk.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund latex-to-unicode@0.1.0 >/dev/null
cat >try.cjs <<'END'
const convert = require("latex-to-unicode");
for (const formula of ["2^{n+1}", "x_{max}", "2^{nq}", "x_{n-1}", "p_{ij}", "x_{k}"]) {
  console.log(formula, convert(formula));
}
END
cat >wanted <<'END'
2^{n+1} 2ⁿ⁺¹
x_{max} xmₐₓ
2^{nq} 2ⁿq
x_{n-1} xn₋₁
p_{ij} pᵢj
x_{k} xk
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
