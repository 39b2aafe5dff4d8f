#!/bin/sh
# python-dateutil 2.9.0.post0 and edtf 5.0.2, which asks it (PyPI), Python 3.11.
#
# Expected: "Sep 14-15, 2027", as conferences write their days, is refused by a parser of single
# days, as "8 pages" is, or read as the first of them.
# Seen: without a comma the second day becomes the year, and the year becomes the hour:
#   Sep 14-15 2027  ->  2015-09-14 20:27
# edtf, which exists to state uncertain dates exactly, repeats it: 2015-09-14.
# Hours fare alike: "10am-11am" is ten o'clock in the time zone UTC-11.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check python-dateutil==2.9.0.post0 edtf==5.0.2
cat >try.py <<'END'
from datetime import datetime
from dateutil import parser
from edtf import text_to_edtf
print(parser.parse("Sep 14-15 2027", default=datetime(2026, 1, 1)))
print(parser.parse("10am-11am", default=datetime(2026, 1, 1)))
print(text_to_edtf("Sep 14-15 2027"))
END
seen=$(venv/bin/python try.py)
wanted='2015-09-14 20:27:00
2026-01-01 10:00:00-11:00
2015-09-14'
[ "$seen" = "$wanted" ] || { echo "now: $seen"; exit 1; }
echo "as described"
