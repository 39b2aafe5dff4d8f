"""Puts an edition's website away: a folder, or a zip, that needs no server."""
