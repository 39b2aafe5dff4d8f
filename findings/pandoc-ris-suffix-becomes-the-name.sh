#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17, PyPI), Python 3.11.
#
# Expected: RIS gives names as "Last, First, Suffix"; "Sample, Martin, Jr." is Martin Sample Jr.
# Seen: two parts are read like that, but of three the second is taken for the suffix, as BibTeX
# has it, and the suffix for the given name:
#   {"family": "Sample", "given": "Jr.", "suffix": "Martin"}
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17
cat >try.py <<'END'
import json, pypandoc
source = "TY  - CPAPER\nAU  - Sample, Martin, Jr.\nAU  - Author, Ann\nTI  - X\nPY  - 2027\nER  - \n"
for author in json.loads(pypandoc.convert_text(source, "csljson", format="ris"))[0]["author"]:
    print(json.dumps(author, sort_keys=True))
END
seen=$(venv/bin/python try.py)
wanted='{"family": "Sample", "given": "Jr.", "suffix": "Martin"}
{"family": "Author", "given": "Ann"}'
[ "$seen" = "$wanted" ] || { echo "now: $seen"; exit 1; }
echo "as described"
