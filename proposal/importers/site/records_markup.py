"""Writes lists of records as markup, so that data of a site are read like its pages.

Themes, scripts and layouts show lists of data in their own ways: the people of a data file, the
programme in a script. Each record becomes a box with a line for each of its values.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

import chompjs

from proposal.importers.site.section_kinds import PEOPLE, Topic
from proposal.importers.site.section_topics import topic_of

_FIRST = ("time", "start", "start_time", "starttime", "from", "hour", "hours")
_ENDS = ("end", "end_time", "endtime", "to", "until")
_DAYS = ("day", "date", "weekday")
_NAMES = ("name", "fullname", "full_name", "title", "heading", "event", "session", "activity")
_LABELS = {
    "affiliation": "Affiliation",
    "institution": "Affiliation",
    "org": "Affiliation",
    "organization": "Affiliation",
    "university": "Affiliation",
    "company": "Affiliation",
    "authors": "Authors",
    "author": "Authors",
    "speaker": "Speaker",
    "speakers": "Speaker",
    "presenter": "Speaker",
    "talk": "Title",
    "talk_title": "Title",
    "talktitle": "Title",
    "talk-title": "Title",
    "abstract": "Abstract",
    "bio": "Bio",
    "content": "Bio",
    "biography": "Bio",
    "role": "Role",
    "pronouns": "Pronouns",
    "email": "Email",
    "chair": "Chair",
    "affil": "Affiliation",
    "blurb": "Bio",
}
_LEFT_OUT = re.compile(
    r"^(?:id|key|slug|image|img|photo|picture|avatar|icon|style|class|color|colou?r|layout"
    r"|permalink|weight|order|tags?|themes?|category|show|published|width|height|external|data"
    r"|lat|lng|css|alt|status|initials?|index|priority|order_number|hidden|visible)$|image|_path$|photo|logo",
    re.IGNORECASE,
)
"""Keys whose values say nothing of the workshop: `id`, `profile_image`, `css`."""
_ADDRESSES = {
    "url",
    "link",
    "website",
    "homepage",
    "webpage",
    "href",
    "web",
    "page",
    "pdf",
    "paper",
    "site",
    "weblink",
}
_SCRIPT_VALUE = re.compile(
    r"\b(?:(?:const|let|var)\s+|window\.)(?P<name>[A-Za-z_$][\w$]*)\s*(?::[^=\n]{1,80})?=\s*(?=[\[{])"
)
"""Examples: `const speakers = [`, `window.SITE = {`."""
_WHOLE = {"data", "config", "content", "site", "site data", "workshop", "index", "info", "settings"}
"""Names of values that hold all of a page's lists, by keys."""
_OF_ITEMS = dict.fromkeys(("text", "topic", "name", "title", "detail", "details", "description"))
"""The keys of a topic with a detail, in order; a record with others is something else."""
_GROUP_NAMES = (
    "group",
    "role",
    "category",
    "committee",
    "section",
    "type",
    "position",
    *_NAMES,
    "label",
)
"""The keys of a group's name, the surest first."""
_MEMBERS = {
    "members",
    "people",
    "persons",
    "chairs",
    "organizers",
    "organisers",
    "names",
    "list",
    "items",
    "entries",
    "team",
}
"""The keys of who is in a group."""
_PAPERS = ("papers", "posters", "articles", "contributions", "publications", "presentations")
"""The keys of the papers of a session."""
_TELLING = {*_NAMES, *_FIRST, "label", "text", "speaker", "authors"}
"""Keys of which a record has one."""
_LARGEST = 400_000
"""Characters of a script in which lists are looked for."""
_MOST = 1500
"""Records of a list that are read."""


