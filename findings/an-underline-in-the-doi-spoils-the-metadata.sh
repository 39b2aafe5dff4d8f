#!/bin/sh
# hyperxmp 5.9 with hyperref 7.00u (TeX Live 2022 of Debian 12: texlive-latex-extra 2022.20230122-4), read
# by pdfinfo of poppler-utils 22.12 and by the XML parser of Python 3.11.
#
# Expected: \_ is an underline, as in all of LaTeX, in each field that the package writes into the metadata
# of a PDF (XMP, which is XML). The DOIs of chapters in volumes of proceedings often have one.
# Seen: in the title and in an address for letters it is one, in the name of an author a space. In the DOI
# and the address of the page it is the control character U+0015, which XML 1.0 (2.2) forbids, so that no
# reader gets any of the metadata, not even the title. Without a backslash it is left out, with a warning;
# \string_ is kept:
#   10.1000/978-3-0-0\_7        10.1000/978-3-0-0^U7   not well-formed
#   10.1000/978-3-0-0_7         10.1000/978-3-0-07     another DOI
# The page looks right, and LaTeX has nothing to say about the first.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >try.py <<'END'
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

SOURCE = r"""\documentclass{article}
\usepackage{hyperxmp,hyperref}
\hypersetup{pdftitle={Title\_a},pdfauthor={Ann\_Sample},pdfcontactemail={ann\_b@example.org},
  pdfdoi={10.1000/978-3-0-0%s7}}
\begin{document}
x
\end{document}
"""
for underline in (r"\_", "_", r"\string_"):
    with open("paper.tex", "w") as file:
        file.write(SOURCE % underline)
    line = ["pdflatex", "-interaction=batchmode", "paper.tex"]
    subprocess.run(line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    xmp = subprocess.run(["pdfinfo", "-meta", "paper.pdf"], capture_output=True, text=True).stdout
    for line in xmp.splitlines():
        if "prism:doi>" in line or ">Ann" in line or ">Title" in line or ">ann" in line:
            print(ascii(line.strip()))
    with open("paper.log", errors="replace") as file:
        print("warned" if "Token not allowed" in file.read() else "nothing said")
    try:
        ElementTree.fromstring(xmp.split("?>", 1)[1].rsplit("<?", 1)[0])
        print("well-formed")
    except ElementTree.ParseError as error:
        print(str(error).split(":")[0])
END
cat >wanted <<'END'
'<rdf:li xml:lang="x-default">Title_a</rdf:li>'
'<rdf:li>Ann Sample</rdf:li>'
'<Iptc4xmpCore:CiEmailWork>ann_b@example.org</Iptc4xmpCore:CiEmailWork>'
'<prism:doi>10.1000/978-3-0-0\x157</prism:doi>'
nothing said
not well-formed (invalid token)
'<rdf:li xml:lang="x-default">Title_a</rdf:li>'
'<rdf:li>Ann Sample</rdf:li>'
'<Iptc4xmpCore:CiEmailWork>ann_b@example.org</Iptc4xmpCore:CiEmailWork>'
'<prism:doi>10.1000/978-3-0-07</prism:doi>'
warned
well-formed
'<rdf:li xml:lang="x-default">Title_a</rdf:li>'
'<rdf:li>Ann Sample</rdf:li>'
'<Iptc4xmpCore:CiEmailWork>ann_b@example.org</Iptc4xmpCore:CiEmailWork>'
'<prism:doi>10.1000/978-3-0-0_7</prism:doi>'
nothing said
well-formed
END
python3 try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
