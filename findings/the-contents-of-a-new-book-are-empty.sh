#!/bin/sh
# epub2 3.0.2 and @lingo-reader/epub-parser 0.4.6 (npm), Node.js 20; epub-meta 0.0.7, beside it EbookLib
# 0.20 (PyPI), Python 3.11.
#
# Expected: the contents of an EPUB 3 are the <nav epub:type="toc"> of its navigation document, which each
# book has to have (EPUB 3.3, 7.4); the NCX, in which EPUB 2 had them, need not be there.
# Seen: two readers know the NCX alone, so that the contents are empty, and nothing is said. The third one
# ends each entry at its first element, so that a paper with a word in italics is called by what is before it,
# and takes the list of printed pages, another <nav>, for chapters:
#   <a href="one.xhtml">Search in <em>O</em>(n<sup>2</sup>)</a>    Search in
# EbookLib has the contents, all the words of the entry, and 2 for its square.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check epub-meta==0.0.7 ebooklib==0.20
npm install --silent --no-audit --no-fund epub2@3.0.2 @lingo-reader/epub-parser@0.4.6 >/dev/null
cat >make.py <<'END'
import zipfile

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Workshop on Samples</dc:title>
<dc:identifier id="id">urn:isbn:9783161484100</dc:identifier><dc:language>en</dc:language>
<meta property="dcterms:modified">2027-09-14T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="one"/></spine></package>"""
PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>
<title>Title</title></head><body>%s</body></html>"""
NAV = PAGE % """<nav epub:type="toc"><ol>
<li><a href="one.xhtml">Search in <em>O</em>(n<sup>2</sup>)</a></li></ol></nav>
<nav epub:type="page-list"><ol><li><a href="one.xhtml#p">17</a></li></ol></nav>"""
with zipfile.ZipFile("book.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", CONTAINER)
    book.writestr("book.opf", PACKAGE)
    book.writestr("nav.xhtml", NAV)
    book.writestr("one.xhtml", PAGE % '<p id="p">Text</p>')
END
cat >try.mjs <<'END'
import { initEpubFile } from "@lingo-reader/epub-parser";
import epub2 from "epub2";
console.log("epub2", JSON.stringify((await epub2.EPub.createAsync("book.epub")).toc));
console.log("lingo", JSON.stringify((await initEpubFile("book.epub", "images")).getToc()));
process.exit();
END
cat >try.py <<'END'
import warnings

import epub_meta
from ebooklib import epub

warnings.simplefilter("ignore")
found = epub_meta.get_epub_metadata("book.epub", read_cover_image=False, read_toc=True)
print("epub-meta", [entry["title"] for entry in found["toc"]])
print("EbookLib", [entry.title for entry in epub.read_epub("book.epub").toc])
END
cat >wanted <<'END'
epub2 []
lingo []
epub-meta ['Search in', '17']
EbookLib ['Search in O(n2)']
END
python3 make.py
node try.mjs >seen 2>/dev/null
venv/bin/python try.py >>seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
