"""Writes the workflow by which GitHub builds, checks and publishes a workshop."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec import Struct

WORKFLOW = ".github/workflows/website.yml"
"""Where the workflow stands in a repository."""

_TEMPLATE = Path(__file__).with_name("website.yml")

_PROGRAM_HERE = """\
      # The program is in this repository, with the versions of all that it needs.
      - name: Set up the program
        run: |
          cd "$GITHUB_WORKSPACE"
          make environment
          echo "$PWD/.venv/bin" >> "$GITHUB_PATH"
"""

_PROGRAM_ELSEWHERE = """\
      # The program, in the version that you had when this file was written. For a newer one, write
      # its commit or tag here. What it needs is installed in the versions that it was tested with.
      - name: Set up the program
        env:
          REPOSITORY: @ADDRESS@
          VERSION: @VERSION@
        run: |
          git init --quiet "$RUNNER_TEMP/proposal"
          cd "$RUNNER_TEMP/proposal"
          git fetch --quiet --depth 1 "$REPOSITORY" "$VERSION"
          git checkout --quiet --detach FETCH_HEAD
          make environment
          echo "$PWD/.venv/bin" >> "$GITHUB_PATH"
"""


class ProgramSource(Struct, frozen=True):
    """Where a machine that has nothing yet gets this program from."""

    address: str
    """The address of a public repository, by https."""
    version: str
    """A commit, or a tag."""


def github_workflow(program: ProgramSource | None, folder: str) -> bytes:
    """The workflow's file.

    Args:
        program: where the program comes from; nothing if it is in the same repository.
        folder: the workshop's folder in its repository: `.`, or `workshops/wsp`.
    """
    setup = _PROGRAM_HERE
    if program is not None:
        setup = _PROGRAM_ELSEWHERE.replace("@ADDRESS@", json.dumps(program.address)).replace(
            "@VERSION@", json.dumps(program.version)
        )
    text = _TEMPLATE.read_text(encoding="utf-8")
    for place, value in (
        ("@PROGRAM@\n", f"{setup}\n"),
        ("@FOLDER@", json.dumps(folder)),
        ("@BUILD@", json.dumps(f"{folder}/build")),
        ("@SITE@", json.dumps(f"{folder}/build/site")),
    ):
        text = text.replace(place, value)
    return text.encode()
