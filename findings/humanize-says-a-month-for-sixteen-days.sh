#!/bin/sh
# humanize 4.17.0 (PyPI), Python 3.11.
#
# Expected: the nearest unit of which there is at least one: 16 days are 16 days, or two weeks.
# Seen: months are rounded and days are cut, so that two units err in opposite directions. Half a
# month is a whole one, and nearly two days are one:
#   15 days          15 days
#   16 days          a month
#   47 hours         a day
# A deadline in sixteen days is "a month from now".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check humanize==4.17.0
cat >try.py <<'END'
from datetime import timedelta
import humanize
for distance in (timedelta(days=15), timedelta(days=16), timedelta(hours=47), timedelta(minutes=91)):
    print(distance, "->", humanize.naturaldelta(distance))
print(humanize.naturaltime(timedelta(days=-16)))
END
cat >wanted <<'END'
15 days, 0:00:00 -> 15 days
16 days, 0:00:00 -> a month
1 day, 23:00:00 -> a day
1:31:00 -> 2 hours
a month from now
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
