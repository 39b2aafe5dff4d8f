"""Which package manager brings the missing parts, and whether this account may run it.

Nothing is installed here: the outcome is a list of orders, each with the commands
that the program would run and the line that a person would type.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from proposal.doctor.environment import Host, environment, program
from proposal.doctor.parts import Part

LOCK_TIME = 600
"""Seconds to wait for another installation, such as a nightly upgrade, to end."""


@dataclass(frozen=True, slots=True)
class PackageSource:
    """A package manager: how it is called by a person, and what a program adds."""

    name: str
    """Its name in `Part.packages`."""
    program: str
    install: tuple[str, ...]
    refresh: tuple[str, ...] = ()
    """What fetches its lists of packages, if it does not do so by itself."""
    unattended: tuple[str, ...] = ()
    """Options to add when nobody is there to answer."""
    environment: Mapping[str, str] = field(default_factory=dict, hash=False)
    for_owner: bool = False
    """Whether it belongs to whoever may write beside it, and needs no root."""


APT = PackageSource(
    name="apt",
    program="apt-get",
    install=("install", "--no-install-recommends"),
    refresh=("update",),
    unattended=(
        "--yes",
        "--quiet",
        f"--option=DPkg::Lock::Timeout={LOCK_TIME}",
        "--option=Dpkg::Use-Pty=0",
        "--option=Acquire::Retries=3",
    ),
    environment={"DEBIAN_FRONTEND": "noninteractive"},
)
DNF = PackageSource(
    name="dnf",
    program="dnf",
    install=("install", "--setopt=install_weak_deps=False"),
    unattended=("--assumeyes",),
)
SNAP = PackageSource(name="snap", program="snap", install=("install",))
"""Ubuntu's own, for what its packages for apt have by name alone, such as Chromium."""
UBUNTU = "ubuntu"
BREW = PackageSource(name="brew", program="brew", install=("install",), for_owner=True)
TLMGR = PackageSource(name="tlmgr", program="tlmgr", install=("install",), for_owner=True)


class Order(Struct, frozen=True):
    """Parts to be had from one package source, and who may get them."""

    source: PackageSource
    place: Path
    """Where the source's program is."""
    parts: tuple[Part, ...]
    packages: tuple[str, ...]
    rights: tuple[str, ...] | None
    """What to put before a command to be allowed to install, or None if nothing helps."""
    typed: str
    """The line that a person types, with a password asked for where one is needed."""

    @property
    def allowed(self) -> bool:
        """Whether this process may install without asking anybody."""
        return self.rights is not None


def orders(missing: Iterable[Part], host: Host) -> tuple[tuple[Order, ...], tuple[Part, ...]]:
    """What to order where; and the parts that no package source on this host has."""
    by_source: dict[str, list[Part]] = {}
    places = dict(_sources_here(host))
    homeless = []
    for part in missing:
        names = _names_of_sources(part, host)
        source = next((place for place in places if place.name in names), None)
        if source:
            by_source.setdefault(source.name, []).append(part)
        else:
            homeless.append(part)
    made = tuple(
        _order(source, place, by_source[source.name], host)
        for source, place in places.items()
        if source.name in by_source
    )
    return made, tuple(homeless)


def _names_of_sources(part: Part, host: Host) -> Collection[str]:
    """The package sources that have a part on this host."""
    if host.distribution == UBUNTU and SNAP.name in part.packages:
        return {SNAP.name}
    return part.packages


def commands(order: Order) -> tuple[list[str], list[str]]:
    """The commands that fetch the lists of packages (perhaps none) and that install."""
    source = order.source
    start = [str(order.place)]
    if order.rights:
        # sudo drops the caller's environment, so that it is said again behind it.
        settings = [f"{name}={value}" for name, value in source.environment.items()]
        start = [*order.rights, "env", *settings, *start]
    refresh = [*start, *source.refresh, *source.unattended] if source.refresh else []
    return refresh, [*start, *source.install, *source.unattended, *order.packages]


def lists_are_missing(order: Order, host: Host) -> bool:
    """Whether the package source cannot know any package yet, as on a machine just made."""
    return order.source is APT and not any(host.package_lists.glob("*_Packages*"))


def _sources_here(host: Host) -> Iterable[tuple[PackageSource, Path]]:
    """The package sources of a host, the one to ask first coming first.

    TeX Live's own tlmgr is asked first where TeX came from it: packages of the
    system would go into another TeX, which nothing then reads. Debian's copy of
    tlmgr does not install for the system, and shows by not standing beside TeX.
    """
    tlmgr = _tlmgr_beside_tex(host)
    if tlmgr:
        yield TLMGR, tlmgr
    for source in (APT, DNF, SNAP, BREW):
        place = program(host, source.program)
        if place:
            yield source, place


def _tlmgr_beside_tex(host: Host) -> Path | None:
    kpsewhich = program(host, "kpsewhich")
    if not kpsewhich:
        return None
    folder = kpsewhich.resolve().parent
    tlmgr = folder / TLMGR.program
    packages = folder.parent.parent / "tlpkg" / "texlive.tlpdb"
    return tlmgr if tlmgr.is_file() and packages.is_file() else None


def _order(source: PackageSource, place: Path, wanted: list[Part], host: Host) -> Order:
    packages = tuple(dict.fromkeys(name for part in wanted for name in part.packages[source.name]))
    return Order(
        source,
        place,
        tuple(wanted),
        packages,
        rights=_rights(source, place, host),
        typed=_typed(source, place, packages, host),
    )


def _rights(source: PackageSource, place: Path, host: Host) -> tuple[str, ...] | None:
    if _is_own(source, place, host):
        return ()
    sudo = program(host, "sudo")
    if not sudo:
        return None
    try:
        asked = subprocess.run(
            [str(sudo), "-n", "true"],
            env=environment(host),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return (str(sudo), "-n") if asked.returncode == 0 else None


def _is_own(source: PackageSource, place: Path, host: Host) -> bool:
    if host.administrator:
        return True
    return source.for_owner and os.access(place.resolve().parent, os.W_OK)


def _typed(source: PackageSource, place: Path, packages: tuple[str, ...], host: Host) -> str:
    # sudo has a PATH of its own, which knows the system's programs and not TeX Live's.
    called = str(place) if source is TLMGR else source.program
    lines = [[called, *source.install, *packages]]
    if source.refresh:
        lines.insert(0, [called, *source.refresh])
    if source is BREW or _is_own(source, place, host):
        return " && ".join(shlex.join(line) for line in lines)
    if program(host, "sudo"):
        return " && ".join(shlex.join(["sudo", *line]) for line in lines)
    return f"su -c {shlex.quote(' && '.join(shlex.join(line) for line in lines))}"
