#!/bin/sh
# dateparser 1.5.0 (PyPI), Python 3.11.
#
# Expected: the name of a time zone alone is no date; "PST", "GMT" and "AoE" give nothing.
# Seen: some are weekdays or parts of a day in another language, which is tried although nobody
# named it: "EST" is a Saturday, "CET" a Thursday, "WET" and "MST" a Wednesday. A column that
# holds zones looks like a column of dates.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check dateparser==1.5.0
cat >try.py <<'END'
from datetime import datetime
import dateparser
settings = {"RELATIVE_BASE": datetime(2026, 11, 27)}
for zone in ("PST", "GMT", "AoE", "EST", "CET", "WET", "MST"):
    day = dateparser.parse(zone, settings=settings)
    print(zone, day and f"{day:%A}")
END
cat >wanted <<'END'
PST None
GMT None
AoE None
EST Saturday
CET Thursday
WET Wednesday
MST Wednesday
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
