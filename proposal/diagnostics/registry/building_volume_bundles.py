"""The codes of diagnostics: what publishers, indexes and archives get of a volume."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "paper-without-pages",
        ERROR,
        meaning="The pages of a paper in the volume are not known.",
        why="Whoever gets the volume is to be told them.",
        action="Put the paper's PDF into `papers/`, or write `pages: 1-8` in `papers.yaml`.",
    ),
    DiagnosticKind(
        "workshop-not-held",
        ERROR,
        meaning="A bundle is asked for of a workshop that is cancelled or postponed.",
        why="It would say where and on which day the workshop was held.",
        action=(
            "Write the new day and delete `status`; of what is cancelled, ask whoever gets the "
            "volume what their list shall say."
        ),
    ),
    DiagnosticKind(
        "paper-without-abstract",
        ERROR,
        meaning="A paper has no abstract.",
        why="Whoever gets the volume prints it, or refuses a paper without it.",
        action="Write it under `abstract` in `papers.yaml`.",
    ),
    DiagnosticKind(
        "author-without-orcid",
        WARNING,
        meaning="An author has no ORCID iD.",
        why="By it, indexes tell people of one name apart; nobody demands it.",
        action="Write `orcid` beside the author's name, or into the person's file.",
    ),
    DiagnosticKind(
        "author-without-affiliation",
        WARNING,
        meaning="An author has no affiliation; for ACM it is an error.",
        why="Whoever gets the volume prints it beside the name.",
        action="Write it behind the name in brackets, or into the person's file.",
        also=(ERROR,),
    ),
    DiagnosticKind(
        "volume-without-key",
        ERROR,
        meaning="Something of the volume is not said that whoever gets it has to know.",
        why="The volume would be sent back.",
        action="Write the key that the message names, most of them under `proceedings`.",
    ),
    DiagnosticKind(
        "volume-without-isbn",
        WARNING,
        meaning="The volume has no ISBN.",
        why="Its publisher assigns one, and prints it.",
        action="Write `isbn` under `proceedings` once you have it.",
    ),
    DiagnosticKind(
        "other-first-page",
        ERROR,
        meaning="The volume does not begin on page 1, and whoever gets it counts from there.",
        why="Pages in the index would not be those on the papers.",
        action="Delete `first_page` under `proceedings`.",
    ),
    DiagnosticKind(
        "other-supplement",
        WARNING,
        meaning="The supplement of a paper is no file of a kind that the receiver takes.",
        why="It is not in the bundle, or nobody will look for it, and the page has no link to it.",
        action="Put a PDF or an archive into `files/`, or hand it over yourself.",
    ),
    DiagnosticKind(
        "beyond-ascii",
        ERROR,
        meaning="A name or a text has characters that LaTeX cannot write in ASCII.",
        why="Some publishers take ASCII alone, and refuse or lose all else.",
        action="Write it in Latin letters; the own script of a name goes into `name_native`.",
    ),
    DiagnosticKind(
        "other-licence",
        ERROR,
        meaning="The volume does not have the licence under which its publisher publishes.",
        why="A publisher cannot publish a paper under a licence that its authors did not give.",
        action="Write the licence under `proceedings`, if all authors have agreed to it.",
    ),
    DiagnosticKind(
        "submissions-not-counted",
        ERROR,
        meaning="How many papers were submitted is not said.",
        why="The publisher prints how many were submitted, and how many of them accepted.",
        action="Write `submissions` under `outcome`.",
    ),
    DiagnosticKind(
        "undated-volume",
        ERROR,
        meaning="The day of the volume is not said.",
        why="The publisher asks for it, and the day on which a bundle is made says nothing.",
        action="Write `date` under `proceedings`.",
    ),
    DiagnosticKind(
        "editor-without-affiliation",
        ERROR,
        meaning="An editor of the volume has no affiliation.",
        why="The publisher prints it beside the name.",
        action="Write it into the person's file, or behind the name in brackets.",
    ),
    DiagnosticKind(
        "paper-without-notice",
        ERROR,
        meaning="A paper lacks the line about rights that its publisher wants on its first page.",
        why="The publisher looks for it, and sends the volume back.",
        action="Ask its authors for it, or have it stamped by `rights` under `proceedings`.",
    ),
    DiagnosticKind(
        "paper-without-ai-declaration",
        ERROR,
        meaning="A paper has no declaration on generative AI.",
        why="The publisher looks for it, and sends the volume back.",
        action="Ask its authors for it.",
    ),
    DiagnosticKind(
        "publisher-in-paper",
        ERROR,
        meaning="A paper names its publisher before it is published there.",
        why="The publisher does so itself, and sends the volume back.",
        action="Ask its authors to take it out; take it out of stamps in `proceedings`.",
    ),
    DiagnosticKind(
        "unknown-paper-type",
        ERROR,
        meaning="A paper has no kind for which ACM has a type of papers.",
        why="ACM takes no other types than those of its list.",
        action="Write `kind` in `papers.yaml`; the hint lists what ACM takes.",
    ),
    DiagnosticKind(
        "no-contact-author",
        ERROR,
        meaning="No author of a paper is the corresponding one.",
        why="The rights form goes to one author.",
        action="Write `corresponding: true` beside one of the authors.",
    ),
    DiagnosticKind(
        "same-address",
        ERROR,
        meaning="Two authors of a paper have the same email address.",
        why="ACM refuses such a paper.",
        action="Write the address of each author.",
    ),
    DiagnosticKind(
        "author-without-email",
        ERROR,
        meaning="An author has no email address.",
        why="ACM asks for the address of each author; no page shows it.",
        action="Write `email` beside the name, or into the person's file.",
    ),
    DiagnosticKind(
        "author-without-place",
        ERROR,
        meaning="An author works in no city, or in no country.",
        why="ACM demands both of each author.",
        action="Write them into the person's file, under `affiliations`.",
    ),
    DiagnosticKind(
        "more-affiliations",
        WARNING,
        meaning="An author has more affiliations than a form has room for.",
        why="Those behind the second one are left out.",
        action="Nothing, if the first two are the main ones.",
    ),
    DiagnosticKind(
        "paper-without-address",
        WARNING,
        meaning="Neither a DOI nor the address of a paper is said.",
        why="An index that cannot lead to a paper may not take it.",
        action="Write `doi` or `pdf` in `papers.yaml` once the paper is published.",
    ),
    DiagnosticKind(
        "volume-without-publisher",
        WARNING,
        meaning="Who publishes the volume is not said.",
        why="Indexes print it.",
        action="Write `publisher` under `proceedings`, if there is one.",
    ),
    DiagnosticKind(
        "no-agreement-form",
        ERROR,
        meaning="The publisher's form of the author agreement is missing, or is not known.",
        why="It is filled in for each paper, and authors have only to sign it.",
        action="Save the form from the publisher's page under the name that the hint says.",
    ),
    DiagnosticKind(
        "unsigned-agreement",
        ERROR,
        meaning="The signed author agreement of a paper is missing.",
        why="The publisher publishes no paper without it.",
        action="Put the scan into the folder `agreements/` beside `papers.yaml`, as `ID.pdf`.",
    ),
)

BUILDING_VOLUME_BUNDLES = CodeChapter(
    "volume-bundle",
    "Bundles of a volume",
    "`proposal bundle --for` says what a publisher, an index or an archive lacks of the volume. "
    "The bundle is made of what is there; it is complete when no error is left.",
    _KINDS,
)
