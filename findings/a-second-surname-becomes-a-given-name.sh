#!/bin/sh
# bibclean 2.11.4.1 (Debian 12: bibclean 2.11.4.1-4.1+b1, fetched by apt-get), which checks and lays out BibTeX; names
# are read by BibTeX 0.99d with its style abbrv (TeX Live 2022).
#
# Expected: names are written in one of the forms that BibTeX knows, so that each person has the family name of before.
# Its manual says that given names are put in front.
# Seen: they are put in front of two family names too, without braces, and BibTeX takes the last word of a name without
# a comma for the family name. The first surname of a person from Spain, the one that she is called by, is a given name,
# is shortened to its initial, and the person is sorted among the others:
#   Sample Other, Ana       Ana Sample Other       A. S. Other
#   Le Sample, Hoa          Hoa Le Sample          H. L. Sample
# A suffix gets braces round it (Bob {Other, Jr.}), and "no-fix-names" leaves names alone. Nothing is said of either.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq bibclean=2.11.4.1-4.1+b1 2>downloads || { cat downloads; exit 1; }
dpkg -x bibclean_*.deb .
cat >before.bib <<'END'
@misc{a, author = {Sample Other, Ana and Le Sample, Hoa and Other, Jr., Bob}, title = {X}, year = 2027}
END
usr/bin/bibclean before.bib >after.bib
cat after.bib | tr -s ' \n' ' ' | grep -o 'author = "[^"]*"' >seen
for names in before after; do
    cat >$names.tex <<END
\documentclass{article}
\begin{document}
\nocite{*}
\bibliographystyle{abbrv}
\bibliography{$names}
\end{document}
END
    pdflatex -interaction=batchmode $names >messages </dev/null
    bibtex -terse $names
    grep '^[A-Z]\..*Other' $names.bbl >>seen
done
cat >wanted <<'END'
author = "Ana Sample Other and Hoa Le Sample and Bob {Other, Jr.}"
A.~Sample~Other, H.~Le~Sample, and B.~Other, Jr.
A.~S. Other, H.~L. Sample, and B.~{Other, Jr.}
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
