#!/bin/sh
# edtf 5.0.2 (PyPI), Python 3.11.
#
# Expected: the seasons of EDTF (2027-21 to 2027-24, spring to winter) each have three months. If
# there is a doubt, it is whose winter it is: the one that begins or the one that ends in 2027.
# Seen: the bounds of spring, summer and autumn are three months, and winter is December:
#   2027-23  2027-09-01 to 2027-11-30
#   2027-24  2027-12-01 to 2027-12-31
# A conference in January or February is in no season of any year, and an issue called "Winter 2027"
# sorts as one of December.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check edtf==5.0.2
cat >try.py <<'END'
from edtf import parse_edtf
for season in ("2027-21", "2027-22", "2027-23", "2027-24"):
    date = parse_edtf(season)
    first, last = ("{:04}-{:02}-{:02}".format(*bound()[:3]) for bound in
                   (date.lower_strict, date.upper_strict))
    print(season, first, last)
END
cat >wanted <<'END'
2027-21 2027-03-01 2027-05-31
2027-22 2027-06-01 2027-08-31
2027-23 2027-09-01 2027-11-30
2027-24 2027-12-01 2027-12-31
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
