"""Takes one person's name apart as sources write it: titles, degrees, suffixes, "Last, First".

All importers read names here. What can be read in two ways is read in the likelier one, and the
doubt is kept beside it, so that the reader of a source can say it or refuse the source. Lists of
several names are taken apart in `listed_names.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from proposal.model.affiliated import (
    EMAIL,
    OPEN_PRONOUNS,
    split_outside,
    without_pronouns,
)
from proposal.model.family_names import PARTICLES, is_family_first, is_group, names_family
from proposal.reading.lines import line_of
from proposal.reading.person_titles import (
    honorific_of,
    is_degree,
    is_position_of,
    is_suffix,
    may_be_degree,
    may_be_title,
    without_titles,
)
from proposal.source.file import composed

_COMMA = re.compile(r",")
BRACKETED_EMAIL = re.compile(
    rf"\s*(?:[<(\[]\s*(?:mailto:)?{EMAIL.pattern}\s*[>)\]]|{EMAIL.pattern})"
)
"""Examples: ` <ann@example.org>`, ` (ann@example.org)`, ` ann@example.org`."""
_OPEN_DEGREE = re.compile(
    r"(?:\s+(?:Ph\.?\s?D|[MB]\.?\s?Sc|D\.?\s?Phil|MBA|M\.?D|MBBS|MBChB|FRC[SP]|CSc|DrSc|LL\.?[MB])\.?)+$"
)
"""Degrees that stand behind a name without a comma: `Ann Author Ph.D.`."""
_BRACKETED = re.compile(r"\s*\(([^()]+)\)")
"""`Ada (Augusta) Lovelace`"""
_SIGNS = "*†‡§¶∗⋆✉✝"
"""What stands behind a name and leads to a note: `Ann Author†`."""
_HOMONYM = re.compile(r"(?<=\S)\s+\d{4}(?=\s*(?:,|$))")
"""The number by which dblp tells people of one name apart: `Ann Author 0001`."""
FAMILY_PARTICLE = re.compile(r"^(?:[a-zà-öø-ÿ]['’]?[a-zà-öø-ÿ]*\s)+")
"""The lower-case words with which a family name begins: van der, de la."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name without its title."""

    text: str
    """The name as it is printed, the given name first."""
    honorific: str | None
    """Dr. or Prof., if the source has it."""
    pronouns: str | None = None
    """What stands in parentheses behind the name, as `she/her`."""
    doubt: str | None = field(default=None, compare=False)
    """What is not sure about the reading, as a sentence; nothing if it is sure."""
    family: str | None = field(default=None, compare=False)
    """The part of `text` that the source calls the family name, with particles and a suffix."""


@lru_cache(maxsize=4096)  # an audit asks for the same few names again and again
def read_name(text: str) -> Name:
    """Understand "Prof. Dr. Jane Doe", "Doe, Jane", "Doe, Jr., John" or "Jane Doe, PhD, MSc".

    Titles and degrees, pronouns and an email address are no part of the name; a suffix (Jr., III)
    is, and stands at its end. The name of a group is kept whole.
    """
    line, pronouns = _bare_line(_HOMONYM.sub("", text))
    if is_group(line):
        return Name(line, None, pronouns, family=line)
    line, titles = without_titles(line)
    parts = [part.strip() for part in split_outside(line.strip(" ,/"), _COMMA) if part.strip()]
    parts, doubt = _without_degrees([part for part in parts if not is_position_of(titles, part)])
    parts, suffix = _without_suffix(parts)
    family = None
    if len(parts) == 2:
        given, more = without_titles(parts[1])
        titles += more
        family = line_of(f"{parts[0]} {suffix}")
        parts = [_joined(given, parts[0])]
    elif len(parts) > 2:
        doubt = f"`{line}` has {len(parts)} parts between commas and is kept as it is"
    first = line.split(" ")[0]
    if doubt is None and may_be_title(first):
        doubt = f"`{first}` may be a title, and is kept as a part of the name"
    doubt = doubt or _doubt_of_number(line)
    whole = ", ".join(parts)
    whole = _without_open_degree(whole) if len(whole.split()) > _FEW_WORDS else whole
    if family is None:
        family, unsure = _marked_family(whole)
        doubt = doubt or unsure
        family = family and line_of(f"{family} {suffix}")
    name = line_of(f"{whole} {suffix}")
    return Name(name, honorific_of(titles), pronouns, doubt, _part_of(name, family))


