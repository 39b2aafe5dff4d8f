#!/bin/sh
# fpdf2 2.8.9 (PyPI), its PDF read by pypdf 7.1.1, Python 3.11.
#
# Expected: with markdown=True a text may have **strong** and __italic__ words. Two hyphens mean nothing
# to Markdown (CommonMark), or they are the dash of a range, as TeX and every "smart" Markdown have it.
# Seen: two hyphens are this library's sign for underlined text. They are taken out wherever they stand,
# with or without spaces, even if there is only one pair of them and nothing to close:
#   pp. 1--9                 pp. 19
#   July 1--2 or 8--9        July 12 or 89
#   Ann -- Bob -- Cem        Ann  Bob  Cem
# A range of pages is one page and two days are another one, with a line below that looks like emphasis.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check fpdf2==2.8.9 pypdf==7.1.1
cat >try.py <<'END'
import io

import fpdf
import pypdf

for text in ("pp. 1--9", "July 1--2 or 8--9", "Ann -- Bob -- Cem", "pp. 1-9", "the **best** one"):
    pdf = fpdf.FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.multi_cell(0, text=text, markdown=True)
    print(text, "|", pypdf.PdfReader(io.BytesIO(pdf.output())).pages[0].extract_text())
END
cat >wanted <<'END'
pp. 1--9 | pp. 19
July 1--2 or 8--9 | July 12 or 89
Ann -- Bob -- Cem | Ann  Bob  Cem
pp. 1-9 | pp. 1-9
the **best** one | the best one
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
