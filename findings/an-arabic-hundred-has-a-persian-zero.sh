#!/bin/sh
# humanize-duration 3.35.1, beside it Intl of Node.js 20 (npm); checked with Python 3.11.
#
# Expected: in Arabic "101 days" has the digits of Arabic, U+0660 to U+0669, as Intl writes them.
# Unicode has two sets of them, of which Persian and Urdu use the second, U+06F0 to U+06F9 (Unicode
# standard, 9.2); the digits for four to six look different in them, and zero looks the same.
# Seen: one to nine come from the first set, and zero from the second:
#   ١۰١  is  U+0661 U+06F0 U+0661
# Nobody sees it. A search for the number does not find it, a sort puts 10 behind 19, and a checker of
# mixed numbers (UTS 39, 5.3) takes the text for a forgery. Python reads it as 101 all the same.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund humanize-duration@3.35.1 >/dev/null
cat >try.cjs <<'END'
const humanize = require("humanize-duration");
const days = (count) => humanize(count * 86400000, { language: "ar", units: ["d"] }).split(" ")[0];
const intl = new Intl.NumberFormat("ar-EG");
for (const count of [10, 19, 101]) {
  const points = [...days(count)].map((digit) => digit.codePointAt(0).toString(16));
  console.log(count, points.join(" "), days(count) === intl.format(count));
}
console.log(days(10) > days(19));
require("node:fs").writeFileSync("number", days(101));
END
cat >wanted <<'END'
10 661 6f0 false
19 661 669 true
101 661 6f0 661 false
true
101
END
{
    node try.cjs
    python3 -c 'print(int(open("number", encoding="utf-8").read()))'
} >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
