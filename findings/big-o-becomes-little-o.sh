#!/bin/sh
# BibTeX 0.99d with splncs04, IEEEtran 1.14, plain and ACM-Reference-Format (TeX Live 2022 of Debian 12:
# texlive-publishers 2022.20230122-4); pybtex 0.26.1, which shows the bibliographies of Sphinx and MkDocs
# (PyPI), Python 3.11.
#
# Expected: a style that sets titles in lower case leaves formulas alone, or stops at them: $...$ has been
# in titles as long as there is BibTeX, and its letters are symbols, each of its own meaning.
# Seen: the letters between the dollars are set in lower case with the others. The growth that is bounded
# becomes one that is outgrown, a set becomes an element, and the probability a momentum:
#   Sorting in $O(n^2)$      Sorting in $o(n^2)$
#   When $X$ Is Not $x$      When $x$ is not $x$
# Four of five do so, and nothing is said; ACM's style keeps titles as they are. A pair of braces around the
# formula, dollars included, protects it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pybtex==0.26.1
cat >works.bib <<'END'
@inproceedings{a, author = {Sample, Ann}, title = {Sorting in $O(n^2)$}, booktitle = {Proc.}, year = 2027}
@inproceedings{b, author = {Sample, Bob}, title = {When $X$ Is Not $x$}, booktitle = {Proc.}, year = 2027}
END
for style in splncs04 IEEEtran plain ACM-Reference-Format; do
    printf '\\citation{*}\n\\bibstyle{%s}\n\\bibdata{works}\n' "$style" >list.aux
    bibtex list >/dev/null || true
    echo "$style" $(grep -oE '(Sorting|When) [^,.}]*' list.bbl)
done >seen
cat >try.py <<'END'
from pybtex import format_from_file

text = format_from_file("works.bib", style="plain", output_backend="text", encoding="utf-8")
for line in text.splitlines():
    print("pybtex", line.split(". ")[1])
END
venv/bin/python try.py >>seen
cat >wanted <<'END'
splncs04 Sorting in $o(n^2)$ When $x$ is not $x$
IEEEtran Sorting in $o(n^2)$ When $x$ is not $x$
plain Sorting in $o(n^2)$ When $x$ is not $x$
ACM-Reference-Format Sorting in $O(n^2)$ When $X$ Is Not $x$
pybtex Sorting in $o(n^2)$
pybtex When $x$ is not $x$
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
