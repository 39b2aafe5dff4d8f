#!/bin/sh
# any-date-parser 2.2.4 (npm), Node.js 20.
#
# Expected: with the language en-US the month is in front, so that 14/9/2027, which has no month 14, is the 14th of
# September or no date at all; the library has an answer for the latter ("Unable to parse date").
# Seen: what does not fit is looked for in a part of the text. The first digit is left out, and "4/9/2027" is the
# 9th of April. For the same reason the days of a workshop are in the year 2015, a week of ISO 8601 is a month, and
# midnight at -12 is midnight in Greenwich:
#   31/12/2027                         2027-01-12
#   September 14-15, 2027              2015-09-14
#   2027-W37-2                         2027-07-02
#   June 1, 2027 23:59 UTC-12          2027-06-01T23:59Z
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund any-date-parser@2.2.4 >/dev/null
cat >try.mjs <<'END'
import parser from "any-date-parser";
for (const text of [
  "9/14/2027",
  "14/9/2027",
  "31/12/2027",
  "September 14-15, 2027",
  "2027-W37-2",
  "June 1, 2027 23:59 UTC-12",
]) {
  console.log(text, "->", parser.fromString(text, "en-US").toISOString().replace(/(T00:00)?:00\.000Z/, ""));
}
END
cat >wanted <<'END'
9/14/2027 -> 2027-09-14
14/9/2027 -> 2027-04-09
31/12/2027 -> 2027-01-12
September 14-15, 2027 -> 2015-09-14
2027-W37-2 -> 2027-07-02
June 1, 2027 23:59 UTC-12 -> 2027-06-01T23:59
END
TZ=UTC node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
