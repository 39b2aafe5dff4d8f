#!/bin/sh
# Date::Manip 6.91 (Debian 12: libdate-manip-perl 6.91-1, fetched by apt-get), by which many programs in Perl read
# the days and hours that people type, Perl 5.36.
#
# Expected: "June 2027", as a call has it before the day is known, is a month, of which the library takes the first
# day, as it does for 2027-06, or is refused, as "early June 2027" is. 10.30 is half past ten, as Germans,
# Italians and many Britons write it, or is refused.
# Seen: the number is a day and a year of two digits, June 20 of the year '27, so that all months of this century
# have their 20th; the manual tells of a setting (Format_MMMYYYY) that makes it a month. The point is the
# one of a decimal fraction of an hour, as ISO 8601 has it behind a T:
#   June 2027      20 June 2027
#   10.30          10:18
# Both are read without a warning. A deadline that is typed so is up to nineteen days later than was meant, and a
# talk begins twelve minutes early.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq libdate-manip-perl=6.91-1 2>downloads || { cat downloads; exit 1; }
dpkg -x libdate-manip-perl*.deb .
cat >try.pl <<'END'
use lib "usr/share/perl5";
use Date::Manip;
Date_Init("SetDate=zone,UTC", "ForceDate=2026-11-28-12:00:00,UTC");
for my $text ("2027-06", "early June 2027", "June 2027", "May 2035", "1 June 2027 10:30", "1 June 2027 10.30") {
    print "$text | ", ParseDate($text), "\n";
}
END
cat >wanted <<'END'
2027-06 | 2027060100:00:00
early June 2027 | 
June 2027 | 2027062000:00:00
May 2035 | 2035052000:00:00
1 June 2027 10:30 | 2027060110:30:00
1 June 2027 10.30 | 2027060110:18:00
END
perl try.pl >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
