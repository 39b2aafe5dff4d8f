#!/bin/sh
# typograf 7.8.0 (npm), which sets quotes, dashes and blanks of texts before they are published, with its rules for
# American English as they come, Node.js 20.
#
# Expected: rules that stand for typography change quotes, dashes and blanks; a number before a C or an F is a
# temperature where the sentence says so, or where a sign for it stands there.
# Seen: each number before one of the two letters gets a degree sign, with a blank where there was none:
#   Room 10 C          Room 10 °C
#   Session 2C         Session 2 °C
# Rooms A, B and D stay as they are. The third point of a list that counts by (a), (b) and (c) is a sign of
# copyright. Whoever looks for a room finds no door of that name, and nobody sees it in a proof, as most rooms are
# right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund typograf@7.8.0 >/dev/null
cat >try.cjs <<'END'
const Typograf = require("typograf");
const typograf = new Typograf({ locale: ["en-US"] });
for (const text of ["Room 10 B", "Room 10 C", "Room 10 D", "Session 2C: posters", "Seat 3 F", "(b) and (c)"]) {
  console.log(text, "|", typograf.execute(text).replace(/[\u00a0\u2009]/g, "~"));
}
END
cat >wanted <<'END'
Room 10 B | Room 10 B
Room 10 C | Room 10~°C
Room 10 D | Room 10 D
Session 2C: posters | Session 2~°C: posters
Seat 3 F | Seat 3~°F
(b) and (c) | (b) and~©
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
