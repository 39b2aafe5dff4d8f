#!/bin/sh
# orcid 1.0.0 (npm), which tools for scientific websites check ORCIDs by, Node.js 20; beside it idutils 1.7.1
# (PyPI), Python 3.11.
#
# Expected: the last sign of an ORCID is a check digit over the others (ISO 7064, mod 11-2), made so that a single
# wrong digit is found. Its README has validate() and normalize() for an ORCID.
# Seen: only the form is looked at. Any sixteen digits are an ORCID, also where two of them were exchanged, and
# normalize() hands them on. What differs from the form is refused, though it means a right one: an address with a
# slash behind it, or a small x:
#   0000-0002-1825-0079      true       (of 0000-0002-1825-0097)
#   https://orcid.org/0000-0002-1825-0097/      false
# A paper is linked to somebody else's record, or to none, with the checker's consent.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund orcid@1.0.0 >/dev/null
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check idutils==1.7.1
cat >numbers <<'END'
0000-0002-1825-0097
0000-0002-1825-0079
1111-2222-3333-4444
https://orcid.org/0000-0002-1825-0097/
END
cat >try.mjs <<'END'
import fs from "node:fs";
import { orcid } from "orcid";
for (const number of fs.readFileSync("numbers", "utf8").trim().split("\n")) {
  console.log(number, orcid.validate(number));
}
END
cat >try.py <<'END'
import pathlib

from idutils import is_orcid

for number in pathlib.Path("numbers").read_text().split()[:3]:
    print(number, bool(is_orcid(number)))
END
cat >wanted <<'END'
0000-0002-1825-0097 true
0000-0002-1825-0079 true
1111-2222-3333-4444 true
https://orcid.org/0000-0002-1825-0097/ false
0000-0002-1825-0097 True
0000-0002-1825-0079 False
1111-2222-3333-4444 False
END
{ node try.mjs; venv/bin/python try.py; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
