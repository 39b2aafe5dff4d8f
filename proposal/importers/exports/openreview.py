"""OpenReview: the tables of the program chairs' console, and the notes of its interface."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export, columns, headings
from proposal.importers.exports.export_document import ExportDocument, Json, at, items_of, text_of
from proposal.importers.exports.records import JsonRecord, note_unread_keys, records_of
from proposal.reading.names import read_name

_CONSOLE = (
    "https://github.com/openreview/openreview-web/blob/2b312cc6"
    "/components/webfield/ProgramChairConsole"
)
_VERSION = "commit 2b312cc6 of 2026-08-20"

STATUS = Export(
    system="OpenReview",
    name="table of papers and their status",
    form="CSV",
    source=f"{_CONSOLE}/PaperStatusMenuBar.js",
    version=_VERSION,
    gives=(
        "number, title, abstract, address, decision; authors only if the console was told "
        "to export them"
    ),
    headings=headings("number", "forum", "title", "abstract", "decision"),
    blanks=frozenset({"undefined", "n/a", "[object object]"}),
    papers=columns(
        {
            "number": "number",
            "forum": "forum",
            "title": "title",
            "abstract": "abstract",
            "authors": "authors",
            "keywords": "keywords",
            "decision": "decision",
            "venue": "venue",
        }
    ),
)
GONE = Export(
    system="OpenReview",
    name="table of rejected and withdrawn papers",
    form="CSV",
    source=f"{_CONSOLE}/RejectedWithdrawnPapersMenuBar.js",
    version=_VERSION,
    headings=headings("number", "forum", "title", "authors", "reason"),
    advice="none of its papers is accepted; give the table Paper Status, or the notes in JSON",
)
REVIEWERS = Export(
    system="OpenReview",
    name="table of reviewers",
    form="CSV",
    source=f"{_CONSOLE}/ReviewerStatusMenuBar.js",
    version=_VERSION,
    headings=headings("id", "name", "institution name", "institution domain"),
    people=columns(
        {"name": "name", "institution": "institution name", "": ("id", "institution domain")}
    ),
    usual_role="PC member",
)
# What is called official review and meta review here, venues may call otherwise.
AREA_CHAIRS = Export(
    system="OpenReview",
    name="table of area chairs",
    form="CSV",
    source=f"{_CONSOLE}/AreaChairStatusMenuBar.js",
    version=_VERSION,
    headings=headings("id", "name", "Official Review completed", "Meta Review completed"),
    people=columns({"name": "name", "email": "email", "": "id"}),
    usual_role="Area chair",
)
SENIOR_AREA_CHAIRS = Export(
    system="OpenReview",
    name="table of senior area chairs",
    form="CSV",
    source=f"{_CONSOLE}/SeniorAreaChairStatusMenuBar.js",
    version=_VERSION,
    headings=headings("id", "name", "email", "Official Review completed", "Meta Review completed"),
    people=columns({"name": "name", "email": "email", "": "id"}),
    usual_role="Senior area chair",
)


def _notes_of(document: ExportDocument) -> list[JsonRecord]:
    """The notes of a document: a list, the answer of the interface, or a single note."""
    return records_of(at(document.json, "notes") or document.json)


def _are_notes(document: ExportDocument) -> bool:
    notes = _notes_of(document)
    return bool(notes) and all(
        isinstance(note.get("content"), dict) and "id" in note and "forum" in note for note in notes
    )


def _value(note: JsonRecord, key: str) -> Json:
    """A value of a note's content: `{"value": …}` in version 2 of the interface, bare in 1."""
    found = at(note, "content", key)
    return found.get("value") if isinstance(found, dict) and "value" in found else found


_CONTENT = ("title", "abstract", "venue", "authors", "authorids", "keywords", "venueid", "pdf")
_KNOWN_OR_IDLE = (*_CONTENT, "_bibtex", "paperhash")


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    """The submissions among notes; replies such as reviews and decisions are none.

    A decision among the replies to a note counts more than its venue, which comes later.
    """
    notes = _notes_of(document)
    decisions = _decisions(notes)
    submissions = [
        note
        for note in notes
        if not note.get("replyto") and note.get("forum") == note.get("id") and _value(note, "title")
    ]
    if others := len(notes) - len(submissions):
        message = f"{others} of the notes are reviews, decisions and the like, and no submissions"
        diagnostics.note("not-a-submission", message)
    contents = [note["content"] for note in submissions]
    note_unread_keys(records_of(contents), _KNOWN_OR_IDLE, diagnostics)
    return [_entry(document, note, decisions, diagnostics) for note in submissions]


