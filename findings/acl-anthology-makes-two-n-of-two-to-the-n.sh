#!/bin/sh
# acl-anthology 1.3.4 (PyPI), the library with which the ACL Anthology makes its pages. Python 3.11.
#
# Expected: the plain text of a title says the same as the title, for example 2^n or 2ⁿ for a power.
# Seen: powers and indices stand in the line without a sign. "$2^n$" becomes "2n", which is another
# number, "$10^{-3}$" becomes "10-3", and "$x_{12}$" becomes "x12". As HTML the same titles are right.
# The plain text is what meta tags, feeds and search show.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check acl-anthology==1.3.4 typing_extensions==4.15.0
cat >titles.py <<'END'
from acl_anthology.text import MarkupText

for formula in ("2^n", "10^{-3}", "x_{12}", "a^2+b^2"):
    title = MarkupText.from_latex(f"Learning from ${formula}$ Samples")
    print(title.as_text())
print(MarkupText.from_latex("Learning from $2^n$ Samples").as_html())
END
venv/bin/python titles.py >seen
cat >wanted <<'END'
Learning from 2n Samples
Learning from 10-3 Samples
Learning from x12 Samples
Learning from a2+b2 Samples
Learning from <span class="tex-math">2<sup>n</sup></span> Samples
END
cmp -s seen wanted || { echo "now:"; cat seen; exit 1; }
echo "as described"
