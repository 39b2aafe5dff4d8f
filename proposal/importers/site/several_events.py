"""Tells whether the pages of a site are those of several events, each with its own organizers."""

from __future__ import annotations

import re
from pathlib import Path

from proposal.diagnostics import first_few
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import topic_in_path
from proposal.importers.site.workshop_site import WorkshopPage, WorkshopSite
from proposal.model.name_comparison import words
from proposal.reading.workshop_titles import read_title

_KIND = re.compile(
    r"\b(?:workshop|symposium|colloquium|seminar|conference|meeting|school|atelier|colloque"
    r"|journées?|taller|seminario|jornadas?|oficina|tagung|kolloquium)\b",
    re.IGNORECASE,
)
"""What events are called: `Workshop on Samples`."""
_FEWEST_WORDS = 4
"""Words of the name of an event."""


def several_events(site: WorkshopSite) -> str:
    """The pages of several events, with their names; empty if the site is one event's.

    The pages of one event, such as those of its tutorials, stand beside organizers of the whole.
    """
    events: dict[str, WorkshopPage] = {}
    for page in site.pages:
        name = _name_of_event(page)
        if name and not (page is site.main and page.is_home) and _has_organizers(page, site):
            events.setdefault(name, page)
    folders = {_place(page) for page in events.values()}
    others = [page for page in site.pages if not {page.path, _folder(page)} & folders]
    if not _are_different(list(events)) or any(map(_names_organizers, others)):
        return ""
    return first_few(f"{_place(page)} (“{_head(page)}”)" for page in events.values())


def _are_different(names: list[str]) -> bool:
    """Whether two events have names of which none is a part of the other."""
    return any(one not in other and other not in one for one in names for other in names)


def _head(page: WorkshopPage) -> str:
    """What a page calls itself, in its title or its first heading."""
    heads = [passage.title for passage in page.passages if passage.level == 1]
    return next((one for one in (*heads[:1], page.title) if _KIND.search(one)), "")


def _name_of_event(page: WorkshopPage) -> str:
    head = _head(page)
    name = " ".join(words(read_title(head).name)) if head else ""
    return name if len(name.split()) >= _FEWEST_WORDS else ""


def _has_organizers(page: WorkshopPage, site: WorkshopSite) -> bool:
    """Whether the page of an event says who organizes it, or one beside it in its folder."""
    beside = [one for one in site.pages if page.is_index and _folder(one) == _folder(page)]
    return any(map(_names_organizers, [page, *beside]))


def _names_organizers(page: WorkshopPage) -> bool:
    found = (topic_in_path(passage.path)[0] for passage in page.passages if passage.lines)
    return page.topic is Topic.ORGANIZERS or Topic.ORGANIZERS in found


def _folder(page: WorkshopPage) -> str:
    """The folder that a page lies in; nothing of a page beside the site's first one."""
    return Path(page.path).parent.as_posix().removeprefix(".")


def _place(page: WorkshopPage) -> str:
    """What is imported to have an event: its folder, or its only page."""
    return _folder(page) if page.is_index and _folder(page) else page.path
