"""The page with every key of the data files, written from the models."""

from __future__ import annotations

import inspect
import re
import types
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from proposal.model import (
    demand_names,
    edition_id,
    fields,
    own_file_names,
    series_titles,
    time_fields,
)
from proposal.model.examples import in_yaml
from proposal.model.record import Record, name_for_users
from proposal.model.records import (
    form_record,
    page_span,
    publish_record,
    slot_day,
    venue,
    when_record,
)
from proposal.model.records.data_files import FILES, SECTIONS
from proposal.model.reference.schema import describe_keys

_DAY = "a day: `2026-02-26` (or `26 February 2026`, `26.02.2026`)"

_WORDS: list[tuple[Any, str]] = [
    (fields.Line, "one line of text"),
    (fields.Prose, "text in Markdown, on any number of lines"),
    (fields.Keyword, f"a few words, at most {fields.MOST_IN_KEYWORD} characters"),
    (fields.PublicName, "one line of text, without an email address"),
    (fields.Identifier, "an id: lower-case letters, digits and hyphens"),
    (fields.PictureName, "the name of a file in `people/photos/`, without a folder"),
    (fields.LogoName, "the name of a file in `sponsors/`, without a folder"),
    (fields.SiteLogoName, "the name of a file in `site/pictures/`, without a folder"),
    (fields.SitePictureName, "the name of a file in `site/pictures/`, without a folder"),
    (fields.PhotoName, "the name of a file in `photos/` beside `edition.yaml`, without a folder"),
    (fields.MarkdownFile, "the name of a Markdown file beside `edition.yaml`"),
    (fields.Day, _DAY),
    (when_record.SingleDay, _DAY),
    (venue.FirstOrLastDay, _DAY),
    (slot_day.SlotDay, "the number of the day (`2`), or the day: `2026-02-26`"),
    (
        fields.Since,
        "a year, a month or a day: `2024`, `2024-09` (or `September 2024`), `2024-09-15`",
    ),
    (
        time_fields.ClockOnDay,
        "a time: `14:30` (or `2:30 pm`, `14.30`, `14h30`, `noon`); `01:30 EST` if it comes twice",
    ),
    (time_fields.Clock, "a time: `14:30` (or `2:30 pm`, `14.30`, `14h30`, `noon`)"),
    (fields.Zone, "a time zone by its place: `America/Boise`; or `UTC`"),
    (fields.DeadlineZone, "`AoE`, a time zone by its place: `America/Boise`, or `UTC+8`"),
    (fields.Email, "an email address"),
    (fields.Contact, "the id of a person, or an email address"),
    (fields.Url, "a web address that begins with `http://` or `https://`"),
    (
        own_file_names.UrlOrFile,
        "a web address that begins with `https://`, or the name of a file in the folder `files/`",
    ),
    (fields.AccountPage, "a web address, or the name of the account"),
    (fields.Doi, "a DOI without the address of the resolver"),
    (page_span.PageSpan, "a page, or the first and the last: `12-19`"),
    (fields.Isbn, "an ISBN; ACM's `/year/month` may follow"),
    (fields.Orcid, "four groups of four digits"),
    (fields.Colour, "`#` and six digits or letters a to f, between quotes"),
    (
        edition_id.EditionId,
        "a year; `2026-spring` or `2026-2` where a year has more than one edition",
    ),
    (publish_record.BranchName, "the name of a branch"),
    (publish_record.RemoteName, "a name that `git remote` lists, or an address without a password"),
    (publish_record.FolderPath, "a path of a folder"),
    (publish_record.ServerPath, "`user@host:path`, without what a shell would read in another way"),
    (series_titles.Acronym, "letters, digits, hyphens and `_`, without spaces"),
    (series_titles.SeriesName, "one line of text, without an ordinal at its beginning"),
    (form_record.AnswerName, "a name from [what can answer](calls.md#fields-of-a-web-form)"),
    (demand_names.DemandName, "a name from [what can be demanded](calls.md#what-can-be-demanded)"),
    (bool, "`true` or `false`"),
    (int, "a whole number"),
    (str, "one line of text"),
]
"""What a type accepts, for a reader who knows no Python."""

_HEAD = """\
# All keys of the data files

<!-- Written by `proposal schema --reference docs/reference/keys.md` from the models in
proposal/model/. Change the text there, beside the key, and write this page anew. -->

One section for each kind of file under `data/`. A value that has keys of its own is called a
record; each kind of record is explained once, behind the file in which it first occurs.
[Writing data](../guide/data.md) explains how the files work together; the same keys as JSON
Schemas, for your editor, are in [`docs/schema/`](../schema/README.md).

In the column "needed", "yes" means that the file is refused without the key. A value after "no"
is used when you leave the key out. The examples are on one line; you may write a record or a list
on several lines as well:

```yaml
when: {date: 2024-08-25, start: 14:00, end: 18:00}

when:
  date: 2024-08-25
  start: 14:00
  end: 18:00
```

A key that does not stand here is refused, so that a slip in typing is found.
"""
_LIMITS = f"""\
One line of text has at most {fields.MOST_IN_LINE:,} characters, and text in Markdown within one of
these files at most {fields.MOST_IN_PROSE:,}: what is longer was not meant, and is refused
(`too-long`). A keyword has at most {fields.MOST_IN_KEYWORD} characters, and there are at most
{fields.MOST_KEYWORDS} of them (`too-many`).
"""


