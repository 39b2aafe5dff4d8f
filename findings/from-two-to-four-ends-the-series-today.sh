#!/bin/sh
# recurrent 0.4.1 (PyPI), Python 3.11; its rules are read by python-dateutil 2.9.0.post0.
#
# Expected: "every Tuesday from 2pm to 4pm" is a series without an end, of two hours each. A rule of
# RFC 5545 holds no end of a single event, so that a reader of such sentences tells it apart, or gives
# the beginning at least, as it does for "every Tuesday at 2pm".
# Seen: from and to are taken for the first and the last day. Both hours are put into the day on which
# the sentence is typed, and are lost. Typed on a Monday, the series is over before it begins:
#   DTSTART:20270104, RRULE:BYDAY=TU;INTERVAL=1;FREQ=WEEKLY;UNTIL=20270104       no date at all
# "daily at noon" has no noon; "daily at 12pm" has it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check recurrent==0.4.1 python-dateutil==2.9.0.post0
cat >try.py <<'END'
from datetime import datetime
from itertools import islice

from dateutil.rrule import rrulestr
from recurrent import RecurringEvent

sentences = ("every Tuesday from 2pm to 4pm", "every Tuesday at 2pm", "daily at noon", "daily at 12pm")
for sentence in sentences:
    rule = RecurringEvent(now_date=datetime(2027, 1, 4, 9)).parse(sentence)
    print(rule.replace("\n", ", "))
    print(" ", [str(day) for day in islice(rrulestr(rule, dtstart=datetime(2027, 1, 4, 9)), 2)])
END
cat >wanted <<'END'
DTSTART:20270104, RRULE:BYDAY=TU;INTERVAL=1;FREQ=WEEKLY;UNTIL=20270104
  []
RRULE:BYDAY=TU;BYHOUR=14;BYMINUTE=0;INTERVAL=1;FREQ=WEEKLY
  ['2027-01-05 14:00:00', '2027-01-12 14:00:00']
RRULE:INTERVAL=1;FREQ=DAILY
  ['2027-01-04 09:00:00', '2027-01-05 09:00:00']
RRULE:BYHOUR=12;BYMINUTE=0;INTERVAL=1;FREQ=DAILY
  ['2027-01-04 12:00:00', '2027-01-05 12:00:00']
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
