#!/bin/sh
# docx2txt 1.4 (Debian 12: docx2txt 1.4-5, fetched by apt-get), which makes text of documents of Word, Perl 5.36; input by
# python-docx 1.2.0 and read beside it by mammoth 1.13.0 (PyPI), Python 3.11.
#
# Expected: a paragraph ends its line, whichever program wrote the document. In the standard no attribute of w:p is
# required (ECMA-376, 17.3.1.22).
# Seen: a paragraph ends its line only if it has an attribute or properties of its own. Word gives all of them a number
# of the revision (w:rsidR); python-docx, by which many forms are filled in, writes <w:p> alone. Its paragraphs are one
# line, in which facts become others:
#   Deadline: May 1 / 2 pages at most   ->   Deadline: May 12 pages at most
# Headings and lists have properties and end their lines, so that the text looks sound at its beginning.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq docx2txt=1.4-5 2>downloads || { cat downloads; exit 1; }
dpkg -x docx2txt*.deb .
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0
cat >try.py <<'END'
import docx, mammoth

document = docx.Document()
document.add_heading("Dates", 1)
document.add_paragraph("Deadline: May 1")
document.add_paragraph("2 pages at most")
document.save("plain.docx")
for paragraph in document.paragraphs:
    paragraph._p.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rsidR", "00A0B1C2")
document.save("numbered.docx")
with open("plain.docx", "rb") as file:
    print([line for line in mammoth.extract_raw_text(file).value.splitlines() if line])
END
{
    venv/bin/python try.py
    for name in numbered plain; do
        echo "$name"
        perl usr/bin/docx2txt "$name.docx" - | grep .
        echo
    done
} >seen
cat >expected <<'END'
['Dates', 'Deadline: May 1', '2 pages at most']
numbered
Dates
Deadline: May 1
2 pages at most

plain
Dates
Deadline: May 12 pages at most
END
grep . expected >wanted
grep . seen | diff wanted - && echo "as described"
