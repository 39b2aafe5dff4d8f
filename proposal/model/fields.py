"""The kinds of single values that the data may hold, each with its check and its message.

Every check takes the text as it was typed and says what is wrong with it in the words of
somebody who types it. `hint` in an error's context is what to type instead.

The libraries that check addresses and numbers take long to load, and most runs of the program read
no file anew; so each is loaded where it is first needed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Annotated, Any, NoReturn
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from proposal.model.affiliated import EMAIL
from proposal.model.day_hints import (
    FIRST_YEAR,
    LAST_YEAR,
    nearest_day,
    no_such_day,
    what_is_no_day,
)
from proposal.model.family_names import names_family
from proposal.model.file_endings import names_file
from proposal.model.id_form import ID_FORM
from proposal.model.name_comparison import identifier
from proposal.model.typed_times import typed_days, typed_months
from proposal.model.zone_hints import hint_for_zone, is_anywhere_on_earth, zone_of_offset
from proposal.source.math.math_grammar import FormulaError
from proposal.source.math.math_line import read_math_line
from proposal.source.persistent_identifiers import BEFORE_DOI, BEFORE_ORCID
from proposal.source.text import Verbatim
from proposal.zone_data import is_zone

AOE = "AoE"
"""The zone in which a day ends when it has ended everywhere on Earth: UTC-12."""


def refuse(
    code: str, message: str, hint: str = "", offset: int = 0, key: str | int = ""
) -> NoReturn:
    """Refuse a value with a message and what to type instead.

    Args:
        code: a code of the registry.
        message: what is wrong.
        hint: what to type instead.
        offset: where in the value it is wrong, if that is not all of it.
        key: which value of a record or a list is wrong, if that is a single one.

    Raises:
        PydanticCustomError: always; `validation` makes a diagnostic of it.
    """
    # The texts hold what the user typed, which pydantic would take for a template.
    context = {"text": message, "hint": hint, "offset": offset, "key": key}
    raise PydanticCustomError(code, "{text}", context)


def refuse_foreign_family_name(family_name: str | None, name: str | None) -> None:
    """Refuse a family name that is no part of the name."""
    if family_name is None or names_family(family_name, name or ""):
        return
    message = f"`{family_name}` is no part of the name {name}" if name else "there is no `name`"
    refuse("family-name", message, "write the words of `name` that are the family name")


_ANSWERS = frozenset(("true", "false", "yes", "no", "on", "off"))

NO_ROOMS = re.compile(
    r"(?:(?:fully|only)\s+)?(?:online|virtual(?:ly)?|remote(?:ly)?|zoom|cyberspace|(?:ms\s+)?teams"
    r"|webex|google meet|gather(?:\.?town)?)(?:\s+(?:only|meeting|event|room|session|call|\d+))?",
    re.IGNORECASE,
)
"""What stands in the place of a room or an address where there is none: Online, Zoom 2."""


def refuse_wrong_place(room: str | None, elsewhere: str | None, *, is_online: bool = False) -> None:
    """Refuse a place that is none, and two words for the same place.

    Args:
        room: a room in the venue's building.
        elsewhere: the whole of another place.
        is_online: whether the same record says that nobody comes.
    """
    if elsewhere is not None and NO_ROOMS.fullmatch(elsewhere):
        also = "" if is_online else ", and write `attendance: online`"
        hint = f"delete `elsewhere`{also}; where people join is `join: https://…`"
        refuse("online-as-place", f"`{elsewhere}` is no place", hint, key="elsewhere")
    if is_online and (room or elsewhere):
        key = "room" if room else "elsewhere"
        message = f"`{key}` says where people come, and `attendance: online` that nobody does"
        refuse("place-of-online", message, "delete one of the two", key=key)
    if elsewhere is not None and elsewhere.casefold() in _ANSWERS:
        message = f"`elsewhere` is the place itself, not `{elsewhere}`"
        hint = "write the whole of it; without `elsewhere` it is in the venue's building"
        if room is not None:
            hint = f'write `elsewhere: "{room}"` and no `room`; delete it if it is at the venue'
        refuse("no-place-elsewhere", message, hint, key="elsewhere")
    if room is not None and elsewhere is not None:
        message = "`room` and `elsewhere` both say where it is"
        hint = f'delete `room`, and write all of it: elsewhere: "{room}, {elsewhere}"'
        refuse("room-elsewhere", message, hint, key="room")


def _line(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    if not text:
        refuse("empty-text", "a text is missing here", "write it after the colon")
    _limit(text, MOST_IN_LINE, "a line such as a name or a title")
    return text


def _prose(value: Any) -> Any:
    if isinstance(value, str) and not value.strip():
        refuse("empty-text", "a text is missing here", "write it after the colon")
    if isinstance(value, str):
        _limit(value, MOST_IN_PROSE, "a text such as a biography")
        if _NAME_OF_FILE.fullmatch(value.strip()):
            refuse(
                "file-for-text",
                f"`{value.strip()}` is the name of a file, where the text itself is expected",
                "write `|` here, and the text on the lines below, two spaces further right",
            )
    return value


_NAME_OF_FILE = re.compile(r"[\w./-]+\.(?:docx?|html?|md|odt|pdf|rtf|tex|txt)", re.IGNORECASE)
"""Examples: `abstract.md`, `bios/ann.txt`."""


MOST_IN_LINE = 1_000
"""Characters of the longest name or title; the longest title of a paper that is known has 400."""
MOST_IN_PROSE = 100_000
"""Characters of the longest text within a YAML file, which are forty pages."""
MOST_IN_KEYWORD = 100
MOST_KEYWORDS = 100
"""ACM asks for four to six; a PDF's metadata name each of them."""


