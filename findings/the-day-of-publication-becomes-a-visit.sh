#!/bin/sh
# commonmeta-py 0.312 (PyPI), Python 3.11.
#
# Expected: `urldate` is the day on which somebody looked at the page; biblatex prints it as "(visited
# on 09/14/2027)". A converter that reads no such day writes none, and the day of publication is
# `date`, or `year`, `month` and `day`.
# Seen: the day of publication is written as urldate, and the day stands nowhere else. CSL-JSON with a
# day of its own for the visit (`accessed`) comes out the same, with that day lost:
#   issued 2027-09-14, accessed 2028-02-01   ->   urldate = {2027-09-14}, month = sep, year = {2027}
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check commonmeta-py==0.312
cat >try.py <<'END'
import json

from commonmeta import Metadata

work = {
    "type": "paper-conference",
    "title": "Title",
    "author": [{"family": "Sample", "given": "Ann"}],
    "DOI": "10.1000/a",
    "URL": "https://doi.org/10.1000/a",
    "issued": {"date-parts": [[2027, 9, 14]]},
    "accessed": {"date-parts": [[2028, 2, 1]]},
}
record = Metadata(json.dumps(work), via="csl", no_network=True)
assert record.is_valid
fields = ("date", "urldate", "year", "month", "day")
for line in record.write(to="bibtex").decode().splitlines():
    if line.strip().startswith(fields):
        print(line.strip())
END
cat >wanted <<'END'
month = sep,
urldate = {2027-09-14},
year = {2027}
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
