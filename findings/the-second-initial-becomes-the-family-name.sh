#!/bin/sh
# @retorquere/bibtex-parser 9.0.29 (npm), by which Better BibTeX for Zotero reads, Node.js 20; Text::BibTeX 0.89 with
# btparse, BibTeX::Parser 1.03, Perl 5.36, and bibutils 7.2 (Debian 12: libtext-bibtex-perl and libbtparse2 0.89-1,
# libbibtex-parser-perl 1.03+dfsg-2, liblatex-tounicode-perl 0.11-3, bibutils and libbibutils8 7.2-2, fetched by
# apt-get); beside them BibTeX 0.99d with its style abbrv (TeX Live 2022).
#
# Expected: "Ann B.~Sample" has the family name Sample. Authors write the tie so that no line ends behind an initial,
# and BibTeX divides a name at a tie as at a space (bibtex.web, white_space and sep_char).
# Seen: all four divide at spaces alone, and what hangs on the tie is the family name. The author is sorted and cited
# under the second initial, or has no given name at all:
#   Ann B.~Sample       family B. Sample          BibTeX: A. B. Sample
#   Bob~Other           family Bob Other          BibTeX: B. Other
#   Ludwig van~Third    family van Third          BibTeX: L. van Third
# With the tie between two initials all is well, so that most names of a file are right:
#   D.~E. Fourth        family Fourth
# pandoc 3.9, pybtex 0.26.1, bibtexparser 2.1.0 and Citation.js 0.9.0 divide at it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @retorquere/bibtex-parser@9.0.29 >/dev/null
apt-get download -qq libtext-bibtex-perl=0.89-1 libbtparse2=0.89-1 libbibtex-parser-perl=1.03+dfsg-2 \
    liblatex-tounicode-perl=0.11-3 \
    bibutils=7.2-2 libbibutils8=7.2-2 2>downloads || { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$PWD/usr/lib:$PWD/usr/lib/$(uname -m)-linux-gnu
PERL5LIB=$PWD/usr/share/perl5:$PWD/usr/lib/$(uname -m)-linux-gnu/perl5/5.36
export LD_LIBRARY_PATH PERL5LIB
cat >paper.bib <<'END'
@misc{paper, author = {Ann B.~Sample and Bob~Other and Ludwig van~Third and D.~E. Fourth}, title = {X}, year = 2027}
END
cat >paper.tex <<'END'
\documentclass{article}
\begin{document}
\nocite{*}
\bibliographystyle{abbrv}
\bibliography{paper}
\end{document}
END
cat >try.mjs <<'END'
import { readFileSync } from "node:fs";
import { parse } from "@retorquere/bibtex-parser";
const [paper] = parse(readFileSync("paper.bib", "utf8")).entries;
console.log(paper.fields.author.map(({ lastName }) => lastName).join("; "));
END
cat >try.pl <<'END'
use BibTeX::Parser::Author;
use Text::BibTeX;
my $paper = Text::BibTeX::Entry->new(Text::BibTeX::File->new("paper.bib"));
print join("; ", map { join " ", grep { length } $_->part("von"), $_->part("last") } $paper->names("author")), "\n";
print join("; ", map { BibTeX::Parser::Author->new($_)->last } split / and /, $paper->get("author")), "\n";
END
cat >wanted <<'END'
B.~Sample; Bob~Other; van~Third; Fourth
B.~Sample; Bob~Other; van~Third; Fourth
B.~Sample; Bob~Other; van~Third; Fourth
<namePart type="family">B. Sample</namePart>
<namePart>Bob Other</namePart>
<namePart type="family">van Third</namePart>
<namePart type="family">Fourth</namePart>
A.~B. Sample, B.~Other, L.~van Third, and D.~E. Fourth.
END
pdflatex -interaction=batchmode paper >messages </dev/null
bibtex -terse paper
{
    node try.mjs | sed 's/\xC2\xA0/~/g'
    perl try.pl
    usr/bin/bib2xml paper.bib 2>messages | grep -e family -e '<namePart>' | sed 's/^ *//'
    grep '~' paper.bbl
} >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
