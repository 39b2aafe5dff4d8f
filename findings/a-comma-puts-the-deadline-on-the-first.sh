#!/bin/sh
# timefhuman 0.1.5 (PyPI), Python 3.11, which finds days and hours in what people write.
#
# Expected: "10 March 2027, 23:59" is one moment, as "10 March 2027 23:59" is.
# Seen: with the comma, these are two moments: the first of March at midnight, and one minute before the end of
# the day on which the program is run. The 10 is gone. A word behind it that the library does not know moves the
# whole to the first of the month as well:
#   10 March 2027 23:59       2027-03-10 23:59
#   10 March 2027, 23:59      2027-03-01 00:00 and today 23:59
#   10 March 2027 23:59 AoE   2027-03-01 23:59
# In the order "March 10 2027" the day stays (with the comma, it is found twice). Nothing is reported, and each day of a month has the same end.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check timefhuman==0.1.5
cat >try.py <<'END'
import datetime

from timefhuman import tfhConfig, timefhuman

settings = tfhConfig(now=datetime.datetime(2027, 1, 15, 12))
for text in (
    "10 March 2027 23:59",
    "10 March 2027, 23:59",
    "10 March 2027 23:59 AoE",
    "March 10 2027, 23:59",
    "March 10 2027 23:59 AoE",
):
    found = timefhuman(text, config=settings)
    moments = found[0] if isinstance(found[0], list) else found  # several moments that belong together are a list
    print(text, "->", *(f"{moment:%Y-%m-%d/%H:%M}" for moment in moments))
END
venv/bin/python try.py >seen
cat >expected <<'END'
10 March 2027 23:59 -> 2027-03-10/23:59
10 March 2027, 23:59 -> 2027-03-01/00:00 2027-01-15/23:59
10 March 2027 23:59 AoE -> 2027-03-01/23:59
March 10 2027, 23:59 -> 2027-03-10/23:59 2027-03-10/23:59
March 10 2027 23:59 AoE -> 2027-03-10/23:59
END
diff expected seen && echo "as described"
