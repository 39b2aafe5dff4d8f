#!/bin/sh
# vobject 0.9.9 (PyPI), Python 3.11; vcard-parser 1.0.0 and vcards-js 2.11.1, beside them ical.js 2.2.1
# (npm), Node.js 20.
#
# Expected: the URL of a visiting card is an address and no text (RFC 2426, 3.6.8: "a single uri
# value"), so that commas and semicolons in it, which addresses may have (RFC 3986, 2.2), are neither
# escaped nor divide anything. Addresses of maps have two of them.
# Seen: two readers divide it. vobject keeps what is before the first comma, and writes that back;
# vcard-parser makes a list at the semicolon. A writer sets a backslash before the comma:
#   vobject        https://map.example.org/@52.5,13.4,17z   ->   https://map.example.org/@52.5
#   vcards-js      URL:https://map.example.org/@52.5\,13.4\,17z
# The link opens, and shows another place.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check vobject==0.9.9
npm install --silent --no-audit --no-fund vcard-parser@1.0.0 vcards-js@2.11.1 ical.js@2.2.1 >/dev/null
printf '%s\r\n' BEGIN:VCARD VERSION:3.0 'FN:Example University' 'N:University;Example;;;' \
    'URL:https://map.example.org/@52.5,13.4,17z;room=1' END:VCARD >card.vcf
cat >try.py <<'END'
import vobject

card = vobject.readOne(open("card.vcf", newline="").read())
print(card.url.value)
print(*(line for line in card.serialize().splitlines() if line.startswith("URL")))
END
cat >try.mjs <<'END'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import reader from "vcard-parser";
import writer from "vcards-js";
const source = readFileSync("card.vcf", "utf8");
console.log(JSON.stringify(reader.parse(source).url[0].value));
const card = writer();
card.url = "https://map.example.org/@52.5,13.4,17z";
console.log(card.getFormattedString().match(/^URL.*$/m)[0].trim());
console.log(new ICAL.Component(ICAL.parse(source)).getFirstPropertyValue("url"));
END
cat >wanted <<'END'
https://map.example.org/@52.5
URL:https://map.example.org/@52.5
["https://map.example.org/@52.5,13.4,17z","room=1"]
URL:https://map.example.org/@52.5\,13.4\,17z
https://map.example.org/@52.5,13.4,17z;room=1
END
{ venv/bin/python try.py; node try.mjs; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
