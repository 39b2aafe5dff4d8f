"""Evaluates the facts that prose quotes: `{{ speakers | confirmed | listing }}`.

Prose may hold expressions only; Jinja's sandbox evaluates them over the resolved edition.
Their values never become Markdown: they are put back behind the parser as text.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from types import UnionType
from typing import Any, NoReturn, Self

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.utils import pass_context
from msgspec import Struct
from msgspec.structs import replace

from proposal.edition import wording
from proposal.edition.collection import Collection
from proposal.edition.deadlines import DEADLINES, Dates, Deadline
from proposal.edition.edition import Edition
from proposal.edition.links import Link, LinkCollection
from proposal.edition.marked_values import Day
from proposal.edition.participants import Committee, Organizer, Person
from proposal.edition.schedule import Talk
from proposal.edition.sponsor import Sponsor
from proposal.model.link_kinds import LINK_KINDS
from proposal.model.nearest_word import nearest
from proposal.model.records.venue import OF_CONFERENCE
from proposal.model.talk_roles import TALK_ROLES, TalkRole
from proposal.render.templates import prose_environment
from proposal.source.math.math_line import MathLine, joined_lines
from proposal.source.text import Prose
from proposal.words.language import ENGLISH, Language


class FactError(Exception):
    """A fact cannot be quoted; the text says why, `hint` what to write instead."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class _Missing(StrictUndefined):
    """A name that does not exist, which tells what was looked for and where."""

    @property
    def _undefined_message(self) -> str:
        return f"there is no fact `{self._undefined_name}`"

    @property
    def wanted(self) -> tuple[object, str]:
        return self._undefined_obj, str(self._undefined_name)


class Facts(Struct, frozen=True, dict=True):
    """Everything that prose may quote of one edition."""

    edition: Edition

    @cached_property
    def names(self) -> dict[str, Any]:
        """The facts by the names that prose uses, with the language that filters say them in."""
        return {**_names(self.edition), _LANGUAGE: self.edition.language}

    def value(self, expression: str) -> Any:
        """What an expression means: a text, a number, a day, a collection.

        Raises:
            FactError: there is no such fact, or the expression is none.
        """
        self._expect_conference(expression)
        try:
            value = _compiled(expression)(self.names)
            if isinstance(value, _Missing):
                if not _may_become_known(expression):
                    self._refuse_missing(value, expression)
                value = None
        except TemplateSyntaxError as reason:
            raise _syntax_error(reason) from None
        except UndefinedError as reason:
            raise FactError(str(reason), self._hint_on_item(expression)) from None
        except SecurityError:
            raise FactError(f"`{expression}` may not be used in prose") from None
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as reason:
            raise FactError(f"`{expression}` has no value: {reason}") from None
        except RecursionError:
            raise FactError("the brackets of this fact nest too deeply") from None
        if value is None:
            self._expect_common(expression)
            self._expect_city(expression)
        return self._marked(value)

    def _expect_common(self, expression: str) -> None:
        """Refuse what holds for some tracks alone, which is not to be announced, but known."""
        owner, _, name = expression.partition(".")
        key = name.partition(".")[0]
        tracks = self.edition.submissions.tracks
        if owner == "submissions" and any(getattr(track, key, None) for track in tracks):
            message = f"`{expression}` is not the same for all tracks"
            raise FactError(message, "write {{ submissions.tracks }} in a paragraph of its own")

    def _expect_conference(self, expression: str) -> None:
        """Refuse what is of a conference where there is none, which nobody is going to announce."""
        owner, *keys = expression.split(".")
        is_of_one = owner == "venue" and bool(keys) and keys[0] in _OF_CONFERENCE
        if is_of_one and not self.edition.venue.is_conference:
            message = f"`{expression}` is quoted, and the workshop is held beside no conference"
            hint = "write the sentence without it; {{ place }} is where the workshop is held"
            raise FactError(message, hint)

    def _expect_city(self, expression: str) -> None:
        """Refuse the city of a conference that has none, which nobody is going to announce."""
        is_nowhere = self.edition.is_online and self.edition.venue.city is None
        if expression in {"venue.city", "venue.country"} and is_nowhere:
            message = f"`{expression}` is quoted, and the conference takes place online"
            raise FactError(message, "write the sentence with {{ venue.place }}, which is Online")

    def _marked(self, value: Any) -> Any:
        """A part of the host conference's place with the mark, if that is to be confirmed."""
        venue = self.edition.venue
        place = (venue.city, venue.state, venue.country, venue.site, venue.address)
        if venue.is_tentative and value and any(value is part for part in place):
            return wording.marked(value, is_tentative=True, language=self.edition.language)
        return value

    def _refuse_missing(self, missing: _Missing, expression: str) -> NoReturn:
        owner, name = missing.wanted
        if owner is None:
            message = f"`{expression}` is not known for this edition"
            raise FactError(message, "add what it is about to edition.yaml")
        if isinstance(owner, Collection):
            message = f"there is no `{name}` among the {owner.kind}"
            raise FactError(message, self._hint_on_item(expression))
        if isinstance(owner, Struct):
            known = _facts_of(owner)
            whole = f"there is no fact `{name}` in `{expression}`"
        else:
            known = sorted(_names(self.edition))
            whole = f"there is no fact `{name}`"
        guess = self._inner_fact(name) if whole.endswith(f"fact `{name}`") else None
        guess = guess or nearest(name, known)
        hint = f"did you mean `{guess}`?" if guess else f"facts: {', '.join(known)}"
        raise FactError(whole, hint)

    def _inner_fact(self, name: str) -> str | None:
        """A fact of that very name within another one: `dates.submission` for `submission`."""
        for owner in ("when", "dates", "venue", "submissions", "audience", "contact"):
            value = getattr(self.edition, owner)
            if value is not None and name in _facts_of(value):
                found = getattr(value, name, None)
                if isinstance(found, str | int | Day | Deadline):
                    return f"{owner}.{name}"
        return None

    def _hint_on_item(self, expression: str) -> str | None:
        """How an item of a list is named that an expression gets wrong: speakers["ed-chi"]."""
        match = _ITEM.match(expression)
        owner = _names(self.edition).get(match["owner"]) if match else None
        if match is None or not isinstance(owner, Collection):
            return None
        ids = [known for known in owner.ids if known]
        name = match["name"]
        if name in ids:
            return f'write {match["owner"]}["{name}"], since its id has a hyphen'
        guess = nearest(name, ids)
        hint = f"did you mean `{guess}`?" if guess else f"ids: {', '.join(ids) or 'none'}"
        if owner.kind == "speakers":
            hint += "; pages and calls do not name whoever has not agreed (`status: confirmed`)"
        return hint


