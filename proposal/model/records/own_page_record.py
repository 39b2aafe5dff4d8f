"""What a page that organizers write themselves says above its text."""

from __future__ import annotations

from pydantic import Field

from proposal.model.fields import Line
from proposal.model.record import Record


class OwnPageRecord(Record):
    """The front matter of a page of one's own, between two lines `---`; all of it may be left out.

    A page needs a title: this one, or a heading `# Title` with which its text begins.
    """

    title: Line | None = Field(None, examples=["Frequently Asked Questions"])
    """The page's title."""
    menu: Line | None = Field(None, examples=["FAQ"])
    """What the menu calls the page, if not by its title; `no` leaves it out of the menu."""
    order: int | None = Field(None, examples=[1])
    """The page's place among the others in the menu; pages without a number come last."""
    description: Line | None = Field(None, examples=["What authors and visitors ask us"])
    """A sentence on the page, for search engines and networks that show links."""
