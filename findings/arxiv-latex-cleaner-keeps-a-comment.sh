#!/bin/sh
# arxiv_latex_cleaner 1.0.11 (PyPI), Python 3.11.
#
# Expected: no comment is left, which is what the tool is for: what it leaves is public on arXiv.
# Seen: a comment behind a line break stays, since the second backslash of \\ is taken for the one
# of \% :
#   a & b \\% the reviewers must not see this   ->  the same line
#   a & b \\ % with a space                     ->  a & b \\ %
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check arxiv_latex_cleaner==1.0.11
mkdir paper
cat >paper/main.tex <<'END'
\documentclass{article}
\begin{document}
\begin{tabular}{ll}
a & b \\% the first comment
c & d \\ % the second comment
\end{tabular}
\end{document}
END
venv/bin/arxiv_latex_cleaner paper >/dev/null 2>&1
seen=$(grep comment paper_arXiv/main.tex)
[ "$seen" = 'a & b \\% the first comment' ] || { echo "now: $seen"; exit 1; }
echo "as described"
