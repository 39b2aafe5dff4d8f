#!/bin/sh
# extruct 0.18.0 (PyPI), Python 3.11.
#
# Expected: <time itemprop="startDate">2027-09-14</time> has the value 2027-09-14; HTML says that
# the text of the element is its date where there is no attribute (4.5.14), and microdata follow it.
# Seen: the value is the empty text. With the attribute, or with <span>, the date is there:
#   <time>            ""
#   <time datetime>   2027-09-14
# An event of schema.org comes out with a start that is known and empty.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check extruct==0.18.0 lxml_html_clean==0.4.6
cat >try.py <<'END'
import extruct
for element in (
    '<time itemprop="startDate">2027-09-14</time>',
    '<time itemprop="startDate" datetime="2027-09-14">14 September</time>',
    '<span itemprop="startDate">2027-09-14</span>',
):
    page = f'<div itemscope itemtype="https://schema.org/Event">{element}</div>'
    [event] = extruct.extract(page, syntaxes=["microdata"])["microdata"]
    print(repr(event["properties"]["startDate"]))
END
cat >wanted <<'END'
''
'2027-09-14'
'2027-09-14'
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
