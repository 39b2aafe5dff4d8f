#!/bin/sh
# num2words 0.5.14 (PyPI), Python 3.11.
#
# Expected: to="ordinal_num" gives a text with the sign of an ordinal, as "3rd", "3º", "3." do.
# Seen: Italian gets the int back that it was given, without "º" and of another type; joining it
# to a text raises far away from here. French has "3me", where 3e is the usual form.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check num2words==0.5.14
cat >try.py <<'END'
from num2words import num2words
for language in ("en", "es", "de", "fr", "it"):
    print(language, repr(num2words(3, to="ordinal_num", lang=language)))
END
cat >wanted <<'END'
en '3rd'
es '3º'
de '3.'
fr '3me'
it 3
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
