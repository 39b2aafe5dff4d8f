#!/bin/sh
# pandoc 3.9 (pypandoc_binary 1.17), beside it python-docx 1.2.0 (PyPI), Python 3.11.
#
# Expected: a paper goes from LaTeX to Word, for somebody to correct, and comes back with its
# references; pandoc reads a reference to a heading that Word made, and leads it to that heading.
# Seen: of the Word files that pandoc itself writes, the links come back with their old targets, and
# no target has its old name: headings get a name from their words, figures and tables have none:
#   \section{Our Method}\label{sec:m}   Section~\ref{sec:m}     before
#   \section{Our Method}\label{our-method}   Section~\hyperref[sec:m]{1}     after
# pandoc sets the bookmark before the paragraph of the heading, and Word within it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypandoc_binary==1.17 python-docx==1.2.0
cat >try.py <<'END'
import re

import pypandoc
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag, **attributes):
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


pypandoc.convert_text(r"""\section{Our Method}\label{sec:m} Section~\ref{sec:m}, Table~\ref{tab:r}.

\begin{table}\caption{Results}\label{tab:r}\begin{tabular}{l}A\end{tabular}\end{table}
""", "docx", format="latex", outputfile="pandoc.docx")
document = Document()
heading = document.add_heading("Our Method", level=1)
heading._p.insert(1, element("bookmarkStart", id="1", name="sec:m"))
heading._p.append(element("bookmarkEnd", id="1"))
link = element("hyperlink", anchor="sec:m")
link.append(document.add_paragraph().add_run("1")._r)
document.paragraphs[-1]._p.append(link)
document.save("word.docx")
for name in ("pandoc.docx", "word.docx"):
    page = pypandoc.convert_file(name, "html")
    print(name, *re.findall(r'(?:href="#|id=")[^"]*', page))
END
cat >wanted <<'END'
pandoc.docx id="our-method href="#sec:m href="#tab:r
word.docx id="our-method href="#our-method
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
