#!/bin/sh
# holidays 0.109 (PyPI), Python 3.11; beside it date-holidays 3.37.0 (npm), Node.js 20.
#
# Expected: asked for the holidays of Hong Kong, the library gives the days on which banks, schools and
# offices are shut (the general holidays of its law), as it gives those of other places, or the shorter list
# of days off that every employer has to give.
# Seen: by default it gives the second list, which gets one day longer every other year. Easter Monday is on
# it since 2026, and Good Friday will be in 2028, so that in between Easter begins on Monday:
#   2027   03-29 Easter Monday            2028   04-14 Good Friday, 04-17 Easter Monday
# Banks, schools and offices are shut on Good Friday and the day after in all of these years. They are there
# if days are asked for that are "optional"; the other library has them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check holidays==0.109
npm install --silent --no-audit --no-fund date-holidays@3.37.0 >/dev/null
cat >try.py <<'END'
import holidays

for year in (2026, 2027, 2028):
    for chosen in ("public",), ("public", "optional"):
        days = holidays.country_holidays("HK", years=year, categories=chosen)
        found = []
        for name in ("Good Friday", "Easter Monday"):
            found += [f"{day:%m-%d} {name}" for day in days.get_named(name, lookup="istartswith")]
        print(year, len(chosen), *found, sep=", ")
END
cat >try.cjs <<'END'
const Holidays = require("date-holidays");
const days = new Holidays("HK", { languages: "en" }).getHolidays(2027);
const easter = days.filter(({ type, date }) => type === "public" && date.startsWith("2027-03"));
console.log(easter.map(({ date, name }) => `${date.slice(5, 10)} ${name}`).join(", "));
END
cat >wanted <<'END'
2026, 1, 04-06 Easter Monday
2026, 2, 04-03 Good Friday, 04-06 Easter Monday
2027, 1, 03-29 Easter Monday
2027, 2, 03-26 Good Friday, 03-29 Easter Monday
2028, 1, 04-14 Good Friday, 04-17 Easter Monday
2028, 2, 04-14 Good Friday, 04-17 Easter Monday
03-26 Good Friday, 03-27 The day following Good Friday, 03-29 Easter Monday
END
venv/bin/python try.py >seen
node try.cjs >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
