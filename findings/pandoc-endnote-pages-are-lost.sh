#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17, PyPI), Python 3.11.
#
# Expected: a paper in proceedings, exported by EndNote as XML, is a "paper-conference" in CSL-JSON
# with "page", "editor" and "DOI", as the same paper is if it comes as RIS.
# Seen: it is a "periodical", and the pages stand under "pages", a word that CSL does not have, so
# that no style prints them; editor and DOI are left out. Nothing is said.
#   EndNote  periodical, page None, pages 1-9
#   RIS      paper-conference, page 1-9, DOI 10.1145/1
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17
cat >try.py <<'END'
import json, pypandoc
endnote = """<xml><records><record>
<ref-type name="Conference Proceedings">10</ref-type>
<contributors><authors><author>Sample, Ann</author></authors>
<secondary-authors><author>Editor, Eve</author></secondary-authors></contributors>
<titles><title>X</title><secondary-title>Proc. of Y</secondary-title></titles>
<dates><year>2027</year></dates><pages>1-9</pages>
<electronic-resource-num>10.1145/1</electronic-resource-num></record></records></xml>"""
ris = "\n".join(["TY  - CPAPER", "AU  - Sample, Ann", "ED  - Editor, Eve", "TI  - X",
                 "T2  - Proc. of Y", "PY  - 2027", "SP  - 1", "EP  - 9", "DO  - 10.1145/1", "ER  - ", ""])
for name, source in (("endnotexml", endnote), ("ris", ris)):
    item = json.loads(pypandoc.convert_text(source, "csljson", format=name))[0]
    print(item["type"], *(item.get(key) for key in ("page", "pages", "DOI")), "editor" in item)
END
cat >wanted <<'END'
periodical None 1-9 None False
paper-conference 1-9 None 10.1145/1 True
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