_OF_CONFERENCE = frozenset(
    {*OF_CONFERENCE, "dates", "year", "booktitle", "proceedings", "proceedings_acronym", "call"}
)
"""What only a conference has of what stands under `venue`."""

_ITEM = re.compile(r"(?P<owner>\w+)(?:\.|\[\s*[\"'])(?P<name>[\w-]+)")
"""Examples: `papers.agp.title`, `speakers.ed-chi.title`, `speakers["ed-chi"]`."""


def _may_become_known(expression: str) -> bool:
    """Whether an expression names a fact of something that an edition need not have.

    `audience.expected` is such a fact as long as there is no `audience`.
    """
    *owners, last = expression.split(".")
    kind: Any = Edition
    for name in owners:
        hint = typing.get_type_hints(kind).get(name)
        kinds = typing.get_args(hint) if typing.get_origin(hint) is UnionType else (hint,)
        kind = next(
            (member for member in kinds if isinstance(member, type) and issubclass(member, Struct)),
            None,
        )
        if kind is None:
            return False
    return bool(owners) and last in typing.get_type_hints(kind)


def as_text(value: Any, expression: str, language: Language = ENGLISH) -> str:
    """The words for a fact that stands in a sentence.

    Raises:
        FactError: the fact is none that a sentence can hold.
    """
    match value:
        case None:
            return Unknown(f"`{expression}` is not known for this edition yet", language)
        case Unknown():
            return value
        case bool():
            raise FactError(f"`{expression}` is yes or no, which no sentence can quote")
        case MathLine():
            return value
        case str() | int() | float():
            return str(value)
        case Day() | Deadline() | Link():
            return str(value)
        case Person(name=name):
            return name
        case Dates():
            raise _list_error(expression, f"name one of them: {{{{ {expression}.submission }}}}")
        case LinkCollection():
            raise _list_error(expression, f"name one of them: {{{{ {expression}.registration }}}}")
        case Collection():
            raise _list_error(expression, f"write {{{{ {expression} | listing }}}}")
        case Struct():
            inner = ", ".join(_facts_of(value))
            raise FactError(f"`{expression}` holds several facts", f"name one of them: {inner}")
        case _:
            raise FactError(
                f"`{expression}` is no fact that can be printed",
                "`proposal facts` lists what a sentence can quote, such as {{ when.hours }}",
            )


