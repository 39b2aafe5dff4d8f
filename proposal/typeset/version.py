"""Which TeX is installed here?"""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

from proposal.caching import digest


@cache
def tex_version(engine: str) -> str:
    """What tells one installed TeX from another: the engine's version and acmart's file."""
    told = []
    for command in ([engine, "--version"], ["kpsewhich", "acmart.cls"]):
        path = shutil.which(command[0])
        if path is None:
            continue
        said = subprocess.run([path, *command[1:]], capture_output=True, text=True, check=False)
        told.append(said.stdout.split("\n")[0].strip())
    acmart = Path(told[-1]) if told else Path()
    if acmart.is_file():
        told.append(digest(acmart.read_bytes()))
    return "\n".join(told)
