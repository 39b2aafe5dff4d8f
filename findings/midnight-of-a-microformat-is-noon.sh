#!/bin/sh
# microformats-parser 2.0.6 (npm), Node.js 20; beside it mf2py 2.0.2 (PyPI), Python 3.11.
#
# Expected: an hour of an event may be written as people read it, as "12am" or "9 a.m." (the value class
# pattern of microformats: hours with am or pm, with or without dots), and its day as a day of the year,
# 2027-257. An end without a day has the day of the beginning.
# Seen: twelve o'clock at night is noon, hours with dots are put into capitals and left, and a day of
# the year is no day for the end, which begins with the word "null":
#   2027-09-14, 12am            2027-09-14 12:00        (mf2py: 00:00)
#   2027-09-14, 9 a.m.          2027-09-14 9 A.M.       (mf2py: 09:00)
#   2027-257, 09:30 to 17:00    2027-257 09:30, null 17:00
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check mf2py==2.0.2 html5lib==1.1
npm install --silent --no-audit --no-fund microformats-parser@2.0.6 >/dev/null
cat >pages.json <<'END'
[["2027-09-14", "9am"], ["2027-09-14", "12am"], ["2027-09-14", "9 a.m."], ["2027-257", "09:30"]]
END
cat >try.cjs <<'END'
const { mf2 } = require("microformats-parser");
const value = (text) => `<span class="value">${text}</span>`;
const pages = require("./pages.json").map(([day, hour]) => `<div class="h-event"><p class="p-name">Talk</p>
<p class="dt-start">${value(day)} ${value(hour)}</p><p class="dt-end">${value("17:00")}</p></div>`);
for (const page of pages) {
  const { start, end } = mf2(page, { baseUrl: "https://example.org/" }).items[0].properties;
  console.log(start[0], "|", end[0]);
}
require("node:fs").writeFileSync("html.json", JSON.stringify(pages));
END
cat >try.py <<'END'
import json

import mf2py

for page in json.load(open("html.json")):
    found = mf2py.parse(doc=page, html_parser="html5lib")["items"][0]["properties"]
    print(found["start"][0], "|", found["end"][0])
END
cat >wanted <<'END'
2027-09-14 09:00 | 2027-09-14 17:00
2027-09-14 12:00 | 2027-09-14 17:00
2027-09-14 9 A.M. | 2027-09-14 17:00
2027-257 09:30 | null 17:00
2027-09-14 9:00 | 2027-09-14 17:00
2027-09-14 00:00 | 2027-09-14 17:00
2027-09-14 9:00 | 2027-09-14 17:00
2027-09-14 09:30 | 2027-09-14 17:00
END
node try.cjs >seen
venv/bin/python try.py >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
