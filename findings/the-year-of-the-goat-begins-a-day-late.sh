#!/bin/sh
# Intl of Node.js 20 with ICU 78.2, by which browsers and many programs name the days of the Chinese calendar; beside
# it lunardate 0.3.0 and holidays 0.109 (PyPI), Python 3.11.
#
# Expected: the Chinese New Year of 2027 is February 6, on which Hong Kong keeps it. The moon is new four minutes
# before midnight of Beijing on that day, and GB/T 33661 has the month begin on the day in which it is.
# Seen: ICU reckons the moon less exactly, and February 6 is the thirtieth of the twelfth month. All days of this
# month are one off. The New Year of 2030 is a day early; no day of the other years from 2024 to 2031 is wrong:
#   2027-02-06     Intl 30 of month 12     lunardate 1 of month 1     holidays: Chinese New Year
# A workshop that is planned round the feast by what the browser says has its deadline, or its first day, on it.
# Korea's calendar (dangi), which has February 7 since its clocks are an hour ahead, is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check lunardate==0.3.0 holidays==0.109
cat >days.mjs <<'END'
const format = new Intl.DateTimeFormat("en-u-ca-chinese", { timeZone: "UTC", month: "numeric", day: "numeric" });
for (let day = Date.UTC(2024, 0, 1); day < Date.UTC(2032, 0, 1); day += 86400e3) {
  const parts = Object.fromEntries(format.formatToParts(day).map(({ type, value }) => [type, value]));
  console.log(new Date(day).toISOString().slice(0, 10), parts.month, parts.day);
}
END
cat >try.py <<'END'
import collections
import datetime as dt

import holidays
from lunardate import LunarDate

wrong = collections.Counter()
for line in open("days"):
    day, *intl = line.split()
    day = dt.date.fromisoformat(day)
    lunar = LunarDate.from_solar_date(day.year, day.month, day.day)
    same = [f"{lunar.month}{'bis' if lunar.isLeapMonth else ''}", str(lunar.day)]
    wrong[day.year] += intl != same
    if day == dt.date(2027, 2, 6):
        print(day, *intl, "|", *same, "|", holidays.HongKong(years=2027, language="en_US").get(day))
print({year: count for year, count in wrong.items() if count})
END
cat >wanted <<'END'
2027-02-06 12 30 | 1 1 | Chinese New Year
{2027: 30, 2030: 30}
END
node days.mjs >days
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
