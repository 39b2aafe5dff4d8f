#!/bin/sh
# windows-iana 5.1.0 (npm), Node.js 20; beside it tzlocal 5.4.5 with tzdata 2026.6 (PyPI), Python 3.11.
#
# Expected: findWindows() gives the name that Outlook and Exchange have for a zone of the tz database, for
# each of its names, old or new: Asia/Calcutta and Asia/Kolkata, Asia/Rangoon and Asia/Yangon.
# Seen: of the capitals of the world one has none. The zone that was called Europe/Kiev until 2022 is known
# by that name alone, so that the entry for a calendar in Kyiv is undefined, or goes out without a zone:
#   Europe/Kiev   FLE Standard Time          Europe/Kyiv   nothing
# Of all the zones of zone1970.tab five are without a name, and tzlocal has one for four of these.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check tzlocal==5.4.5 tzdata==2026.6
npm install --silent --no-audit --no-fund windows-iana@5.1.0 >/dev/null
cat >zones.py <<'END'
from importlib.resources import files

table = files("tzdata.zoneinfo").joinpath("zone1970.tab").read_text(encoding="utf-8")
for line in table.splitlines():
    if not line.startswith("#"):
        print(line.split("\t")[2])
END
cat >try.mjs <<'END'
import { readFileSync } from "node:fs";
import { findWindows } from "windows-iana";
const zones = readFileSync(0, "utf8").trim().split("\n");
for (const zone of zones.sort()) if (!findWindows(zone).length) console.log(zone);
END
cat >try.py <<'END'
import sys

from tzlocal.windows_tz import tz_win

for line in sys.stdin:
    print(line.strip(), "but", tz_win.get(line.strip()))
END
cat >wanted <<'END'
America/Ciudad_Juarez but Mountain Standard Time
America/Coyhaique but Magallanes Standard Time
Antarctica/Troll but None
Europe/Kyiv but FLE Standard Time
Pacific/Kanton but UTC+13
END
venv/bin/python zones.py | node try.mjs | venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
