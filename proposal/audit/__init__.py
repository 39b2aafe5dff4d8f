"""Compares pages and PDFs that somebody else made with the data of an edition."""
