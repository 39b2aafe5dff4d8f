#!/bin/sh
# rrule 2.8.1 (npm), Node.js 20; beside it ical.js 2.2.1.
#
# Expected: rrulestr() reads DTSTART;VALUE=DATE:20270914, the form that RFC 5545 has for events of
# whole days, as it reads the form with an hour.
# Seen: the parameter makes it overlook the start, and the rule begins at the moment of reading,
# with another result on each day. DTSTART:20270914, which the standard does not allow, is read.
#   DTSTART;VALUE=DATE:20270914  ->  today, at the present second
# A course or a holiday in a calendar always begins now.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund rrule@2.8.1 ical.js@2.2.1 >/dev/null
cat >try.mjs <<'END'
import ICAL from "ical.js";
import rrule from "rrule";
for (const start of ["DTSTART;VALUE=DATE:20270914", "DTSTART:20270914", "DTSTART:20270914T090000Z"]) {
  const [first] = rrule.rrulestr(`${start}\nRRULE:FREQ=DAILY;COUNT=2`).all();
  const now = Math.abs(first - Date.now()) < 60000;
  console.log(start, now ? "now" : first.toISOString());
}
const [, , type, value] = ICAL.parse.property("DTSTART;VALUE=DATE:20270914");
console.log("ical.js", type, value);
END
cat >wanted <<'END'
DTSTART;VALUE=DATE:20270914 now
DTSTART:20270914 2027-09-14T00:00:00.000Z
DTSTART:20270914T090000Z 2027-09-14T09:00:00.000Z
ical.js date 2027-09-14
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
