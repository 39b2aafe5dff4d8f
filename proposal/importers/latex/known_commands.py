"""Which commands and environments a paper may use, and which arguments they take.

The parser must know the arguments of a command to find where they end. What stands here is
what `acmart`'s guide, LaTeX itself and the packages that papers load most often define.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    "{": "index glsadd typeout message wlog labelcref subref tnote ang "
    "orcid authornote additionalaffiliation authorsaddresses titlenote subtitlenote subtitle "
    "institution position city state country postcode streetaddress keywords acmBooktitle "
    "acmYear acmMonth acmDOI acmISBN acmPrice acmArticle acmArticleSeq acmSubmissionID "
    "acmVolume acmNumber acmJournal copyrightyear setcopyright settopmatter startPage editor "
    "citestyle bibliographystyle bibliography nocite url nolinkurl path hypersetup pdfinfo "
    "pdfcatalog pdfnames pdftrailer special graphicspath "
    "textsuperscript textsubscript underline uline mbox hbox textbf textit textsl textsc textsf "
    "texttt textrm textup textmd textnormal emph enquote label ref pageref autoref cref Cref "
    "eqref footref nameref thanks pagestyle thispagestyle pagenumbering author* "
    "hyphenation vskip phantom hphantom "
    "citenum shortcite hl ul sethlcolor added highlight lstset tikzset pgfplotsset sisetup "
    "geometry linespread setstretch stepcounter refstepcounter uppercase lowercase MakeUppercase "
    "MakeLowercase fbox vphantom smash includeonly usetikzlibrary usepgfplotslibrary "
    "centerline leftline rightline lstloadlanguages tikzstyle pgfkeys fancyhf acmDataLink "
    "acmCodeLink acmContributions acmArticleType",
    "*[{{": "captionof",
    "[{": "title author email affiliation department ccsdesc setcctype received caption "
    "Description footnote footnotetext paragraph subparagraph hyperref documentclass "
    "usepackage RequirePackage bibitem adjustbox addbibresource acmBadge acmBadgeR acmBadgeL",
    "*{": "hspace vspace enlargethispage",
    "*[{": "section subsection subsubsection chapter part",
    "*[[{": "cite citep citet citealp citealt citeauthor citeyear citeyearpar parencite textcite "
    "Citet Citep footcite autocite Autocite Parencite Textcite smartcite supercite fullcite "
    "footfullcite Citeauthor citefullauthor citedate citetitle",
    "[[{": "includegraphics makebox framebox",
    "[{{{": "acmConference",
    "[{{": "grantnum",
    "{{": "IEEEPARstart crefrange Crefrange PackageWarning PackageInfo ClassWarning "
    "href setcounter addtocounter setlength addtolength texorpdfstring resizebox scalebox "
    "hyperlink hypertarget diagbox backslashbox fontsize settowidth lstdefinestyle crefname "
    "Crefname crefalias counterwithin rotatebox "
    "numberwithin TextOrMath "
    "foreignlanguage translatedtitle translatedsubtitle "
    "translatedkeywords setengagemetadata newfontfamily newcolumntype SetKwInOut",
    "{{{": "multicolumn grantsponsor",
    "[{[{": "multirow",
    "[{[[": "rowcolor columncolor cellcolor",
    "[[[{{": "parbox",
    "*[": "\\",
}
"""Commands by their arguments: `{` one in braces, `[` an optional one, `*` a star."""

_SAME_AGAIN = {
    **dict.fromkeys(("shorthandoff", "shorthandon", "up", "fup", "bsc", "nombre"), "{"),
    **dict.fromkeys(("MSC", "linenumbers"), "["),
    "captionsetup": "*[{",
    "caption": "*[{",
    "subcaption": "*[{",
    **dict.fromkeys(("enquote", "textquote", "say", "blockquote"), "*{"),
    **dict.fromkeys(
        (
            "ref",
            "autoref",
            "pageref",
            "cref",
            "Cref",
            "eqref",
            "nameref",
            "vref",
            "Vref",
            "autopageref",
        ),
        "*{",
    ),
    "includesvg": "[{",
    "resizebox": "*{{{",
    "subfigure": "[[{",
    "subtable": "[[{",
    "subfloat": "[[{",
    "subcaptionbox": "*{[[{",
    "makecell": "*[{",
    "thead": "*[{",
    "shortstack": "[{",
    "specialcell": "[{",
    "SetCell": "[{",
    "SetRow": "[{",
    "SetColumn": "[{",
    "specialrule": "{{{",
    "setlist": "*[{",
    "IEEEtitleabstractindextext": "{",
    "textcircled": "{",
    "pdfbookmark": "[{{",
    "textls": "*[{",
    "titleformat": "*{[{{{{[",
    "titlespacing": "*{{{{[",
    "fancyhead": "[{",
    "fancyfoot": "[{",
    "rowcolors": "*[{{{",
    "raisebox": "{[[{",
    "paragraph": "*[{",
    "subparagraph": "*[{",
    "multirow": "[{[{{",
    "rule": "[{{",
}

BUILT_IN = frozenset(name for names in _ARGUMENTS.values() for name in names.split())
"""Commands that are read as LaTeX's and acmart's own, whatever a paper redefines."""

_ENVIRONMENTS = {
    None: "credits links document abstract acks quote quotation verse center flushleft flushright "
    "frontmatter biography biographywithpic keyword keywords icmlauthorlist IEEEkeywords "
    "teaserfigure titlepage small footnotesize sidebar marginfigure margintable tikzpicture "
    "algorithm algorithm* framed shaded sloppypar "
    "highlights "
    "sc bf it tt em sf scshape bfseries itshape sffamily normalsize large Large tiny scriptsize "
    "landscape singlespace onehalfspace doublespace sidewaystable sidewaysfigure appendices "
    "subequations",
    "[": "acronym "
    "figure figure* table table* itemize enumerate description compactitem compactenum "
    "inparaenum enumerate* itemize* description* inparaitem compactdesc tcolorbox mdframed "
    "threeparttable tablenotes proof theorem lemma corollary proposition conjecture definition "
    "example remark remark* note note* observation exercise claim claim* problem property question "
    "solution case printonly screenonly listing listing*",
    "{": "otherlanguage otherlanguage* "
    "NiceTabular tabu longtabu IEEEbiographynophoto thebibliography anonsuppress "
    "spacing adjustbox translatedabstract",
    "{{": "list tabulary adjustwidth CJK CJK*",
    "[{": "IEEEbiography tabular minipage longtable subfigure subtable "
    "subcaptionblock supertabular tblr talltblr longtblr",
    "[{[{": "wrapfigure wraptable wrapfloat floatingfigure",
    "{[{": "tabular* tabularx",
    "{[": "multicols multicols*",
    "[{{": "xltabular",
}

LIKE_VERBATIM: Mapping[str, str] = {
    "verbatim": "", "verbatim*": "", "lstlisting": "[", "CCSXML": "", "comment": "",
    "Verbatim": "[", "BVerbatim": "[", "LVerbatim": "[", "SaveVerbatim": "[", "minted": "[{",
    "minted*": "[{", "filecontents": "[{", "filecontents*": "[{", "alltt": "",
    "code": "[",
}  # fmt: skip
"""Environments in which nothing is a command, with their arguments."""

PRINTED_NOTHING = {"comment", "filecontents", "filecontents*"}
"""Those among them that print nothing."""

DRAWINGS = {
    "tikzpicture", "algorithm", "algorithm*", "algorithm2e", "algorithmic", "algorithmicx",
    "pgfpicture", "picture", "forest", "pspicture", "tikzcd", "circuitikz", "axis", "prooftree",
    "sankeydiagram", "mathpar", "mathparpagebreakable", "tikzfigure", "pchart",
    "dependency", "ganttchart",
}  # fmt: skip
"""Environments that draw, or set code with commands of their own."""

NOTES: Mapping[str, str] = {
    "todo": "*[{", "marginpar": "[{", "marginnote": "[{[", "fixme": "*[{", "fxnote": "*[{",
    "fxwarning": "*[{", "fxerror": "*[{", "fxfatal": "*[{", "missingfigure": "[{",
    "pdfcomment": "[{", "pdfmargincomment": "[{", "comment": "[{", "listoftodos": "[",
    "note": "[{", "listoffixmes": "", "todototoc": "", "listofchanges": "[",
}  # fmt: skip
"""Commands for notes of the authors to themselves, with their arguments."""

NOTES_UNLESS_DEFINED = frozenset({"note"})
"""Those of them, as beamer's, by whose names papers call what everybody is to read."""


