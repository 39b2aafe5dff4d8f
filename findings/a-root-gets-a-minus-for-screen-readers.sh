#!/bin/sh
# TeX4ht, by its command htlatex, with TeX Live 2022 of Debian 12 (texlive-plain-generic 2022.20230122-4 and
# texlive-binaries 2022.20220321.62855-5.1+deb12u2), which makes web pages of papers in LaTeX.
#
# Expected: a formula that becomes a picture has its LaTeX or its words as the text that screen readers read in place of
# it (alt), or an empty text (HTML, 4.8.4.4). A text that says another formula is worse than none.
# Seen: the alt is drawn with the signs of the formula, over two or three lines, as in a plain text. The line of a root
# or of a fraction is a minus or two, or nothing, and exponents stand in the line. In one line, as it is read:
#   $\sqrt{x}$            √x--
#   $\sqrt{x^2}$          -- √ x2
#   $\frac{1}{2}$         1 2
#   $\frac{a+b}{c}$       a+b- c
#   $\binom{n}{k}$        (n) k
# Whoever sees the page sees the picture. With the option "mathml" formulas are MathML.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >paper.tex <<'END'
\documentclass{article}
\usepackage{amsmath}
\begin{document}
Of $\sqrt{x}$ and $\sqrt{x^2}$ we take $\frac{1}{2}$, $\frac{a+b}{c}$ or $\binom{n}{k}$.
\end{document}
END
htlatex paper "xhtml,charset=utf-8" " -cunihtf -utf8" >messages 2>&1 </dev/null
tr '\n' ' ' <paper.html | grep -o 'alt="[^"]*"' | tr -s ' ' >seen
cat >wanted <<'END'
alt="√x--"
alt=" -- √ x2"
alt="1 2"
alt="a+b- c"
alt="(n) k"
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
