#!/bin/sh
# officeparser 7.8.0 (npm), Node.js 20; beside it ezodf 0.3.2 with lxml 6.1.3 (PyPI), Python 3.11.
#
# Expected: the text of a cell of an .ods file is the text of its paragraphs. A word in italics or a
# lowered digit is a part of it, in an element of its own (<text:span>; OpenDocument 1.3, part 3, 6.1.7).
# Seen: as soon as a paragraph has such an element, what stands outside of it is gone:
#   Talk by <i>Ann</i> at nine     Ann
#   CO<sub>2</sub> and NO<sub>x</sub>   2x
# Two spaces in a row (<text:s/>) become none. A link keeps its cell whole, and so does a text in one
# format. ezodf reads all of it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check ezodf==0.3.2 lxml==6.1.3
npm install --silent --no-audit --no-fund officeparser@7.8.0 >/dev/null 2>&1
cat >write.py <<'END'
import zipfile

space = "urn:oasis:names:tc:opendocument:xmlns:"
cells = (
    "Talk by <text:span>Ann</text:span> at nine",
    "CO<text:span>2</text:span> and NO<text:span>x</text:span>",
    "Room<text:s/>1",
    '<text:a xlink:href="https://example.org/a">Slides</text:a> of Ann',
    "A talk",
)
rows = "".join(
    '<table:table-row><table:table-cell office:value-type="string">'
    f"<text:p>{cell}</text:p></table:table-cell></table:table-row>"
    for cell in cells
)
kind = "application/vnd.oasis.opendocument.spreadsheet"
with zipfile.ZipFile("talks.ods", "w") as file:
    file.writestr("mimetype", kind)
    file.writestr(
        "content.xml",
        f'<office:document-content xmlns:office="{space}office:1.0" xmlns:text="{space}text:1.0" '
        f'xmlns:table="{space}table:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'office:version="1.3"><office:body><office:spreadsheet><table:table table:name="A">'
        f"<table:table-column/>{rows}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>",
    )
    file.writestr(
        "META-INF/manifest.xml",
        f'<manifest:manifest xmlns:manifest="{space}manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>",
    )
END
cat >try.py <<'END'
import ezodf

for row in ezodf.opendoc("talks.ods").sheets[0].rows():
    print("ezodf:", row[0].value)
END
cat >try.mjs <<'END'
import { parseOffice } from "officeparser";
const book = await parseOffice("talks.ods");
for (const row of book.content[0].children) console.log("officeparser:", row.children[0].text);
END
cat >wanted <<'END'
officeparser: Ann
officeparser: 2x
officeparser: Room1
officeparser: Slides of Ann
officeparser: A talk
ezodf: Talk by Ann at nine
ezodf: CO2 and NOx
ezodf: Room 1
ezodf: Slides of Ann
ezodf: A talk
END
venv/bin/python write.py
{ node try.mjs; venv/bin/python try.py; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
