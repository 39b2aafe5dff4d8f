#!/bin/sh
# checkcites 2.6 with BibTeX 0.99d and pdfTeX 1.40.24 (TeX Live 2022 of Debian 12: texlive-luatex 2022.20230122-3),
# which tells what a paper cites and its bibliography lacks, and the other way round.
#
# Expected: a reference may stand in one line, and in round brackets, as BibTeX has it ("@" type, then braces or
# parentheses). Some programs write one line each, and a checker finds the same keys as BibTeX, which has no
# complaint.
# Seen: the key is taken to end at the last comma of its line. Of references in one line all are unused, and all
# are missing; a paper that is right has two long reports. In round brackets they are not seen:
#   @article{a, author={Sample, Ann}, title={A}, ...     unused: "a, author={Sample, Ann}, title={A}, journal={J}"
# Once each field has its line, nothing is reported.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >lines.bib <<'END'
@article{a, author={Sample, Ann}, title={A}, journal={J}, year=2027}
@article{b, author={Other, Bob}, title={B}, journal={J}, year=2027}
@article(c,
  author={Third, Cid},
  title={C},
  journal={J},
  year=2027
)
END
sed 's/, \([a-z]*=\)/,\n  \1/g; s/^@article(/@article{/; s/^)/}/' lines.bib >fields.bib
for name in lines fields; do
    cat >$name.tex <<END
\\documentclass{article}
\\begin{document}
\\cite{a, b, c}
\\bibliographystyle{plain}
\\bibliography{$name}
\\end{document}
END
    pdflatex -interaction=batchmode $name >/dev/null
    bibtex $name >bibtex.$name || cat bibtex.$name
    echo "$name: $(grep -c bibitem $name.bbl) printed"
    checkcites $name.aux >report 2>&1 || true
    grep -E '^(Unused|Undefined) references|^=>' report
done >seen
cat >wanted <<'END'
lines: 3 printed
Unused references in your TeX document: 2
=> a, author={Sample, Ann}, title={A}, journal={J}
=> b, author={Other, Bob}, title={B}, journal={J}
Undefined references in your TeX document: 3
=> a
=> b
=> c
fields: 3 printed
Unused references in your TeX document: 0
Undefined references in your TeX document: 0
END
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
