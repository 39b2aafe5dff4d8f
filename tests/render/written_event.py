"""A small event that is written for a test: no workshop by its name, unless the test says so."""

from __future__ import annotations

from pathlib import Path

from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
PROGRAM = "editions/2026/program.yaml"
VENUE = "venues/home.yaml"

_FILES = {
    "workshop.yaml": """
name: Summer School on Tidal Data
acronym: TIDES
url: https://example.org/tides/
current: 2026
""",
    VENUE: """
host: Example Institute
city: Lisbon
country: Portugal
zone: Europe/Lisbon
""",
    "people/ana-placeholder.yaml": """
name: Ana Placeholder
email: ana@example.org
affiliations:
  - {institution: Example Institute, city: Lisbon, country: Portugal}
bio: Ana Placeholder measures tides.
""",
    EDITION: """
ordinal: 1
venue: home
when: {date: 2026-07-07, start: 9:30, end: 17:00}
organizers: [ana-placeholder]
contact: ana-placeholder
abstract: A day on tides.
submissions: none
dates:
  applications: {date: 2026-04-01, label: Applications due}
""",
    PROGRAM: """
- {start: 9:30, end: 17:00, title: Lessons}
""",
    "editions/2026/overview.md": "On tides.\n",
}

CONFERENCE = """
series: EXC
name: Conference on Examples
acronym: EXC '26
start: 2026-07-06
end: 2026-07-10
city: Lisbon
country: Portugal
zone: Europe/Lisbon
"""
"""A conference in the place of the institute."""


def written_event(root: Path) -> Workspace:
    """The school, which tells of 2026."""
    made = Workspace(root)
    for file, text in _FILES.items():
        made.data.joinpath(file).parent.mkdir(parents=True, exist_ok=True)
        made.write(file, text.lstrip())
    return made
