#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17, PyPI), Python 3.11.
#
# Expected: howpublished = {\url{…}} is BibTeX's old way of giving a page's address; it becomes
# "URL" in CSL-JSON, or a note.
# Seen: the address becomes the publisher, and the entry has no URL and an empty type, so that
# styles print "https://example.org/a_b, 2027" where the publishing house stands.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17
cat >try.py <<'END'
import json, pypandoc
source = r"@misc{a, title={X}, howpublished={\url{https://example.org/a_b}}, year={2027}}"
item = json.loads(pypandoc.convert_text(source, "csljson", format="bibtex"))[0]
print(item["publisher"], "URL" in item, repr(item["type"]))
END
seen=$(venv/bin/python try.py)
[ "$seen" = "https://example.org/a_b False ''" ] || { echo "now: $seen"; exit 1; }
echo "as described"
