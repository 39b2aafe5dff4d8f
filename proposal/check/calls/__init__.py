"""Proves that a document holds what the host conference's call demands of it."""
