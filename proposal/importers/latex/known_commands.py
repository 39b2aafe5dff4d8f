"""Which commands and environments a paper may use, and which arguments they take.

The parser must know the arguments of a command to find where they end. What stands here is
what `acmart`'s guide, LaTeX itself and the packages that papers load most often define.
"""

from __future__ import annotations

from collections.abc import Mapping

from pylatexenc.latexwalker import get_default_latex_context_db
from pylatexenc.macrospec import LatexContextDb, MacroSpec, std_environment

from proposal.importers.latex.class_commands import ARGUMENTS as OF_OTHER_CLASSES
from proposal.importers.latex.class_commands import NOT_PRINTED

_ARGUMENTS = {
    "": "and appendix balance centering raggedright raggedleft maketitle noindent indent par "
    "newline newpage clearpage cleardoublepage smallskip medskip bigskip hfill vfill "
    "tableofcontents hline tabularnewline xspace sloppy "
    "em it bf tt sc sl sf rm itshape bfseries ttfamily scshape slshape sffamily rmfamily upshape "
    "mdseries normalfont tiny scriptsize footnotesize small normalsize large Large LARGE huge "
    "Huge shortauthors shorttitle looseness",
    "[": "item authornotemark footnotemark linebreak nolinebreak pagebreak nopagebreak toprule "
    "midrule bottomrule addlinespace cmidrule printbibliography",
    "{": "orcid authornote additionalaffiliation authorsaddresses titlenote subtitlenote subtitle "
    "institution position city state country postcode streetaddress keywords acmBooktitle "
    "acmYear acmMonth acmDOI acmISBN acmPrice acmArticle acmArticleSeq acmSubmissionID "
    "acmVolume acmNumber acmJournal copyrightyear setcopyright settopmatter startPage editor "
    "citestyle bibliographystyle bibliography nocite url nolinkurl path hypersetup graphicspath "
    "textsuperscript textsubscript underline uline mbox hbox textbf textit textsl textsc textsf "
    "texttt textrm textup textmd textnormal emph enquote label ref pageref autoref cref Cref "
    "eqref nameref thanks pagestyle thispagestyle pagenumbering author* pdfbookmark acmBadge "
    "acmBadgeR acmBadgeL hyphenation vskip phantom hphantom "
    "citenum shortcite",
    "[{": "title author email affiliation department ccsdesc setcctype received caption "
    "Description footnote footnotetext paragraph subparagraph hyperref documentclass "
    "usepackage RequirePackage bibitem adjustbox addbibresource",
    "*{": "hspace vspace enlargethispage",
    "*[{": "section subsection subsubsection chapter part",
    "*[[{": "cite citep citet citealp citealt citeauthor citeyear citeyearpar parencite textcite "
    "Citet Citep footcite",
    "[[{": "includegraphics",
    "[{{{": "acmConference",
    "{{": "href setcounter addtocounter setlength addtolength texorpdfstring resizebox scalebox",
    "{{{": "multicolumn",
    "[{[{": "multirow",
    "*[": "\\",
}
"""Commands by their arguments: `{` one in braces, `[` an optional one, `*` a star."""

_SAME_AGAIN = {"paragraph": "*[{", "subparagraph": "*[{", "multirow": "[{[{{", "rule": "[{{"}

BUILT_IN = frozenset(name for names in _ARGUMENTS.values() for name in names.split())
"""Commands that are read as LaTeX's and acmart's own, whatever a paper redefines."""

_ENVIRONMENTS = {
    None: "document abstract acks quote quotation verse center flushleft flushright frontmatter "
    "keyword keywords IEEEkeywords teaserfigure titlepage small footnotesize sidebar "
    "marginfigure margintable",
    "[": "figure figure* table table* itemize enumerate description compactitem compactenum "
    "inparaenum",
    "{": "IEEEbiographynophoto thebibliography multicols anonsuppress",
    "{{": "list tabulary",
    "[{": "IEEEbiography tabular minipage longtable",
    "{[{": "tabular* tabularx",
}

