#!/bin/sh
# mfirstuc 2.08 (TeX Live 2022 of Debian 12: texlive-latex-extra 2022.20230122-4), by which glossaries sets
# its headings; beside it titlecaps 1.3. Text of the PDF by pdftotext of poppler-utils 22.12.
#
# Expected: \makefirstuc makes the first character of a text a capital, and \capitalisewords the first one
# of each word; a digit has no capital, so that "3rd" stays as it is.
# Seen: digits are passed over, and the first letter behind them is taken:
#   the 3rd workshop on 2d maps, 10th edition   The 3Rd Workshop On 2D Maps, 10Th Edition
# A word in brackets or quotes is set right by the same rule. titlecaps leaves digits alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >titles.tex <<'END'
\documentclass{article}
\usepackage{mfirstuc,titlecaps}
\pagestyle{empty}
\setlength{\parindent}{0pt}
\begin{document}
\makefirstuc{3rd day}

\capitalisewords{the 3rd workshop on 2d maps, 10th edition (in brackets)}

\titlecap{the 3rd workshop on 2d maps, 10th edition (in brackets)}
\end{document}
END
pdflatex -interaction=nonstopmode -halt-on-error titles.tex </dev/null >/dev/null
pdftotext -layout titles.pdf - | tr -d '\f' | sed 's/^ *//' | grep . >seen
cat >wanted <<'END'
3Rd day
The 3Rd Workshop On 2D Maps, 10Th Edition (In Brackets)
The 3rd Workshop On 2d Maps, 10th Edition (In Brackets)
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
