#!/bin/sh
# Babel 2.19.0 (PyPI), Python 3.11.
#
# Expected: Spanish writes "e" for "y" before the sound i, and "u" for "o" before the sound o:
# "Pedro e Ignacio", "siete u ocho". ICU and browsers (Intl.ListFormat) do so.
# Seen: the pattern of CLDR is filled in as it is. The rule stands in the code of ICU and not in
# the data that Babel is made from:
#   Pedro y Ignacio        siete o ocho
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check babel==2.19.0
cat >try.py <<'END'
from babel.lists import format_list
print(format_list(["Pedro", "Ignacio"], locale="es"))
print(format_list(["siete", "ocho"], style="or", locale="es"))
END
cat >wanted <<'END'
Pedro y Ignacio
siete o ocho
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
