"""What every command knows: where the workshop is, and where to print."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from proposal.model.folder import NoWorkshopError, find_root


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the program."""

    console: Console
    folder: Path | None
    """What `-C` says."""

    def root(self) -> Path:
        """The folder that holds `data/`.

        Raises:
            NoWorkshopError: there is none.
        """
        if self.folder is None:
            return find_root(Path.cwd())
        folder = self.folder.resolve()
        if not (folder / "data" / "workshop.yaml").is_file():
            raise NoWorkshopError(f"there is no data/workshop.yaml in {self.folder}")
        return folder
