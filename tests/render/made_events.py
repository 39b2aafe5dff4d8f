"""Events of calendars, and LaTeX, as they are made of a workshop."""

from __future__ import annotations

import json
import re
from typing import Any

from icalendar import Calendar, Event

from tests.render.made_pages import made_of
from tests.workspace import Workspace


def event_of(workspace: Workspace) -> dict[str, Any]:
    """What search engines read of the edition of 2026."""
    return event_in(made_of(workspace).pages.site.files["2026/index.html"].decode())


def event_in(page: str) -> dict[str, Any]:
    """What search engines read of the edition of a page."""
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    found: dict[str, Any] = json.loads(script)
    return found


def calendar_events(workspace: Workspace) -> list[Any]:
    made = made_of(workspace).pages.texts["2026"].files["schedule.ics"]
    return list(Calendar.from_ical(made).events)


def latex(workspace: Workspace, name: str = "proposal", year: str = "2026") -> str:
    return workspace.rendered(year, name).tex.text


def events(content: bytes) -> list[Event]:
    return list(Calendar.from_ical(content).events)
