#!/bin/sh
# citeproc 2.4.63 (citeproc-js) with the styles of @citation-js/plugin-csl 0.9.0 (npm), Node.js 20.
#
# Expected: proceedings that number their pages by paper have pages such as 3-1 to 3-9. With an en dash
# between the two numbers, "3-1–3-9" says without a doubt which sign is the range. CSL's page ranges
# (1.0.2, appendix V) change the second number of a range of two numbers, and nothing else.
# Seen: the dash is made a hyphen first; then the last hyphen of all is taken for the range, and what
# follows it is filled up as the second number of it:
#   3-1–3-9            3-1-3–9
#   2027-1–2027-9      2027-1-2027–2029        (APA, which writes ranges in full)
# A paper of nine pages ends in the year 2029. A colon instead of the hyphen is left alone, with a hyphen
# for the range.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 @citation-js/plugin-csl@0.9.0 \
    citeproc@2.4.63 >/dev/null
cat >try.cjs <<'END'
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-csl");
for (const page of ["1–9", "3-1–3-9", "2027-1–2027-9", "12:1–12:18"]) {
  const work = {
    id: "a", type: "article-journal", title: "Title", author: [{ family: "Sample", given: "Ann" }],
    "container-title": "Journal", issued: { "date-parts": [[2027]] }, page,
  };
  for (const template of ["apa", "vancouver"]) {
    console.log(template, page, "|", new Cite(work).format("bibliography", { template, lang: "en-US" }).trim());
  }
}
END
cat >wanted <<'END'
apa 1–9 | Sample, A. (2027). Title. Journal, 1–9.
vancouver 1–9 | 1. Sample A. Title. Journal. 2027;1–9.
apa 3-1–3-9 | Sample, A. (2027). Title. Journal, 3-1-3–9.
vancouver 3-1–3-9 | 1. Sample A. Title. Journal. 2027;3-1-3–9.
apa 2027-1–2027-9 | Sample, A. (2027). Title. Journal, 2027-1-2027–2029.
vancouver 2027-1–2027-9 | 1. Sample A. Title. Journal. 2027;2027-1-2027–9.
apa 12:1–12:18 | Sample, A. (2027). Title. Journal, 12:1-12:18.
vancouver 12:1–12:18 | 1. Sample A. Title. Journal. 2027;12:1-12:18.
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
