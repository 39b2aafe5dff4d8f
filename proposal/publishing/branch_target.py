"""Publishes to a branch of a git repository, without a checkout.

The commit is made of git's own objects with an index of its own, so that the user's files, index
and branches stay as they are. It is pushed as any commit is: never by force.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from proposal.publishing import manifest
from proposal.publishing.built_site import BuiltSite, digest_of, is_at_github
from proposal.publishing.git import Git, GitError
from proposal.publishing.publish_target import MovedError, PublishError, WrongTargetError
from proposal.publishing.publishing_plan import BLOCKED, PublishPlan, Standing, parents_of
from proposal.scratch import scratch_folder

_MOVED = re.compile(
    r"\[rejected\]|fetch first|non-fast-forward|cannot lock ref|incorrect old value"
    r"|reference already exists|failed to update ref",
)
"""As in "! [rejected] 1234567 -> gh-pages (fetch first)"."""
_FILE = "100644"
_FILES = {_FILE, "100755"}
"""The modes of files; links, and other repositories, have others."""


class BranchTarget(Struct):
    """A branch of a remote repository."""

    git: Git
    remote: str
    """Its name or address, as git takes it."""
    branch: str
    domain: str | None = None
    """The workshop's own domain, if it has one."""
    tip: str | None = None
    """The commit that was looked at; nothing if there is no such branch."""
    entries: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The mode and the object of each file of that commit, by path."""
    folders: set[str] = field(default_factory=set)
    """The folders of that commit."""
    objects: dict[str, str] = field(default_factory=dict)
    """The objects of the website's files, by path."""

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return f"branch {self.branch} of {self.git.address}"

    @property
    def ref(self) -> str:
        """The branch as git names it at the remote."""
        return f"refs/heads/{self.branch}"

    @property
    def notes(self) -> list[str]:
        """What the repository's settings have to say, and whether they name another domain."""
        notes = []
        if self.tip is None and is_at_github(self.git.address):
            notes.append(
                f"Now open Settings → Pages of the repository at GitHub, choose “Deploy from a "
                f"branch” and {self.branch}, and wait a minute."
            )
        domain = self.contents(["CNAME"]).get("CNAME", b"").decode("utf-8", "replace").strip()
        if self.domain and domain and domain.casefold() != self.domain.casefold():
            notes.append(
                f"CNAME there names {domain}, and `url` in workshop.yaml names {self.domain}; "
                "correct the one that is wrong."
            )
        return notes

    def look(self, names: Iterable[str], site: BuiltSite) -> Standing:
        """Look at what stands on the branch.

        Raises:
            WrongTargetError: the branch holds a workshop's data.
            PublishError: one cannot look.
        """
        self._fetch()
        self.entries = dict(self._files())
        self.folders = {parent for name in self.entries for parent in parents_of(name)}
        if "data/workshop.yaml" in self.entries:
            message = f"the branch {self.branch} holds a workshop's data"
            raise WrongTargetError(f"{message}; name one that is for the website alone: gh-pages")
        lists = self.contents(manifest.NAMES)
        written = manifest.together(*map(manifest.read, lists.values()))
        self.objects = self._hashed(site)
        wanted = site.all_digests
        digests: dict[str, str] = {}
        unknown = []
        for name in {*names, *written}:
            if self._is_blocked(name):
                digests[name] = BLOCKED
            elif name in self.entries and self.entries[name][1] == self.objects.get(name):
                digests[name] = wanted[name]
            elif name in self.entries:
                unknown.append(name)
        contents = self.contents(unknown)
        digests |= {name: digest_of(content) for name, content in contents.items()}
        return Standing(digests, written, self.tip is None)

    def carry_out(self, plan: PublishPlan, site: BuiltSite) -> None:
        """Make a commit on top of the branch, and push it.

        Raises:
            MovedError: somebody has pushed in the meantime.
            PublishError: the remote does not take it.
        """
        commit = self._commit(plan, site)
        target = f"{commit}:{self.ref}"
        pushed = self.git.tried(
            "push", "--porcelain", "--no-recurse-submodules", "--", self.remote, target
        )
        if pushed.returncode:
            text = (pushed.stdout + pushed.stderr).decode("utf-8", "replace")
            if _MOVED.search(text) and "remote rejected] (pre-receive" not in text:
                raise MovedError(f"somebody has changed the {self.name} meanwhile")
            raise GitError(f"{self.git.refusal(text)}. Nothing was published")

    def _fetch(self) -> None:
        """Get the newest commit of the branch."""
        listed = self.git.run("ls-remote", "--", self.remote, self.ref).decode()
        tips = [line.split("\t")[0] for line in listed.splitlines() if line.endswith(self.ref)]
        self.tip = tips[0] if tips else None
        if self.tip is None:
            return
        is_shallow = self.git.run("rev-parse", "--is-shallow-repository").strip() == b"true"
        self.git.run(
            "fetch",
            "--quiet",
            "--no-tags",
            "--no-write-fetch-head",
            "--no-recurse-submodules",
            *(["--depth=1"] if is_shallow else []),
            "--",
            self.remote,
            self.ref,
        )
        if self.git.tried("cat-file", "-e", f"{self.tip}^{{commit}}").returncode:
            raise MovedError(f"somebody is changing the {self.name} at this moment; try again")

    def _files(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """The files of the commit: path, mode and object."""
        if self.tip is None:
            return
        listed = self.git.run("ls-tree", "-r", "-z", "--full-tree", self.tip)
        for entry in listed.decode("utf-8", "surrogateescape").split("\0"):
            about, tab, name = entry.partition("\t")
            if tab:
                mode, _, digest = about.split(" ")
                yield name, (mode, digest)

    def _is_blocked(self, name: str) -> bool:
        """Whether a link, a folder or something else stands where a file is to stand."""
        if name in self.entries:
            return self.entries[name][0] not in _FILES
        return name in self.folders or any(parent in self.entries for parent in parents_of(name))

    def contents(self, names: Iterable[str]) -> dict[str, bytes]:
        """What is in those of some files that the commit has."""
        wanted = [name for name in names if name in self.entries]
        if not wanted:
            return {}
        given = "".join(f"{self.entries[name][1]}\n" for name in wanted).encode()
        rest = self.git.run("cat-file", "--batch", given=given)
        contents = {}
        for name in wanted:
            head, _, rest = rest.partition(b"\n")
            size = int(head.split(b" ")[2])
            contents[name], rest = rest[:size], rest[size + 1 :]
        return contents

    def _hashed(self, site: BuiltSite, *, is_kept: bool = False) -> dict[str, str]:
        """The objects of the website's files.

        Args:
            site: the website.
            is_kept: whether they are written into the repository.
        """
        names = list(site.digests)
        options = ["-w"] if is_kept else []
        command = ["hash-object", *options, "--no-filters"]
        given = "".join(f"{site.folder / name}\n" for name in names).encode()
        hashed = self.git.run(*command, "--stdin-paths", given=given).decode().split()
        objects = dict(zip(names, hashed, strict=True))
        for name, content in site.added.items():
            objects[name] = self.git.run(*command, "--stdin", given=content).decode().strip()
        return objects

    def _commit(self, plan: PublishPlan, site: BuiltSite) -> str:
        """A commit on top of the one that was looked at."""
        objects = self._hashed(site, is_kept=True)
        if any(self.objects.get(name) != known for name, known in objects.items()):
            raise PublishError("build/site/ has changed meanwhile; publish again")
        listing = manifest.written(site.all_digests)
        objects[manifest.MANIFEST] = (
            self.git.run("hash-object", "-w", "--no-filters", "--stdin", given=listing)
            .decode()
            .strip()
        )
        changed = {name: objects[name] for name in (*plan.sent, manifest.MANIFEST)}
        with scratch_folder() as scratch:
            index = self._with({"GIT_INDEX_FILE": str(scratch / "index")})
            index.run("read-tree", self.tip or "--empty")
            index.run("update-index", "-z", "--index-info", given=_index(changed, plan.deleted))
            tree = index.run("write-tree").decode().strip()
        parents = ["-p", self.tip] if self.tip else []
        made = self.git.run("commit-tree", tree, *parents, given=b"Publish the website\n")
        return made.decode().strip()

    def _with(self, settings: Mapping[str, str]) -> Git:
        return Git(self.git.folder, {**self.git.settings, **settings}, self.git.address)


def _index(changed: Mapping[str, str], deleted: Iterable[str]) -> bytes:
    """What `git update-index --index-info` reads to change some files and delete others."""
    lines = [f"{_FILE} {digest}\t{name}\0" for name, digest in changed.items()]
    # A digest of zeros, however many digits the repository's own have, means none.
    width = len(next(iter(changed.values())))
    lines += [f"0 {'0' * width}\t{name}\0" for name in deleted]
    return "".join(lines).encode()


def branch_target(root: Path, branch: str, remote: str, domain: str | None = None) -> BranchTarget:
    """The branch that was named.

    Args:
        root: the folder that holds `data/`, in a git repository.
        branch: the branch's name.
        remote: the name of a remote repository, or its address.
        domain: the workshop's own domain, if it has one.

    Raises:
        WrongTargetError: there is no such remote, or the branch is one that is worked on.
        GitError: git refuses the folder.
    """
    git = Git(root)
    found = git.tried("rev-parse", "--git-dir")
    if found.returncode:
        if b"not a git repository" in found.stderr:
            message = "this folder is in no git repository, to a branch of which one could publish"
            raise WrongTargetError(f"{message}; type: git init, or publish with --to FOLDER")
        raise GitError(git.refusal(found.stderr.decode("utf-8", "replace")))
    current = git.tried("symbolic-ref", "--quiet", "--short", "HEAD").stdout.decode().strip()
    if current == branch:
        message = f"the branch {branch} is the one that you work on"
        raise WrongTargetError(f"{message}; name one that is for the website alone: gh-pages")
    address, settings = _address(git, remote)
    return BranchTarget(Git(root, settings, address), remote, branch, domain)


def _address(git: Git, remote: str) -> tuple[str, dict[str, str]]:
    """The address of a remote, and what git needs to know to go there."""
    names = git.run("remote").decode().split()
    if remote in names:
        urls = git.run("config", "--get-all", f"remote.{remote}.url").decode().splitlines()
        return urls[0], {}
    if ":" in remote:
        # Nobody has agreed to this address in git's own settings: no helper program is run for it.
        return remote, {"GIT_ALLOW_PROTOCOL": "https:ssh"}
    known = f"there is: {', '.join(names)}" if names else "the repository has none at all"
    message = f"there is no remote {remote}; {known}. Type: git remote add {remote} ADDRESS"
    raise WrongTargetError(message)
