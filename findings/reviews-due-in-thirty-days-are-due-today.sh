#!/bin/sh
# advdate of 20 October 1996 with datetime2 1.5.7 and pdfTeX 1.40.24 (TeX Live 2022 of Debian 12: texlive-latex-extra
# 2022.20230122-4); text of the PDF by pdftotext of poppler-utils 22.12.
#
# Expected: \AdvanceDate[30] adds thirty days to the date that \today prints, "e.g. in invoices payable within 14 days",
# as its source says; \SetDate sets it. A package that prints dates in another form prints the same date.
# Seen: datetime2 keeps the day of the run when it is loaded, in front of advdate or behind it, and its \today prints
# that one whatever was set or added since. Neither of the two says a word:
#   \SetDate[31/01/2027]\AdvanceDate[30]Reviews are due on \today.     Reviews are due on (the day of the run).
# A letter to reviewers or an invoice for a booth that gets a nicer date by one line in its preamble is due at once.
# \DTMdate{\the\year-\the\month-\the\day} prints the date that was meant.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for packages in advdate advdate,datetime2 datetime2,advdate; do
    cat >letter.tex <<END
\documentclass{article}
\pagestyle{empty}
\usepackage{$packages}
\begin{document}
\SetDate[31/01/2027]\AdvanceDate[30]Reviews are due on \today, \the\year-\the\month-\the\day.
\end{document}
END
    SOURCE_DATE_EPOCH=1800000000 FORCE_SOURCE_DATE=1 \
        pdflatex -interaction=nonstopmode -halt-on-error letter.tex >messages </dev/null
    pdftotext letter.pdf - | grep Reviews
done >seen
cat >wanted <<'END'
Reviews are due on March 2, 2027, 2027-3-2.
Reviews are due on 2027-01-15, 2027-3-2.
Reviews are due on 2027-01-15, 2027-3-2.
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
