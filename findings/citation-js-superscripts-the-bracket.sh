#!/bin/sh
# @citation-js/core 0.9.0 with @citation-js/plugin-bibtex 0.9.0 (npm), Node.js 20.
#
# Expected: the title "Attention in $O(n^2)$ Time" is read as O(n^2), O(n²) or markup for it.
# Seen: the closing bracket behind the exponent is raised as well, as U+207E, and the bracket
# that was opened is never closed:
#   Attention in O(n²⁾ Time
# The exponent has no braces, so that TeX raises the 2 alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 >/dev/null
cat >try.cjs <<'END'
require("@citation-js/plugin-bibtex");
const { Cite } = require("@citation-js/core");
const entry = "@misc{a, title={Attention in $O(n^2)$ Time}, year={2027}}";
console.log(new Cite(entry).data[0].title);
END
seen=$(node try.cjs)
[ "$seen" = "Attention in O(n²⁾ Time" ] || { echo "now: $seen"; exit 1; }
echo "as described"
