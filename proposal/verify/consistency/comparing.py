"""What do artefacts of one edition say in two ways?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from proposal.diagnostics import Diagnostic


def disagreements(files: Sequence[Path]) -> list[Diagnostic]:
    """Where artefacts contradict each other or themselves, in the order of files and lines.

    Args:
        files: HTML and Jekyll pages, data files of Jekyll, plain texts, calendars and PDFs; others
            are passed over. Editions are told apart by the years in names and titles, and only
            artefacts of one edition are compared.
    """
    return []
