"""What calls demand of a document: the names by which data, checks and tables know it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from proposal.model.fields import Line, refuse
from proposal.model.nearest_word import nearest

DEMANDS: Mapping[str, str] = {
    "title": "title",
    "organizers": "organizers",
    "affiliations": "affiliations",
    "emails": "email addresses",
    "contact": "primary contact",
    "biographies": "biographies",
    "organizing-experience": "organizing experience",
    "abstract": "abstract",
    "keywords": "keywords",
    "topics": "topics",
    "theme": "theme and purpose",
    "motivation": "motivation",
    "objectives": "objectives and goals",
    "outcomes": "expected outcomes",
    "relevance": "relevance",
    "fit": "why at this conference",
    "audience": "target audience",
    "participants": "number of participants",
    "participant-limit": "maximum of participants",
    "selection": "selection of people",
    "duration": "duration",
    "format": "format",
    "activities": "activities",
    "schedule": "schedule",
    "speakers": "speakers",
    "dates": "important dates",
    "committee": "program committee",
    "committee-contacted": "who was contacted",
    "related-workshops": "related workshops",
    "differences": "how it differs",
    "earlier-editions": "earlier editions",
    "earlier-participants": "earlier participants",
    "earlier-submissions": "earlier submissions",
    "earlier-acceptances": "earlier acceptances",
    "diversity": "diversity and inclusion",
    "accessibility": "accessibility",
    "attendance": "on site, online or both",
    "publication": "plans for publication",
    "call-for-papers": "call for papers or for participation",
    "equipment": "rooms and equipment",
    "references": "references",
    "rights": "rights block",
    "doi": "DOI",
    "isbn": "ISBN",
}
"""What calls demand of a document, with the name of each as tables print it."""


def _demand(value: str) -> str:
    if value not in DEMANDS:
        guess = nearest(value, list(DEMANDS))
        hint = (
            f"did you mean `{guess}`?"
            if guess
            else "docs/reference/calls.md lists what calls demand"
        )
        refuse("unknown-demand", f"`{value}` is nothing that a call demands", hint)
    return value


DemandName = Annotated[
    Line, AfterValidator(_demand), Field(json_schema_extra={"enum": list(DEMANDS)})
]
"""What a call demands, by a name of the vocabulary."""
