#!/bin/sh
# python-slugify 9.2.0 with text-unidecode 1.3 (PyPI), Python 3.11; transliteration 2.6.1 (npm),
# Node.js 20. Beside them any-ascii 0.3.3 (npm).
#
# Expected: the letter ə of Azerbaijan's alphabet becomes "e" or "a" in a slug, as Ł becomes "l".
# Seen: the tables have "@" for it, as phonetic notations for keyboards write this sound. What was a
# vowel becomes a mark, and a slug has no place for marks:
#   Leyla Məmmədova -> leyla-m-mm-dova
#   Əliyev          -> liyev
# The address of a person's page loses the first letter of the name. any-ascii has Memmedova.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check python-slugify==9.2.0 text-unidecode==1.3
npm install --silent --no-audit --no-fund transliteration@2.6.1 any-ascii@0.3.3 >/dev/null
cat >try.py <<'END'
from slugify import slugify
for name in ("Leyla Məmmədova", "Əliyev", "Łukasz"):
    print(slugify(name))
END
cat >try.mjs <<'END'
import anyAscii from "any-ascii";
import { slugify, transliterate } from "transliteration";
console.log(transliterate("Leyla Məmmədova"), slugify("Əliyev"), anyAscii("Leyla Məmmədova"));
END
cat >wanted <<'END'
leyla-m-mm-dova
liyev
lukasz
Leyla M@mm@dova liyev Leyla Memmedova
END
{ venv/bin/python try.py; node try.mjs; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
