"""Finds the PDF of each paper: in the folder `papers/`, or else the file that its record names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from proposal.model.loading.folder import EditionFiles


def paper_pdfs(files: EditionFiles, own: Mapping[str, Path]) -> dict[str, Path]:
    """The PDFs of papers by their ids, for those papers that have one.

    Args:
        files: the edition's files.
        own: the files in `files/` that papers and talks name, by name.
    """
    found = {
        paper.id: files.paper_files.get(paper.id) or own.get(paper.pdf or "")
        for paper in files.shown_papers
    }
    return {paper: file for paper, file in found.items() if file is not None}
