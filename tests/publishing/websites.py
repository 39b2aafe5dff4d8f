"""A small website as a build leaves it, and what stands where it is published."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from proposal.build.output_tree import deliver_tree
from proposal.publishing.built_site import BuiltSite, built_site
from proposal.publishing.publish_target import PublishTarget
from proposal.publishing.publishing_plan import PublishPlan, planned

PAGES = {
    "index.html": b"<h1>Home</h1>\n",
    "2026/index.html": b"<h1>2026</h1>\n",
    "2026/files/slides.pdf": b"%PDF \x00\xff slides",
    "404.html": b"<h1>Nothing</h1>\n",
}


@dataclass(frozen=True, slots=True)
class Website:
    """A workshop's folder in which nothing but a website was built."""

    root: Path

    def has(self, **changes: bytes | None) -> None:
        """Build the pages again, with others in place of some; none of what is nothing."""
        pages = {**PAGES, **{name.replace("__", "/"): page for name, page in changes.items()}}
        self.holds({name: page for name, page in pages.items() if page is not None})

    def holds(self, pages: dict[str, bytes]) -> None:
        build = self.root / "build"
        deliver_tree(build / "site", pages, build / ".site")

    def files(self, **added: bytes) -> BuiltSite:
        return built_site(self.root, added)


def publish(target: PublishTarget, site: BuiltSite) -> PublishPlan:
    """Look at a target, and publish whatever that does."""
    plan = plan_for(target, site)
    if not plan.is_empty:
        target.carry_out(plan, site)
    return plan


def plan_for(target: PublishTarget, site: BuiltSite) -> PublishPlan:
    return planned(site.all_digests, target.look(site.all_digests, site))


def contents(folder: Path) -> dict[str, bytes]:
    """All files below a folder but those of a list of ours, by path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != ".proposal-published"
    }


def git(folder: Path, *arguments: str) -> str:
    """What git prints in a folder."""
    identity = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Somebody"), ("EMAIL", "somebody@example.org"))
    }
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **identity},
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
