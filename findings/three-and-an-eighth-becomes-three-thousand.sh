#!/bin/sh
# numprint 1.39 (TeX Live 2022 of Debian 12: texlive-latex-extra 2022.20230122-4), beside it babel 3.84;
# text of the PDF by pdftotext of poppler-utils 22.12.
#
# Expected: \numprint{3.125} in an English document prints 3.125, or groups the digits of large numbers.
# Seen: the point is printed as a comma, whatever the language of the document, as long as the option
# `autolanguage` was not given. Three decimals then read as thousands in English:
#   a score of \numprint{3.125}   3,125          \numprint{12500.5}   12 500,5
# The other way round, a thousand that was typed with its separator is read as a fraction, and printed so
# in both: \numprint{1,000} is 1,000 by default and 1.000 with the option.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for option in '' '[autolanguage]'; do
    cat >numbers.tex <<END
\documentclass{article}
\usepackage[english]{babel}
\usepackage${option}{numprint}
\pagestyle{empty}
\begin{document}
\noindent \numprint{3.125} \numprint{12.5} \numprint{12500.5} \numprint{1,000}
\end{document}
END
    pdflatex -interaction=nonstopmode -halt-on-error numbers.tex </dev/null >/dev/null
    echo "$option" $(pdftotext -layout numbers.pdf - | tr -d '\f')
done >seen
cat >wanted <<'END'
 3,125 12,5 12 500,5 1,000
[autolanguage] 3.125 12.5 12,500.5 1.000
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
