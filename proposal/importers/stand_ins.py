"""What stands in a draft where a source does not say something that the data must have."""

from __future__ import annotations

from proposal.importers.draft import Placeholder

UNKNOWN_START = Placeholder("09:00")
UNKNOWN_END = Placeholder("17:00")
"""Stand for the hours of a day."""

NO_ACRONYM = (
    "the title has no short name of the workshop; where data/ has none either, the initials "
    "stand for it"
)
NO_ORDINAL = (
    "the title does not say which edition it is; where data/ does not either, it is taken for the "
    "first"
)
UNCLEAR_PORTRAIT = "whose portrait this picture is, is not sure; it is left out"
ADD_PORTRAIT = "put the file into data/people/photos/, and write `photo` into the person's file"
UNCLEAR_TOPICS = "several lists, or one with lists in it, could be the topics; they stay text"
MOVE_TOPICS = "move the right one to `topics` in edition.yaml, and write {{ topics }} here"
CONFIRM_HOURS = "correct `when` in edition.yaml, then delete `tentative`"
NO_ABSTRACT = Placeholder("The abstract is to be announced.")
