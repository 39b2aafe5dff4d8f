#!/bin/sh
# ical 14.3.1, for comparison recurring-ical-events 3.8.2 with icalendar 7.3.2 (PyPI), Python 3.11;
# ical.js 2.2.1 and node-ical 0.27.2 (npm), Node.js 20.
#
# Expected: an event that lists its other dates (RDATE) takes place on DTSTART and on each of them;
# DTSTART is always the first of a series (RFC 5545, 3.8.2.4 and 3.8.5.2).
# Seen: of September 14, October 12 and November 9, each of three readers finds less, in two
# opposite ways, and says nothing:
#   ical, ical.js   10-12 11-09          the first is taken for a template of the others
#   node-ical       09-14                as if the list were not there
# With a rule beside the list, ical and ical.js are right. Seminars without a rhythm are written so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check ical==14.3.1 recurring-ical-events==3.8.2 \
    icalendar==7.3.2
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.27.2 >/dev/null
cat >seminar.txt <<'END'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20270101T000000Z
DTSTART;VALUE=DATE:20270914
RDATE;VALUE=DATE:20271012,20271109
SUMMARY:Seminar
END:VEVENT
END:VCALENDAR
END
sed "s/$/$(printf '\r')/" seminar.txt >seminar.ics
cat >try.py <<'END'
import datetime as dt

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

with open("seminar.ics", newline="") as file:
    text = file.read()
first, last = dt.date(2027, 1, 1), dt.date(2028, 1, 1)
found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(first, last)
print("recurring-ical-events", *(f"{event['DTSTART'].dt:%m-%d}" for event in found))
timeline = IcsCalendarStream.calendar_from_ics(text).timeline
print("ical", *(f"{event.start:%m-%d}" for event in timeline.overlapping(first, last)))
END
cat >try.mjs <<'END'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
const text = readFileSync("seminar.ics", "utf8");
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
const series = event.iterator();
const days = [];
for (let day = series.next(); day; day = series.next()) days.push(day.toString().slice(5));
console.log("ical.js", ...days);
const read = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === "VEVENT");
const year = { from: new Date("2027-01-01"), to: new Date("2028-01-01") };
const found = nodeIcal.expandRecurringEvent(read, year);
console.log("node-ical", ...found.map(({ start }) => start.toISOString().slice(5, 10)));
END
cat >wanted <<'END'
recurring-ical-events 09-14 10-12 11-09
ical 10-12 11-09
ical.js 10-12 11-09
node-ical 09-14
END
venv/bin/python try.py >seen
TZ=UTC node try.mjs >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