def context(
    shapes: Mapping[str, str] | None = None, statements: Iterable[str] = ()
) -> LatexContextDb:
    """What the parser knows of LaTeX, `acmart`, other classes and common packages.

    Args:
        shapes: the arguments of commands that a paper's class has otherwise than `acmart`.
        statements: environments for numbered statements that the paper itself defines.
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
        ]
        + [std_environment(name, "[") for name in statements]
        + [std_environment(name, None) for name in DRAWINGS],
        prepend=True,
    )
    return known


TOP_MATTER = {
    "acmArticle", "acmBooktitle", "acmConference", "acmDOI", "acmISBN", "acmPrice", "acmYear",
    "additionalaffiliation", "affiliation", "author", "authornote", "authornotemark", "ccsdesc",
    "copyrightyear", "email", "keywords", "orcid", "setcctype", "setcopyright", "settopmatter",
    "startPage", "subtitle", "subtitlenote", "title", "titlenote",
}  # fmt: skip
"""Commands of acmart that print nothing where they stand, and whose values data keep."""

SAID_IN_PREAMBLE = frozenset(
    name for names in OF_OTHER_CLASSES.values() for name in names.split()
) | NOT_PRINTED | TOP_MATTER | {
    "documentclass", "usepackage", "RequirePackage", "bibliography", "addbibresource",
    "graphicspath", "setcounter", "abstract",
    "authorsaddresses", "thanks", "numberwithin", "acmJournal", "acmSubmissionID",
    "position", "institution", "department", "city", "state", "country", "received",
    "IEEEtitleabstractindextext", "acmBadge", "acmBadgeL", "acmBadgeR",
}  # fmt: skip
"""Commands of the preamble that are read, with their arguments; all others are settings."""

ENVIRONMENTS_OF_PREAMBLE = {"abstract", "keywords", "keyword", "IEEEkeywords", "teaserfigure",
    "frontmatter", "acks"}  # fmt: skip
"""Environments that a paper may have before its text, as `\\maketitle` prints them."""

ADDRESSES = {"url", "nolinkurl", "path", "href"}
"""Commands whose first argument is an address, in which a percent sign is no comment."""

PDF_PARAMETERS = {
    "pdfoutput", "pdfcompresslevel", "pdfobjcompresslevel", "pdfminorversion", "pdfmajorversion",
    "pdfdecimaldigits", "pdfgentounicode", "pdfpagewidth", "pdfpageheight", "pdfhorigin",
    "pdfvorigin", "pdfsuppresswarningpagegroup", "pdfadjustspacing", "pdfinclusioncopyfonts",
    "pdfinclusionerrorlevel", "pdfimageresolution", "pdfpkresolution",
}  # fmt: skip
"""What pdfTeX is told of the file that it writes, as by `\\pdfcompresslevel=9` (its manual)."""

SETTINGS = {
    "acmArticleSeq", "acmBadge", "acmBadgeL", "acmBadgeR", "acmJournal", "acmMonth", "acmNumber",
    "acmVolume", "addbibresource", "authorsaddresses", "bibliography", "bibliographystyle",
    "citestyle", "printbibliography", "numberwithin",
    "definecolor", "documentclass", "editor", "graphicspath", "hypersetup", "hyphenation",
    "label", "maketitle", "nocite", "pdfbookmark", "pdfinfo", "pdfcatalog", "pdfnames",
    "pdftrailer", "special", "received", "RequirePackage", "acmSubmissionID",
    "DeclareMathOperator", "newcounter", "newlength", "PassOptionsToPackage", "AtBeginDocument",
    "char", "string", "index", "glsadd", "typeout", "message", "wlog", "PackageWarning",
    "PackageInfo", "ClassWarning", "glsresetall", "makeindex", "printindex", "makeglossaries",
    "printglossaries", "printglossary", "printacronyms",
    "usepackage", "usetikzlibrary", "theoremstyle", "newtheorem", "Description", "setcounter",
    "addtocounter", "thanks", "newenvironment", "renewenvironment", "selectlanguage", "and",
    "pagenumbering", "relax", "protect", "leavevmode", "ignorespaces", "unskip",
    "newcommand", "renewcommand", "providecommand", "color", "rowcolor", "cellcolor",
    "columncolor", "rowcolors", "pagecolor", "colorlet", "sethlcolor", "lstset", "tikzset",
    "pgfplotsset", "sisetup", "geometry", "captionsetup", "setlist", "linespread", "setstretch",
    "fontsize", "selectfont", "stepcounter", "refstepcounter", "includeonly", "settowidth",
    "usepgfplotslibrary", "lstloadlanguages", "lstdefinestyle", "crefname", "Crefname",
    "crefalias", "counterwithin", "newcolumntype", "newfontfamily", "tikzstyle", "pgfkeys",
    "titleformat", "titlespacing", "fancyhead", "fancyfoot", "fancyhf", "phantom", "hphantom",
    "vphantom", "phantomsection", "addcontentsline", "fi", "else",
    "listoffigures", "listoftables", "FloatBarrier", "suppressfloats", "balancecolumns",
    "multirowsetup", "raggedbottom", "flushbottom", "flushcolsend", "eject", "parindent", "parskip",
     "onecolumn", "twocolumn", "penalty",
    "frenchspacing", "nonfrenchspacing", "kern", "hskip", "mkern", "baselineskip", "raise",
    "lower", "boldmath", "unboldmath", "begingroup", "endgroup", "bgroup", "egroup", "nobreak",
    "linenumbers", "nolinenumbers", "acresetall", "acuseall", "appendices", "shorthandoff",
    "shorthandon", "useshorthands", "acrodefplural", "PACS", "MSC", "JEL",
    "null", "strut", "par", "ignorespacesafterend", "hfuzz", "vfuzz", "emergencystretch",
    "hbadness", "vbadness", "clubpenalty", "widowpenalty",
} | NOT_PRINTED | PDF_PARAMETERS  # fmt: skip
"""Commands that print nothing where they stand, and say nothing that data keep."""

LAYOUT = {
    "addlinespace", "addtolength", "balance", "bigskip", "clearpage", "cleardoublepage",
    "enlargethispage", "hfill", "hspace", "indent", "linebreak", "looseness", "medskip",
    "newpage", "noindent", "nolinebreak", "nopagebreak", "pagebreak", "pagestyle", "raggedleft",
    "raggedright", "rule", "setlength", "sloppy", "smallskip", "tableofcontents", "thispagestyle",
    "vfill", "hfil", "columnbreak", "hskip", "vspace", "vskip", "centering", "small",
    "footnotesize", "normalsize", "large",
    "Large", "LARGE", "huge", "Huge", "tiny", "scriptsize", "normalfont", "upshape", "mdseries",
    "rmfamily", "sffamily", "rm", "sf", "allowbreak", "hyphenpenalty", "tolerance",
}  # fmt: skip
"""Commands that move what is printed, which acmart does by itself."""

HARMLESS_LAYOUT = {"noindent", "nopagebreak", "centering", "raggedright", "small", "balance"}
"""Layout that the program's templates have themselves where it is usual."""

ASSIGNED = {
    "penalty",
    "kern",
    "hskip",
    "mkern",
    "hfuzz",
    "vfuzz",
    "emergencystretch",
    "hbadness",
    "vbadness",
    "clubpenalty",
    "widowpenalty",
    "baselineskip",
    "textfloatsep",
    "raise",
    "lower",
    "looseness",
    "tolerance",
    "hyphenpenalty",
    "vskip",
    "parskip",
    "parindent",
} | PDF_PARAMETERS
"""Commands of TeX behind which a value stands without braces."""
