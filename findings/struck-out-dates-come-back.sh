#!/bin/sh
# mammoth 1.13.0 (input by python-docx 1.2.0) and markdownify 1.2.3 (PyPI), Python 3.11.
#
# Expected: an old deadline that was struck through, as every call with an extension has it, stays
# struck through (~~June 1~~), is left out or told.
# Seen: it becomes a second valid date.
#   mammoth, to HTML:      <s>June 1</s> June 10
#   mammoth, to Markdown:  June 1 June 10
#   markdownify:           <del> and <s> are kept, the older <strike> is not: June 1 June 10
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check mammoth==1.13.0 python-docx==1.2.0 markdownify==1.2.3
cat >try.py <<'END'
import docx, mammoth
from markdownify import markdownify
document = docx.Document()
paragraph = document.add_paragraph()
paragraph.add_run("June 1").font.strike = True
paragraph.add_run(" June 10")
document.save("call.docx")
for convert in (mammoth.convert_to_html, mammoth.convert_to_markdown):
    with open("call.docx", "rb") as file:
        print(convert(file).value.strip())
for name in ("del", "s", "strike"):
    print(markdownify(f"<{name}>June 1</{name}> June 10"))
END
cat >wanted <<'END'
<p><s>June 1</s> June 10</p>
June 1 June 10
~~June 1~~ June 10
~~June 1~~ June 10
June 1 June 10
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
