#!/bin/sh
# rrule 2.8.1, beside it rrule-temporal 2.2.8 (npm), Node.js 20.
#
# Expected: a calendar says a rule of a series in words so that somebody can check it. Calendars write
# "the second Friday of a month" in two ways, as BYDAY=2FR or as BYDAY=FR;BYSETPOS=2 (RFC 5545,
# 3.3.10: BYSETPOS picks from the days of each month), and both are said the same, or the library's
# question isFullyConvertibleToText() is answered with no.
# Seen: the picking is left out, and the answer is yes:
#   MONTHLY;BYDAY=FR;BYSETPOS=2               every month on Friday
#   MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1  every month on weekdays     (the last one is meant)
#   WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=30      every week on Monday at 9
# Read back from these words, the series has some twenty dates a month instead of one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund rrule@2.8.1 rrule-temporal@2.2.8 >/dev/null
cat >try.mjs <<'END'
import rrule from "rrule";
import { RRuleTemporal } from "rrule-temporal";
import { toText } from "rrule-temporal/totext";
const rules = ["FREQ=MONTHLY;BYDAY=2FR", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=2",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=30"];
for (const text of rules) {
  const rule = rrule.rrulestr(text);
  console.log(rule.isFullyConvertibleToText(), rule.toText());
  console.log(" ", rrule.RRule.fromText(rule.toText()).toString());
  console.log(" ", toText(new RRuleTemporal({ rruleString: `DTSTART:20270101T090000Z\nRRULE:${text}` })));
}
END
cat >wanted <<'END'
true every month on the 2nd Friday
  RRULE:FREQ=MONTHLY;BYDAY=+2FR
  every month on 2nd Friday at 9 AM UTC
true every month on Friday
  RRULE:FREQ=MONTHLY;BYDAY=FR
  every month on Friday at 9 AM UTC on the 2nd instance
true every month on weekdays
  RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR
  every month on Monday, Tuesday, Wednesday, Thursday and Friday at 9 AM UTC on the last instance
true every week on Monday at 9
  RRULE:FREQ=WEEKLY;BYDAY=MO;BYHOUR=9
  every week on Monday at 9:30 AM UTC
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
