#!/bin/sh
# numerizer 0.2.4 (PyPI), which writes the numbers of a text in digits, Python 3.11.
#
# Expected: "the tenth and eleventh of June" is "the 10th and 11th of June", as "the twenty-first and
# twenty-second of June" becomes "the 21st and 22nd of June".
# Seen: of two ordinals beside each other the second one is taken for the lower half of a fraction, whatever
# stands between the two, and the words of the day are no day any more:
#   the tenth and eleventh of June     the 10th and/11 of June
#   June tenth and eleventh            June/10 and 11th
#   the second half                    the 2nd/2
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check numerizer==0.2.4
cat >try.py <<'END'
from numerizer import numerize

for text in (
    "the twenty-first and twenty-second of June",
    "the tenth and eleventh of June",
    "the fourteenth or fifteenth of September",
    "June tenth and eleventh",
    "the third and fourth author",
    "the second half",
):
    print(numerize(text))
END
cat >wanted <<'END'
the 21st and 22nd of June
the 10th and/11 of June
the 14th or/15 of September
June/10 and 11th
the 3rd and/4 author
the 2nd/2
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
