"""Packs an edition's volume for those who publish, index or archive it, a module for each."""