def _list_error(expression: str, action: str) -> FactError:
    message = f"`{expression}` is a list, which stands in a paragraph of its own"
    return FactError(message, f"in a sentence {action}")


def as_block(value: Any) -> Collection[Any] | Prose | None:
    """A fact that stands in a paragraph of its own, if it is one."""
    if isinstance(value, Dates):
        return Collection("dates", value.lines)
    if isinstance(value, LinkCollection):
        return Collection("links", value.listed)
    return value if isinstance(value, Collection | Prose) else None


def _names(edition: Edition) -> dict[str, Any]:
    """The facts of an edition by the names that prose uses; documents are not quoted."""
    names = {name: getattr(edition, name) for name in _facts_of(edition)}
    for hidden in _NOT_QUOTED:
        names.pop(hidden, None)
    names["join"] = names.pop("join_by_day")
    names["fees"] = Collection("fees", names.pop("fee_lines"))
    return names


_NEVER_QUOTED = {"span", "items", "kind", "language", "language_of_name"}
"""What is known of something beside what it says."""
_NOT_QUOTED = (
    *("documents", "references", "concepts", "overview", "published", "form"),
    *("news", "photos", "pictures"),
)
"""What a text cannot quote, though an edition has it."""


def _facts_of(owner: Any) -> list[str]:
    if isinstance(owner, Dates):
        return [*DEADLINES, *owner.others]
    if isinstance(owner, LinkCollection):
        return [kind.name for kind in LINK_KINDS]
    computed = [
        name
        for name, value in vars(type(owner)).items()
        if isinstance(value, property) and not name.startswith("_")
    ]
    known = (*owner.__struct_fields__, *computed)
    return [name for name in known if name not in _NEVER_QUOTED]


def _syntax_error(reason: TemplateSyntaxError) -> FactError:
    said = str(reason.message)
    if said.startswith("No filter named"):
        name = said.split("'")[1]
        guess = nearest(name, sorted(_FILTERS))
        hint = f"did you mean `{guess}`?" if guess else f"known: {', '.join(sorted(_FILTERS))}"
        return FactError(f"there is no selection `{name}`", hint)
    return FactError(f"this is no fact: {said}", "write {{ name }} or {{ name | selection }}")


def _same_kind(collection: Any, items: Iterable[Any]) -> Collection[Any]:
    return replace(_expect_collection(collection), items=tuple(items))


def _expect_collection(value: Any) -> Collection[Any]:
    if not isinstance(value, Collection):
        raise FactError("only a list such as speakers or organizers can be selected from")
    return value


def _talks(test: Callable[[Talk], bool]) -> Callable[[Any], Collection[Any]]:
    def select(collection: Any) -> Collection[Any]:
        items = _expect_collection(collection)
        if any(not isinstance(item, Talk) for item in items):
            raise FactError("only speakers can be selected by role and status")
        return _same_kind(collection, (item for item in items if test(item)))

    return select


def _has_role(role: TalkRole) -> Callable[[Talk], bool]:
    return lambda talk: talk.role == role.name


def _invited(collection: Any) -> Collection[Any]:
    """Whoever has not agreed yet; the sentence that selects them says so itself."""
    invited = _talks(lambda talk: talk.status == "invited")(collection)
    return replace(invited, is_of_invited=True)


def _id(item: Any) -> str:
    return str(item.person.id if isinstance(item, Organizer) else getattr(item, "id", item))


def _find(collection: Collection[Any], ids: tuple[str, ...]) -> list[Any]:
    if not collection.items:
        return []  # prose of the last edition names its speakers before the new one has any
    by_id = {_id(item): item for item in collection}
    for name in ids:
        if name not in by_id:
            guess = nearest(name, list(by_id))
            hint = f"did you mean `{guess}`?" if guess else f"ids: {', '.join(by_id)}"
            raise FactError(f"`{name}` is not among these {collection.kind}", hint)
    return [by_id[name] for name in ids]


def _only(collection: Any, *ids: str) -> Collection[Any]:
    """The named items, in the order of the names."""
    return _same_kind(collection, _find(_expect_collection(collection), ids))


