#!/bin/sh
# epub2 3.0.2 (npm), Node.js 20; beside it @lingo-reader/epub-parser 0.4.6 (npm).
#
# Expected: a volume as EPUB 3 says of each title and each person what it is in an element of its own, which
# refines the one that it names (EPUB 3.3, 5.5 and appendix D): the main title and the short one, in which
# order, and who is an editor and who an author.
# Seen: what refines anything is kept under its name alone, so that the last one counts for all, and of the
# titles and people the first one counts. The editor is an author, sorted by the name of somebody else:
#   Ed Itor, editor; Ann Sample, author    ->   creator "Ed Itor", role "aut", file-as "Sample, Ann"
# The title is the short one, which stands first and is to be shown second; the other reader does so too, and
# has both people with the role of each.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund epub2@3.0.2 @lingo-reader/epub-parser@0.4.6 >/dev/null
cat >make.py <<'END'
import zipfile

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:isbn:9783161484100</dc:identifier><dc:language>en</dc:language>
<dc:title id="short">SAMPLE '27</dc:title>
<meta refines="#short" property="title-type">short</meta>
<meta refines="#short" property="display-seq">2</meta>
<dc:title id="main">Workshop on Samples</dc:title>
<meta refines="#main" property="title-type">main</meta>
<meta refines="#main" property="display-seq">1</meta>
<dc:creator id="ed">Ed Itor</dc:creator>
<meta refines="#ed" property="role" scheme="marc:relators">edt</meta>
<meta refines="#ed" property="file-as">Itor, Ed</meta>
<dc:creator id="ann">Ann Sample</dc:creator>
<meta refines="#ann" property="role" scheme="marc:relators">aut</meta>
<meta refines="#ann" property="file-as">Sample, Ann</meta>
<meta property="dcterms:modified">2027-09-14T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="nav"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>
<title>Contents</title></head><body><nav epub:type="toc"><ol><li><a href="nav.xhtml">Contents</a></li></ol>
</nav></body></html>"""
with zipfile.ZipFile("book.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", CONTAINER)
    book.writestr("book.opf", PACKAGE)
    book.writestr("nav.xhtml", NAV)
END
cat >try.mjs <<'END'
import { initEpubFile } from "@lingo-reader/epub-parser";
import epub2 from "epub2";
const { title, creator, role, ...more } = (await epub2.EPub.createAsync("book.epub")).metadata;
console.log(title, "|", creator, "|", role, "|", more["file-as"], "|", more["title-type"]);
const book = (await initEpubFile("book.epub", "images")).getMetadata();
console.log(book.title, "|", ...book.creator.map(({ contributor, role }) => `${contributor} ${role}.`));
process.exit();
END
python3 make.py
cat >wanted <<'END'
SAMPLE '27 | Ed Itor | aut | Sample, Ann | main
SAMPLE '27 | Ed Itor edt. Ann Sample aut.
END
node try.mjs >seen 2>/dev/null
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
