"""The names of `proposal bundle --for`, and what is answered to those of other publishers."""

from __future__ import annotations

import re

import typer

from proposal.bundling.contents import Receiver

_VOLUME = (
    "`proposal proceedings` makes the volume and its front matter, and `proposal papers` finds out "
    "whether the PDFs print what the data say"
)
_FROM_SOURCES = "the sources of all papers, of which the data have the PDFs alone"
_ANSWERS = {
    r"springer.*|ln(?:cs|ai|bi|bip|icst|ns|ee)|ccis|ifipaict": (
        f"Springer gets {_FROM_SOURCES}, and signed licences; {_VOLUME}"
    ),
    r"lipics|oasics|darts|dagstuhl.*|lzi": (
        f"Dagstuhl publishes from {_FROM_SOURCES}, which you hand over in its own system; {_VOLUME}"
    ),
    r"eptcs": f"EPTCS publishes from {_FROM_SOURCES}, which authors hand over there; {_VOLUME}",
    r"ieee.*|xplore": (
        f"IEEE gets the papers from the conference, which says how you hand them over; {_VOLUME}"
    ),
    r"openreview": (
        "OpenReview has the papers already; `proposal import papers` reads what it exports"
    ),
    r"acm|acmdl|erights|icps": (
        "ACM gets `--for acm-toc` before rights forms are sent, and `--for taps`, the sources of "
        "your camera-ready"
    ),
    r"acl(?:anthology)?|aclpub2?|emnlp|naacl": "the ACL Anthology is `--for anthology`",
    r"ceurws(?:org)?": "CEUR Workshop Proceedings are `--for ceur`",
    r"jmlr(?:wcp)?|mlr(?:press)?": "the proceedings of machine learning research are `--for pmlr`",
}
"""What is said of names that are none of a receiver's, by their letters and digits alone."""


NAMES = "|".join(Receiver)
"""The names as help shows them."""


def receiver_named(name: str) -> Receiver:
    """Who gets a bundle, by what is typed; another publisher's name is answered with what there is.

    Raises:
        typer.BadParameter: nobody is called so.
    """
    if name in set(Receiver):
        return Receiver(name)
    plain = re.sub(r"[^a-z\d]", "", name.casefold())
    for names, answer in _ANSWERS.items():
        if re.fullmatch(names, plain):
            raise typer.BadParameter(f"there is no bundle for `{name}`: {answer}")
    known = ", ".join(f"`{one}`" for one in Receiver)
    raise typer.BadParameter(f"`{name}` is none of {known}")
