"""Tests of the documents: they lead somewhere, and what they name exists."""
