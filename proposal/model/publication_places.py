"""The places where workshops publish papers: one table, with the sentence that is true of each."""

from __future__ import annotations

import re

from msgspec import Struct

from proposal.words.marking import gettext_noop


class PublicationPlace(Struct, frozen=True):
    """A series of proceedings, a library or an archive."""

    name: str
    """The name that the data have."""
    statement: str
    """The sentence on it without its full stop: "Accepted papers appear in the ACL Anthology"."""
    of_contributions: str
    """The same where the call is one for demos, talks or something else, and not for papers."""
    words: str
    """A regular expression of the whole names that people write for it."""

    @property
    def phrase(self) -> str:
        """Where papers appear, within a sentence: "in the ACL Anthology"."""
        return self.statement.partition(" appear ")[2]


PUBLICATION_PLACES = (
    PublicationPlace(
        name="none",
        statement=gettext_noop("Accepted papers are presented, and not published"),
        of_contributions=gettext_noop("Accepted contributions are presented, and not published"),
        words=r"none|nowhere|no|not\s+published|non-?archival",
    ),
    PublicationPlace(
        name="ACM DL",
        statement=gettext_noop("Accepted papers appear in the ACM Digital Library"),
        of_contributions=gettext_noop("Accepted contributions appear in the ACM Digital Library"),
        words=r"(?:the\s+)?ACM\s+(?:DL|digital\s+library)",
    ),
    PublicationPlace(
        name="CEUR-WS",
        statement=gettext_noop(
            "Accepted papers appear in the CEUR Workshop Proceedings (CEUR-WS.org)"
        ),
        of_contributions=gettext_noop(
            "Accepted contributions appear in the CEUR Workshop Proceedings (CEUR-WS.org)"
        ),
        words=r"CEUR(?:[\s-]*WS(?:\.org)?|\s+workshop\s+proceedings)?",
    ),
    PublicationPlace(
        name="LNCS",
        statement=gettext_noop(
            "Accepted papers appear in Springer's Lecture Notes in Computer Science (LNCS)"
        ),
        of_contributions=gettext_noop(
            "Accepted contributions appear in Springer's Lecture Notes in Computer Science (LNCS)"
        ),
        words=r"(?:springer'?s?\s+)?(?:LNCS|lecture\s+notes\s+in\s+computer\s+science)",
    ),
    PublicationPlace(
        name="CCIS",
        statement=gettext_noop(
            "Accepted papers appear in Springer's Communications in Computer and "
            "Information Science (CCIS)"
        ),
        of_contributions=gettext_noop(
            "Accepted contributions appear in Springer's Communications in Computer and "
            "Information Science (CCIS)"
        ),
        words=r"(?:springer'?s?\s+)?(?:CCIS|communications\s+in\s+computer\s+and\s+information\s+science)",
    ),
    PublicationPlace(
        name="PMLR",
        statement=gettext_noop(
            "Accepted papers appear in the Proceedings of Machine Learning Research (PMLR)"
        ),
        of_contributions=gettext_noop(
            "Accepted contributions appear in the Proceedings of Machine Learning Research (PMLR)"
        ),
        words=r"PMLR|(?:the\s+)?proceedings\s+of\s+machine\s+learning\s+research",
    ),
    PublicationPlace(
        name="ACL Anthology",
        statement=gettext_noop("Accepted papers appear in the ACL Anthology"),
        of_contributions=gettext_noop("Accepted contributions appear in the ACL Anthology"),
        words=r"(?:the\s+)?ACL\s+anthology",
    ),
    PublicationPlace(
        name="IEEE Xplore",
        statement=gettext_noop("Accepted papers appear in IEEE Xplore"),
        of_contributions=gettext_noop("Accepted contributions appear in IEEE Xplore"),
        words=r"IEEE\s*Xplore(?:\s+digital\s+library)?",
    ),
    PublicationPlace(
        name="LIPIcs",
        statement=gettext_noop(
            "Accepted papers appear in the Leibniz International Proceedings in "
            "Informatics (LIPIcs)"
        ),
        of_contributions=gettext_noop(
            "Accepted contributions appear in the Leibniz International Proceedings in "
            "Informatics (LIPIcs)"
        ),
        words=r"LIPIcs|(?:the\s+)?leibniz\s+international\s+proceedings\s+in\s+informatics",
    ),
    PublicationPlace(
        name="arXiv",
        statement=gettext_noop("Accepted papers appear on arXiv"),
        of_contributions=gettext_noop("Accepted contributions appear on arXiv"),
        words=r"arXiv(?:\.org)?",
    ),
    PublicationPlace(
        name="OpenReview",
        statement=gettext_noop("Accepted papers appear on OpenReview"),
        of_contributions=gettext_noop("Accepted contributions appear on OpenReview"),
        words=r"open\s*review(?:\.net)?",
    ),
)
"""All places that have a sentence of their own; of any other one the data's own name is printed."""

NOWHERE = PUBLICATION_PLACES[0]
"""Papers are presented only."""


def place_of_publication(name: str) -> PublicationPlace | None:
    """The place that a name means; nothing if it is none of the table."""
    for place in PUBLICATION_PLACES:
        if re.fullmatch(place.words, name.strip(), re.IGNORECASE):
            return place
    return None
