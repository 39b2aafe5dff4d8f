#!/bin/sh
# vcf 2.1.2, which reads and writes visiting cards as vCard and as JSON, beside it ical.js 2.2.1 (npm), Node.js 20.
#
# Expected: a card in JSON (jCard, RFC 7095) has its texts as they are; backslashes before commas and
# for line breaks belong to vCard. A card that goes from one form to the other says the same.
# Seen: no backslash is written or taken away on either way. A card read from JSON has two lines glued together,
# one subject that has become two and another that is gone, and a semicolon that divides the name of the
# university. The other way round, the name has a backslash, and the line break is a backslash and an n:
#   "Room 1\nRoom 2"      NOTE:Room 1Room 2
#   Sample\, Ann          "Sample\\, Ann"
# Apple's label of an address (X-ABLabel) is written as X-AB-LABEL even if nothing was changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund vcf@2.1.2 ical.js@2.2.1 >/dev/null
cat >try.mjs <<'END'
import ICAL from "ical.js";
import vCard from "vcf";
const card = [
  "vcard",
  [
    ["version", {}, "text", "4.0"],
    ["fn", {}, "text", "Sample, Ann"],
    ["org", {}, "text", ["Sample University; East", "Search"]],
    ["categories", {}, "text", "Search, Ranking", "Poster"],
    ["note", {}, "text", "Room 1\nRoom 2"],
  ],
];
const lines = (text) => text.split("\r\n").slice(2, -1).filter((line) => !line.startsWith("END")).join("\n");
console.log(lines(ICAL.stringify([...card, []])));
console.log(lines(vCard.fromJSON(card).toString("4.0")));
const start = "BEGIN:VCARD\r\nVERSION:4.0\r\n";
const text = `${start}FN:Sample\\, Ann\r\nNOTE:Room 1\\nRoom 2\r\nX-ABLabel:Home\r\nEND:VCARD\r\n`;
console.log(JSON.stringify(ICAL.parse(text)[1].slice(1, 3)));
console.log(JSON.stringify(new vCard().parse(text).toJSON()[1].slice(1, 3)));
console.log(new vCard().parse(text).toString("4.0").match(/X-.*/)[0]);
END
cat >wanted <<'END'
FN:Sample\, Ann
ORG:Sample University\; East;Search
CATEGORIES:Search\, Ranking,Poster
NOTE:Room 1\nRoom 2
FN:Sample, Ann
ORG:Sample University; East;Search
CATEGORIES:Search, Ranking
NOTE:Room 1Room 2
[["fn",{},"text","Sample, Ann"],["note",{},"text","Room 1\nRoom 2"]]
[["fn",{},"text","Sample\\, Ann"],["note",{},"text","Room 1\\nRoom 2"]]
X-AB-LABEL:Home
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
