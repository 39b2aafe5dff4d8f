#!/bin/sh
# biblatex-csl-converter 3.6.0 (npm), by which Fidus Writer takes in and gives out references, Node.js 20.
#
# Expected: a reference that is read from RIS, EndNote or PubMed's own form and written as BibLaTeX or CSL has the
# pages, the book and the numbers that it had. From BibLaTeX to BibLaTeX it has them.
# Seen: of pages the dash is lost, and both numbers become one. Nothing is reported:
#   SP  - 1, EP  - 9     pages = {19}             PG  - 123-9     pages = {1239}
# The proceedings of a talk (T2) become a journal, which BibLaTeX does not print with such a paper, and the
# ISBN of the volume becomes an ISSN:
#   T2  - Proceedings of the Workshop     journaltitle = {Proceedings of the Workshop}
#   SN  - 978-3-16-148410-0               issn = {978-3-16-148410-0}
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund biblatex-csl-converter@3.6.0 >/dev/null
cat >try.mjs <<'END'
import { BibLatexExporter, CSLExporter, parse, parseENW, parseNBIB, parseRIS } from "biblatex-csl-converter";
const RIS = `TY  - CONF
AU  - Sample, Ann
TI  - Talk
T2  - Proceedings of the Workshop
PY  - 2027
SP  - 1
EP  - 9
SN  - 978-3-16-148410-0
ER  - 
`;
const ENDNOTE = `%0 Journal Article
%A Sample, Ann
%T Title
%J Journal
%D 2027
%P 1-9
`;
const PUBMED = `PMID- 1
TI  - Title
PG  - 123-9
FAU - Sample, Ann
JT  - Journal
DP  - 2027
PT  - Journal Article
`;
const BIBLATEX = `@inproceedings{a, author = {Ann Sample}, title = {Talk}, booktitle = {Proceedings of the Workshop},
  date = {2027}, pages = {1--9}, isbn = {978-3-16-148410-0}}`;
const read = { ris: parseRIS(RIS), endnote: parseENW(ENDNOTE), pubmed: parseNBIB(PUBMED), biblatex: parse(BIBLATEX) };
for (const [name, { entries, warnings = [], errors }] of Object.entries(read)) {
  const lines = new BibLatexExporter(entries).parse().split("\n");
  const shown = lines.filter((line) => /^(booktitle|journaltitle|pages|is.n)/.test(line));
  const [paper] = Object.values(new CSLExporter(entries).parse());
  console.log(name, ...shown, "CSL:", paper.page, paper.ISBN ?? "", warnings.length, errors.length);
}
END
cat >wanted <<'END'
ris journaltitle = {Proceedings of the Workshop}, pages = {19}, issn = {978-3-16-148410-0} CSL: 19  0 0
endnote journaltitle = {Journal}, pages = {19} CSL: 19  0 0
pubmed journaltitle = {Journal}, pages = {1239}, CSL: 1239  0 0
biblatex booktitle = {Proceedings of the Workshop}, pages = {1--9}, isbn = {978-3-16-148410-0} CSL: 1-9 978-3-16-148410-0 0 0
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
