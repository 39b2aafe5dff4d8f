r"""What ACM's class acmart prints and does in other ways from one version to the next.

The versions are those from 1.88 to 2.20; what 1.88 does is taken for what older ones do. Sources
are acmart's own lists: "change 2.08" is an entry of the list of changes in its implementation
(`\changes` in acmart.dtx), "release 2.11" one of the list in its README, and "compared" means
that the classes of two versions differ so, which neither list says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from msgspec import Struct

Copyright = Literal[
    "none",
    "acmcopyright",
    "acmlicensed",
    "rightsretained",
    "usgov",
    "usgovmixed",
    "cagov",
    "cagovmixed",
    "licensedusgovmixed",
    "licensedcagov",
    "licensedcagovmixed",
    "othergov",
    "licensedothergov",
    "iw3c2w3",
    "iw3c2w3g",
    "cc",
]
"""The values of acmart's `\\setcopyright` (acmart's guide, "Rights information")."""


class AcmartVersion(NamedTuple):
    """A version of acmart: 2.09 comes before 2.10."""

    major: int
    minor: int

    def __str__(self) -> str:
        """The version as acmart writes it."""
        return f"{self.major}.{self.minor:02d}"


_VERSION = re.compile(r"\bacmart\b(?:\s+\d{4}/\d\d/\d\d)?\s+v?(?P<major>\d+)\.(?P<minor>\d+)")
"""`acmart 2024/12/28 v2.12`"""


def acmart_version_in(text: str) -> AcmartVersion | None:
    """The version that a text names, if any: "LaTeX with acmart 2024/12/28 v2.12 Typesetting"."""
    match = _VERSION.search(text)
    return AcmartVersion(int(match["major"]), int(match["minor"])) if match else None


class VersionForm(NamedTuple):
    """One of the ways in which acmart does something."""

    text: str
    since: AcmartVersion | None = None
    """The first version that does it so; nothing for the oldest way."""


class Difference(Struct, frozen=True):
    """Something that acmart does in different ways, from one version to the next."""

    subject: str
    forms: tuple[VersionForm, ...]
    """In the order of the versions."""
    source: str

    def of(self, version: AcmartVersion | None) -> tuple[str, ...]:
        """What a version does; everything that any version does if the version is not known."""
        if version is None:
            return tuple(form.text for form in self.forms)
        return (self.at(version),)

    def at(self, version: AcmartVersion) -> str:
        """What a version does."""
        return [form.text for form in self.forms if not form.since or form.since <= version][-1]


def _changed(
    subject: str, before: str, since: tuple[int, int], after: str, source: str
) -> Difference:
    return Difference(
        subject, (VersionForm(before), VersionForm(after, AcmartVersion(*since))), source
    )


HEADINGS = _changed(
    "headings, such as that of the abstract",
    "ABSTRACT",
    (2, 8),
    "Abstract",
    "change 2.08, release 2.08",
)
CONFERENCE_LINE = _changed(
    "the conference in the rights block",
    "{acronym}, {days}, {place}",
    (2, 11),
    "{acronym}, {place}",
    "change 2.11, release 2.11",
)
"""In all versions, the reference and the running heads have the days."""

ISBN_LINE = _changed(
    "the line of the ISBN", "ACM ISBN {isbn}.", (2, 0), "ACM ISBN {isbn}", "compared (1.93, 2.00)"
)
DEFAULT_PRICE = _changed(
    "the price where none is given",
    "$15.00",
    (2, 0),
    "",
    "change 2.00: no price is printed at all",
)
PRICE_COMMAND = Difference(
    "the command `\\acmPrice`",
    (
        VersionForm("sets the price"),
        VersionForm("is unknown", AcmartVersion(2, 0)),
        VersionForm("gives a warning", AcmartVersion(2, 1)),
    ),
    "changes 2.00 and 2.01",
)
LINKED_DOI = _changed(
    "the DOI in the list of references",
    "https://doi.org/{doi}",
    (2, 11),
    "doi:{doi}",
    "release 2.11; ACM-Reference-Format.bst",
)
EMAIL_LINKS = _changed("e-mail addresses", "text", (2, 18), "links", "change 2.18")
CREATIVE_COMMONS = Difference(
    "Creative Commons licences of ACM's own publications",
    (
        VersionForm("an error"),
        VersionForm("a warning", AcmartVersion(2, 0)),
        VersionForm("accepted", AcmartVersion(2, 9)),
    ),
    "changes 1.87, 2.00 and 2.09",
)
LICENCE_ADDRESS = _changed(
    "the address behind a Creative Commons licence",
    "creativecommons.org/{path}/legalcode",
    (2, 11),
    "creativecommons.org/{path}",
    "change 2.11, release 2.11",
)
DEFAULT_RIGHTS = _changed(
    "the rights where none are set", "acmcopyright", (2, 0), "acmlicensed", "compared (1.93, 2.00)"
)
TAGGING = Difference(
    "tagged PDFs, under LuaLaTeX",
    (
        VersionForm("not possible"),
        VersionForm("with the class acmart-tagged", AcmartVersion(2, 9)),
        VersionForm("with `\\DocumentMetadata` before the class", AcmartVersion(2, 18)),
    ),
    "releases 2.09 and 2.18",
)
SECTION_COMMANDS = _changed(
    "`\\section` and its like that a document redefines",
    "accepted",
    (2, 14),
    "an error",
    "change 2.14, release 2.14",
)

_HELD = "Copyright held by the owner/author(s)"
_LICENSED = f"{_HELD}. Publication rights licensed to ACM"


_ASSOCIATION = "Association for Computing Machinery"
_CHANGE_OF_OWNERS = "change 2.00, release 2.00"
_OWNER_ACM = _changed(
    "© and the owner with `acmcopyright`", _ASSOCIATION, (2, 0), "ACM", _CHANGE_OF_OWNERS
)
_OWNER_HELD = _changed(
    "the same with `usgovmixed`, `cagovmixed` and `othergov`",
    _ASSOCIATION,
    (2, 0),
    _HELD,
    _CHANGE_OF_OWNERS,
)
_OWNER_CROWN = _changed(
    "the same with `cagov`",
    "Crown in Right of Canada",
    (2, 0),
    "Copyright Crown in Right of Canada",
    _CHANGE_OF_OWNERS,
)
_OWNER_CROWN_LICENSED = _changed(
    "the same with `licensedcagov`",
    "Crown in Right of Canada. Publication rights licensed to ACM",
    (2, 0),
    _HELD,
    _CHANGE_OF_OWNERS,
)
_CHANGED_OWNERS: Mapping[Copyright, Difference] = {
    "acmcopyright": _OWNER_ACM,
    "usgovmixed": _OWNER_HELD,
    "cagovmixed": _OWNER_HELD,
    "othergov": _OWNER_HELD,
    "cagov": _OWNER_CROWN,
    "licensedcagov": _OWNER_CROWN_LICENSED,
}
_WEB_CONFERENCES = (
    "IW3C2 (International World Wide Web Conference Committee), published under Creative Commons"
)
_OWNERS: Mapping[Copyright, str] = {
    "acmlicensed": _LICENSED,
    "rightsretained": _HELD,
    "licensedusgovmixed": _LICENSED,
    "licensedcagovmixed": _LICENSED,
    "licensedothergov": _LICENSED,
    "iw3c2w3": f"{_WEB_CONFERENCES} CC-BY 4.0 License",
    "iw3c2w3g": f"{_WEB_CONFERENCES} CC-BY-NC-ND 4.0 License",
    "cc": _HELD,
}
"""Who stands behind © and the year in all versions."""

WITHOUT_OWNER: tuple[Copyright, ...] = ("none", "usgov")
"""The values of `\\setcopyright` with which no version prints © with year and owner."""

RETAINED_PERMISSION = _changed(
    "the permission with `rightsretained`",
    "Permission to make digital or hard copies of part or all of this work",
    (2, 4),
    "Permission to make digital or hard copies of all or part of this work",
    "change 2.04, release 2.04",
)
_ASK_OWNERS = "Request permissions from owner/author(s)"
_NEW_REQUEST = _changed(
    "whom to ask for more with `usgov`, `usgovmixed`, `licensedusgovmixed`, `licensedcagovmixed`, "
    "`othergov` and `licensedothergov`",
    "",
    (2, 0),
    _ASK_OWNERS,
    "compared (1.93, 2.00)",
)
_OTHER_REQUEST = _changed(
    "the same with `cagov`, `cagovmixed` and `licensedcagov`",
    "Request permissions from permissions@acm.org",
    (2, 0),
    _ASK_OWNERS,
    "compared (1.93, 2.00)",
)
_CHANGED_PERMISSIONS: Mapping[Copyright, Difference] = {
    "rightsretained": RETAINED_PERMISSION,
    "usgov": _NEW_REQUEST,
    "usgovmixed": _NEW_REQUEST,
    "licensedusgovmixed": _NEW_REQUEST,
    "licensedcagovmixed": _NEW_REQUEST,
    "othergov": _NEW_REQUEST,
    "licensedothergov": _NEW_REQUEST,
    "cagov": _OTHER_REQUEST,
    "cagovmixed": _OTHER_REQUEST,
    "licensedcagov": _OTHER_REQUEST,
}
"""What else is said of the use of the work, for the rights with which that was changed."""

NOTICES: Mapping[Copyright, tuple[str, ...]] = {
    "acmcopyright": ("others than ACM must be honored. Abstracting with credit is permitted",),
    "acmlicensed": ("owned by others than the author(s) must be honored",),
    "rightsretained": ("third-party components of this work must be honored",),
    "usgov": ("authored by an employee(s) of the United States Government",),
    "usgovmixed": ("affiliate of the United States government",),
    "cagov": ("authored by employees of the Government of Canada",),
    "cagovmixed": ("Crown in Right of Canada retains an equal interest",),
    "licensedusgovmixed": ("Publication rights licensed to ACM", "of the United States government"),
    "licensedcagov": ("authored by employees of the Government of Canada",),
    "licensedcagovmixed": ("Publication rights licensed to ACM", "national government of Canada"),
    "othergov": ("affiliate of a national government",),
    "licensedothergov": ("Publication rights licensed to ACM", "of a national government"),
    "iw3c2w3": ("CC-BY 4.0",),
    "iw3c2w3g": ("CC-BY-NC-ND 4.0",),
    "cc": ("This work is licensed under a Creative Commons",),
}
"""What all versions print for a value of `\\setcopyright`, and that tells it from others."""

WITHOUT_PRICE: tuple[Copyright, ...] = ("rightsretained", "usgov", "iw3c2w3", "iw3c2w3g", "cc")
"""The values of `\\setcopyright` with which no version prints a price, even if one is given."""


def owners(word: Copyright, version: AcmartVersion | None) -> tuple[str, ...]:
    r"""Whom a version names behind © and the year; nobody where it prints no ©.

    Args:
        word: the value of `\setcopyright`.
        version: of acmart; with none, what any version prints is given.
    """
    if word in _CHANGED_OWNERS:
        return _CHANGED_OWNERS[word].of(version)
    return (_OWNERS[word],) if word in _OWNERS else ()


def permissions(word: Copyright, version: AcmartVersion | None) -> tuple[tuple[str, ...], ...]:
    r"""What a version says of the use of the work: one of the forms at each place.

    Args:
        word: the value of `\setcopyright`.
        version: of acmart; with none, the forms of all versions are given.
    """
    always = tuple((words,) for words in NOTICES.get(word, ()))
    if word not in _CHANGED_PERMISSIONS:
        return always
    changed = _CHANGED_PERMISSIONS[word].of(version)
    return always if "" in changed else (*always, changed)


def prints_price(word: Copyright, version: AcmartVersion) -> bool:
    """Whether a version prints the price that it is given."""
    return word not in WITHOUT_PRICE and bool(DEFAULT_PRICE.at(version))


def conference_lines(
    acronym: str, days: str, place: str, version: AcmartVersion | None
) -> tuple[str, ...]:
    """How a version names the conference in the rights block.

    Args:
        acronym: the conference in short: "KDD '24".
        days: its days as LaTeX's source has them.
        place: the city and the country.
        version: the version of acmart; nothing if it is not known, for all forms.
    """
    forms = CONFERENCE_LINE.of(version)
    return tuple(form.format(acronym=acronym, days=days, place=place) for form in forms)


DIFFERENCES: tuple[Difference, ...] = (
    HEADINGS,
    CONFERENCE_LINE,
    _OWNER_ACM,
    _OWNER_HELD,
    _OWNER_CROWN,
    _OWNER_CROWN_LICENSED,
    RETAINED_PERMISSION,
    _NEW_REQUEST,
    _OTHER_REQUEST,
    ISBN_LINE,
    DEFAULT_PRICE,
    PRICE_COMMAND,
    DEFAULT_RIGHTS,
    CREATIVE_COMMONS,
    LICENCE_ADDRESS,
    LINKED_DOI,
    EMAIL_LINKS,
    TAGGING,
    SECTION_COMMANDS,
)
"""All that is known to differ, in the order of the page that lists it."""
