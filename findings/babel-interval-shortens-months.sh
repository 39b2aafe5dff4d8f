#!/bin/sh
# Babel 2.19.0 (PyPI), Python 3.11.
#
# Expected: the skeleton yMMMMd asks for the month in full, in every language, as
# format_skeleton does; where CLDR has no pattern for an interval of it, an error or a fallback
# that keeps what was asked for.
# Seen: the month is cut in languages whose CLDR has only the pattern for yMMMd, and is in full
# where it has the other; nothing says so:
#   en  Aug 25 – 29, 2024        de  25.–29. Aug. 2024       es  25–29 de agosto de 2024
# (In English, thin spaces stand round the dash.) Days in the wrong order are not noticed either.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check babel==2.19.0
cat >try.py <<'END'
from datetime import date
from babel.dates import format_interval, format_skeleton
first, last = date(2024, 8, 25), date(2024, 8, 29)
for locale in ("en", "de", "es"):
    interval = format_interval(first, last, "yMMMMd", locale=locale)
    print(interval.replace("\u2009", " "), "|", format_skeleton("yMMMMd", first, locale=locale))
print(format_interval(last, first, "yMMMMd", locale="de"))
END
cat >wanted <<'END'
Aug 25 – 29, 2024 | August 25, 2024
25.–29. Aug. 2024 | 25. August 2024
25–29 de agosto de 2024 | 25 de agosto de 2024
29.–25. Aug. 2024
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
