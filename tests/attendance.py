"""The real workshop as an edition that people join online."""

from __future__ import annotations

from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
PROGRAM = "editions/2026/program.yaml"
VENUE = "venues/wsdm-2026.yaml"
WHEN = "when: {date: 2026-02-26, start: 08:55, end: 16:50}\n"
CITY = "city: Boise\nstate: Idaho\ncountry: USA\n"
MEETING = "https://example.org/meeting"


def said(workspace: Workspace, lines: str) -> Workspace:
    """Add lines to the edition of 2026."""
    workspace.replace(EDITION, WHEN, WHEN + lines)
    return workspace


def hybrid(workspace: Workspace) -> Workspace:
    """An edition for people on site and online, with a room of its own for lunch."""
    workspace.replace(
        PROGRAM, "kind: lunch}", "kind: lunch, join: {label: Lounge, url: https://example.org/2}}"
    )
    join = f"join: {{url: {MEETING}, note: The passcode is sent by mail.}}\n"
    return said(workspace, f"attendance: hybrid\n{join}")


def without_city(workspace: Workspace) -> Workspace:
    """An online edition at a conference that takes place online."""
    workspace.replace(VENUE, CITY, "")
    workspace.replace(VENUE, "zone: America/Boise", "zone: Europe/Madrid")
    workspace.replace("editions/2026/overview.md", "{{ venue.city }}", "{{ venue.place }}")
    rooms = (
        f"[{{label: Main room, url: {MEETING}}}, {{label: Posters, url: https://example.org/2}}]"
    )
    return said(workspace, f"attendance: online\njoin: {rooms}\n")
