#!/bin/sh
# recurring-ical-events 3.8.2 with icalendar 7.3.2 and ical 14.3.1 (PyPI), Python 3.11; ical.js 2.2.1
# and node-ical 0.27.2 (npm), Node.js 20.
#
# Expected: RFC 5545 (3.3.6) has two kinds of duration: days are days of the calendar, and hours are
# hours that pass. Where clocks go forward in the night, an event of P1D from 10:00 ends at 10:00, and
# one of PT24H, like a challenge of a day, at 11:00.
# Seen: none of four readers makes a difference, and they do not agree either:
#   recurring-ical-events, ical, ical.js   both end at 10:00
#   node-ical                              both end at 11:00
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check ical==14.3.1 recurring-ical-events==3.8.2 \
    icalendar==7.3.2
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.27.2 >/dev/null
for duration in P1D PT24H; do
    sed "s/$/$(printf '\r')/" >"$duration.ics" <<END
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VTIMEZONE
TZID:Europe/Vienna
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20270101T000000Z
DTSTART;TZID=Europe/Vienna:20270327T100000
DURATION:$duration
SUMMARY:Challenge
END:VEVENT
END:VCALENDAR
END
done
cat >try.py <<'END'
import datetime as dt

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

for name in ("P1D", "PT24H"):
    with open(f"{name}.ics", newline="") as file:
        text = file.read()
    calendar = icalendar.Calendar.from_ical(text)
    (event,) = recurring_ical_events.of(calendar).between(dt.date(2027, 1, 1), dt.date(2028, 1, 1))
    (same,) = IcsCalendarStream.calendar_from_ics(text).events
    print(name, "recurring-ical-events", f"{event.end:%H:%M}", "ical", f"{same.end:%H:%M}")
END
cat >try.mjs <<'END'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
for (const name of ["P1D", "PT24H"]) {
  const text = readFileSync(`${name}.ics`, "utf8");
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
  const same = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === "VEVENT");
  const hour = same.end.toLocaleTimeString("en-GB", { timeZone: "Europe/Vienna", timeStyle: "short" });
  console.log(name, "ical.js", event.endDate.toString().slice(11, 16), "node-ical", hour);
}
END
cat >wanted <<'END'
P1D recurring-ical-events 10:00 ical 10:00
PT24H recurring-ical-events 10:00 ical 10:00
P1D ical.js 10:00 node-ical 11:00
PT24H ical.js 10:00 node-ical 11:00
END
venv/bin/python try.py >seen
TZ=UTC node try.mjs >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
