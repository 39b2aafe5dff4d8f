#!/bin/sh
# arrow 1.4.0, beside it Babel 2.19.0 (PyPI), Python 3.11.
#
# Expected: behind the day, Slavic and Baltic languages and Finnish write the month in another case
# than alone ("wrzesień", but "14 września"). A library that has these languages does so in all or
# in none.
# Seen: arrow does so in Russian, Ukrainian and Czech, and not in Polish, Slovak, Croatian,
# Lithuanian and Finnish, which read like "14 of the September"; CLDR and so Babel have it right:
#   pl  14 wrzesień 2027  for  14 września 2027
#   lt  14 rugsėjis 2027  for  14 rugsėjo 2027
# There is no other token for it; MMMM is the only long form of a month.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check arrow==1.4.0 babel==2.19.0
cat >try.py <<'END'
from datetime import date
import arrow
from babel.dates import format_date
day = date(2027, 9, 14)
for locale in ("ru", "uk", "cs", "pl", "sk", "hr", "lt", "fi"):
    right = format_date(day, "d MMMM y", locale=locale)
    seen = arrow.get(day).format("D MMMM YYYY", locale=locale)
    print(locale, seen, "as" if seen == right else "for", right)
END
cat >wanted <<'END'
ru 14 сентября 2027 as 14 сентября 2027
uk 14 вересня 2027 as 14 вересня 2027
cs 14 září 2027 as 14 září 2027
pl 14 wrzesień 2027 for 14 września 2027
sk 14 september 2027 for 14 septembra 2027
hr 14 rujan 2027 for 14 rujna 2027
lt 14 rugsėjis 2027 for 14 rugsėjo 2027
fi 14 syyskuu 2027 for 14 syyskuuta 2027
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
