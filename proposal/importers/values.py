"""Checks single values of a source as the data will: an email address, an ORCID iD, a link."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from pydantic import TypeAdapter, ValidationError

from proposal.model.fields import Doi, Email, Isbn, Keyword, Orcid, Url
from proposal.model.file_endings import names_file
from proposal.model.records.page_span import PageSpan
from proposal.source.persistent_identifiers import BEFORE_DOI, BEFORE_ORCID

_KINDS: dict[str, TypeAdapter[Any]] = {
    "email": TypeAdapter(Email),
    "orcid": TypeAdapter(Orcid),
    "url": TypeAdapter(Url),
    "doi": TypeAdapter(Doi),
    "isbn": TypeAdapter(Isbn),
    "pages": TypeAdapter(PageSpan),
    "keyword": TypeAdapter(Keyword),
}
_NOTHING = {"", "-", "–", "—", "--", "/", ".", "n/a", "n.a.", "na", "nan", "none", "null", "tbd"}


class Checked(Struct, frozen=True):
    """A value that is good, or what is wrong with it."""

    value: str | None
    error: str = ""
    hint: str | None = None


def checked(kind: str, text: str) -> Checked:
    """The value that a text means, as the data's schema takes it.

    Args:
        kind: `email`, `orcid`, `url`, `doi`, `isbn`, `pages` or `keyword`.
        text: what the source says; an address may lack `https://`.
    """
    try:
        return Checked(str(_KINDS[kind].validate_python(_TIDY[kind](text.strip()))))
    except ValidationError as reason:
        context = reason.errors()[0].get("ctx", {})
        error = str(context.get("text", f"`{text}` is no {kind}"))
        return Checked(None, error, context.get("hint") or None)


def accepted(kind: str, text: str | None, refuse: Callable[[str, str | None], None]) -> str | None:
    """The value that a text means, if there is one.

    Args:
        kind: as for `checked`.
        text: what the source says.
        refuse: takes what is wrong with a text that the data do not take, and a hint.
    """
    if not text:
        return None
    result = checked(kind, text)
    if result.value is None:
        refuse(result.error, result.hint)
    return result.value


def is_nothing(text: str) -> bool:
    """Whether a text says that there is nothing, as people write into forms: n/a, none, a dash."""
    return text.strip().casefold() in _NOTHING


def is_no_name(text: str) -> bool:
    """Whether a text in place of a name says that there is none; Na, Nan and Null are names."""
    return is_nothing(text) and not text.strip().isalpha()


def _tidy_email(text: str) -> str:
    return re.sub(r"^mailto:", "", text, flags=re.IGNORECASE).strip("<> ")


def _tidy_url(text: str) -> str:
    is_bare = re.fullmatch(r"[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?", text)
    return f"https://{text}" if is_bare and not names_file(text) else text


def _tidy_doi(text: str) -> str:
    bare = re.sub(r"\s+", "", text).rstrip(".,;")
    return BEFORE_DOI.sub("", bare)


def _tidy_isbn(text: str) -> str:
    return re.sub(r"^ISBN:?", "", re.sub(r"\s+", "", text), flags=re.IGNORECASE)


def _tidy_orcid(text: str) -> str:
    return BEFORE_ORCID.sub("", text).strip(" /")


def _tidy_keyword(text: str) -> str:
    return " ".join(text.split())


def _tidy_pages(text: str) -> str:
    return re.sub(r"^(?:pp?\.|pages?)\s*", "", text, flags=re.IGNORECASE)


_TIDY: dict[str, Callable[[str], str]] = {
    "email": _tidy_email,
    "orcid": _tidy_orcid,
    "url": _tidy_url,
    "doi": _tidy_doi,
    "isbn": _tidy_isbn,
    "pages": _tidy_pages,
    "keyword": _tidy_keyword,
}
