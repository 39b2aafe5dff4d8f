#!/bin/sh
# ts-ics 2.4.6 and ical-js-parser 0.7.4, beside them ical.js 2.2.1 (npm), Node.js 20.
#
# Expected: an hour without Z and without a zone is one of the place where somebody is (RFC 5545, 3.3.5,
# form 1): the calendar of a workshop that is held on site has such hours, right for whoever is there. A
# calendar that is read and written again without a change keeps it so.
# Seen: both libraries write a Z behind it, which makes it an hour of UTC; the first one is wrong by a moment
# that nobody named already when it has read it:
#   DTSTART:20270920T100000   ->   DTSTART;VALUE=DATE-TIME:20270920T100000Z      (ts-ics)
#                             ->   DTSTART:20270920T100000Z                     (ical-js-parser)
# In Vienna the opening is at noon then, and in Boise at four in the morning. With a zone both are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund ts-ics@2.4.6 ical-js-parser@0.7.4 ical.js@2.2.1 >/dev/null
cat >try.mjs <<'END'
import { createRequire } from "node:module";
import ICAL from "ical.js";
import { convertIcsCalendar, generateIcsCalendar } from "ts-ics";
const parser = createRequire(import.meta.url)("ical-js-parser").default;
const show = (name, text) => {
  for (const line of text.split(/\r?\n/)) if (line.startsWith("DTSTART")) console.log(name, line);
};
for (const start of ["DTSTART:20270920T100000", "DTSTART;TZID=Europe/Vienna:20270920T100000"]) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VEVENT"];
  lines.push("UID:a@example.org", "DTSTAMP:20270101T000000Z", start, "SUMMARY:Opening");
  const text = [...lines, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
  show("ts-ics", generateIcsCalendar(convertIcsCalendar(undefined, text)));
  show("ical-js-parser", parser.toString(parser.toJSON(text)));
  show("ical.js", ICAL.stringify(ICAL.parse(text)));
}
END
cat >wanted <<'END'
ts-ics DTSTART;VALUE=DATE-TIME:20270920T100000Z
ical-js-parser DTSTART:20270920T100000Z
ical.js DTSTART:20270920T100000
ts-ics DTSTART;VALUE=DATE-TIME;TZID=Europe/Vienna:20270920T100000
ical-js-parser DTSTART;TZID=Europe/Vienna:20270920T100000
ical.js DTSTART;TZID=Europe/Vienna:20270920T100000
END
TZ=Europe/Vienna node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
