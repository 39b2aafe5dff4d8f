"""PubMed: its own form of references, `.nbib`, and its table of results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import Entry, RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export, columns, headings
from proposal.importers.exports.export_document import ExportDocument, Json, items_of, text_of
from proposal.importers.exports.records import note_unread_keys, records_of
from proposal.importers.exports.ris import inverted_author
from proposal.model.affiliated import EMAIL
from proposal.model.family_names import is_group
from proposal.reading.lines import line_of, unix_lines
from proposal.reading.names import read_parts
from proposal.reading.person_titles import is_suffix
from proposal.source.persistent_identifiers import BEFORE_ORCID

_FIELD = re.compile(r"^(?P<tag>[A-Z]{2,4}) *- (?P<text>.*)$")
"""An example: `FAU - Author, Ann`; what goes on in the next line stands behind six spaces there."""
_FIRST = "PMID"
_DOI = re.compile(r"(?P<doi>10\.\S+) \[doi\]")
"""`10.1000/sample [doi]`, beside other identifiers"""
_ADDRESS = re.compile(rf"[.;,]?\s*(?:Electronic address:?\s*)?{EMAIL.pattern}(?:\.(?=\s|$))?")
"""What stands in an institution, mostly at its end: `. Electronic address: ann@example.org.`"""
_OTHERS = re.compile(r"et al\.?", re.IGNORECASE)
"""What stands for authors who are not named: `et al.`"""
_READ = (_FIRST, "TI", "AB", "LID", "AID", "PT", "OT", "PG", "FAU", "AU", "CN", "AD", "AUID")
_SHORTENED = re.compile(r"(?P<begin>\d*?)(?P<first>\d+)-(?P<last>\d+)")
"""Pages of which the last is shortened: `1234-41`."""

Field = tuple[str, str]
"""A tag with its text."""


def is_medline(text: str) -> bool:
    """Whether a text is a list of references in PubMed's own form."""
    return re.match(r"\ufeff?\s*PMID ?- ?\d", text) is not None


def read_medline(text: str) -> list[Json]:
    """The references of a text, each with its tags and their texts in their order."""
    found: list[list[Field]] = []
    for line in unix_lines(text.removeprefix("\ufeff")).split("\n"):
        match = _FIELD.match(line)
        if match and match["tag"] == _FIRST:
            found.append([])
        if match and found:
            found[-1].append((match["tag"], match["text"].strip()))
        elif line.strip() and found and found[-1]:
            tag, before = found[-1][-1]
            found[-1][-1] = (tag, f"{before} {line.strip()}")
    return [{_FIRST: [[tag, value] for tag, value in fields]} for fields in found]


def _fits(document: ExportDocument) -> bool:
    records = records_of(document.json)
    return bool(records) and all(isinstance(record.get(_FIRST), list) for record in records)


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    listed = [
        [(text_of(pair[0]), text_of(pair[1])) for pair in map(items_of, items_of(record[_FIRST]))]
        for record in records_of(document.json)
    ]
    note_unread_keys([dict(fields) for fields in listed], _READ, diagnostics)
    return [
        RecordEntry(
            document.file,
            f"{_FIRST} {_first(fields, _FIRST)}",
            _texts_of(fields),
            WrittenAuthors.of_named(_authors_of(fields)),
            diagnostics,
        )
        for fields in listed
    ]


def _all(fields: Sequence[Field], *tags: str) -> list[str]:
    return [text for tag, text in fields if tag in tags]


def _first(fields: Sequence[Field], tag: str) -> str:
    return next(iter(_all(fields, tag)), "")


def _texts_of(fields: Sequence[Field]) -> dict[str, str]:
    ids = (match["doi"] for text in _all(fields, "LID", "AID") if (match := _DOI.search(text)))
    is_retracted = "Retracted Publication" in _all(fields, "PT")
    return {
        "title": _first(fields, "TI").removesuffix("."),
        "abstract": _first(fields, "AB"),
        "doi": next(ids, ""),
        "keywords": "; ".join(_all(fields, "OT")),
        "pages": whole_pages(_first(fields, "PG")),
        **({"withdrawn": "yes"} if is_retracted else {}),
    }


