#!/bin/sh
# icalendar 7.3.2 and mergecal 0.5.0 (PyPI), Python 3.11; beside them ical.js 2.2.1 (npm), Node.js 20.
#
# Expected: the name of a zone means what the VTIMEZONE beside it says, and is unique within its own calendar
# only (RFC 5545, 3.8.3.1); two calendars may have one name for two zones. Outlook calls each zone that somebody
# sets up there "Customized Time Zone". A talk begins at the same moment, whatever else is read or joined.
# Seen: who reads two calendars, one behind the other, has the second one in the zone of the first, although they
# are two objects. 10:00 in New York is 10:00 in Berlin, six hours early, and read the other way round, Berlin
# is six hours late. mergecal, which makes one calendar of several, writes it down for good: the first zone of a
# name is kept alone.
#   read alone                      10:00-04:00
#   read after a calendar of Berlin 10:00+02:00
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check icalendar==7.3.2 mergecal==0.5.0
npm install --silent --no-audit --no-fund ical.js@2.2.1 >/dev/null
for place in Berlin+0200 York-0400; do
    cat >"${place%[+-]*}.ics" <<END
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//sample//sample//
BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:${place#[BY]*[kn]}
TZOFFSETTO:${place#[BY]*[kn]}
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:${place%[+-]*}@sample.example
DTSTAMP:20270101T000000Z
DTSTART;TZID="Customized Time Zone":20270914T100000
SUMMARY:${place%[+-]*}
END:VEVENT
END:VCALENDAR
END
done
cat >show.py <<'END'
import pathlib
import sys

from icalendar import Calendar

for name in sys.argv[1:]:
    for event in Calendar.from_ical(pathlib.Path(name).read_bytes()).walk("VEVENT"):
        print("icalendar", event["SUMMARY"], event["DTSTART"].dt.isoformat())
END
cat >join.py <<'END'
import pathlib

from icalendar import Calendar
from mergecal import merge_calendars

calendars = [Calendar.from_ical(pathlib.Path(name).read_bytes()) for name in ("York.ics", "Berlin.ics")]
pathlib.Path("joined.ics").write_bytes(merge_calendars(calendars).to_ical())
END
cat >show.mjs <<'END'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
for (const name of process.argv.slice(2)) {
  for (const event of new ICAL.Component(ICAL.parse(readFileSync(name, "utf8"))).getAllSubcomponents("vevent")) {
    const start = event.getFirstPropertyValue("dtstart").toJSDate().toISOString();
    console.log("ical.js", event.getFirstPropertyValue("summary"), start);
  }
}
END
cat >wanted <<'END'
icalendar York 2027-09-14T10:00:00-04:00
icalendar Berlin 2027-09-14T10:00:00+02:00
icalendar York 2027-09-14T10:00:00+02:00
icalendar York 2027-09-14T10:00:00-04:00
icalendar Berlin 2027-09-14T10:00:00-04:00
ical.js Berlin 2027-09-14T08:00:00.000Z
ical.js York 2027-09-14T14:00:00.000Z
joined
ical.js York 2027-09-14T14:00:00.000Z
ical.js Berlin 2027-09-14T14:00:00.000Z
END
venv/bin/python join.py
{
    venv/bin/python show.py York.ics
    venv/bin/python show.py Berlin.ics York.ics
    venv/bin/python show.py York.ics Berlin.ics
    node show.mjs Berlin.ics York.ics
    echo joined
    node show.mjs joined.ics
} >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
