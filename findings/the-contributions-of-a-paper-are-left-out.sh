#!/bin/sh
# jats 0.2.2 (PyPI), which makes Markdown of articles in JATS, Python 3.11.
#
# Expected: all of what stands in a section comes out: its paragraphs, its lists, its formulas. The same
# package's command for plain text has them all.
# Seen: in Markdown a section is its headings, paragraphs and tables. A list between two paragraphs, as most
# introductions end with one, and a formula on a line of its own are left out, without a sign:
#   We show: (list of two) Thus: (formula) Done.   ->   We show: / Thus: / Done.
# Of a list within a paragraph the words stay, without anything between them, and a footnote is glued to its
# word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check jats==0.2.2
cat >article.xml <<'END'
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article"><front><journal-meta>
<journal-title-group><journal-title>Journal</journal-title></journal-title-group></journal-meta>
<article-meta><title-group><article-title>Title</article-title></title-group></article-meta></front>
<body><sec><title>Introduction</title><p>We show:</p>
<list list-type="order"><list-item><p>a method,</p></list-item><list-item><p>a test.</p></list-item></list>
<p>Thus:</p><disp-formula><tex-math>E=mc^2</tex-math></disp-formula>
<p>We show: <list list-type="order"><list-item><p>data,</p></list-item><list-item><p>a proof.</p></list-item>
</list></p><p>Done<fn id="f"><p>For now.</p></fn>.</p></sec></body></article>
END
venv/bin/jats convert article.xml | grep . >seen
echo "as text: $(venv/bin/jats text article.xml | tr -s '\n ' ' ')" | sed 's/ *$//' >>seen
cat >wanted <<'END'
# Title
## Introduction
We show:
Thus:
We show: data,a proof.
DoneFor now..
as text: Introduction We show: a method, a test. Thus: E=mc^2 We show: data, a proof. Done For now. .
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