def whole_pages(text: str) -> str:
    """Pages with a whole last one: `1234-1241` of `1234-41`."""
    match = _SHORTENED.fullmatch(text)
    if match is None:
        return text
    first, last = f"{match['begin']}{match['first']}", match["last"]
    return f"{first}-{first[: max(len(first) - len(last), 0)]}{last}"


def _authors_of(fields: Sequence[Field]) -> Iterator[WrittenAuthor]:
    """The authors with what stands behind each; older references have their short names alone."""
    short = [] if _all(fields, "FAU") else ["AU"]
    begins = [place for place, (tag, _) in enumerate(fields) if tag in {"FAU", "CN", *short}]
    for begin, end in zip(begins, [*begins[1:], len(fields)], strict=True):
        (tag, name), own = fields[begin], fields[begin + 1 : end]
        if tag == "CN":
            yield WrittenAuthor(name, is_institution=True)
            continue
        one = _of_short_name(name) if tag == "AU" else inverted_author(_with_suffix_apart(name))
        addresses = [address for text in _all(own, "AD") for address in EMAIL.findall(text)]
        places = (_ADDRESS.sub("", text).removesuffix(".") for text in _all(own, "AD"))
        ids = [text for text in _all(own, "AUID") if text.startswith("ORCID")]
        yield replace(
            one,
            affiliations=tuple(filter(None, places)),
            email=next(iter(addresses), ""),
            orcid=BEFORE_ORCID.sub("", BEFORE_ORCID.sub("", next(iter(ids), ""))).strip(),
        )


def _with_suffix_apart(name: str) -> str:
    """A name with a comma before its suffix: `Writer, Bob Jr` becomes `Writer, Bob, Jr`."""
    given, _, suffix = name.rpartition(" ")
    return f"{given.rstrip(',')}, {suffix}" if "," in given and is_suffix(suffix) else name


def _of_short_name(name: str) -> WrittenAuthor:
    """The author of `Sample CD`, or `Sample CD Jr`, whose initials stand behind the family name.

    One without a name stands for those who are left out.
    """
    if _OTHERS.fullmatch(name):
        return WrittenAuthor("")
    match = re.fullmatch(r"(?P<family>.+?) (?P<initials>[A-Z]{1,3})(?: (?P<suffix>\w+))?", name)
    if match is None or is_group(name):
        return WrittenAuthor(name, is_institution=True)
    initials = " ".join(f"{initial}." for initial in match["initials"])
    return WrittenAuthor.of(read_parts(initials, match["family"], match["suffix"] or ""))


def _listed(entry: Entry) -> WrittenAuthors:
    """The authors of the table's `Author A, Sample CD.`."""
    names = line_of(entry.text("authors")).removesuffix(".").split(", ")
    return WrittenAuthors.of_named(_of_short_name(name) for name in names if name)


REFERENCES = Export(
    system="PubMed",
    name="list of references",
    form="MEDLINE (.nbib)",
    source="https://www.nlm.nih.gov/bsd/mms/medlineelements.html",
    version="elements of 2024",
    gives="title, authors with affiliations and ORCID iDs, abstract, keywords, pages, DOI",
    fits=_fits,
    submissions=_submissions,
)
RESULTS = Export(
    system="PubMed",
    name="table of results",
    form="CSV",
    source="https://pubmed.ncbi.nlm.nih.gov/help/#save-file",
    version="help of 2024",
    gives="title, authors by their initials, DOI",
    headings=headings("PMID", "Title", "Authors", "Citation", "First Author", "Journal/Book"),
    authors=_listed,
    papers=columns({"title": "Title", "authors": "Authors", "doi": "DOI"}),
)
PUBMED = (REFERENCES, RESULTS)
