#!/bin/sh
# titlecase 2.4.1 (PyPI), Python 3.11.
#
# Expected: AT&T keeps its letters, like all words that have capitals inside.
# Seen: in the middle of a text it does. As the first word it is taken for the preposition "at",
# which is written with a capital there, whatever follows it:
#   AT&T Labs         ->  At&T Labs
#   at AT&T Labs      ->  At AT&T Labs
# A list of affiliations has it as the first word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check titlecase==2.4.1
cat >try.py <<'END'
from titlecase import titlecase
for text in ("AT&T Labs", "at AT&T Labs", "Q&A", "R&D at A&B"):
    print(titlecase(text))
END
cat >wanted <<'END'
At&T Labs
At AT&T Labs
Q&A
R&D at A&B
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
