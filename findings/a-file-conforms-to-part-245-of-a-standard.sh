#!/bin/sh
# hyperxmp 5.9 with hyperref 7.00u (TeX Live 2022 of Debian 12: texlive-latex-extra 2022.20230122-4), read
# by pdfinfo of poppler-utils 22.12.
#
# Expected: pdfapart says to which part of PDF/A (ISO 19005) a file is meant to conform, and pdfuapart to
# which part of PDF/UA (ISO 14289): small numbers, which are written into the metadata as they were given.
# Seen: whatever was asked for, the file claims part 245 of both. The number is kept in a register of TeX,
# in which something else stands when it is written. If no part of PDF/A is named, it is 1, as documented:
#   pdfapart=2, pdfuapart=1   pdfaid:part 245, pdfuaid:part 245
# LaTeX says nothing. Who looks for accessible or archived files by this number does not find the volume,
# and a program that checks a file against the part that it claims has none to check.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
try() {
    cat >paper.tex <<END
\documentclass{article}
\usepackage{hyperxmp}
\usepackage[pdfa]{hyperref}
\hypersetup{pdftitle={Title},pdflang=en,$1}
\begin{document}
x
\end{document}
END
    pdflatex -interaction=nonstopmode -halt-on-error paper.tex </dev/null >/dev/null
    echo "$1:" $(pdfinfo -meta paper.pdf | sed -n 's/.*<\(pdfu*aid\):part>\(.*\)<.*/\1 \2/p') >>seen
}
try pdfaconformance=B
try pdfapart=1
try pdfapart=2
try pdfapart=3
try pdfuapart=1
cat >wanted <<'END'
pdfaconformance=B: pdfaid 1
pdfapart=1: pdfaid 245
pdfapart=2: pdfaid 245
pdfapart=3: pdfaid 245
pdfuapart=1: pdfaid 1 pdfuaid 245
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
