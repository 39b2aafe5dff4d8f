#!/bin/sh
# words-to-numbers 1.5.1 (npm), Node.js 20.
#
# Expected: numbers in a text become digits and all other words stay, as the README has it. "Point" is a part of a
# number between two of them: "three point one four".
# Seen: a point alone is nought, so that arguments of a review have none; behind "a" it is left out, for every
# "a" of a text is one, also the letter that names a room or a plan:
#   from the point of view of readers     from the 0 of view of readers
#   a point for a paper                   1 for 1 paper
#   plan a and plan b in room a           plan 1 and plan b in room 1
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund words-to-numbers@1.5.1 >/dev/null
cat >try.cjs <<'END'
const { wordsToNumbers } = require("words-to-numbers");
for (const text of [
  "one hundred and five papers and three point one four",
  "from the point of view of readers",
  "a point for a paper",
  "plan a and plan b in room a",
  "a ten minute talk",
]) {
  console.log(wordsToNumbers(text));
}
END
cat >wanted <<'END'
105 papers and 3.14
from the 0 of view of readers
1 for 1 paper
plan 1 and plan b in room 1
1 10 minute talk
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
