#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17), beside it pybtex 0.26.1 (PyPI), Python 3.11.
#
# Expected: {\'E}va Sample, with the accent in braces as BibTeX wants it, has the first name Éva.
# BibTeX takes a word for a particle, like "von", if it begins in lower case, and looks into such
# braces for that.
# Seen: it is a particle, and the person has no first name. With \'Eva or Éva it is right.
#   {\'E}va Sample          ->  family Sample, dropping-particle "Éva"
#   {\O}ystein van Dam      ->  family Dam, dropping-particle "Øystein van"
# A style that shortens first names has nothing to shorten. pybtex reads all of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17 pybtex==0.26.1
cat >try.py <<'END'
import json, pypandoc
from pybtex.database import Person
for name in (r"{\'E}va Sample", r"\'Eva Sample", r"{\O}ystein van Dam", "Ann van Dam"):
    source = "@misc{a, title={X}, author={%s}}" % name
    author = json.loads(pypandoc.convert_text(source, "csljson", format="bibtex"))[0]["author"][0]
    print(json.dumps(author, ensure_ascii=False, sort_keys=True), *Person(name).first_names)
END
cat >wanted <<'END'
{"dropping-particle": "Éva", "family": "Sample"} {\'E}va
{"family": "Sample", "given": "Éva"} \'Eva
{"dropping-particle": "Øystein van", "family": "Dam"} {\O}ystein
{"dropping-particle": "van", "family": "Dam", "given": "Ann"} Ann
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
