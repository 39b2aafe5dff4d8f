#!/bin/sh
# WeasyPrint 70.0 (PyPI), Python 3.11, with Pango 1.50 of Debian 12; text of the PDF by pypdf 7.1.1 (PyPI).
#
# Expected: the numbers of a list are part of what it says: <ol start="4"> begins at four, <li value="7"> is
# the seventh, and a reversed list counts down (HTML, 4.4.5 and 4.4.8). WeasyPrint has a switch for old
# attributes that only say how a page looks (presentational hints), which is off.
# Seen: the numbers hang on that switch too, so that each list begins at one; a reversed list counts up with
# the switch as well. Sessions that go on after a break, or the fifth place of a ranking, get other numbers:
#   <ol start="4"><li>Talk<li>Talk</ol>      1. Talk  2. Talk
#   <ol reversed><li>Talk<li>Talk</ol>       1. Talk  2. Talk     (always)
# An element that is not shown until somebody opens it (<dialog>) is printed too.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check weasyprint==70.0 pypdf==7.1.1
cat >try.py <<'END'
import pypdf
import weasyprint

PAGE = """<!DOCTYPE html><html lang="en"><title>Title</title>
<ol start="4"><li>four<li>five</ol>
<ol><li value="7">seven<li>eight</ol>
<ol reversed><li>two<li>one</ol>
<dialog>closed</dialog><p hidden>hidden</p></html>"""
for hints in (False, True):
    weasyprint.HTML(string=PAGE).write_pdf("page.pdf", presentational_hints=hints)
    text = pypdf.PdfReader("page.pdf").pages[0].extract_text()
    print(hints, " ".join(text.split()))
END
cat >wanted <<'END'
False four five seven eight two one closed 1. 2. 1. 2. 1. 2.
True four five seven eight two one closed 4. 5. 7. 8. 1. 2.
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
