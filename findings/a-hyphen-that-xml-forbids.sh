#!/bin/sh
# pypdfium2 5.15.2, beside it pypdf 7.1.1; read on by lxml 6.1.3, python-docx 1.2.0 and openpyxl
# 3.1.5; input by reportlab 5.1.0 (PyPI), Python 3.11.
#
# Expected: "pre-" at the end of a line and "trained" on the next one is read as the two lines that
# they are, as pypdf does, or joined with the hyphen or without it.
# Seen: the lines are joined by U+FFFE, which is no character. It is not to be seen in a terminal,
# JSON takes it, and XML 1.0 forbids it, so that the text of a page with one such line cannot be
# written by lxml, to Word or to Excel; each raises a ValueError:
#   'We compare pre\ufffetrained models'
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypdfium2==5.15.2 pypdf==7.1.1 \
    reportlab==5.1.0 lxml==6.1.3 python-docx==1.2.0 openpyxl==3.1.5
cat >try.py <<'END'
import io
import docx, openpyxl, pypdf, pypdfium2
from lxml import etree
from reportlab.pdfgen.canvas import Canvas
file = io.BytesIO()
canvas = Canvas(file)
canvas.drawString(72, 700, "We compare pre-")
canvas.drawString(72, 688, "trained models")
canvas.save()
text = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()
print(ascii(text))
print(ascii(pypdf.PdfReader(file).pages[0].extract_text().strip()))


def to_xml(text):
    etree.Element("p").text = text


def to_word(text):
    docx.Document().add_paragraph(text)


def to_excel(text):
    book = openpyxl.Workbook()
    book.active.append([text])
    book.save(io.BytesIO())


for write in (to_xml, to_word, to_excel):
    try:
        write(text)
    except ValueError:
        print(write.__name__, "ValueError")
END
cat >wanted <<'END'
'We compare pre\ufffetrained models'
'We compare pre-\ntrained models'
to_xml ValueError
to_word ValueError
to_excel ValueError
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
