"""Tells with whose name a paragraph, an item or a heading begins, and where the text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from proposal.importers.draft import DraftPerson
from proposal.importers.latex.paper_tree import (
    Emphasis,
    Hyperlink,
    Inline,
    LineBreak,
    TypedText,
    plain,
    trimmed,
)
from proposal.importers.written_affiliation import looks_like_institution
from proposal.model.affiliated import EMAIL
from proposal.model.name_comparison import may_be_same, words
from proposal.reading.person_titles import without_titles

PUNCTUATION = ":.,;–—- "
_LONGEST_HEAD = 200
_MOST_WORDS_BEHIND = 14
_MOST_WORDS_BEFORE = 5
_LONGEST_POST = 25
"""Words of an affiliation behind a name."""
_SHORT_WORD = 5
"""Letters of the longest word that joins others in the name of an institution: `della`."""
_MOST_SMALL = 1
"""At most so many longer words of an affiliation are in small letters."""
_ENDS_HEAD = re.compile(r"\s*(?:\((?P<note>[^()]{1,120})\)|(?P<said>,[^.:;]{1,160}))\s*[:–—]\s*")
"""What may stand between a name in bold and its colon: ` (primary contact): `, `, MIT, USA: `."""
VERB = re.compile(
    r"\b(?:is|was|are|has|holds?|leads?|led|works?|worked|received|obtained|earned|joined|studies"
    r"|teaches|serves?|served|focus(?:es)?|develops?|researches|co-?founded|founded|heads?"
    r"|directs?|currently|interests?|research(?:er)?|earned|specializes|writes|organi[sz]ed"
    r"|ist|war|leitet|forscht|lehrt|arbeitet|promoviert\w*|habilitierte|enseigne|travaille|dirige"
    r"|trabaja|investiga|coordina|trabalha|pesquisa|lavora|insegna)\b"
    r"|\b(?:est|es|è|é)\s+(?-i:[a-zà-ÿ])",
    re.IGNORECASE,
)
"""Words that a biography has, and a line with a name and an affiliation has not. Example:
`Ada received her doctorate in Example City`."""


_NAMED = re.compile(r"\bResearch\w*")
"""What institutions are called, and what is no verb then: `Example Research`."""


def has_verb(text: str) -> bool:
    """Whether a text has a word that a biography has, and an affiliation has not."""
    return VERB.search(_NAMED.sub("", text)) is not None


def is_post(text: str) -> bool:
    """Whether a text is an affiliation, perhaps with an address, and no sentence.

    Verbs are known of few languages; sentences of others show in their words in small letters.
    """
    said = EMAIL.sub("", text).split()
    small = [word for word in said if word.islower() and len(word.strip(PUNCTUATION)) > _SHORT_WORD]
    is_short = len(said) <= _LONGEST_POST and len(small) <= _MOST_SMALL
    return is_short and looks_like_institution(text) and not has_verb(text)


class BiographyHead(Struct, frozen=True):
    """A name with which a biography begins, and the text behind it."""

    person: DraftPerson
    text: tuple[Inline, ...]
    left_out: str = ""
    """What stands beside the name, such as the affiliation."""
    is_run_in: bool = False
    """Whether the text begins in the line of the name."""
    address: str = ""
    """Where the name leads, as a link."""


def head_in_bold(
    spans: Sequence[Inline], people: Sequence[DraftPerson], *, is_label: bool = False
) -> BiographyHead | None:
    """The biography that a paragraph begins with a name in bold, or with one that is a link."""
    opening = _opening(spans)
    if opening is None:
        return None
    head, rest = opening
    name = plain(head)
    person = person_of(name, people)
    if person is None:
        return None
    left_out, behind = behind_name(name, person), plain(rest)
    first = next((span for span in rest if not _is_space(span)), None)
    breaks = isinstance(first, LineBreak)
    between = _ENDS_HEAD.match(behind)
    if line := _line_of_head(rest):
        said, rest = line
        left_out, breaks = ", ".join(filter(None, (left_out, said))), True
        text = trimmed(rest)
    elif between and VERB.search(between[0]) is None:
        note = between["note"] or (between["said"] or "").strip(", ")
        left_out = ", ".join(filter(None, (left_out, note)))
        text = _without_beginning(rest, between.end())
    elif is_label or breaks or not behind or name[-1] in ":.–—" or behind[:1] in set(":.–—"):
        text = _without_punctuation(rest)
    else:  # the name is the subject of the first sentence
        text = trimmed((TypedText(_subject(name, person)), *_with_one_space(rest)))
    is_run_in = bool(text) and not breaks
    return BiographyHead(person, text, left_out, is_run_in, _address(head))


def _with_one_space(spans: Sequence[Inline]) -> Sequence[Inline]:
    r"""Spans with a single space in front, where they begin with a thin one or several: `\,is`."""
    first = spans[0] if spans else None
    if not isinstance(first, TypedText) or not first.text[:1].isspace():
        return spans
    return [TypedText(f" {first.text.lstrip()}"), *spans[1:]]


def _line_of_head(rest: Sequence[Inline]) -> tuple[str, list[Inline]] | None:
    r"""What stands behind a name on its line, without a sentence, and the lines below.

    An example: `\textbf{Ann Author} --- MIT, ann@example.org\\ Ann is a professor.`
    """
    end = next((at for at, span in enumerate(rest) if isinstance(span, LineBreak)), None)
    if not end:
        return None
    said = plain(rest[:end]).strip(PUNCTUATION)
    is_line = said and len(said.split()) <= _MOST_WORDS_BEHIND and VERB.search(said) is None
    return (_unbracketed(said), list(rest[end + 1 :])) if is_line else None


def head_within_text(
    spans: Sequence[Inline], people: Sequence[DraftPerson]
) -> BiographyHead | None:
    """The biography whose first words hold a name in bold: `Our student **Bo Writer** is …`."""
    if len(spans) < 2 or not isinstance(spans[0], TypedText):
        return None
    name = spans[1]
    is_bold = isinstance(name, Emphasis) and name.is_bold
    if not is_bold or not 0 < len(spans[0].text.split()) <= _MOST_WORDS_BEFORE:
        return None
    said = plain([name]).strip(PUNCTUATION)
    person = next((person for person in people if may_be_same(person.name, said)), None)
    if person is None or VERB.search(plain(spans)) is None:
        return None
    return BiographyHead(person, trimmed((spans[0], TypedText(said), *spans[2:])), is_run_in=True)


def head_in_text(
    spans: Sequence[Inline], people: Sequence[DraftPerson], least_words: int
) -> BiographyHead | None:
    """The biography that begins with a name in plain letters, as `Ann Author is a professor`."""
    first = spans[0] if spans else None
    if not isinstance(first, TypedText):
        return None
    whole = plain(spans)
    person = _named_first(whole, people)
    if person is None or (VERB.search(whole) is None and len(whole.split()) < least_words):
        return None
    return BiographyHead(person, trimmed(spans), is_run_in=True)


def _named_first(text: str, people: Sequence[DraftPerson]) -> DraftPerson | None:
    """Whose whole name a sentence begins with."""
    spoken = words(without_titles(text)[0].replace(",", " "))
    found = [
        person
        for person in people
        if (wanted := words(person.name)) and spoken[: len(wanted)] == wanted
    ]
    return max(found, key=lambda person: len(words(person.name)), default=None)


def with_subject(person: DraftPerson, spans: Sequence[Inline]) -> tuple[Inline, ...]:
    """A text whose first sentence begins in the heading: `is a professor` gets the name."""
    begins = plain(spans)
    if begins[:1].islower() or re.match(r"\([^()]*\)\s+[a-z]", begins) or begins[:1] == ",":
        gap = "" if begins[:1] == "," else " "
        return trimmed((TypedText(f"{person.name}{gap}"), *spans))
    return tuple(spans)


def _opening(spans: Sequence[Inline]) -> tuple[list[Inline], list[Inline]] | None:
    """The spans in bold, or that are a link, at the beginning, and those behind them."""
    head: list[Inline] = []
    for index, span in enumerate(spans):
        is_head = isinstance(span, Emphasis | Hyperlink)
        if not is_head and not (head and _is_space(span) and _goes_on(spans[index + 1 :])):
            return (head, list(spans[index:])) if head else None
        head.append(span)
    return (head, []) if head else None


def _goes_on(spans: Sequence[Inline]) -> bool:
    return bool(spans) and isinstance(spans[0], Emphasis) and spans[0].is_bold


def _is_space(span: Inline) -> bool:
    return isinstance(span, TypedText) and not span.text.strip()


def _address(spans: Sequence[Inline]) -> str:
    """The address to which a name leads, wherever the link stands in it."""
    for span in spans:
        if isinstance(span, Hyperlink):
            return "" if span.address.startswith("mailto:") else span.address
        if isinstance(span, Emphasis) and (inner := _address(span.spans)):
            return inner
    return ""


def _subject(name: str, person: DraftPerson) -> str:
    """The name as the sentence has it, without the affiliation."""
    bare = without_titles(name.strip(PUNCTUATION))[0]
    return bare if may_be_same(person.name, bare) and "," not in bare else person.name


def _without_punctuation(spans: Sequence[Inline]) -> tuple[Inline, ...]:
    """The text behind a name, without the colon and the like between them."""
    text = trimmed(spans)
    if text and isinstance(text[0], TypedText):
        text = trimmed((TypedText(text[0].text.lstrip(PUNCTUATION)), *text[1:]))
    return text


def _without_beginning(spans: Sequence[Inline], length: int) -> tuple[Inline, ...]:
    """Spans without as many letters at their beginning, those of links and emphasis included."""
    rest = list(trimmed(spans))
    left = length
    while rest and left > 0:
        span = rest[0]
        said = plain([span]) if not isinstance(span, TypedText) else " ".join(span.text.split(" "))
        if isinstance(span, TypedText) and len(span.text) > left:
            rest[0] = TypedText(span.text[left:])
            break
        left -= len(said)
        rest.pop(0)
    return trimmed(rest)


def person_of(head: str, people: Sequence[DraftPerson]) -> DraftPerson | None:
    """Whose name a heading is, or begins with."""
    name = without_titles(head.strip(PUNCTUATION))[0]
    if not name or len(name) > _LONGEST_HEAD:
        return None
    for person in people:
        if may_be_same(person.name, name):
            return person
    first = _named_first(name, people)
    if first is not None:
        behind = len(words(name.replace(",", " "))) - len(words(first.name))
        return first if behind <= _MOST_WORDS_BEHIND else None
    alone = re.split(r"\s*[,(:–—|]|\s-\s", name, maxsplit=1)[0]
    return next((person for person in people if may_be_same(person.name, alone)), None)


def behind_name(head: str, person: DraftPerson) -> str:
    """What stands behind the name: "Narges Tabari (AWS AI Labs)" has an affiliation."""
    name = without_titles(head.strip(PUNCTUATION))[0]
    if may_be_same(person.name, name):
        return ""
    wanted = words(person.name)
    spoken = words(name.replace(",", " "))
    if spoken[: len(wanted)] == wanted:
        count = len(person.name.split())
        return _unbracketed(" ".join(name.split()[count:]).strip(PUNCTUATION))
    return _unbracketed(re.sub(r"^[^,(:–—|]*", "", name).strip(PUNCTUATION))


def _unbracketed(text: str) -> str:
    inner = re.fullmatch(r"\(([^()]*)\)", text)
    return inner[1] if inner else text
