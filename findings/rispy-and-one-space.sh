#!/bin/sh
# rispy 0.10.0 (PyPI), Python 3.11.
#
# Expected: "TY - CPAPER" with one space before the dash, which pandoc reads, is read, or refused
# by an error.
# Seen: an empty list, as if the file held no record. Two spaces give the record.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check rispy==0.10.0
cat >try.py <<'END'
import rispy
record = "TY  - CPAPER\nTI  - X\nER  - \n"
print(rispy.loads(record))
print(rispy.loads(record.replace("  - ", " - ")))
END
cat >wanted <<'END'
[{'type_of_reference': 'CPAPER', 'title': 'X'}]
[]
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
