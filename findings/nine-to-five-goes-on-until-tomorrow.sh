#!/bin/sh
# timefhuman 0.1.5 (PyPI), Python 3.11, which finds days and hours in what people write, and chrono-node 2.9.0 (npm),
# Node.js 20, which does so, too.
#
# Expected: "9-5pm" is a working day, and "11-1pm" the two hours around noon; whoever writes the half of the day once
# means the shorter stretch.
# Seen: the half that stands at the end is taken for the beginning, too, and the end is then moved to the next day:
#   9-5pm    21:00 until 17:00 of the next day
#   11-1pm   23:00 until 13:00 of the next day
# Both say so, and that the end is on the next day. "9am-5pm" and "9-11am" are right. A lunch break of a programme takes fourteen hours of the night.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check timefhuman==0.1.5
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.9.0 >/dev/null
cat >try.py <<'END'
import datetime

from timefhuman import tfhConfig, timefhuman

settings = tfhConfig(now=datetime.datetime(2027, 1, 15, 7))
for text in ("9-5pm", "11-1pm", "9am-5pm", "9-11am"):
    for begin, end in timefhuman(text, config=settings):
        print(f"timefhuman {text}: {begin:%d %H:%M} until {end:%d %H:%M}")
END
cat >try.cjs <<'END'
const chrono = require("chrono-node");
const now = new Date(2027, 0, 15, 7);
const two = (number) => String(number).padStart(2, "0");
const hour = (moment) => `${two(moment.get("day"))} ${two(moment.get("hour"))}:00`;
for (const text of ["9-5pm", "11-1pm"]) {
  const [found] = chrono.parse(text, now);
  console.log(`chrono-node ${text}: ${hour(found.start)} until ${hour(found.end)}`);
}
END
{
    venv/bin/python try.py
    node try.cjs
} >seen
cat >expected <<'END'
timefhuman 9-5pm: 15 21:00 until 16 17:00
timefhuman 11-1pm: 15 23:00 until 16 13:00
timefhuman 9am-5pm: 15 09:00 until 15 17:00
timefhuman 9-11am: 15 09:00 until 15 11:00
chrono-node 9-5pm: 15 21:00 until 16 17:00
chrono-node 11-1pm: 15 23:00 until 16 13:00
END
diff expected seen && echo "as described"
