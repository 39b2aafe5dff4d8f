"""Rules on what is in the data and shown nowhere: files, texts, people, single values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proposal.caching import built_in_templates
from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic, Span
from proposal.edition.resolution.submission_resolution import keys_said_by
from proposal.model.fields import SITE_PICTURES
from proposal.model.loading.folder import EditionFiles, Folder
from proposal.model.loading.own_page import PAGES
from proposal.model.loading.own_site import SITE
from proposal.model.loading.paper_files import PAPER_FILES
from proposal.model.name_comparison import identifier
from proposal.model.own_file_names import OWN_FILES
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.photo_record import PHOTOS
from proposal.model.records.proceedings_record import preface_names
from proposal.model.records.program import SlotRecord
from proposal.model.records.submissions_record import SubmissionsRecord, SubmissionTermsRecord
from proposal.model.records.when_record import WhenRecord
from proposal.model.records.workshop import Workshop
from proposal.model.signed_agreements import AGREEMENTS
from proposal.model.talk_roles import ROLES

_TEXTS = {".md", ".markdown", ".txt"}
_FORMS = ("latex", "site", "jekyll", "text", "bundles")
_OF_PAPERS = (f"{PAPER_FILES}/", f"{AGREEMENTS}/")
"""The folders of whose files loading and bundles tell."""


def unused_file(subject: Subject) -> Iterator[Diagnostic]:
    """A portrait, a picture or a text that nothing names was put there to be seen."""
    if not subject.is_first:
        return
    folder = subject.folder
    photos = folder.data / "people" / "photos"
    shown = {person.photo for person in folder.people.values()}
    for file in _files(photos):
        if str(file.relative_to(photos)) not in shown:
            message = f"no person has {file.name} as `photo`, so it is shown nowhere"
            yield diagnostic(
                "unused-file", message, Span.of_file(file), f"add `photo: {file.name}`"
            )
    yield from _unused_logos(folder)
    yield from _unused_site_pictures(folder)
    yield from _unused_site_texts(folder)
    for files in folder.editions.values():
        yield from _unused_of_edition(files)
    yield from _unused_templates(folder)


def unused_person(subject: Subject) -> Iterator[Diagnostic]:
    """A person whom no edition names was forgotten in a list, or in a folder."""
    if not subject.is_first:
        return
    named = {name for files in subject.folder.editions.values() for name in _named(files)}
    series = subject.folder.workshop
    for committee in series.committees if series else ():
        named |= {str(member.person) for member in committee.members if member.person}
    for name, person in subject.folder.people.items():
        if name not in named:
            message = f"no edition names {person.name} (`{name}`)"
            hint = "add the id to a list of edition.yaml or papers.yaml, or delete the file"
            yield diagnostic("unused-person", message, person.place("name"), hint)
    venues = {str(files.edition.venue) for files in subject.folder.editions.values()}
    for name, venue in subject.folder.venues.items():
        # A call may stand in for that of a later year.
        if name not in venues and "call" not in venue.model_fields_set:
            called = f"{venue.acronym} (`{name}`)" if venue.acronym else f"`{name}`"
            message = f"no edition takes place at {called}"
            hint = "name it as `venue` of an edition, or delete the file"
            yield diagnostic("unused-venue", message, venue.place("acronym") or venue.span, hint)


def unshown_value(subject: Subject) -> Iterator[Diagnostic]:
    """Some values are kept, and stand on no page and in no document."""
    for speaker in subject.files.edition.speakers:
        for key in ("title", "abstract"):
            if ROLES[speaker.role].is_seat and getattr(speaker, key) is not None:
                message = f"pages do not show the {key} of a {speaker.role}"
                hint = "make it a talk of its own, or delete it"
                yield diagnostic("unshown-value", message, speaker.place(key), hint)
    yield from _unshown_terms(subject.files.edition.submissions)
    yield from _left_rooms(subject)


def _left_rooms(subject: Subject) -> Iterator[Diagnostic]:
    """The rooms of an edition that has moved online, where nobody finds it any more."""
    edition = subject.files.edition
    slots = [slot for slot in subject.files.program if slot.track or slot.elsewhere]
    records: list[EditionRecord | WhenRecord | SlotRecord] = [edition, *edition.when, *slots]
    for record in records if edition.has_moved_online else ():
        for key in sorted({"room", "elsewhere"} & record.model_fields_set):
            message = f"the edition has moved online, so `{key}` is not shown"
            hint = "delete the line; where people take part says `join`"
            yield diagnostic("unshown-value", message, record.place_of_key(key), hint)


def _unshown_terms(submissions: SubmissionsRecord) -> Iterator[Diagnostic]:
    """What is said for all papers, and otherwise by each track."""
    said = [keys_said_by(track) for track in submissions.tracks]
    own = set.intersection(*said) - {"policy"} if said else set()
    for key in SubmissionTermsRecord.model_fields:
        if key in own and key in submissions.model_fields_set:
            message = f"`{key}` is said for all papers, and no track has it from there"
            hint = "say it at each track for which it holds; `pages` and `words` go together"
            yield diagnostic("unshown-value", message, submissions.place_of_key(key), hint)


def _unused_logos(folder: Folder) -> Iterator[Diagnostic]:
    place = folder.data / "sponsors"
    sponsors = [sponsor for files in folder.editions.values() for sponsor in files.edition.sponsors]
    shown = {name for sponsor in sponsors for name in (sponsor.logo, sponsor.logo_dark)}
    for file in _files(place):
        if str(file.relative_to(place)) not in shown:
            message = f"no sponsor has {file.name} as `logo`, so it is shown nowhere"
            yield diagnostic("unused-file", message, Span.of_file(file), f"add `logo: {file.name}`")


def _unused_site_pictures(folder: Folder) -> Iterator[Diagnostic]:
    place = folder.data / SITE_PICTURES
    editions = (files.edition for files in folder.editions.values())
    series = (folder.workshop,) if folder.workshop else ()
    records: tuple[EditionRecord | Workshop, ...] = (*editions, *series)
    shown = {name for record in records for name in (record.logo, record.logo_dark)}
    shown |= {record.picture.file for record in records if record.picture}
    for file in _files(place):
        if str(file.relative_to(place)) not in shown:
            message = f"neither a `logo` nor a `picture` is {file.name}, so it is shown nowhere"
            hint = f"add `logo: {file.name}` to workshop.yaml, or delete it"
            yield diagnostic("unused-file", message, Span.of_file(file), hint)


def _unused_site_texts(folder: Folder) -> Iterator[Diagnostic]:
    """Texts of the series as a whole that lie where no page is looked for."""
    site = folder.data / SITE
    for file in _files(site):
        name = file.relative_to(site).as_posix()
        is_page = file.parent == site / PAGES and file.suffix == ".md"
        is_own = "/" not in name or name.startswith(f"{OWN_FILES}/")  # which loading asks
        is_own |= (folder.data / SITE_PICTURES) in file.parents  # which another rule asks
        if file.suffix in _TEXTS and not is_page and not is_own:
            message = f"data/{SITE}/{name} is no page of the website, so it is shown nowhere"
            hint = f"move it to data/{SITE}/{_page_for(file)}, or delete it"
            yield diagnostic("unused-file", message, Span.of_file(file), hint)


def _page_for(file: Path) -> str:
    """Where a text is a page of the website."""
    return f"{PAGES}/{identifier(file.stem, 'page')}.md"


def _unused_of_edition(files: EditionFiles) -> Iterator[Diagnostic]:
    used = {"overview.md", *map(str, preface_names(files.edition.proceedings))}
    used |= {str(document.text) for document in files.edition.documents.values()}
    texts = "\n".join(map(str, files.all_texts))
    for name, text in files.texts.items():
        if name not in used:
            message = f"no document is made of {name}, and no page shows it"
            hint = f"move it to {PAGES}/ to make a page of it, or name it as `text` of a document"
            yield diagnostic("unused-file", message, text.span if text.pieces else None, hint)
    listed = {f"{PHOTOS}/{photo.file}" for photo in files.edition.photos}
    for file in _files(files.folder):
        name = file.relative_to(files.folder).as_posix()
        if name in listed or name.startswith(_OF_PAPERS):
            continue
        is_data = "/" not in name and file.suffix in {".yaml", ".yml", ".md", ".bib", ".json"}
        is_data |= file.parent == files.folder / PAGES and file.suffix == ".md"
        is_own = name.startswith(f"{OWN_FILES}/")  # which papers and talks name, and loading asks
        if not is_data and not is_own and name.removeprefix(f"{PAGES}/") not in texts:
            message = f"no text of edition {files.id} names {name}, so it is shown nowhere"
            hint = f"put it into a text, as ![What it shows]({name}), or delete it"
            if name == f"{PHOTOS}/{file.name}":
                message = f"`photos` of edition {files.id} does not list {file.name}"
                hint = f"add `- {{file: {file.name}, alt: …}}` to `photos`, or delete the file"
            elif file.suffix in _TEXTS:
                hint = f"for a page of the website, move it to {_page_for(file)}; or delete it"
            yield diagnostic("unused-file", message, Span.of_file(file), hint)


def _unused_templates(folder: Folder) -> Iterator[Diagnostic]:
    """Files of the workshop's own templates that stand for none of the program's."""
    own, built_in = folder.root / "templates", built_in_templates()
    if own.resolve() == built_in.resolve():
        return
    texts = ""
    for file in _files(own):
        texts += file.read_text(encoding="utf-8", errors="replace")
    for file in _files(own):
        name = file.relative_to(own).as_posix()
        form, _, inner = name.partition("/")
        is_taken = (built_in / name).is_file() or (form in _FORMS and inner and inner in texts)
        if not is_taken:
            message = f"templates/{name} stands for no template of the program and is not used"
            hint = "name it as the template that it replaces, or include it from one"
            yield diagnostic("unused-file", message, Span.of_file(file), hint)


def _named(files: EditionFiles) -> set[str]:
    """The ids of all people whom an edition names."""
    edition = files.edition
    named = {str(organizer.person) for organizer in edition.organizers}
    named |= {str(person) for speaker in edition.speakers for person in speaker.people}
    authors = [author for paper in files.papers for author in paper.authors]
    members = [member for committee in edition.committees for member in committee.members]
    people = (*edition.committee, *members, *authors)
    named |= {str(person.person) for person in people if person.person}
    return named | {str(contact) for contact in edition.contact}


def _files(folder: Path) -> list[Path]:
    """The files below a folder, without hidden ones and those that editors leave."""
    return [
        file
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
        and not file.name.endswith("~")
    ]


UNUSED: tuple[Rule, ...] = (unused_file, unused_person, unshown_value)
