#!/bin/sh
# clevercsv 0.8.5 (PyPI), Python 3.11.
#
# Expected: a file with one column is one column. The package finds out the dialect by the types of
# the cells, among which it knows addresses of e-mail, times and texts.
# Seen: a mark that stands in each line divides it, be it the one that makes the cell what it is:
#   ann@example.org   ->  ann | example.org
#   9:00              ->  9 | 00
# A column of dates, URLs, DOIs or ORCID iDs stays whole. A heading of two words over a column of
# single words is cut at the space.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check clevercsv==0.8.5
cat >try.py <<'END'
import io
import clevercsv
for rows in (
    ["email", "ann@example.org", "bob@example.org"],
    ["time", "9:00", "10:30"],
    ["last name", "Sample", "Author", "Li"],
    ["date", "2027-06-01", "2027-07-01"],
    ["url", "https://example.org/a", "https://example.org/b"],
):
    text = "\n".join(rows) + "\n"
    dialect = clevercsv.Detector().detect(text)
    print(list(clevercsv.reader(io.StringIO(text), dialect))[:2])
END
cat >wanted <<'END'
[['email'], ['ann', 'example.org']]
[['time'], ['9', '00']]
[['last', 'name'], ['Sample']]
[['date'], ['2027-06-01']]
[['url'], ['https://example.org/a']]
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
