#!/bin/sh
# biblib-simple 0.1.2 (PyPI), Python 3.11; astrocite-bibtex 0.16.4 (npm), Node.js 20.
#
# Expected: BibTeX knows three ways to write a name: "First von Last", "von Last, First" and
# "von Last, Jr, First" (the manual of BibTeX, section 4). In braces a name is one piece.
# Seen: the first reader takes the third way for "von Last, First, Jr". The second one reads the two
# others, and takes a name of the first way with a particle as a family name as a whole:
#   Builder, Jr., Bob      biblib-simple   first "Jr.", jr "Bob"
#   Ann van der Sample     astrocite       family "Ann van der Sample"
#   {Example Group}        astrocite       family "Group", given "Example"
# The person stands under another letter, or has no given name that a style could shorten.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check biblib-simple==0.1.2
npm install --silent --no-audit --no-fund astrocite-bibtex@0.16.4 >/dev/null
cat >try.py <<'END'
from biblib.algo import parse_names

for name in parse_names("Builder, Jr., Bob and Ann van der Sample"):
    print(name)
END
cat >try.cjs <<'END'
const { parse } = require("astrocite-bibtex");
const names = "Builder, Jr., Bob and Ann van der Sample and van der Sample, Ann and {Example Group}";
const [work] = parse(`@book{a, author = {${names}}, title = {T}, publisher = {P}, year = 2027}`);
for (const author of work.author) console.log(JSON.stringify(author));
END
cat >wanted <<'END'
Name(first='Jr.', von='', last='Builder', jr='Bob')
Name(first='Ann', von='van der', last='Sample', jr='')
{"family":"Builder","given":"Bob","suffix":"Jr."}
{"family":"Ann van der Sample"}
{"family":"Sample","given":"Ann","non-dropping-particle":"van der"}
{"family":"Group","given":"Example"}
END
{ venv/bin/python try.py; node try.cjs; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
