"""Builds an edition's artefacts into `build/`, only those that are not up to date."""
