"""The variants in which a document can be made, and the standards of accessible PDFs."""

from __future__ import annotations

from typing import Literal

Variant = Literal["final", "submission", "anonymous", "preprint", "accessible"]
"""For whom a document is set: see `edition.Document`."""

AccessibleStandard = Literal["PDF/UA-1", "PDF/UA-2"]
"""What accessible PDFs are made by: ISO 14289-1, on PDF 1.7, or ISO 14289-2, on PDF 2.0."""

USUAL_STANDARD: AccessibleStandard = "PDF/UA-1"
"""The one that screen readers and checkers know longer."""
