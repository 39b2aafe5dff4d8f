#!/bin/sh
# BibTeX 0.99d with ACM-Reference-Format of acmart 1.88, apalike and alpha, beside them plainnat (TeX Live
# 2022 of Debian 12: texlive-publishers 2022.20230122-4).
#
# Expected: the year of a paper that has not appeared is written "in press" or "forthcoming". BibTeX's guide
# promises no more than that styles handle a year which ends in four digits, so that a style shows the
# words, as plainnat does ("Sample (in press)"), or has a warning, as for a year that is missing.
# Seen: the last four characters are the year. The list at the end has the words in full; the text cites:
#   year = {in press}       ACM Sample(ress)     apalike Sample, ress
#   year = {forthcoming}    ACM Other(ming)      apalike Other, ming
# alpha takes two characters: [Samss], [Othng]. BibTeX has no warning.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >works.bib <<'END'
@book{a, author = {Sample, Ann}, title = {One}, publisher = {Press}, address = {Graz}, year = {in press}}
@book{b, author = {Other, Bob}, title = {Two}, publisher = {Press}, address = {Graz}, year = {forthcoming}}
END
for style in ACM-Reference-Format apalike alpha plainnat; do
    printf '\\citation{*}\n\\bibstyle{%s}\n\\bibdata{works}\n' "$style" >list.aux
    bibtex list >said || true
    echo "$style" $(sed -n 's/\\bibitem\[\(.*\)\].*/\1/p' list.bbl), $(grep -c Warning said || true) warnings
done >seen
cat >wanted <<'END'
ACM-Reference-Format Other(ming) Sample(ress), 0 warnings
apalike Other, ming Sample, ress, 0 warnings
alpha Othng Samss, 0 warnings
plainnat Other(forthcoming) Sample(in press), 0 warnings
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
