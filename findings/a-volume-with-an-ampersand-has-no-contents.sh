#!/bin/sh
# mkepub 1.2.2, which makes EPUB 3 of pages; read by lxml 6.1.3 (PyPI), Python 3.11.
#
# Expected: the title of a volume is text, so that "Search & Rank" is written as the XML wants it in each place where it
# stands; or it is XML, and whoever has an ampersand writes &amp;. A contents that is no XML is opened by no reading
# system, which EPUB forbids it to mend (3.3, 2.4 and 4.3).
# Seen: the title and the names are text for the file of the package, and XML for the contents and for the pages. Both
# titles are wrong somewhere, and the library says of neither that it is:
#   "Search & Rank"        package: Search & Rank         contents: no XML
#   "Search &amp; Rank"    package: Search &amp; Rank     contents: Search & Rank
# The second one is shown in each library as "Search &amp; Rank". The titles of papers are XML everywhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check mkepub==1.2.2 lxml==6.1.3
cat >try.py <<'END'
import zipfile

import mkepub
from lxml import etree

for number, title in enumerate(["Search & Rank", "Search &amp; Rank"]):
    volume = mkepub.Book(title=title, author="Ann Sample")
    volume.add_page("First paper", "<p>Text.</p>")
    volume.save(f"{number}.epub")
    with zipfile.ZipFile(f"{number}.epub") as files:
        for name in ("EPUB/package.opf", "EPUB/toc.xhtml", "EPUB/toc.ncx"):
            try:
                root = etree.fromstring(files.read(name))
            except etree.XMLSyntaxError:
                print(title, name, "no XML")
                continue
            texts = [text.strip() for text in root.itertext() if text.strip().startswith("Search")]
            print(title, name, texts[0])
END
cat >wanted <<'END'
Search & Rank EPUB/package.opf Search & Rank
Search & Rank EPUB/toc.xhtml no XML
Search & Rank EPUB/toc.ncx no XML
Search &amp; Rank EPUB/package.opf Search &amp; Rank
Search &amp; Rank EPUB/toc.xhtml Search & Rank
Search &amp; Rank EPUB/toc.ncx Search & Rank
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
