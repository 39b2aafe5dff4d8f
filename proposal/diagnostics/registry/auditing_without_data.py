"""The codes of diagnostics: pages without data."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "acronym-spelling",
        WARNING,
        meaning="The acronym of the host conference has its letters mixed up in an address.",
        why="The link may lead nowhere, or papers go to another place.",
        action="Look whether the address is right.",
    ),
    DiagnosticKind(
        "affiliation-differs",
        ERROR,
        meaning=(
            "Two places give different affiliations for one person. A biography that names "
            "another one is a warning."
        ),
        why="Readers cannot know which one holds.",
        action="Ask the person, and write the present one in both places.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "am-or-pm",
        ERROR,
        meaning=(
            "A row of the schedule lasts into the night, or lies in it, and would fit exactly "
            "between the rows around it half a day earlier or later."
        ),
        why="People who add it to their calendars are told to come at night.",
        action="Correct am and pm; noon is 12:00 PM.",
    ),
    DiagnosticKind(
        "cannot-be-read",
        ERROR,
        meaning=(
            "A page, a data file, a PDF or a calendar is broken. A file of more text than anybody "
            "writes by hand is only left out, with a warning."
        ),
        why="Nothing in it is compared. What is broken for this program is often so for others.",
        action="Make it again, or ask for it again; leave out what no person wrote.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "dead-anchor",
        WARNING,
        meaning="A link leads to a place in a page that does not exist.",
        why="Readers land at the top of the page.",
        action="Correct the part behind `#`, or give the heading that id.",
    ),
    DiagnosticKind(
        "dead-link",
        WARNING,
        meaning="A link leads to a file that does not exist.",
        why="Readers get an error.",
        action="Correct the address.",
    ),
    DiagnosticKind(
        "empty-link",
        WARNING,
        meaning="A link has no address, or a text in brackets never became a link.",
        why="Readers click and nothing happens.",
        action="Give its address, or delete the brackets.",
    ),
    DiagnosticKind(
        "ends-before-start",
        ERROR,
        meaning="A part of the schedule ends before it begins.",
        why="One of the two times is wrong.",
        action="Look whether am and pm are right.",
    ),
    DiagnosticKind(
        "no-such-day",
        ERROR,
        meaning="A page gives a day behind the end of its month, such as 31 June 2026.",
        why="Readers guess which day is meant: the one before or the one behind.",
        action="Correct the day or the month.",
    ),
    DiagnosticKind(
        "no-such-hour",
        WARNING,
        meaning=(
            "An hour counts to 24 and says PM as well, as 16:00 PM. One that no clock shows, as "
            "25:00, 10:75 or 16:00 AM, is an error."
        ),
        why="Readers cannot know which hour is meant.",
        action="Write the hour that is meant.",
        also=(ERROR,),
    ),
    DiagnosticKind(
        "row-order",
        WARNING,
        meaning=(
            "A row of the schedule stands above earlier ones, and begins exactly when another one "
            "further down ends."
        ),
        why="Readers follow the rows from above, and miss a talk.",
        action="Put the rows in the order of their hours, or correct the hours.",
    ),
    DiagnosticKind(
        "overlapping-slots",
        ERROR,
        meaning="A part of the schedule begins before the one before it ends.",
        why="Speakers would share the room.",
        action="Let one end when the other begins.",
    ),
    DiagnosticKind(
        "leftover-page",
        WARNING,
        meaning=(
            "A page was left over from another year: all its dates lie before those of its "
            "edition, or its title names another year than its address. Its dates are not "
            "compared with those of other pages."
        ),
        why="Readers who find it through a search send their papers to a workshop that is over.",
        action="Bring the page up to date, or take it out.",
    ),
    DiagnosticKind(
        "name-spelling",
        WARNING,
        meaning="One person's name is spelt in two ways.",
        why="Search engines and indexes take them for two people.",
        action="Choose the spelling that the person uses.",
    ),
    DiagnosticKind(
        "reference-differs",
        ERROR,
        meaning=(
            "Two lists of references (.bib, .ris) give a paper other authors, pages, a year or a "
            "DOI."
        ),
        why="Whoever cites the paper copies one of them.",
        action="Look at the paper, and correct the other one.",
    ),
    DiagnosticKind(
        "time-differs",
        ERROR,
        meaning=(
            "Two places give different times for one thing, such as the schedule and a calendar."
        ),
        why="People come at the wrong time.",
        action="Correct one of the two.",
    ),
    DiagnosticKind(
        "title-differs",
        ERROR,
        meaning="One talk or paper has two titles.",
        why="Readers take them for two.",
        action="Use the authors' own title in both places.",
    ),
    DiagnosticKind(
        "title-spelling",
        WARNING,
        meaning="A title is written with other signs in another place.",
        why="It looks careless, and searches miss one of the two.",
        action="Write it as its authors do.",
    ),
    DiagnosticKind(
        "two-dates",
        ERROR,
        meaning=(
            "One thing has two dates. When a page is imported, it is a warning, and the "
            "message says which date is taken. A workshop of one day here and of several "
            "elsewhere is a warning, too."
        ),
        why="People miss the earlier one.",
        action="Find out which one holds, and correct the other.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "undescribed-speaker",
        WARNING,
        meaning="A speaker in the schedule has no entry among the speakers.",
        why="Visitors do not learn who it is.",
        action="Add name, affiliation and biography.",
    ),
    DiagnosticKind(
        "unlisted-paper",
        WARNING,
        meaning="The schedule names a paper that the list of papers does not have.",
        why="Its authors will ask.",
        action="Add it to the list, or take it out of the program.",
    ),
    DiagnosticKind(
        "unknown-liquid",
        WARNING,
        meaning="A command of Liquid in a Jekyll page is not understood and is passed over.",
        why="What it would print is not compared or imported.",
        action="Look at that place yourself, or use the page as the site shows it.",
    ),
    DiagnosticKind(
        "wrong-duration",
        ERROR,
        meaning=(
            "The length that is stated is not the time between begin and end. When a page is "
            "imported, it is a warning."
        ),
        why="The next part begins too early or too late.",
        action="Correct the length or the hours.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "wrong-weekday",
        ERROR,
        meaning=(
            "The day of the week is not that of the date. When a page is imported, it is a "
            "warning, and the date is kept."
        ),
        why="Half of the readers trust the one, half the other.",
        action="Look at a calendar, and correct one of them.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "wrong-zone",
        ERROR,
        meaning=(
            "The time zone that is named is not that of the place on that day, such as winter "
            "time in July. When a page is imported, or where it may be meant, it is a warning."
        ),
        why="Everybody who listens from afar comes at the wrong hour.",
        action="Write the offset or the zone that the hint names.",
        also=(WARNING,),
    ),
)

AUDITING_WITHOUT_DATA = CodeChapter(
    "consistency",
    "Pages without data",
    (
        "`proposal audit` without data compares pages, PDFs and calendars with each other. An "
        "error is a contradiction, a warning a likely slip. Nothing can be switched off here, "
        "since there is no `workshop.yaml` that could say so; with data, it can."
    ),
    _KINDS,
    is_about_data=False,
)
