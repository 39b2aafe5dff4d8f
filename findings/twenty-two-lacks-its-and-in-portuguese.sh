#!/bin/sh
# fmtcount 3.07 with pdfTeX 1.40.24 (TeX Live 2022 of Debian 12: texlive-latex-extra 2022.20230122-4), which writes
# counters as words; text of the PDF by pdftotext of poppler-utils 22.12.
#
# Expected: Portuguese puts "e" between tens and ones: vinte e um, vinte e dois, noventa e nove. The other
# languages of the package join tens and ones, each in its way.
# Seen: "e" stands before a one and nowhere else, so that of ten numbers one is right. Nothing is said:
#   21   vinte e um        22   vinte dois        29   vinte nove
#   31   trinta e um       35   trinta cinco      42   quarenta dois
# A call for papers or a certificate of a workshop in Lisbon that has its edition, the hours or the fee in words has
# a mistake that no reader of Portuguese makes, and a program that was tried with 21 seems right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >numbers.tex <<'END'
\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage[english]{babel}
\babelprovide{portuguese}
\usepackage{fmtcount}
\FCloadlang{portuguese}
\pagestyle{empty}
\begin{document}
\selectlanguage{portuguese}
\parindent0pt
20 \numberstringnum{20}\par
21 \numberstringnum{21}\par
22 \numberstringnum{22}\par
29 \numberstringnum{29}\par
31 \numberstringnum{31}\par
35 \numberstringnum{35}\par
42 \numberstringnum{42}\par
\end{document}
END
pdflatex -interaction=batchmode numbers >/dev/null
pdftotext numbers.pdf numbers.txt
tr -d '\f' <numbers.txt | grep . >seen
cat >wanted <<'END'
20 vinte
21 vinte e um
22 vinte dois
29 vinte nove
31 trinta e um
35 trinta cinco
42 quarenta dois
END
cmp -s seen wanted || { echo "now:"; cat seen; exit 1; }
echo "as described"
