#!/bin/sh
# ics 0.7.3 and icalendar 7.3.2 (PyPI), Python 3.11; node-ical 0.26.1 and ical.js 2.2.1 (npm),
# Node.js 20.
#
# Expected: a VTIMEZONE says what its TZID means (RFC 5545, 3.6.5), so that a calendar may bring a
# zone which no list of zones has, for example AoE, Anywhere on Earth, 12 hours behind UTC.
# Seen: two of four readers look the name up in a list, do not find it, and take the hour for UTC,
# without a message, although the definition stands in the same file:
#   icalendar, ical.js   2027-09-15T11:59Z
#   ics, node-ical       2027-09-14T23:59Z
# A deadline is twelve hours early.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check ics==0.7.3 icalendar==7.3.2
npm install --silent --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1 >/dev/null
cat >try.py <<'END'
import datetime, warnings
import icalendar, ics
warnings.simplefilter("ignore")
source = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VTIMEZONE", "TZID:AoE",
    "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:-1200", "TZOFFSETTO:-1200",
    "TZNAME:AoE", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:a@example.org",
    "DTSTAMP:20270101T000000Z", "DTSTART;TZID=AoE:20270914T235900", "SUMMARY:Submission",
    "END:VEVENT", "END:VCALENDAR", ""])
open("aoe.ics", "w", encoding="utf-8", newline="").write(source)
start = icalendar.Calendar.from_ical(source).walk("VEVENT")[0].start
print("icalendar", start.astimezone(datetime.timezone.utc).isoformat())
print("ics", next(iter(ics.Calendar(source).events)).begin.to("utc").isoformat())
END
cat >try.mjs <<'END'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";
const source = readFileSync("aoe.ics", "utf8");
const event = new ICAL.Component(ICAL.parse(source)).getFirstSubcomponent("vevent");
console.log("ical.js", new ICAL.Event(event).startDate.toJSDate().toISOString());
console.log("node-ical", ical.sync.parseICS(source)["a@example.org"].start.toISOString());
END
cat >wanted <<'END'
icalendar 2027-09-15T11:59:00+00:00
ics 2027-09-14T23:59:00+00:00
ical.js 2027-09-15T11:59:00.000Z
node-ical 2027-09-14T23:59:00.000Z
END
{ venv/bin/python try.py; node try.mjs; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
