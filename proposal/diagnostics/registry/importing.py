"""The codes of diagnostics: imports of any kind."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "begun-text",
        WARNING,
        meaning="A document has no text yet, so a file for it was begun.",
        why="What stands in it is made of the facts alone.",
        action="Write the text there.",
    ),
    DiagnosticKind(
        "contradiction",
        WARNING,
        meaning="Two commands of a rights message contradict each other; one is left out.",
        why="The permission block would be another one.",
        action="Compare with ACM's message.",
    ),
    DiagnosticKind(
        "assumed",
        WARNING,
        meaning="A rights message leaves something open, so acmart's default was taken.",
        why="It may not be what ACM's form says.",
        action="Compare `rights` with ACM's message.",
    ),
    DiagnosticKind(
        "command-twice",
        WARNING,
        meaning=(
            "A command of a rights message stands twice with different values; the last one holds."
        ),
        why="The other may be the right one.",
        action="Compare with ACM's message.",
    ),
    DiagnosticKind(
        "not-a-place",
        WARNING,
        meaning="The conference's place is not understood.",
        why="City, country and time zone come from it.",
        action="Write city and country into the venue's file.",
    ),
    DiagnosticKind(
        "encoding",
        WARNING,
        meaning="A table is not saved as UTF-8, so it was read as Windows-1252.",
        why="Letters with accents may be wrong.",
        action="Look at the names with accents.",
    ),
    DiagnosticKind(
        "broken-letters",
        WARNING,
        meaning="A source has words such as `JÃ¼rgen`, whose letters were broken before.",
        why="Names and titles would be printed so.",
        action="Correct them in the source or in the data.",
    ),
    DiagnosticKind(
        "odd-title",
        WARNING,
        meaning=(
            "A title in a list of papers has what is likely no part of it: an award or a form in "
            "brackets, or a number in front, where all titles have one."
        ),
        why="Titles are printed as they stand.",
        action="Take it out of the title, in the list or in `papers.yaml`.",
    ),
    DiagnosticKind(
        "short-row",
        WARNING,
        meaning="A row of a table has fewer cells than there are headings.",
        why="Where a separator is missing, values stand in the wrong columns.",
        action="Look at that row.",
    ),
    DiagnosticKind(
        "unread-sheet",
        WARNING,
        meaning="Only one sheet of a workbook was read.",
        why="What stands in the others is not imported.",
        action="Save the sheet that is meant as a file of its own.",
    ),
    DiagnosticKind(
        "unknown-column",
        WARNING,
        meaning="A column of a table was not understood and is left out.",
        why="What it holds is not imported.",
        action="Rename its heading, or add the values by hand.",
    ),
    DiagnosticKind(
        "unread-columns",
        NOTE,
        meaning="Columns of a table are not imported.",
        why="You may have expected them.",
        action="Nothing, or add the values by hand.",
    ),
    DiagnosticKind(
        "unread-fields",
        NOTE,
        meaning="Fields of BibTeX entries are not imported.",
        why="You may have expected them.",
        action="Nothing, or add the values by hand.",
    ),
    DiagnosticKind(
        "unknown-role",
        WARNING,
        meaning="What somebody in a table does is not said, is not known, or belongs to a session.",
        why="The person stands in no list of the edition for it.",
        action="Write organizer, keynote, invited talk, tutorial, panelist or PC member.",
    ),
    DiagnosticKind(
        "role-not-held",
        WARNING,
        meaning=(
            "A table says of a role that somebody does not have it, has it no more, has declined "
            "or has not agreed yet."
        ),
        why="Nobody is named as an organizer or a member of a committee who is none.",
        action="If the person has the role, correct the cell and import the table again.",
    ),
    DiagnosticKind(
        "no-name",
        WARNING,
        meaning="A row of a table has no name and is left out.",
        why="Somebody is missing.",
        action="Add the name, and import again.",
    ),
    DiagnosticKind(
        "no-photo",
        WARNING,
        meaning=("A portrait that a table names does not exist or cannot be used; it is left out."),
        why="The person is shown without one.",
        action="Put the picture beside the table, and import again.",
    ),
    DiagnosticKind(
        "no-institution",
        WARNING,
        meaning="An affiliation names no institution, or is not found, so it is left out.",
        why="The author block would be incomplete.",
        action="Add it to the person's file.",
    ),
    DiagnosticKind(
        "doubtful-name",
        WARNING,
        meaning="A name can be read in two ways, or has capitals that the person may not write.",
        why="One person may have become two, or two one; the name is printed as it stands.",
        action="Look at the name in the person's file.",
    ),
    DiagnosticKind(
        "namesakes",
        WARNING,
        meaning=(
            "Two people have one name and different addresses or employers, so they are taken "
            "for two."
        ),
        why="If they are one, the person is listed twice.",
        action="If they are one, correct one of them and import again.",
    ),
    DiagnosticKind(
        "told-twice",
        WARNING,
        meaning="The source describes one person twice; the message says which one holds.",
        why="The other may be newer.",
        action="Look at the person's file.",
    ),
    DiagnosticKind(
        "known-otherwise",
        WARNING,
        meaning="The source says something else than the data, and the data stay as they are.",
        why="One of the two is out of date.",
        action="Compare, and correct the one that is wrong.",
    ),
    DiagnosticKind(
        "kept-fuller",
        WARNING,
        meaning="The data say more than the source, so they are kept.",
        why="A change in the source is not taken over.",
        action="Compare, and change it by hand if it is meant.",
    ),
    DiagnosticKind(
        "paper-twice",
        WARNING,
        meaning=(
            "A second paper has the same title. It is left out, unless both have a number and "
            "these and the authors differ."
        ),
        why="Two papers may have one title by mistake.",
        action="Add by hand what is missing, or delete what is doubled.",
    ),
    DiagnosticKind(
        "unread-authors",
        ERROR,
        meaning="Nobody can say who wrote a paper of a list, so that it is left out.",
        why="A list of authors that is read wrongly credits somebody else.",
        action="Write the list as the message says, and import it again; papers that are in the "
        "data already stay as they are.",
    ),
    DiagnosticKind(
        "hidden-row",
        WARNING,
        meaning="Rows of a spreadsheet that are hidden or struck through are read like others.",
        why="Who hides a row or strikes it through often means that it does not count.",
        action="Delete the rows that do not count, and import the file again.",
    ),
    DiagnosticKind(
        "incomplete-paper",
        WARNING,
        meaning=(
            "A paper has no title or not all of its authors; without a title or any author it "
            "is left out."
        ),
        why="It would be listed with a gap.",
        action="Complete it in the source or in `papers.yaml`.",
    ),
    DiagnosticKind(
        "affiliation-count",
        WARNING,
        meaning="There are not as many affiliations, addresses or iDs as authors.",
        why="Nobody can say whose is whose.",
        action="Add them in `papers.yaml`.",
    ),
    DiagnosticKind(
        "undecided-paper",
        WARNING,
        meaning="The decision on a paper is not clear.",
        why="An accepted paper may be missing, or a rejected one be listed.",
        action="Look at the message, and correct `papers.yaml`.",
    ),
    DiagnosticKind(
        "not-accepted",
        NOTE,
        meaning="Submissions that are not accepted are left out.",
        why="The numbers should be those you expect.",
        action="Compare the number.",
    ),
    DiagnosticKind(
        "left-out-form",
        NOTE,
        meaning=(
            "How papers are presented (talk or poster) is not imported beside their kinds, nor "
            "what else stands beside a decision, such as an award."
        ),
        why="A paper is of one kind; the schedule says how it is presented.",
        action=(
            "List the papers under the slots of `program.yaml`, and write in `papers.yaml` what "
            "else is to be shown."
        ),
    ),
    DiagnosticKind(
        "plain-title",
        NOTE,
        meaning="Words of imported titles were emphasized, and are plain now.",
        why="Titles are set in one face, in PDFs, pages and texts alike.",
        action="Nothing; or put the words between quotes, if they are meant to stand out.",
    ),
    DiagnosticKind(
        "shown-address",
        NOTE,
        meaning="Pages will show email addresses of authors whom the source calls corresponding.",
        why="Whoever gave an address to a review system may not want it on a web page.",
        action="Ask the authors, or delete `corresponding` in `papers.yaml`.",
    ),
    DiagnosticKind(
        "left-out-address",
        NOTE,
        meaning=("Email addresses in a list of authors are left out. In a paper, it is a warning."),
        why="Pages show authors, and addresses do not belong there.",
        action="Nothing; an organizer's address goes into the person's file.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "left-out-mark",
        NOTE,
        meaning="Marks at the names of authors, such as `*` or a line below them, are left out.",
        why="They may show who presents, who is written to or who contributed equally.",
        action=(
            "Name presenters and corresponding authors in columns of their own, or write "
            "`presenter: true` or `corresponding: true` at the author in `papers.yaml`."
        ),
    ),
    DiagnosticKind(
        "left-out-page",
        NOTE,
        meaning=(
            "The address of a paper leads to a page, as far as it says, and not to its PDF. On a "
            "single paper, it is a warning."
        ),
        why="`pdf` is what readers open and what search engines index as the paper itself.",
        action="Where the PDF is on the web, write its address as `pdf` in `papers.yaml`.",
        also=(WARNING,),
    ),
    DiagnosticKind(
        "unknown-author",
        WARNING,
        meaning="Who is said to present a paper or to answer for it is not one of its authors.",
        why="Only authors are printed as such.",
        action="Write `presenter: true` or `corresponding: true` at the right author.",
    ),
    DiagnosticKind(
        "not-an-author",
        NOTE,
        meaning="Rows of contacts who are no authors are left out.",
        why="They would be listed as authors.",
        action="Nothing, if it is right.",
    ),
    DiagnosticKind(
        "recognized-export",
        NOTE,
        meaning="A source is the export of a system that is known, with these numbers.",
        why="Its authors and decisions are read as this system writes them.",
        action="Nothing, if the numbers are right.",
    ),
    DiagnosticKind(
        "no-decisions",
        NOTE,
        meaning="No column of a table says which papers are accepted, so all count as accepted.",
        why="A list of all submissions would put those that were refused on the website.",
        action="Nothing, if the table lists accepted papers; or name the column of decisions.",
    ),
    DiagnosticKind(
        "not-a-submission",
        NOTE,
        meaning="Reviews, decisions and other replies among OpenReview's notes are no papers.",
        why="They would be listed as papers.",
        action="Nothing.",
    ),
    DiagnosticKind(
        "unmatched-pdf",
        WARNING,
        also=(NOTE,),
        meaning=(
            "A file that should be a paper's PDF is none, or no paper of the data is known by its "
            "name, by the number of its submission, or by the title on its first page. It is a "
            "note if the paper is withdrawn."
        ),
        why="It is left out, and its paper has no PDF.",
        action="Rename it after its paper's id, as `ID.pdf`, and import it again.",
    ),
    DiagnosticKind(
        "other-title-pdf",
        WARNING,
        meaning="A PDF is one paper's by its name, and prints the title of another one.",
        why="Whichever of the two is wrong, a paper would stand under another one's title.",
        action="Look at it, rename it after the id of its paper, and import it again.",
    ),
    DiagnosticKind(
        "doubled-pdf",
        WARNING,
        meaning="Several PDFs that differ belong to one paper.",
        why="Nobody can say for sure which of them is the final one, so none is taken.",
        action="Delete the older ones, and import the rest again.",
    ),
    DiagnosticKind(
        "kept-pdf",
        WARNING,
        meaning="The data have another PDF of a paper, which is newer than that of the source.",
        why="What is newer is not overwritten.",
        action="Delete the one in `papers/`, if it is the wrong one, and import again.",
    ),
    DiagnosticKind(
        "paper-without-pdf",
        WARNING,
        meaning="Papers have a PDF neither in the source nor in the folder `papers/`.",
        why="They would be missing in the proceedings.",
        action="Ask their authors; `proposal papers` writes the letters.",
    ),
    DiagnosticKind(
        "files-beside",
        NOTE,
        meaning="A folder or an archive holds files of which the import makes nothing.",
        why="You may have expected it, for example of PDFs.",
        action="Put the PDFs into the folder `papers/` of the edition, each under its paper's id.",
    ),
    DiagnosticKind(
        "other-authors",
        WARNING,
        meaning="A table of authors beside a list of papers names others under a paper's number.",
        why="It may be of another conference.",
        action="Put the table of authors of this conference beside the list, or none.",
    ),
    DiagnosticKind(
        "authors-differ",
        WARNING,
        meaning="A paper's authors in a table of their own are not those of the list of papers.",
        why="An author may be missing in one of the two.",
        action="Look which is right. Whoever stands in one of them is taken.",
    ),
    DiagnosticKind(
        "presenters-as-authors",
        WARNING,
        meaning="A list of papers names presenters and no authors, who are taken for the authors.",
        why="Whoever wrote a paper and does not present it is missing.",
        action="Export the authors as well, or add them in papers.yaml.",
    ),
    DiagnosticKind(
        "not-a-paper",
        WARNING,
        meaning=(
            "A reference is of a type that no paper has, such as a book, or stands in a comment, "
            "and is left out."
        ),
        why="A volume of proceedings or a thesis would be listed as a paper of the workshop.",
        action="Nothing, or correct its type in the source, or take it out of the comment.",
    ),
    DiagnosticKind(
        "open-tag",
        WARNING,
        meaning="A tag of HTML in a title is not closed, or closes nothing.",
        why="Readers would see the tag.",
        action="Close or delete it, in the source or in `papers.yaml`.",
    ),
    DiagnosticKind(
        "initials-only",
        WARNING,
        meaning="A source has only initials in place of all authors' given names.",
        why="Authors want to be named in full.",
        action="Export a list with full names and import it, too: fuller names replace these.",
    ),
    DiagnosticKind(
        "withdrawn-paper",
        WARNING,
        meaning=(
            "A paper of the data is withdrawn, rejected or no longer listed in the source, or is "
            "accepted there and withdrawn in the data."
        ),
        why="Pages and documents still list it, or list it no more.",
        action=(
            "If it was withdrawn, import the source with `--withdraw`, or write `withdrawn: true` "
            "at the paper; if it is back, delete that."
        ),
    ),
    DiagnosticKind(
        "unnamed-award",
        WARNING,
        meaning="A list says that a paper has an award, and not which one.",
        why="Pages print the name of the award.",
        action="Write the name of the award into the list, or as `award` into `papers.yaml`.",
    ),
    DiagnosticKind(
        "kept-title",
        NOTE,
        meaning=(
            "A paper's title in a source differs in capitals, accents, signs or letters of a word "
            "only from the one in the data, which stays."
        ),
        why="Organizers mend the spelling of titles, and review systems keep what authors typed.",
        action="If the source's spelling is right, change the title in `papers.yaml`.",
    ),
    DiagnosticKind(
        "kept-value",
        WARNING,
        meaning=(
            "A list says something else of a paper than `papers.yaml`, which stays: of its "
            "authors, its abstract, its pages or another value."
        ),
        why=(
            "Organizers correct what authors typed, and authors send new versions; nobody can see "
            "which of the two is the case."
        ),
        action=(
            "Compare the two. Correct `papers.yaml`, or import the list with `--replace`, which "
            "lets all its values take the place of those in the data."
        ),
    ),
    DiagnosticKind(
        "new-title",
        NOTE,
        meaning="A paper is recognized by its number or address, and has another title now.",
        why="Its title in the data changes.",
        action="Nothing, if it is the same paper.",
    ),
    DiagnosticKind(
        "renamed-paper",
        WARNING,
        meaning="A paper of the data is not in the source, and a new one is much like it.",
        why="It may be one paper under a new title.",
        action="If so, give it the new title and delete the new entry.",
    ),
)

IMPORTING = CodeChapter(
    "import",
    "Imports of any kind",
    (
        "An import reads what somebody else wrote, so its messages are warnings: nothing is "
        "lost without a word."
    ),
    _KINDS,
    is_about_data=False,
)