def _order(collection: Any, *ids: str) -> Collection[Any]:
    """All items, the named ones first and in the order of the names."""
    items = _expect_collection(collection)
    first = _find(items, ids)
    return _same_kind(collection, [*first, *(item for item in items if _id(item) not in ids)])


def _without(collection: Any, *ids: str) -> Collection[Any]:
    """All items but the named ones."""
    items = _expect_collection(collection)
    _find(items, ids)
    return _same_kind(collection, (item for item in items if _id(item) not in ids))


def _first(collection: Any, count: int = 1) -> Collection[Any]:
    """The first few items."""
    return _same_kind(collection, _expect_collection(collection).items[:count])


def _words(item: Any, *, with_affiliation: bool) -> str:
    if isinstance(item, Talk) and item.others:
        said = [_words(person, with_affiliation=with_affiliation) for person in item.people]
        return wording.joined(said, item.language)
    person = item.person if isinstance(item, Organizer | Talk) else item
    if isinstance(person, Person):
        affiliation = f" ({person.affiliation})" if person.affiliation else ""
        return f"{person.name}{affiliation}" if with_affiliation else person.name
    if isinstance(person, str):
        return str(person)
    title = person.name if isinstance(person, Sponsor) else getattr(person, "title", None)
    if not isinstance(title, str):
        raise FactError("these cannot be listed in a sentence", "put them in a paragraph alone")
    return title if isinstance(title, MathLine) else str(title)


_LANGUAGE = "language of the edition"
"""The name by which selections find it, which nobody can type."""


@pass_context
def _listing(context: Context, collection: Any) -> str:
    """The items in a sentence, people with their affiliations."""
    language = context[_LANGUAGE]
    return _sentence(_expect_collection(collection), language, with_affiliation=True)


@pass_context
def _listed_names(context: Context, collection: Any) -> str:
    """The items in a sentence, people by their names only."""
    language = context[_LANGUAGE]
    return _sentence(_expect_collection(collection), language, with_affiliation=False)


@pass_context
def _ordinal_word(context: Context, number: int | None) -> str:
    """The number of an edition as titles have it."""
    word = wording.ordinal_word(number, context[_LANGUAGE])
    return _Numeral(word) if word.isupper() else word


class _Numeral(str):
    """A Roman number, as Spanish has them for editions, which no sentence has in small letters."""

    __slots__ = ()


def _lower(text: str) -> str:
    """A text in small letters; "Second" becomes "second", and "II" stays as it is."""
    return text if isinstance(text, _Numeral) else str.lower(text)


class Unknown(str):
    """Words for what is not known yet; `reason` says what that is."""

    __slots__ = ("reason",)

    reason: str

    def __new__(cls, reason: str, language: Language = ENGLISH) -> Self:
        """Words that stand for something unknown."""
        self = super().__new__(cls, wording.to_be_announced(language))
        self.reason = reason
        return self


def _sentence(collection: Collection[Any], language: Language, *, with_affiliation: bool) -> str:
    members = [
        member
        for item in collection
        for member in (item.members if isinstance(item, Committee) else (item,))
    ]
    words = [_words(member, with_affiliation=with_affiliation) for member in members]
    if not collection.is_of_invited:
        invited = language.gettext("invited")
        words = [
            f"{said} ({invited})"
            if isinstance(member, Talk) and member.status == "invited"
            else said
            for member, said in zip(members, words, strict=True)
        ]
    if not words:
        return Unknown(f"there is nothing to list among these {collection.kind} yet", language)
    # Who stands twice is named once.
    return joined_lines(list(dict.fromkeys(words)), lambda items: wording.joined(items, language))


_FILTERS: dict[str, Callable[..., Any]] = {
    "confirmed": _talks(lambda talk: talk.is_confirmed),
    "invited": _invited,
    **{role.plural: _talks(_has_role(role)) for role in TALK_ROLES},
    "only": _only,
    "order": _order,
    "without": _without,
    "first": _first,
    "listing": _listing,
    "names": _listed_names,
    "ordinal_word": _ordinal_word,
    "length": len,
    "lower": _lower,
}


ENVIRONMENT = prose_environment(_FILTERS, _Missing)
"""Where prose begins and ends to quote a fact, and what such an expression may say."""


@lru_cache(maxsize=4096)
def _compiled(expression: str) -> Callable[[dict[str, Any]], Any]:
    compiled: Callable[[dict[str, Any]], Any] = ENVIRONMENT.compile_expression(
        expression, undefined_to_none=False
    )
    return compiled
