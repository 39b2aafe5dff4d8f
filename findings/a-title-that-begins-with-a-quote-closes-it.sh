#!/bin/sh
# Text::Typography 0.01 (Debian 12: libtext-typography-perl 0.01-5, fetched by apt-get), the rules of SmartyPants
# for Perl, Perl 5.36.
#
# Expected: a straight quote before a word opens, and one behind a word closes, wherever the word stands.
# Seen: where the text begins, and behind a bracket, the quote closes before anything was opened, so that a title
# in quotes stands between two closing ones. Behind a space or in the next line it opens:
#   "Search" is hard        ”Search” is hard
#   He said "yes"           He said “yes”
# The Python of the same rules (smartypants 2.0.2) opens each of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq libtext-typography-perl=0.01-5 2>downloads || { cat downloads; exit 1; }
dpkg -x libtext-typography-perl*.deb .
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check smartypants==2.0.2
cat >texts <<'END'
"Search" is hard
He said "yes"
("yes")
'Search' is hard
END
cat >try.pl <<'END'
use Text::Typography;
while (<>) { chomp; print Text::Typography::typography($_), "\n"; }
END
cat >try.py <<'END'
import html

import smartypants

for line in open("perl", encoding="utf-8"):
    print(html.unescape(line.strip()))
for line in open("texts", encoding="utf-8"):
    print(html.unescape(smartypants.smartypants(line.strip())))
END
cat >wanted <<'END'
”Search” is hard
He said “yes”
(”yes”)
’Search’ is hard
“Search” is hard
He said “yes”
(“yes”)
‘Search’ is hard
END
perl -Iusr/share/perl5 try.pl texts >perl
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
