#!/bin/sh
# stamp 0.6.0 (Debian 12: ruby-stamp 0.6.0-1.1, fetched by apt-get), which writes a date like the example that it is
# given, for websites and mails in Ruby, Ruby 3.1.
#
# Expected: the README promises that "3:00 AM" gives the hour with its half of the day, that abbreviated names are
# recognized and that any other text stays.
# Seen: p.m. with points, as the press writes it, is "other text", and stays p.m. in the morning. Sept is no
# abbreviation, so that each date lies in it; of "3 pm" the 3 is a month; and a university is a time zone. For
# 9:05 in the morning of June 4, in UTC:
#   3:00 p.m.       9:05 p.m.
#   Sept. 14        Sept. 04
#   3 pm            6 pm
#   June 1 at MIT   June 4 at UTC
# What was tried with a date in September and in the afternoon was right. Guests come twelve hours late.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq ruby-stamp=0.6.0-1.1 2>downloads || { cat downloads; exit 1; }
dpkg -x ruby-stamp*.deb .
cat >try.rb <<'END'
require "date"
require "stamp"
["3:00 PM", "3:00 p.m.", "Sep 14", "Sept. 14", "3 pm", "June 1 at MIT"].each do |example|
  times = [Time.utc(2027, 6, 4, 9, 5), Time.utc(2027, 9, 24, 15, 5)]
  puts "#{example} | #{times.map { |time| time.stamp(example) }.join(" | ")}"
end
END
cat >wanted <<'END'
3:00 PM | 9:05 AM | 3:05 PM
3:00 p.m. | 9:05 p.m. | 3:05 p.m.
Sep 14 | Jun 04 | Sep 24
Sept. 14 | Sept. 04 | Sept. 24
3 pm | 6 pm | 9 pm
June 1 at MIT | June 4 at UTC | September 24 at UTC
END
ruby -I usr/lib/ruby/vendor_ruby try.rb >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
