"""The exports that are known, of all systems."""

from __future__ import annotations

from proposal.importers.exports.acm_papers import ACM
from proposal.importers.exports.ceur_index import CEUR
from proposal.importers.exports.cmt import CMT
from proposal.importers.exports.conftool import CONFTOOL
from proposal.importers.exports.contacts import CONTACTS
from proposal.importers.exports.csl import CSL
from proposal.importers.exports.datacite import DATACITE
from proposal.importers.exports.easychair import EASYCHAIR
from proposal.importers.exports.endnote import ENDNOTE
from proposal.importers.exports.export import Export
from proposal.importers.exports.frab import FRAB
from proposal.importers.exports.hotcrp import HOTCRP
from proposal.importers.exports.indico import INDICO
from proposal.importers.exports.mods import MODS
from proposal.importers.exports.openalex import OPENALEX
from proposal.importers.exports.openreview import OPENREVIEW
from proposal.importers.exports.pretalx import PRETALX
from proposal.importers.exports.pubmed import PUBMED
from proposal.importers.exports.ris import RIS
from proposal.importers.exports.scopus import SCOPUS
from proposal.importers.exports.sessionize import SESSIONIZE
from proposal.importers.exports.web_of_science import WEB_OF_SCIENCE

EXPORTS: tuple[Export, ...] = (
    *ACM,
    *CEUR,
    *CMT,
    *CONFTOOL,
    *EASYCHAIR,
    *FRAB,
    *HOTCRP,
    *INDICO,
    *OPENREVIEW,
    *PRETALX,
    *SESSIONIZE,
    *OPENALEX,
    *DATACITE,
    *CSL,
    *RIS,
    *ENDNOTE,
    *MODS,
    *PUBMED,
    *SCOPUS,
    *WEB_OF_SCIENCE,
    *CONTACTS,
)
"""In the order of the documents' table; of documents, the first that fits is meant."""
