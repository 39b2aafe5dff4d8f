#!/bin/sh
# plasTeX 3.1 (PyPI), which makes web pages of papers and programs in LaTeX, Python 3.11.
#
# Expected: an accent over the i without a dot, \'{\i}, as BibTeX's guide and most publishers' files write
# Spanish and Portuguese names, is the acute accent, and the page has García, as it has for \'i.
# Seen: for a letter that its table lacks, a sign that joins the letter before it is written, and for two accents it is
# another sign: acute becomes grave, and diaeresis becomes two upright lines (U+030E):
#   Garc\'{\i}a     Garc + dotless i + U+0300 + a
#   Na\"{\i}ma      Na + dotless i + U+030E + ma
# The sharp s is two capitals in the middle of a word: Stra\ss e is StraSSe. Nothing is said. The list of speakers
# spells people as they are not, and a search for them finds nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check plasTeX==3.1
cat >paper.tex <<'END'
\documentclass{article}
\begin{document}
names: Garc\'{\i}a, Garc\'ia, Na\"{\i}ma, G\"odel, d\`{\i}, Stra\ss{}e
\end{document}
END
venv/bin/plastex --renderer=HTML5 paper.tex >report 2>&1
cat >read.py <<'END'
import pathlib
import re

page = pathlib.Path("paper/index.html").read_text(encoding="utf-8")
print(ascii(re.search(r"names: [^<]*", page)[0].strip()))
END
cat >wanted <<'END'
'names: Garc\u0131\u0300a, Garc\xeda, Na\u0131\u030ema, G\xf6del, d\u0131\u0300, StraSSe'
END
venv/bin/python read.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; cat report; exit 1; }
echo "as described"
