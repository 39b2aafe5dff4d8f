#!/bin/sh
# doi-utils 2.0.6 and doi-regex 0.1.17 (npm), Node.js 20; beside them idutils 1.7.1 (PyPI), Python 3.11.
#
# Expected: a DOI may have any printable character behind its slash (ISO 26324), and papers of the
# nineties have those of their issue in it, with brackets, colons and semicolons. In an address such
# signs are written with a percent sign, which belongs to the address and not to the DOI.
# Seen: doi-utils says that it is no DOI; the same one in an address is valid, and keeps its percent signs,
# so that one paper has two names. doi-regex finds the plain one, and ends the other at the first percent
# sign: what is left is well-formed, and is the DOI of something else, or of nothing.
#   10.1000/(SICI)1097(199806)49:8<693::AID-A>3.0.CO;2-O              doi-utils: (none)
#   https://doi.org/10.1000/(SICI)1097(199806)49%3A8%3C693%3A...      doi-regex: 10.1000/(SICI)1097(199806)49
# idutils takes the plain one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check idutils==1.7.1
npm install --silent --no-audit --no-fund doi-utils@2.0.6 doi-regex@0.1.17 >/dev/null
cat >try.mjs <<'END'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const utilities = require("doi-utils");
const pattern = require("doi-regex");
const doi = "10.1000/(SICI)1097(199806)49:8<693::AID-A>3.0.CO;2-O";
const address = "https://doi.org/" + encodeURIComponent(doi).replace("%2F", "/");
for (const text of [doi, address]) console.log(utilities.normalize(text), text.match(pattern())[0]);
END
cat >try.py <<'END'
import idutils

print(idutils.normalize_doi("10.1000/(SICI)1097(199806)49:8<693::AID-A>3.0.CO;2-O"))
END
cat >wanted <<'END'
undefined 10.1000/(SICI)1097(199806)49:8<693::AID-A>3.0.CO;2-O
10.1000/(SICI)1097(199806)49%3A8%3C693%3A%3AAID-A%3E3.0.CO%3B2-O 10.1000/(SICI)1097(199806)49
10.1000/(SICI)1097(199806)49:8<693::AID-A>3.0.CO;2-O
END
{
    node try.mjs
    venv/bin/python try.py
} >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
