#!/bin/sh
# schedule-convert 1.0.0 with vobject 0.9.9 and lxml 6.1.3, and python-pentabarf-xml 0.20 with defusedxml
# 0.7.1 (PyPI), Python 3.11.
#
# Expected: in the schedule files of frab and pretalx a day of the conference ends at the hour in
# <day_change>, so that a talk at half past midnight stands under the day before, and its <date> has the
# day of the calendar with the hour and the offset: 2027-09-15T00:30:00+02:00.
# Seen: both readers put the date of the <day> and the hour of the talk together, though the first looks
# into <date>, for the offset alone. The talk is 24 hours early. In the calendar and in the schedule that
# are written from it, it is the first of the conference:
#   23:30, then 00:30 of the next day   ->   2027-09-14 00:30, 2027-09-14 23:30
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check schedule-convert==1.0.0 vobject==0.9.9 lxml==6.1.3 \
    python-slugify==9.2.0 python-pentabarf-xml==0.20 defusedxml==0.7.1
cat >schedule.xml <<'END'
<?xml version="1.0"?>
<schedule><conference><title>Samples</title><acronym>samples</acronym><start>2027-09-14</start>
<end>2027-09-15</end><days>2</days><day_change>04:00</day_change>
<timeslot_duration>00:15</timeslot_duration><city>Example</city><venue>Example</venue></conference>
<day index="1" date="2027-09-14" start="2027-09-14T09:00:00+02:00" end="2027-09-15T04:00:00+02:00">
<room name="Hall"><event guid="4cf8d33a-2f8f-4c6e-9d0e-000000000001" id="1">
<date>2027-09-14T23:30:00+02:00</date><start>23:30</start><duration>00:45</duration><room>Hall</room>
<title>Late</title><persons><person id="1">Ann Author</person></persons></event>
<event guid="4cf8d33a-2f8f-4c6e-9d0e-000000000002" id="2">
<date>2027-09-15T00:30:00+02:00</date><start>00:30</start><duration>01:00</duration><room>Hall</room>
<title>Later</title><persons><person id="1">Ann Author</person></persons></event></room></day></schedule>
END
cat >try.py <<'END'
from pentabarf.PentabarfParser import PentabarfParser

conference = PentabarfParser.parse(open("schedule.xml").read())
for event in conference.day_objects[0].room_objects[0].event_objects:
    print(event.title, event.date.date(), event.start)
END
cat >wanted <<'END'
DTSTART;TZID="+02:00":20270914T003000
SUMMARY:Later — Ann Author
DTSTART;TZID="+02:00":20270914T233000
SUMMARY:Late — Ann Author
Late 2027-09-14 23:30
Later 2027-09-14 00:30
END
{
    venv/bin/python -c "from schedule_convert.run import main; main()" schedule.xml -f ical | tr -d '\r' |
        grep -E '^(DTSTART;TZID|SUMMARY)'
    venv/bin/python try.py
} >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
