"""Puts the finished website where the world can read it: a branch, a folder, or a server."""
