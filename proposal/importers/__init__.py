"""Turns what organizers already have into files under `data/`."""
