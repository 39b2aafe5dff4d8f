"""Where a DOI leads."""

from __future__ import annotations


def doi_address(doi: str) -> str:
    """The address at the resolver of all DOIs: `https://doi.org/10.1145/3637528.3671486`."""
    return f"https://doi.org/{doi}"