def reference() -> str:
    """The page in Markdown: a section for each file, with a table for each record in it."""
    describe_keys()
    known: set[type[Record]] = set()
    sections = [_section(name, known) for name in SECTIONS]
    return "\n".join([_HEAD, _LIMITS, *sections])


def keys_of(kind: type[Record]) -> Iterator[tuple[str, FieldInfo, Any]]:
    """The keys of a record: name, what the model knows of it, and its type as it is written."""
    hints = typing.get_type_hints(kind, include_extras=True)
    for name, info in kind.model_fields.items():
        yield name, info, hints[name]


def records_in(kind: Any) -> Iterator[type[Record]]:
    """The records in a type, and those in their keys, each before what it holds."""
    if isinstance(kind, type) and issubclass(kind, Record):
        yield kind
        for _, _, hint in keys_of(kind):
            yield from records_in(hint)
        if kind.record_of_others is not None:
            yield from records_in(kind.record_of_others)
    else:
        for part in typing.get_args(kind):
            yield from records_in(part)


def _section(name: str, known: set[type[Record]]) -> str:
    kind = FILES[name]
    top, *inner = dict.fromkeys(records_in(kind))
    new = [record for record in inner if record not in known]
    known.update(inner)
    named_freely = {record.record_of_others for record in (top, *inner)}
    opening = _about(top)
    if typing.get_origin(kind) is list:
        opening = f"The file is a list. An item: {opening[:1].lower()}{opening[1:]}"
    parts = [f"## `{SECTIONS[name]}`\n", f"{opening}\n", _table(top)]
    for record in new:
        parts += [f"### {_title(record)}\n", f"{_about(record)}\n"]
        # What has a name of its own has to say more than a single text does.
        if record not in named_freely and (short := _short_form(record)):
            parts.append(f"{short}\n")
        parts.append(_table(record))
    return "\n".join(parts)


def _about(record: type[Record]) -> str:
    return inspect.cleandoc(record.__doc__ or "").partition("\n\n")[0].replace("\n", " ")


def _title(record: type[Record]) -> str:
    """The name of a record in words: `PageRange` is "Page range"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name_for_users(record))
    return words[:1] + words[1:].lower()


def _short_form(record: type[Record]) -> str | None:
    """What a single text in place of the record means, if the record has a short form."""
    text, *others = TypeAdapter(record).json_schema().get("anyOf", [None])
    if not others:
        return None
    if text.get("type") == "array":
        return f"A list may stand instead of the record: {_lowered(text['description'])}"
    return f"A single text may stand instead of the record: {_lowered(text['description'])}"


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _table(record: type[Record]) -> str:
    rows = [_row(name, info, hint) for name, info, hint in keys_of(record)]
    head = "| key | meaning | value | needed | example |\n| --- | --- | --- | --- | --- |\n"
    return head + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(name: str, info: FieldInfo, hint: Any) -> Iterator[str]:
    yield f"`{name}`"
    yield _cell((info.description or "").replace("\n", " "))
    yield _cell(_value(hint, info))
    yield _cell(_needed(info))
    yield ", ".join(_cell(f"`{name}: {in_yaml(example)}`") for example in info.examples or [])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _needed(info: FieldInfo) -> str:
    if info.is_required():
        return "yes"
    default = info.default
    return "no" if default in (None, PydanticUndefined) else f"no: `{in_yaml(default)}`"


def _value(hint: Any, info: FieldInfo) -> str:
    return _words(hint) + "".join(_limits(info))


def _words(hint: Any) -> str:
    for kind, words in _WORDS:
        if hint == kind:
            return words
    if isinstance(hint, type) and issubclass(hint, Record):
        return f"a record: [{_title(hint)}](#{_title(hint).lower().replace(' ', '-')})"
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return _words(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return _words(next(part for part in arguments if part is not type(None)))
    if origin is typing.Literal:
        return "one of " + ", ".join(f"`{value}`" for value in arguments)
    if origin is list:
        return f"a list; an item is {_words(arguments[0])}"
    if origin is dict:
        return f"a mapping; a key is {_words(arguments[0])}, its value is {_words(arguments[1])}"
    raise TypeError(f"the reference of keys has no words for {hint}: add them to _WORDS")


def _limits(info: FieldInfo) -> Iterator[str]:
    """What else is demanded of a value: its bounds, its length, its form."""
    for limit in info.metadata:
        if (least := getattr(limit, "ge", None)) is not None:
            yield f", at least {least}"
        if (most := getattr(limit, "le", None)) is not None:
            yield f", at most {most}"
        if (length := getattr(limit, "min_length", None)) is not None:
            yield f", with at least {length} item{'s' if length > 1 else ''}"
        if (pattern := getattr(limit, "pattern", None)) is not None:
            yield f", of the form `{pattern}`"
