#!/bin/sh
# acl-anthology 1.3.4 (PyPI), Python 3.11: the library of the ACL Anthology.
#
# Expected: MarkupText.from_latex_maybe reads a title "that may be in LaTeX", as review systems give
# it: signs that only LaTeX would read, such as % # ^ _ and ~, stay what they are.
# Seen: all of them stay, and a bare & becomes a space, in text, HTML and BibTeX alike:
#   "Q&A for AT&T"     Q A for AT T
#   "Search & Rank"    Search Rank
#   "C#, 50% of a_b"   C#, 50% of a_b
# Nothing is said. "\&" is read as it should be.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check acl-anthology==1.3.4 typing-extensions==4.15.0
cat >try.py <<'END'
from acl_anthology.text import MarkupText

for title in ("Q&A for AT&T", "Search & Rank", r"Search \& Rank", "C#, 50% of a_b in O(n^2)"):
    text = MarkupText.from_latex_maybe(title)
    print(f"{title} | {text.as_text()} | {text.as_html()} | {text.as_latex()}")
END
cat >wanted <<'END'
Q&A for AT&T | Q A for AT T | Q A for AT T | Q A for AT T
Search & Rank | Search Rank | Search Rank | Search Rank
Search \& Rank | Search & Rank | Search &amp; Rank | Search {\&} Rank
C#, 50% of a_b in O(n^2) | C#, 50% of a_b in O(n^2) | C#, 50% of a_b in O(n^2) | C{\#}, 50{\%} of a{\_}b in O(n{\textasciicircum}2)
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
