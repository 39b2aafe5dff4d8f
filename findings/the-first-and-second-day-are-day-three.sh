#!/bin/sh
# Lingua::EN::FindNumber 1.32 with Lingua::EN::Words2Nums 0.19 (Debian 12: liblingua-en-findnumber-perl 1.32-3 and
# liblingua-en-words2nums-perl 0.19-4, fetched by apt-get), which write the numbers of a text in digits, Perl 5.36.
#
# Expected: "the first and second day" has two numbers, and "nine thirty" is an hour; who does not know hours may
# write "9 30". "Score" is a number where somebody counts in scores ("two score").
# Seen: numbers that stand beside each other are added up, with the word between them, and the noun "score" is
# twenty. The text stays a good sentence, which says something else:
#   Come on the first and second day.        Come on the 3 day.
#   Lunch is at nine thirty.                 Lunch is at 39.
#   Since nineteen ninety nine               Since 118
#   the score of two papers                  the 22 papers
# A programme sends people there on the third day, and a letter to reviewers speaks of 22 papers.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq liblingua-en-findnumber-perl=1.32-3 liblingua-en-words2nums-perl=0.19-4 2>downloads ||
    { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
cat >try.pl <<'END'
use lib "usr/share/perl5";
use Lingua::EN::FindNumber;
print numify($_), "\n" for @ARGV;
END
cat >wanted <<'END'
We have 21 papers.
Come on the 3 day.
Lunch is at 39.
Since 118
the 22 papers
END
perl try.pl "We have twenty one papers." "Come on the first and second day." "Lunch is at nine thirty." \
    "Since nineteen ninety nine" "the score of two papers" >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
