"""Brings what a source says of a person into the person's file, as of the edition's day.

An affiliation or a biography that differs from the known one does not replace it: it is added
with the day from which on it is true, so that other editions go on showing what they did.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.tokens import CommentToken

from proposal.diagnostics import shortened
from proposal.importers.draft import DraftPerson, Record
from proposal.importers.text_equality import same_prose
from proposal.importers.written_posts import says_the_same
from proposal.model.data_writer import ITEM, block, styled
from proposal.model.family_names import family_name_to_write
from proposal.model.name_comparison import same_text
from proposal.model.records.person import AffiliationRecord, PersonRecord, biography_on, posts_on

_ORDER = (
    *("name", "family_name", "name_native", "native_language", "honorific", "pronouns", "email"),
    *("links", "affiliations", "bio", "bios", "photo"),
)
_MOST_SHOWN = 60
"""Characters of a biography that the command shows."""
_DETAILS = ("department", "city", "state", "country", "email")


class MergedPerson(Struct):
    """What was changed in a person's file, and what was left."""

    changes: list[tuple[str, str | None, str]] = field(default_factory=list)
    """Where, the old value and the new one."""
    diagnostics: list[str] = field(default_factory=list)


def written_person(person: DraftPerson, day: dt.date, photo: str | None) -> CommentedMap:
    """The file of a person who was not known before, as of the day of an edition."""
    links = {"homepage": person.homepage, "orcid": person.orcid, **person.links}
    record: dict[str, Any] = {
        "name": person.name,
        "family_name": family_name_to_write(person.family_name, person.name),
        "name_native": person.name_native,
        "honorific": person.honorific,
        "pronouns": person.pronouns,
        "email": person.email,
        "links": {key: value for key, value in links.items() if value},
        "affiliations": _dated(person.affiliations, day),
        "bio": person.biography,
        "photo": photo,
    }
    document: CommentedMap = styled({key: value for key, value in record.items() if value})
    _list_posts(document)
    return document


def merge_person(
    document: CommentedMap,
    known: PersonRecord,
    person: DraftPerson,
    day: dt.date,
    later: dt.date | None,
    *,
    earlier: bool = False,
) -> MergedPerson:
    """Bring what a source says into the loaded file of a known person.

    Args:
        document: the file, which is changed.
        known: the same file as the model reads it.
        person: what the source says.
        day: the day of the edition that the source tells of.
        later: the day of the next later edition that names the person.
        earlier: whether an earlier edition names the person.
    """
    merged = MergedPerson()
    if known.name != person.name:
        merged.diagnostics.append(f"the source writes {person.name}; the name stays {known.name}")
    family_name = family_name_to_write(person.family_name, known.name)
    _add_missing(document, "family_name", family_name, merged)
    _add_missing(document, "name_native", person.name_native, merged)
    _add_missing(document, "honorific", person.honorific, merged)
    _add_missing(document, "pronouns", person.pronouns, merged)
    _add_missing(document, "email", person.email, merged)
    links = {"homepage": person.homepage, "orcid": person.orcid, **person.links}
    if any(links.values()) and "links" not in document:
        put(document, "links", styled({}, "links"))
        document["links"].fa.set_flow_style()
    for key, value in links.items():
        _add_missing(document.get("links", {}), key, value, merged, f"links.{key}")
    if person.affiliations:
        _merge_posts(document, known, person, day, later, merged)
    if person.biography:
        _merge_biography(document, known, person.biography, day, later, merged, earlier=earlier)
    return merged


def put(record: CommentedMap, key: str, value: Any) -> None:
    """Add a key to a person's file where people look for it."""
    place = _ORDER.index(key) if key in _ORDER else len(_ORDER)
    behind = [name for name in record if name in _ORDER and _ORDER.index(name) < place]
    record.insert(list(record).index(behind[-1]) + 1 if behind else len(record), key, value)
    if behind:
        _hand_on_comment(record, behind[-1], key)


def _hand_on_comment(record: CommentedMap, before: str, key: str) -> None:
    """Let a comment above what follows stay above it: the key between was not there."""
    token = (record.ca.items.get(before) or [None] * 3)[2]
    value = record[before]
    is_block = isinstance(value, CommentedMap | CommentedSeq) and not value.fa.flow_style()
    if token is None or is_block:  # what stands behind the key of a block is about its items
        return
    if token.start_mark.column == 0:  # it stands below a text of several lines
        del record.ca.items[before]
        above = token.value if token.value.startswith("\n") else f"\n{token.value}"
        record.ca.items[key] = [None, None, CommentToken(above, token.start_mark), None]
        return
    beside, end, above = token.value.partition("\n")
    if above.strip():
        token.value = f"{beside}{end}"
        record.ca.items[key] = [None, None, CommentToken(f"\n{above}", token.start_mark), None]


def _add_missing(
    record: CommentedMap,
    key: str,
    value: str | None,
    merged: MergedPerson,
    where: str | None = None,
) -> None:
    """Add a value that is not known; one that is known stays, which is told."""
    if not value:
        return
    old = record.get(key)
    if old is None:
        put(record, key, value)
        merged.changes.append((where or key, None, value))
    elif str(old).lower() != value.lower():
        merged.diagnostics.append(f"the source gives the {key} {value}; it stays {old}")


def _dated(posts: list[Record], day: dt.date) -> list[Record]:
    dated = [{**post, "since": day.isoformat()} for post in posts]
    return [{**post, "alongside": True} if index else post for index, post in enumerate(dated)]


def _list_posts(document: CommentedMap) -> None:
    """One affiliation a line, which leaves room for the next one."""
    posts = document.get("affiliations")
    if isinstance(posts, CommentedSeq):
        posts.fa.set_block_style()


