#!/bin/sh
# tinycolor2 1.6.0, color 5.0.3, chroma-js 3.2.0 and get-contrast 3.0.0 (npm), Node.js 20.
#
# Expected: text in a colour with an alpha channel is laid over its background before it is
# compared, or refused: black of 10 percent on white is hardly to be seen (1.25 to 1).
# Seen: all four drop the alpha without a word and give the largest number that there is.
# "transparent" is black to them, so that text which nobody can see has it too; get-contrast alone
# refuses that:
#   rgba(0, 0, 0, 0.1) on white  21
#   transparent on white         21
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund tinycolor2@1.6.0 color@5.0.3 chroma-js@3.2.0 \
    get-contrast@3.0.0 >/dev/null
cat >try.mjs <<'END'
import chroma from "chroma-js";
import Color from "color";
import getContrast from "get-contrast";
import tinycolor from "tinycolor2";
for (const text of ["rgba(0, 0, 0, 0.1)", "transparent"]) {
  const ratios = [
    tinycolor.readability(text, "white"),
    Color(text).contrast(Color("white")),
    chroma.contrast(text, "white"),
  ];
  try {
    ratios.push(getContrast.ratio(text, "white"));
  } catch {
    ratios.push("refused");
  }
  console.log(text, ...ratios);
}
END
cat >wanted <<'END'
rgba(0, 0, 0, 0.1) 21 21 21 21
transparent 21 21 21 refused
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
