#!/bin/sh
# pylatexenc 2.11 (PyPI), Python 3.11.
#
# Expected: latex_to_text() keeps the text inside of a command that changes its looks; \textbf,
# \emph and \textsc lose the command and keep the words, and so does a command that nobody has
# defined.
# Seen: \texttt and \mbox lose their words. The half that reads LaTeX knows that they take an
# argument, and the half that writes text has no rule for them, so that nothing is written:
#   We use \texttt{trec\_eval} and \mbox{BM25}.  ->  We use  and .
#   We use \nosuchmacro{trec\_eval}.             ->  We use trec_eval.
# Names of tools and files vanish from abstracts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pylatexenc==2.11
cat >try.py <<'END'
from pylatexenc.latex2text import LatexNodes2Text
for source in (
    r"We use \texttt{trec\_eval} and \mbox{BM25}.",
    r"We use \textbf{trec\_eval} and \textsc{Bert}.",
    r"We use \nosuchmacro{trec\_eval}.",
):
    print(LatexNodes2Text().latex_to_text(source))
END
cat >wanted <<'END'
We use  and .
We use trec_eval and Bert.
We use trec_eval.
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
