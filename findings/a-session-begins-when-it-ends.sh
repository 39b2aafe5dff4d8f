#!/bin/sh
# ctparse 0.3.6 (PyPI), which finds days, hours and spans of them in messages, Python 3.11.
#
# Expected: a span has its two ends in whatever order the day and the hours are written, or nothing is found.
# Seen: hours behind the day are read right and hours before it are not; of "9:30-10:30 14 September" the end
# is taken for the begin, and of a workshop whose two days are both written out, the last one is taken:
#   14 September 2027, 9:30-10:30            9:30 to 10:30 on the 14th
#   9:30-10:30, 14 September 2027            10:30 on the 14th
#   14 September 2027 - 16 September 2027    the 16th
#   30 December 2027 - 2 January 2028        30 December
#   14, 15 and 16 September 2027             the 15th to the 16th
# With the names of the days the month of the first day is the one after today, so that a workshop of three days
# takes a quarter of a year. The answer has a field for spans and none that says that a part was left out.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check ctparse==0.3.6
cat >texts <<'END'
14 September 2027, 9:30-10:30
9:30-10:30, 14 September 2027
10pm-1am, 14 September 2027
14-16 September 2027
14 September 2027 - 16 September 2027
30 December 2027 - 2 January 2028
14, 15 and 16 September 2027
Mon 13 - Wed 15 September 2027
END
cat >try.py <<'END'
import datetime
import logging

from ctparse import ctparse

logging.disable(logging.CRITICAL)
for text in open("texts"):
    found = ctparse(text.strip(), ts=datetime.datetime(2027, 6, 1, 12)).resolution
    print(text.strip(), str(found).replace(" X:X", "").replace(" (X/X)", ""), sep=": ")
END
cat >wanted <<'END'
14 September 2027, 9:30-10:30: 2027-09-14 09:30 - 2027-09-14 10:30
9:30-10:30, 14 September 2027: 2027-09-14 10:30
10pm-1am, 14 September 2027: 2027-09-14 01:00
14-16 September 2027: 2027-09-14 - 2027-09-16
14 September 2027 - 16 September 2027: 2027-09-16
30 December 2027 - 2 January 2028: 2027-12-30
14, 15 and 16 September 2027: 2027-09-15 - 2027-09-16
Mon 13 - Wed 15 September 2027: 2027-06-13 - 2027-09-15
END
venv/bin/python try.py >seen 2>messages
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
