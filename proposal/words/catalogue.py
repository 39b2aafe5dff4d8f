"""Catalogues of words: gettext's `.po` files, one for each language but English.

English words stand in the program and its templates, and need none. A catalogue is read when a
language is used for the first time, and is kept in the user's cache as gettext's `.mo`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from proposal.caching import digest, keep, kept, libraries_digest

if TYPE_CHECKING:
    from gettext import GNUTranslations

    from babel.messages import Catalog, Message

FOLDER = Path(__file__).parent
"""Where the catalogues are that come with the program."""


@cache
def catalogue_files() -> dict[str, Path]:
    """The catalogues that come with the program, by the tags of their languages."""
    return {file.stem: file for file in sorted(FOLDER.glob("*.po"))}


def read_catalogue(file: Path, language: str) -> Catalog:
    """A catalogue as its file has it.

    Args:
        file: the `.po` file.
        language: the tag of its language.

    Raises:
        OSError: it cannot be read.
        babel.messages.pofile.PoFileError: a line of it is none of a catalogue.
    """
    from babel.messages.pofile import read_po  # noqa: PLC0415 - slow to load, and seldom needed

    with file.open("rb") as stream:
        return read_po(stream, locale=language.replace("-", "_"), abort_invalid=True)


@cache
def translations(file: Path, content: str, language: str) -> GNUTranslations:
    """What a catalogue says, for `gettext`; what it lacks or calls fuzzy stays English.

    Args:
        file: the `.po` file.
        content: the digest of its content.
        language: the tag of its language.
    """
    key = digest(libraries_digest(), content, language)
    compiled = kept("words", key)
    if compiled is None:
        from babel.messages.mofile import write_mo  # noqa: PLC0415 - slow to load

        written = BytesIO()
        write_mo(written, read_catalogue(file, language))
        compiled = written.getvalue()
        keep("words", key, compiled)
    from gettext import GNUTranslations  # noqa: PLC0415 - slow to load

    return GNUTranslations(BytesIO(compiled))


_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
"""`in %(city)s`"""
_NUMBERS = frozenset({"word", "number", "roman"})
"""The forms of an edition's number, of which a translation takes the one that is usual."""


def errors_of(file: Path, language: str) -> Iterator[tuple[int, str, str]]:
    """What is wrong with a catalogue: the line, what it is, and what helps.

    Args:
        file: the `.po` file.
        language: the tag of its language.
    """
    from babel import UnknownLocaleError  # noqa: PLC0415 - slow to load, and seldom needed
    from babel.messages.pofile import PoFileError  # noqa: PLC0415 - as above

    try:
        catalogue = read_catalogue(file, language)
    except UnknownLocaleError:
        yield 1, f"nothing is known of a language `{language}`", "correct the name of the file"
        return
    except PoFileError as reason:
        yield (reason.lineno or 0) + 1, f"this line is none of a catalogue: {reason}", _SYNTAX
        return
    except (OSError, UnicodeError, ValueError, LookupError) as reason:
        yield 1, f"this catalogue cannot be read: {reason}", _SYNTAX
        return
    for message in catalogue:
        if message.id and not message.fuzzy:
            yield from _errors_of_message(message)
    if not _counts(catalogue):
        yield 1, "the line `Plural-Forms` cannot be read", "copy that of another catalogue"


_ANY = ("", "one")
_SYNTAX = "catalogues are text in the form of gettext's .po files, in UTF-8"


def _errors_of_message(message: Message) -> Iterator[tuple[int, str, str]]:
    """Values that a translation names and that there are not."""
    english, said = _texts(message.id), _texts(message.string)
    known = {name for text in english for name in _PLACEHOLDER.findall(text)}
    known |= _NUMBERS if known & _NUMBERS else set()
    for text in said:
        names = set(_PLACEHOLDER.findall(text))
        if unknown := sorted(names - known):
            hint = f"values: {', '.join(f'%({name})s' for name in sorted(known)) or 'none'}"
            yield message.lineno or 1, f"there is no value `%({unknown[0]})s` here", hint
        elif known and "%" in _PLACEHOLDER.sub("", text).replace("%%", ""):
            yield message.lineno or 1, f"`{text}` holds a lone `%`", "write `%%`"


def _texts(words: object) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ())  # type: ignore[arg-type] # babel gives one text or several


def _counts(catalogue: Catalog) -> bool:
    """Whether gettext understands how a catalogue tells one from many."""
    from gettext import GNUTranslations  # noqa: PLC0415 - slow to load

    from babel.messages.mofile import write_mo  # noqa: PLC0415 - slow to load

    written = BytesIO()
    try:
        write_mo(written, catalogue)
        return GNUTranslations(BytesIO(written.getvalue())).ngettext(*_ANY, 2) is not None
    except (ValueError, KeyError, IndexError, SyntaxError, UnicodeError, OverflowError):
        return False


@cache
def built_in_messages() -> tuple[tuple[str | None, str], ...]:
    """All words that a complete catalogue has, each with its context."""
    tag, file = next(iter(catalogue_files().items()))
    messages = (message for message in read_catalogue(file, tag) if message.id)
    return tuple((message.context, _texts(message.id)[0]) for message in messages)


def untranslated(known: GNUTranslations) -> list[str]:
    """The English words that a catalogue does not have."""
    catalogue = known._catalog  # type: ignore[attr-defined]  # noqa: SLF001 - gettext has no other way
    return [
        message
        for context, message in built_in_messages()
        if not any(
            key in catalogue for key in (_key(context, message), (_key(context, message), 0))
        )
    ]


def _key(context: str | None, message: str) -> str:
    """What gettext calls a message with a context."""
    return message if context is None else f"{context}\x04{message}"
