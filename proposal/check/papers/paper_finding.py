"""What is wrong with a paper's PDF, before it is known where the data speak of it."""

from __future__ import annotations

from msgspec import Struct

Place = tuple[str | int, ...]
"""The way to a value of the paper's record: `("authors", 2)`; a finding's line is there."""

RECORD: Place = ("id",)
"""Where everything stands that is about no other value."""


class PaperFinding(Struct, frozen=True):
    """One thing that is wrong with a paper's PDF."""

    code: str
    brief: str
    """The same in a few words, for a table: `title differs`."""
    message: str
    """What is printed, as a sentence without full stop that begins small."""
    advice: str
    """What the authors do about it, as a sentence that begins small."""
    pages: tuple[int, ...] = ()
    place: Place = RECORD
    wanted: str = ""
    """What the data say instead, if they say anything."""

    def sentence(self, who: str) -> str:
        """What is printed and, if anything is, what somebody says instead.

        Args:
            who: whose word it is: "the data say".
        """
        return f"{self.message}; {who} {self.wanted}" if self.wanted else self.message
