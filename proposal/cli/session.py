"""What every command knows: where the workshop is, and where to print."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from proposal.diagnostics import ProposalError
from proposal.source.file import is_file

if TYPE_CHECKING:
    from rich.console import Console


class NoWorkshopError(ProposalError):
    """There is no `data/` folder to work on."""

    exit_code = 2


class Session(Struct, frozen=True, dict=True):
    """One run of the program."""

    folder: Path | None
    """What `-C` says."""
    arguments: Sequence[str] | None = None
    """The command line, if what it means is to be known the next time."""

    @cached_property
    def console(self) -> Console:
        """Where commands print."""
        from rich.console import Console  # noqa: PLC0415 - slow to load, and help needs none

        return Console(highlight=False, emoji=False, soft_wrap=True)

    def root(self) -> Path:
        """The folder that holds `data/`.

        Raises:
            NoWorkshopError: there is none.
        """
        if self.folder is None:
            return find_root(Path.cwd())
        folder = self.folder.resolve()
        if not _holds_workshop(folder):
            message = f"there is no data/workshop.yaml in {self.folder}"
            to_do = _to_rename(folder) or f"; name your workshop's folder, {_TO_START}"
            raise NoWorkshopError(f"{message}{to_do}")
        return folder

    def root_to_fill(self) -> Path:
        """The folder that holds `data/`, or that will hold it."""
        try:
            return self.root()
        except NoWorkshopError:
            return (self.folder or Path.cwd()).resolve()


def find_root(start: Path) -> Path:
    """The nearest folder from `start` upward that holds `data/workshop.yaml`.

    Raises:
        NoWorkshopError: no folder does.
    """
    for folder in (start, *start.parents):
        if _holds_workshop(folder):
            return folder
    message = f"there is no data/workshop.yaml in {start} or above it"
    if to_rename := _to_rename(start):
        raise NoWorkshopError(f"{message}{to_rename}")
    raise NoWorkshopError(
        f"{message}; go to your workshop's folder, name it with -C DIR, {_TO_START}"
    )


_TO_START = "or start one with `proposal init DIR`"


def _to_rename(folder: Path) -> str:
    """What to do where the file has another ending; nothing if there is no such file."""
    is_there = is_file(folder / "data" / "workshop.yml")
    return "; rename data/workshop.yml to data/workshop.yaml" if is_there else ""


def _holds_workshop(folder: Path) -> bool:
    return is_file(folder / "data" / "workshop.yaml")  # why it cannot be read is shown later
