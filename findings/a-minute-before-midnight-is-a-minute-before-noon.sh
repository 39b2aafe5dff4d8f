#!/bin/sh
# gruut 2.4.0 with gruut-lang-en 2.0.1 (PyPI), which writes texts as they are to be spoken for several voices,
# Python 3.11.
#
# Expected: an hour of the day that is read from a page of deadlines is the hour that stands there: "twenty-three
# fifty-nine", or "eleven fifty-nine p.m.".
# Seen: hours are cut to twelve, and nothing is said of which half of the day they are in. Whoever listens hears
# a deadline twelve hours too early, and a talk at 13:30 an hour after midnight:
#   23:59, 11:59   eleven fifty nine            00:30, 12:30   twelve thirty
# The sign of a range is left out, so that 10:00-11:30 is "ten eleven thirty" and pages 14-16 "fourteen sixteen",
# while "10:00 to 11:30" is right; of UTC-12, which most deadlines are in, "U T C twelve" is left.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check gruut==2.4.0 gruut-lang-en==2.0.1
cat >try.py <<'END'
from gruut import sentences

TEXTS = "23:59; 11:59; 00:30; 12:30; 13:30; 10:00-11:30; 10:00 to 11:30; pages 14-16; 23:59 UTC-12; 23:59 UTC+12"
for text in TEXTS.split("; "):
    print(text, *(sentence.text_spoken for sentence in sentences(text, lang="en-us")), sep=" | ")
END
cat >wanted <<'END'
23:59 | eleven fifty nine
11:59 | eleven fifty nine
00:30 | twelve thirty
12:30 | twelve thirty
13:30 | one thirty
10:00-11:30 | ten eleven thirty
10:00 to 11:30 | ten to eleven thirty
pages 14-16 | pages fourteen sixteen
23:59 UTC-12 | eleven fifty nine U T C twelve
23:59 UTC+12 | eleven fifty nine UTC+12
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
