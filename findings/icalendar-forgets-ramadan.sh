#!/bin/sh
# icalendar 7.3.2 with tzdata 2026.6 (PyPI), Python 3.11.
#
# Expected: add_missing_timezones() writes a VTIMEZONE with each change of the clocks; Morocco turned
# its clocks back for the month of Ramadan of each year.
# Seen: some of the months are left out, as by chance, and others are there: changes are looked for
# in steps of 64 days, and one that is taken back within a step is not seen. A calendar that brings
# its zone then is an hour off, in Morocco from March 10 to April 13 of 2024:
#   tzdata     2023-04-01 +00:00   2024-03-20 +00:00   2025-03-15 +00:00
#   icalendar  2023-04-01 +00:00   2024-03-20 +01:00   2025-03-15 +00:00
# Its own reader hides it, since it asks the list of zones for the name before it asks the file.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check icalendar==7.3.2 tzdata==2026.6
cat >try.py <<'END'
import datetime as dt
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

ZONE = ZoneInfo("Africa/Casablanca")
calendar, event = Calendar(), Event()
event.add("dtstart", dt.datetime(2024, 3, 20, 9, tzinfo=ZONE))
calendar.add_component(event)
calendar.add_missing_timezones()
written = calendar.timezones[0].to_tz(lookup_tzid=False)
for name, zone in (("tzdata", ZONE), ("icalendar", written)):
    days = (dt.datetime(*day, 9, tzinfo=zone) for day in ((2023, 4, 1), (2024, 3, 20), (2025, 3, 15)))
    print(name, *(f"{day:%Y-%m-%d} {day.utcoffset()}" for day in days))
END
cat >wanted <<'END'
tzdata 2023-04-01 0:00:00 2024-03-20 0:00:00 2025-03-15 0:00:00
icalendar 2023-04-01 0:00:00 2024-03-20 1:00:00 2025-03-15 0:00:00
END
PYTHONTZPATH="" venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
