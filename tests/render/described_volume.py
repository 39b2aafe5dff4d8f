"""Data of a volume whose papers are cited."""

from __future__ import annotations

EDITION = "editions/2027/edition.yaml"


PAPERS = "editions/2027/papers.yaml"


VOLUME = """
proceedings:
  title: Proceedings of Careful Engines
  editors: [Eve Editor]
  publisher: Example Press
  series: Examples in Print
  volume: 12
  date: 2027-03-30
  isbn: 979-8-4007-0490-1
  licence: by
"""
