"""The codes of diagnostics: papers that are read back."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

WARNING = Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "paper-title",
        WARNING,
        meaning="The title on a paper's first page is not that of `papers.yaml`.",
        why="Contents, website and citations would name the paper otherwise than it calls itself.",
        action="Ask the authors which title is right; correct the PDF or `papers.yaml`.",
    ),
    DiagnosticKind(
        "paper-authors",
        WARNING,
        meaning="An author of `papers.yaml` is not printed, or somebody else is.",
        why="Who is left out gets no credit, and publishers ask authors before any is added.",
        action="Ask the authors who wrote the paper; correct the PDF or `papers.yaml`.",
    ),
    DiagnosticKind(
        "paper-author-name",
        WARNING,
        meaning=(
            "An author is printed under another form of the name than in `papers.yaml`: with "
            "initials, without accents, in another order of given and family name, or misspelt."
        ),
        why="Libraries take two forms of a name for two people.",
        action="Ask the author for the right form; correct the PDF or `papers.yaml`.",
    ),
    DiagnosticKind(
        "paper-author-order",
        WARNING,
        meaning="The authors are printed in another order than that of `papers.yaml`.",
        why="The order says who did most, and citations have only the first one's name.",
        action="Ask the authors for the right order; correct the PDF or `papers.yaml`.",
    ),
    DiagnosticKind(
        "paper-affiliation",
        WARNING,
        meaning="Nothing is printed of an institution that `papers.yaml` has for an author.",
        why="Website and paper would name different employers.",
        action="Ask the author where they work; correct the PDF or `papers.yaml`.",
    ),
    DiagnosticKind(
        "paper-email",
        WARNING,
        meaning=(
            "An author's address is printed with a typing error, or that of a `corresponding` "
            "author is not printed beside those of others."
        ),
        why="Readers' letters would not arrive.",
        action="Ask the author for the address; correct the PDF or `papers.yaml`.",
    ),
    DiagnosticKind(
        "paper-abstract",
        WARNING,
        meaning="A paper has no abstract on its first two pages.",
        why="Publishers and search engines take it from there.",
        action="Ask the authors to add it. Allow it for papers that need none.",
    ),
    DiagnosticKind(
        "paper-page-size",
        WARNING,
        meaning="A paper's pages are of another size than those of most papers, or of several.",
        why="They are scaled or cropped when the volume is printed.",
        action="Ask the authors to set it for the right size.",
    ),
    DiagnosticKind(
        "paper-length",
        WARNING,
        meaning="A paper has more pages than `submissions` allow, or its track does.",
        why="Others have kept to the limit, and publishers may ask for fees.",
        action="Ask the authors to shorten it, or correct the limit.",
    ),
    DiagnosticKind(
        "paper-fonts",
        WARNING,
        meaning="A paper uses fonts of Type 3, or fonts that are not embedded.",
        why="Publishers send such files back: letters are pictures, or others stand for them.",
        action="Ask the authors to export their figures anew, and to embed all fonts.",
    ),
    DiagnosticKind(
        "paper-unread",
        WARNING,
        meaning=(
            "The text of a paper's first page cannot be read: it is a picture, or its letters come "
            "out as others. Title, authors and all other words were not compared."
        ),
        why="Libraries cannot index it, and nobody can have it read aloud.",
        action="Ask the authors for a PDF that LaTeX or a word processor made.",
    ),
    DiagnosticKind(
        "paper-anonymous",
        WARNING,
        meaning="A paper is still anonymous, as for reviewers, or has the number of a submission.",
        why="It would be published without its authors.",
        action="Ask the authors for the final version.",
    ),
    DiagnosticKind(
        "paper-line-numbers",
        WARNING,
        meaning="The lines of a paper are numbered, as for reviewers.",
        why="The numbers stay in print, and in what is copied out of it.",
        action="Ask the authors for the final version.",
    ),
    DiagnosticKind(
        "paper-draft",
        WARNING,
        meaning=(
            "The edges of a paper's pages say that it is a draft, is under review, was submitted, "
            "or comes from arXiv."
        ),
        why="It is published now, and the words would stay.",
        action="Ask the authors for the final version.",
    ),
    DiagnosticKind(
        "paper-template",
        WARNING,
        meaning="Words of the publisher's template stand in a paper, such as a sample DOI.",
        why="They stay in print for good.",
        action="Ask the authors to replace them.",
    ),
    DiagnosticKind(
        "paper-rights",
        WARNING,
        meaning="A paper's first page names another DOI, ISBN, year or event than the data.",
        why="Lines about rights are often copied from an older paper, and lead readers to it.",
        action="Ask the authors to copy them from the publisher's message for this paper.",
    ),
    DiagnosticKind(
        "paper-references",
        WARNING,
        meaning="Question marks stand where LaTeX could not resolve a reference or a citation.",
        why="Readers cannot find what is meant.",
        action="Ask the authors to mend it, and to run BibTeX and LaTeX again.",
    ),
)

CHECKING_PAPERS = CodeChapter(
    "papers",
    "Papers that are read back",
    "`proposal papers` compares what the accepted papers print with `papers.yaml`, and looks for "
    "what publishers send back. What is said of a title or an author stands at its line, where a "
    "comment can allow it; all else at the line of the paper's `id`.",
    _KINDS,
)
