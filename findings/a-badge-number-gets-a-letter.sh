#!/bin/sh
# python-barcode 0.16.1 (PyPI), Python 3.11; beside it bwip-js 4.11.4 (npm), Node.js 20; read back by
# zxing-cpp 3.1.1 with pillow 13.0.0.
#
# Expected: the barcode of a badge is read as what was typed. In Code 39 a check character is not needed,
# each character checks itself, and a scanner that was not told of one gives it as a part of the text
# (ISO/IEC 16388, annex on check characters).
# Seen: one is put behind the text, unless add_checksum=False is said. It may be a letter or a space, so
# that no look-up finds the badge, and nobody sees why:
#   A1           A1B
#   SAMPLE 27    SAMPLE 27 and a space
# The other generator encodes what it was given.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check python-barcode==0.16.1 zxing-cpp==3.1.1 pillow==13.0.0
npm install --silent --no-audit --no-fund bwip-js@4.11.4 >/dev/null
cat >try.cjs <<'END'
const bwipjs = require("bwip-js");
["A1", "SAMPLE 27"].forEach(async (text, place) => {
  const options = { bcid: "code39", text, scale: 3, padding: 10, backgroundcolor: "FFFFFF" };
  require("node:fs").writeFileSync(`${place}.png`, await bwipjs.toBuffer(options));
});
END
cat >try.py <<'END'
import io

import barcode
import zxingcpp
from barcode.writer import ImageWriter
from PIL import Image

for place, text in enumerate(("A1", "SAMPLE 27")):
    file = io.BytesIO()
    barcode.get("code39", text, writer=ImageWriter()).write(file)
    for picture in (file, f"{place}.png"):
        print(repr(zxingcpp.read_barcodes(Image.open(picture))[0].text))
END
cat >wanted <<'END'
'A1B'
'A1'
'SAMPLE 27 '
'SAMPLE 27'
END
node try.cjs
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