def read_parts(given: str, family: str, suffix: str = "") -> Name:
    """Understand a name whose given and family name stand apart, as in two columns of a table."""
    if not given.strip() or not family.strip():
        return read_name(f"{given}{family}, {suffix}")
    line, pronouns = _bare_line(given)
    first, titles = without_titles(_without_first_degrees(line))
    first = _without_open_degree(", ".join(_without_degrees(first.split(","))[0]).strip(" ,"))
    line, pronouns_behind = _bare_line(_HOMONYM.sub("", family))
    last, more = without_titles(line)
    named = [part.strip() for part in f"{last},{suffix}".split(",")]
    # Where the given name stands apart, MD behind the family name is a degree.
    kept = [part for part in named if part and (part == named[0] or not may_be_degree(part))]
    parts, found = _without_suffix(kept)
    last = _without_open_degree(", ".join(parts))
    pronouns = pronouns or pronouns_behind
    doubt = None
    if first.casefold() == last.casefold():
        doubt = f"given and family name are both `{last}`; a single name is written once"
    elif f" {first} ".casefold().endswith(f" {last} ".casefold()):
        doubt = f"`{last}` stands in the given name `{first}`, too, and is taken once"
        first = first[: -len(last)].strip()
    elif may_be_title(first.split(" ")[0]):
        doubt = f"`{first.split(' ')[0]}` may be a title, and is kept as a part of the name"
    name = line_of(f"{_joined(first, last)} {found}")
    doubt = doubt or _doubt_of_number(name)
    whole = _part_of(name, line_of(f"{last} {found}"))
    return Name(name, honorific_of([*titles, *more]), pronouns, doubt, whole)


def _doubt_of_number(name: str) -> str | None:
    """What to say of a number in a name, which somebody may have, as Jennifer 8. Sample does."""
    number = re.search(r"\d+", name)
    return f"the number {number[0]} in `{name}` is kept as a part of the name" if number else None


_FEW_WORDS = 2
"""Words of a name of which the last is no degree: Yi Ma."""


def _without_open_degree(text: str) -> str:
    """A name, or a part of one, without degrees behind it that no comma parts from it."""
    return _OPEN_DEGREE.sub("", text)


def _without_first_degrees(text: str) -> str:
    """A given name without degrees before it, as "Author, MSc, FRCS, Ann" puts them in BibTeX."""
    words = text.split()
    while len(words) > 1 and is_degree(words[0]):
        del words[0]
    return " ".join(words)


def _bare_line(text: str) -> tuple[str, str | None]:
    """A name in one line without addresses and degrees in brackets, and its pronouns."""
    said, pronouns = without_pronouns(line_of(composed(text)).strip(" ,;"))
    if match := OPEN_PRONOUNS.search(said):
        said, pronouns = said[: match.start()], re.sub(r"\s", "", match["said"])
    line = BRACKETED_EMAIL.sub("", said).strip(f" ,;:{_SIGNS}")
    return _BRACKETED.sub(lambda match: "" if is_degree(match[1]) else match[0], line), pronouns


def _joined(given: str, family: str) -> str:
    """Given and family name as they are printed: Ann Author, 山田太郎."""
    if is_family_first(f"{family}{given}"):
        return f"{family}{given}"
    return f"{given} {family}"


def _part_of(name: str, family: str | None) -> str | None:
    """A family name, if it is a part of the name and there is another one."""
    return family if family and family != name and names_family(family, name) else None


