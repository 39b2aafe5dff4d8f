"""The codes of diagnostics: people."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "missing-affiliation",
        WARNING,
        meaning=(
            "An author of the proposal has no affiliation on the day of the workshop: none at "
            "all, or only one whose `since` is later. For an edition with a camera-ready it is "
            "an error."
        ),
        why=(
            "The author block shows the name and the address alone, and ACM takes no paper "
            "without it."
        ),
        action=(
            "Add the affiliation; who belongs to no institution writes `institution: "
            "Independent Researcher`."
        ),
        also=(ERROR,),
    ),
    DiagnosticKind(
        "missing-country",
        WARNING,
        meaning=(
            "The affiliation of an author of the proposal has no country. LaTeX sets the paper "
            "all the same; in a bundle for ACM it is an error."
        ),
        why="ACM takes no paper without it.",
        action="Add `country`.",
        also=(ERROR,),
    ),
    DiagnosticKind(
        "missing-biography",
        WARNING,
        meaning="An organizer has no biography.",
        why="Calls ask for them.",
        action="Add `bio`.",
    ),
    DiagnosticKind(
        "outdated-biography",
        WARNING,
        meaning="A biography is more than two years older than the workshop.",
        why="It names old positions and prizes.",
        action="Ask for a new one, and add it under `bios` with its own `since`.",
    ),
    DiagnosticKind(
        "former-affiliation",
        WARNING,
        meaning="A biography names a former employer, and not the present one.",
        why="Nobody changed it when the person moved.",
        action="Add a new one under `bios`, with the `since` of the new post.",
    ),
    DiagnosticKind(
        "long-biography",
        WARNING,
        meaning="A biography has more words than the conference's call allows.",
        why="Chairs may reject the proposal.",
        action="Shorten it.",
    ),
    DiagnosticKind(
        "person-twice",
        WARNING,
        meaning="Two files may be those of one person.",
        why="One of the two biographies is forgotten.",
        action="Keep one file.",
    ),
    DiagnosticKind(
        "institution-spelling",
        WARNING,
        meaning=(
            "An institution is spelt in two ways within an edition: with and without a comma, "
            '"Univ." and "University", "&" and "and", with and without "Inc.". The message has '
            "the place of the first spelling."
        ),
        why="In an author block they look like two.",
        action="Choose the institution's own.",
    ),
    DiagnosticKind(
        "missing-email",
        NOTE,
        meaning=(
            "Until the workshop is over: an organizer has no email address. Where the host "
            "conference's own call demands addresses, it is a warning."
        ),
        why="Calls ask for it, and the author block prints it.",
        action="Ask for it, and add `email` to the person's file.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "missing-contact",
        NOTE,
        meaning="Until the workshop is over: nobody is the contact.",
        why="Chairs and authors do not know whom to ask.",
        action="Add `contact`.",
    ),
    DiagnosticKind(
        "contact-not-organizer",
        WARNING,
        meaning="The contact is none of the organizers.",
        why="Chairs and authors write there.",
        action="Name one of them, or an address that they read.",
    ),
    DiagnosticKind(
        "contact-without-email",
        WARNING,
        meaning="The contact has no email address.",
        why="Nobody can write to them.",
        action="Add it to the person's file.",
    ),
    DiagnosticKind(
        "committee-twice",
        WARNING,
        meaning=(
            "Somebody stands twice in a committee, or among the editors of the volume. People of "
            "one name at different institutions are taken for different people."
        ),
        why="Readers see the name twice.",
        action="Delete one.",
    ),
    DiagnosticKind(
        "id-as-name",
        WARNING,
        meaning=(
            "In a committee or among a paper's authors stands what looks like an id and names no "
            "file, or an id as `name` or with an affiliation behind it."
        ),
        why="It is printed as a name. The id of a file in `people/` alone stands for that person.",
        action="Correct the id, delete what stands with it, or write the name.",
    ),
    DiagnosticKind(
        "organizer-on-committee",
        NOTE,
        meaning="An organizer is also on the committee.",
        why="Calls ask for reviewers besides the organizers.",
        action="Delete one, unless it is meant.",
    ),
    DiagnosticKind(
        "author-twice",
        WARNING,
        meaning="A paper names an author twice.",
        why="It is printed twice.",
        action="Delete one.",
    ),
    DiagnosticKind(
        "unlikely-name",
        WARNING,
        meaning=(
            "A name has a comma, a semicolon, a parenthesis, markup or an entity in it, or “and” "
            "between two whole names."
        ),
        why=(
            "It holds more than one person, a degree, or an affiliation at the wrong place, "
            "and all of it is printed as the name."
        ),
        action=(
            "Write one person an item, as `Ann Author (An Institute)`, or a record with `name` "
            "and `affiliation`."
        ),
    ),
    DiagnosticKind(
        "title-in-name",
        WARNING,
        meaning="A name begins with a title, such as `Dr.` or `Prof.`, which is no part of it.",
        why="It is printed as a part of the name, and references cite it so.",
        action="Write the name alone; the title of a person is `honorific` in the person's file.",
    ),
    DiagnosticKind(
        "unclear-family-name",
        NOTE,
        meaning=(
            "The words of an author's name do not show which of them are the family name: `Van`, "
            "`De` and the like are written large, the first word is in capitals, there are four "
            "names, or it is no person at all. `papers.bib` has the last word. Where two family "
            "names follow one given name, or the family name comes first, nothing shows it, and "
            "nothing is said."
        ),
        why="BibTeX sorts and cites by the family name.",
        action="Add `family_name` beside `name`, with the whole name of an institution.",
    ),
    DiagnosticKind(
        "organizer-author",
        NOTE,
        meaning="An organizer is an author of an accepted paper.",
        why="Chairs ask who decided on it.",
        action="Say it in the proposal.",
    ),
)

RULES_PEOPLE = CodeChapter(
    "people",
    "People",
    "",
    _KINDS,
)
