#!/bin/sh
# PyMuPDF 2.0 (PyPI), Python 3.11, whose insert_htmlbox() sets letters, badges and certificates, with EB
# Garamond (@expo-google-fonts/eb-garamond 0.4.3, npm); read by itself and by pypdfium2 5.15.2. Beside it
# WeasyPrint 70.0 (PyPI).
#
# Expected: a font that sets f and i as one sign, as most book fonts do, gives the two letters to whoever
# searches, copies or listens to the page. That signs are joined cannot be switched off here.
# Seen: such a sign has no code of its own in the font, and the page says of it that it is a Greek letter:
#   Jane Fifield, first office, flow     Jane Fiλeld, λrst oεce, ξow
# On paper all is right. No search finds Jane Fifield among the certificates, and a screen reader says "lambda".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pymupdf==2.0 pypdfium2==5.15.2 weasyprint==70.0
npm install --silent --no-audit --no-fund @expo-google-fonts/eb-garamond@0.4.3 >/dev/null
cp node_modules/@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf font.ttf
cat >try.py <<'END'
import pymupdf
import pypdfium2
import weasyprint

TEXT = "<p>Jane Fifield, first office, flow</p>"
STYLE = "@font-face { font-family: book; src: url(%s) } p { font-family: book }"
document = pymupdf.open()
box = pymupdf.Rect(50, 50, 500, 200)
document.new_page().insert_htmlbox(box, TEXT, css=STYLE % "font.ttf", archive=pymupdf.Archive("."))
document.save("pymupdf.pdf")
page = f"<style>{STYLE % 'font.ttf'}</style>{TEXT}"
weasyprint.HTML(string=page, base_url=".").write_pdf("weasyprint.pdf")
for name in ("pymupdf", "weasyprint"):
    own = pymupdf.open(f"{name}.pdf")[0].get_text().strip()
    other = pypdfium2.PdfDocument(f"{name}.pdf")[0].get_textpage().get_text_range().strip()
    print(name, own, other, sep=" | ")
END
cat >wanted <<'END'
pymupdf | Jane Fiλeld, λrst oεce, ξow | Jane Fiλeld, λrst oεce, ξow
weasyprint | Jane Fifield, first office, flow | Jane Fifield, first office, flow
END
venv/bin/python try.py >seen 2>messages
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
