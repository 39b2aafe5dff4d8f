#!/bin/sh
# csvkit 2.2.0 (agate 1.14.2, PyPI), Python 3.11.
#
# Expected: csvjson writes the cells of a list of authors as they stand; columns of names are text.
# Seen: a column whose cells can all be read as days becomes one of days, and no year and no day of
# the month are needed for that. The family name Na is an empty value, whatever its case, and seats
# in the first row "1D" and "2D" are durations:
#   April, May, June    "0001-04-01", "0001-05-01", "0001-06-01"
#   Na                  null
#   1D, 2D              "1 day, 0:00:00", "2 days, 0:00:00"
# Nothing is said; --no-inference and --blanks keep the text. One author named Ann in the first
# column brings April, May and June back.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check csvkit==2.2.0 agate==1.14.2
cat >authors.csv <<'END'
given,family,seat
April,Na,1D
May,Sample,2D
June,Placeholder,1D
END
cat >wanted <<'END'
[{"given": "0001-04-01", "family": null, "seat": "1 day, 0:00:00"}, {"given": "0001-05-01", "family": "Sample", "seat": "2 days, 0:00:00"}, {"given": "0001-06-01", "family": "Placeholder", "seat": "1 day, 0:00:00"}]
[{"given": "April", "family": "Na", "seat": "1D"}, {"given": "May", "family": "Sample", "seat": "2D"}, {"given": "June", "family": "Placeholder", "seat": "1D"}]
END
{
    venv/bin/csvjson authors.csv && echo
    venv/bin/csvjson --no-inference --blanks authors.csv && echo
} >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
