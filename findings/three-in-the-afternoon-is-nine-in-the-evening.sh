#!/bin/sh
# stamp 0.6.0 (Debian 12: ruby-stamp 0.6.0-1.1, fetched by apt-get), which writes dates in the form of an example,
# Ruby 3.1.
#
# Expected: "3 pm" is an example of an hour. Its documentation wants colons in times, so that the words might stay as
# they are, or give an error, as "10:00 to 11:30" does. Each part of an example in the form of ISO 8601 is understood,
# or none.
# Seen: a number alone is a day or a month, also before "pm", which stays. Of Tuesday, 14 September, five past eight in
# the morning:
#   3 pm                 9 pm                    (the month)
#   Tuesday, 3 pm        Tuesday, 9 pm
#   1999-12-31T23:59     2027-09-31T08:05        (the day of the example; September has no 31st)
#   1999-12-31 23:59     2027-09-14 08:05
#   31.12.1999           14.09.2027
# In a program of workshops in May each talk "3 pm" is at five in the afternoon. A date that was written for machines is
# the same in the last days of each month, and from February on some of them do not exist.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq ruby-stamp=0.6.0-1.1 2>downloads || { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
cat >try.rb <<'END'
require "date"
require "stamp"
["3 pm", "Tuesday, 3 pm", "3:00 pm", "1999-12-31T23:59", "1999-12-31 23:59", "31.12.1999"].each do |example|
  puts "#{example}: #{Time.utc(2027, 9, 14, 8, 5).stamp(example)}"
end
END
cat >wanted <<'END'
3 pm: 9 pm
Tuesday, 3 pm: Tuesday, 9 pm
3:00 pm: 8:05 am
1999-12-31T23:59: 2027-09-31T08:05
1999-12-31 23:59: 2027-09-14 08:05
31.12.1999: 14.09.2027
END
ruby -I "$(dirname "$(find . -name stamp.rb)")" try.rb >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
