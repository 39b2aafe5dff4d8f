#!/bin/sh
# iso8601-duration 2.1.4 (npm), Node.js 20; beside it tinyduration 3.4.1 (npm).
#
# Expected: "-PT30M", half an hour before, as each reminder in a calendar has it (RFC 5545, 3.3.6 and
# 3.8.6.3), is read as before, or refused like "PT" and "P-1D", which the library calls invalid.
# Seen: the sign is read over. end(), which adds a duration to a moment, gives half an hour after:
#   -PT30M from 10:00   10:30          tinyduration: {"minutes":30,"negative":true}
# A month from the last day of January is in March, since the days of a month that has fewer run over into
# the next one; Temporal, and calendars, keep to February:
#   P1M from 2027-01-31   2027-03-03
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund iso8601-duration@2.1.4 tinyduration@3.4.1 >/dev/null
cat >try.mjs <<'END'
import { end, parse, toSeconds } from "iso8601-duration";
import { parse as tiny } from "tinyduration";
const talk = new Date("2027-09-14T10:00:00Z");
console.log(toSeconds(parse("-PT30M")), end(parse("-PT30M"), talk).toISOString());
console.log(JSON.stringify(tiny("-PT30M")));
console.log(end(parse("P1M"), new Date("2027-01-31T00:00:00Z")).toISOString().slice(0, 10));
for (const wrong of ["PT", "P-1D"]) {
  try {
    console.log(wrong, parse(wrong));
  } catch (error) {
    console.log(wrong, error.message);
  }
}
END
cat >wanted <<'END'
1800 2027-09-14T10:30:00.000Z
{"minutes":30,"negative":true}
2027-03-03
PT invalid duration: PT
P-1D invalid duration: P-1D
END
TZ=UTC node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
