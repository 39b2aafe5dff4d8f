"""The words of a rights block that tell one form of rights from the others."""

from __future__ import annotations

from collections.abc import Mapping

from proposal.model.rights import Copyright

WORDINGS: Mapping[Copyright, tuple[str, ...]] = {
    "acmcopyright": ("owned by others than ACM must be honored",),
    "acmlicensed": ("Publication rights licensed to ACM", "Permission to make digital"),
    "rightsretained": ("third-party components of this work must be honored",),
    "usgov": ("authored by an employee(s) of the United States Government",),
    "usgovmixed": ("affiliate of the United States government",),
    "cagov": ("authored by employees of the Government of Canada",),
    "cagovmixed": ("Crown in Right of Canada retains an equal interest",),
    "licensedusgovmixed": ("Publication rights licensed to ACM", "of the United States government"),
    "licensedcagov": ("authored by employees of the Government of Canada",),
    "licensedcagovmixed": ("Publication rights licensed to ACM", "national government of Canada"),
    "othergov": ("affiliate of a national government",),
    "licensedothergov": ("Publication rights licensed to ACM", "of a national government"),
    "iw3c2w3": ("CC-BY 4.0",),
    "iw3c2w3g": ("CC-BY-NC-ND 4.0",),
    "cc": ("This work is licensed under a Creative Commons",),
}
"""What acmart prints for each value of `\\setcopyright`, in the words that tell it from others."""
