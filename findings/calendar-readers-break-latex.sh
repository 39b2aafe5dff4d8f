#!/bin/sh
# ics 0.7.3 and icalendar 7.3.2 (PyPI), Python 3.11; node-ical 0.26.1 and ical.js 2.2.1 (npm),
# Node.js 20.
#
# Expected: two backslashes in a text of a calendar are one (RFC 5545, 3.3.11), whatever follows, so
# that the title "The $\nu$ method" is written as "The $\\nu$ method" and read back.
# Seen: two of four readers replace one escape after the other, line breaks before backslashes. The
# second backslash and the n become a line break, the first is left, and the title stands on two
# lines. ics does not read what it has written itself:
#   icalendar, ical.js   "The $\nu$ method"
#   ics, node-ical       "The $\", "u$ method"
# It takes a formula with \nu, \nabla or \neq, or a path of Windows.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check ics==0.7.3 icalendar==7.3.2
npm install --silent --no-audit --no-fund node-ical@0.26.1 ical.js@2.2.1 >/dev/null
cat >try.py <<'END'
import json, warnings
import icalendar, ics
warnings.simplefilter("ignore")
title = r"The $\nu$ method"
event = ics.Event(name=title, begin="2027-09-14 09:00:00", uid="a@example.org")
source = ics.Calendar(events=[event]).serialize()
open("talk.ics", "w", encoding="utf-8", newline="").write(source)
print("SUMMARY:" + title.replace("\\", "\\\\") in source)
print("icalendar", json.dumps(icalendar.Calendar.from_ical(source).walk("VEVENT")[0]["SUMMARY"]))
print("ics", json.dumps(next(iter(ics.Calendar(source).events)).name))
END
cat >try.mjs <<'END'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";
const source = readFileSync("talk.ics", "utf8");
const event = new ICAL.Component(ICAL.parse(source)).getFirstSubcomponent("vevent");
console.log("ical.js", JSON.stringify(event.getFirstPropertyValue("summary")));
console.log("node-ical", JSON.stringify(ical.sync.parseICS(source)["a@example.org"].summary));
END
cat >wanted <<'END'
True
icalendar "The $\\nu$ method"
ics "The $\\\nu$ method"
ical.js "The $\\nu$ method"
node-ical "The $\\\nu$ method"
END
{ venv/bin/python try.py; node try.mjs; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