VERBATIM = ("verbatim", "lstlisting", "CCSXML", "comment")
"""Environments in which nothing is a command."""


def context(shapes: Mapping[str, str] | None = None) -> LatexContextDb:
    """What the parser knows of LaTeX, `acmart`, other classes and common packages.

    Args:
        shapes: the arguments of commands that a paper's class has otherwise than `acmart`.
    """
    known = get_default_latex_context_db()
    macros = {
        name: MacroSpec(name, arguments)
        for arguments, names in (*OF_OTHER_CLASSES.items(), *_ARGUMENTS.items())
        for name in names.split()
    }
    macros |= {name: MacroSpec(name, arguments) for name, arguments in _SAME_AGAIN.items()}
    macros |= {name: MacroSpec(name, arguments) for name, arguments in (shapes or {}).items()}
    known.add_context_category(
        "papers",
        macros=list(macros.values()),
        environments=[
            std_environment(name, arguments)
            for arguments, names in _ENVIRONMENTS.items()
            for name in names.split()
        ],
        prepend=True,
    )
    return known


ADDRESSES = {"url", "nolinkurl", "path", "href"}
"""Commands whose first argument is an address, in which a percent sign is no comment."""

SETTINGS = {
    "acmArticleSeq", "acmBadge", "acmBadgeL", "acmBadgeR", "acmJournal", "acmMonth", "acmNumber",
    "acmVolume", "addbibresource", "authorsaddresses", "bibliography", "bibliographystyle",
    "citestyle", "printbibliography",
    "definecolor", "documentclass", "editor", "graphicspath", "hypersetup", "hyphenation",
    "label", "maketitle", "nocite", "pdfbookmark", "received", "RequirePackage", "acmSubmissionID",
    "DeclareMathOperator", "newcounter", "newlength", "PassOptionsToPackage", "AtBeginDocument",
    "usepackage", "usetikzlibrary", "theoremstyle", "newtheorem", "Description", "setcounter",
    "addtocounter", "thanks", "newenvironment", "renewenvironment", "selectlanguage", "and",
    "pagenumbering", "relax", "protect", "leavevmode", "ignorespaces", "unskip",
    "newcommand", "renewcommand", "providecommand",
} | NOT_PRINTED  # fmt: skip
"""Commands that print nothing where they stand, and say nothing that data keep."""

TOP_MATTER = {
    "acmArticle", "acmBooktitle", "acmConference", "acmDOI", "acmISBN", "acmPrice", "acmYear",
    "additionalaffiliation", "affiliation", "author", "authornote", "authornotemark", "ccsdesc",
    "copyrightyear", "email", "keywords", "orcid", "setcctype", "setcopyright", "settopmatter",
    "startPage", "subtitle", "subtitlenote", "title", "titlenote",
}  # fmt: skip
"""Commands of acmart that print nothing where they stand, and whose values data keep."""

LAYOUT = {
    "addlinespace", "addtolength", "balance", "bigskip", "clearpage", "cleardoublepage",
    "enlargethispage", "hfill", "hspace", "indent", "linebreak", "looseness", "medskip",
    "newpage", "noindent", "nolinebreak", "nopagebreak", "pagebreak", "pagestyle", "raggedleft",
    "raggedright", "rule", "setlength", "sloppy", "smallskip", "tableofcontents", "thispagestyle",
    "vfill", "vspace", "vskip", "centering", "small", "footnotesize", "normalsize", "large",
    "Large", "LARGE", "huge", "Huge", "tiny", "scriptsize", "normalfont", "upshape", "mdseries",
    "rmfamily", "sffamily", "rm", "sf", "allowbreak", "hyphenpenalty", "tolerance",
}  # fmt: skip
"""Commands that move what is printed, which acmart does by itself."""

HARMLESS_LAYOUT = {"noindent", "nopagebreak", "centering", "raggedright", "small", "balance"}
"""Layout that the program's templates have themselves where it is usual."""

ASSIGNED = {"looseness", "tolerance", "hyphenpenalty", "vskip", "parskip", "parindent"}
"""Commands of TeX behind which a value stands without braces."""
