#!/bin/sh
# city-timezones 1.3.4 (npm), Node.js 20; beside it timezonefinder 9.0.0 with tzdata 2026.6 (PyPI), which
# goes by the borders of zones, Python 3.11.
#
# Expected: the zone of a city that the library knows is the zone of the place at its own coordinates, or
# the library does not know the city.
# Seen: two cities of a million on China's southern coast are put into the zone of Urumqi, 3000 kilometres
# to the north-west, and so is Lhasa; four cities of other countries are known and have no zone:
#   Zhanjiang   Asia/Urumqi   two hours behind its own clocks
#   Perm        null
# Of a city with several entries the first one is not the largest: Los Angeles is in Chile, then in
# California. São Paulo is known without its sign and Zürich with it only.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check timezonefinder==9.0.0 tzdata==2026.6
npm install --silent --no-audit --no-fund city-timezones@1.3.4 >/dev/null
cat >try.cjs <<'END'
const { lookupViaCity } = require("city-timezones");
for (const name of ["Zhanjiang", "Maoming", "Lhasa", "Perm", "Penza", "Urmia", "Comodoro Rivadavia"]) {
  const [{ city, lat, lng, timezone }] = lookupViaCity(name);
  console.log(JSON.stringify([city, lat, lng, timezone]));
}
for (const name of ["Los Angeles", "São Paulo", "Sao Paulo", "Zürich", "Zurich"]) {
  console.error(name, ...lookupViaCity(name).map(({ iso2, timezone }) => `${iso2} ${timezone}`));
}
END
cat >try.py <<'END'
import json
import sys

from timezonefinder import TimezoneFinder

finder = TimezoneFinder()
for line in sys.stdin:
    name, latitude, longitude, zone = json.loads(line)
    print(name, zone, "but", finder.timezone_at(lat=latitude, lng=longitude))
END
cat >wanted <<'END'
Zhanjiang Asia/Urumqi but Asia/Shanghai
Maoming Asia/Urumqi but Asia/Shanghai
Lhasa Asia/Urumqi but Asia/Shanghai
Perm None but Asia/Yekaterinburg
Penza None but Europe/Moscow
Urmia None but Asia/Tehran
Comodoro Rivadavia None but America/Argentina/Catamarca
Los Angeles CL America/Santiago US America/Los_Angeles
São Paulo
Sao Paulo BR America/Sao_Paulo
Zürich CH Europe/Zurich
Zurich
END
node try.cjs 2>names | venv/bin/python try.py >seen
cat names >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
