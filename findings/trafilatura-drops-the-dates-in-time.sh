#!/bin/sh
# trafilatura 2.3.1 (PyPI), Python 3.11; beside it html2text 2025.4.15 and inscriptis 2.7.6.
#
# Expected: <time datetime="2027-06-10">June 10</time>, the element that HTML has for dates, is text
# of its sentence like any other inline element; its date is even the one that a program can read.
# Seen: the element is cut out with its text, and the sentence goes on behind it:
#   The deadline is on for all of the papers.
# The two others keep it, and so does trafilatura itself on a page with little text. The better a
# call marks up its dates, the fewer are left.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check trafilatura==2.3.1 lxml_html_clean==0.4.6 \
    html2text==2025.4.15 inscriptis==2.7.6
cat >try.py <<'END'
import html2text, inscriptis, trafilatura
date = "<p>The deadline is on <time datetime='2027-06-10'>June 10</time> for all of the papers.</p>"
text = "<p>We welcome papers of up to nine pages on search, ranking and recommendation, on their " \
    "evaluation with users and without them, and on what they do to the people who use them.</p>"
page = f"<html><body><article><h1>Call for Papers</h1>{text}{date}{text}</article></body></html>"
for output_format in ("txt", "markdown"):
    lines = trafilatura.extract(page, output_format=output_format).splitlines()
    print(*(line for line in lines if "deadline" in line))
print(html2text.html2text(date).strip())
print(inscriptis.get_text(date).strip())
END
cat >wanted <<'END'
The deadline is on for all of the papers.
The deadline is on for all of the papers.
The deadline is on June 10 for all of the papers.
The deadline is on June 10 for all of the papers.
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
