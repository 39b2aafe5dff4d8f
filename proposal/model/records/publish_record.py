"""Where `proposal publish` puts the website, as the data or the command line say it.

All of it is text that is checked letter by letter: it is handed to git, rsync and ssh as single
arguments, and holds nothing that one of them, or a shell at the other end, would take for an option
or a command.
"""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from proposal.masking import masked
from proposal.model.fields import Line, refuse
from proposal.model.record import Record
from proposal.source.text import Verbatim

_BRANCH = re.compile(r"[A-Za-z0-9_][\w.+-]*(?:/[A-Za-z0-9_][\w.+-]*)*", re.ASCII)
"""`gh-pages`, `sites/2026`"""
_REMOTE_NAME = re.compile(r"[A-Za-z0-9_][\w.-]*", re.ASCII)
"""What Git calls another repository: `origin`."""
_HTTPS = re.compile(
    r"https://(?P<login>[^/@\s]*@)?[A-Za-z0-9][\w.-]*(?::\d+)?/[\w./~+-]+", re.ASCII
)
"""As in `https://git.example.org/wsp/website.git`."""
_SSH = re.compile(
    r"ssh://(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9][\w.-]*(?::\d+)?/[\w./~+-]+"
    r"|[A-Za-z0-9_][\w.-]*@[A-Za-z0-9][\w.-]*:[\w.~+][\w./~+-]*",
    re.ASCII,
)
"""As in `ssh://git@example.org/wsp.git` and `git@example.org:wsp/website.git`."""
_SERVER = re.compile(
    r"(?P<login>(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9][\w.-]*):(?P<path>[\w./+][\w ./+@=,~-]*)",
    re.ASCII,
)
"""As in `ada@www.example.edu:public_html/wsp`; neither a shell nor a wildcard reads the path."""


def _branch(value: str) -> str:
    if not _BRANCH.fullmatch(value) or ".." in value or value.endswith((".lock", ".")):
        hint = "write letters, digits and hyphens: gh-pages"
        refuse("not-a-branch", f"`{value}` is no name of a branch", hint)
    return Verbatim(value)


def _remote(value: str) -> str:
    if (address := _HTTPS.fullmatch(value)) and ":" in (address["login"] or ""):
        message = "the address holds a password or a token, which everybody could read here"
        hint = (
            "leave out what stands before the @; git asks for it, or a credential helper knows it"
        )
        refuse("secret-in-address", message, hint)
    if any(form.fullmatch(value) for form in (_REMOTE_NAME, _HTTPS, _SSH)) and ".." not in value:
        return Verbatim(value)
    hint = "write the name of one (`git remote` lists them), or https://HOST/PATH, or git@HOST:PATH"
    refuse("not-a-remote", f"`{masked(value)}` is no remote repository", hint)
    return None


def _folder(value: str) -> str:
    if not value.isprintable() or value.startswith("-"):
        refuse("not-a-folder", f"`{value}` is no folder", "write a path: ../website")
    if "://" in value or (_SERVER.fullmatch(value) and "@" in value.partition(":")[0]):
        hint = "for a server write `rsync: user@host:path`, for a branch `branch: gh-pages`"
        refuse("not-a-folder", f"`{value}` is no folder of this machine", hint)
    return Verbatim(value)


def _server(value: str) -> str:
    if "::" in value or value.startswith("rsync://"):
        hint = "name a server that you reach by ssh: user@www.example.edu:public_html/workshop"
        refuse("not-a-server", f"`{value}` is a daemon of rsync, which knows no accounts", hint)
    if ":~" in value:
        hint = f"a path without a slash in front begins there: {re.sub(':~/?', ':', value)}"
        refuse("not-a-server", "`~` is not needed to begin at your home folder", hint)
    if not _SERVER.fullmatch(value):
        hint = "write user@host:path, with letters, digits, spaces and / . _ - + @ = , in the path"
        refuse("not-a-server", f"`{value}` is no place on a server", hint)
    if ".." in value.partition(":")[2].split("/"):
        refuse("not-a-server", f"`{value}` leads upward", "write the path without `..`")
    return Verbatim(value)


BranchName = Annotated[Line, AfterValidator(_branch)]
"""The name of a branch of a git repository."""
RemoteName = Annotated[Line, AfterValidator(_remote)]
"""The name or the address of a git repository."""
FolderPath = Annotated[Line, AfterValidator(_folder)]
"""A folder of this machine."""
ServerPath = Annotated[Line, AfterValidator(_server)]
"""A folder on a server that is reached by ssh: `user@host:path`."""


def login_and_path(server: str) -> tuple[str, str]:
    """What stands before and behind the colon of a place on a server."""
    login, _, path = server.partition(":")
    return login, path


class PublishRecord(Record):
    """Where `proposal publish` puts the website: a branch, a folder or a server."""

    branch: BranchName | None = Field(None, examples=["gh-pages"])
    """A branch of a git repository; it is begun if it does not exist."""
    remote: RemoteName | None = Field(None, examples=["origin"])
    """The repository of that branch: a name that `git remote` lists, or an address without a
    password; `origin` if it is left out."""
    to: FolderPath | None = Field(None, examples=["../website"])
    """A folder of this machine; a path from the folder that holds `data/`."""
    rsync: ServerPath | None = Field(None, examples=["ada@www.example.edu:public_html/wsp"])
    """A folder on a server that is reached by ssh, from your home folder there or from `/`."""

    @model_validator(mode="after")
    def _in_one_place(self) -> Self:
        chosen = [key for key in ("branch", "to", "rsync") if getattr(self, key) is not None]
        if not chosen:
            refuse("publish-place", "where to publish is not said", "add `branch: gh-pages`")
        if len(chosen) > 1:
            message = f"`{chosen[0]}` and `{chosen[1]}` are two places"
            refuse("publish-place", message, "keep one; the other can be typed", key=chosen[1])
        if self.remote is not None and self.branch is None:
            hint = "add `branch: gh-pages`, or leave out `remote`"
            refuse("publish-place", "`remote` belongs to a branch", hint, key="remote")
        return self
