"""Takes lists of names apart as BibTeX does: given names, particle, family name, suffix.

`First von Last`, `von Last, First` and `von Last, Jr, First` are the three forms (`bibtex.web`,
"format.name$"). Braces hold a name or a part of one together, so that an `and` or a comma in it
divides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from proposal.source.reference import Fragment, LetterForm


@dataclass(frozen=True, slots=True)
class BibName:
    """One name of a list, its parts as text."""

    given: str
    particle: str
    family: str
    suffix: str
    is_inverted: bool = field(default=False, compare=False)
    """Whether it is written with a comma, so that it shows its parts."""
    parts: int = field(default=1, compare=False)
    """How many parts between commas have a word; BibTeX knows no more than three."""
    has_separator: bool = field(default=False, compare=False)
    """Whether a semicolon or a lone & stands in it outside of braces, which is part of no name."""

    @property
    def in_reading_order(self) -> str:
        """Martin van der Sample Jr."""
        parts = (self.given, self.particle, self.family, self.suffix)
        return " ".join(part for part in parts if part)

    @property
    def last(self) -> str:
        """What stands for the person in a sentence: van der Sample."""
        return " ".join(part for part in (self.particle, self.family) if part)

    @property
    def is_others(self) -> bool:
        """Whether it says that there are more authors."""
        return self == BibName("", "", "others", "")


class _Letter(Struct, frozen=True):
    text: str
    is_held: bool
    """Whether braces hold it together with its neighbours."""
    is_bare: bool
    """Whether BibTeX looks at its case: a letter outside of braces, or a special one."""


_Word = tuple[_Letter, ...]


def names_of(fragments: Iterable[Fragment]) -> list[BibName]:
    """The names in a field such as `author`; the last one may stand for others."""
    letters = list(_letters(fragments))
    return [_name(words) for words in _divided(_words(letters))]


def _letters(fragments: Iterable[Fragment]) -> Iterable[_Letter]:
    depth = 0
    special = 0
    for fragment in fragments:
        if fragment.form in {LetterForm.MARKUP, LetterForm.LINK}:
            opens = fragment.latex.count("{") if fragment.form is LetterForm.MARKUP else 1
            depth += opens - fragment.latex.count("}")
            special = 0 if depth else special
            continue
        # A command right behind the first brace makes a special character of the group.
        if depth == 1 and fragment.form is LetterForm.SIGN and not fragment.protected:
            special = 1
        for sign in fragment.text:
            yield _Letter(sign, bool(depth), not depth or bool(special))


def _words(letters: Sequence[_Letter]) -> list[_Word]:
    """The words, between which white space or a tie stands; a comma is a word of its own."""
    words: list[_Word] = []
    word: list[_Letter] = []
    for letter in letters:
        is_comma = letter.text == "," and not letter.is_held
        if not is_comma and (letter.is_held or not letter.text.isspace()):
            word.append(letter)
            continue
        if word:
            words.append(tuple(word))
        word = []
        if is_comma:
            words.append((letter,))
    return [*words, tuple(word)] if word else words


def _is_word(word: _Word, wanted: str) -> bool:
    return not any(letter.is_held for letter in word) and _text([word]).lower() == wanted


def _divided(words: Sequence[_Word]) -> list[list[_Word]]:
    """The words of each name."""
    names: list[list[_Word]] = [[]]
    for word in words:
        if _is_word(word, "and"):
            names.append([])
        else:
            names[-1].append(word)
    return [name for name in names if name]


def _name(words: list[_Word]) -> BibName:
    parts: list[list[_Word]] = [[]]
    for word in words:
        if _is_word(word, ","):
            parts.append([])
        else:
            parts[-1].append(word)
    has_separator = any(
        (letter.text == ";" or _is_word(word, "&")) and not letter.is_held
        for word in words
        for letter in word
    )
    if len(parts) == 1:
        given, particle, family = _first_von_last(parts[0])
        return BibName(
            _text(given), _text(particle), _text(family), "", has_separator=has_separator
        )
    particle, family = _von_last(parts[0])
    suffix = parts[1] if len(parts) > 2 else []  # von Last, Jr, First
    given = [word for part in parts[1 if not suffix else 2 :] for word in part]
    return BibName(
        _text(given),
        _text(particle),
        _text(family),
        _text(suffix),
        is_inverted=True,
        parts=sum(map(bool, parts)),
        has_separator=has_separator,
    )


def _first_von_last(words: list[_Word]) -> tuple[list[_Word], list[_Word], list[_Word]]:
    low = [index for index, word in enumerate(words[:-1]) if _is_lower(word)]
    if not low:
        return words[:-1], [], words[-1:]
    return words[: low[0]], words[low[0] : low[-1] + 1], words[low[-1] + 1 :]


def _von_last(words: list[_Word]) -> tuple[list[_Word], list[_Word]]:
    low = [index for index, word in enumerate(words[:-1]) if _is_lower(word)]
    return (words[: low[-1] + 1], words[low[-1] + 1 :]) if low else ([], words)


def _is_lower(word: _Word) -> bool:
    """Whether the first letter that BibTeX looks at is a small one."""
    for letter in word:
        if letter.is_bare and letter.text.isalpha():
            return letter.text.islower()
    return False


def _text(words: Iterable[_Word]) -> str:
    return " ".join("".join(letter.text for letter in word) for word in words)
