#!/bin/sh
# numprint 1.39 with pdfTeX 1.40.24 (TeX Live 2022 of Debian 12: texlive-latex-extra 2022.20230122-4), by which
# tables get their rounded numbers; text of the PDF by pdftotext of poppler-utils 22.12.
#
# Expected: \nprounddigits{2} rounds a number, and a comma stands before each three digits from the right.
# Seen: where the rounding makes a number one digit longer, the digits are counted as they were before, so that
# the comma stands before the last one or two of them. A share of 99.996 per cent and a mean of 9.999 points are
#   10,0.00    1,0.00        and, with the signs of German and French, 10.0,00 and 1.0,00
# which is read as a thousand or as ten by a hundredth. A number without a digit before its point does not get
# the one that is carried: .999 is 0.00, and 0.999 is 1.00.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >numbers.tex <<'END'
\documentclass{article}
\usepackage[english]{babel}
\usepackage{numprint}
\pagestyle{empty}
\setlength{\parindent}{0pt}
\newcommand{\all}{\numprint{99.994}; \numprint{99.996}; \numprint{9.999}; \numprint{-9.999}; \numprint{999.999};
  \numprint{0.999}; \numprint{.999}}
\begin{document}
\npthousandsep{,}\npdecimalsign{.}
\nprounddigits{2}\all

\nprounddigits{0}\all

\npthousandsep{.}\npdecimalsign{,}
\nprounddigits{2}\all
\end{document}
END
pdflatex -interaction=nonstopmode -halt-on-error numbers.tex </dev/null >messages
pdftotext -layout numbers.pdf - | tr -d '\f' | sed 's/^ *//' | grep . >seen
cat >wanted <<'END'
99.99; 10,0.00; 1,0.00; −1,0.00; 100,0.00; 1.00; 0.00
10,0; 10,0; 1,0; −1,0; 100,0; 1; 0
99,99; 10.0,00; 1.0,00; −1.0,00; 100.0,00; 1,00; 0,00
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
