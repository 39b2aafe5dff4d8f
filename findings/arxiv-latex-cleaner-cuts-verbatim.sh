#!/bin/sh
# arxiv_latex_cleaner 1.0.11 (PyPI), Python 3.11.
#
# Expected: what it takes for a comment is one. Inside of verbatim, \verb and \lstinline a percent
# sign is text, and it stands in most listings of Python, C and shell.
# Seen: the listing loses the rest of its line without a word, and \verb its closing mark, so that
# TeX stops there ("\verb ended by end of line"):
#   rate = n % 3       ->  rate = n %
#   \verb|100 % 7| end ->  \verb|100 %
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
\begin{verbatim}
rate = n % 3
\end{verbatim}
It is \verb|100 % 7| here.
\end{document}
END
venv/bin/arxiv_latex_cleaner paper >/dev/null 2>&1
seen=$(sed -n '3,6p' paper_arXiv/main.tex)
wanted='\begin{verbatim}
rate = n %
\end{verbatim}
It is \verb|100 %'
[ "$seen" = "$wanted" ] || { echo "now: $seen"; exit 1; }
echo "as described"
