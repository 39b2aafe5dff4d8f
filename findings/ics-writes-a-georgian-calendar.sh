#!/bin/sh
# ics 0.7.3 (PyPI), Python 3.11.
#
# Expected: a calendar that is read and written again without a change keeps its CALSCALE; where
# there was none, the only value that RFC 5545 (3.7.1) knows is GREGORIAN.
# Seen: a calendar that names no scale comes back with one that does not exist:
#   CALSCALE:GEORGIAN
# A reader that takes the property seriously refuses the file.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check ics==0.7.3
cat >try.py <<'END'
import warnings
from ics import Calendar
warnings.simplefilter("ignore")
source = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VEVENT", "UID:a@example.org",
    "DTSTAMP:20270101T000000Z", "DTSTART;VALUE=DATE:20270914", "SUMMARY:Workshop", "END:VEVENT",
    "END:VCALENDAR", ""])
assert "CALSCALE" not in source
print(*(line for line in Calendar(source).serialize().splitlines() if "CALSCALE" in line))
END
seen=$(venv/bin/python try.py)
[ "$seen" = "CALSCALE:GEORGIAN" ] || { echo "now: $seen"; exit 1; }
echo "as described"
