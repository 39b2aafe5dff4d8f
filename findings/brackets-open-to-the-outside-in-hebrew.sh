#!/bin/sh
# python-bidi 0.6.12 (PyPI), Python 3.11; beside it bidi-js 1.1.0 (npm), Node.js 20.
#
# Expected: get_display() gives a line of Hebrew or Arabic as it is seen, for a program that draws
# its characters one by one from the left. Brackets are mirrored in such a line (Unicode Standard
# Annex #9, rule L4).
# Seen: of the two functions of this name, the new one, which has a newer version of the
# algorithm, leaves the brackets as they are, so that they open to the outside; the old one mirrors
# them, and puts those round an English word in the wrong places:
#   from bidi            2027 )Workshop( אבג   (seen from the left)
#   from bidi.algorithm  Workshop) 2027) אבג
#   bidi-js              2027 (Workshop) אבג
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check python-bidi==0.6.12
npm install --silent --no-audit --no-fund bidi-js@1.1.0 >/dev/null
cat >try.py <<'END'
import bidi
import bidi.algorithm

# The three letters are shown as h, in a line that is seen from the left.
line = "\u05d0\u05d1\u05d2 (Workshop) 2027"
for get_display in (bidi.get_display, bidi.algorithm.get_display):
    seen = get_display(line)
    print("".join("h" if "\u05d0" <= letter <= "\u05ea" else letter for letter in seen))
END
cat >try.mjs <<'END'
import bidiFactory from "bidi-js";
const bidi = bidiFactory();
const line = "\u05d0\u05d1\u05d2 (Workshop) 2027";
const seen = bidi.getReorderedString(line, bidi.getEmbeddingLevels(line));
console.log(seen.replace(/[\u05d0-\u05ea]/g, "h"));
END
cat >wanted <<'END'
2027 )Workshop( hhh
Workshop) 2027) hhh
2027 (Workshop) hhh
END
venv/bin/python try.py >seen
node try.mjs >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
