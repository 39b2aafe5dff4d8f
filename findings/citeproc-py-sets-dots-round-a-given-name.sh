#!/bin/sh
# citeproc-py 0.11.1 (PyPI), Python 3.11.
#
# Expected: a style that asks for initials (initialize-with=". ") leaves a Chinese or Japanese name
# whole; there are no initials in that script, and both names are written without a space.
# Seen: dots are set round the given name, although it is not shortened, and a comma divides the
# two:
#   王, . 小明 .
# Most styles of proceedings ask for initials, and print this for each such name.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check citeproc-py==0.11.1
cat >try.py <<'END'
import warnings
from citeproc import (Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle,
                      formatter)
from citeproc.source.json import CiteProcJSON
warnings.simplefilter("ignore")
open("initials.csl", "w").write("""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"
class="in-text" default-locale="en-US"><info><title>T</title><id>t</id>
<updated>2027-01-01T00:00:00Z</updated></info><citation><layout><text variable="title"/></layout>
</citation><bibliography><layout><names variable="author">
<name name-as-sort-order="all" initialize-with=". "/></names></layout></bibliography></style>""")
style = CitationStylesStyle("initials.csl", validate=False)
for family, given in (("王", "小明"), ("Sample", "Ann")):
    author = [{"family": family, "given": given}]
    source = CiteProcJSON([{"id": "a", "type": "book", "title": "X", "author": author}])
    volume = CitationStylesBibliography(style, source, formatter.plain)
    volume.register(Citation([CitationItem("a")]))
    print(str(volume.bibliography()[0]).strip())
END
cat >wanted <<'END'
王, . 小明 .
Sample, A.
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
