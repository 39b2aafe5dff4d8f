#!/bin/sh
# @citation-js/core 0.8.2 with plugin-bibtex 0.8.2 and plugin-ris 0.8.2 (npm), Node.js 20;
# commonmeta-py 0.312 (PyPI), Python 3.11.
#
# Expected: a name goes from BibTeX to RIS whole; RIS has no place for a particle of its own, so that
# it stands before the family name: "van der Sample, Ann".
# Seen: between the two is CSL, which has a field of its own for the particle (non-dropping-particle).
# Citation.js writes BibTeX with that field and RIS without; commonmeta does not read it, nor "Jr.":
#   Citation.js, to BibTeX   van der Sample, Ann and Sample, Jr., Martin
#   Citation.js, to RIS      AU  - Sample, Ann
#   commonmeta, to both      Sample, Ann and Sample, Martin
# The person is another one for whoever imports the file, and stands under another letter.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check commonmeta-py==0.312
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 \
    @citation-js/plugin-ris@0.8.2 >/dev/null
cat >try.cjs <<'END'
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");
const works = new Cite(`@article{a, title={Title}, journal={Journal}, year=2027,
  author={Ann van der Sample and Sample, Jr., Martin}}`);
require("node:fs").writeFileSync("works.json", JSON.stringify(works.data[0]));
const lines = [...works.format("bibtex").split("\n"), ...works.format("ris").split("\n")];
for (const line of lines) if (/author|AU/.test(line)) console.log(line.trim());
END
cat >try.py <<'END'
import json

from commonmeta import Metadata

with open("works.json") as file:
    work = json.load(file) | {"DOI": "10.1000/a", "URL": "https://doi.org/10.1000/a"}
record = Metadata(json.dumps(work), via="csl", no_network=True)
assert record.is_valid
for form in ("bibtex", "ris"):
    for line in record.write(to=form).decode().splitlines():
        if "author" in line or "AU" in line:
            print(line.strip())
END
cat >wanted <<'END'
author = {van der Sample, Ann and Sample, Jr., Martin},
AU  - Sample, Ann
AU  - Sample, Martin, Jr.
author = {Sample, Ann and Sample, Martin},
AU  - Sample, Ann
AU  - Sample, Martin
END
node try.cjs >seen
venv/bin/python try.py >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
