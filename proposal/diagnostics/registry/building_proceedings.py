"""The codes of diagnostics: proceedings."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "no-papers",
        ERROR,
        meaning="Proceedings are asked for of an edition without papers.",
        why="There is nothing to make a volume of.",
        action="List the accepted papers in `papers.yaml`.",
    ),
    DiagnosticKind(
        "not-archival",
        Severity.NOTE,
        meaning=(
            "A paper is in no volume, since its track is not published, or the paper says "
            "`archival: false`."
        ),
        why="Who asked for the volume may miss it.",
        action="If it belongs to the proceedings, write `archival: true` at it in `papers.yaml`.",
    ),
    DiagnosticKind(
        "no-program",
        ERROR,
        meaning="A booklet is asked for of an edition that is called off, or has no program.",
        why="There is nothing to print for the day.",
        action="Write the program into `program.yaml`.",
    ),
    DiagnosticKind(
        "missing-paper",
        ERROR,
        meaning="A paper of `papers.yaml` has no PDF.",
        why="It is missing in the volume, and the pages of others change when it comes.",
        action="Put its PDF into the folder `papers/` beside `papers.yaml`, as `ID.pdf`.",
    ),
    DiagnosticKind(
        "encrypted-paper",
        ERROR,
        meaning="A paper's PDF asks for a password, or restricts what may be done with it.",
        why="It cannot be stamped, and publishers send such files back.",
        action="Ask its authors for a PDF without password and restrictions.",
    ),
    DiagnosticKind(
        "damaged-paper",
        ERROR,
        meaning="A paper's file is no PDF, or one that is too damaged to be used.",
        why="It is missing in the volume.",
        action="Ask its authors to send it again.",
    ),
    DiagnosticKind(
        "same-paper",
        ERROR,
        meaning="Two papers have the very same PDF.",
        why="One of them would stand in the volume under another one's title.",
        action="Find out whose it is, and put the right PDF in the other's place.",
    ),
    DiagnosticKind(
        "mended-paper",
        WARNING,
        meaning="Something in a paper's PDF is damaged, and was mended as it was read.",
        why="Some of its pages may look otherwise than its authors saw them.",
        action="Look at its pages in the volume, or ask its authors to send it again.",
    ),
    DiagnosticKind(
        "two-versions",
        WARNING,
        meaning=(
            "The PDF of a paper in `papers/` differs from the own file that `pdf` names for the "
            "website."
        ),
        why="Readers of the website and of the volume would have different papers.",
        action="Keep one of the two files, or copy the newer one over the other.",
    ),
    DiagnosticKind(
        "other-pages",
        WARNING,
        meaning="`papers.yaml` says other pages of a paper than it has in the volume.",
        why="Citations would name pages on which something else stands.",
        action=(
            "Run `proposal proceedings --write-pages`, or correct `first_page` of `proceedings`."
        ),
    ),
    DiagnosticKind(
        "papers-not-read",
        WARNING,
        meaning="Papers in the volume were not read back since they or their data changed.",
        why="They may be of somebody else, without their authors, or too long.",
        action="Type `proposal papers`; it takes a second for each paper, and none afterwards.",
    ),
    DiagnosticKind(
        "papers-to-correct",
        WARNING,
        meaning="Papers in the volume print something else than the data, or what does not belong.",
        why="What is published with a wrong name, or with marks of a draft, stays so.",
        action="`proposal papers` shows what is wrong, and writes letters to the authors.",
    ),
    DiagnosticKind(
        "no-room-for-stamp",
        WARNING,
        meaning="Neither the foot nor the head of a page has room for what is stamped on it.",
        why="The stamp stands over something that the authors have printed.",
        action="Ask the authors for margins of an inch, as publishers demand them.",
    ),
    DiagnosticKind(
        "own-page-numbers",
        WARNING,
        meaning="The pages of a paper are numbered at their feet, each by one more.",
        why="Two numbers stand on each page of the volume.",
        action=("Ask its authors for a PDF without page numbers: `\\pagestyle{empty}` in LaTeX."),
    ),
    DiagnosticKind(
        "form-in-paper",
        WARNING,
        meaning="A paper's PDF has fields in which readers can write.",
        why="They work in the paper alone, but not in the volume.",
        action="Ask its authors to export it without a form.",
    ),
    DiagnosticKind(
        "unmade-volume",
        WARNING,
        meaning="The website shall offer a volume that has not been made, or not of all papers.",
        why="Pages of papers offer no stamped PDF until it is made.",
        action="Type `proposal proceedings`, and build again.",
    ),
    DiagnosticKind(
        "pages-not-written",
        ERROR,
        meaning="`--write-pages` was asked for while a paper is missing in the volume.",
        why="The pages of others would change once it is there.",
        action="Correct what is said of that paper, and try again.",
    ),
)

BUILDING_PROCEEDINGS = CodeChapter(
    "proceedings",
    "Proceedings",
    "`proposal proceedings` makes a volume of all papers that can be used, and says which cannot.",
    _KINDS,
)
