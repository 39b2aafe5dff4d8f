#!/bin/sh
# biblatex-csl-converter 3.2.2 (npm), Node.js 20.
#
# Expected: the name of a journal goes from `journal` to CSL's `container-title` as it stands. Styles
# change the case of titles of works at most, and cannot give a name its capitals back.
# Seen: it is set in sentence case, and so is the title of proceedings; the publisher keeps his name:
#   ACM Transactions on Recommender Systems    ACM transactions on recommender systems
#   Proceedings of the Paris Workshop          Proceedings of the paris workshop
# Nothing is said; a second pair of braces round the name keeps it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund biblatex-csl-converter@3.2.2 >/dev/null
cat >try.mjs <<'END'
import { BibLatexParser, CSLExporter } from "biblatex-csl-converter";

const works = [
  "@article{a, journal={ACM Transactions on Recommender Systems}",
  "@article{a, journal={{ACM Transactions on Recommender Systems}}",
  "@inproceedings{a, booktitle={Proceedings of the Paris Workshop}, publisher={Press of Nowhere}",
];
for (const work of works) {
  const read = new BibLatexParser(`${work}, title={Title}, author={Sample, Ana}, year=2027}`).parse();
  const [csl] = Object.values(new CSLExporter(read.entries).parse());
  const said = read.errors.length + read.warnings.length;
  console.log(csl["container-title"].replace(/<[^>]*>/g, ""), "|", csl.publisher ?? "-", "|", said);
}
END
cat >wanted <<'END'
ACM transactions on recommender systems | - | 0
ACM Transactions on Recommender Systems | - | 0
Proceedings of the paris workshop | Press of Nowhere | 0
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
