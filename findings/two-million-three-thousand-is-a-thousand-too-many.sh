#!/bin/sh
# word2number 1.1 (PyPI), Python 3.11.
#
# Expected: "two million three thousand" is 2003000, as "two million three hundred" is 2000300. A number
# that the library cannot read is an error, as "first" is.
# Seen: behind millions there is one thousand too many, and the number of thousands is added once more
# as ones. A year that is read in pairs becomes a product:
#   two million three thousand       2004003
#   twenty twenty seven              407        (20 times 20, and 7)
#   one point five million           1
# Nothing is raised, and "two thousand twenty seven" is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check word2number==1.1
cat >try.py <<'END'
from word2number.w2n import word_to_num

numbers = (
    "two thousand twenty seven", "two million three hundred", "two million three thousand",
    "five million ten thousand", "twenty twenty seven", "one point five million",
)
for number in numbers:
    print(number, "=", word_to_num(number))
END
cat >wanted <<'END'
two thousand twenty seven = 2027
two million three hundred = 2000300
two million three thousand = 2004003
five million ten thousand = 5011010
twenty twenty seven = 407
one point five million = 1
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
