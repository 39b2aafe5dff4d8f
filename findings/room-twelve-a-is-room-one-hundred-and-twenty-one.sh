#!/bin/sh
# pybraille 1.0.0 (PyPI), Python 3.11; beside it liblouis 3.24.0 (Debian 12: liblouis-bin, liblouis20 and
# liblouis-data 3.24.0-1, fetched by apt-get), which reads the lines back.
#
# Expected: in Braille the digits are the letters a to j behind a number sign, so that such a letter right behind
# a number has a sign of its own, ⠰ (Rules of Unified English Braille, 6.5). Grade 1, which the library writes, has
# this rule as well.
# Seen: the sign is left out, and the letter is one more digit. The plate at the door leads to another room, and
# ten in the morning is a number:
#   Room 12a     ⠠⠗⠕⠕⠍ ⠼⠁⠃⠁     Room 121
#   10am         ⠼⠁⠚⠁⠍          101m
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq liblouis-bin=3.24.0-1 liblouis20=3.24.0-1 liblouis-data=3.24.0-1 2>downloads ||
    { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$folder"/usr/lib/*/liblouis.so.20)
export LD_LIBRARY_PATH LOUIS_TABLEPATH="$folder/usr/share/liblouis/tables"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pybraille==1.0.0
printf '%s\n' "Room 12" "Room 12a" "Room 121" "10am" >texts
cat >try.py <<'END'
import pybraille

for line in open("texts", encoding="utf-8"):
    print(pybraille.convertText(line.strip()).replace(" ", "\u2800"))
END
tables=unicode.dis,en-ueb-g1.ctb
venv/bin/python try.py >braille
usr/bin/lou_translate --backward $tables <braille >back
usr/bin/lou_translate --forward $tables <texts >louis
paste -d ' ' texts braille back louis | sed 's/⠀/ /g' >seen
cat >wanted <<'END'
Room 12 ⠠⠗⠕⠕⠍ ⠼⠁⠃ Room 12 ⠠⠗⠕⠕⠍ ⠼⠁⠃
Room 12a ⠠⠗⠕⠕⠍ ⠼⠁⠃⠁ Room 121 ⠠⠗⠕⠕⠍ ⠼⠁⠃⠰⠁
Room 121 ⠠⠗⠕⠕⠍ ⠼⠁⠃⠁ Room 121 ⠠⠗⠕⠕⠍ ⠼⠁⠃⠁
10am ⠼⠁⠚⠁⠍ 101m ⠼⠁⠚⠰⠁⠍
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
