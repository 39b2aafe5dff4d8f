#!/bin/sh
# unicodeit 0.7.5 (PyPI), Python 3.11.
#
# Expected: a command of LaTeX ends at the first character that is no letter; \log is \log, or stays
# as it is where there is no character for it, as \max and \argmax do.
# Seen: the beginning of a longer command is replaced, if it is a command itself:
#   \log n          ->  łog n       (\l is the Polish letter)
#   \ln n           ->  łn n
#   \left( x        ->  ≤ft( x      (\le)
#   \inf x          ->  ∈f x        (\in)
#   \Pr(x)          ->  ¶r(x)       (\P)
# An underscore in a word is an index: user_id becomes userᵢd.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check unicodeit==0.7.5
cat >try.py <<'END'
import unicodeit
for source in (r"\log n", r"\ln n", r"\left( x", r"\inf x", r"\Pr(x)", r"\max x", "user_id"):
    print(unicodeit.replace(source))
END
cat >wanted <<'END'
łog n
łn n
≤ft( x
∈f x
¶r(x)
\max x
userᵢd
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
