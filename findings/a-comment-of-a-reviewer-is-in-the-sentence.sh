#!/bin/sh
# odfpy 1.4.1 and odfdo 3.27.3, beside them pypandoc_binary 1.17 (pandoc 3.9; PyPI), Python 3.11.
#
# Expected: a comment in the margin of an .odt file is no text of the paragraph that it hangs on, as a
# footnote is none. OpenDocument puts both, with the name of who wrote it and the hour, into the middle
# of the paragraph's own text (<office:annotation>, <text:note>; 1.3, part 3, 14.1 and 6.3.2), so that
# somebody has to leave them out.
# Seen: both functions that give the text of a paragraph give them with it, without a space or a sign,
# and the comment comes once more as a paragraph of its own:
#   The talkBob Builder2027-01-02T10:00:00weak, reject begins1In the large hall. at nine.
#   weak, reject
# An abstract that was reviewed in Word's rival is published with the verdict on it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check odfpy==1.4.1 odfdo==3.27.3 pypandoc_binary==1.17
cat >try.py <<'END'
import zipfile

import odfdo
import pypandoc
from odf import opendocument, teletype, text

space = "urn:oasis:names:tc:opendocument:xmlns:"
paragraph = (
    "The talk<office:annotation><dc:creator>Bob Builder</dc:creator>"
    "<dc:date>2027-01-02T10:00:00</dc:date><text:p>weak, reject</text:p></office:annotation> begins"
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    "<text:p>In the large hall.</text:p></text:note-body></text:note> at nine."
)
kind = "application/vnd.oasis.opendocument.text"
with zipfile.ZipFile("talk.odt", "w") as file:
    file.writestr("mimetype", kind)
    file.writestr(
        "content.xml",
        f'<office:document-content xmlns:office="{space}office:1.0" xmlns:text="{space}text:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:body><office:text>'
        f"<text:p>{paragraph}</text:p></office:text></office:body></office:document-content>",
    )
    file.writestr(
        "styles.xml",
        f'<office:document-styles xmlns:office="{space}office:1.0" office:version="1.3">'
        "<office:styles/><office:automatic-styles/><office:master-styles/></office:document-styles>",
    )
    file.writestr(
        "META-INF/manifest.xml",
        f'<manifest:manifest xmlns:manifest="{space}manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>",
    )
for part in opendocument.load("talk.odt").getElementsByType(text.P):
    print("odfpy:", teletype.extractText(part))
for part in odfdo.Document("talk.odt").body.paragraphs:
    print("odfdo:", part.inner_text.replace("\n", " / "))
print("pandoc:", pypandoc.convert_file("talk.odt", "markdown", extra_args=["--wrap=none"]).split("\n")[0])
END
cat >wanted <<'END'
odfpy: The talkBob Builder2027-01-02T10:00:00weak, reject begins1In the large hall. at nine.
odfpy: weak, reject
odfpy: In the large hall.
odfdo: The talkweak, reject / Bob Builder 2027-01-02 10:00:00 begins1. In the large hall. at nine.
odfdo: weak, reject
odfdo: In the large hall.
pandoc: The talk begins[^1] at nine.
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
