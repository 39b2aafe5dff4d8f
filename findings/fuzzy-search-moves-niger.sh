#!/bin/sh
# pycountry 26.2.16 (PyPI), Python 3.11.
#
# Expected: search_fuzzy(), which exists to find the country of a name that somebody typed, finds
# each country first by its own name, letter for letter.
# Seen: two of all do not. Points are added up: Nigeria has a state called Niger, begins with the
# same letters, and its state counts a second time, which is more than to be called Niger. The
# Netherlands win against Curaçao likewise.
#   Niger    -> Nigeria, Niger
#   Curaçao  -> Netherlands, Curaçao
# Affiliations and venues move to another country.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pycountry==26.2.16
cat >try.py <<'END'
import pycountry
for country in pycountry.countries:
    found = pycountry.countries.search_fuzzy(country.name)
    if found[0].alpha_2 != country.alpha_2:
        print(country.name, "->", *(hit.name for hit in found[:2]))
END
cat >wanted <<'END'
Curaçao -> Netherlands Curaçao
Niger -> Nigeria Niger
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
