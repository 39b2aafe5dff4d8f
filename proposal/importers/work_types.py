"""Tells papers from works of other types in references: books, theses, volumes of proceedings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.entry import Entry
from proposal.reading.lines import line_of

_BIBTEX = frozenset(
    {
        *("inproceedings", "conference", "article", "incollection", "inbook", "misc"),
        *("unpublished", "techreport", "report", "online", "electronic", "www", "preprint"),
    }
)
_RIS = frozenset(
    {
        *("CONF", "CPAPER", "JOUR", "EJOUR", "INPR", "CHAP", "ECHAP", "UNPB", "MANSCPT", "RPRT"),
        *("GEN", "ABST", "ELEC"),
    }
)
_CSL = frozenset(
    {
        *("paper-conference", "article-journal", "article", "chapter", "manuscript", "report"),
        *("document", "proceedings-article", "journal-article", "posted-content", "book-chapter"),
    }
)
"""Those of CSL, and what Crossref calls the same."""
_ZOTERO = frozenset(
    {
        *("conferencePaper", "journalArticle", "preprint", "bookSection", "manuscript", "report"),
        *("document", "magazineArticle", "presentation"),
    }
)
ZOTERO_TYPES = _ZOTERO | {
    *("book", "thesis", "webpage", "blogPost", "film", "videoRecording", "audioRecording"),
    *("artwork", "attachment", "note", "annotation", "dataset", "standard", "computerProgram"),
    *("encyclopediaArticle", "dictionaryEntry", "newspaperArticle", "patent", "case", "statute"),
    *("bill", "hearing", "email", "letter", "map", "interview", "podcast", "forumPost"),
    *("instantMessage", "radioBroadcast", "tvBroadcast"),
}
"""The types that Zotero writes into its column `Item Type`."""
_ENDNOTE = frozenset(
    {
        *("Conference Paper", "Conference Proceedings", "Journal Article", "Book Section"),
        *("Electronic Article", "Electronic Book Section", "Report", "Manuscript", "Generic"),
        *("Unpublished Work", "Web Page", "Magazine Article"),
    }
)
_OPENALEX = frozenset(
    {"article", "preprint", "book-chapter", "conference-paper", "report", "other"}
)
_DATACITE = frozenset(
    {
        *("ConferencePaper", "JournalArticle", "Preprint", "BookChapter", "Report", "Text"),
        *("Presentation", "Poster", "conferencepaper", "article", "preprint", "section", "report"),
        *("publication", "other", "workingpaper", "presentation", "poster", "publication-other"),
    }
)
"""DataCite's general types, and those of Zenodo."""
PAPERS: Mapping[str, frozenset[str]] = {
    "BibTeX": _BIBTEX,
    "RIS": _RIS,
    "CSL-JSON": _CSL,
    "Zotero": _ZOTERO,
    "EndNote": _ENDNOTE,
    "OpenAlex": _OPENALEX,
    "DataCite": _DATACITE,
}
"""The types under which papers of a workshop stand in each form of references."""
_FIRST = {
    "BibTeX": "@inproceedings",
    "RIS": "TY  - CPAPER",
    "CSL-JSON": '"paper-conference"',
    "Zotero": "conferencePaper",
    "EndNote": "%0 Conference Paper",
    "OpenAlex": '"article"',
    "DataCite": '"ConferencePaper"',
}

E = TypeVar("E", bound=Entry)
"""Entries of a document, or rows of a table."""


def is_paper(form: str, work_type: str) -> bool:
    """Whether a type of work may be that of a paper.

    Args:
        form: the form of references, such as `BibTeX`.
        work_type: the type as that form writes it, of which there may be none.
    """
    return not work_type or work_type in PAPERS[form]


def papers_among(form: str, entries: Sequence[E], work_types: Sequence[str]) -> list[E]:
    """The entries that may be papers; of each of the others a warning says that it is left out.

    Raises:
        ImportSourceError: there is none.
    """
    papers = []
    for entry, work_type in zip(entries, work_types, strict=True):
        if is_paper(form, work_type):
            papers.append(entry)
        else:
            message = no_paper(work_type, line_of(entry.text("title")))
            entry.warn("not-a-paper", message, "type", type_to_write(form))
    if not papers:
        raise ImportSourceError(
            f"{entries[0].where}: {no_paper(work_types[0], line_of(entries[0].text('title')))}; "
            f"{type_to_write(form)}"
        )
    return papers


def no_paper(work_type: str, title: str) -> str:
    """What to say of a work that is no paper."""
    return f"“{title}” is of the type {work_type}, as no paper is, and is left out"


def type_to_write(form: str) -> str:
    """What to do if it is a paper nevertheless."""
    return f"if it is a paper of the workshop, write {_FIRST[form]} there"
