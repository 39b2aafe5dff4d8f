#!/bin/sh
# ical-generator 10.2.0 and ics 3.12.0 (npm), read back by node-ical 0.27.2 and ical.js 2.2.1 (npm),
# Node.js 20, and by icalendar 7.3.2 (PyPI), Python 3.11.
#
# Expected: an organizer called Ann "Annie" Sample is written in a way that calendars read. A value
# of a parameter cannot hold a double quote (RFC 5545, 3.2); RFC 6868 has ^' for it.
# Seen: both writers set a backslash before the quotes, as in a text, where it means nothing, so that
# the name ends there. Two of three readers have no organizer then, and no address:
#   ORGANIZER;CN="Ann \"Annie\" Sample":mailto:ann@example.org
#   node-ical, icalendar   (none)
#   ical.js                Ann \
# icalendar writes "Ann ^'Annie^' Sample".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check icalendar==7.3.2
npm install --silent --no-audit --no-fund ical-generator@10.2.0 ics@3.12.0 ical.js@2.2.1 \
    node-ical@0.27.2 >/dev/null
cat >try.mjs <<'END'
import { writeFileSync } from "node:fs";
import ICAL from "ical.js";
import generator from "ical-generator";
import { createEvent } from "ics";
import nodeIcal from "node-ical";
const organizer = { name: 'Ann "Annie" Sample', email: "ann@example.org" };
const calendar = generator({ name: "Workshop" });
const start = new Date("2027-09-14T10:00:00Z");
calendar.createEvent({ id: "a@example.org", start, summary: "Opening", organizer });
const files = {
  "ical-generator": calendar.toString(),
  ics: createEvent({
    uid: "a@example.org", title: "Opening", start: [2027, 9, 14], duration: { hours: 1 }, organizer,
  }).value,
};
for (const [name, text] of Object.entries(files)) {
  writeFileSync(`${name}.ics`, text);
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
  const read = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === "VEVENT");
  console.log(name, "ical.js:", event.getFirstProperty("organizer").getParameter("cn"));
  console.log(name, "node-ical:", read.organizer);
}
END
cat >try.py <<'END'
import icalendar

for name in ("ical-generator", "ics"):
    with open(f"{name}.ics", newline="") as file:
        (event,) = icalendar.Calendar.from_ical(file.read()).walk("VEVENT")
    print(name, "icalendar:", event.get("organizer"))
END
cat >wanted <<'END'
ical-generator ical.js: Ann \
ical-generator node-ical: undefined
ics ical.js: Ann \
ics node-ical: undefined
ical-generator icalendar: None
ics icalendar: None
END
TZ=UTC node try.mjs >seen
venv/bin/python try.py >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
