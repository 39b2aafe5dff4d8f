#!/bin/sh
# Text::Autoformat 1.75 (Debian 12: libtext-autoformat-perl 1.750000-2 and libtext-reform-perl 1.20-5, fetched by
# apt-get), which many mail programs and editors set plain text by, Perl 5.36.
#
# Expected: numbers of a list are put in order, as the documentation has it (1. 3. 2. becomes 1. 2. 3.). A name
# at the beginning of a line is no number, and a day of September is none either.
# Seen: an initial is the letter of a list, so that the speakers are lettered through from the first one on, and
# the days of a month count from the first line on:
#   J. Sample, M. Other, J. Third       J. Sample, K. Other, L. Third
#   1. June, 8. June, 14. September     1. June, 2. June, 3. September
# Each line looks right. A list of speakers or dates that is sent to the authors names people and days that there
# are not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq libtext-autoformat-perl=1.750000-2 libtext-reform-perl=1.20-5 2>downloads ||
    { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
cat >try.pl <<'END'
use lib "usr/share/perl5";
use Text::Autoformat;
print autoformat("J. Sample, Graz\n\nM. Other, Linz\n\nJ. Third, Wien\n", {all => 1});
print "--\n", autoformat("1. June: papers\n8. June: reviews\n14. September: workshop\n", {all => 1});
END
perl try.pl | grep . >seen
cat >wanted <<'END'
J. Sample, Graz
K. Other, Linz
L. Third, Wien
--
1. June: papers
2. June: reviews
3. September: workshop
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