_NO_LETTERS = re.compile(r"^Ma?c(?=[^\W\d_]{2})|['’-]")
"""What does not count where a family name is in capitals: McDONALD, O'NEIL."""
_LIKE_CHINESE = re.compile(r"[BCDFGHJ-NP-TV-Z][AEIOU]")
"""Two capitals that are a family name or initials: LI Na, JO Author."""
_FEW_LETTERS = 2
"""Letters of what may be initials without full stops: JP."""
_LONGEST_DEGREE = 4
"""Letters of what may be a degree or a membership that is not known: FBCS."""


def _is_in_capitals(word: str) -> bool:
    bare = _NO_LETTERS.sub("", word)
    return len(bare) >= _FEW_LETTERS and bare.isalpha() and bare.isupper()


def _marked_family(name: str) -> tuple[str | None, str | None]:
    """The family name of "DUPONT Jean", "Jean DUPONT" and "Dupont J.", and what is not sure."""
    words = name.split()
    initials = len(words) - len(re.sub(r"(?:\s(?:[^\W\d_]\.-?)+)+$", "", name).split())
    if "," in name or len(words) == initials:
        return None, None
    if initials:
        return " ".join(words[:-initials]), None
    are_large = [_is_in_capitals(word) for word in words]
    count = sum(are_large)
    if not 0 < count < len(words):
        return None, None
    begin = next((at for at, word in enumerate(words) if not _is_small_particle(word)), 0)
    if all(are_large[-count:]):
        is_long = any(len(word) > _LONGEST_DEGREE for word in words[-count:])
        has_particle = words[-count].title() in PARTICLES
        first = len(words) - count
        while first > 1 and _is_small_particle(words[first - 1]):  # Maria de SOUZA
            first -= 1
        return (" ".join(words[first:]) if is_long or has_particle else None), None
    if begin and all(are_large[begin : begin + count]):  # de SOUZA Maria
        return " ".join(words[: begin + count]), None
    if not all(are_large[:count]) or all(len(word.strip(".")) == 1 for word in words[count:]):
        return None, None
    large = " ".join(words[:count])
    if any(len(word) > _FEW_LETTERS for word in words[:count]):
        return large, None
    if _LIKE_CHINESE.fullmatch(large):
        return None, f"`{large}` may be initials, or a family name that stands first"
    return None, None


def _is_small_particle(word: str) -> bool:
    return word.islower() and word.title() in PARTICLES


def _without_degrees(parts: list[str]) -> tuple[list[str], str | None]:
    """The parts of a name between commas without degrees, and what is not sure about it."""
    kept = [part for index, part in enumerate(parts) if index == 0 or not is_degree(part)]
    is_sure = len(kept) < len(parts)
    doubt = None
    while len(kept) > 1 and may_be_degree(kept[-1]):
        part = kept[-1]
        if len(kept[0].split()) < 2 and len(kept) == 2:  # Rahman, MD: a given name
            if part.isupper() and not is_sure:
                doubt = f"`{kept[0]}, {part}` may be a name and a degree; it is read as a name"
            break
        if not is_sure and "." not in part:
            doubt = f"`{part}` behind {kept[0]} is taken for a degree"
        kept = kept[:-1]
    return kept, doubt


def _without_suffix(parts: list[str]) -> tuple[list[str], str]:
    """The parts of a name between commas without Jr. or III, and that suffix."""
    suffix = next((part for part in parts[1:] if is_suffix(part)), "")
    kept = [part for index, part in enumerate(parts) if index == 0 or part != suffix]
    if len(kept) == 1 and not suffix:
        return kept, ""
    *words, last = kept[0].split() if kept else [""]
    if not suffix and words and is_suffix(last):
        return [" ".join(words), *kept[1:]], last
    if not suffix and len(parts) == 2 and parts[1] == "V" and words:
        return kept[:1], "V"
    return kept, suffix
