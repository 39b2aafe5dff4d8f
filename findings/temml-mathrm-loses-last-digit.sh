#!/bin/sh
# temml 0.13.5 (npm), Node.js 20.
#
# Expected: \mathrm{BM25} is shown as BM25; LaTeX, KaTeX and temml's own \text{BM25} do so.
# Seen: of two or more digits behind letters only the first is kept. No error, no warning:
#   \mathrm{BM25}  ->  <mi>BM2</mi>
#   \mathrm{top10} ->  <mi>top1</mi>
#   \mathrm{R2D2}  ->  <mi>R2D2</mi>   (single digits are right)
# A ranking function, a model's size or a cut-off in an abstract becomes another one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund temml@0.13.5 >/dev/null
cat >try.cjs <<'END'
import("temml").then(({default: temml}) => {
  for (const source of ["\\mathrm{BM25}", "\\mathrm{top10}", "\\mathrm{R2D2}", "\\text{BM25}"])
    console.log(temml.renderToString(source).replace(/<[^>]*>/g, ""));
});
END
seen=$(node try.cjs | tr '\n' ' ')
[ "$seen" = "BM2 top1 R2D2 BM25 " ] || { echo "now: $seen"; exit 1; }
echo "as described"
