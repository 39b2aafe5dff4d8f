#!/bin/sh
# coordinate-parser 1.0.7 (npm), Node.js 20; beside it lat-lon-parser 1.3.1 (PyPI), Python 3.11.
#
# Expected: a comma divides the decimals of a coordinate, as ISO 6709 allows and as it is written in German,
# French, Spanish or Russian, or the text is refused, as the library refuses "16°22'E 48°12'N" and "O" for east.
# Seen: the comma divides degrees from minutes, and 2082 minutes are taken as such and added up:
#   48,2082 N 16,3738 E     82.7, 78.3           in the Arctic Ocean, 4300 kilometres from Vienna
#   52,52 N 13,405 E        52.87, 19.75         in Poland, 430 kilometres from Berlin
#   52,5200 N 13,4050 E     138.67, 80.5         beyond the pole, which is not refused either
#   48°12,5'N 16°22,4'E     48.2014, 16.3678     870 metres from the place: twelve minutes and five seconds
# A map on the page of a venue points there. With points instead of the commas all are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check lat-lon-parser==1.3.1
npm install --silent --no-audit --no-fund coordinate-parser@1.0.7 >/dev/null
cat >places <<'END'
48,2082 N 16,3738 E
48.2082 N 16.3738 E
52,52 N 13,405 E
52,5200 N 13,4050 E
48°12,5'N 16°22,4'E
48°12.5'N 16°22.4'E
END
cat >try.cjs <<'END'
const { readFileSync } = require("node:fs");
const Coordinates = require("coordinate-parser");
for (const place of readFileSync("places", "utf8").trim().split("\n")) {
  const found = new Coordinates(place);
  console.log(place, "|", found.getLatitude().toFixed(4), found.getLongitude().toFixed(4));
}
END
cat >try.py <<'END'
import re

import lat_lon_parser

for place in open("places"):
    parts = re.findall(r"[^NE]+[NE]", place)
    print(place.strip(), "|", *(f"{lat_lon_parser.parse(part.strip()):.4f}" for part in parts))
END
cat >wanted <<'END'
48,2082 N 16,3738 E | 82.7000 78.3000
48.2082 N 16.3738 E | 48.2082 16.3738
52,52 N 13,405 E | 52.8667 19.7500
52,5200 N 13,4050 E | 138.6667 80.5000
48°12,5'N 16°22,4'E | 48.2014 16.3678
48°12.5'N 16°22.4'E | 48.2083 16.3733
48,2082 N 16,3738 E | 48.2082 16.3738
48.2082 N 16.3738 E | 48.2082 16.3738
52,52 N 13,405 E | 52.5200 13.4050
52,5200 N 13,4050 E | 52.5200 13.4050
48°12,5'N 16°22,4'E | 48.2083 16.3733
48°12.5'N 16°22.4'E | 48.2083 16.3733
END
node try.cjs >seen
venv/bin/python try.py >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
