"""Writes what the data may say for editors and readers: schemas, and pages of all keys."""