def records_markup(name: str, value: Any, level: int = 2) -> str:
    """A list of records below a heading that its name gives; empty if it lists none.

    Args:
        name: what the list is called where it stands: `scheduleData`, `organizers`.
        value: the list, or records by keys.
        level: the heading's level.
    """
    title = heading_of(name)
    if isinstance(value, list) and topic_of(title) is Topic.TOPICS:
        return f"<h{level}>{html.escape(title)}</h{level}>\n<ul>{_items(value)}</ul>"
    if groups := _groups_in(value):
        inner = "".join(_group(name, members, level + 1) for name, members in groups)
        return f"<h{level}>{html.escape(title)}</h{level}>\n{inner}"
    records = records_in(value)
    if not records:
        if isinstance(value, Mapping):
            is_of_people = topic_of(title) in PEOPLE
            inner = "".join(
                _group(heading_of(str(key)), one, level + 1)
                if is_of_people and _are_texts(one)
                else records_markup(str(key), one, level + 1)
                for key, one in value.items()
            )
            return (
                f"<h{level}>{html.escape(title)}</h{level}>\n{inner}"
                if inner and topic_of(title)
                else inner
            )
        return ""
    boxes = "".join(_box(record, level + 1) for record in records[:_MOST])
    return f"<h{level}>{html.escape(title)}</h{level}>\n{boxes}"


def _groups_in(value: Any) -> list[tuple[str, Any]]:
    """The groups of a list of people, each with its name; none unless all records are groups."""
    if not isinstance(value, list):
        return []
    groups = [_name_and_members(one) for one in value if isinstance(one, Mapping)]
    found = [group for group in groups if group is not None]
    return found if len(found) == len(value) else []


def _name_and_members(record: Mapping[str, Any]) -> tuple[str, Any] | None:
    """The name of a group and who is in it; nothing if a record is something else."""
    by_key = {str(key).casefold(): value for key, value in record.items()}
    lists = [
        key
        for key in by_key
        if key in _MEMBERS and (records_in(by_key[key]) or _are_texts(by_key[key]))
    ]
    names = [str(by_key[key]) for key in _GROUP_NAMES if _is_plain(by_key.get(key))]
    has_hours = any(key in by_key for key in _FIRST)
    if len(lists) != 1 or not names or has_hours:
        return None
    return names[0], by_key[lists[0]]


def _group(name: str, members: Any, level: int) -> str:
    """People below the name of their group."""
    if _are_texts(members):
        shown = (
            f"<ul>{''.join(f'<li>{_text(one)}</li>' for one in _texts_in(members)[:_MOST])}</ul>"
        )
    else:
        shown = "".join(_box(record) for record in records_in(members)[:_MOST])
    return f"<h{level}>{_text(name)}</h{level}>\n{shown}"


def _are_texts(value: Any) -> bool:
    """Whether a value is a text, or a list of texts."""
    texts = _texts_in(value)
    return bool(texts) and all(isinstance(one, str) and one.strip() for one in texts)