def _merge_posts(
    document: CommentedMap,
    known: PersonRecord,
    person: DraftPerson,
    day: dt.date,
    later: dt.date | None,
    merged: MergedPerson,
) -> None:
    held = posts_on(day, known)
    if len(held) > len(person.affiliations) == 1 and _in_one_line(held, person.affiliations[0]):
        return
    if held and len(held) == len(person.affiliations) and _same_posts(held, person.affiliations):
        for post, wanted in zip(held, person.affiliations, strict=True):
            _complete(document, known, post, wanted, merged)
        return
    if not held and _begin_earlier(document, known, person.affiliations, day, merged):
        return
    following = posts_on(later, known) if later else []
    if "affiliations" not in document:
        put(document, "affiliations", CommentedSeq())
    posts = document["affiliations"]
    added = _dated(person.affiliations, day)
    if following and following == held:
        # What later editions show must not change, so what was known begins again with them.
        added += _dated([_plain_post(post) for post in following], later or day)
    at = _index_after(known, day)
    if len(posts) and not held:  # the known posts begin later
        at = 0
    elif held and all(post.since == day for post in held):
        # They would end on the day on which they began.
        at -= len(held)
        del posts[at : at + len(held)]
    for index, record in enumerate(added):
        posts.insert(at + index, styled(record, ITEM))
    _list_posts(document)
    old = "; ".join(post.institution for post in held) or None
    new = "; ".join(f"{post['institution']} (since {post['since']})" for post in added)
    merged.changes.append(("affiliations", old, new))


def _begin_earlier(
    document: CommentedMap,
    known: PersonRecord,
    wanted: list[Record],
    day: dt.date,
    merged: MergedPerson,
) -> bool:
    """Let the first known posts begin earlier, if they are what the source tells."""
    first = known.affiliations[: len(wanted)]
    behind = known.affiliations[len(wanted) : len(wanted) + 1]
    if len(first) != len(wanted) or any(post.alongside for post in behind):
        return False
    if any(post.alongside != bool(index) for index, post in enumerate(first)):
        return False
    if not _same_posts(first, wanted):
        return False
    for index, post in enumerate(first):
        record = document["affiliations"][index]
        merged.changes.append(
            (f"affiliations[{index + 1}].since", str(record["since"]), day.isoformat())
        )
        record["since"] = day
        _complete(document, known, post, wanted[index], merged)
    return True


def _index_after(known: PersonRecord, day: dt.date) -> int:
    """Where in the list of posts one that begins on `day` belongs."""
    begun = [post for post in known.affiliations if (post.since or dt.date.min) <= day]
    return len(begun)


def _in_one_line(held: list[AffiliationRecord], wanted: Record) -> bool:
    """Whether the source names several known posts in one line, as pages do."""
    return same_text(", ".join(post.institution for post in held), str(wanted["institution"]))


def _same_posts(held: list[AffiliationRecord], wanted: list[Record]) -> bool:
    return all(
        says_the_same(post.institution, str(other["institution"]))
        for post, other in zip(held, wanted, strict=True)
    )


def _complete(
    document: CommentedMap,
    known: PersonRecord,
    post: AffiliationRecord,
    wanted: Record,
    merged: MergedPerson,
) -> None:
    """Add to a known post what only the source tells of it."""
    index = known.affiliations.index(post)
    record = document["affiliations"][index]
    if post.institution != wanted["institution"]:
        message = f"the source writes {wanted['institution']}; it stays {post.institution}"
        merged.diagnostics.append(message)
    for key in _DETAILS:
        value = wanted.get(key)
        if value and record.get(key) is None:
            record[key] = value
            merged.changes.append((f"affiliations[{index + 1}].{key}", None, str(value)))
        elif value and not same_text(str(record[key]), str(value)):
            merged.diagnostics.append(f"the source gives the {key} {value}; it stays {record[key]}")


def _plain_post(post: AffiliationRecord) -> Record:
    keys = ("institution", *_DETAILS)
    return {key: value for key in keys if (value := getattr(post, key))}


def _merge_biography(
    document: CommentedMap,
    known: PersonRecord,
    text: str,
    day: dt.date,
    later: dt.date | None,
    merged: MergedPerson,
    *,
    earlier: bool,
) -> None:
    current = biography_on(day, known)
    if current is not None and same_prose(current, text):
        return
    if current is None and not known.bios:
        put(document, "bio", styled(text, "bio"))
        merged.changes.append(("bio", None, shortened(text, 60)))
        return
    entries: list[Mapping[str, Any]] = [{"since": day.isoformat(), "text": block(text)}]
    following = biography_on(later, known) if later else None
    if following is not None and following == current and later is not None:
        # What later editions show must not change.
        entries.append({"since": later.isoformat(), "text": block(following)})
    if "bios" not in document:
        behind = document.ca.items.pop("bio", None)
        old = document.pop("bio")
        before = [{"text": block(str(old))}] if earlier or len(entries) == 1 else []
        put(document, "bios", styled([*before, *entries]))
        if behind is not None:
            document["bios"][-1].ca.items["text"] = behind
    else:
        at = sum((entry.since or dt.date.min) <= day for entry in known.bios)
        if at and known.bios[at - 1].since == day and known.bios[at - 1].text == current:
            at -= 1
            del document["bios"][at]
        for index, entry in enumerate(entries):
            document["bios"].insert(at + index, styled(entry, ITEM))
    document["bios"].fa.set_block_style()
    old = shortened(current, _MOST_SHOWN) if current else None
    merged.changes.append(("bios", old, shortened(text, _MOST_SHOWN)))
