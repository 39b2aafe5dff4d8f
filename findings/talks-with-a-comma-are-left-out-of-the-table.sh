#!/bin/sh
# csvsimple 2.3.2 (TeX Live 2022 of Debian 12: texlive-latex-extra 2022.20230122-4), both of its versions,
# beside it datatool 2.32; text of the PDF by pdftotext of poppler-utils 22.12.
#
# Expected: "Sample, Ann" between quotes is one cell of a CSV file (RFC 4180, 2), as every spreadsheet
# writes it; a package that cannot read that stops, or prints the quotes and sets the rest askew.
# Seen: the comma between the quotes divides. The line has then one cell too many, and lines with another
# number of cells than the first one are left out, so that the program is printed without these talks:
#   09:00,"Sample, Ann",Opening
#   09:30,Bob Other,"Search, Rank"
#   12:00,Eve Third,Lunch            ->   12:00 Eve Third Lunch
# No error and no warning; an option for a warning exists and is off. datatool prints all three.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >talks.csv <<'END'
hour,speaker,title
09:00,"Sample, Ann",Opening
09:30,Bob Other,"Search, Rank"
12:00,Eve Third,Lunch
END
read_talks='\csvreader[head to column names]{talks.csv}{}{\par\hour\ \speaker\ \title}'
for version in legacy l3; do
    cat >"$version.tex" <<END
\documentclass{article}
\usepackage[$version]{csvsimple}
\pagestyle{empty}
\begin{document}
$read_talks
\end{document}
END
done
cat >datatool.tex <<'END'
\documentclass{article}
\usepackage{datatool}
\pagestyle{empty}
\begin{document}
\DTLloaddb{talks}{talks.csv}
\DTLforeach{talks}{\hour=hour,\speaker=speaker,\talk=title}{\par\hour\ \speaker\ \talk}
\end{document}
END
for name in legacy l3 datatool; do
    pdflatex -interaction=nonstopmode -halt-on-error "$name.tex" </dev/null >/dev/null
    echo "$name, $(grep -ci 'csv.*warning' "$name.log" || true) warnings"
    pdftotext -layout "$name.pdf" - | tr -d '\f' | sed 's/^ *//' | grep . || true
done >seen
cat >wanted <<'END'
legacy, 0 warnings
12:00 Eve Third Lunch
l3, 0 warnings
12:00 Eve Third Lunch
datatool, 0 warnings
09:00 Sample, Ann Opening
09:30 Bob Other Search, Rank
12:00 Eve Third Lunch
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
