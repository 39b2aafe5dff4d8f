#!/bin/sh
# Chronic 0.10.5 (Debian 12: ruby-chronic 0.10.5-2 and ruby-numerizer 0.2.0-2, fetched by apt-get), Ruby 3.1, and
# parsedatetime 2.6 (PyPI), Python 3.11, which both read days and hours as people write them.
#
# Expected: four digits behind a month are the year, as in "June 30, 2027", which both read; or the day is refused,
# as both refuse "after the reviews".
# Seen: where something stands between that they do not know, the year is an hour of the day, 20:27, and the year
# is another one. Read on 1 March 2027:
#   Chronic          last day of June 2027     1 June 2026, 20:27
#   parsedatetime    September 14-16, 2027     14 September 2027, 20:27; with 2028, 14 September 2027, 20:28
# The words before are left out as well: "last day" is the first. A deadline that was typed into a form is a year
# ago, at an hour that looks as if somebody had set it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq ruby-chronic=0.10.5-2 ruby-numerizer=0.2.0-2 2>downloads || { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check parsedatetime==2.6
cat >try.rb <<'END'
require "chronic"
now = Time.local(2027, 3, 1, 12)
["June 30, 2027", "last day of June 2027", "last day of June 2028", "after the reviews"].each do |text|
  day = Chronic.parse(text, now: now)
  puts "#{text} | #{day ? day.strftime("%F %H:%M") : "none"}"
end
END
cat >try.py <<'END'
import datetime

import parsedatetime

NOW = datetime.datetime(2027, 3, 1, 12)
for text in ("June 30, 2027", "September 14-16, 2027", "September 14-16, 2028", "after the reviews"):
    day, found = parsedatetime.Calendar().parseDT(text, NOW)
    print(text, "|", f"{day:%Y-%m-%d %H:%M}" if found else "none")
END
cat >wanted <<'END'
June 30, 2027 | 2027-06-30 12:00
last day of June 2027 | 2026-06-01 20:27
last day of June 2028 | 2026-06-01 20:28
after the reviews | none
June 30, 2027 | 2027-06-30 12:00
September 14-16, 2027 | 2027-09-14 20:27
September 14-16, 2028 | 2027-09-14 20:28
after the reviews | none
END
libraries=$(echo usr/share/rubygems-integration/all/gems/*/lib usr/lib/ruby/vendor_ruby | tr ' ' ':')
{ TZ=UTC ruby -I "$libraries" try.rb; venv/bin/python try.py; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
