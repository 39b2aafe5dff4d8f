"""The codes of diagnostics: texts and templates."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "unknown-math",
        ERROR,
        meaning="A formula holds a command or a character that formulas cannot use.",
        why="Not every form of output could show it: PDFs, pages, texts and calendars.",
        action=(
            "Write it with the commands that `docs/reference/formulas.md` lists. If no formula is "
            "meant, write `\\$` for each dollar sign."
        ),
    ),
    DiagnosticKind(
        "formula-syntax",
        ERROR,
        meaning="A formula is not complete: a brace is open, or a command lacks what it holds.",
        why="TeX would stop at it.",
        action=(
            "Complete it where the message says. If no formula is meant, write `\\$` for each "
            "dollar sign."
        ),
    ),
    DiagnosticKind(
        "unclosed-formula",
        WARNING,
        meaning="Something begins like a formula, such as `$x^2`, and no dollar sign ends it.",
        why="It is printed as it is typed, with the dollar sign.",
        action=("Write `$` directly behind its last sign. If a dollar sign is meant, write `\\$`."),
    ),
    DiagnosticKind(
        "word-in-formula",
        ERROR,
        meaning="Three or more letters stand side by side in a formula.",
        why="TeX takes them for a product, and prints a word with gaps between its letters.",
        action=(
            "Write `\\mathrm{nDCG}` for a word, or spaces between the letters of a product. If no "
            "formula is meant, write `\\$` for each dollar sign."
        ),
    ),
    DiagnosticKind(
        "formula-too-long",
        ERROR,
        meaning="A formula is longer than 1,000 characters, or has more than 12 levels of braces.",
        why="Nobody could read it in a line of text.",
        action="Write it as several formulas.",
    ),
    DiagnosticKind(
        "fact-syntax",
        ERROR,
        meaning=(
            "The braces of a quoted fact are not closed, or what stands between them is no "
            "fact's name."
        ),
        why="It would be printed as it is typed.",
        action='Write `{{ name }}`; for two braces as such, write `{{ "{{" }}`.',
    ),
    DiagnosticKind(
        "unknown-fact",
        ERROR,
        meaning="A text quotes a fact that does not exist.",
        why="It would be printed as it is typed.",
        action="Correct the name; `proposal facts` lists all of them.",
    ),
    DiagnosticKind(
        "block-in-sentence",
        ERROR,
        meaning="A fact that is a list or a table is quoted within a sentence.",
        why="It cannot be set within a line.",
        action="Put it into a paragraph of its own, or quote a single fact.",
    ),
    DiagnosticKind(
        "unknown-citation",
        ERROR,
        meaning=(
            "A text cites a key that `references.bib` does not have. When a paper is imported, "
            "it is a warning."
        ),
        why="`[?]` would be printed.",
        action="Correct the key, or add the entry.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "misplaced-footnote",
        ERROR,
        meaning=(
            "A footnote stands where LaTeX can set none, such as in a heading. An importer "
            "warns and puts the note in brackets."
        ),
        why="The note would be lost.",
        action="Put the mark behind a word of the text, or say it in brackets.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "picture-in-sentence",
        ERROR,
        meaning="A picture stands within a paragraph.",
        why="It would tear the line apart.",
        action="Put an empty line before and after it.",
    ),
    DiagnosticKind(
        "not-a-picture",
        ERROR,
        meaning=(
            "A picture's name or contents are none that LaTeX and browsers show. An importer "
            "warns and leaves it out."
        ),
        why="There would be a gap.",
        action="Export it as .pdf, .png or .jpg, and put it beside the text.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "not-a-width",
        ERROR,
        meaning="The width of a picture cannot be read.",
        why="Its size would be a guess.",
        action="Write `{width=60%}` or `{width=page}`.",
    ),
    DiagnosticKind(
        "coarse-picture",
        WARNING,
        meaning="A picture has so few dots that it looks coarse in print.",
        why="Reviewers cannot read its labels.",
        action="Export it larger, or as PDF if it is a drawing.",
    ),
    DiagnosticKind(
        "converted-picture",
        NOTE,
        meaning="A picture was converted into a form that TeX can set.",
        why="You may want to look at the result.",
        action="Nothing, if it looks right; otherwise export it as PDF or PNG yourself.",
    ),
    DiagnosticKind(
        "duplicate-picture",
        ERROR,
        meaning="Two pictures of different folders or kinds have one name.",
        why="Publishers take no folders, so one would replace the other.",
        action="Rename one of them.",
    ),
    DiagnosticKind(
        "list-too-deep",
        ERROR,
        meaning="Lists are nested more than four levels deep.",
        why="LaTeX cannot set more.",
        action="Use fewer levels.",
    ),
    DiagnosticKind(
        "short-title",
        NOTE,
        meaning="The title is too long for the running head, so a shorter text stands there.",
        why="You may want other words.",
        action="Write `short_title` in `edition.yaml` for another one.",
    ),
    DiagnosticKind(
        "template",
        ERROR,
        meaning="A template of your own has an error.",
        why="Nothing can be rendered with it.",
        action="Compare it with the template that comes with the program.",
    ),
    DiagnosticKind(
        "letter-without-font",
        WARNING,
        meaning=(
            "No font here has a letter of the title, so the picture that is shown with links "
            "(`card.png`) lacks it."
        ),
        why="Links that people share would show a wrong title.",
        action="Install the package that the hint names, and build again.",
    ),
)

READING_TEXTS = CodeChapter(
    "prose",
    "Texts and templates",
    "Texts are written in Markdown, and quote facts of the data between double braces.",
    _KINDS,
)
