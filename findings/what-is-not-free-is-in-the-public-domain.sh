#!/bin/sh
# license-normaliser 0.3.2 (PyPI), which gives the key of a license for tokens, addresses and sentences, Python 3.11.
#
# Expected: a sentence about rights is understood, or it is unknown; the library has "unknown" for it, and an error
# for whoever asks for one.
# Seen: sentences are searched for the name of a license, whatever else is said of it. Who says that a work is not
# free has it freed; the sentence that Creative Commons itself gives to authors is unknown, and the one of the
# license that forbids commercial use loses its version:
#   This work is not in the public domain.                                 public-domain
#   This work is not licensed under CC BY.                                 cc-by
#   This work is licensed under a Creative Commons Attribution 4.0
#   International License.                                                 unknown
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check license-normaliser==0.3.2
cat >try.py <<'END'
from license_normaliser import normalise_license

for text in (
    "CC BY 4.0",
    "Creative Commons Attribution 4.0 International License",
    "This work is licensed under a Creative Commons Attribution 4.0 International License.",
    "This work is licensed under a Creative Commons Attribution-NonCommercial 4.0 International License.",
    "This work is not licensed under CC BY.",
    "This work is not in the public domain.",
    "This is not an open access article.",
):
    found = normalise_license(text)
    print("unknown" if found.family.key == "unknown" else found.key)
END
cat >wanted <<'END'
cc-by-4.0
cc-by-4.0
unknown
cc-by-nc
cc-by
public-domain
other-oa
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
