"""The codes of diagnostics: values in the data."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "missing-key",
        ERROR,
        meaning="A record lacks a key that it must have.",
        why="Pages and documents are made of it.",
        action="Add the key; the hint shows an example.",
    ),
    DiagnosticKind(
        "missing-value",
        ERROR,
        meaning="A key has no value, or a file is empty.",
        why="Nobody can say what was meant.",
        action="Write the value behind the colon, or delete the line.",
    ),
    DiagnosticKind(
        "unknown-key",
        ERROR,
        meaning="A record has a key that does not exist there, often a slip of the pen.",
        why="What stands under it would be read by nobody.",
        action="Correct the key; the hint names the nearest one.",
    ),
    DiagnosticKind(
        "empty-text",
        ERROR,
        meaning="A text has only spaces.",
        why="A gap would be printed in its place.",
        action="Write the text, or delete the line.",
    ),
    DiagnosticKind(
        "too-long",
        ERROR,
        meaning="A text, name or keyword is longer than anything of its kind can be.",
        why="TeX would be busy with it for hours, and no page could show it.",
        action="Shorten it; longer prose belongs into a Markdown file.",
    ),
    DiagnosticKind(
        "too-many",
        ERROR,
        meaning="A list has more items than it may have.",
        why="It would fill pages.",
        action="Keep those that matter.",
    ),
    DiagnosticKind(
        "empty-list",
        ERROR,
        meaning="A list that must have an item is empty.",
        why="Its contents are needed.",
        action="Add an item, or delete the key.",
    ),
    DiagnosticKind(
        "not-a-text",
        ERROR,
        meaning="A list or a record stands where one text belongs.",
        why="The program does not guess which part is meant.",
        action="Write one text; put quotes around a text with special signs.",
    ),
    DiagnosticKind(
        "file-for-text",
        ERROR,
        meaning="The name of a file stands where a text is expected.",
        why="The name would be printed in place of the text.",
        action="Write the text itself, behind `|` on lines of its own.",
    ),
    DiagnosticKind(
        "not-a-list",
        ERROR,
        meaning="A single value stands where a list belongs.",
        why="One item is read like many only if it is written as a list.",
        action="Write `[one, another]`, or one item a line after a dash.",
    ),
    DiagnosticKind(
        "not-a-record",
        ERROR,
        meaning="A single value or a list stands where `key: value` lines belong.",
        why="The program does not guess which key is meant.",
        action="Write `key: value` lines with the keys that the hint names.",
    ),
    DiagnosticKind(
        "not-a-number",
        ERROR,
        meaning="Something else stands where a whole number belongs.",
        why="It is counted or compared with others.",
        action="Write digits only.",
    ),
    DiagnosticKind(
        "not-yes-or-no",
        ERROR,
        meaning="Something else stands where `true` or `false` belongs.",
        why="A guess could publish what should stay private.",
        action="Write `true` or `false`.",
    ),
    DiagnosticKind(
        "not-a-choice",
        ERROR,
        meaning="A value is not one of those that are possible here.",
        why="Each of them has its own meaning, and another has none.",
        action="Write one of those that the message lists.",
    ),
    DiagnosticKind(
        "too-small",
        ERROR,
        meaning="A number is smaller than it can be.",
        why="It was mistyped.",
        action="Write the number that is meant.",
    ),
    DiagnosticKind(
        "too-large",
        ERROR,
        meaning="A number is larger than it can be.",
        why="It was mistyped.",
        action="Write the number that is meant.",
    ),
    DiagnosticKind(
        "wrong-characters",
        ERROR,
        meaning="A value has characters that do not belong into it.",
        why="It could not be used as a name or an address.",
        action="Write it as the example in the hint.",
    ),
    DiagnosticKind(
        "unfit-value",
        ERROR,
        meaning="A value cannot be read as what belongs here.",
        why="The program does not guess what is meant.",
        action="Write it as the example in the hint.",
    ),
    DiagnosticKind(
        "not-a-date",
        ERROR,
        meaning=(
            "A value is no day of the calendar, or can be read as two days. An importer warns "
            "and leaves it out."
        ),
        why="A wrong day sends people away.",
        action="Write year-month-day: 2026-02-26.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "not-a-time",
        ERROR,
        meaning="A value is no time of the day.",
        why="The schedule and the calendars are made of it.",
        action="Write hours and minutes in 24 hours: 14:30.",
    ),
    DiagnosticKind(
        "published-nowhere",
        ERROR,
        meaning="Papers stand in the conference's proceedings, and are said not to be published.",
        why="Authors who want to publish the work elsewhere must know which of the two is so.",
        action="Delete one of the two.",
    ),
    DiagnosticKind(
        "not-a-zone",
        ERROR,
        meaning="A value is no time zone, or letters such as `EST`.",
        why="Such letters are an hour wrong for half of the year.",
        action=(
            "Name a place of the zone: America/Boise, Europe/Madrid. A deadline may have `AoE` or "
            "`UTC+8`, too."
        ),
    ),
    DiagnosticKind(
        "not-a-url",
        ERROR,
        meaning="A value is no whole web address. An importer warns and keeps the words alone.",
        why="A link to it would lead nowhere.",
        action="Copy the address from the browser, with https://.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "link-without-label",
        ERROR,
        meaning="A link under `links.others` has no label, and its address is of no known service.",
        why="Readers could not tell where it leads.",
        action="Write `{label: …, url: …}`.",
    ),
    DiagnosticKind(
        "not-pages",
        ERROR,
        meaning="The pages of a paper are neither one page nor a first and a last one.",
        why="They are printed in bibliographies.",
        action="Write the first and the last page: `12-19`.",
    ),
    DiagnosticKind(
        "not-an-email",
        ERROR,
        meaning="A value is no email address. An importer warns and leaves it out.",
        why="Mail to it would come back.",
        action="Write name@example.org.",
    ),
    DiagnosticKind(
        "not-an-orcid",
        ERROR,
        meaning=(
            "A value is no ORCID iD, or a digit was mistyped. An importer warns and leaves it out."
        ),
        why="It would lead to another person or to nobody.",
        action="Copy the sixteen digits from the person's page.",
    ),
    DiagnosticKind(
        "not-a-doi",
        ERROR,
        meaning=(
            "A value is no DOI, or has something before it. An importer warns and leaves it out."
        ),
        why="The link to the published paper would be broken for good.",
        action="Write 10.1145/ and the number behind it.",
    ),
    DiagnosticKind(
        "not-an-isbn",
        ERROR,
        meaning=(
            "A value is no ISBN: its length or its check digit is wrong. An importer warns and "
            "leaves it out."
        ),
        why="Production compares it with the rights form.",
        action="Copy it from the publisher's message.",
    ),
    DiagnosticKind(
        "not-an-id",
        ERROR,
        meaning="An id has other characters than lower-case letters, digits and hyphens.",
        why="Ids become names of files and parts of addresses.",
        action="Write it as the hint does.",
    ),
    DiagnosticKind(
        "not-a-file-name",
        ERROR,
        meaning="A value is a path, or no plain name of a file.",
        why="Files are looked for in one folder, and nowhere else.",
        action="Put the file there, and write its name alone.",
    ),
    DiagnosticKind(
        "not-a-branch",
        ERROR,
        meaning="A value under `publish` is no name of a branch that git takes.",
        why="The website would be published nowhere.",
        action="Write letters, digits and hyphens: `gh-pages`.",
    ),
    DiagnosticKind(
        "not-a-remote",
        ERROR,
        meaning="A value under `publish` is neither the name nor the address of a repository.",
        why="Only what cannot be an option or a command is handed to git.",
        action="Write a name that `git remote` lists, `https://HOST/PATH` or `git@HOST:PATH`.",
    ),
    DiagnosticKind(
        "secret-in-address",
        ERROR,
        meaning="The address of a repository holds a password or a token.",
        why="Whoever can read the data could change the website, and perhaps much else.",
        action="Leave it out, and revoke it if others have seen it. Git asks for it by itself.",
    ),
    DiagnosticKind(
        "not-a-folder",
        ERROR,
        meaning="A value under `publish` is no folder of this machine.",
        why="The website would be published nowhere.",
        action="Write a path, from the folder that holds `data/`: `../website`.",
    ),
    DiagnosticKind(
        "not-a-server",
        ERROR,
        meaning="A value under `publish` is no folder on a server that is reached by ssh.",
        why="Only what can be neither an option nor a command is handed to ssh and rsync.",
        action="Write `user@host:path`. Ports and keys stand in your `~/.ssh/config`.",
    ),
    DiagnosticKind(
        "publish-place",
        ERROR,
        meaning="`publish` names no place, or more than one.",
        why="The website would be published nowhere, or one could not tell where.",
        action="Keep one of `branch`, `to` and `rsync`.",
    ),
    DiagnosticKind(
        "not-a-colour",
        ERROR,
        meaning="A value is no colour.",
        why="Browsers would ignore it.",
        action='Write "#" and six digits, between quotes: "#0b5fa5".',
    ),
    DiagnosticKind(
        "picture-without-alt",
        ERROR,
        meaning="A wide photo is named by its file alone, and what it shows is not said.",
        why="Whoever does not see the photo hears these words in its place.",
        action="Write a record with `file` and `alt`.",
    ),
    DiagnosticKind(
        "not-a-language",
        ERROR,
        meaning="`language` is not the tag of a language.",
        why="Browsers, screen readers and TeX know languages by their tags.",
        action="Write a tag, such as `de` for German.",
    ),
    DiagnosticKind(
        "not-an-acronym",
        ERROR,
        meaning="An acronym has spaces or signs.",
        why="It becomes part of names and addresses.",
        action="Write letters and digits only.",
    ),
    DiagnosticKind(
        "address-in-name",
        ERROR,
        meaning="An email address stands in a name or an affiliation.",
        why="Every page shows names, so the address would be published.",
        action="Delete it; an address stands under `email` in the person's file.",
    ),
    DiagnosticKind(
        "ordinal-in-name",
        ERROR,
        meaning=(
            "The name of the series holds the number of an edition, such as “1st Workshop on …”."
        ),
        why="Each edition adds its own number, so it would be printed twice.",
        action="Leave it out of `name`; write `ordinal` in `edition.yaml`.",
    ),
    DiagnosticKind(
        "family-name",
        ERROR,
        meaning="`family_name` is no part of the name.",
        why="Running heads and citations would show a name that the person does not have.",
        action="Write the words of `name` that are the family name.",
    ),
    DiagnosticKind(
        "two-biographies",
        ERROR,
        meaning="`bio` and `bios` stand side by side.",
        why="Nobody could say which holds.",
        action="Move `bio` into `bios`, with its own `since`.",
    ),
    DiagnosticKind(
        "person-or-name",
        ERROR,
        meaning="Somebody is named by both `person` and `name`, or by neither.",
        why="The two could be different people.",
        action="Keep one of the two.",
    ),
    DiagnosticKind(
        "two-affiliations",
        ERROR,
        meaning="An author has both `affiliation` and `affiliations`.",
        why="One of them would be printed nowhere.",
        action="Write all institutions under `affiliations`.",
    ),
    DiagnosticKind(
        "key-of-person",
        ERROR,
        meaning="What stands in a person's file is written beside the person's id, too.",
        why="One of the two would be read, and the other one be wrong some day.",
        action="Write it in the person's file alone.",
    ),
    DiagnosticKind(
        "page-range",
        ERROR,
        meaning="Papers must have more pages or words than they may.",
        why="Authors cannot follow it, and calls would say it.",
        action="Swap the two numbers.",
    ),
    DiagnosticKind(
        "deadline-without-call",
        ERROR,
        meaning="An edition without a call for papers has a day until which papers are due.",
        why="Pages would ask for papers until that day, and calendars remind of it.",
        action=(
            "Delete the day or `submissions: none`. What else is due has a date of another name, "
            "with a `label`."
        ),
    ),
    DiagnosticKind(
        "dates-out-of-order",
        ERROR,
        meaning="A conference ends before it starts, or the days of a workshop are out of order.",
        why="Calendars would refuse it.",
        action="Swap the two days.",
    ),
    DiagnosticKind(
        "times-out-of-order",
        ERROR,
        meaning=(
            "The workshop or a slot ends before it starts, often because hours after noon were "
            "written in 12 hours."
        ),
        why="Calendars would refuse it.",
        action="Write 24 hours: 16:30. What ends after midnight has `next_day: true`, too.",
    ),
    DiagnosticKind(
        "missing-kind",
        ERROR,
        meaning="A slot, or a part of one, does not say what happens.",
        why="The schedule would show an empty line.",
        action="Add `kind`, such as `kind: break`, `talk`, or a `title` of your own.",
    ),
    DiagnosticKind(
        "talk-with-kind",
        ERROR,
        meaning="A slot names a talk and a kind that is none, such as a break.",
        why="It would be shown as both.",
        action="Delete `kind` or `talk`.",
    ),
    DiagnosticKind(
        "papers-elsewhere",
        ERROR,
        meaning="A slot lists papers and is of a kind in which none are presented.",
        why="They would not be shown.",
        action="Write `kind: papers` or `kind: posters`.",
    ),
    DiagnosticKind(
        "part-hours",
        ERROR,
        meaning=(
            "The hours of a part within a slot are missing, said twice, outside of the slot, or "
            "before those of the part above it."
        ),
        why="The schedule is printed with them, in the order of the file.",
        action="Write `minutes`, or `start` and `end`, within the hours of the slot.",
    ),
    DiagnosticKind(
        "host-of-conference",
        ERROR,
        meaning="A file in `venues/` says who hosts the workshop, and describes a conference, too.",
        why="Pages say either beside which conference the workshop is held, or who hosts it.",
        action="Delete `host`, or all that is said of the conference.",
    ),
    DiagnosticKind(
        "not-an-amount",
        ERROR,
        meaning="A fee is no amount of money with its currency.",
        why="Visitors from all countries read it, and many currencies share a sign.",
        action="Write the number and the currency's three letters: `120 EUR`; or `free`.",
    ),
    DiagnosticKind(
        "fee-for-nobody",
        ERROR,
        meaning="Of several fees, one does not say for whom it is, or two are for the same people.",
        why="Nobody knows which of them to pay.",
        action="Write `who` beside each amount.",
    ),
    DiagnosticKind(
        "skipped-hour",
        ERROR,
        meaning=(
            "There is no such hour on that day: in the night in which summer time begins, clocks "
            "go forward over it."
        ),
        why="Each calendar and each browser would make another moment of it.",
        action="Write an hour before the change, or one behind it.",
    ),
    DiagnosticKind(
        "repeated-hour",
        ERROR,
        meaning=(
            "That hour comes twice on that day: in the night in which summer time ends, clocks go "
            "back over it."
        ),
        why="Half of all calendars and browsers would take the other one.",
        action="Write its clock behind it, by letters or offset: `01:30 EST`, `01:30 UTC-5`.",
    ),
    DiagnosticKind(
        "other-clock",
        ERROR,
        meaning="The letters or the offset behind a time are not those of its zone on that day.",
        why="One of the two is wrong, and nobody knows which hour is meant.",
        action="Write the time by the clock of the zone that the message names.",
    ),
    DiagnosticKind(
        "missing-licence",
        ERROR,
        meaning="`copyright: cc` has no licence.",
        why="The permission block differs from licence to licence.",
        action="Add `licence`, as ACM's message says.",
    ),
    DiagnosticKind(
        "licence-without-cc",
        ERROR,
        meaning="A licence stands beside a form of copyright that has none.",
        why="One of the two is from another message.",
        action="Write `copyright: cc`, or delete `licence`.",
    ),
    DiagnosticKind(
        "concepts-disagree",
        ERROR,
        meaning=("The XML and the `\\ccsdesc` lines of the CCS concepts name different concepts."),
        why="ACM reads one, and readers see the other.",
        action="Paste both parts again from ACM's tool.",
    ),
    DiagnosticKind(
        "no-concepts",
        ERROR,
        meaning="The text under `concepts` has no CCS concept in it.",
        why="The PDF would have none.",
        action="Paste what ACM's tool gives, or write a list.",
    ),
    DiagnosticKind(
        "unknown-demand",
        ERROR,
        meaning="A call names something to be demanded that the program does not know.",
        why="Nothing could be checked for it.",
        action="Take a name from docs/reference/calls.md; the hint has the nearest one.",
    ),
    DiagnosticKind(
        "unknown-answer",
        ERROR,
        meaning="A field of a form is to be answered by something that the program does not know.",
        why="The field would stay empty.",
        action="Take a name from docs/reference/calls.md; the hint has the nearest one.",
    ),
    DiagnosticKind(
        "field-without-choices",
        ERROR,
        meaning="A field of a form takes several choices, and has none.",
        why="There is nothing to choose from.",
        action="List them under `choices`.",
    ),
    DiagnosticKind(
        "repeated-field",
        ERROR,
        meaning="Two fields of a form have the same name.",
        why="An edition's own answer could belong to either.",
        action="Give one of them another `name`.",
    ),
    DiagnosticKind(
        "not-one-answer",
        ERROR,
        meaning="A field of a form is answered in no way, or in several: text, choices, section.",
        why="Only one answer can be pasted.",
        action="Keep one of them.",
    ),
    DiagnosticKind(
        "repeated-demand",
        ERROR,
        meaning="One thing is demanded twice of one document.",
        why="The two could differ.",
        action="Delete one of the two.",
    ),
    DiagnosticKind(
        "format-without",
        ERROR,
        meaning="A document's `format` cannot have something else that is written of it.",
        why="The PDF would lack it, and nobody would see why.",
        action="Choose another format, or leave the other thing out, as the message says.",
    ),
    DiagnosticKind(
        "repeated-part",
        ERROR,
        meaning="Two parts of a document, as a call divides it, hold the same.",
        why="Then nobody knows by which limit it counts.",
        action="Write each demand under `contents` of one part; one part may go without.",
    ),
    DiagnosticKind(
        "unknown-document",
        ERROR,
        meaning="A call speaks of a document that the program does not make.",
        why="Nothing could be checked for it.",
        action="Correct the name; the hint lists those that exist.",
    ),
    DiagnosticKind(
        "program-committee-apart",
        ERROR,
        meaning="The program committee stands among the other committees.",
        why="Calls count its members, and pages list it in a place of its own.",
        action="Write its members under `committee:` in `edition.yaml`.",
    ),
    DiagnosticKind(
        "committee-named-twice",
        ERROR,
        meaning="Two committees have the same name.",
        why="Pages would show two lists under one heading.",
        action=(
            "Put all members into one of them, or give one another name. If the members of a "
            "series' committee changed, write the day from which on they are these as `since`."
        ),
    ),
    DiagnosticKind(
        "edition-name",
        ERROR,
        meaning="A folder in `editions/`, or the edition that is called current, is not a year.",
        why="Its year, with a suffix where a year has more than one, is the edition's address.",
        action="Write four digits, or a suffix behind them: 2026, 2026-spring, 2026-2.",
    ),
)

READING_VALUES = CodeChapter(
    "values",
    "Values in the data",
    (
        "Each value is read as what its key needs. The program does not guess: a value that "
        "can be read in two ways is an error."
    ),
    _KINDS,
)
