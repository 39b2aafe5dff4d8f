#!/bin/sh
# chrono-node 2.10.3 (npm), Node.js 20.
#
# Expected: "June 1, 2027, 24:00", as a deadline at the end of a day is written (ISO 8601 has 24:00
# for it), is the first hour of June 2, or the date alone where the hour is not understood.
# Seen: nothing is found in the whole text, neither the hour nor the date, with "at", in the form of
# ISO, or in a sentence. An hour that does not exist does no harm: 25:00 gives the date.
#   June 1, 2027, 23:59  ->  2027-06-01 23:59
#   June 1, 2027, 24:00  ->  (nothing)
#   June 1, 2027, 25:00  ->  2027-06-01
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund chrono-node@2.10.3 >/dev/null
cat >try.mjs <<'END'
import { parse } from "chrono-node";
const reference = { instant: new Date("2026-11-28T12:00:00Z"), timezone: "UTC" };
for (const text of [
  "June 1, 2027, 23:59", "June 1, 2027, 24:00", "June 1, 2027, 25:00", "2027-06-01T24:00:00Z",
  "The deadline is June 1, 2027, 24:00.",
]) {
  console.log(text, "->", parse(text, reference).map((found) => found.text).join() || "(nothing)");
}
END
cat >wanted <<'END'
June 1, 2027, 23:59 -> June 1, 2027, 23:59
June 1, 2027, 24:00 -> (nothing)
June 1, 2027, 25:00 -> June 1, 2027
2027-06-01T24:00:00Z -> (nothing)
The deadline is June 1, 2027, 24:00. -> (nothing)
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
