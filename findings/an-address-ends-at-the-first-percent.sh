#!/bin/sh
# bibtexparser 2.1.0 (PyPI), Python 3.11.
#
# Expected: its middleware that decodes LaTeX makes characters of commands. A percent sign begins no comment within
# BibTeX, the field url is set by \url, which takes it as it stands, and RFC 3986 (2.1) writes blanks and brackets
# so; or fields that hold an address are left alone, as the middleware for the way back has an option for them.
# Seen: each field is read as a line of LaTeX, in which everything behind the percent sign is a comment, and the
# tilde is a blank:
#   https://example.org/~ann/C%20and%20D.pdf     https://example.org/ ann/C
# The entry counts as read without a failure, and written again it has the shortened address. Lists of papers that
# are cleaned so lead to pages that do not exist, only for files whose names have a blank.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check bibtexparser==2.1.0
cat >try.py <<'END'
import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware

ENTRY = r"""@misc{a,
  title = {{\'E}t{\'e} at 50\% off},
  url = {https://example.org/~ann/C%20and%20D.pdf},
  howpublished = {\url{https://example.org/C%20and%20D.pdf}},
  doi = {10.1000/a%3Cb%3E}
}"""
library = bibtexparser.parse_string(ENTRY, append_middleware=[LatexDecodingMiddleware()])
for field in library.entries[0].fields:
    print(field.key, ascii(field.value))
print(len(library.failed_blocks), "failures")
END
cat >wanted <<'END'
title '\xc9t\xe9 at 50% off'
url 'https://example.org/\xa0ann/C'
howpublished 'https://example.org/C'
doi '10.1000/a'
0 failures
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
