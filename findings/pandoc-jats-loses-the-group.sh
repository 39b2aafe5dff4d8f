#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17, PyPI), Python 3.11.
#
# Expected: JATS has three elements for an author: <name>, <collab> for a group and <string-name>
# for a name that nobody has divided. Each of them becomes an author.
# Seen: the two others become an author without a name, and the "Jr." of the first is lost:
#   Martin Sample | (empty) | (empty)
# They are counted with the others and printed as nothing. A subtitle becomes ": A Study", with the
# colon in it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17
cat >try.py <<'END'
import json, pypandoc
source = """<article><front><article-meta>
<title-group><article-title>Search</article-title><subtitle>A Study</subtitle></title-group>
<contrib-group>
<contrib contrib-type="author"><name><surname>Sample</surname><given-names>Martin</given-names>
<suffix>Jr.</suffix></name></contrib>
<contrib contrib-type="author"><collab>Example Group</collab></contrib>
<contrib contrib-type="author"><string-name>Bob Author</string-name></contrib>
</contrib-group></article-meta></front><body><p>Text</p></body></article>"""
meta = json.loads(pypandoc.convert_text(source, "json", format="jats"))["meta"]
for author in meta["author"]["c"]:
    print([part.get("c", " ") for part in author["c"]])
print([part.get("c", " ") for part in meta["subtitle"]["c"]])
END
cat >wanted <<'END'
['Martin', ' ', 'Sample']
[]
[]
[':', ' ', 'A', ' ', 'Study']
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
