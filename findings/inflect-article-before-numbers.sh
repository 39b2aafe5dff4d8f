#!/bin/sh
# inflect 7.6.0 (PyPI), Python 3.11.
#
# Expected: a() and an() choose the article by the sound, numbers included: the package has a list
# of abbreviations, and knows "an hour", "a unicorn", "an LLM".
# Seen: figures are never spoken: "a 8-page paper", "a 11th edition", "a 18-month project"; nor is
# a letter before a figure: "a F1 score".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check inflect==7.6.0
cat >try.py <<'END'
import inflect
engine = inflect.engine()
for words in ("hour", "LLM", "8-page paper", "11th edition", "18-month project", "F1 score"):
    print(engine.a(words))
END
cat >wanted <<'END'
an hour
an LLM
a 8-page paper
a 11th edition
a 18-month project
a F1 score
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
