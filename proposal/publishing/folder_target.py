"""Publishes into a folder of this machine: a mounted server, a USB stick, another checkout."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from proposal.delivery import DeliveryError, deliver, not_written, why
from proposal.publishing import manifest
from proposal.publishing.built_site import BuiltSite, digest_of
from proposal.publishing.publish_target import PublishError, WrongTargetError
from proposal.publishing.publishing_plan import BLOCKED, PublishPlan, Standing

_OWN_FOLDERS = ("data", "build", "templates", ".git", ".venv")
"""Folders of a workshop that hold something else than a published website."""


class FolderTarget(Struct, frozen=True):
    """A folder of this machine."""

    folder: Path
    """Where it is, without links."""
    typed: str
    """As it was typed."""

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return self.typed

    @property
    def notes(self) -> list[str]:
        """What there is to say when a website stands there: nothing."""
        return []

    def look(self, names: Iterable[str], site: BuiltSite) -> Standing:
        """Look at what stands there.

        Raises:
            PublishError: the folder or a file in it cannot be read.
        """
        del site
        before, intent = (self._list(name) for name in manifest.NAMES)
        written = manifest.together(manifest.read(before), manifest.read(intent))
        digests = {}
        for name in {*names, *written}:
            found = self._digest(name)
            if found is not None:
                digests[name] = found
        return Standing(digests, written, not self.folder.exists(), intent is not None)

    def carry_out(self, plan: PublishPlan, site: BuiltSite) -> None:
        """Put the website there: all files beside their places, then each into its place.

        Raises:
            PublishError: it cannot be put there, or not all of it.
        """
        digests = site.all_digests
        with self._alone():
            self._remove_leftovers(digests)
            try:
                deliver({self.folder / manifest.INTENT: manifest.written(digests)})
                deliver({self.folder / name: site.content(name) for name in plan.sent})
                for name in plan.deleted:
                    self._delete(name)
                deliver({self.folder / manifest.MANIFEST: manifest.written(digests)})
                (self.folder / manifest.INTENT).unlink()
            except (DeliveryError, OSError) as reason:
                raise self._broken_off(reason, plan, site) from reason

    def _list(self, name: str) -> bytes | None:
        file = self.folder / name
        with _naming(file):
            return file.read_bytes() if file.is_file() and not file.is_symlink() else None

    def _digest(self, name: str) -> str | None:
        """The digest of what stands in a file's place; nothing if nothing does."""
        place = self.folder
        *folders, last = name.split("/")
        for part in folders:
            place /= part
            if place.is_symlink() or (place.exists() and not place.is_dir()):
                return BLOCKED
        place /= last
        if place.is_symlink() or place.is_dir():
            return BLOCKED
        with _naming(place):
            return digest_of(place.read_bytes()) if place.exists() else None

    def _delete(self, name: str) -> None:
        file = self.folder / name
        file.unlink(missing_ok=True)
        for parent in file.parents:
            if parent == self.folder or any(parent.iterdir()):
                break
            parent.rmdir()

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep others from publishing there meanwhile.

        Raises:
            PublishError: somebody does.
        """
        with _naming(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            opened = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                message = f"somebody is publishing to {self.typed} at this moment; try again later"
                raise PublishError(message) from None
            except OSError:
                pass  # a file system without locks
            yield
        finally:
            os.close(opened)

    def _remove_leftovers(self, names: Iterable[str]) -> None:
        """Remove what a publishing that was killed was about to move into place."""
        for folder in {(self.folder / name).parent for name in (*names, *manifest.NAMES)}:
            own = {name.rpartition("/")[2] for name in (*names, *manifest.NAMES)}
            for file in folder.glob(".*"):
                # such as .index.html.0123456789abcdef0123456789abcdef
                match = re.fullmatch(r"\.(?P<name>.+)\.[0-9a-f]{32}", file.name)
                if match and match["name"] in own:
                    file.unlink(missing_ok=True)

    def _broken_off(self, reason: Exception, plan: PublishPlan, site: BuiltSite) -> PublishError:
        """Say what is in place although not all of it could be put there."""
        said = str(reason)
        if isinstance(reason, OSError):
            said = f"{reason.filename or self.typed} cannot be changed: {why(reason)}"
        digests = site.all_digests
        done = 0
        with contextlib.suppress(OSError, PublishError):
            done = sum(self._digest(name) == digests[name] for name in plan.sent)
        if done:
            parts = f"{done} of {len(plan.sent)} new files are in place, and the rest is as it was"
            return PublishError(
                f"{said}. The website in {self.typed} is incomplete: {parts}. "
                "Type the same command again when the cause is gone; it goes on where this ended"
            )
        with contextlib.suppress(OSError):
            (self.folder / manifest.INTENT).unlink()
        return PublishError(f"{said}. Nothing was published")


@contextlib.contextmanager
def _naming(file: Path) -> Iterator[None]:
    """Say of an error of the system which file it is about."""
    try:
        yield
    except FileExistsError as reason:
        raise PublishError(str(not_written(file / "index.html", reason))) from reason
    except OSError as reason:
        raise PublishError(f"{file} cannot be read or written: {why(reason)}") from reason


def folder_target(root: Path, typed: str, start: Path) -> FolderTarget:
    """The folder that was named.

    Args:
        root: the folder that holds `data/`.
        typed: a path.
        start: where a relative path begins.

    Raises:
        WrongTargetError: a website cannot be put there.
    """
    place = start / Path(typed).expanduser()
    if place.is_symlink() and not place.exists():
        raise WrongTargetError(f"{typed} is a link to something that does not exist; remove it")
    folder = place.resolve()
    if folder.exists() and not folder.is_dir():
        raise WrongTargetError(f"{typed} is a file, and a folder is needed")
    root = root.resolve()
    if folder == root:
        message = f"{typed} is the workshop's own folder, whose files would lie among the website's"
        raise WrongTargetError(f"{message}; name a folder in it, such as docs")
    for name in _OWN_FOLDERS:
        own = (root / name).resolve()
        if folder == own or own in folder.parents:
            message = f"{typed} lies in the workshop's own folder {name}/"
            raise WrongTargetError(f"{message}; name another one, such as ../website")
    return FolderTarget(folder, typed)
