#!/bin/sh
# metomi-isodatetime 1!3.2.0 (PyPI), which counts out the recurrences of ISO 8601, Python 3.11; beside it
# python-dateutil 2.9.0.post0.
#
# Expected: a meeting on 31 January and then monthly has its day where the month has one, and the last of the month
# where it has not, counted from the first meeting (R4/2027-01-31T12:00Z/P1M). A series that ends on 31 May
# (R4/P1M/2027-05-31T12:00Z) ends on 31 May; ISO 8601 gives the end in the third place.
# Seen: each day is counted from the one before, so that February cuts all that follow, and the end that was given
# is cut as well:
#   R4/2027-01-31T12:00Z/P1M      31 January, 28 February, 28 March, 28 April
#   R4/P1M/2027-05-31T12:00Z      28 February, 28 March, 28 April, 28 May
# The last meeting of the organizers before a deadline at the end of May is three days too early, and the day that
# somebody wrote down is not in the series.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check 'metomi-isodatetime==1!3.2.0' python-dateutil==2.9.0.post0
cat >try.py <<'END'
from datetime import date

from dateutil.relativedelta import relativedelta
from metomi.isodatetime.parsers import TimeRecurrenceParser

for text in ("R4/2027-01-31T12:00Z/P1M", "R4/P1M/2027-05-31T12:00Z"):
    print(text, *(str(point)[5:10] for point in TimeRecurrenceParser().parse(text)))
print("dateutil", *(f"{date(2027, 1, 31) + relativedelta(months=count):%m-%d}" for count in range(4)))
END
cat >wanted <<'END'
R4/2027-01-31T12:00Z/P1M 01-31 02-28 03-28 04-28
R4/P1M/2027-05-31T12:00Z 02-28 03-28 04-28 05-28
dateutil 01-31 02-28 03-31 04-30
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
