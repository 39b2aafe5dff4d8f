#!/bin/sh
# calcurse 4.7.1 (Debian 12: calcurse 4.7.1-1, fetched by apt-get), a calendar for the terminal that reads and
# writes iCalendar.
#
# Expected: of three weekly meetings, the second of which is left out (EXDATE), two are held. RFC 5545, 3.8.5.3:
# COUNT limits what the rule generates, from which EXDATE takes away afterwards.
# Seen: another is added at the end for each that is left out, on a day on which nobody meets:
#   22 March, (29 March), 5 April  ->  22 March, 5 April, 12 April
# What it then writes ends on 12 April for everybody else, too.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq calcurse=4.7.1-1 2>downloads || { cat downloads; exit 1; }
dpkg -x calcurse*.deb .
export TZ=UTC LC_ALL=C.UTF-8 HOME="$folder"
meetings() {
    printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 "PRODID:-//sample//sample//EN" BEGIN:VEVENT UID:1@example.org \
        DTSTAMP:20270101T000000Z DTSTART:20270322T140000Z DTEND:20270322T150000Z "RRULE:FREQ=WEEKLY;COUNT=3" "$@" \
        SUMMARY:Meeting END:VEVENT END:VCALENDAR >meetings.ics
    rm -rf data
    usr/bin/calcurse -q -D data -i meetings.ics >/dev/null
    usr/bin/calcurse -D data -Q --from 03/01/2027 --days 60 | grep '^[0-9]' | tr -d '\n'
    echo
}
{
    meetings "X-SAMPLE:none"
    meetings EXDATE:20270329T140000Z
    usr/bin/calcurse -D data -x | grep -o "UNTIL=[0-9]*"
} >seen
cat >expected <<'END'
03/22/27:03/29/27:04/05/27:
03/22/27:04/05/27:04/12/27:
UNTIL=20270412
END
diff expected seen && echo "as described"
