#!/bin/sh
# HeVeA 2.36 (Debian 12: hevea 2.36-1, fetched by apt-get), which makes web pages of papers in LaTeX.
#
# Expected: a fraction within a line is written with a slash, with brackets round a sum, or with small numbers above
# each other. Displayed formulas have tables with a line between.
# Seen: the slash stands between the two as they are, so that it divides the last part of the sum above and the first
# part of the sum below. Both are formulas, and no warning is given:
#   $\frac{a+b}{c}$              a+b/c
#   $\frac{a}{b+c}$              a/b+c
#   $\frac{1}{1+e^{-x}}$         1/1+e to the power of -x
#   $\frac{2pr}{p+r}$            2pr/p+r
# The harmonic mean of precision and recall is 2r + r, and the same formula on a line of its own is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq hevea=2.36-1 2>downloads || { cat downloads; exit 1; }
dpkg -x hevea_*.deb .
cat >paper.tex <<'END'
\documentclass{article}
\begin{document}
$\frac{a+b}{c}$

$\frac{a}{b+c}$

$\frac{1}{1+e^{-x}}$

$\frac{2pr}{p+r}$
\end{document}
END
cat >text.py <<'END'
import html
import re
from pathlib import Path

page = re.search("<body.*?<!--CUT END", Path("paper.html").read_text(encoding="latin-1"), re.DOTALL)[0]
page = page.replace("<p>", "\n")
page = re.sub("<sup>(.*?)</sup>", r"^(\1)", page)
for line in html.unescape(re.sub("<[^>]*>", "", page)).splitlines():
    if "/" in line:
        print(line.replace(" ", "").replace("\N{MINUS SIGN}", "-"))
END
usr/bin/hevea -I usr/share/hevea -I usr/share/hevea/html -o paper.html paper.tex 2>warnings
python3 text.py >seen
cat warnings >>seen
cat >wanted <<'END'
a+b/c
a/b+c
1/1+e^(-x)
2pr/p+r
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
