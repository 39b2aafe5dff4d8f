"""Where the identifiers of publications and of people lead."""

from __future__ import annotations


def doi_address(doi: str) -> str:
    """The address at the resolver of all DOIs: `https://doi.org/10.1145/3637528.3671486`."""
    return f"https://doi.org/{doi}"


def orcid_address(orcid: str) -> str:
    """The page of a researcher: `https://orcid.org/0000-0002-1825-0097`."""
    return f"https://orcid.org/{orcid}"
