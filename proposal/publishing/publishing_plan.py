"""Compares a website with what stands at its target: what is new, changed, gone, or not ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

BLOCKED = "blocked"
"""In place of a digest: a folder, a link or something else is where a file is to stand."""


class Standing(Struct, frozen=True):
    """What stands at a target, as far as it matters to a website."""

    digests: Mapping[str, str]
    """The SHA-256 of what stands in the place of files of the website, of now and of last time."""
    written: Mapping[str, frozenset[str]]
    """The digests of what was published there by this program, by name."""
    is_new: bool = False
    """Whether the target does not exist yet."""
    is_broken_off: bool = False
    """Whether the last publishing did not come to its end."""


class PublishPlan(Struct, frozen=True):
    """What publishing will do at a target."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    """What is to be overwritten although this program did not write it, or not in this way."""
    kept: list[str] = field(default_factory=list)
    """What the website no longer has, and what stays, since somebody has changed it."""
    blocked: list[str] = field(default_factory=list)
    """Where no file can be put."""
    unchanged: list[str] = field(default_factory=list)
    is_listed: bool = True
    """Whether the list beside the website is what it has to be."""

    @property
    def is_empty(self) -> bool:
        """Whether everything is there already."""
        return self.is_listed and not self.sent and not self.deleted

    @property
    def sent(self) -> list[str]:
        """The files that are sent."""
        return [*self.added, *self.changed, *self.foreign]


def parents_of(name: str) -> Iterator[str]:
    """The folders in which a file lies, from the outermost one on."""
    parts = name.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts)))


def planned(site: Mapping[str, str], there: Standing) -> PublishPlan:
    """What to do so that a target holds a website, and what it holds besides stays.

    Args:
        site: the digests of the website's files.
        there: what stands at the target.
    """
    plan = PublishPlan(
        is_listed=not there.is_broken_off
        and there.written == {name: frozenset([digest]) for name, digest in site.items()}
    )
    for name in sorted(site.keys() | there.written.keys()):
        _decide(plan, name, site.get(name), there)
    return plan


def _decide(plan: PublishPlan, name: str, wanted: str | None, there: Standing) -> None:
    """Note what becomes of one file.

    Args:
        plan: where it is noted.
        name: the file's path.
        wanted: its digest on the website; nothing if it is no longer there.
        there: what stands at the target.
    """
    found = there.digests.get(name)
    is_ours = found in there.written.get(name, frozenset())
    if wanted is None:
        if found is not None:
            (plan.deleted if is_ours else plan.kept).append(name)
    elif found is None:
        plan.added.append(name)
    elif found == BLOCKED:
        plan.blocked.append(name)
    elif found == wanted:
        plan.unchanged.append(name)
    else:
        (plan.changed if is_ours else plan.foreign).append(name)