def _limit(text: str, most: int, kind: str) -> None:
    """Refuse what is too long to be meant, and would keep TeX busy for hours."""
    if len(text) > most:
        said = f"this text has {len(text):,} characters; {kind} has at most {most:,}"
        refuse("too-long", said, "shorten it, and put the rest into a Markdown file if it is prose")


def _keyword(value: str) -> str:
    if len(value) > MOST_IN_KEYWORD:
        said = f"this keyword has {len(value)} characters; a keyword has at most {MOST_IN_KEYWORD}"
        refuse("too-long", said, "write a few words, and each keyword in a line of its own")
    return value


Line = Annotated[str, BeforeValidator(_line)]
"""One line of plain text, such as a name or a title."""


def _title(value: str) -> str:
    try:
        return read_math_line(value)
    except FormulaError as reason:
        refuse(reason.code, reason.message, reason.hint, reason.offset)


Title = Annotated[Line, AfterValidator(_title)]
"""A line of text in which `$…$` is a formula and `\\$` a dollar sign."""

Prose = Annotated[str, BeforeValidator(_prose)]
"""Markdown on any number of lines."""

Keyword = Annotated[
    Line, AfterValidator(_keyword), Field(json_schema_extra={"maxLength": MOST_IN_KEYWORD})
]
"""A few words by which a paper is found."""


def _keywords(values: list[str]) -> list[str]:
    if len(values) > MOST_KEYWORDS:
        said = f"there are {len(values)} keywords; there can be at most {MOST_KEYWORDS}"
        refuse("too-many", said, "keep those that people search for; ACM asks for four to six")
    return values


Keywords = Annotated[list[Keyword], AfterValidator(_keywords)]
"""The keywords in the order in which they are printed."""


def _without_address(value: str) -> str:
    if match := EMAIL.search(value):
        refuse(
            "address-in-name",
            f"the email address {match[0]} stands in a name or an affiliation, which every "
            "page shows",
            "delete it; an address stands under `email` in the person's file",
        )
    return value


PublicName = Annotated[Line, AfterValidator(_without_address)]
"""The name of a person or of an institution, without an email address: everybody reads it."""


