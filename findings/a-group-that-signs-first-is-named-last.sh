#!/bin/sh
# bibutils 7.2 (Debian 12: bibutils and libbibutils8 7.2-2, fetched by apt-get), by whose MODS between the two
# BibTeX becomes RIS, EndNote and the sources of Word, and the other way round.
#
# Expected: the order of authors is kept; it says who comes first. Its own way back to BibTeX keeps it.
# Seen: in RIS and EndNote people are written before groups. A paper that a consortium signs first is by its
# second author, and is found, sorted and cited under that name:
#   The Sample Group, Ann Sample, Bob Other   ->   Ann Sample, Bob Other, The Sample Group
# In the sources of Word, Bob Other Jr. is Bob Jr. Other. A paper of type CPAPER, as EndNote and databases
# have those of conferences, comes out of RIS without the title and the editors of the volume.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq bibutils=7.2-2 libbibutils8=7.2-2 2>downloads || { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
PATH=$folder/usr/bin:$PATH
LD_LIBRARY_PATH=$(dirname "$folder"/usr/lib/*/libbibutils.so.8)
export LD_LIBRARY_PATH
cat >paper.bib <<'END'
@article{a, author = {{The Sample Group} and Sample, Ann and Other, Jr., Bob}, title = {On Samples},
  journal = {J}, year = 2027}
END
cat >talk.ris <<'END'
TY  - CPAPER
AU  - Sample, Ann
TI  - Talk
T2  - Proceedings of the Workshop on Samples
A2  - Itor, Ed
PY  - 2027
ER  - 
END
bib2xml paper.bib >paper.xml 2>messages
{
    xml2ris paper.xml | grep AU
    xml2end paper.xml | grep %A
    xml2bib paper.xml | tr '\n' ' ' | grep -o 'author.*title'
    xml2wordbib paper.xml | grep Person
    ris2xml talk.ris | xml2bib | tr '\n' ' ' | grep -o '@.*'
} 2>messages | sed 's/ *$//' | grep . >seen
cat >wanted <<'END'
AU  - Sample, Ann
AU  - Other Jr., Bob
AU  - The Sample Group
%A Sample, Ann
%A Other Jr., Bob
%A The Sample Group
author="{The Sample Group} and Sample, Ann and Other Jr., Bob", title
<b:Person><b:Last>The Sample Group</b:Last></b:Person>
<b:Person><b:Last>Sample</b:Last><b:First>Ann</b:First></b:Person>
<b:Person><b:Last>Other</b:Last><b:First>Bob</b:First><b:Middle>Jr.</b:Middle></b:Person>
@Misc{Sample2027, author="Sample, Ann", title="Talk", year="2027" }
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
