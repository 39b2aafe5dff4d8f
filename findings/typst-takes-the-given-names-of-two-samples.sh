#!/bin/sh
# typst 0.15.2 (PyPI), Python 3.11; texts of the PDF by pypdf 7.1.1.
#
# Expected: where two authors have one family name, an author-date style adds given names, so that
# readers tell them apart.
# Seen: with Chicago's style the given names of both are taken away, from the bibliography too:
#   Ana Sample                Sample, Ana. 2027. "Etude."
#   Ana Sample, Bob Sample    Sample. 2027. "Etude."  Sample. 2027. "Fugue."
#   Ana Sample, Bob Other     Sample, Ana. 2027. "Etude."  Other, Bob. 2027. "Canon."
# Both works by the Samples are then cited as (Sample 2027), and nothing is said.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check typst==0.15.2 pypdf==7.1.1
cat >works.bib <<'END'
@article{ana, title={Etude}, author={Sample, Ana}, journal={Journal}, year={2027}}
@article{bob, title={Fugue}, author={Sample, Bob}, journal={Journal}, year={2027}}
@article{other, title={Canon}, author={Other, Bob}, journal={Journal}, year={2027}}
END
cat >try.py <<'END'
import io

import typst
from pypdf import PdfReader

for cited in ("@ana", "@ana @bob", "@ana @other"):
    with open("works.typ", "w") as file:
        file.write(f'{cited}\n#bibliography("works.bib", style: "chicago-author-date")\n')
    pdf = PdfReader(io.BytesIO(typst.compile("works.typ")))
    print(" ".join(pdf.pages[0].extract_text().split()))
END
cat >wanted <<'END'
(Sample 2027) Bibliography Sample, Ana. 2027. “Etude.” Journal,.
(Sample 2027; Sample 2027) Bibliography Sample. 2027. “Etude.” Journal,. Sample. 2027. “Fugue.” Journal,.
(Sample 2027; Other 2027) Bibliography Other, Bob. 2027. “Canon.” Journal,. Sample, Ana. 2027. “Etude.” Journal,.
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
