#!/bin/sh
# Babel 2.19.0 with tzdata 2026.6, and then with pytz 2026.6 beside them (PyPI), Python 3.11.
#
# Expected: a program that takes its zone from babel.dates.get_timezone() and sets it as the tzinfo of
# a moment, as one does since Python 3.9, prints the same in each environment.
# Seen: as soon as any other package brings pytz along, the same function returns zones of pytz,
# which must not be set so: each is then the zone's local mean time of the 19th century.
#   without pytz   12:00 Central European Summer Time (GMT+02:00)
#   with pytz      12:55 Central European Summer Time (GMT+01:05)
# The program did not change, and neither did Babel.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check babel==2.19.0 tzdata==2026.6
cat >try.py <<'END'
import datetime as dt

from babel.dates import format_datetime, get_timezone

zone = get_timezone("Europe/Vienna")
noon = dt.datetime(2027, 7, 1, 12, tzinfo=zone)
shown = format_datetime(noon, "HH:mm zzzz", tzinfo=zone, locale="en")
print(shown, f"({format_datetime(noon, 'ZZZZ', locale='en')})")
END
cat >wanted <<'END'
12:00 Central European Summer Time (GMT+02:00)
12:55 Central European Summer Time (GMT+01:05)
END
venv/bin/python try.py >seen
venv/bin/pip install -qq --disable-pip-version-check pytz==2026.6
venv/bin/python try.py >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
