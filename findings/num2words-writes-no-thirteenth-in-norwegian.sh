#!/bin/sh
# num2words 0.5.14 (PyPI), Python 3.11.
#
# Expected: the ordinal of an edition in words, which small numbers surely have: Norwegian trettende
# (13th), Danish tredivte (30th), Swedish tjugonde (20th), Spanish undécimo or decimoprimero (11th).
# Seen: four languages put the pieces of other numbers together to words that do not exist:
#   no 13   trettførste     as if it were a "thirty-first" (trettiførste)
#   da 30   tredivete       sv 20   tjugode       es 11   décimoprimero
# Nothing is raised; neighbouring numbers (12th, 14th, 21st) are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check num2words==0.5.14
cat >try.py <<'END'
from num2words import num2words
for language, number in (("no", 12), ("no", 13), ("no", 31), ("da", 30), ("sv", 20), ("es", 11)):
    print(language, number, num2words(number, lang=language, to="ordinal"))
END
cat >wanted <<'END'
no 12 tolvte
no 13 trettførste
no 31 trettiførste
da 30 tredivete
sv 20 tjugode
es 11 décimoprimero
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
