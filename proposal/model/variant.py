"""In which variants can a document be made?"""

from __future__ import annotations

from typing import Literal

Variant = Literal["final", "submission", "anonymous", "preprint"]
"""For whom a document is set: see `edition.Document`."""
