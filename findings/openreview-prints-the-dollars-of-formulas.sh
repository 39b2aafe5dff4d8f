#!/bin/sh
# openreview-py 2.9.1 (PyPI), whose function writes the BibTeX that OpenReview shows with a paper.
# Python 3.11.
#
# Expected: a title's formula, which OpenReview's own pages show as one (titles may hold $...$), is
# a formula in the BibTeX entry as well, or its words without the signs.
# Seen: the signs are escaped, so that whoever cites the paper prints them: "$k$-NN" becomes
# "\$k\$-{NN}", of which LaTeX makes the letters "$k$-NN", and x^2 ends with an accent upon nothing.
# In the same entry a family name with a number behind it is only the number: the citation key of
# "Robert Sample III" begins with "iii".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check openreview-py==2.9.1
cat >entry.py <<'END'
import openreview
from openreview import tools

note = openreview.api.Note(
    id="abc123",
    invitations=["Venue/-/Submission"],
    readers=["everyone"],
    writers=[],
    signatures=[],
    content={
        "title": {"value": "Faster $k$-NN Search in $O(n^2)$ Steps"},
        "authors": {"value": ["Robert Sample III", "Ann Author"]},
        "authorids": {"value": ["~Robert_Sample1", "~Ann_Author1"]},
    },
)
entry = tools.generate_bibtex(
    note, "Sample Workshop", "2026", url_forum="abc123", paper_status="accepted", anonymous=False
)
print(*entry.splitlines()[1:3], sep="\n")
END
venv/bin/python entry.py >seen
cat >wanted <<'END'
iii2026faster,
title={Faster \$k\$-{NN} Search in \$O(n{\textasciicircum}2)\$ Steps},
END
cmp -s seen wanted || { echo "now:"; cat seen; exit 1; }
echo "as described"
