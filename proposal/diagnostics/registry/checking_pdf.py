"""The codes of diagnostics: a finished PDF."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "unreadable-pdf",
        ERROR,
        meaning="The file is damaged or is no PDF.",
        why="Nobody can open it.",
        action="Make it again, or ask for it again.",
    ),
    DiagnosticKind(
        "encrypted",
        ERROR,
        meaning="The PDF has a password or restrictions. Nothing else is checked.",
        why="Production cannot add page numbers or index it.",
        action="Save it without.",
    ),
    DiagnosticKind(
        "pdf-version",
        ERROR,
        meaning=(
            "It is newer than PDF 1.7, and does not claim PDF/UA-2, for which it would be PDF 2.0. "
            "Or it claims PDF/UA-2, and is older."
        ),
        why="Production's tools do not read it, or the claim is false.",
        action=(
            "Put `\\DocumentMetadata{pdfversion=1.7}` before `\\documentclass`; with "
            "`pdfstandard=ua-2`, `pdfversion=2.0`."
        ),
    ),
    DiagnosticKind(
        "page-size",
        ERROR,
        meaning="A page is not upright US Letter.",
        why="It would be scaled or cropped.",
        action=(
            "Use `\\documentclass[sigconf]{acmart}`, and no package that sets the paper. Turn "
            "wide tables, not pages."
        ),
    ),
    DiagnosticKind(
        "unjudged-layout",
        NOTE,
        meaning="The PDF is set in a format of whose pages it is not known where text may stand.",
        why="Text in a margin, or a page number that is lacking, would not be found.",
        action="Look at the pages yourself; all other checks are made as usual.",
    ),
    DiagnosticKind(
        "too-many-pages",
        ERROR,
        meaning=(
            "The document has more pages than the venue's call allows. While it is built, it "
            "is a warning."
        ),
        why="Chairs reject such proposals unread.",
        action="Shorten the text.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "javascript",
        ERROR,
        meaning="The PDF holds a script.",
        why="Archives refuse it.",
        action="Leave out what brings it in, such as the packages animate or media9.",
    ),
    DiagnosticKind(
        "attachment",
        ERROR,
        meaning=(
            "Files are attached inside the PDF. Those that LaTeX attaches to a tagged PDF (style "
            "sheets such as `latex-list-css.html`, the source of formulas) are a note."
        ),
        why="They are lost or refused.",
        action=(
            "Send them as supplementary material. LaTeX leaves its own out with "
            "`\\DocumentMetadata{tagging-setup={attach-css=false, math/setup={}}}`."
        ),
        also=(NOTE,),
    ),
    DiagnosticKind(
        "form-field",
        ERROR,
        meaning="The PDF has fields to fill in.",
        why="Readers could change the paper.",
        action="Print the contents as text.",
    ),
    DiagnosticKind(
        "annotation",
        ERROR,
        meaning="Comments, highlights, sound or film lie over the text.",
        why="Readers would see remarks that were meant for authors.",
        action="Delete them.",
    ),
    DiagnosticKind(
        "tags",
        NOTE,
        meaning=(
            "Whether the PDF is tagged, and what it says of its tags. `proposal audit --preflight` "
            "says it of every PDF."
        ),
        why=(
            "Tags tell a screen reader what is a heading, a list, a table or a figure. Without "
            "them, it reads line by line."
        ),
        action=(
            "Nothing, for ACM: its production sets proceedings anew from the sources. Tag what you "
            "give out yourself."
        ),
    ),
    DiagnosticKind(
        "no-tags",
        ERROR,
        meaning="The PDF says that it is tagged, or claims PDF/UA, and has no tags with content.",
        why="A screen reader that trusts it finds an empty document.",
        action="Make it again with tags, or without the claim.",
    ),
    DiagnosticKind(
        "unmarked-tags",
        WARNING,
        meaning="The PDF has tags, and does not say that it is tagged (`Marked` in `MarkInfo`).",
        why="Some programs then do not look for them.",
        action="Make it again; LaTeX says it by itself with `tagging=on`.",
    ),
    DiagnosticKind(
        "suspect-tags",
        WARNING,
        meaning="The PDF says that its own tags may be wrong (`Suspects` in `MarkInfo`).",
        why="Readers are warned of them, and PDF/UA forbids it.",
        action="Look through the tags in the program that made them, and take the mark away.",
    ),
    DiagnosticKind(
        "no-language",
        WARNING,
        meaning="A tagged PDF does not name the language of its text (`Lang`).",
        why="A screen reader speaks it as another language.",
        action="Write `\\DocumentMetadata{lang=en}`.",
    ),
    DiagnosticKind(
        "title-not-shown",
        WARNING,
        meaning="The PDF claims PDF/UA, and does not have its title shown (`DisplayDocTitle`).",
        why="The window has the name of the file for a title, and a screen reader says that.",
        action="Write `\\hypersetup{pdfdisplaydoctitle=true}`.",
    ),
    DiagnosticKind(
        "untagged-text",
        WARNING,
        meaning=(
            "Some text of a page is in none of its tags, and is not marked as decoration either, "
            "as running heads are (`Artifact`). Text in drawings is not looked at."
        ),
        why="A screen reader leaves it out.",
        action="Tag it, or mark it as an artifact if nobody has to hear it.",
    ),
    DiagnosticKind(
        "untagged-page",
        WARNING,
        meaning=(
            "In a tagged PDF, a page has text and nothing of it is in a tag, or the page does not "
            "lead to its tags (`StructParents`)."
        ),
        why="A screen reader leaves the page out.",
        action="Tag it, or make the PDF again.",
    ),
    DiagnosticKind(
        "table-head",
        WARNING,
        meaning=(
            "In a tagged PDF, a table has no cells of a head (`TH`), or no others. If PDF/UA-1 is "
            "claimed, also: a cell of the head does not say whether it heads a row or a column."
        ),
        why="Who hears a cell is not told what it is about.",
        action="Write `\\tagpdfsetup{table/header-rows={1}}` before the table.",
    ),
    DiagnosticKind(
        "link-description",
        WARNING,
        meaning="The PDF claims PDF/UA-1, and links have no description (`Contents`).",
        why="PDF/UA-1 (7.18.5) asks for it; a screen reader says it in place of an address.",
        action="Make it again with `pdfstandard=ua-1`, by which LaTeX describes links itself.",
    ),
    DiagnosticKind(
        "pdf-ua",
        WARNING,
        meaning=(
            "The PDF claims PDF/UA, and veraPDF says that it breaks a rule of it. Each rule is "
            "named by its clause, with how often and where it is first broken. veraPDF is asked if "
            "it is installed."
        ),
        why="The claim is false.",
        action="Mend it, or do not claim PDF/UA.",
    ),
    DiagnosticKind(
        "verapdf-failed",
        WARNING,
        meaning="A PDF claims PDF/UA, and veraPDF could not judge it: it failed, or did not end.",
        why="The claim is not proved.",
        action="Run it yourself, as the hint says.",
    ),
    DiagnosticKind(
        "figure-description",
        WARNING,
        meaning=(
            "A tagged PDF has a figure without a description, or with the name of a file for one, "
            "as LaTeX writes it. A PDF without tags cannot hold any."
        ),
        why="Those who cannot see it learn nothing.",
        action="Write `![What can be seen in it](figure.pdf)`, or `\\Description{…}`.",
    ),
    DiagnosticKind(
        "type-3-font",
        ERROR,
        meaning="The letters of a font are drawings or bitmaps.",
        why="They look bad on screens, and often cannot be copied.",
        action=(
            "Use outline fonts. In a figure, export it anew; in matplotlib, "
            "`plt.rcParams['pdf.fonttype'] = 42`."
        ),
    ),
    DiagnosticKind(
        "font-not-embedded",
        ERROR,
        meaning="A font is named and not included.",
        why="Another computer shows another one.",
        action="Embed it. It is mostly a figure's: export that anew with its fonts.",
    ),
    DiagnosticKind(
        "metadata-missing",
        ERROR,
        meaning=(
            "Title, authors or keywords are empty in the PDF. Either of the two places that a "
            "PDF has for them will do. Keywords that the data do not have either are a "
            "warning."
        ),
        why="Libraries and search engines then guess.",
        action=(
            "Build it again. In LaTeX of your own: `\\hypersetup{pdftitle=…, pdfauthor=…, "
            "pdfkeywords=…}`."
        ),
        also=(WARNING,),
    ),
    DiagnosticKind(
        "metadata-mismatch",
        ERROR,
        meaning=(
            "Title, authors or keywords in the PDF are not those of the data, or differ "
            "between the two places."
        ),
        why="Libraries would list the paper wrongly.",
        action="Build it again from the data.",
    ),
    DiagnosticKind(
        "acmart-version",
        NOTE,
        meaning=(
            "The PDF does not say which version of acmart made it, or the version is older "
            "than 2.09, in which ACM's own publications first got Creative Commons licences."
        ),
        why="Old versions print old permission blocks.",
        action="Update acmart. Production sets the sources with its own version.",
    ),
    DiagnosticKind(
        "link",
        ERROR,
        meaning=(
            "A link has a malformed address, leads to somebody's own computer (`localhost`, "
            "`file:`), starts a program, or leads to a place that is not in the PDF."
        ),
        why="Readers get an error.",
        action="Write the whole address; let LaTeX run once more.",
    ),
    DiagnosticKind(
        "no-text",
        ERROR,
        meaning="There are only pictures of text, as in a scan.",
        why="Nobody can search it or have it read aloud.",
        action="Make it with LaTeX.",
    ),
    DiagnosticKind(
        "garbled-text",
        ERROR,
        meaning="What is copied is not what is seen.",
        why="Search engines index nonsense.",
        action="Use fonts that say which letters they hold.",
    ),
    DiagnosticKind(
        "reading-order",
        ERROR,
        meaning=(
            "In the order of the tags, or of the file if there are none, title, first author "
            "and abstract do not follow each other, or the title cannot be found."
        ),
        why="Screen readers and indexes follow that order.",
        action="Let LaTeX place the top matter.",
    ),
    DiagnosticKind(
        "margin",
        ERROR,
        meaning=(
            "Text or a picture stands outside of acmart's text area (54 TeX points from either "
            "side, 57 from the top, 73 from the bottom; hanging punctuation is allowed for), "
            "or text stands where only the page number belongs."
        ),
        why="It is cut off, or printed over the page number.",
        action="Shorten, reword, or make it smaller; remove notes in the margin.",
    ),
    DiagnosticKind(
        "running-head",
        ERROR,
        meaning=(
            "Two texts of a running head are too long for it and printed over each other. "
            "While the document is rendered, it is a warning."
        ),
        why="Nobody can read either.",
        action=(
            "Set `short_title` or `short_authors`, or shorten the venue's `acronym`; in LaTeX "
            "of your own, `\\title[short]{…}`."
        ),
        also=(WARNING,),
    ),
    DiagnosticKind(
        "line-numbers",
        ERROR,
        meaning="There are line numbers in the margins, and the PDF is not for reviewers.",
        why="Production sends it back.",
        action=(
            "Give the document another `variant`; in LaTeX of your own, leave out acmart's "
            "option `review`."
        ),
    ),
    DiagnosticKind(
        "page-number",
        WARNING,
        meaning="The pages are not numbered as the data say.",
        why="Proceedings count on it.",
        action="Set `first_page` and `page_numbers` of the document.",
        also=(ERROR,),
    ),
    DiagnosticKind(
        "leftover",
        ERROR,
        meaning=(
            "Something unfinished is printed: `??`, `[?]`, acmart's placeholders for DOI, ISBN "
            "and conference, the mark of a draft, TODO."
        ),
        why="It would be published.",
        action="See the hint: mend the reference, or copy the value from ACM's message.",
    ),
    DiagnosticKind(
        "not-anonymous",
        ERROR,
        meaning=(
            "The PDF must not show who wrote it, and a name or address of an author stands in "
            "its text, tags, metadata or links; an employer in the text is a warning. The "
            "references are not looked at: authors may cite themselves as they cite others."
        ),
        why="Reviewers would know the authors.",
        action="Use acmart's options `anonymous` and `review`.",
        also=(WARNING,),
    ),
)

CHECKING_PDF = CodeChapter(
    "preflight",
    "A finished PDF",
    (
        "Before a paper is printed, the publisher's production runs checks on its PDF, and "
        "sends it back when one fails. `proposal check` runs the same kind of checks on a "
        "finished file, whoever made it. With the data at hand it also compares the PDF with "
        "them; without, it compares the PDF with itself. A PDF has no lines, so each message "
        "names the file and the page. A document that `proposal build` has made passes; what "
        "still may fail are its length, pictures of your own, and what ACM's message says."
    ),
    _KINDS,
    is_about_data=False,
)
