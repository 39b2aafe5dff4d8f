#!/bin/sh
# biblatex-csl-converter 3.2.2 and bibtex-parse-js 0.0.24, beside them @retorquere/bibtex-parser
# 9.0.29 (npm), Node.js 20.
#
# Expected: in a value between quotes, {"} is a quote; BibTeX has no other way to write one there,
# and prints the title in full without a warning.
# Seen: it ends the title, and the entry. The rest of the title, the author and the year are gone,
# and the first of the two gives empty lists of errors and warnings with it:
#   title="A {"}new{"} view", author="Ann Sample", year=2027  ->  title "A {" and nothing else
# Umlauts between quotes, {\"u}, are read by all of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund biblatex-csl-converter@3.2.2 \
    bibtex-parse-js@0.0.24 @retorquere/bibtex-parser@9.0.29 >/dev/null
cat >try.mjs <<'END'
import { parse as retorquere } from "@retorquere/bibtex-parser";
import { parse } from "biblatex-csl-converter";
import bibtex from "bibtex-parse-js";
for (const title of [String.raw`A {"}new{"} view`, String.raw`M{\"u}nchen`]) {
  const source = `@misc{a, title="${title}", author="Ann Sample", year=2027}`;
  const { entries, errors, warnings } = parse(source);
  const { fields } = entries[1];
  console.log(fields.title[0].text, Object.keys(fields).length, errors.length, warnings.length);
  const tags = bibtex.toJSON(source)[0].entryTags;
  console.log(tags.title, Object.keys(tags).length);
  const read = retorquere(source, {}).entries[0].fields;
  console.log(read.title, Object.keys(read).length);
}
END
cat >wanted <<'END'
A { 1 0 0
A { 1
A "new" view 3
München 3 0 0
M{\"u}nchen 3
München 3
END
node try.mjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
