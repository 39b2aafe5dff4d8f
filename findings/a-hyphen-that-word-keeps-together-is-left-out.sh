#!/bin/sh
# docx2txt 0.9 (PyPI), Python 3.11; word-extractor 1.0.4 and officeparser 7.8.0 (npm), Node.js 20. Beside
# them python-docx 1.2.0 (PyPI) and mammoth 1.13.0 (npm).
#
# Expected: the hyphen that Word does not break at (Ctrl+Shift+hyphen) is a hyphen; it is an element of
# its own in the file (<w:noBreakHyphen/>; ECMA-376, part 1, 17.3.3.18). People type it where a line must
# not end: in ranges, in names and between a letter and a word.
# Seen: three of five readers leave it out, without a space:
#   pp. 1-9              pp. 19
#   Ann Sample-Author    Ann SampleAuthor
#   9-11 a.m.            911 a.m.
# officeparser leaves out the tabs between as well. The two others have a hyphen there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check docx2txt==0.9 python-docx==1.2.0
npm install --silent --no-audit --no-fund word-extractor@1.0.4 officeparser@7.8.0 mammoth@1.13.0 >/dev/null 2>&1
cat >try.py <<'END'
import docx
import docx2txt
from docx.oxml import OxmlElement

document = docx.Document()
for parts in (("pp. 1", "9"), ("Ann Sample", "Author"), ("9", "11 a.m.")):
    run = document.add_paragraph().add_run(parts[0])
    run._r.append(OxmlElement("w:noBreakHyphen"))
    run._r.add_t(parts[1])
document.save("talk.docx")
print("docx2txt:", *docx2txt.process("talk.docx").split("\n\n"), sep=" / ")
print("python-docx:", *(paragraph.text for paragraph in docx.Document("talk.docx").paragraphs), sep=" / ")
END
cat >try.mjs <<'END'
import mammoth from "mammoth";
import { parseOffice } from "officeparser";
import WordExtractor from "word-extractor";
const texts = {
  "word-extractor": (await new WordExtractor().extract("talk.docx")).getBody(),
  officeparser: (await parseOffice("talk.docx")).toText(),
  mammoth: (await mammoth.extractRawText({ path: "talk.docx" })).value.replaceAll("\u2011", "-"),
};
for (const [name, text] of Object.entries(texts)) console.log(`${name}: ${text.trim().split(/\n+/).join(" / ")}`);
END
cat >wanted <<'END'
docx2txt: / pp. 19 / Ann SampleAuthor / 911 a.m.
python-docx: / pp. 1-9 / Ann Sample-Author / 9-11 a.m.
word-extractor: pp. 19 / Ann SampleAuthor / 911 a.m.
officeparser: pp. 19 / Ann SampleAuthor / 911 a.m.
mammoth: pp. 1-9 / Ann Sample-Author / 9-11 a.m.
END
{ venv/bin/python try.py; node try.mjs; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
