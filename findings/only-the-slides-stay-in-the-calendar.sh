#!/bin/sh
# ts-ics 2.4.6, beside it ical.js 2.2.1 (npm), Node.js 20.
#
# Expected: some lines of an event may stand there more than once, and all of them count: what is attached,
# categories and comments (RFC 5545, 3.6.1). A paper, its slides and its poster are three such lines.
# Seen: the last one replaces those before it, while it is read. Several people are kept:
#   ATTACH:…/paper.pdf, ATTACH:…/slides.pdf            slides.pdf
#   CATEGORIES:Talk,Search and CATEGORIES:Open         Open
# A name with a comma or a colon, which a parameter may hold between quotes (3.2), is read rightly and
# written without them, so that the line says something else:
#   ORGANIZER;CN="Sample: chair":mailto:ann@…   ->   ORGANIZER;CN=Sample: chair:MAILTO:ann@…
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund ts-ics@2.4.6 ical.js@2.2.1 >/dev/null
cat >try.mjs <<'END'
import ICAL from "ical.js";
import { convertIcsCalendar, generateIcsCalendar } from "ts-ics";
const text = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20270101T000000Z
DTSTART:20270920T100000Z
SUMMARY:Talk
ATTACH:https://example.org/paper.pdf
ATTACH:https://example.org/slides.pdf
CATEGORIES:Talk,Search
CATEGORIES:Open
COMMENT:One
COMMENT:Two
ORGANIZER;CN="Sample: chair":mailto:ann@example.org
ATTENDEE;CN=Bob:mailto:bob@example.org
ATTENDEE;CN=Eve:mailto:eve@example.org
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n");
const show = (name, written) => {
  for (const line of written.split("\r\n")) {
    if (/^(ATTACH|CATEGORIES|COMMENT|ORGANIZER|ATTENDEE)/.test(line)) console.log(name, line);
  }
};
show("ts-ics", generateIcsCalendar(convertIcsCalendar(undefined, text)));
show("ical.js", ICAL.stringify(ICAL.parse(text)));
END
cat >wanted <<'END'
ts-ics ATTACH:https://example.org/slides.pdf
ts-ics CATEGORIES:Open
ts-ics COMMENT:Two
ts-ics ORGANIZER;CN=Sample: chair:MAILTO:ann@example.org
ts-ics ATTENDEE;CN=Bob:MAILTO:bob@example.org
ts-ics ATTENDEE;CN=Eve:MAILTO:eve@example.org
ical.js ATTACH:https://example.org/paper.pdf
ical.js ATTACH:https://example.org/slides.pdf
ical.js CATEGORIES:Talk,Search
ical.js CATEGORIES:Open
ical.js COMMENT:One
ical.js COMMENT:Two
ical.js ORGANIZER;CN="Sample: chair":mailto:ann@example.org
ical.js ATTENDEE;CN=Bob:mailto:bob@example.org
ical.js ATTENDEE;CN=Eve:mailto:eve@example.org
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
