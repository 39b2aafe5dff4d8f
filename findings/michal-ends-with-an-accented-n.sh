#!/bin/sh
# latex2rtf 2.3.18a (Debian 12: latex2rtf 2.3.18a-3, fetched by apt-get), which turns papers in LaTeX into files for
# Word; read by striprtf 0.0.35 (PyPI), Python 3.11.
#
# Expected: \l is the Polish letter U+0142 and \L its capital, U+0141. The program's own table has it so
# (direct.cfg: \L 321, \l 322), and \H{o}, \v{c} and \'n come out right.
# Seen: both are one place off. The capital becomes the small letter, and the small one becomes N with an accent,
# U+0143; nothing is said:
#   \L{}ukasz Micha\l      łukasz MichaŃ
# The letters \dj, \dh, \th and \ng are left out, and the tail of \k{a} is cut off. Whoever corrects the Word file
# of a Polish author has a name in it that is spelt like no name, and it is the name by which the paper is found.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq latex2rtf=2.3.18a-3 2>downloads || { cat downloads; exit 1; }
dpkg -x latex2rtf*.deb .
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check striprtf==0.0.35
cat >paper.tex <<'END'
\documentclass{article}
\usepackage[T1]{fontenc}
\begin{document}
\L{}ukasz Micha\l, Erd\H{o}s, \v{C}apek, Wo\'zniak, \TH{}or, W\k{a}s
\end{document}
END
RTFPATH=usr/share/latex2rtf/cfg usr/bin/latex2rtf -P usr/share/latex2rtf/cfg paper.tex >report 2>&1
cat >read.py <<'END'
import pathlib

from striprtf.striprtf import rtf_to_text

print(rtf_to_text(pathlib.Path("paper.rtf").read_text()).strip())
END
cat >wanted <<'END'
łukasz MichaŃ, Erdős, Čapek, Woźniak, or, Was
END
venv/bin/python read.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; cat report; exit 1; }
echo "as described"
