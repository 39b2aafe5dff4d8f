#!/bin/sh
# cyrtranslit 1.2.0 (PyPI), Python 3.11.
#
# Expected: a Russian name in Latin letters begins with one capital: Shhukina, Zhukov, Yuliya, as the
# library's own standard (GOST 7.79, system B) and passports write them.
# Seen: a capital that becomes several letters becomes several capitals, also before small letters. One
# letter alone, Ю, is written as a word begins:
#   Юлия Щукина    Yuliya SHHukina
#   Яна Чехова     Yana CHehova
#   ЮНЕСКО         YuNESKO
# On a badge it looks like an abbreviation; a program that takes words with two capitals for
# abbreviations keeps it so. In Serbian, Macedonian and Ukrainian a letter is one letter, and is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check cyrtranslit==1.2.0
cat >try.py <<'END'
import cyrtranslit

for name in ("Юлия Щукина", "Яна Чехова", "Шамиль Жуков", "ЮНЕСКО"):
    print(cyrtranslit.to_latin(name, "ru"))
print(cyrtranslit.to_latin("Юлія Щука", "ua"))
END
cat >wanted <<'END'
Yuliya SHHukina
Yana CHehova
SHamil' ZHukov
YuNESKO
Julija Ščuka
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
