"""Reads a Word document (.docx), as Word, Google Docs, LibreOffice and others write it."""

from proposal.importers.word.word_draft import read_word

__all__ = ["read_word"]
