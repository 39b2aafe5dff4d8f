"""Puts a page at the website's root, with all its addresses as they are from there."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urlsplit

_TAG = re.compile(r"<[a-z][^<>]*>")
"""`<a href="2026/">`"""
_ADDRESS = re.compile(r'(?<=\s)(href|src|srcset|content)="([^"]*)"')
"""` href="2026/"`, ` src="logo.svg"`"""
_PICTURE = '<meta property="og:image"'


def at_root(page: str, path: str) -> str:
    """A page that was written for a folder, for the website's root.

    Args:
        page: its HTML, in which values of attributes stand between double quotes.
        path: the folder from the root, with a slash at its end: `2026/`.
    """
    return _TAG.sub(lambda tag: _moved_tag(tag.group(), path), page)


def _moved_tag(tag: str, path: str) -> str:
    def moved(found: re.Match[str]) -> str:
        name, value = found.groups()
        if name == "content" and not tag.startswith(_PICTURE):
            return found.group()
        if name == "srcset":
            value = ", ".join(_moved_picture(part, path) for part in value.split(", "))
        else:
            value = _moved(value, path)
        return f'{name}="{value}"'

    return _ADDRESS.sub(moved, tag)


def _moved_picture(candidate: str, path: str) -> str:
    """A picture with its width behind it: `people/a.webp 320w`."""
    address, space, width = candidate.partition(" ")
    return _moved(address, path) + space + width


def _moved(address: str, path: str) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or address.startswith(("#", "/")):
        return address
    place, *behind = re.split(r"(?=[?#])", address, maxsplit=1)
    folder = "/" if place.endswith("/") or not place else ""
    target = posixpath.normpath(path + place) + folder
    target = {"./": "", path: ""}.get(target, target)
    return (target + "".join(behind)) or "./"
