"""The packages that ACM's production accepts.

The names are those of ACM's page and of the list for programs that it links to; packages that
acmart loads itself are production's own and need not be named.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

SOURCE = "https://authors.acm.org/proceedings/production-information/accepted-latex-packages"
READ = "2026-07-22"
"""The day on which the list was read."""

_NAMES = """
abstract acronym algorithm algorithm2e algorithmic alltt amsbsy amscd amsfonts amsgen amsmath
amsmidx amsopn amssymb amstext amsthm amsxtra apacite appendix auxhook balance bbding bbold bm
bold-braces braket breakurl calc cancel ccicons centernot cgloss4e changes checkend CJK clean
cleveref cmap color colortbl comma coollist coolstr crossreftools curves datenumber dcolumn decimal
delarray dirtytalk draftwatermark enumitem epigraph epstopdf esdiff etex eucal eufrak fancybox
fancyhdr fancyvrb fix-cm fixfoot fixltx2e fixme flafter float fontawesome fontawesome5 fontenc
forloop fp framed gb4e geometry glossaries graphics graphicx graphpap harmony html hyperref ifpdf
ifthen index inputenc iopams keyval kvoptions listings lscape makecell makeidx maple2e mapleenv
mapleplots maplestyle mapletab mapleutil mathabx mathptmx mathtool mathtools mciteplus microtype
multirow natbib newlfont nicefrac nomencl nopageno oldlfont overword physics pifont rotating
setspace shortvrb showidx SIunits siunitx stfloats stmaryrd soul subcaption subfig subfigure suffix
svg tabular textcase textcomp textgreek tfrupee tipa tipx titlepage tloop totpages trimspaces units
upmath url verbatim wrapfig xcolor xfrac xspace
"""
ACCEPTED = frozenset(_NAMES.split())


def is_accepted(package: str) -> bool:
    """Whether production takes a document that loads a package."""
    return package in ACCEPTED or package in _of_the_class()


_REQUIRED = re.compile(r"^[^%\n]*\\RequirePackage(?:\[[^\]]*\])?\{([^}]*)\}", re.MULTILINE)
r"""`\RequirePackage[sort]{natbib}`"""


@cache
def _of_the_class() -> frozenset[str]:
    """The packages that the installed acmart loads."""
    path = shutil.which("kpsewhich")
    if path is None:
        return frozenset()
    said = subprocess.run([path, "acmart.cls"], capture_output=True, text=True, check=False)
    file = Path(said.stdout.strip())
    if not file.is_file():
        return frozenset()
    listed = ",".join(_REQUIRED.findall(file.read_text(encoding="utf-8", errors="replace")))
    return frozenset(name.strip() for name in listed.split(","))
