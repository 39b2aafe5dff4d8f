#!/bin/sh
# @retorquere/bibtex-parser 9.0.29 (npm), Node.js 20: the reader of Better BibTeX for Zotero.
#
# Expected: the reader sets English titles in sentence case and keeps what must be capitals; single
# capital letters are names of things, and "Vitamin C", "Plan B" and "On C and F" stay.
# Seen: of all letters A alone is taken for the article, wherever it stands, and loses its capital:
#   Group A Versus Group B    Group a versus group B
#   Class A Data              Class a data
#   Q\&A Systems              Q&a systems
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @retorquere/bibtex-parser@9.0.29 >/dev/null
cat >try.mjs <<'END'
import { parse } from "@retorquere/bibtex-parser";

const titles = [
  "Group A Versus Group B",
  "Class A Data",
  "Q\\&A Systems",
  "R\\&D Systems",
  "Vitamin C Data",
  "On C and F",
];
for (const title of titles) {
  const [entry] = parse(`@misc{a, title={${title}}, author={Sample, Ana}, year=2027}`).entries;
  console.log(`${title} | ${entry.fields.title}`);
}
END
cat >wanted <<'END'
Group A Versus Group B | Group a versus group B
Class A Data | Class a data
Q\&A Systems | Q&a systems
R\&D Systems | R&D systems
Vitamin C Data | Vitamin C data
On C and F | On C and F
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
