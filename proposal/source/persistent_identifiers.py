"""Where the identifiers of publications and of people lead, and how people write them."""

from __future__ import annotations

import re

DOI_RESOLVER = r"https?://(?:dx\.|www\.)?doi\.org/"
"""The resolver of DOIs by any of its names, within a regular expression."""

BEFORE_DOI = re.compile(rf"^(?:{DOI_RESOLVER}|doi:\s*)", re.IGNORECASE)
"""What people write before a DOI: `https://doi.org/`, `doi: `."""

BEFORE_ORCID = re.compile(
    r"^(?:(?:https?://)?(?:www\.)?orcid\.org/|orcid(?:\s*id)?\s*:?\s*)", re.IGNORECASE
)
"""What people paste before the digits: `https://orcid.org/`, `ORCID: `."""


def doi_address(doi: str) -> str:
    """The address at the resolver of all DOIs: `https://doi.org/10.1145/3637528.3671486`."""
    return f"https://doi.org/{doi}"


def orcid_address(orcid: str) -> str:
    """The page of a researcher: `https://orcid.org/0000-0002-1825-0097`."""
    return f"https://orcid.org/{orcid}"
