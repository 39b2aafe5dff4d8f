#!/bin/sh
# ics 3.12.0 (npm), Node.js 20; read back by ical.js 2.2.1.
#
# Expected: a category may hold a comma; RFC 5545 (3.8.1.2) has it written as "\,", since a bare
# comma separates two categories. The same library escapes the comma in SUMMARY.
# Seen: one category becomes two:
#   SUMMARY:Search\, Ranking
#   CATEGORIES:Search, Ranking,Poster   ->  "Search", "Ranking", "Poster"
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund ics@3.12.0 ical.js@2.2.1 >/dev/null
cat >try.mjs <<'END'
import { createEvent } from "ics";
import ICAL from "ical.js";
const { value } = createEvent({
  uid: "a@example.org", title: "Search, Ranking", start: [2027, 9, 14], end: [2027, 9, 15],
  categories: ["Search, Ranking", "Poster"],
});
const event = new ICAL.Component(ICAL.parse(value)).getFirstSubcomponent("vevent");
console.log(event.getFirstPropertyValue("summary"));
console.log(event.getFirstProperty("categories").getValues().map((name) => name.trim()).join("|"));
END
seen=$(node try.mjs)
wanted='Search, Ranking
Search|Ranking|Poster'
[ "$seen" = "$wanted" ] || { echo "now: $seen"; exit 1; }
echo "as described"
