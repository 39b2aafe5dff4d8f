"""Proves that finished artefacts say what the data say."""
