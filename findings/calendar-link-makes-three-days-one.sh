#!/bin/sh
# calendar-link 2.11.5 (npm), Node.js 20.
#
# Expected: an event with `allDay: true` and `duration: [3, "day"]` takes three days, as one with
# hours and `duration: [90, "minute"]` takes ninety minutes.
# Seen: the duration of an all-day event is dropped; it takes one day in the links for Google,
# Outlook and Yahoo and in the .ics alike (the end is exclusive), and nothing is said:
#   1 day, 3 day, 1 week    20270914/20270915 each
# An `end` is kept: "2027-09-17" gives the three days.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund calendar-link@2.11.5 >/dev/null
cat >try.mjs <<'END'
import { google, ics } from "calendar-link";

const start = "2027-09-14";
const lengths = [
  { duration: [1, "day"] },
  { duration: [3, "day"] },
  { duration: [1, "week"] },
  { end: "2027-09-17" },
];
for (const length of lengths) {
  const event = { title: "Workshop", start, allDay: true, ...length };
  const days = new URL(google(event)).searchParams.get("dates");
  const [, end] = decodeURIComponent(ics(event)).match(/DTEND:(\d+)/);
  console.log(JSON.stringify(length), days, end);
}
END
cat >wanted <<'END'
{"duration":[1,"day"]} 20270914/20270915 20270915
{"duration":[3,"day"]} 20270914/20270915 20270915
{"duration":[1,"week"]} 20270914/20270915 20270915
{"end":"2027-09-17"} 20270914/20270917 20270917
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
