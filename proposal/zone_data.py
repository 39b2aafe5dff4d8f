"""The one release of the time zones' data by which all clocks of the program go.

Countries change their clocks at a few weeks' notice. Python takes the machine's files of the
zones, which an old machine has in an old release, and the package `tzdata` only where there are
none; the same data would make other hours on another machine. So the newer of the two is taken,
for everything: libraries, too, read the zones through `zoneinfo`.
"""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import tzdata
from msgspec import Struct

_RELEASE = re.compile(r"(?:#\s*version\s+)?(\d{4})([a-z]{1,2})(?![a-z0-9])")
"""IANA's names of releases: 2026f, behind 2026z 2026za; `tzdata.zi` begins "# version 2026f"."""

_RELEASE_FILES = ("+VERSION", "version", "tzdata.zi")
"""Files that name the release: of macOS and the BSDs, of some distributions, of zic's own make."""


class ZoneData(Struct, frozen=True):
    """The zones' data that are in use."""

    release: str
    """IANA's name of the release: 2026f."""
    folders: tuple[str, ...]
    """The machine's folders that hold them; none for those of the package `tzdata`."""
    of_package: str
    """The release that the package `tzdata` has."""
    of_machine: str | None
    """The release that the machine has; None where there is none, or none that is named."""

    @property
    def origin(self) -> str:
        """Where the data in use come from, and what the other ones are."""
        if self.folders:
            return f"the machine's; those of the package tzdata are {self.of_package}"
        machines = f"the machine's are {self.of_machine}" if self.of_machine else ""
        return f"those of the package tzdata{machines and '; ' + machines}"


def newest_zone_data(folders: Iterable[str], of_package: str) -> ZoneData:
    """The newer of two sets of data; the package's where the machine's are not newer.

    Args:
        folders: where the machine may have its zones, the first that has them being taken.
        of_package: the release of the package.
    """
    held = tuple(folder for folder in folders if Path(folder).is_dir())
    release = release_in(Path(held[0])) if held else None
    if release is not None and _age(release) > _age(of_package):
        return ZoneData(release, held, of_package, release)
    return ZoneData(of_package, (), of_package, release)


def release_in(folder: Path) -> str | None:
    """The release of the zones in a folder, as a file of it names it."""
    for name in _RELEASE_FILES:
        try:
            with (folder / name).open(encoding="utf-8", errors="replace") as file:
                match = _RELEASE.match(file.readline(80))
        except OSError:
            continue
        if match:
            return match[1] + match[2]
    return None


def _age(release: str) -> tuple[str, int, str]:
    """What puts releases in order: 2026z is before 2026za."""
    return release[:4], len(release), release


def _use_newest() -> ZoneData:
    """Let `zoneinfo` take the newest data from now on, for whoever asks it."""
    data = newest_zone_data(zoneinfo.TZPATH, tzdata.IANA_VERSION)
    zoneinfo.reset_tzpath(data.folders)
    ZoneInfo.clear_cache()
    return data


ZONE_DATA = _use_newest()
"""The data in use. Whatever names a zone imports this module, directly or by way of the model."""


@cache
def _zones_of_package() -> frozenset[str]:
    return frozenset(Path(tzdata.__path__[0], "zones").read_text(encoding="utf-8").split())


def is_zone(name: str) -> bool:
    """Whether a zone has this name, in the package or else in the machine's data in use."""
    return name in _zones_of_package() or name in zoneinfo.available_timezones()


def zone_names() -> frozenset[str]:
    """The names of all zones."""
    return _zones_of_package()


def table_of_zones(name: str) -> str:
    """A table of the zones' data, such as `zone.tab`; the package's where the machine has none."""
    for folder in ZONE_DATA.folders:
        try:
            return Path(folder, name).read_text(encoding="utf-8")
        except OSError:
            continue
    return Path(tzdata.__path__[0], "zoneinfo", name).read_text(encoding="utf-8")
