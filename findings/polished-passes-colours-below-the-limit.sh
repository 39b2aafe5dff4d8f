#!/bin/sh
# polished 4.3.1 (npm), for comparison tinycolor2 1.6.0, Node.js 20.
#
# Expected: who asks a library whether two colours have the contrast of 4.5 that WCAG 2 demands gets
# the answer of the formula in WCAG.
# Seen: polished rounds the luminance of each colour to three decimals before it divides, so the
# quotient is off in its second decimal, and then rounds that, too. Colours below the limit pass:
#   #b1631b on white   polished 4.51, AA true    exactly 4.4968, AA false
# Of the accents in steps of 3 a channel, 227 are taken for readable on white and are not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund polished@4.3.1 tinycolor2@1.6.0 >/dev/null
cat >try.mjs <<'END'
import { getContrast, meetsContrastGuidelines } from "polished";
import tinycolor from "tinycolor2";
for (const accent of ["#b1631b", "#d82799", "#308742"]) {
  console.log(
    accent,
    getContrast(accent, "#fff"), meetsContrastGuidelines(accent, "#fff").AA,
    tinycolor.readability(accent, "#fff").toFixed(4), tinycolor.isReadable(accent, "#fff"),
  );
}
END
cat >wanted <<'END'
#b1631b 4.51 true 4.4968 false
#d82799 4.51 true 4.4968 false
#308742 4.51 true 4.4969 false
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
