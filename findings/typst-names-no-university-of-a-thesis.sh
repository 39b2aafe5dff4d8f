#!/bin/sh
# typst 0.15.2 (PyPI), Python 3.11; texts of the PDF by pypdf 7.1.1.
#
# Expected: a bibliography names the university of a thesis and the institution of a report, which
# BibTeX requires (`school`, `institution`) and the styles print.
# Seen: both are left out in each of the styles tried, ACM's, APA's, IEEE's and Springer's; the town
# behind the missing university is printed by one of them:
#   ieee    Z. Placeholder, "Thesis," Doctoral dissertation, Graz, 2026.
#   apa     Placeholder, Z. (2026). Thesis [Doctoral dissertation].
# Nothing is said.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check typst==0.15.2 pypdf==7.1.1
cat >works.bib <<'END'
@phdthesis{e, title={Thesis}, author={Placeholder, Zoe}, school={University of Somewhere},
  address={Graz}, year={2026}}
@techreport{d, title={Report}, author={Example, Ana}, institution={Institute of Examples},
  number={7}, year={2027}}
@book{b, title={Book}, author={Sample, Bob}, publisher={Press of Nowhere}, year={2025}}
END
cat >try.py <<'END'
import io

import typst
from pypdf import PdfReader

STYLES = (
    "association-for-computing-machinery",
    "apa",
    "ieee",
    "springer-lecture-notes-in-computer-science",
)
for style in STYLES:
    with open("works.typ", "w") as file:
        file.write(f'@e @d @b\n#bibliography("works.bib", style: "{style}")\n')
    pdf = PdfReader(io.BytesIO(typst.compile("works.typ")))
    text = " ".join(pdf.pages[0].extract_text().split())
    for name in ("University of Somewhere", "Institute of Examples", "Press of Nowhere"):
        print(style, name, name in text)
END
cat >wanted <<'END'
association-for-computing-machinery University of Somewhere False
association-for-computing-machinery Institute of Examples False
association-for-computing-machinery Press of Nowhere True
apa University of Somewhere False
apa Institute of Examples False
apa Press of Nowhere True
ieee University of Somewhere False
ieee Institute of Examples False
ieee Press of Nowhere True
springer-lecture-notes-in-computer-science University of Somewhere False
springer-lecture-notes-in-computer-science Institute of Examples False
springer-lecture-notes-in-computer-science Press of Nowhere True
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
