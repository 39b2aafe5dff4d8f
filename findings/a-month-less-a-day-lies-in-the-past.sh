#!/bin/sh
# isodate 0.7.2 (PyPI), which reads and writes durations of ISO 8601 for rdflib and other libraries, Python 3.11.
#
# Expected: a month less a day, "until the day before the next meeting", is a duration that the library computes
# with: from 1 June it leads to 30 June. ISO 8601 has one sign for the whole, so that such a duration cannot be
# written, and the library has an error for what it cannot do.
# Seen: it is written with the sign of its days in front of all. Read again it is a month and a day back:
#   Duration(months=1) - 1 day       -P1M1D      from 1 June: 30 April instead of 30 June
#   Duration(months=2) - 1 week      -P2M7D      from 1 June: 25 March instead of 25 July
#   a year less half a day           -P1YT12H
# Times in the data of a workshop that are stored as text, a review that is due a week before two months are over,
# lie in the past once they are read.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check isodate==0.7.2
cat >try.py <<'END'
from datetime import date, timedelta

from isodate import Duration, duration_isoformat, parse_duration

START = date(2027, 6, 1)
for duration in (
    Duration(months=1, days=1),
    Duration(months=1) - timedelta(days=1),
    Duration(months=2) - timedelta(weeks=1),
    Duration(years=1) - timedelta(hours=12),
):
    text = duration_isoformat(duration)
    print(text, START + duration, START + parse_duration(text))
END
cat >wanted <<'END'
P1M1D 2027-07-02 2027-07-02
-P1M1D 2027-06-30 2027-04-30
-P2M7D 2027-07-25 2027-03-25
-P1YT12H 2028-05-31 2026-05-31
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
