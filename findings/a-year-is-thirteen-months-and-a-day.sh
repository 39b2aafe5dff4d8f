#!/bin/sh
# chronic_duration as GitLab keeps it, 0.10.6.2 (Debian 12: ruby-chronic-duration 0.10.6.2-2 and ruby-numerizer
# 0.2.0-2, fetched by apt-get), which reads and writes the times that tasks take, Ruby 3.1.
#
# Expected: output() writes a time, and parse() has the same number of seconds for what it wrote. The README has
# no length of a month; with weeks, it shows two weeks and a day where there was half a month.
# Seen: with weeks, a month has 28 days while it is written and 30 while it is read. A year is thirteen months, and
# comes back as 391 days:
#   365 days    13 months 1 day          read again: 391 days
#   90 days     3 months 6 days          read again: 96 days
# Without weeks, 90 days are 3 months and come back as 90 days. A plan for the year to the next workshop that is
# stored as it is shown grows by a month each time that somebody opens it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq ruby-chronic-duration=0.10.6.2-2 ruby-numerizer=0.2.0-2 2>downloads ||
    { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
cat >try.rb <<'END'
require "gitlab_chronic_duration"
[[365, true], [90, true], [90, false]].each do |days, weeks|
  text = ChronicDuration.output(days * 86400, format: :long, weeks: weeks)
  puts "#{days} days | #{text} | #{ChronicDuration.parse(text) / 86400} days"
end
END
cat >wanted <<'END'
365 days | 13 months 1 day | 391 days
90 days | 3 months 6 days | 96 days
90 days | 3 months | 90 days
END
libraries=$(echo usr/share/rubygems-integration/all/gems/*/lib usr/lib/ruby/vendor_ruby | tr ' ' ':')
ruby -I "$libraries" try.rb >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
