#!/bin/sh
# fpdf2 2.8.9 with uharfbuzz 0.55.0 (PyPI), Python 3.11, with Noto Sans Devanagari
# (@expo-google-fonts/noto-sans-devanagari 0.4.1, npm); read by pypdf 7.1.1, pypdfium2 5.15.2 and lxml 6.1.3.
#
# Expected: set_text_shaping(), without which names in Devanagari are drawn wrongly, changes what is drawn, and
# whoever copies the name or looks for it on the page has its letters.
# Seen: where a letter is drawn in two parts, the second one is said to be a control character. किरण (Kiran)
# is copied as
#   U+0915 U+093F U+0002 U+0930 U+0923
# The character is not seen, no search finds the name any more, and XML refuses it, so that neither a feed nor a
# table can be made of what was read. Which character it is depends on what else stands on the page. On paper all
# is right; without shaping the letters are right and the page is not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check fpdf2==2.8.9 uharfbuzz==0.55.0 pypdf==7.1.1 \
    pypdfium2==5.15.2 lxml==6.1.3
npm install --silent --no-audit --no-fund @expo-google-fonts/noto-sans-devanagari@0.4.1 >/dev/null
cp node_modules/@expo-google-fonts/noto-sans-devanagari/400Regular/*.ttf font.ttf
cat >try.py <<'END'
import fpdf
import pypdf
import pypdfium2
from lxml import etree

for name in ("किरण", "Dr किरण शर्मा"):
    for shaped in (True, False):
        document = fpdf.FPDF()
        document.add_page()
        document.add_font("hindi", fname="font.ttf")
        document.set_font("hindi", size=20)
        document.set_text_shaping(shaped)
        document.cell(text=name)
        document.output("badge.pdf")
        read = pypdf.PdfReader("badge.pdf").pages[0].extract_text()
        other = pypdfium2.PdfDocument("badge.pdf")[0].get_textpage().get_text_range()
        print(name, shaped, ascii(read.strip()), ascii(other.strip()))
        try:
            etree.Element("author").text = read
        except ValueError as error:
            print(error)
END
cat >wanted <<'END'
किरण True '\u0915\u093f\x02\u0930\u0923' '\u0915\u093f\u0930\u0923'
All strings must be XML compatible: Unicode or ASCII, no NULL bytes or control characters
किरण False '\u0915\u093f\u0930\u0923' '\u0915\u093f\u0930\u0923'
Dr किरण शर्मा True 'Dr \u0915\u093f\x04\u0930\u0923 \u0936\u0930\u094d\u092e\u093e' 'Dr \u0915\u093f\x04\u0930\u0923 \u0936\u0930\u094d\u092e\u093e'
All strings must be XML compatible: Unicode or ASCII, no NULL bytes or control characters
Dr किरण शर्मा False 'Dr \u0915\u093f\u0930\u0923 \u0936\u0930\u094d\u092e\u093e' 'Dr \u0915\u093f\u0930\u0923 \u0936\u0930\u094d\u092e\u093e'
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
