#!/bin/sh
# acmart 1.88 with its option "anonymous", and censor 4.2, both with hyperref 7.00u and pdfTeX 1.40.24 (TeX Live
# 2022 of Debian 12: texlive-publishers and texlive-latex-extra 2022.20230122-4); read by pdfinfo and pdftotext of
# poppler-utils 22.12 and by pypdf 7.1.1 (PyPI), Python 3.11.
#
# Expected: what is hidden from reviewers is nowhere in the file. \anon{...} is ACM's own command for it and prints
# "ANONYMIZED", or the words in its brackets; \censor{...} draws a bar and does not set what is under it, which makes
# both better than a black box over the words.
# Seen: on the page it is so. Titles and headings are written into the PDF once more, for its metadata and its
# bookmarks. There both commands are taken away and what they hide is left, with one more warning among those that
# hyperref has for most papers:
#   \title{The \anon[Tool]{Secretool} System}     Title: The [Tool]Secretool System
#   \section{Overview of \anon{Secretool}}        Overview of Secretool
#   \section{Work of \censor{Ann Sample}}         Work of Ann Sample
# A viewer shows the title on its window and the headings beside the page, so that each reviewer reads the name.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check pypdf==7.1.1
cat >anon.tex <<'END'
\documentclass[sigconf,anonymous]{acmart}
\title{The \anon[Tool]{Secretool} System}
\author{Ann Sample}
\affiliation{\institution{Sample University}\city{Vienna}\country{Austria}}
\email{ann@example.org}
\begin{document}
\maketitle
\section{Overview of \anon{Secretool}}
We present \anon{Secretool}.
\end{document}
END
cat >censor.tex <<'END'
\documentclass{article}
\usepackage{censor,hyperref}
\begin{document}
\section{Work of \censor{Ann Sample}}
Work of \censor{Ann Sample}.
\end{document}
END
cat >bookmarks.py <<'END'
import sys

import pypdf

for bookmark in pypdf.PdfReader(sys.argv[1]).outline:
    print("bookmark:", bookmark.title)
END
for paper in anon censor; do
    for run in 1 2; do
        pdflatex -interaction=nonstopmode -halt-on-error "$paper" </dev/null >messages || { tail messages; exit 1; }
    done
    echo "$paper.pdf"
    pdftotext "$paper.pdf" - | grep -i -c -e secretool -e 'ann sample' || true
    pdfinfo "$paper.pdf" | grep '^Title: *[^ ]' | tr -s ' ' || true
    venv/bin/python bookmarks.py "$paper.pdf"
done >seen
cat >wanted <<'END'
anon.pdf
0
Title: The [Tool]Secretool System
bookmark: 1 Overview of Secretool
censor.pdf
0
bookmark: Work of Ann Sample
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
