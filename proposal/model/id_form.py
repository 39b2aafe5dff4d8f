"""The form of ids, which are names of files and parts of addresses, too."""

from __future__ import annotations

ID_FORM = r"[a-z0-9]+(-[a-z0-9]+)*"
"""A regular expression: `ada-lovelace`, `wsdm2026`."""
