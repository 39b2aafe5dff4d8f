#!/bin/sh
# python-stdnum 2.2 and isbnlib 3.10.14 (PyPI), Python 3.11.
#
# Expected: the hyphens of an ISBN follow from the international agency's list of ranges, which both
# packages carry; they agree.
# Seen: for a Dutch publisher of the newer ranges they do not, and neither says that it is not
# sure; American and French ones agree. Comparing ISBNs by their printed form finds differences
# that are none.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check python-stdnum==2.2 isbnlib==3.10.14
cat >try.py <<'END'
import isbnlib
from stdnum import isbn
for number in ("9789464661118", "9798400722929", "9791090000001"):
    print(isbn.format(number), isbnlib.mask(number))
END
cat >wanted <<'END'
978-94-64661-11-8 978-94-6466-111-8
979-8-4007-2292-9 979-8-4007-2292-9
979-10-90000-00-1 979-10-90000-00-1
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
