r"""Works out the numbers and labels of a list's items: `[label=RQ\arabic*:, start=3]`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pylatexenc.latexwalker import LatexNode

from proposal.importers.latex.parsing import argument, is_macro, last_argument, verbatim
from proposal.words.number_words import roman

PUNCTUATION = ":.,;–— "
"""What ends a label, and stands in no reference to it."""
_START = re.compile(r"(?:^|,)\s*start\s*=\s*\{?\s*(\d{1,4})")
r"""`label=(\roman*), start=3`"""
_RESUMES = re.compile(r"(?:^|,)\s*resume\*?\s*(?:,|=|$)")
r"""`resume`, `label=(\roman*), resume*`"""
_COMMANDS = re.compile(r"\\[A-Za-z]+\*?\s*|[{}]")
r"""`\textbf{`"""


def first_number(nodes: Sequence[LatexNode], options: str, last: int) -> int:
    r"""The number of a list's first item.

    Args:
        nodes: what stands in the list, such as `\setcounter{enumi}{3}` before its items.
        options: the list's options, such as `start=4` or `resume`.
        last: the number of the last item of the list before.
    """
    if start := _START.search(options):
        return int(start[1])
    if _RESUMES.search(options):
        return last + 1
    for node in nodes:
        if is_macro(node, "item"):
            break
        if not is_macro(node, "setcounter"):
            continue
        if verbatim(argument(node, 0) or ()).strip().startswith("enum"):
            number = verbatim(last_argument(node)).strip()
            return int(number) + 1 if number.isdecimal() else 1
    return 1


def is_bullet(label: str, number: int | None) -> bool:
    """Whether an item's own label is a sign, or the number that the item has anyway."""
    bare = label.strip("()[]. ")
    says_nothing = not any(sign.isalnum() or sign in _TELLING for sign in label)
    return says_nothing or bare == str(number)


_TELLING = set("✓✔✗✘☑☒?!+±−")
"""Signs that say something of an item, as no bullet does."""


def label_with_words(options: str) -> str:
    r"""The form of labels with words of their own: `RQ\arabic*:`; empty where numbers are all."""
    written = _LABEL.search(options)
    form = written[1].removeprefix("{").removesuffix("}") if written else ""
    has_words = any(sign.isalnum() for sign in _COMMANDS.sub("", _COUNTER.sub("", form)))
    return form if has_words and _COUNTER.search(form) else ""


def label_of(form: str, number: int) -> str:
    """The label of an item, without the commands that set it."""
    shown = _COUNTER.sub(lambda match: _numeral(match[1], number), form)
    return _COMMANDS.sub("", shown).strip()


def letter_of(number: int) -> str:
    """The letter of an item of a list within a list."""
    return _numeral("alph", number)


def item_label(options: str, number: int) -> str:
    r"""The number of an item, as the list's options have it: `label=(\roman*)`."""
    written = _LABEL.search(options)
    form = written[1].removeprefix("{").removesuffix("}") if written else "(\\arabic*)"
    if written is None and (short := _SHORT_LABEL.fullmatch(options.strip())):
        names = {"1": "arabic", "a": "alph", "A": "Alph", "i": "roman", "I": "Roman"}
        form = f"{short[1]}\\{names[short[2]]}*{short[3]}"
    shown = _COUNTER.sub(lambda match: _numeral(match[1], number), form)
    return f"({number})" if "\\" in shown else shown


_LABEL = re.compile(r"(?:^|,)\s*label\s*=\s*(\{.*?\}(?=\s*(?:,|$))|[^,]*)")
r"""`label={(\alph*)}`, `noitemsep, label=RQ\arabic*`"""
_SHORT_LABEL = re.compile(r"([(\[]?)([1aAiI])([)\].:]?)")
"""An example: `(i)`."""
_COUNTER = re.compile(r"\\(arabic|roman|Roman|alph|Alph)\s*\*")
r"""`(\roman*)`"""


def _numeral(kind: str, number: int) -> str:
    if kind == "arabic":
        return str(number)
    if kind in {"alph", "Alph"}:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if kind == "alph" else letter.upper()
    return roman(number) if kind == "roman" else roman(number).upper()
