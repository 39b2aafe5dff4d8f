#!/bin/sh
# academic 0.11.2 (PyPI), which fills the pages of Hugo Blox, on which many groups show their
# papers, from BibTeX; Python 3.11.
#
# Expected: an abstract with a little LaTeX loses the commands and keeps the words, or keeps both.
# Seen: backslashes and braces are taken out and the names of commands stay, glued to the words; and
# before that, a command that begins like an accent or a letter becomes one (\u is a breve, \L a
# Polish letter). Nothing is said:
#   We \emph{only} use \texttt{trec}.     We emphonly use texttttrec.
#   At \url{https://example.org}.         At r̆lhttps://example.org.
#   In \LaTeX{}                           In ŁaTeX
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check academic==0.11.2
cat >works.bib <<'END'
@article{a, author={Ann Sample}, title={In \LaTeX{}}, journal={Journal}, year=2027,
  abstract={We \emph{only} use \texttt{trec}. At \url{https://example.org}.}}
END
venv/bin/academic import works.bib pages --compact >log 2>&1
grep -h -E '^(title|abstract):' pages/*/index.md >seen
cat >wanted <<'END'
title: In ŁaTeX
abstract: We emphonly use texttttrec. At r̆lhttps://example.org.
END
cmp -s seen wanted || { echo "now: $(cat seen log)"; exit 1; }
echo "as described"
