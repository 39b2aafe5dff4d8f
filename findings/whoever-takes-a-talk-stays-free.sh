#!/bin/sh
# datebook 8.0.1 (npm), Node.js 20; beside it ics 3.12.0 (npm).
#
# Expected: an event makes whoever takes it over busy, unless somebody says otherwise: without TRANSP it
# is OPAQUE (RFC 5545, 3.8.2.7), which is what a file for "add to your calendar" leaves as it is.
# Seen: each event is written with TRANSP:TRANSPARENT, which no option of an event changes;
# addProperty() writes a second TRANSP beside it. It stands in the calendar, and the hour counts as free:
# assistants, booking pages and searches for a time put a meeting on top of the talk. The other writer
# says nothing about it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund datebook@8.0.1 ics@3.12.0 >/dev/null
cat >try.cjs <<'END'
const { ICalendar } = require("datebook");
const { createEvent } = require("ics");
const start = new Date("2027-09-14T07:00:00Z");
const end = new Date("2027-09-14T08:00:00Z");
const files = {
  datebook: new ICalendar({ title: "Talk", location: "Hall", start, end }).render(),
  ics: createEvent({ title: "Talk", start: start.getTime(), end: end.getTime() }).value,
};
for (const [name, file] of Object.entries(files)) console.log(name, file.match(/^TRANSP.*$/m)?.[0].trim() ?? "-");
END
cat >wanted <<'END'
datebook TRANSP:TRANSPARENT
ics -
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
