"""The codes of diagnostics: TeX, and the machine."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "missing-part",
        ERROR,
        meaning="The machine lacks programs that a build needs, such as TeX.",
        why="Nothing can be set without them.",
        action="Type what the hint says, or `proposal doctor --install`.",
    ),
    DiagnosticKind(
        "missing-font",
        ERROR,
        meaning="A font that a script such as Arabic or Chinese needs is not installed.",
        why="Its letters would be missing in the PDF.",
        action="Install the package that the message names.",
    ),
    DiagnosticKind(
        "missing-language",
        WARNING,
        meaning="LaTeX lacks the files of a language in which an edition is.",
        why="Headings of the class stay English, and words are broken as English ones.",
        action="Install the package that the hint names.",
    ),
    DiagnosticKind(
        "no-accessible-version",
        WARNING,
        meaning="TeX is too old here for the accessible version of a document, which is left out.",
        why="The website offers people who have a PDF read to them one that cannot be read well.",
        action=(
            "Install a newer TeX, or build on a system that has one. Where nobody is to get such "
            "a version, take out `accessible`."
        ),
    ),
    DiagnosticKind(
        "missing-character",
        ERROR,
        meaning="No font here has a character.",
        why="It would be missing in the PDF without a word.",
        action="Write it in Latin letters, or leave it out.",
    ),
    DiagnosticKind(
        "tex-error",
        ERROR,
        meaning="TeX cannot set something.",
        why="There is no PDF.",
        action=(
            "Look at the line that the message names; if it is a template's, compare it with "
            "the one that comes with the program."
        ),
    ),
    DiagnosticKind(
        "tex-failed",
        ERROR,
        meaning="TeX ended without an error message and made no whole PDF.",
        why="There is no PDF.",
        action="Look at the last words of TeX in the message; type `proposal doctor`.",
    ),
    DiagnosticKind(
        "tex-timeout",
        ERROR,
        meaning="TeX did not finish in time and was stopped.",
        why="There is no PDF, and the text at the place keeps TeX busy without end.",
        action="Shorten or change the text at the place that the message names.",
    ),
    DiagnosticKind(
        "undefined-citation",
        ERROR,
        meaning="A template cites an entry that the list of references does not have.",
        why="`[?]` would be printed.",
        action="Add the entry to `references.bib`, or mend the key in the template.",
    ),
    DiagnosticKind(
        "undefined-reference",
        WARNING,
        meaning="A template refers to a label that stands nowhere.",
        why="`??` is printed for it.",
        action="Write the `\\label`, or leave the reference out.",
    ),
    DiagnosticKind(
        "repeated-label",
        WARNING,
        meaning="A template defines a label, or an entry of a list of references, a second time.",
        why="All that refers to it leads to one of them.",
        action="Give each of them a name of its own.",
    ),
    DiagnosticKind(
        "natbib",
        WARNING,
        meaning="The package natbib, by which acmart sets citations, warns of something.",
        why="A citation is printed with a gap or a question mark.",
        action="Mend the citation that its message names.",
    ),
    DiagnosticKind(
        "lost-text",
        ERROR,
        meaning=(
            "A word or a sign of the document cannot be found in the finished PDF. For an "
            "invisible mark, it is a warning."
        ),
        why="It is missing, or cannot be copied and searched.",
        action="Write it in other letters; if it looks right in the PDF, the font causes it.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "overfull-box",
        WARNING,
        meaning=("A line sticks out of its column, by the number of points that the message says."),
        why="Text in the margin is cut off, and chairs see it as careless.",
        action="Shorten it, or reword it so that the line can break elsewhere.",
    ),
    DiagnosticKind(
        "acmart",
        WARNING,
        meaning="The class acmart warns of something in the document.",
        why="Production looks for the same things.",
        action="Do what its message says.",
    ),
    DiagnosticKind(
        "bibtex",
        WARNING,
        meaning="BibTeX warns of an entry that is cited.",
        why="The reference is printed with a gap.",
        action="Complete the entry in `references.bib`.",
    ),
    DiagnosticKind(
        "bibtex-error",
        ERROR,
        meaning="BibTeX cannot read what it needs for the list of references.",
        why="References would be missing.",
        action=(
            "If a template of your own chooses the bibliography or its style, compare it with "
            "the one that comes with the program."
        ),
    ),
    DiagnosticKind(
        "preamble-not-kept",
        NOTE,
        meaning="The preamble cannot be kept in the cache.",
        why="Every build takes longer.",
        action=("Make `~/.cache/proposal` writable, or set `XDG_CACHE_HOME` to a folder that is."),
    ),
    DiagnosticKind(
        "preamble-not-read-ahead",
        NOTE,
        meaning="TeX cannot keep this preamble in the cache.",
        why="Each pass takes longer; the result is the same.",
        action="Nothing, unless a template of your own loads something unusual.",
    ),
    DiagnosticKind(
        "unconfined-tex",
        NOTE,
        meaning="This system cannot keep TeX to its own files, as Linux with Landlock does.",
        why="A template can read every file that you can read, so it is trusted code.",
        action="Use only templates of people whom you trust.",
    ),
)

BUILDING_TEX = CodeChapter(
    "tex",
    "TeX, and the machine",
    (
        "What TeX says is reported in words of the data, with the place of the text that TeX could "
        "not set."
    ),
    _KINDS,
)
