#!/bin/sh
# Horde_Icalendar 2.1.8, by which Horde's groupware reads and writes calendars and cards, with PHP 8.2 (Debian 12:
# php-horde-icalendar 2.1.8-7, php-horde-util 2.5.12-2, php-horde-date 2.4.1-9, php-horde-nls 2.2.1-6,
# php-horde-translation 2.2.2-7, php-horde-exception 2.0.8-10, php-horde-mail 2.6.6-5, php-horde-support 2.2.2-2 and
# PHP, fetched by apt-get).
#
# Expected: a calendar that is read and written again says what it said. A series leaves out the days in EXDATE, which
# has the hour and the zone that DTSTART has (RFC 5545, 3.8.5.1).
# Seen: of the day that is left out, year, month and day are kept as three numbers, and each of them is written as a
# moment: so many seconds after the beginning of 1970, in UTC, behind the name of the zone.
#   EXDATE;TZID=Europe/Vienna:20270921T100000
#   EXDATE;TZID=Europe/Vienna:19700101T003347Z,19700101T000009Z,19700101T000021Z
# Nothing is said. No meeting of the organizers falls on these, so that the one of 21 September takes place again. A zone
# and a Z exclude each other as well (3.2.19).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq php-horde-icalendar=2.1.8-7 php-horde-util=2.5.12-2 php-horde-date=2.4.1-9 php-horde-nls=2.2.1-6 \
    php-horde-translation=2.2.2-7 php-horde-exception=2.0.8-10 php-horde-mail=2.6.6-5 \
    php-horde-support=2.2.2-2 \
    php8.2-cli php8.2-common php8.2-mbstring 2>downloads || { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
cat >calendar.ics <<'END'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Sample//EN
BEGIN:VEVENT
UID:meeting@example.org
DTSTAMP:20270101T000000Z
DTSTART;TZID=Europe/Vienna:20270914T100000
DTEND;TZID=Europe/Vienna:20270914T113000
SUMMARY:Meeting of the organizers
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE;TZID=Europe/Vienna:20270921T100000
END:VEVENT
END:VCALENDAR
END
cat >try.php <<'END'
<?php
error_reporting(E_ALL & ~E_DEPRECATED & ~E_WARNING);
spl_autoload_register(function ($class) {
    $file = "usr/share/php/" . strtr($class, "_\\", "//") . ".php";
    if (is_file($file)) {
        require_once $file;
    }
});
$calendar = new Horde_Icalendar();
$calendar->parsevCalendar(str_replace("\n", "\r\n", file_get_contents("calendar.ics")));
echo $calendar->exportvCalendar();
END
cat >wanted <<'END'
DTSTART;TZID=Europe/Vienna:20270914T100000
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE;TZID=Europe/Vienna:19700101T003347Z,19700101T000009Z,19700101T000021
 Z
END
usr/bin/php8.2 -n -d date.timezone=UTC -d extension_dir="$(dirname usr/lib/php/*/mbstring.so)" -d extension=mbstring \
    try.php | tr -d '\r' | sed -n -e '/^DTSTART/p' -e '/^RRULE/p' -e '/^EXDATE/,/Z$/p' >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