def _decisions(notes: Iterable[JsonRecord]) -> dict[str, str]:
    """The decisions by the forums of the submissions, among the notes and their replies."""
    replies = (
        reply
        for note in notes
        for reply in (
            note,
            *records_of(at(note, "details", "replies")),
            *records_of(at(note, "details", "directReplies")),
        )
    )
    deciding = [reply for reply in replies if reply.get("replyto") and _decision_in(reply)]
    return {
        text_of(reply.get("forum")): _decision_in(reply)
        for reply in sorted(deciding, key=lambda reply: (_is_decision(reply), _moment(reply)))
    }


def _decision_in(reply: JsonRecord) -> str:
    """What a reply decides; some venues ask for it under `recommendation`, as reviews do."""
    if any(map(_REVIEW.search, _invitations(reply))):
        return ""
    recommended = text_of(_value(reply, "recommendation")) if _is_decision(reply) else ""
    return text_of(_value(reply, "decision")) or recommended


_REVIEW = re.compile(r"(?<!Meta_)Review$")
"""What reviewers answer, who decide nothing: `Paper1/-/Official_Review`; not `Meta_Review`."""


def _is_decision(reply: JsonRecord) -> bool:
    """Whether a reply is the decision, which counts more than what a meta-review says of it."""
    return any(name.endswith("Decision") for name in _invitations(reply))


def _moment(reply: JsonRecord) -> int:
    """When a reply was made, in milliseconds; of two decisions, the later one counts."""
    made = reply.get("cdate") or reply.get("tcdate")
    return made if isinstance(made, int) else 0


def _invitations(note: JsonRecord) -> list[str]:
    """What a note answers: one invitation in version 1 of the interface, a list in 2."""
    return [text_of(note.get("invitation")), *map(text_of, items_of(note.get("invitations")))]


def _entry(
    document: ExportDocument,
    note: JsonRecord,
    decisions: Mapping[str, str],
    diagnostics: SourceDiagnostics,
) -> RecordEntry:
    forum = text_of(note.get("forum"))
    texts = {key: text_of(_value(note, key)) for key in ("title", "abstract", "venue")}
    texts["keywords"] = "; ".join(text_of(word) for word in items_of(_value(note, "keywords")))
    texts |= {"number": text_of(note.get("number")), "forum": forum}
    ends = [name.rpartition("/")[2] for name in _invitations(note)]
    ends = [text_of(_value(note, "venueid")).rpartition("/")[2], *_GONE.intersection(ends)]
    if state := next((_STATES[end] for end in ends if end in _STATES), ""):
        texts |= {"status": state, "decision": state}
    if forum in decisions:
        texts["decision"] = decisions[forum]
    return RecordEntry(
        document.file, f"note {text_of(note.get('id'))}", texts, _listed(note), diagnostics
    )


_STATES = {
    "Withdrawn_Submission": "withdrawn",
    "Desk_Rejected_Submission": "desk rejected",
    "Rejected_Submission": "rejected",
    "Submission": "under review",
}
"""What the end of a note's `venueid` says of it; an accepted one has that of the venue alone.

In version 1 of the interface, the end of its invitation says it of those that are gone.
"""
_GONE = {"Withdrawn_Submission", "Desk_Rejected_Submission"}
_ANONYMOUS = "anonymous"


def _listed(note: JsonRecord) -> WrittenAuthors | None:
    """The authors of a note, with the addresses of those who have no profile.

    Authors are texts, or records with name, profile and institutions, as since 2026.
    """
    original = at(note, "details", "original", "content", "authors")
    authors = items_of(original) or items_of(_value(note, "authors"))
    ids = [text_of(one) for one in items_of(_value(note, "authorids"))]
    people = []
    for index, one in enumerate(authors):
        if isinstance(one, dict):
            institutions = [
                text_of(at(institution, "name"))
                for institution in items_of(one.get("institutions"))
            ]
            name, profile = text_of(one.get("fullname")), text_of(one.get("username"))
        else:
            name, institutions = text_of(one), []
            profile = ids[index] if len(ids) == len(authors) else ""
        people.append(
            WrittenAuthor.of(read_name(name), institutions, email=profile if "@" in profile else "")
        )
    is_hidden = not people or all(one.name.casefold().startswith(_ANONYMOUS) for one in people)
    return None if is_hidden else WrittenAuthors.of_named(people)


NOTES = Export(
    system="OpenReview",
    name="notes",
    form="JSON",
    source="https://github.com/openreview/openreview-py/blob/e25fd7da0/openreview/api/client.py",
    version="commit e25fd7da0 of 2026-07-22; notes of interfaces 1 and 2",
    gives=(
        "number, title, authors with institutions, abstract, keywords, address, venue, "
        "decision among the replies"
    ),
    fits=_are_notes,
    submissions=_submissions,
)
OPENREVIEW = (STATUS, GONE, NOTES, REVIEWERS, AREA_CHAIRS, SENIOR_AREA_CHAIRS)
