"""The codes of diagnostics: imports from LaTeX."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "citation-in-statement",
        WARNING,
        meaning=(
            "A biography or the abstract cites something, which is not possible there; the "
            "citation is left out."
        ),
        why="The sentence may need it.",
        action="Say it in words.",
    ),
    DiagnosticKind(
        "citation-key",
        WARNING,
        meaning="A citation key of the paper has characters that are not possible here.",
        why="The citation would not be found.",
        action="Rename it in `references.bib` and in the text.",
    ),
    DiagnosticKind(
        "concepts-not-printed",
        WARNING,
        meaning="The paper has CCS concepts and prints none of them; they are left out.",
        why="ACM asks for them.",
        action="Add `concepts` to the edition.",
    ),
    DiagnosticKind(
        "empty-citation",
        WARNING,
        meaning="A citation command names no key.",
        why="Something was meant to be cited.",
        action="Add the citation.",
    ),
    DiagnosticKind(
        "other-class",
        WARNING,
        meaning="A paper is of another class than acmart, such as llncs, IEEEtran or article.",
        why=(
            "Each class writes authors and affiliations in another way, and the document is set "
            "in ACM's format."
        ),
        action="Look over the people and their affiliations.",
    ),
    DiagnosticKind(
        "plain-bibliography",
        WARNING,
        meaning="The bibliography is written out in the paper, not in BibTeX.",
        why="Author, title and year cannot be separated.",
        action="Replace the entries of `references.bib` by BibTeX's own.",
    ),
    DiagnosticKind(
        "fixed-number",
        WARNING,
        meaning="A reference to a figure or section became a fixed number.",
        why="It stays when the figure moves.",
        action="Look at the sentence when figures move.",
    ),
    DiagnosticKind(
        "unknown-label",
        WARNING,
        meaning="The paper refers to a label that does not exist.",
        why="`??` stands in the text.",
        action="Correct the sentence.",
    ),
    DiagnosticKind(
        "formula",
        WARNING,
        meaning="Formulas have commands that data cannot hold; their source or letters stand in.",
        why="Readers would see LaTeX, or letters without their places.",
        action="Write them in the commands of docs/reference/formulas.md, between dollar signs.",
    ),
    DiagnosticKind(
        "no-biography",
        WARNING,
        meaning=(
            "A paper's section on the organizers has no biography of somebody, or none that is "
            "understood."
        ),
        why="The website and documents would show people without one.",
        action="Write `bio` into the person's file, and take it out of the text.",
    ),
    DiagnosticKind(
        "taken-for-proposal",
        WARNING,
        meaning="A paper sets its copyright, but has no DOI or ISBN of its own.",
        why="A camera-ready paper without them is sent back; the sample's words often stay.",
        action="Import ACM's rights message once it has come, for the camera-ready.",
    ),
    DiagnosticKind(
        "guessed-acronym",
        WARNING,
        meaning="The title has no short name of the workshop, so its initials are taken.",
        why="The acronym stands on every page.",
        action="Correct `acronym` in `workshop.yaml`.",
    ),
    DiagnosticKind(
        "guessed-copyright",
        WARNING,
        meaning="The paper does not set its copyright, so acmart's own is taken.",
        why="Production compares it with the rights form.",
        action="Compare `rights` with ACM's message.",
    ),
    DiagnosticKind(
        "facts-in-text",
        WARNING,
        meaning=(
            "Sections of a paper hold speakers, committee, dates or schedule in a form that leaves "
            "doubts. They stay text."
        ),
        why="Pages, calls and calendars say nothing of what stands in text alone.",
        action="Write it into `edition.yaml` or `program.yaml`, as the hint says.",
    ),
    DiagnosticKind(
        "guessed-country",
        WARNING,
        meaning="An affiliation names no country; its city and state are in only one.",
        why="ACM takes no paper without it.",
        action="Compare `country` in the person's file.",
    ),
    DiagnosticKind(
        "guessed-date",
        WARNING,
        meaning=(
            "The conference's days are not understood, so the whole month, or the whole year, "
            "stands for them, and is printed without a day."
        ),
        why="A guess must not look like a fact.",
        action="Correct `start` and `end` of the venue.",
    ),
    DiagnosticKind(
        "guessed-hours",
        WARNING,
        meaning="The paper does not say when the workshop is, so a whole day stands for it.",
        why="A guess must not look like a fact.",
        action="Correct `when` in `edition.yaml`, then delete `tentative`.",
    ),
    DiagnosticKind(
        "guessed-ordinal",
        WARNING,
        meaning="The title does not say which edition it is, so it is taken for the first.",
        why="The number stands in every title.",
        action="Correct `ordinal` in `edition.yaml`.",
    ),
    DiagnosticKind(
        "layout-not-kept",
        WARNING,
        meaning="A layout of the paper has no counterpart; its contents are kept.",
        why="It will look different.",
        action="Look at the document.",
    ),
    DiagnosticKind(
        "list-label",
        WARNING,
        meaning="A list's own label stands in front of its text.",
        why="It may look different.",
        action="Look at the list.",
    ),
    DiagnosticKind(
        "loose-affiliation",
        WARNING,
        meaning="A text stands beside an affiliation's parts and is left out.",
        why="It may be a part of the affiliation.",
        action="Add it to the person's file if it is.",
    ),
    DiagnosticKind(
        "no-abstract",
        WARNING,
        meaning="The paper has no abstract.",
        why="Calls ask for one.",
        action="Add `abstract` to the edition.",
    ),
    DiagnosticKind(
        "no-author",
        WARNING,
        meaning="The paper names no authors, or an affiliation stands before the first one.",
        why="An edition needs organizers.",
        action="Add them to the edition.",
    ),
    DiagnosticKind(
        "no-author-note",
        WARNING,
        meaning="A paper refers to an author note that does not exist.",
        why="The mark is lost.",
        action="Add what it says by hand.",
    ),
    DiagnosticKind(
        "no-conference",
        WARNING,
        meaning="The paper does not name its conference.",
        why="Place, days and zone come from it.",
        action="Add `\\acmConference` to the paper, or write the venue's file.",
    ),
    DiagnosticKind(
        "no-picture",
        WARNING,
        meaning="A figure has no picture file; its text is kept.",
        why="The drawing is lost.",
        action="Export it as PDF, and add it.",
    ),
    DiagnosticKind(
        "note-not-kept",
        WARNING,
        meaning="A note of the paper has no counterpart, or is one of its authors to themselves.",
        why="What it says is left out.",
        action="Write it where it belongs, if others are to read it.",
    ),
    DiagnosticKind(
        "open-brace",
        WARNING,
        meaning="A brace of the paper is open as far as its end.",
        why="TeX closes it there, so that bold letters, say, may go on for too long.",
        action="Close it where it should end.",
    ),
    DiagnosticKind(
        "note-moved",
        WARNING,
        meaning="A note at the title, which documents do not have, opens the acknowledgments.",
        why="It says who paid for the work or is thanked, and stands on another page now.",
        action="Compare it with what the acknowledgments say already.",
    ),
    DiagnosticKind(
        "note-reworded",
        WARNING,
        meaning="An author note is printed in the program's words.",
        why="Its meaning should be the same.",
        action="Compare the two.",
    ),
    DiagnosticKind(
        "other-year",
        WARNING,
        meaning="The conference is in another year than the edition.",
        why="The paper may belong to another edition.",
        action="Import it with `--edition YEAR`.",
    ),
    DiagnosticKind(
        "outside-file",
        WARNING,
        meaning="The paper includes a file outside of its folder, which is not read.",
        why="What it holds is not imported.",
        action="Put it into the folder.",
    ),
    DiagnosticKind(
        "plain-topics",
        WARNING,
        meaning=(
            "Marks or further texts of a list of topics are left out, since topics are plain text."
        ),
        why="Something may be missing.",
        action="Look at `topics`.",
    ),
    DiagnosticKind(
        "punctuated-topics",
        WARNING,
        meaning="Topics end with commas or semicolons, which pages will show.",
        why="It looks careless.",
        action="Delete them.",
    ),
    DiagnosticKind(
        "unclear-topics",
        WARNING,
        meaning="Several lists could be the topics, so all of them stay text.",
        why="The website shows no topics.",
        action="Move the right one to `topics`, and write `{{ topics }}` in its place.",
    ),
    DiagnosticKind(
        "refused-value",
        WARNING,
        meaning=(
            "A value of the paper is not possible here; the message says what is taken instead."
        ),
        why="It may be a slip.",
        action="Look at the value.",
    ),
    DiagnosticKind(
        "sample-value",
        WARNING,
        meaning="A value is still that of acmart's sample, and is left out.",
        why="It says nothing of this workshop.",
        action="Fill it in, and import again.",
    ),
    DiagnosticKind(
        "second-email",
        WARNING,
        meaning="An author has two email addresses; the first one is kept.",
        why="The second may be newer.",
        action="Correct the person's file.",
    ),
    DiagnosticKind(
        "unclear-place",
        WARNING,
        meaning="City and country of the conference cannot be separated.",
        why="The time zone depends on them.",
        action="Correct the venue's file.",
    ),
    DiagnosticKind(
        "unknown-latex",
        WARNING,
        meaning="A command of LaTeX has no counterpart; its text is kept where it has one.",
        why="It will look different, or a part is missing.",
        action="Look at that place.",
        also=(ERROR,),
    ),
    DiagnosticKind(
        "undescribed-picture",
        WARNING,
        meaning=(
            "What a picture shows is not said; its caption or name is taken. Before a bundle "
            "is made, it is an error."
        ),
        why="Those who cannot see it learn nothing, and ACM asks for it.",
        action="Write it between the brackets: `![A curve that rises](curve.pdf)`.",
        also=(ERROR,),
    ),
)

IMPORTING_LATEX = CodeChapter(
    "import-latex",
    "Imports from LaTeX",
    "",
    _KINDS,
    is_about_data=False,
)
