#!/bin/sh
# @touch4it/ical-timezones 1.9.0, whose zones ical-generator 11.1.2 writes into calendars; read back by ical.js
# 2.2.1 (npm), Node.js 20.
#
# Expected: the zone Etc/GMT+12 of a deadline Anywhere on Earth is 12 hours behind UTC; POSIX turned the sign of
# these names, and the tz database kept it. The README of ical-generator names the package for its VTIMEZONE.
# Seen: it has the offset that the name seems to say. Programs go by what the VTIMEZONE says (RFC 5545, 3.6.5), so
# that the deadline is over 24 hours before it ends, and each zone of that kind is on the other side of Greenwich:
#   TZID:Etc/GMT+12
#   TZOFFSETTO:+1200
# Of Etc/GMT-14 and of Europe/Kyiv it has nothing, and no VTIMEZONE is written.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @touch4it/ical-timezones@1.9.0 ical-generator@11.1.2 ical.js@2.2.1 \
    >/dev/null
cat >try.mjs <<'END'
import zones from "@touch4it/ical-timezones";
import ical from "ical-generator";
import ICAL from "ical.js";
for (const zone of ["Europe/Vienna", "Etc/GMT+12", "Etc/GMT-1", "Europe/Kyiv"]) {
  const calendar = ical({ timezone: { name: zone, generator: zones.getVtimezoneComponent } });
  calendar.createEvent({ id: "deadline", start: "2027-01-31T23:59:00", timezone: zone, summary: "Deadline" });
  const read = new ICAL.Component(ICAL.parse(calendar.toString()));
  const start = read.getFirstSubcomponent("vevent").getFirstPropertyValue("dtstart");
  const known = read.getFirstSubcomponent("vtimezone") !== null;
  const moment = known && start.toJSDate().toISOString().replace(":00.000Z", "Z");
  console.log(zone, start.toString(), moment || "no VTIMEZONE");
}
END
cat >wanted <<'END'
Europe/Vienna 2027-01-31T23:59:00 2027-01-31T22:59Z
Etc/GMT+12 2027-01-31T23:59:00 2027-01-31T11:59Z
Etc/GMT-1 2027-01-31T23:59:00 2027-02-01T00:59Z
Europe/Kyiv 2027-01-31T23:59:00 no VTIMEZONE
END
TZ=UTC node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