def _name_of_file(value: str) -> str:
    if not re.fullmatch(ID_FORM, value):
        # An id is the name of a file without its folder and its ending: venues/apia.yaml
        stem = re.sub(r"^.*/|\.ya?ml$", "", value.strip().rstrip("/"), flags=re.IGNORECASE)
        meant = identifier(stem, "ada-lovelace")
        hint = f"an id is lower-case letters, digits and hyphens: {meant}"
        listed = re.split(r"\s+and\s+|\s*[,;&+]\s*", value)
        if len(listed) > 1 and all(re.fullmatch(ID_FORM, item) for item in listed):
            hint = f"if several may stand here, write them as a list: [{', '.join(listed)}]"
        refuse("not-an-id", f"`{value}` is no id", hint)
    return value


Identifier = Annotated[
    Line,
    AfterValidator(_name_of_file),
    Field(json_schema_extra={"pattern": f"^{ID_FORM}$"}),
]
"""The id of a person, venue, talk or paper: lower-case letters, digits and hyphens."""


_PICTURE_NAME = r"^[\w-]+\.\w+$"

SITE_PICTURES = "site/pictures"
"""The folder below `data/` with the pictures of the workshop itself."""


def _picture_name(folder: str, noun: str, example: str) -> Callable[[str], str]:
    """A check of the name of a picture in a folder of the data."""

    def checked(value: str) -> str:
        if re.match(_PICTURE_NAME, value):
            return value
        name = re.split(r"[/\\]", value.rstrip("/\\"))[-1]
        tidied = _tidied(name, example)
        if "://" in value or value.casefold().startswith("www."):
            message = f"`{value}` is a web address, and a {noun} is a file of this folder"
            hint = f"save the picture in data/{folder}/ and write its name: {tidied}"
        elif name != value:
            message = f"`{value}` is a path, and a {noun} is a file in data/{folder}/"
            hint = f"put the picture there and write its name alone: {tidied}"
        else:
            message = f"`{value}` is no name of a picture"
            hint = f"rename the file, with letters, digits, hyphens and one ending: {tidied}"
        refuse("not-a-file-name", message, hint)

    return checked


def _tidied(name: str, example: str) -> str:
    """A name like the one that was written, which a picture may have."""
    instead, _, usual = example.rpartition(".")
    whole = name if "." in name else f"{name}.{usual}"
    stem, _, suffix = whole.partition("?")[0].rpartition(".")
    known = suffix if re.fullmatch(r"\w+", suffix) else usual
    plain = re.sub(r"[^\w-]+", "-", stem).strip("-")
    return f"{plain or instead}.{known}"


PictureName = Annotated[
    Line,
    AfterValidator(_picture_name("people/photos", "portrait", "ada-lovelace.jpg")),
    Field(json_schema_extra={"pattern": _PICTURE_NAME}),
]
"""The name of a picture in `people/photos/`, without a folder before it."""

LogoName = Annotated[
    Line,
    AfterValidator(_picture_name("sponsors", "logo", "a-company.png")),
    Field(json_schema_extra={"pattern": _PICTURE_NAME}),
]
"""The name of a picture in `sponsors/`, without a folder before it."""

SiteLogoName = Annotated[
    Line,
    AfterValidator(_picture_name(SITE_PICTURES, "logo", "logo.svg")),
    Field(json_schema_extra={"pattern": _PICTURE_NAME}),
]
"""The name of a logo in `site/pictures/`, without a folder before it."""

SitePictureName = Annotated[
    Line,
    AfterValidator(_picture_name(SITE_PICTURES, "picture", "harbour.jpg")),
    Field(json_schema_extra={"pattern": _PICTURE_NAME}),
]
"""The name of a photo in `site/pictures/`, without a folder before it."""

