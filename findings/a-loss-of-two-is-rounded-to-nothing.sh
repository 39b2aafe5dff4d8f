#!/bin/sh
# calculator 2.1 with pdfTeX 1.40.24 (TeX Live 2022 of Debian 12: texlive-latex-extra 2022.20230122-4), which
# computes the sums of budgets and tables in LaTeX; beside it fp (of 2 April 1995). Text of the PDF by
# pdftotext of poppler-utils 22.12.
#
# Expected: \ROUND gives the next number with as many decimals as are asked for, below zero as above it.
# Seen: where the decimals of a number below zero are rounded to a whole one, that is added instead of taken away,
# so that the result is wrong by two, or has the other sign:
#   \ROUND[2]{-9.996}   -8.00          \ROUND[2]{-1.996}   0.00          \ROUND[2]{-0.996}   1.00
#   \ROUND[0]{-12.7}    -11            \ROUND[0]{-12.2}    -12
# A loss of two thousand in a table of thousands is none, and all numbers above zero and most of those below it
# are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >sums.tex <<'END'
\documentclass{article}
\usepackage{calculator,fp}
\pagestyle{empty}
\setlength{\parindent}{0pt}
\newcommand{\both}[2]{#1: \ROUND[#2]{#1}{\rounded}\rounded{} (\FPround\other{#1}{#2}\FPprint\other)\par}
\begin{document}
\both{9.996}{2} \both{-9.994}{2} \both{-9.996}{2} \both{-1.996}{2} \both{-0.996}{2} \both{-1.96}{1}
\both{12.7}{0} \both{-12.2}{0} \both{-12.7}{0} \both{-0.6}{0}
\end{document}
END
pdflatex -interaction=nonstopmode -halt-on-error sums.tex </dev/null >messages
pdftotext -layout sums.pdf - | tr -d '\f' | sed 's/^ *//' | grep . >seen
cat >wanted <<'END'
9.996: 10.00 (10.00)
-9.994: -9.99 (-9.99)
-9.996: -8.00 (-10.00)
-1.996: 0.00 (-2.00)
-0.996: 1.00 (-1.00)
-1.96: 0.0 (-2.0)
12.7: 13 (13)
-12.2: -12 (-12)
-12.7: -11 (-13)
-0.6: 1 (-1)
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
