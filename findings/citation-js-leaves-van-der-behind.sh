#!/bin/sh
# @citation-js/core 0.8.2 with plugin-bibtex 0.8.2 and plugin-ris 0.8.2 (npm), Node.js 20.
#
# Expected: a name goes from BibTeX to RIS whole; RIS has no place for a particle of its own, so that
# it stands before the family name: "van der Sample, Ann".
# Seen: the reader puts the particle into a field of its own (non-dropping-particle), as CSL wants it,
# and the writer of RIS writes family, given and suffix. As BibTeX it comes back whole:
#   BibTeX   van der Sample, Ann
#   RIS      AU  - Sample, Ann
# The person is another one for whoever imports the file, and stands under another letter.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 \
    @citation-js/plugin-ris@0.8.2 >/dev/null
cat >try.cjs <<'END'
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");
const works = new Cite(`@article{a, title={Title}, journal={Journal}, year=2027,
  author={Ann van der Sample and Sample, Jr., Martin}}`);
const lines = [...works.format("bibtex").split("\n"), ...works.format("ris").split("\n")];
for (const line of lines) if (/author|AU/.test(line)) console.log(line.trim());
END
cat >wanted <<'END'
author = {van der Sample, Ann and Sample, Jr., Martin},
AU  - Sample, Ann
AU  - Sample, Martin, Jr.
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
