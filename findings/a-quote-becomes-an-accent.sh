#!/bin/sh
# LaTeX::Encode 0.092.0 (Debian 12: liblatex-encode-perl 0.092.0-2, libreadonly-perl 2.050-3 and
# libhtml-parser-perl 3.81-1+deb12u1, fetched by apt-get), which writes any text as LaTeX, Perl 5.36; the PDF is by
# pdfTeX 1.40.24 with lmodern (TeX Live 2022 of Debian 12) and read by pdftotext of poppler-utils 22.12.
#
# Expected: a text comes out of LaTeX as it went in; a straight quote is \textquotedbl, or a curly one.
# Seen: each quote becomes \textacutedbl, which is the accent of Hungarian, U+02DD, standing alone. On paper it
# looks nearly like a quote, set too high; who copies or searches the title has another character, and a reader
# of the screen says an accent:
#   a "long tail" study   ->   a ˝long tail˝ study
# A tilde is \texttildelow, which hangs below the line; the Hungarian ő itself is \unmatched{0151}, a command
# that no package has.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq liblatex-encode-perl=0.092.0-2 libreadonly-perl=2.050-3 libhtml-parser-perl=3.81-1+deb12u1 \
    2>downloads || { cat downloads; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
cat >try.pl <<'END'
use utf8;
use lib "usr/share/perl5", glob("usr/lib/*/perl5/*");
use LaTeX::Encode;
binmode STDOUT, ":utf8";
print latex_encode($_), "\n" for 'a "long tail" study', "~5 papers", "Erdő";
END
cat >paper.tex <<'END'
\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
\usepackage{textcomp}
\input glyphtounicode
\pdfgentounicode=1
\pagestyle{empty}
\begin{document}
END
perl try.pl >encoded
{ head -n 1 encoded; printf '\\end{document}\n'; } >>paper.tex
pdflatex -interaction=batchmode paper >/dev/null
pdftotext paper.pdf paper.txt
{ cat encoded; tr -d '\f' <paper.txt | grep .; } >seen
cat >wanted <<'END'
a {\textacutedbl}long tail{\textacutedbl} study
{\texttildelow}5 papers
Erd\unmatched{0151}
a ˝long tail˝ study
END
cmp -s seen wanted || { echo "now:"; cat seen; exit 1; }
echo "as described"
