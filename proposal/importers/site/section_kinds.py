"""What a passage of a website may be about."""

from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    """What a passage is about."""

    ORGANIZERS = "organizers"
    COMMITTEE = "committee"
    OTHER_COMMITTEE = "other committee"
    SPEAKERS = "speakers"
    PANELISTS = "panelists"
    PAPERS = "papers"
    SCHEDULE = "schedule"
    DATES = "dates"
    TOPICS = "topics"
    SUBMISSION = "submission"
    CALL = "call"
    CONTACT = "contact"
    VENUE = "venue"
    EARLIER = "earlier editions"
    SPONSORS = "sponsors"
    NEWS = "news"
    OVERVIEW = "overview"


PEOPLE = {
    *(Topic.ORGANIZERS, Topic.COMMITTEE, Topic.OTHER_COMMITTEE, Topic.SPEAKERS, Topic.PANELISTS)
}
"""What passages that list people are about."""
