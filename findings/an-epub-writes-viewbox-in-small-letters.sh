#!/bin/sh
# EbookLib 0.20 (PyPI), Python 3.11.
#
# Expected: pages of an EPUB are XML (EPUB 3.3, 6.1), where viewBox, linearGradient and
# preserveAspectRatio are written as SVG writes them. A page that is given as well-formed XHTML goes
# into the book as it is, or as the same XML.
# Seen: the library reads each page as HTML and writes it as XML. HTML's parser puts such names into
# small letters, which is mended by browsers for SVG in HTML and by nobody here, so that the book has
# attributes and elements that SVG does not know:
#   <svg viewBox="0 0 40 20">   ->   <svg viewbox="0 0 40 20">
#   <linearGradient id="g">     ->   <lineargradient id="g">
# A drawing loses its scale and is cut off at the edge of its box, and its gradient is not painted.
# MathML, whose names are small, is left whole, so that nobody suspects the writer.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check ebooklib==0.20
cat >try.py <<'END'
import re
import zipfile

from ebooklib import epub

book = epub.EpubBook()
book.set_identifier("sample")
book.set_title("Programme")
book.set_language("en")
page = epub.EpubHtml(title="Map", file_name="map.xhtml", lang="en")
page.content = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Map</title></head><body><p>
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 40 20"><defs>
<linearGradient id="g"><stop offset="0" stop-color="#000"/></linearGradient></defs>
<rect width="40" height="20" fill="url(#g)"/></svg></p></body></html>"""
book.add_item(page)
book.toc = (page,)
book.spine = ["nav", page]
book.add_item(epub.EpubNcx())
book.add_item(epub.EpubNav())
epub.write_epub("book.epub", book)
with zipfile.ZipFile("book.epub") as file:
    written = file.read("EPUB/map.xhtml").decode()
print(*re.findall(r"<svg [^>]*>|<linearGradient[^>]*>", written, re.IGNORECASE), sep="\n")
END
cat >wanted <<'END'
<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewbox="0 0 40 20">
<lineargradient id="g">
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
