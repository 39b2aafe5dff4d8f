"""Packs a document's sources for a publisher or an archive, and proves that they compile."""
