"""The variants in which a document can be made."""

from __future__ import annotations

from typing import Literal

Variant = Literal["final", "submission", "anonymous", "preprint"]
"""For whom a document is set: see `edition.Document`."""
