#!/bin/sh
# python-barcode 0.16.1, read back by zxing-cpp 3.1.1 with pillow 13.0.0 (PyPI), Python 3.11.
#
# Expected: the barcode of a journal is an EAN-13 of 977, seven digits of the ISSN, two digits and a new
# check digit (ISO 3297, annex on bar codes); the one of a book with an old ISBN is 978 and nine digits
# of it. The library says so of both, with an example: 0132354187 gives 9780132354189.
# Seen: the number of digits that is cut off the ISSN or the old ISBN is taken for the EAN as well.
# What is left of it is drawn as an EAN, with half of its bars, and no scanner reads it:
#   ISSN 2049-3630       97720492       instead of 9772049363002
#   ISBN 0132354187      9780132352     instead of 9780132354189
# The picture looks like a barcode. The thirteen digits typed as an EAN are read.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check python-barcode==0.16.1 zxing-cpp==3.1.1 pillow==13.0.0
cat >try.py <<'END'
import io

import barcode
import zxingcpp
from barcode.writer import ImageWriter
from PIL import Image

samples = (("issn", "2049-3630"), ("isbn10", "0132354187"), ("ean13", "9780132354189"))
for kind, number in samples:
    code = barcode.get(kind, number, writer=ImageWriter())
    file = io.BytesIO()
    code.write(file)
    print(kind, code.get_fullcode(), [read.text for read in zxingcpp.read_barcodes(Image.open(file))])
END
cat >wanted <<'END'
issn 97720492 []
isbn10 9780132352 []
ean13 9780132354189 ['9780132354189']
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