def _texts_in(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _items(values: list[Any]) -> str:
    """The items of a list of texts, or of texts with a detail each."""
    texts = [_item(value) for value in values[:_MOST]]
    return "".join(f"<li>{_text(text)}</li>" for text in texts if text)


def _item(value: Any) -> str:
    if not isinstance(value, Mapping):
        return _shown(value)
    by_key = {str(key).casefold(): one for key, one in value.items() if _is_plain(one)}
    if not by_key.keys() <= _OF_ITEMS.keys():
        return ""
    return ": ".join(str(by_key[key]) for key in _OF_ITEMS if key in by_key)


def records_in(value: Any) -> list[Mapping[str, Any]]:
    """The records of a list, or of a mapping of records by key; none if it is something else."""
    if (
        isinstance(value, Mapping)
        and value
        and all(isinstance(one, Mapping) for one in value.values())
    ):
        value = list(value.values())
    if not isinstance(value, list):
        return []
    records = [one for one in value if isinstance(one, Mapping)]
    named = [one for one in records if _keys(one) & _TELLING]
    return records if records and len(named) * 2 > len(records) else []


def _keys(record: Mapping[str, Any]) -> set[str]:
    return {str(key).casefold() for key in record}


def heading_of(name: str) -> str:
    """A list's name as a heading: `scheduleData` is Schedule."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]+", " ", name).split()
    kept = [
        word
        for word in words
        if word.casefold() not in {"data", "list", "items", "array", "info", "the", "all", "my"}
    ]
    return " ".join(kept or words).capitalize()


def _box(record: Mapping[str, Any], level: int = 3) -> str:
    if session := _session_of_papers(record):
        return f"<h{level}>{_text(session)}</h{level}>\n{''.join(_inner(record))}"
    return f'<div class="record">{"".join(_lines(record))}</div>\n{"".join(_inner(record))}'


def _session_of_papers(record: Mapping[str, Any]) -> str:
    """The title of a session that only holds papers, and has no hours; empty for other records."""
    by_key = {str(key).casefold(): value for key, value in record.items()}
    has_papers = any(records_in(by_key.get(key)) for key in _PAPERS)
    if not has_papers or any(key in by_key for key in (*_FIRST, *_DAYS, "authors")):
        return ""
    return next((str(by_key[key]) for key in _NAMES if _is_plain(by_key.get(key))), "")


def records_box(record: Mapping[str, Any]) -> str:
    """One record as markup."""
    return _box(record)


def _lines(record: Mapping[str, Any]) -> Iterator[str]:
    by_key = {str(key).casefold(): value for key, value in record.items()}
    if dated := _dated_line(by_key):
        yield dated
        return
    start = next((by_key[key] for key in _FIRST if _is_plain(by_key.get(key))), None)
    end = next((by_key[key] for key in _ENDS if _is_plain(by_key.get(key))), None)
    day = next((key for key in _DAYS if _is_plain(by_key.get(key))), None)
    if start is not None and day is not None:
        yield f"<p><b>{_text(by_key[day])}</b></p>"  # above its hours, as the head of a day
    if start is not None:
        yield f"<p>{_text(start)}{' – ' + _text(end) if end is not None else ''}</p>"
    key = next((key for key in _NAMES if _is_plain(by_key.get(key))), None)
    if key is not None:
        address = next(
            (
                str(by_key[one])
                for one in _ADDRESSES
                if str(by_key.get(one) or "").startswith("http")
            ),
            "",
        )
        shown = _text(by_key[key])
        yield (
            f'<p><b><a href="{html.escape(address)}">{shown}</a></b></p>'
            if address
            else f"<p><b>{shown}</b></p>"
        )
    left_out = {*_FIRST, *_ENDS, key, *_ADDRESSES, *([day] if start is not None else [])}
    for other, value in by_key.items():
        shown = _shown(value)
        if other in left_out or _LEFT_OUT.search(other) or not shown:
            continue
        is_named = key in {"name", "fullname", "full_name"}
        label = "Title" if other == "title" and is_named else _LABELS.get(other, "")
        if label == "Title" and other == "title" and _is_post(shown):
            label = ""
        yield f"<p>{label + ': ' if label else ''}{_text(shown)}</p>"


_DATED = ("label", "event", "name", "title", "what", "milestone")
_BEFORE = ("previousdate", "previous_date", "olddate", "old_date", "old", "was", "original")


def _dated_line(by_key: Mapping[str, Any]) -> str:
    """A record of a label and a day, as one line; empty if it holds more."""
    label = next((by_key[key] for key in _DATED if _is_plain(by_key.get(key))), None)
    others = {key for key, value in by_key.items() if isinstance(value, str) and len(value) > 30}
    if label is None or not _is_plain(by_key.get("date")) or len(others) > 1 or "time" in by_key:
        return ""
    before = next((by_key[key] for key in _BEFORE if _is_plain(by_key.get(key))), None)
    struck = f"<s>{_text(before)}</s> " if before else ""
    return f"<p>{_text(label)}: {struck}{_text(by_key['date'])}</p>"


def _shown(value: Any) -> str:
    """A value in one line; empty if it is no text and no list of texts."""
    if isinstance(value, list) and value and all(_is_plain(one) for one in value):
        return ", ".join(str(one) for one in value)
    return str(value).strip() if _is_plain(value) else ""


def _is_post(text: str) -> bool:
    return (
        re.search(
            # `Assistant Professor`, `Head of Samples`
            r"professor|researcher|scientist|engineer|director|student|lecturer|fellow|ph\.?d"
            r"|chair|manager|head\b|lead\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _inner(record: Mapping[str, Any]) -> Iterator[str]:
    """The records within a record: the talks of a session; not the tags of a person."""
    for key, value in record.items():
        if _LEFT_OUT.search(str(key)) or _MARKS.fullmatch(str(key)):
            continue
        for inner in records_in(value):
            yield _box(inner)


_MARKS = re.compile(
    r"(?:tags?|keywords?|categor(?:y|ies)|topics?|areas?|languages?|skills?|interests?|links?|socials?"
    r"|badges?|buttons?|menus?|icons?|sponsors?|partners?|education|courses?|mots[-_]cl[eé]s)",
    re.IGNORECASE,
)
"""Keys of what sorts a record or what it leads to, where names are nobody's: `tags`, `social`."""


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _text(value: Any) -> str:
    """A value as HTML; what it sets off as Markdown does is set off."""
    if "<" in str(value):
        return str(value)
    plain = html.escape(" ".join(str(value).split()))
    return _EMPHASIS.sub(r"<em>\2</em>", _STRONG.sub(r"<b>\2</b>", plain))


_STRONG = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1(?![\w*])")
"""`**Round table**`"""
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]{1,300}?)(?<=\S)\1(?![\w*])")
"""`the *Sample Anthology*`, but not `A* and D*`. →"""


