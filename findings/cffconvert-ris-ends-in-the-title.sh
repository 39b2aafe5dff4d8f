#!/bin/sh
# cffconvert 2.0.0 (PyPI), which writes citations of CITATION.cff in other forms; read back by rispy
# 0.10.0 (PyPI) and @citation-js/core 0.8.2 with @citation-js/plugin-ris 0.8.2 (npm). Python 3.11, Node.js 20.
#
# Expected: a reference that one tool writes as RIS is read by others. RIS ends each reference by a
# tag with two spaces, a hyphen and a space: "ER  - ".
# Seen: cffconvert ends it by the two letters alone. rispy reads that there is no reference in the
# file, and says nothing; Citation.js takes the letters for the last words of the line above, which is
# the title: "Sample Proceedings ER ".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check cffconvert==2.0.0 rispy==0.10.0
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 >/dev/null
cat >CITATION.cff <<'END'
cff-version: 1.2.0
message: Please cite it.
title: Sample Proceedings
type: dataset
date-released: 2026-05-01
authors:
  - given-names: Ann
    family-names: Author
END
venv/bin/cffconvert -f ris >proceedings.ris
cat >read.py <<'END'
import pathlib
import rispy
print("rispy:", rispy.loads(pathlib.Path("proceedings.ris").read_text(encoding="utf-8")))
END
cat >read.cjs <<'END'
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-ris");
const read = new Cite(require("fs").readFileSync("proceedings.ris", "utf8"));
console.log("Citation.js:", read.data.map((reference) => reference.title));
END
cat >wanted <<'END'
TY  - GEN
AU  - Author, Ann
DA  - 2026-05-01
PY  - 2026
TI  - Sample Proceedings
ER
rispy: []
Citation.js: [ 'Sample Proceedings ER ' ]
END
{ cat proceedings.ris; venv/bin/python read.py; node read.cjs; } >seen
cmp -s seen wanted || { echo "now:"; cat seen; exit 1; }
echo "as described"
