#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17, PyPI), Python 3.11.
#
# Expected: pandoc knows LaTeX's package siunitx; a unit that it does not know stays in some form.
# Seen: of the units that siunitx brings, byte and bit are left out, and their prefixes with them, so
# that the number stands alone, or with what is left of its unit. Physics is complete:
#   \SI{16}{\giga\byte} of memory     16 of memory
#   \SI{10}{\giga\bit\per\second}     10 s⁻¹
#   \SI{5}{\kilo\watt\hour}           5 kW h
# Only with --verbose a line says that commands were skipped.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17
cat >try.py <<'END'
import pypandoc

for unit in (r"\giga\byte", r"\gibi\byte", r"\giga\bit\per\second", "GB", r"\kilo\watt\hour"):
    text = pypandoc.convert_text(rf"with \SI{{16}}{{{unit}}} each", "plain", format="latex")
    print(unit, "->", *text.split())
END
cat >wanted <<'END'
\giga\byte -> with 16 each
\gibi\byte -> with 16 each
\giga\bit\per\second -> with 16 s⁻¹ each
GB -> with 16 GB each
\kilo\watt\hour -> with 16 kW h each
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