def script_records(source: str) -> str:
    """The lists of records in the scripts of a page, as markup; empty if there are none."""
    found: list[str] = []
    for script in re.findall(r"<script\b[^>]*>(.*?)</script>", source, re.DOTALL | re.IGNORECASE):
        found += records_of_script(script)
    return "\n".join(found)


def records_of_script(script: str) -> list[str]:
    """The lists of records that a script defines."""
    found: list[str] = []
    for match in _SCRIPT_VALUE.finditer(script[:_LARGEST]):
        try:
            value: Any = chompjs.parse_js_object(
                script[match.end() : match.end() + _LARGEST], loader_kwargs={"strict": False}
            )
        except (ValueError, RecursionError):
            continue
        if not tells_by_name(match["name"], value):
            continue
        if markup := records_markup(match["name"], value):
            found.append(markup)
    return found


def tells_by_name(name: str, value: Any) -> bool:
    """Whether a value may list people, papers, dates or the programme: by its name or its keys."""
    if _may_tell(name):
        return True
    is_whole = not isinstance(value, list) and heading_of(name).casefold() in _WHOLE
    return is_whole and isinstance(value, Mapping) and any(_may_tell(str(key)) for key in value)


def _may_tell(name: str) -> bool:
    """Whether a list by its name may be one of people, papers, dates or the programme."""
    title = heading_of(name)
    return (
        topic_of(title)
        in {
            Topic.ORGANIZERS,
            Topic.COMMITTEE,
            Topic.OTHER_COMMITTEE,
            Topic.SPEAKERS,
            Topic.PANELISTS,
            Topic.PAPERS,
            Topic.SCHEDULE,
            Topic.DATES,
            Topic.TOPICS,
        }
        or re.search(
            # names of files with records: `program_committee`, `speakers`
            r"schedule|agenda|program|paper|speaker|organi[sz]er|committee|dates",
            name,
            re.IGNORECASE,
        )
        is not None
    )
