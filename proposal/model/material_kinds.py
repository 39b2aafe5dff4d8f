"""What there is of a paper or of a talk on the web, in the order in which pages offer it."""

from __future__ import annotations

from urllib.parse import urlsplit

from msgspec import Struct

from proposal.source.persistent_identifiers import doi_address
from proposal.source.text import Verbatim
from proposal.words.marking import gettext_noop


class MaterialKind(Struct, frozen=True):
    """Something that is read, seen or used beside a title."""

    name: str
    """The key in the data."""
    label: str
    """What the link to it says."""
    words: tuple[str, ...]
    """Other keys and headings for it, in small letters."""
    is_of_talks: bool = False
    """Whether talks have it, too."""


MATERIAL_KINDS = (
    MaterialKind("pdf", gettext_noop("PDF"), ("paper",)),
    MaterialKind("code", gettext_noop("Code"), ("software", "repository")),
    MaterialKind("data", gettext_noop("Data"), ("dataset",)),
    MaterialKind("slides", gettext_noop("Slides"), ("presentation",), is_of_talks=True),
    MaterialKind("poster", gettext_noop("Poster"), ("poster_pdf",)),
    MaterialKind("video", gettext_noop("Video"), ("recording", "talk_video"), is_of_talks=True),
    MaterialKind(
        "supplement", gettext_noop("Supplement"), ("supplementary", "appendix", "supplemental")
    ),
)
"""All kinds, in the order of keys and of links."""

TALK_MATERIALS = tuple(kind.name for kind in MATERIAL_KINDS if kind.is_of_talks)
"""The keys for what talks have."""

PAPER_KINDS = {
    "long": gettext_noop("Long paper"),
    "short": gettext_noop("Short paper"),
    "full": gettext_noop("Full paper"),
    "poster": gettext_noop("Poster"),
    "demo": gettext_noop("Demo"),
    "oral": gettext_noop("Oral"),
    "spotlight": gettext_noop("Spotlight"),
}
"""What usual kinds of papers are called; any other one is called as it is written."""

_CONTRIBUTION_KINDS = PAPER_KINDS | {
    "long": gettext_noop("Long contribution"),
    "short": gettext_noop("Short contribution"),
    "full": gettext_noop("Full contribution"),
}
"""What they are called where the call is one for something else, such as demos."""


_FILE_FORMATS = {
    "pdf": "PDF",
    "ppt": "PowerPoint",
    "pptx": "PowerPoint",
    "key": "Keynote",
    "odp": "OpenDocument",
    "zip": "ZIP",
}
"""What opens a file, by the ending of its name, where a reader wants to know it beforehand."""

_IN_SCHEDULE = ("slides", "poster", "video")
"""What a schedule offers beside a talk or a paper: what is seen and heard in the session."""


def file_format(address: str) -> str:
    """The format of a file by its address: "PDF"; empty if nobody needs to know it."""
    return _FILE_FORMATS.get(urlsplit(address).path.rpartition(".")[2].casefold(), "")


def materials_in_schedule(work: object) -> tuple[tuple[str, str], ...]:
    """What of a paper's or a talk's materials a schedule offers: labels and addresses."""
    kinds = (kind for kind in MATERIAL_KINDS if kind.name in _IN_SCHEDULE)
    found = ((kind.label, getattr(work, kind.name, None)) for kind in kinds)
    return tuple((label, address) for label, address in found if address)


def materials_of(work: object, doi: str | None = None) -> tuple[tuple[str, str], ...]:
    """What there is of a paper or a talk on the web: labels and addresses.

    Args:
        work: what has an attribute by the name of each kind that it may have.
        doi: its DOI, whose address is the last one.
    """
    addresses = [(kind.label, getattr(work, kind.name, None)) for kind in MATERIAL_KINDS]
    if doi:
        addresses.append(("DOI", Verbatim(doi_address(doi))))
    return tuple((label, address) for label, address in addresses if address)


def name_of_kind(kind: str, *, for_papers: bool) -> str:
    """What a kind of paper is called on pages, or of contributions that are none."""
    names = PAPER_KINDS if for_papers else _CONTRIBUTION_KINDS
    return names.get(kind.casefold(), kind)


def kind_of_name(name: str) -> str:
    """The usual kind that a name means: `Long Paper`, `long`; of any other, the name itself."""
    plain = " ".join(name.casefold().split())
    for kind, usual in PAPER_KINDS.items():
        called = {kind, usual.casefold(), _CONTRIBUTION_KINDS[kind].casefold()}
        if plain in called | {f"{kind} paper", f"{kind} papers"}:
            return kind
    return name


PLURALS = {
    "Long paper": gettext_noop("Long papers"),
    "Short paper": gettext_noop("Short papers"),
    "Full paper": gettext_noop("Full papers"),
    "Long contribution": gettext_noop("Long contributions"),
    "Short contribution": gettext_noop("Short contributions"),
    "Full contribution": gettext_noop("Full contributions"),
    "Poster": gettext_noop("Posters"),
    "Demo": gettext_noop("Demos"),
    "Oral": gettext_noop("Orals"),
    "Spotlight": gettext_noop("Spotlights"),
}
"""What several papers of a usual kind are called."""
