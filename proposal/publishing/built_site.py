"""The website as it was built: which files belong to it, and what is in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from proposal.build.output_tree import read_listing
from proposal.diagnostics import ProposalError

_GITHUB = re.compile(r"(?:https?://|ssh://|)(?:[^@/\s]*@)?github\.com[:/]", re.IGNORECASE)
"""The beginning of an address of a repository at GitHub: `git@github.com:`."""
_PAGES_HOSTS = (".github.io", ".github.com")
"""Hosts that are GitHub's own, for which there is no `CNAME`."""


class NoSiteError(ProposalError):
    """There is no website to publish."""


class BuiltSite(Struct, frozen=True):
    """The files of a website that was built."""

    folder: Path
    digests: Mapping[str, str]
    """The SHA-256 of each file, by its path below the folder."""
    added: Mapping[str, bytes]
    """What else is published beside them, by path."""

    @property
    def all_digests(self) -> dict[str, str]:
        """The digests of all that is published."""
        return {
            **self.digests,
            **{name: digest_of(content) for name, content in self.added.items()},
        }

    def content(self, name: str) -> bytes:
        """What is in a file.

        Raises:
            NoSiteError: it has changed since its digest was taken.
        """
        if name in self.added:
            return self.added[name]
        content = (self.folder / name).read_bytes()
        if digest_of(content) != self.digests[name]:
            raise NoSiteError(f"build/site/{name} has changed meanwhile; publish again")
        return content


def digest_of(content: bytes) -> str:
    """The SHA-256 of a file's content, as `sha256sum` prints it."""
    return hashlib.sha256(content).hexdigest()


def built_site(root: Path, added: Mapping[str, bytes]) -> BuiltSite:
    """The website of a workshop, without what somebody else has put beside it.

    Args:
        root: the folder that holds `data/`.
        added: what else is published beside it.

    Raises:
        NoSiteError: there is none.
    """
    folder = root / "build" / "site"
    names = sorted(read_listing(root / "build" / ".site"))
    digests = {name: digest_of((folder / name).read_bytes()) for name in names}
    if "index.html" not in digests:
        raise NoSiteError("there is no website in build/site/; type `proposal build --all`")
    return BuiltSite(folder, digests, dict(added))


def pages_files(domain: str | None, address: str) -> dict[str, bytes]:
    """What GitHub Pages, and its like, want to find beside a website on a branch.

    Args:
        domain: the workshop's own domain, if it has one.
        address: the address of the repository.
    """
    files = {".nojekyll": b""}
    if domain and is_at_github(address):
        files["CNAME"] = f"{domain}\n".encode()
    return files


def is_at_github(address: str) -> bool:
    """Whether a repository is one at GitHub, by its address."""
    return _GITHUB.match(address) is not None


def own_domain(url: str | None) -> str | None:
    """The domain of an address that is all of a website, and not GitHub's or a part of another."""
    if url is None:
        return None
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    if parts.path.strip("/") or parts.port or "." not in host or host.endswith(_PAGES_HOSTS):
        return None
    return host if re.search(r"[a-z]", host) else None
