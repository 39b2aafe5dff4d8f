"""Forms of references and of papers that are not read, with what to export in place of each."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

from proposal.importers.exports.export_document import ExportDocument, Json, at

_REFERENCES = "export the papers there as BibTeX, RIS or CSL-JSON"
_FROM_PUBMED = "save the papers there in the format PubMed, .nbib, or as BibTeX with Zotero"
_FROM_JOURNALS = "take its report of articles there, as CSV"
_FROM_CROSSREF = "take the papers from Crossref's interface as JSON or BibTeX"
_IN_BIBTEX = "take the papers from there as BibTeX, in a file whose name ends with .bib"


def _has(root: str, path: str) -> Callable[[ET.Element], bool]:
    """Whether a document has a root of a name, in any namespace, and something below it."""
    return lambda element: element.tag.rpartition("}")[2] == root and element.find(path) is not None


def _holds(*steps: str | int) -> Callable[[Json], bool]:
    """Whether something stands at a place of a document."""
    return lambda value: at(value, *steps) is not None


def _has_scholars_id(*steps: str | int) -> Callable[[Json], bool]:
    """Whether a paper has a title and an id of Semantic Scholar, a digest."""
    return lambda value: (
        at(value, *steps, "title") is not None
        and re.fullmatch(r"[0-9a-f]{40}", str(at(value, *steps, "paperId"))) is not None
    )


_XML = (
    ("EndNote's XML", _has("xml", "records/record"), _REFERENCES),
    ("JATS, the XML of a single article", _has("article", "front"), _REFERENCES),
    ("a feed, as arXiv has them", _has("feed", "{*}entry"), _IN_BIBTEX),
    ("XML of the ACL Anthology", _has("collection", "volume"), _IN_BIBTEX),
    ("XML of dblp", _has("dblp", "*"), _IN_BIBTEX),
    ("XML of PubMed", _has("PubmedArticleSet", "*"), _FROM_PUBMED),
    ("XML of Open Journal Systems", _has("articles", "{*}article"), _FROM_JOURNALS),
    ("XML that is deposited at Crossref", _has("doi_batch", "{*}body"), _FROM_CROSSREF),
    ("RDF of Zotero", _has("RDF", "{http://purl.org/net/biblio#}*"), _REFERENCES),
)
_JSON = (
    ("an answer of Semantic Scholar", _has_scholars_id(), _IN_BIBTEX),
    ("an answer of Semantic Scholar", _has_scholars_id(0), _IN_BIBTEX),
    ("an answer of Semantic Scholar", _has_scholars_id("data", 0), _IN_BIBTEX),
    ("an answer of dblp", _holds("result", "hits"), _IN_BIBTEX),
    ("an answer of ORCID", _holds("orcid-identifier"), _IN_BIBTEX),
    ("an answer of ORCID", _holds("group", 0, "work-summary"), _IN_BIBTEX),
    ("an answer of Zotero", _holds(0, "library"), _IN_BIBTEX),
)
_TEXTS = (
    (r"FN (?:Clarivate|Thomson|ISI)", "references of the Web of Science", _REFERENCES),
    (r"Template-Type:\s*ReDIF", "references of RePEc", _REFERENCES),
)
"""How such a text begins, what it is, and what to do."""


def other_form_of(document: ExportDocument) -> str | None:
    """What a document is that is not read, and what to do; nothing if it is not known."""
    content = document.xml
    if content is not None:
        found = next(((name, advice) for name, fits, advice in _XML if fits(content)), None)
    else:
        value = document.json
        found = next(((name, advice) for name, fits, advice in _JSON if fits(value)), None)
    return _sentence(*found) if found else None


def other_form_of_text(text: str) -> str | None:
    """What a text is that is no table and is not read, and what to do."""
    start = text.lstrip("\ufeff \r\n")[:100]
    found = ((name, advice) for begin, name, advice in _TEXTS if re.match(begin, start))
    return next((_sentence(*one) for one in found), None)


def _sentence(name: str, advice: str) -> str:
    return f"this seems to be {name}, which is not read here; {advice}"