PhotoName = Annotated[
    Line,
    AfterValidator(_picture_name("editions/YEAR/photos", "photo", "group.jpg")),
    Field(json_schema_extra={"pattern": _PICTURE_NAME}),
]
"""The name of a photo in `photos/` beside `edition.yaml`, without a folder before it."""


def _markdown_file(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*\.md", value):
        refuse(
            "not-a-file-name",
            f"`{value}` is no name of a Markdown file in the edition's folder",
            "write a plain name such as proposal.md",
        )
    return value


MarkdownFile = Annotated[Line, AfterValidator(_markdown_file)]
"""The name of a Markdown file that stands beside `edition.yaml`."""

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]0?0:00(?::00)?)?")
"""As in 2026-2-26; spreadsheet programs add midnight."""


def read_day(value: str) -> dt.date:
    """The day that a text means, in any form in which only one can be meant.

    Raises:
        PydanticCustomError: it means none, or may mean two.
    """
    text = value.strip()
    match = _DAY.fullmatch(text)
    if match is not None:
        year, month, number = map(int, match.groups())
        try:
            day = dt.date(year, month, number)
        except ValueError:
            said = f"`{value}` is no date: {no_such_day(year, month)}"
            refuse("not-a-date", said, nearest_day(year, month))
        return _in_our_time(day, value)
    days = typed_days(text)
    if len(days) > 1:
        either = " or ".join(day.isoformat() for day in days)
        refuse("not-a-date", f"`{value}` may be two days", f"write {either}")
    if not days:
        refuse("not-a-date", *what_is_no_day(value))
    return _in_our_time(days[0], value)


def _day(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, dt.date) or not isinstance(value, str):
        return value
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value) is None:
        is_read_as(info)
    return read_day(value)


def is_read_as(info: ValidationInfo) -> None:
    """Note that a value is written in another way than the program writes it."""
    if isinstance(info.context, list):
        info.context.append(True)


def _in_our_time(day: dt.date, value: str) -> dt.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        refuse(
            "not-a-date",
            f"`{value}` is not in the years {FIRST_YEAR} to {LAST_YEAR}",
            "correct the year; if the day is not known yet, leave the key out",
        )
    return day


DAY_FORM = r"(^|\D)\d{4}(\D|$)"
"""What editors demand of a day: a year of four digits; the program reads the rest."""

Day = Annotated[
    dt.date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "pattern": DAY_FORM}),
]
"""A day in the venue's calendar: 2026-02-26, 26 February 2026, 26.02.2026."""


