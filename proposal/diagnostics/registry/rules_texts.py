"""The codes of diagnostics: titles, texts and lists."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "future-news",
        WARNING,
        meaning="A piece of news is dated ahead.",
        why="The website and the feed show it as soon as they are built, whatever its day.",
        action="Write the day on which it is announced, or add it on that day.",
    ),
    DiagnosticKind(
        "repeated-news",
        WARNING,
        meaning="Two pieces of news have the same day and the same words.",
        why="Pages and the feed would show them twice.",
        action="Delete one.",
    ),
    DiagnosticKind(
        "fact-in-news",
        WARNING,
        meaning="A piece of news quotes a fact, as `{{ dates.submission }}`.",
        why="News keep saying what they said on their day; the braces are printed as they stand.",
        action="Write the words that hold on that day.",
    ),
    DiagnosticKind(
        "photo-without-alt",
        WARNING,
        meaning="A photo of the gallery has no `alt`.",
        why="Whoever does not see it hears only that there is a photo.",
        action="Say in a sentence what one sees: `{file: group.jpg, alt: …}`.",
    ),
    DiagnosticKind(
        "repeated-photo",
        WARNING,
        meaning="A photo is listed twice under `photos`.",
        why="It is shown twice.",
        action="Delete one of the lines.",
    ),
    DiagnosticKind(
        "news-without-id",
        NOTE,
        meaning="Several pieces of news are of one day, and more than one of them has no `id`.",
        why=(
            "They are counted in the order in which they are written. If one more is written "
            "before them, readers of the feed see an old one as new."
        ),
        action="Add `id:` and a name to the later ones.",
    ),
    DiagnosticKind(
        "mistyped-track",
        WARNING,
        meaning="The track of a paper is nearly that of one under `submissions`, and not the same.",
        why="The paper stands alone under a heading of its own.",
        action="Write the track's id or name; the hint has it.",
    ),
    DiagnosticKind(
        "shouted-title",
        WARNING,
        meaning="The title of a talk or paper is in capitals.",
        why="It stands out among the others, and names in it cannot be recognized.",
        action="Write it as the others are.",
    ),
    DiagnosticKind(
        "title-full-stop",
        WARNING,
        meaning=(
            "The title of a talk or paper ends with a full stop. Abbreviations and three dots "
            "may end one."
        ),
        why="Titles are printed without one.",
        action="Delete it.",
    ),
    DiagnosticKind(
        "markup-in-title",
        WARNING,
        meaning=(
            "The title of a paper, talk or slot, a topic or a keyword holds a command of LaTeX "
            "(`\\emph{…}`, `$n^2$`), an HTML tag or an entity (`&amp;`)."
        ),
        why=(
            "It is printed as it stands. Only titles of papers and talks may hold formulas; "
            "topics, keywords and titles of the program may not."
        ),
        action="Write the characters themselves: n², &, é.",
    ),
    DiagnosticKind(
        "quoted-value",
        WARNING,
        meaning="Quotes stand around a whole name, title, institution or text.",
        why="They came along from a text processor and would be printed.",
        action="Delete them. If they belong to a title, allow it with a comment.",
    ),
    DiagnosticKind(
        "repeated-paper",
        WARNING,
        meaning="Two papers have one title, as after two imports.",
        why="They would be counted and printed twice.",
        action="Delete one.",
    ),
    DiagnosticKind(
        "repeated-item",
        WARNING,
        meaning="A topic, a keyword or a sponsor stands in its list twice.",
        why="It would be printed twice.",
        action="Delete one.",
    ),
    DiagnosticKind(
        "long-abstract",
        NOTE,
        meaning=(
            "The abstract has more than 300 words. Where the host conference's call limits the "
            "abstract, its number holds, and more words are a warning."
        ),
        why="Most calls allow fewer.",
        action="Shorten it.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "keyword-count",
        NOTE,
        meaning=(
            "One keyword or none, or more than ten. To have none where the host conference's "
            "call demands them is a warning."
        ),
        why="ACM prints them, and they are for finding a paper.",
        action="Give two to ten.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "unset-fact",
        WARNING,
        meaning="A text quotes a fact that the data do not say yet.",
        why="It is printed as “to be announced”, or left out.",
        action="Add it to the data, or take the quotation out.",
    ),
    DiagnosticKind(
        "in-online",
        WARNING,
        meaning="`{{ place }}` of what is online stands behind a word such as “in”.",
        why="Readers see “takes place in Online”.",
        action="Write “takes place online” in place of the fact.",
    ),
    DiagnosticKind(
        "cut-by-comment",
        WARNING,
        meaning=(
            "A ` #` in a value without quotes begins a comment, so the text ends there: of "
            "`room: Hall #3`, `Hall` is left."
        ),
        why="A part of the text is missing.",
        action=(
            'Put quotes around the whole text, `"Hall #3"`. If it is meant as a comment, write '
            "a space behind the `#`."
        ),
    ),
    DiagnosticKind(
        "swallowed-item",
        WARNING,
        meaning="A line that begins like an item of a list is part of the text above it.",
        why="It is printed within that text, and is no item.",
        action=(
            "Align its hyphen with those of the other items. If it belongs to a text, write `|` "
            "behind the key above it."
        ),
    ),
    DiagnosticKind(
        "heading-without-space",
        WARNING,
        meaning="A line begins with # and a word, without a space between them.",
        why="Markdown takes it for text, so that a section and its place in the menu are missing.",
        action="Write a space behind the sign: `# Motivation`.",
    ),
    DiagnosticKind(
        "single-braces",
        WARNING,
        meaning="The name of a fact stands between single braces: `{ title }`.",
        why="Only double braces quote a fact; readers would see the braces.",
        action="Write `{{ title }}`.",
    ),
    DiagnosticKind(
        "html-in-prose",
        WARNING,
        meaning="A tag or a comment of HTML in Markdown.",
        why="Prose is text, so it is printed as it is typed.",
        action="Write Markdown.",
    ),
    DiagnosticKind(
        "link-to-nothing",
        ERROR,
        meaning="A link leads to a page of ours that does not exist: `fqa.md`, `../travle/`.",
        why="Whoever follows it stands before nothing.",
        action="Write the name of the page's Markdown file, as `[questions](pages/faq.md)`.",
    ),
    DiagnosticKind(
        "link-not-made",
        WARNING,
        meaning=(
            "A link leads to a file of your own that is not put on the website, to something "
            "that is no whole address, or from a PDF to a website whose address is not known. A "
            "file that does not exist is an error."
        ),
        why="Only the words of the link are shown.",
        action="Put the file into `files/`, or write the address from `https://` on.",
    ),
    DiagnosticKind(
        "picture-not-shown",
        WARNING,
        meaning="A picture of another website.",
        why="Pages load nothing from elsewhere, so that only what its brackets say is shown.",
        action="Put the picture beside the text, and write the name of its file.",
    ),
    DiagnosticKind(
        "incomplete-reference",
        WARNING,
        meaning="An entry in `references.bib` that is cited lacks a field that its kind needs.",
        why="The reference is printed with a gap.",
        action="Add the field.",
    ),
    DiagnosticKind(
        "biblatex-entry",
        WARNING,
        meaning=(
            "A cited entry has types or fields of biblatex, which ACM's style for BibTeX "
            "passes over."
        ),
        why=(
            "They are translated (`journaltitle` is a journal, `date` a year, `@thesis` a "
            "dissertation, a `subtitle` stands behind the title), and the message says so."
        ),
        action="Look at the printed reference, or write the entry as BibTeX knows it.",
    ),
    DiagnosticKind(
        "unknown-entry-type",
        WARNING,
        meaning="ACM's style has no such type of entry and sets it as `@misc`.",
        why="Journal, publisher and pages are not printed.",
        action=(
            "Take one of its own: `@article`, `@inproceedings`, `@book`, `@techreport`, "
            "`@online` and so on."
        ),
    ),
    DiagnosticKind(
        "html-entity",
        WARNING,
        meaning="`&amp;` and the like stand in a cited entry.",
        why=(
            "They come from a web page. We print what they stand for; other programs print the "
            "signs."
        ),
        action="Write the letter itself.",
    ),
    DiagnosticKind(
        "html-tag",
        WARNING,
        meaning="`<i>`, `<sub>`, MathML and the like stand in a cited entry.",
        why="They come from a publisher. We print what they mean; other programs print the tags.",
        action=r"Write them in LaTeX: `\textit{…}`, `\textsubscript{…}`, `$…$`.",
    ),
    DiagnosticKind(
        "escaped-latex",
        WARNING,
        meaning=r"A cited entry has LaTeX whose signs a program took for text: `\$x\$`, `\{ABC\}`.",
        why="Dollar signs, braces and names of commands are printed as they stand.",
        action="If it is LaTeX, delete the backslashes that make text of it: `$x$`, `{ABC}`.",
    ),
    DiagnosticKind(
        "reference-address",
        WARNING,
        meaning="The `url` of a cited entry is no whole address.",
        why="A link in the PDF would lead nowhere.",
        action="Write the whole address: `https://www.example.org/page`.",
    ),
)

RULES_TEXTS = CodeChapter(
    "texts",
    "Titles, texts and lists",
    "",
    _KINDS,
)
