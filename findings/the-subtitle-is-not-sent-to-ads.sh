#!/bin/sh
# bibutils 7.2 (Debian 12: bibutils and libbibutils8 7.2-2, fetched by apt-get), by whose MODS between the two
# BibTeX becomes records of other systems; this is xml2ads, for the Astrophysics Data System.
#
# Expected: a title is whole in %T, as it is in RIS, EndNote and BibTeX by the programs beside it.
# Seen: it ends before its colon or behind its question mark. What follows is kept in MODS as a subtitle, which
# this one program does not write:
#   Sample: A Workshop on Placeholders   ->   Sample
#   Who Reads? A Study                   ->   Who Reads?
# Nearly all papers of a workshop have such titles, and nothing is said. A paper in proceedings without number
# has no word of them either: %J is written for journals alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq bibutils=7.2-2 libbibutils8=7.2-2 2>downloads || { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$folder" -name 'libbibutils.so.8')")
export LD_LIBRARY_PATH
cat >papers.bib <<'END'
@inproceedings{a, author={Ann Sample}, title={Sample: A Workshop on Placeholders}, year={2027}, booktitle={Proceedings of Samples}}
@inproceedings{b, author={Ann Sample}, title={Who Reads? A Study}, year={2027}, booktitle={Proceedings of Samples}}
END
usr/bin/bib2xml papers.bib >papers.xml 2>messages
{
    usr/bin/xml2ris papers.xml 2>>messages | tr -d '\r' | grep '^TI\|^BT'
    usr/bin/xml2ads papers.xml 2>>messages | tr -d '\r' | grep '^%T\|^%J' || true
} >seen
cat >expected <<'END'
TI  - Sample: A Workshop on Placeholders
BT  - Proceedings of Samples
TI  - Who Reads? A Study
BT  - Proceedings of Samples
%T Sample
%T Who Reads?
END
diff expected seen && echo "as described"
