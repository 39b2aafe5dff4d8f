#!/bin/sh
# spacetime 7.15.0 (npm), Node.js 20.
#
# Expected: "+05:30" is the offset of India, as ISO 8601 writes it, and "UTC-3:30" the one of
# Newfoundland, as people do. A name that the library does not know is an error, as "CEST" is.
# Seen: whatever begins like an offset is rounded to whole hours, towards zero, and goes on as a zone of
# that name. A time in ISO 8601 with the same offset keeps it, so that two ways to say one zone differ:
#   spacetime("2027-09-14T23:59:00", "+05:30")    2027-09-14T23:59:00.000+05:00
#   spacetime("2027-09-14T23:59:00+05:30")        2027-09-14T23:59:00.000+05:30
# "GMT+1" is an hour behind and "UTC+1" an hour ahead: the sign of the first is the one of POSIX, which
# the names of the zones in the database (Etc/GMT+1) have as well.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund spacetime@7.15.0 >/dev/null
cat >try.mjs <<'END'
import spacetime from "spacetime";
for (const zone of ["+05:30", "UTC+5:30", "UTC-3:30", "Asia/Kolkata", "UTC+1", "GMT+1"]) {
  console.log(zone, spacetime("2027-09-14T23:59:00", zone).format("iso"));
}
console.log(spacetime("2027-09-14T23:59:00+05:30").format("iso"));
END
cat >wanted <<'END'
+05:30 2027-09-14T23:59:00.000+05:00
UTC+5:30 2027-09-14T23:59:00.000+05:00
UTC-3:30 2027-09-14T23:59:00.000-03:00
Asia/Kolkata 2027-09-14T23:59:00.000+05:30
UTC+1 2027-09-14T23:59:00.000+01:00
GMT+1 2027-09-14T23:59:00.000-01:00
2027-09-14T23:59:00.000+05:30
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
