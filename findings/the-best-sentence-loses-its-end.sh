#!/bin/sh
# gTTS 2.5.4 (PyPI), which has texts spoken; what it does to a text before that needs no network. Python 3.11.
#
# Expected: the full stop behind "St.", "Ms." and "Dr." is taken out, so that no pause is made there; nine such
# abbreviations are known. Other sentences keep their ends.
# Seen: the nine are looked for at the end of any word. Each sentence that ends in -st (first, test, list, best,
# request) or -ms (algorithms, systems, problems) loses its end and is spoken in one breath with the next one:
#   Papers are due first. Posters come later.   ->   Papers are due first Posters come later.
# A hyphen at the end of a line goes too, with what it divides: pages "12-" and "15" are read as 1215.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check gtts==2.5.4
cat >try.py <<'END'
from gtts.tokenizer import Tokenizer, pre_processors, tokenizer_cases

# The steps of gTTS(text), in its order.
before = (
    pre_processors.tone_marks,
    pre_processors.end_of_line,
    pre_processors.abbreviations,
    pre_processors.word_sub,
)
cases = (
    tokenizer_cases.tone_marks,
    tokenizer_cases.period_comma,
    tokenizer_cases.colon,
    tokenizer_cases.other_punctuation,
)
for text in (
    "Dr. Sample speaks. Come in.",
    "Papers are due today. Posters come later.",
    "Papers are due first. Posters come later.",
    "We study algorithms. They are slow.",
    "No paper is lost. Send it on request. Thank you.",
    "See pages 12-\n15 of it.",
):
    for step in before:
        text = step(text)
    print([part.strip() for part in Tokenizer(cases).run(text) if part.strip()])
END
cat >wanted <<'END'
['Dr Sample speaks', 'Come in.']
['Papers are due today', 'Posters come later.']
['Papers are due first Posters come later.']
['We study algorithms They are slow.']
['No paper is lost Send it on request Thank you.']
['See pages 1215 of it.']
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
