#!/bin/sh
# orgparse 0.5.20260926 (PyPI), which reads the outlines and calendars of Org, Python 3.11.
#
# Expected: the hour of a date in Org has one or two digits (Org's syntax: H:MM), so that <2027-06-14 Mon 9:30-11:00>
# is from half past nine to eleven, as for 09:30-11:00.
# Seen: an hour with one digit is passed over like the name of a day, and what is left counts:
#   <2027-06-14 Mon 9:30>            June 14, all day
#   <2027-06-14 Mon 9:30-11:00>      June 14, 11:00
# Nothing is said, and all talks from ten on are right. A program that is kept in Org has its first session come
# when it is over, and puts the guests' breakfast meeting on the whole day.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check orgparse==0.5.20260926
cat >try.py <<'END'
from orgparse import loads

for hours in ("09:30", "9:30", "09:30-11:00", "9:30-11:00", "10:00-11:00"):
    (node,) = loads(f"* Talk\n<2027-06-14 Mon {hours}>\n").children
    (date,) = node.datelist + node.rangelist
    print(hours, "|", date.start, "|", date.end)
END
cat >wanted <<'END'
09:30 | 2027-06-14 09:30:00 | None
9:30 | 2027-06-14 | None
09:30-11:00 | 2027-06-14 09:30:00 | 2027-06-14 11:00:00
9:30-11:00 | 2027-06-14 11:00:00 | None
10:00-11:00 | 2027-06-14 10:00:00 | 2027-06-14 11:00:00
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