def _since(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    # such as 2026, 2026-02, 2026-02-26
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", value.strip())
    if match is None and (in_words := [*typed_months(value), *typed_days(value)]):
        is_read_as(info)
        return _in_our_time(in_words[0], value) if len(in_words) == 1 else read_day(value)
    message, hint = f"`{value}` is no year, month or day", "write 2024, 2024-09 or 2024-09-15"
    if match is None:
        refuse("not-a-date", message, hint)
    try:
        day = dt.date(*(int(part or 1) for part in match.groups()))
    except ValueError:
        refuse("not-a-date", message, hint)
    return _in_our_time(day, value)


Since = Annotated[
    dt.date,
    BeforeValidator(_since),
    WithJsonSchema({"type": ["string", "integer"], "pattern": DAY_FORM}),
]
"""The first day of something: a year, a month or a day, 2024, 2024-09, September 2024."""


def _zone(value: str) -> str:
    if not is_zone(value) or ("/" not in value and value != "UTC"):
        refuse(
            "not-a-zone",
            f"`{value}` is no time zone",
            hint_for_zone(value),
        )
    return value


Zone = Annotated[Line, AfterValidator(_zone)]
"""An IANA time zone by its place, such as America/Boise."""


def _deadline_zone(value: str) -> str:
    return AOE if is_anywhere_on_earth(value) else zone_of_offset(value) or _zone(value)


DeadlineZone = Annotated[Line, AfterValidator(_deadline_zone)]
"""The zone in which a deadline's day ends: AoE (anywhere on Earth), an IANA zone, or `UTC+8`."""


_SIGN_IN_WORDS = re.compile(
    r"(?P<who>[\w.+-]+)\s*[\[({<]\s*at\s*[\])}>]\s*(?P<host>[\w-]+(?:\s*(?:\.|[\[({]dot[\])}])\s*[\w-]+)+)",
    re.IGNORECASE,
)
"""An address that is hidden from robots: `ada (at) example.org`, `ada[at]example[dot]org`."""


def _email(value: str) -> str:
    import email_validator  # noqa: PLC0415 - slow to load

    if hidden := _SIGN_IN_WORDS.fullmatch(value):
        host = re.sub(r"\s|[\[({]|[\])}]", "", re.sub(r"\W+dot\W+", ".", hidden["host"]))
        message = f"`{value}` is no email address: it has no @-sign"
        refuse("not-an-email", message, f"write {hidden['who']}@{host}")
    if len(listed := EMAIL.findall(value)) > 1:
        message = f"`{value}` are several email addresses, and one is expected here"
        refuse("not-an-email", message, f"write one of them: {listed[0]}")
    try:
        address = email_validator.validate_email(value, check_deliverability=False).normalized
    except email_validator.EmailNotValidError as reason:
        said = str(reason).rstrip(".")
        said = said[:1].lower() + said[1:]
        found = EMAIL.search(value)
        hint = f"write {found[0]}" if found and found[0] != value else "write name@example.org"
        refuse("not-an-email", f"`{value}` is no email address: {said}", hint)
    return Verbatim(address)


Email = Annotated[Line, AfterValidator(_email), Field(json_schema_extra={"format": "email"})]
"""An email address."""


def _contact(value: str) -> str:
    listed = EMAIL.findall(value)
    if len(listed) > 1:
        message = f"`{value}` are several email addresses in one text"
        refuse("not-an-email", message, f"write them as a list: [{', '.join(listed)}]")
    is_address = "@" in value or _SIGN_IN_WORDS.fullmatch(value)
    return _email(value) if is_address else _name_of_file(value)


Contact = Annotated[Line, AfterValidator(_contact)]
"""Somebody who is written to: the id of a person, or an email address."""


def is_address(contact: str) -> bool:
    """Whether somebody who is written to is named by an email address, and not by an id."""
    return "@" in contact


_URL_HINT = "write https://example.org/page"
_BARE_ADDRESS = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?$", re.ASCII)
"""An address without its scheme: `example.org/wsp`."""
_HOST = re.compile(r"(?!-)[\w-]+(\.[\w-]+)*\.?", re.ASCII)
"""`example.org`, `localhost`"""


_WITHIN = re.compile(r"https?://[^\s<>\[\]()\"'`]+", re.IGNORECASE)
"""The address in `<https://example.org>` and `[here](https://example.org)`."""
_MISTYPED_SCHEME = re.compile(
    r"(?:h?tt?ps?|htps?|hhttps?|https?)\s*[:;.]?\s*/{1,3}\s*(?P<rest>[\w-]+\.\S+)", re.IGNORECASE
)
"""`htps://example.org`, `https//example.org`, `http:/example.org`"""


def _meant_address(value: str) -> str:
    """What to write for what is no web address: the one in it, if there is one."""
    if (found := _WITHIN.search(value)) and found.start() > 0:
        return f"write {found[0]}"
    if mistyped := _MISTYPED_SCHEME.fullmatch(value):
        return f"write https://{mistyped['rest']}"
    bare = value.lstrip("/")
    return (
        f"write https://{bare}" if _BARE_ADDRESS.match(bare) and not names_file(bare) else _URL_HINT
    )


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        refuse("not-a-url", f"`{value}` is no web address", _URL_HINT)
    if parts.scheme not in {"http", "https"}:
        if EMAIL.fullmatch(address := value.removeprefix("mailto:").strip()):
            hint = (
                "an email address stands in a text, as that for papers does in `policy: Send "
                "papers by mail to …` under `submissions`, or as `contact` of an edition"
            )
            refuse("not-a-url", f"`{address}` is an email address, and no web address", hint)
        refuse("not-a-url", f"`{value}` is no web address", _meant_address(value))
    if not _HOST.fullmatch(host) or " " in value:
        refuse("not-a-url", f"`{value}` is no web address", _meant_address(value))
    return Verbatim(quote(value, safe="%/:=&?~#+!$,;'@()*[]._-"))


Url = Annotated[Line, AfterValidator(_url), Field(json_schema_extra={"format": "uri"})]
"""A web address with http or https."""


AccountPage = Annotated[Line, AfterValidator(_url)]
"""A web address where the name of an account may stand, which a record turns into its page."""


def _doi(value: str) -> str:
    bare = BEFORE_DOI.sub("", value)
    if re.fullmatch(r"10\.\d{4,9}/[!-~]+", bare) is None or set(bare) & set('\\{}^`|"<>%#~'):
        refuse("not-a-doi", f"`{value}` is no DOI", "write 10.1145/ and the number behind it")
    if bare != value:
        refuse("not-a-doi", f"`{value}` is a DOI with something before it", f"write {bare}")
    return Verbatim(value)


Doi = Annotated[Line, AfterValidator(_doi)]
"""A DOI without the address of its resolver: 10.1145/3637528.3671486."""


def _isbn(value: str) -> str:
    from stdnum import isbn  # noqa: PLC0415 - seldom needed

    number, _, issue = value.partition("/")
    try:
        isbn.validate(number)
    except isbn.ValidationError as reason:
        said = str(reason).rstrip(".")
        refuse(
            "not-an-isbn",
            f"`{value}` is no ISBN: {said[:1].lower() + said[1:]}",
            "copy it from the publisher's message: 979-8-4007-0490-1",
        )
    if issue and not re.fullmatch(r"(\d{2})?\d{2}/\d{2}", issue):  # 2024/08, 24/08
        refuse(
            "not-an-isbn", f"`/{issue}` is no issue of an ISBN line", "write /year/month: /24/08"
        )
    return Verbatim(value)


Isbn = Annotated[Line, AfterValidator(_isbn)]
"""An ISBN, with ACM's `/year/month` after it where the rights message has it."""


def _orcid(value: str) -> str:
    from stdnum import isni  # noqa: PLC0415 - seldom needed

    bare = BEFORE_ORCID.sub("", value)
    digits = re.sub(r"[\s\u2010-\u2015-]", "", bare).rstrip("/").upper()
    bare = "-".join(re.findall("....", digits))
    try:
        isni.validate(bare)
    except isni.ValidationError:
        bare = ""
    if not re.fullmatch(r"\d{15}[\dX]", digits) or not bare:
        refuse(
            "not-an-orcid",
            f"`{value}` is no ORCID",
            "copy the sixteen digits from the person's page: 0000-0002-1825-0097",
        )
    return Verbatim(bare)


Orcid = Annotated[Line, AfterValidator(_orcid)]
"""An ORCID iD: four groups of four digits, the last of which checks the others.

It may be pasted with an address before it, without hyphens, with spaces or with a small x.
"""


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        refuse("not-a-colour", f"`{value}` is no colour", 'write "#" and six digits: "#0b5fa5"')
    return value.lower()


Colour = Annotated[
    Line,
    AfterValidator(_colour),
    Field(json_schema_extra={"pattern": "^#[0-9a-fA-F]{6}$"}),
]
"""A colour as the web writes it: "#0b5fa5"."""

_CITATION_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._/+-]*")
"""`koren2009matrix`, `DBLP:conf/kdd/Koren09`"""


def is_citation_key(value: str) -> bool:
    """Whether BibTeX and LaTeX both take `value` as the key of an entry."""
    return _CITATION_KEY.fullmatch(value) is not None
