"""The codes of diagnostics: files."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "yaml-syntax",
        ERROR,
        meaning=(
            "The file is not valid YAML at this place: a sign such as `:`, `#`, `?`, `[` or a "
            "quote is misread, or indentation is wrong."
        ),
        why="What is printed would not be what was meant.",
        action=("Correct the line as the hint says; put a text with special signs between quotes."),
    ),
    DiagnosticKind(
        "duplicate-key",
        ERROR,
        meaning="One key stands twice in one record.",
        why="Only one of the two values could hold, and nobody could say which.",
        action="Delete one of the two.",
    ),
    DiagnosticKind(
        "dropped-word",
        ERROR,
        meaning=(
            "A value begins with `!`, `&` or `*`, so YAML takes the word for a tag, an anchor or "
            "an alias, and would drop it."
        ),
        why="The text would be printed without its first word.",
        action="Put the whole text between quotes.",
    ),
    DiagnosticKind(
        "forbidden-character",
        ERROR,
        meaning=(
            "A character that cannot be printed stands in a text, or half of one. It often "
            "comes along when text is pasted."
        ),
        why="TeX and browsers would drop it, or show a box.",
        action="Delete it, or write the character that is meant.",
    ),
    DiagnosticKind(
        "not-utf-8",
        ERROR,
        meaning="The file is not saved in the encoding UTF-8.",
        why="Letters with accents would turn into other signs.",
        action="Save it as UTF-8 in your editor.",
    ),
    DiagnosticKind(
        "too-deep",
        ERROR,
        meaning=(
            "Braces, lists or quotes are nested more deeply than the program reads or a page shows."
        ),
        why="What lies deeper would be cut off.",
        action="Use fewer levels.",
    ),
    DiagnosticKind(
        "unreadable-file",
        ERROR,
        meaning=(
            "A file cannot be read: it is missing its permissions, is a folder, or the disk "
            "refuses it. An importer and `audit` warn, and leave the file out."
        ),
        why="What it holds would be missing everywhere.",
        action="Make it a file that you may read.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "unreadable-folder",
        ERROR,
        meaning="A folder of the data cannot be read.",
        why="All that it holds would be missing without a word.",
        action="Make it a folder that you may read.",
    ),
    DiagnosticKind(
        "file-too-large",
        ERROR,
        meaning=(
            "A file is larger than the program reads (4 MB for a text, 20 MB for a picture). "
            "An importer leaves it out with a warning."
        ),
        why="Such a file is not a text that a person wrote, and would take minutes.",
        action="Shorten or divide the text; make the picture smaller.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "file-name",
        ERROR,
        meaning=(
            "A file's name has characters that cannot be printed, or that servers and "
            "publishers do not take."
        ),
        why="Nobody else could open it by its name.",
        action="Rename it with plain letters, digits and hyphens.",
    ),
    DiagnosticKind(
        "page-name",
        ERROR,
        meaning=(
            "The name of a file in `pages/` can be no part of an address, or another part of the "
            "website has it: `call-for-papers.md`, `files.md`."
        ),
        why="The page stands under the name of its file.",
        action="Rename it with lower-case letters, digits and hyphens: `code-of-conduct.md`.",
    ),
    DiagnosticKind(
        "untitled-page",
        ERROR,
        meaning="A page of your own has no title.",
        why="The menu, the browser and search engines call it by that.",
        action="Begin its text with a heading: `# Frequently Asked Questions`.",
    ),
    DiagnosticKind(
        "front-matter",
        ERROR,
        meaning="The lines `---` around a page's front matter do not fit.",
        why="Nobody can tell where the page's text begins.",
        action="Write `---` above and below it, each in a line of its own.",
    ),
    DiagnosticKind(
        "two-paper-files",
        ERROR,
        meaning="Two PDFs in `papers/` are those of one paper: `ID.pdf` and `ID.PDF`.",
        why="Nobody could say which of them the proceedings are made of.",
        action="Delete the older one.",
    ),
    DiagnosticKind(
        "changed-by-jekyll",
        WARNING,
        meaning="A file in `files/` begins with `---`, as pages of a Jekyll site do.",
        why="Jekyll makes a page of it, and does not copy it as it is.",
        action="Put something else on its first line, if you use the tree for Jekyll.",
    ),
)

READING_FILES = CodeChapter(
    "files",
    "Files",
    "A file is read before anything else, so its errors come first.",
    _KINDS,
)
