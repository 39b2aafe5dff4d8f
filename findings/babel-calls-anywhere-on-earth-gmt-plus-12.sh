#!/bin/sh
# Babel 2.19.0 with tzdata 2026.6 (PyPI), Python 3.11.
#
# Expected: a deadline Anywhere on Earth has the zone Etc/GMT+12, which is 12 hours behind UTC; the
# tz database names these zones with the opposite sign, as POSIX does. CLDR gives zones without a
# country no name, but their offset, with the usual sign: GMT-12.
# Seen: the field z of a pattern does so, and the field v, the name of a zone for summer and winter,
# makes a country of the tz database's name, with the sign in it:
#   zzzz   23:59 GMT-12:00
#   v      23:59 Unknown Region (GMT+12) Time
# Who reads this thinks that the deadline is a day earlier than it is.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check babel==2.19.0 tzdata==2026.6
cat >try.py <<'END'
import datetime as dt
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

zone = ZoneInfo("Etc/GMT+12")
deadline = dt.datetime(2027, 6, 1, 23, 59, tzinfo=zone)
for pattern in ("HH:mm zzzz", "HH:mm v"):
    for locale in ("en", "de"):
        print(format_datetime(deadline, pattern, tzinfo=zone, locale=locale))
END
cat >wanted <<'END'
23:59 GMT-12:00
23:59 GMT-12:00
23:59 Unknown Region (GMT+12) Time
23:59 Unbekannte Region (GMT+12) (Ortszeit)
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
