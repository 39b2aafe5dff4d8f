#!/bin/sh
# c3voc-schedule-tools 1.1.0 (PyPI), which reads, joins and writes the schedules of frab and pretalx,
# Python 3.11.
#
# Expected: the duration of an event in such a schedule is hours and minutes, "01:30" (the <duration> of
# schedule.xml and the "duration" of schedule.json), and the library itself writes it so.
# Seen: it reads the two numbers as minutes and seconds. An event that was given by its beginning and end has
# the right end until it is stored and read again:
#   10:00 to 11:30   "duration": "1:30"   read: 10:00 to 10:01:30
# "1:30:00" and "1h30m" are an hour and a half; "90" and "90 min" are no time at all, without an error.
# Whoever looks for a free room or for talks at the same time by these ends finds nearly all of the day free.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check c3voc-schedule-tools==1.1.0
cat >try.py <<'END'
from voc.event import Event
from voc.tools import str2timedelta

GUID = "0c9a24b4-72aa-4202-9f91-5a2b6bff2e6f"
hours = {"start": "2027-09-14T10:00:00+02:00", "end": "2027-09-14T11:30:00+02:00"}
given = Event({"guid": GUID, "title": "Keynote", **hours})
print(given["duration"], given.end.time())
again = Event(dict(given.items()))
print(again["duration"], again.end.time())
for duration in ("01:30", "1:30:00", "1h30m", "90", "90 min"):
    print(duration, "=", str2timedelta(duration))
END
cat >wanted <<'END'
1:30 11:30:00
1:30 10:01:30
01:30 = 0:01:30
1:30:00 = 1:30:00
1h30m = 1:30:00
90 = 0:00:00
90 min = 0:00:00
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
