#!/bin/sh
# litdown 0.7.0 (PyPI), which makes Markdown of articles in JATS, as people and language models read them, Python 3.11.
#
# Expected: a reference whose parts are marked has its author, its year and its pages in Markdown too, whatever it is
# marked as. A talk at a conference has the name of the conference in <conf-name>, and need not have a <source> (JATS
# 1.3, <element-citation>). A keyword is its whole text.
# Seen: year, volume and pages are written behind a source, and where there is none they are left out with the name of
# the conference. Authors are looked for in groups alone, which JATS does not ask for. Of a keyword that has a part in
# italics or lowered, the text before it is left:
#   Other B. Talk. WSDM, 2020, 1-9        Other B. Talk.
#   Other B (without a group). Note.      Note.
#   k-anonymity, with k in italics        (nothing)
#   H2O, with the 2 lowered               H
# Nothing is said, and a reference with a source beside them has all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check litdown==0.7.0
cat >article.xml <<'END'
<article><front><article-meta><title-group><article-title>Title</article-title></title-group>
<kwd-group><kwd>search</kwd><kwd><italic>k</italic>-anonymity</kwd><kwd>H<sub>2</sub>O</kwd></kwd-group>
</article-meta></front><body><sec><title>Section</title><p>Text.</p></sec></body><back><ref-list>
<ref id="a"><element-citation publication-type="confproc"><person-group person-group-type="author"><name>
<surname>Other</surname><given-names>B</given-names></name></person-group><article-title>Talk</article-title>
<conf-name>WSDM</conf-name><year>2020</year><fpage>1</fpage><lpage>9</lpage></element-citation></ref>
<ref id="b"><element-citation publication-type="journal"><name><surname>Other</surname><given-names>B</given-names>
</name><article-title>Note</article-title><source>Journal</source><year>2021</year></element-citation></ref>
<ref id="c"><element-citation publication-type="confproc"><person-group person-group-type="author"><name>
<surname>Other</surname><given-names>B</given-names></name></person-group><article-title>Paper</article-title>
<source>Proceedings</source><year>2022</year><fpage>1</fpage><lpage>9</lpage></element-citation></ref>
</ref-list></back></article>
END
cat >wanted <<'END'
**Keywords:** search, H
Other B. Talk.
Note. *Journal* 2021.
Other B. Paper. *Proceedings* 2022:1–9.
END
venv/bin/python -m litdown article.xml | grep -e Keywords -e Talk -e Note -e Paper >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
