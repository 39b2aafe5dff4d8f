#!/bin/sh
# calcurse 4.7.1 (Debian 12: calcurse 4.7.1-1, fetched by apt-get), a calendar for the terminal that reads and
# writes iCalendar; read back by icalendar 7.3.2 (PyPI), Python 3.11.
#
# Expected: a reminder a day before the deadline (TRIGGER:-P1D) is kept, or left out. What is written is a calendar:
# in a duration, seconds stand behind a T ("-PT300S"; RFC 5545, 3.3.6), and an event has a UID (3.6.1).
# Seen: the reminder becomes one of five minutes, and it is written as
#   TRIGGER:-P300S
# which is no duration, so that the library refuses the whole calendar for it ("Invalid iCalendar duration").
# The event has no UID any more, so that a program that takes the file in a second time has it twice. Whoever passes
# the dates of a workshop on has sent a file that some programs cannot open.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq calcurse=4.7.1-1 2>downloads || { cat downloads; exit 1; }
dpkg -x calcurse*.deb .
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check icalendar==7.3.2
cat >deadline.ics <<'END'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//calendar//EN
BEGIN:VEVENT
UID:deadline@example.org
DTSTAMP:20270101T000000Z
DTSTART:20270602T115900Z
DTEND:20270602T120000Z
SUMMARY:Papers are due
BEGIN:VALARM
TRIGGER:-P1D
ACTION:DISPLAY
DESCRIPTION:Papers are due
END:VALARM
END:VEVENT
END:VCALENDAR
END
sed -i 's/$/\r/' deadline.ics
mkdir data
TMPDIR=. TZ=UTC usr/bin/calcurse -D data -C data -q -i deadline.ics
TMPDIR=. TZ=UTC usr/bin/calcurse -D data -C data -xical >again.ics
cat >read.py <<'END'
import pathlib

from icalendar import Calendar

for name in ("deadline.ics", "again.ics"):
    try:
        calendar = Calendar.from_ical(pathlib.Path(name).read_bytes())
    except ValueError as error:
        print(error)
    else:
        print(name, len(calendar.events))
END
cat >wanted <<'END'
deadline.ics 1
Invalid iCalendar duration: -P300S
SUMMARY:Papers are due
TRIGGER:-P300S
END
{ venv/bin/python read.py; tr -d '\r' <again.ics | grep -E '^(UID|TRIGGER|SUMMARY)'; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
