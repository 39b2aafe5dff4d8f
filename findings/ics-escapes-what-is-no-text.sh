#!/bin/sh
# ics 0.7.3 (PyPI), Python 3.11; read back by ical.js 2.2.1 (npm), Node.js 20.
#
# Expected: RFC 5545 escapes commas and semicolons in values of the type TEXT. A URL is a URI
# (3.3.13), and a parameter with a comma stands between quotes (3.2); neither knows backslashes.
# Seen: an event that is read and written again without a change gets backslashes in both places
# and loses the quotes; a reader that follows the standard gets another address:
#   URL:https://example.org/a,b;c     ->  URL:https://example.org/a\,b\;c
#   ATTENDEE;CN="Sample, Ann":mailto… ->  ATTENDEE;CN=Sample\, Ann:mailto…
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check ics==0.7.3
npm install --silent --no-audit --no-fund ical.js@2.2.1 >/dev/null
cat >try.py <<'END'
import warnings
from ics import Calendar
warnings.simplefilter("ignore")
source = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VEVENT", "UID:a@example.org",
    "DTSTAMP:20270101T000000Z", "DTSTART;VALUE=DATE:20270914", "SUMMARY:Workshop",
    "URL:https://example.org/a,b;c", 'ATTENDEE;CN="Sample, Ann":mailto:ann@example.org',
    "END:VEVENT", "END:VCALENDAR", ""])
written = Calendar(source).serialize()
open("written.ics", "w", encoding="utf-8", newline="").write(written)
print(*(line for line in written.splitlines() if line.startswith(("URL", "ATTENDEE"))), sep="\n")
END
cat >try.mjs <<'END'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
const calendar = new ICAL.Component(ICAL.parse(readFileSync("written.ics", "utf8")));
console.log(calendar.getFirstSubcomponent("vevent").getFirstPropertyValue("url"));
END
seen=$(venv/bin/python try.py; node try.mjs)
wanted='ATTENDEE;CN=Sample\, Ann:mailto:ann@example.org
URL:https://example.org/a\,b\;c
https://example.org/a\,b\;c'
[ "$seen" = "$wanted" ] || { echo "now: $seen"; exit 1; }
echo "as described"
