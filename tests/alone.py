"""The invented workshop as one that is held beside no conference: a university is its host."""

from __future__ import annotations

import re
from pathlib import Path

from tests.workspace import Workspace

EDITION, VENUE = "editions/2027/edition.yaml", "venues/exc-2027.yaml"
PLACE = """\
host: Example University
site: Hall of Examples
address: 1 Example Street
map: https://example.org/map
city: Lisbon
state: Estremadura
country: Portugal
zone: Europe/Lisbon
url: https://example.org/university
"""


def alone(root: Path) -> Workspace:
    """The workshop without a conference, and without what only a conference asks for."""
    workspace = Workspace.of_careful_engines(root)
    workspace.write(VENUE, PLACE)
    text = (workspace.data / EDITION).read_text(encoding="utf-8")
    text = re.sub(r"^    rights: .*\n", "", text[: text.index("form:\n")], flags=re.MULTILINE)
    workspace.write(EDITION, text.replace("  proposal:\n", "  camera-ready:\n"))
    return workspace
