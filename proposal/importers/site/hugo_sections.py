"""Shows what HugoBlox puts on a page of Hugo's: its sections, and the people of its groups.

Pages of HugoBlox (once Wowchemy, and Academic before) hold sections as records of their front
matter, or have a file for each. A section of people names groups; people say themselves in which
ones they are, each in a file of `content/authors/`, or in newer sites of `data/authors/`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from proposal.importers.site.records_markup import records_markup
from proposal.reading.sites.jekyll_sources import data_in, read_front

_MOST_PEOPLE = 500
_HOMES = re.compile(r"^(?:globe|home|house|link|earth-\w+|house-\w+)$")
"""Icons of a link to somebody's own pages; `twitter` and `google-scholar` are others."""


def sections_markdown(front: Mapping[str, Any], content: Path) -> str:
    """The sections that the front matter of a page lists, and the people of those on people.

    Args:
        front: the front matter.
        content: the folder in which the site's pages lie.
    """
    found = [_people_of(front, content)] if front.get("widget") == "people" else []
    for section in _sections(front):
        found += list(_of_section(section, content))
    shown = "\n\n".join(one for one in found if one)
    return f"\n\n{shown}\n" if shown else ""


def has_sections(front: Mapping[str, Any]) -> bool:
    """Whether the front matter of a page lists sections of HugoBlox."""
    return bool(_sections(front))


def _sections(front: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    sections = front.get("sections")
    listed = sections if isinstance(sections, list) else []
    return [one for one in listed if isinstance(one, Mapping) and "block" in one]


def _of_section(section: Mapping[str, Any], content: Path) -> Iterator[str]:
    """The title of a section, its text in Markdown, its records and its people."""
    said = section.get("content")
    if not isinstance(said, Mapping):
        return
    title, *below = str(said.get("title") or "").split("\n")
    if title.strip():
        yield f"## {title.strip()}"
    for text in ("\n".join(below), said.get("subtitle"), said.get("text")):
        if isinstance(text, str) and text.strip():
            yield text.strip()
    if isinstance(items := said.get("items"), list):
        yield records_markup(title.strip() or "items", items, level=3)
    yield _people_of(section, content)


def _people_of(section: Mapping[str, Any], content: Path) -> str:
    """The people of the groups that a section shows, each group below its name."""
    said = section.get("content")
    groups = said.get("user_groups") if isinstance(said, Mapping) else None
    if not isinstance(groups, list):
        return ""
    found, authors = [], _authors(content)
    for group in groups:
        records = [_record_of(front) for front in authors if _is_in(front, str(group))]
        name = re.sub(r"[_\s-]*20\d\d$", "", str(group))
        if records:
            found.append(records_markup(name, records, level=3))
    return "\n\n".join(found)


def _authors(content: Path) -> list[dict[str, Any]]:
    """What people say of themselves, in the order in which they are shown."""
    root = content.resolve()
    files = sorted((content / "authors").glob("*/*index.md"))[:_MOST_PEOPLE]
    inside = (file for file in files if file.resolve().is_relative_to(root))
    fronts = [front for file in inside if (front := _front_of(file))]
    listed = data_in(content.parent / "data").get("authors")
    values = listed.values() if isinstance(listed, Mapping) else ()
    fronts += [dict(value) for value in values if isinstance(value, Mapping)]
    return sorted(fronts, key=_weight)


def _front_of(file: Path) -> dict[str, Any]:
    """The front matter of a file, in YAML or in TOML."""
    if (read := read_front(file)) is not None:
        return read.front
    text = file.read_text(encoding="utf-8", errors="replace")
    match = _TOML_FRONT.match(text)
    try:
        return tomllib.loads(match["front"]) if match is not None else {}
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


_TOML_FRONT = re.compile(
    r"\ufeff?\+{3}[ \t]*\r?\n(?P<front>.*?)^\+{3}[ \t]*$", re.DOTALL | re.MULTILINE
)
"""`+++`, a line `name = "Ann Author"`, `+++`"""


def _weight(front: Mapping[str, Any]) -> int:
    weight = front.get("weight")
    return weight if isinstance(weight, int) else 0


def _is_in(front: Mapping[str, Any], group: str) -> bool:
    groups = front.get("user_groups")
    return isinstance(groups, list) and group in map(str, groups)


def _record_of(front: Mapping[str, Any]) -> dict[str, Any]:
    """Somebody as a record: name, institution, part, homepage, biography."""
    name = front.get("name") or front.get("title")
    if isinstance(name, Mapping):
        name = name.get("display")
    organizations = front.get("organizations") or front.get("affiliations")
    named = [
        str(one.get("name"))
        for one in (organizations if isinstance(organizations, list) else [])
        if isinstance(one, Mapping) and one.get("name")
    ]
    links = front.get("social") or front.get("links")
    homepage = next(
        (
            str(one.get("link") or one.get("url") or "")
            for one in (links if isinstance(links, list) else [])
            if isinstance(one, Mapping)
            and _HOMES.match(re.sub(r"^\w+/", "", str(one.get("icon") or "")))
        ),
        "",
    )
    record = {
        "name": name,
        "affiliation": ", ".join(named) or front.get("role"),
        "homepage": homepage if homepage.startswith("http") else "",
        "bio": front.get("bio"),
    }
    return {key: value for key, value in record.items() if isinstance(value, str) and value.strip()}
