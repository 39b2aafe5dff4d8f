#!/bin/sh
# trafilatura 2.3.1 (PyPI), Python 3.11.
#
# Expected: a page of a paper names each author in an element of its own, called citation_author, in
# the form "Sample, Ann", as arXiv does and Google Scholar reads it; two elements are two authors.
# Seen: each is divided at its comma, so that family names and given names are authors alike:
#   author  "Sample; Ann; Other; Bob"
# With "Ann Sample" there are two. Nobody can put the parts together again, where some of the names
# have one part alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check trafilatura==2.3.1 lxml_html_clean==0.4.6
cat >try.py <<'END'
import trafilatura

PAGE = """<html><head><title>A Study</title>
<meta name="citation_title" content="A Study">
<meta name="citation_author" content="{}">
<meta name="citation_author" content="{}">
</head><body><main><p>We study samples.</p></main></body></html>"""
for authors in (("Sample, Ann", "Other, Bob"), ("Ann Sample", "Bob Other")):
    print(trafilatura.extract_metadata(PAGE.format(*authors)).author)
END
cat >wanted <<'END'
Sample; Ann; Other; Bob
Ann Sample; Bob Other
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
