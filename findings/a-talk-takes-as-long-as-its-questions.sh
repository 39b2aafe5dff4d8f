#!/bin/sh
# parse-duration 2.1.9 (npm), Node.js 20; beside it ms 2.1.3 (npm).
#
# Expected: "15+5 min", as programs write a talk and its questions, is twenty minutes, or it is not read, as
# "lunch" is not read and as ms, which reads such texts too, does with it.
# Seen: the numbers of a text are added up. One without a unit behind it is of milliseconds, even if the unit
# follows the next one, and a decimal comma is taken out, so that most of what people write is read, as
# something else:
#   15+5 min          5 min and 15 ms       1,5 h    15 h
#   2 x 15 min        15 min                1:30     1.03 ms
# "1h30" is understood as an hour and a half: behind a unit, a number is of the next smaller one, so that
# the room behind "30 min in room 12" makes the talk twelve seconds longer.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund parse-duration@2.1.9 ms@2.1.3 >/dev/null
cat >try.mjs <<'END'
import ms from "ms";
import parse from "parse-duration";
const texts = ["15+5 min", "2 x 15 min", "1,5 h", "1:30", "1h30", "30 min in room 12", "lunch"];
for (const text of texts) console.log(`${text}: ${parse(text)} ${ms(text) ?? "nothing"}`);
END
cat >wanted <<'END'
15+5 min: 300015 nothing
2 x 15 min: 900000 nothing
1,5 h: 54000000 nothing
1:30: 1.03 nothing
1h30: 5400000 nothing
30 min in room 12: 1812000 nothing
lunch: null nothing
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
