#!/bin/sh
# OpenDetex 2.8.9 (detex of TeX Live 2022 of Debian 12: texlive-binaries 2022.20220321.62855-5.1+deb12u1), by which
# texts in LaTeX are counted and given to spelling checkers.
#
# Expected: commands are taken out and words stay, also those that are emphasized, underlined or marked (\emph,
# \underline, \hl); of \textcolor{blue}{...} the colour goes and the text stays.
# Seen: \textcolor, \colorbox and \fcolorbox go with all that is in them. Authors set in colour what they changed
# for the reviewers, and just that is neither counted nor checked; {\color{blue} ...} loses the command alone:
#   We \emph{show} \textcolor{blue}{no} gain.     We show  gain.
# An escaped sign goes with its backslash, so that a fee of \$5 is 5 and R\&D is RD. The address of a link stays
# and is glued to its text; so is the number of columns of a cell.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >paper.tex <<'END'
\begin{document}
We \emph{show} \underline{no} gain.

We \emph{show} \hl{no} gain.

We \emph{show} {\color{blue} no} gain.

We \emph{show} \textcolor{blue}{no} gain.

We \emph{show} \colorbox{yellow}{no} gain.

It costs \$5 for R\&D and 5\% of it.

\href{https://example.org}{Samples}
\end{document}
END
cat >wanted <<'END'
We show no gain.
We show no gain.
We show  no gain.
We show  gain.
We show  gain.
It costs 5 for RD and 5% of it.
https://example.orgSamples
END
detex paper.tex | grep . >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
