#!/bin/sh
# pymdown-extensions 13.1.2 (its extension smartsymbols, with Markdown 3.11.3; PyPI), Python 3.11.
#
# Expected: the extension writes 1/2 as ½ where it is a number of its own. It looks that no digit
# stands before and after, and has a list of nine fractions; a date with slashes is none.
# Seen: a slash is no digit. The days of a date that make a fraction in its list become one, at both
# ends of the date, while the day before and the day after are left:
#   1/2/2027   ½/2027        3/4/2027   ¾/2027       2027/1/2   2027/½
#   1/6/2027   ⅙/2027        2/6/2027   2/6/2027
# A table of deadlines has one day that nobody can read.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pymdown-extensions==13.1.2 markdown==3.11.3
cat >try.py <<'END'
import html

import markdown

for date in ("1/2/2027", "2/2/2027", "3/4/2027", "1/6/2027", "2/6/2027", "2027/1/2"):
    print(date, html.unescape(markdown.markdown(date, extensions=["pymdownx.smartsymbols"])))
END
cat >wanted <<'END'
1/2/2027 <p>½/2027</p>
2/2/2027 <p>2/2/2027</p>
3/4/2027 <p>¾/2027</p>
1/6/2027 <p>⅙/2027</p>
2/6/2027 <p>2/6/2027</p>
2027/1/2 <p>2027/½</p>
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
