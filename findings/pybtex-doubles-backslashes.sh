#!/bin/sh
# pybtex 0.26.1 (PyPI), Python 3.11.
#
# Expected: an entry that is read and written again without a change means the same to BibTeX.
# Seen: \% and \& get a second backslash, which is a line break and then a comment or a column:
#   title = {50\% of Search \& Ranking}  ->  title = {50\\% of Search \\& Ranking}
# Accents (\"u) are kept. TeX then loses the rest of the title's line, or stops.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pybtex==0.26.1
cat >try.py <<'END'
from pybtex.database import parse_string
source = r'@misc{a, title = {50\% of Search \& Ranking {\"u}ber}}'
written = parse_string(source, "bibtex").to_string("bibtex")
print(*(line.strip() for line in written.splitlines() if "title" in line))
END
seen=$(venv/bin/python try.py)
[ "$seen" = 'title = {50\\% of Search \\& Ranking {\"u}ber}' ] || { echo "now: $seen"; exit 1; }
echo "as described"
