#!/bin/sh
# pubmed-parser 0.5.1 with lxml 6.1.3 (PyPI), which reads articles in JATS, Python 3.11.
#
# Expected: the list of authors has all of the <contrib contrib-type="author">. Which place an author belongs to
# is said by an <xref ref-type="aff"> if there are several; where all come from one, there need be none.
# Seen: an author is listed once for each such reference, and whoever has none is not listed. The paper of two
# people of one university has no authors, the one with a second university has one; the library says nothing:
#   no reference           []
#   one author with two    [['Other', 'Bob', 'a1'], ['Other', 'Bob', 'a2']]
# Of a reference in the list at the end, the words behind the title belong to it: "On Search. In".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pubmed-parser==0.5.1 lxml==6.1.3
cat >try.py <<'END'
import pathlib

import pubmed_parser

ARTICLE = """<article><front><journal-meta><journal-title-group><journal-title>Samples</journal-title>
</journal-title-group></journal-meta><article-meta><title-group><article-title>Samples</article-title>
</title-group><contrib-group>
<contrib contrib-type="author"><name><surname>Sample</surname><given-names>Ann</given-names></name></contrib>
<contrib contrib-type="author"><name><surname>Other</surname><given-names>Bob</given-names></name>%s</contrib>
<aff id="a1"><institution>Sample University</institution></aff>
<aff id="a2"><institution>Other University</institution></aff></contrib-group>
<pub-date pub-type="collection"><year>2027</year></pub-date></article-meta></front>
<back><ref-list><ref id="b1"><mixed-citation publication-type="confproc"><name><surname>Third</surname>
<given-names>Cid</given-names></name>: <article-title>On Search</article-title>. In <source>Proceedings of
Samples</source>, <year>2021</year>.</mixed-citation></ref></ref-list></back></article>"""
places = '<xref ref-type="aff" rid="a1"/><xref ref-type="aff" rid="a2"/>'
for text in (ARTICLE % "", ARTICLE % places):
    pathlib.Path("paper.xml").write_text(text, encoding="utf-8")
    print(pubmed_parser.parse_pubmed_xml("paper.xml")["author_list"])
print(pubmed_parser.parse_pubmed_references("paper.xml")[0]["article_title"])
END
cat >wanted <<'END'
[]
[['Other', 'Bob', 'a1'], ['Other', 'Bob', 'a2']]
On Search. In
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
