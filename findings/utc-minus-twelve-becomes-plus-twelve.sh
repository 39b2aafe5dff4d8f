#!/bin/sh
# python-dateutil 2.9.0.post0 and pendulum 3.3.0, which asks it with strict=False; beside them
# dateparser 1.5.0 (PyPI), Python 3.11.
#
# Expected: "UTC-12", as calls for papers explain Anywhere on Earth, is 12 hours behind UTC, as in
# ISO 8601, where 23:59-12:00 is.
# Seen: behind the name of a zone the sign means the opposite, as in the variable TZ of POSIX, with
# minutes too, and for UTC and GMT as well:
#   23:59 UTC-12     ->  23:59+12:00
#   23:59 UTC-12:00  ->  23:59+12:00
#   23:59-12:00      ->  23:59-12:00
# The deadline is 24 hours early; a time in GMT+1 is off by two hours. dateparser has it right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check python-dateutil==2.9.0.post0 pendulum==3.3.0 \
    dateparser==1.5.0
cat >try.py <<'END'
import dateparser, pendulum
from dateutil import parser
for zone in (" UTC-12", " UTC-12:00", " GMT+1", "-12:00"):
    text = "2027-06-10 23:59" + zone
    times = parser.parse(text), pendulum.parse(text, strict=False), dateparser.parse(text)
    print(text, *(f"{time:%z}" for time in times))
END
cat >wanted <<'END'
2027-06-10 23:59 UTC-12 +1200 +1200 -1200
2027-06-10 23:59 UTC-12:00 +1200 +1200 -1200
2027-06-10 23:59 GMT+1 -0100 -0100 +0100
2027-06-10 23:59-12:00 -1200 -1200 -1200
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
