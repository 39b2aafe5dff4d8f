"""HotCRP: what the menu "Download" of a list of papers gives, and the list of users."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.author_lists import joined, names_in_order, parts_of
from proposal.importers.exports.entry import Entry, RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export, columns, headings, only_headings
from proposal.importers.exports.export_document import ExportDocument, Json, items_of, text_of
from proposal.importers.exports.records import JsonRecord, note_unread_keys, records_of, texts_of
from proposal.model.affiliated import name_and_affiliation
from proposal.reading.listed_names import is_no_place
from proposal.reading.names import read_name, read_parts

_REPOSITORY = "https://github.com/kohler/hotcrp/blob/0f25da6c4"
_VERSION = "commit 0f25da6c4 of 2026-08-22"

_NO_AFFILIATION = "unaffiliated"
"""What HotCRP writes for authors without an institution, where others have one."""


def _authors(entry: Entry) -> WrittenAuthors | None:
    """The authors of "Ann Author, Bob Writer (Example University); Cara Scholar (…)".

    All authors of a group work at its institution. A list without any, or with more than that, may
    be written by somebody else, and is read as lists of any notation are.
    """
    groups = [name_and_affiliation(group) for group in parts_of(entry.text("authors"))]
    if not groups or not all(
        place and not is_no_place(place) and "(" not in names for names, place in groups
    ):
        return None
    return joined(_of_group(names, affiliation or "") for names, affiliation in groups)


def _of_group(names: str, affiliation: str) -> WrittenAuthors:
    read = names_in_order(names)
    institutions = () if affiliation == _NO_AFFILIATION else (affiliation,)
    return replace(
        read, people=tuple(replace(one, affiliations=institutions) for one in read.people)
    )


_AUTHOR_ROWS = columns(
    {
        "number": "paper",
        "title": "title",
        "first": "given_name",
        "last": "family_name",
        "email": "email",
        "affiliations": "affiliation",
        "orcid": "orcid",
        "contact": "iscontact",
    }
)
AUTHORS = Export(
    system="HotCRP",
    name="list of authors",
    form="CSV",
    source=f"{_REPOSITORY}/src/listactions/la_getauthors.php",
    version=_VERSION,
    gives=(
        "number, title, authors with affiliations, addresses and ORCID iDs, without "
        "contacts who are no authors; also beside the list of papers"
    ),
    headings=headings("paper", "title", "given_name", "family_name", "email", "affiliation"),
    papers=_AUTHOR_ROWS,
    beside=_AUTHOR_ROWS,
)
_COLUMNS = (
    *("ID", "Title", "Authors", "Status", "Decision", "Abstract", "Collaborators", "Topics"),
    *("PC conflicts", "Preferences", "Preferences with topic scores", "Reviewers", "Tags"),
    *("Incomplete reviewers", "Complete reviewers", "Color", "Administrator", "Discussion lead"),
    *("Shepherd", "Commenters", "Topic score", "Desirability", "Requested reviews", "Timestamp"),
    *("Page count", "Word count", "Selected", "Contacts", "# Reviews", "Submission type"),
)
"""The columns of lists (`etc/papercolumns.json`), as they are titled."""
PAPERS = Export(
    system="HotCRP",
    name="list of papers",
    form="CSV",
    source=f"{_REPOSITORY}/src/papercolumn.php",
    version=_VERSION,
    gives="number, title, authors in groups of one affiliation, abstract, status, decision",
    headings=headings("ID", "Title", "Authors"),
    has_usual_headings=True,
    agrees=only_headings(*_COLUMNS),
    authors=_authors,
    papers=columns(
        {
            "number": "ID",
            "title": "Title",
            "authors": "Authors",
            "status": "Status",
            "decision": "Decision",
            "abstract": "Abstract",
        }
    ),
)
USERS = Export(
    system="HotCRP",
    name="list of users",
    form="CSV",
    source=f"{_REPOSITORY}/src/pages/p_users.php",
    version=_VERSION,
    headings=headings("given_name", "family_name", "email", "affiliation", "roles"),
    people=columns(
        {
            "first_name": "given_name",
            "last_name": "family_name",
            "email": "email",
            "institution": "affiliation",
            "orcid": "orcid",
            "country": "country",
            "role": "roles",
            "": ("tags", "collaborators", "follow"),
        }
    ),
    roles={
        "chair": "organizer",
        "pc": "PC member",
        "unlistedpc": "",
        "sysadmin": "",
    },
)


_ABOUT_REVIEWING = "it tells nothing of authors; choose Authors, CSV or JSON under Download"
PREFERENCES = Export(
    system="HotCRP",
    name="list of review preferences",
    form="CSV",
    source=f"{_REPOSITORY}/src/listactions/la_getallrevpref.php",
    version=_VERSION,
    headings=headings("paper", "title", "given_name", "family_name", "email", "preference"),
    advice=_ABOUT_REVIEWING,
)
CONFLICTS = Export(
    system="HotCRP",
    name="list of conflicts",
    form="CSV",
    source=f"{_REPOSITORY}/src/listactions/la_get_sub.php",
    version=_VERSION,
    headings=headings("paper", "title", "given_name", "family_name", "email", "conflicttype"),
    advice=_ABOUT_REVIEWING,
)
LEADS = Export(
    system="HotCRP",
    name="list of discussion leads",
    form="CSV",
    source=f"{_REPOSITORY}/src/listactions/la_getlead.php",
    version=_VERSION,
    headings=headings("paper", "title", "given_name", "family_name", "leademail"),
    advice=_ABOUT_REVIEWING,
)
SHEPHERDS = replace(
    LEADS,
    name="list of shepherds",
    headings=headings("paper", "title", "given_name", "family_name", "shepherdemail"),
)
TOPICS = replace(
    LEADS,
    name="list of topics",
    source=f"{_REPOSITORY}/src/listactions/la_get_sub.php",
    headings=headings("paper", "title", "topic"),
    agrees=only_headings("paper", "title", "topic"),
)


def _papers_of(document: ExportDocument) -> list[JsonRecord]:
    """The papers of a document: several in a list, or a single one."""
    return records_of(document.json)


def _is_data(document: ExportDocument) -> bool:
    papers = _papers_of(document)
    return bool(papers) and all(
        "pid" in paper and ("authors" in paper or "title" in paper or "error" in paper)
        for paper in papers
    )


_KEYS = {
    "number": "pid",
    "title": "title",
    "abstract": "abstract",
    "form": "decision",
    "withdrawn": "withdrawn",
}
_READ = {*_KEYS.values(), "authors", "status", "object", "submitted", "draft"}


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    """The submissions of data in JSON; `status` says what became of each, in fixed words."""
    papers = _papers_of(document)
    note_unread_keys(papers, _READ, diagnostics)
    return [
        RecordEntry(
            document.file,
            f"pid {text_of(paper.get('pid'))}",
            texts_of(paper, _KEYS) | _status(paper),
            _listed(paper) if "authors" in paper else None,
            diagnostics,
        )
        for paper in papers
    ]


def _status(paper: Mapping[str, Json]) -> dict[str, str]:
    """The decision: what chairs call it, unless HotCRP says what kind of decision that is."""
    status = text_of(paper.get("status"))
    return {"decision": status or text_of(paper.get("decision"))}


def _listed(paper: Mapping[str, Json]) -> WrittenAuthors:
    people = []
    for author in items_of(paper.get("authors")):
        if isinstance(author, dict):
            given = text_of(author.get("given_name") or author.get("first"))
            family = text_of(author.get("family_name") or author.get("last"))
            whole = text_of(author.get("name"))
            name = read_name(whole) if whole else read_parts(given, family)
            email, orcid = text_of(author.get("email")), text_of(author.get("orcid"))
            people.append(
                WrittenAuthor.of(name, [text_of(author.get("affiliation"))], email, orcid)
            )
    return WrittenAuthors.of_named(people)


DATA = Export(
    system="HotCRP",
    name="data of papers",
    form="JSON",
    source=f"{_REPOSITORY}/src/paperexport.php",
    version=_VERSION,
    gives=("number, title, authors with affiliations and addresses, abstract, status, decision"),
    fits=_is_data,
    submissions=_submissions,
)
HOTCRP = (AUTHORS, PAPERS, DATA, USERS, PREFERENCES, CONFLICTS, LEADS, SHEPHERDS, TOPICS)
