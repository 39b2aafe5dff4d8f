"""The acmart that is installed here, and what it prints."""

from __future__ import annotations

from functools import cache

from proposal.doctor import Group
from proposal.model.acmart_versions import HEADINGS, AcmartVersion, acmart_version_in
from proposal.tex.installed import tex_versions
from tests.parts import require


@cache
def installed_acmart() -> AcmartVersion:
    """The version of the class that documents are made with here."""
    require(Group.DOCUMENTS)
    version = acmart_version_in(f"acmart {tex_versions('pdflatex')['acmart']}")
    assert version is not None
    return version


def printed_heading(words: str) -> str:
    """A heading as it is printed here: in upper case by older versions."""
    return words.upper() if HEADINGS.at(installed_acmart()).isupper() else words
