"""Catalogues of words: gettext's `.po` files, one for each language but English.

English words stand in the program and its templates, and need none. A catalogue is read when a
language is used for the first time, and is kept in the user's cache as gettext's `.mo`.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from proposal.caching import digest, keep, kept, libraries_digest

if TYPE_CHECKING:
    from babel.messages import Catalog

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
    return GNUTranslations(BytesIO(compiled))
