#!/bin/sh
# pyphen 0.18.1 (PyPI), Python 3.11; beside it hyphen 1.14.1 and hypher 0.2.5 (npm), Node.js 20.
#
# Expected: a word with a hyphen in it, as half of the titles of German courses have one, is divided
# behind that hyphen without a second one, and never before it.
# Seen: the German list gives a place before the hyphen and one behind it, and wrap() and inserted() set
# another hyphen at both:
#   Machine-Learning-Kurs, 11 characters   "Machine--" and "Learning-Kurs"
#   E-Mail-Adresse, 7 characters           "E-Mail-" and "-Adresse"
# As marks for a browser (soft hyphens) the same places give two hyphens at the end of a line. The
# Italian, Spanish and English lists have the place behind as well. The two other libraries divide at
# neither.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pyphen==0.18.1
npm install --silent --no-audit --no-fund hyphen@1.14.1 hypher@0.2.5 hyphenation.de@0.2.1 >/dev/null
cat >try.py <<'END'
import pyphen

german = pyphen.Pyphen(lang="de_DE")
print(german.wrap("Machine-Learning-Kurs", 11), german.wrap("E-Mail-Adresse", 7))
for language, word in (("de_DE", "Machine-Learning-Kurs"), ("it_IT", "Online-Tutorial"), ("en_US", "data-driven")):
    print(pyphen.Pyphen(lang=language).inserted(word, "|"))
END
cat >try.cjs <<'END'
const Hypher = require("hypher");
const { hyphenateSync } = require("hyphen/de");
const other = new Hypher(require("hyphenation.de"));
for (const text of [hyphenateSync("Machine-Learning-Kurs"), other.hyphenateText("Machine-Learning-Kurs")]) {
  console.log(text.replaceAll("\u00ad", "|"));
}
END
cat >wanted <<'END'
('Machine--', 'Learning-Kurs') ('E-Mail-', '-Adresse')
Ma|chi|ne|-|Lear|ning|-|Kurs
On|li|ne-|Tu|to|rial
data-|driv|en
Ma|chi|ne-Lear|ning-Kurs
Ma|chi|ne-Learning-Kurs
END
{ venv/bin/python try.py; node try.cjs; } >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
