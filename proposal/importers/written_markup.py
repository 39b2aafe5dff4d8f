r"""Reads titles and abstracts with the markup that authors and publishers leave in them.

Review systems, publishers and bibliographies hand over LaTeX (`\emph{small}`, `Caf\'e`), formulas
(`$O(n^2)$`) and HTML (`<i>E. coli</i>`, `&amp;`). Formulas stay formulas. An abstract keeps its
emphasis in Markdown; a title is set in one face, so that its emphasis is left out and told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct, field

from proposal.diagnostics import Span, first_few
from proposal.importers.latex.markdown_writer import statement_markdown
from proposal.importers.latex.paper_tree import (
    Block,
    Code,
    Emphasis,
    Hyperlink,
    Inline,
    Items,
    Labels,
    MathSpan,
    Paragraph,
    TypedText,
    trimmed,
)
from proposal.importers.markdown_text import statement_of, without_formulas
from proposal.reading.lines import line_of
from proposal.source.bib.html_markup import latex_of_html
from proposal.source.bib.latex import read_latex
from proposal.source.bib.reserved_characters import RESERVED
from proposal.source.bib.text_commands import LIGATURES
from proposal.source.math.dollar_signs import formula_at
from proposal.source.math.formula_source import formula_source, plain_formula
from proposal.source.math.math_grammar import FormulaError
from proposal.source.math.math_line import read_math_line
from proposal.source.nesting import too_deep
from proposal.source.reference import Fragment, LetterForm

_COMMAND = re.compile(r"\\[A-Za-z]{2,}|\\[\"'`^~=.][A-Za-z{]|\\[%&#_$]|\{\\|\\[(\[]")
r"""Examples: `\emph`, `\'e`, `\%`, `{\it`, `\(`."""
_HELD_WORD = re.compile(r"(?<!\\)\{([A-Z][\w-]*)\}")
"""An example: `{BERT}`, as bibliographies keep capitals."""
_TEX_SIGN = re.compile(r"[\\{}$~^_%]|(?<!&)#|&(?!#?\w+;)")
"""`50%`, `R&D`, but not `&amp;`. →"""
_BEFORE_DIGIT = re.compile(
    r"\$(?P<source>[<>=]|[^$\s]*(?:\\[A-Za-z]|[\^_])[^$]*?)(?<![\s\\])\$(?=\d)"
)
r"""Examples: `$\pm$0.1`, `$>$90`, which are formulas to TeX, and to data none before a digit."""
_UNESCAPED = re.compile(r"(?<!\\)(?:[%$]|(?<!&)#|&(?!#?\w+;))")
r"""`50%`, but not `50\%`. →"""
_ABOUT = re.compile(r"(?<![^\s(])~(?=[\d$])")
"""An example: `takes ~5 days`, where a tilde ties nothing."""
_LIGATURE = re.compile("|".join(re.escape(typed) for typed in LIGATURES))
"""`---`, which is a dash."""
_RAISED_ALONE = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎]+")
"""`10⁻³`"""
_BULLET = re.compile(r"^\s*[•‣▪*-]\s+")
"""`• one`"""
_FACES = {
    **dict.fromkeys(("emph", "textit", "textsl", "em", "it", "itshape", "sl", "slshape"), "italic"),
    **dict.fromkeys(("textbf", "bf", "bfseries"), "bold"),
    **dict.fromkeys(("texttt", "tt", "ttfamily"), "code"),
    "textsubscript": "_",
    "textsuperscript": "^",
}
_MARKUP_NAME = re.compile(r"\\(?P<name>[A-Za-z]+)\s*(?P<opens>\{?)")
r"""`\textbf{`"""


class MarkedUpText(Struct, frozen=True):
    """A title or an abstract of which the markup was read."""

    paragraphs: tuple[Block, ...]
    unknown: tuple[str, ...] = ()
    """Commands that have no text and are left out, as they were typed."""
    unheld: tuple[str, ...] = ()
    """Formulas that data cannot hold and that became text."""

    @property
    def spans(self) -> tuple[Inline, ...]:
        """What stands on its one line, if it is a title."""
        return tuple(
            span
            for block in self.paragraphs
            if isinstance(block, Paragraph)
            for span in block.spans
        )


class MarkedTitle(Struct, frozen=True):
    """A title as data files have it."""

    text: str
    """One line, with formulas between dollar signs."""
    emphasized: tuple[str, ...]
    """The words that were emphasized, which a title cannot show."""


def text_of_fragments(fragments: Iterable[Fragment], unknown: Iterable[str] = ()) -> MarkedUpText:
    """What the value of a bibliography's field says.

    Args:
        fragments: the value.
        unknown: what of it could not be read, as it was typed.
    """
    reading = _FragmentReading()
    spans = trimmed(reading.spans(fragments))
    blocks = (Paragraph(spans, _NOWHERE),) if spans else ()
    return MarkedUpText(blocks, tuple(unknown), tuple(reading.unheld))


def text_of_typed(text: str) -> MarkedUpText | None:
    """What a text with markup says; nothing if it is plain text, or nested as no text is.

    Args:
        text: a cell of a table or a value of a review system.
    """
    if too_deep(text, Path()) or not _has_markup(text):
        return None
    latex = latex_of_html(_in_latex(text)).latex
    blocks: list[Block] = []
    unknown: list[str] = []
    unheld: list[str] = []
    for paragraph in re.split(r"\n\s*\n", latex):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        is_list = len(lines) > 1 and all(map(_BULLET.match, lines))
        items: list[tuple[Block, ...]] = []
        pieces = [_BULLET.sub("", line, count=1) for line in lines] if is_list else [paragraph]
        for piece in pieces:
            read = read_latex(piece)
            marked = text_of_fragments(read.fragments, read.unknown)
            unknown += marked.unknown
            unheld += marked.unheld
            items += [marked.paragraphs] if marked.paragraphs else []
        if is_list:
            blocks.append(Items(tuple(items), _NOWHERE))
        else:
            blocks += [block for item in items for block in item]
    return MarkedUpText(tuple(blocks), tuple(unknown), tuple(unheld))


def title_of(marked: MarkedUpText) -> MarkedTitle:
    """A title as one line of data."""
    return MarkedTitle(line_of(_typed(marked.spans)), tuple(_emphasized(marked.spans)))


def plain_title(text: str) -> str:
    """A title that is plain text as a line of data, in which no formula begins."""
    return without_formulas(line_of(text))


def shown_title(title: str) -> str:
    """A title of data as texts show it, with its formulas in characters."""
    try:
        return str(read_math_line(title))
    except FormulaError:
        return title


def emphasis_left_out(words_of_titles: Sequence[str]) -> str:
    """A sentence that says which words of titles were emphasized, since titles have one face."""
    listed = first_few((f"“{words}”" for words in words_of_titles), _FEW_WORDS)
    return f"titles are set in one face, so that the emphasis of {listed} is left out"


_FEW_WORDS = 5
"""How many emphasized words a message lists."""


def statement_of_marked(marked: MarkedUpText) -> str:
    """An abstract as the Markdown of data files."""
    return statement_markdown(marked.paragraphs, Labels(), _unheard)


def statement_of_typed(text: str) -> tuple[str, MarkedUpText]:
    """A text as the Markdown of data files, and what of it could not be read."""
    marked = text_of_typed(text)
    if marked is None:
        return statement_of(text), MarkedUpText(())
    return statement_of_marked(marked), marked


WarnOfText = Callable[[str, str, str | None], None]
"""Takes a code, a message and a hint."""


def tell_unread(marked: MarkedUpText, name: str, warn: WarnOfText) -> None:
    """Tell what of a text could not be read.

    Args:
        marked: the text.
        name: what it is: `title`, `abstract`.
        warn: takes what is wrong.
    """
    for latex in dict.fromkeys(marked.unknown):
        message = f"`{latex}` in the {name} cannot be read as text and is left out"
        warn("unknown-latex", message, "write the characters themselves")
    for formula in dict.fromkeys(marked.unheld):
        message = f"the formula `{formula}` in the {name} became text; data cannot hold it"
        warn("formula", message, "write it with the commands of docs/reference/formulas.md")


def tell_open_tags(text: str, name: str, warn: WarnOfText) -> None:
    """Tell which tags of HTML in a text that was read were never closed, and are kept as typed.

    Args:
        text: the text as it is kept.
        name: what it is: `title`.
        warn: takes what is wrong.
    """
    for tag in dict.fromkeys(_OPEN_TAG.findall(text)):
        message = f"`{tag}` in the {name} has no partner, and is printed as it was typed"
        warn("open-tag", message, "close it, as in `<i>E. coli</i>`, or delete it")


_OPEN_TAG = re.compile(r"</?(?:i|b|u|em|strong|italic|bold|su[bp]|tt|code|sc|span|p|a)\b[^<>]*>")
"""Examples: `<i>`, `</sub>`."""
_NOWHERE = Span.of_file(Path())
"""The place of what is written at once and told by others."""


def _unheard(_code: str, _message: str, _place: Span) -> None:
    """Such a text cites nothing and has no notes, so that nothing is told of it."""


def _has_markup(text: str) -> bool:
    return bool(
        _COMMAND.search(text)
        or _HELD_WORD.search(text)
        or latex_of_html(text).tags
        or latex_of_html(text).entities
        or any(_formula_at(text, match.start()) for match in re.finditer(r"\$", text))
    )


def _in_latex(text: str) -> str:
    """A text as LaTeX prints it: outside of formulas, signs that were meant as themselves are."""
    pieces: list[str] = []
    rest = at = 0
    is_latex = _COMMAND.search(_outside_of_formulas(text)) is not None
    while (at := text.find("$", at)) >= 0:
        formula = _formula_at(text, at)
        if formula is None:
            at += 1
            continue
        source, end = formula
        pieces += [_words_in_latex(text[rest:at], is_latex), f"${source}$"]
        rest = at = end
    return "".join((*pieces, _words_in_latex(text[rest:], is_latex)))


def _formula_at(text: str, at: int) -> tuple[str, int] | None:
    """The formula that begins with the dollar sign at a place, and where it ends."""
    if text[at - 1 : at] == "\\":
        return None
    if found := formula_at(text, at):
        return found.source, found.end
    match = _BEFORE_DIGIT.match(text, at)
    return (match["source"], match.end()) if match else None


def _outside_of_formulas(text: str) -> str:
    return re.sub(r"(?<!\\)\$[^$]*\$", " ", text)


def _words_in_latex(text: str, is_latex: bool) -> str:
    if is_latex:
        typed = _ABOUT.sub(r"\\textasciitilde{}", text)
        return _UNESCAPED.sub(lambda sign: f"\\{sign[0]}", typed)
    held = _HELD_WORD.sub("\ue000\\1\ue001", text)
    plain = _TEX_SIGN.sub(lambda sign: RESERVED[sign[0]], held)
    plain = _LIGATURE.sub(lambda signs: _parted(signs[0]), plain)
    return plain.replace("\ue000", "{").replace("\ue001", "}")


def _parted(signs: str) -> str:
    """Signs that TeX would join, apart: `--` stays two hyphens."""
    return r"\textasciigrave{}" if signs == "`" else "{}".join(signs)


class _FragmentReading(Struct):
    unheld: list[str] = field(default_factory=list)

    def spans(self, fragments: Iterable[Fragment]) -> list[Inline]:
        """The fragments as spans, of which groups that set nothing are dissolved."""
        root = _Group("")
        open_groups = [root]
        for fragment in fragments:
            match fragment.form:
                case LetterForm.LINK:
                    open_groups.append(_Group("link", fragment.latex))
                case LetterForm.MARKUP if fragment.latex.strip() == "}":
                    if len(open_groups) > 1:
                        self.close(open_groups)
                case LetterForm.MARKUP:
                    self.markup(fragment.latex, open_groups)
                case _:
                    open_groups[-1].spans += self.letters(fragment)
        while len(open_groups) > 1:
            self.close(open_groups)
        return root.spans

    def markup(self, latex: str, open_groups: list[_Group]) -> None:
        command = _MARKUP_NAME.match(latex)
        face = _FACES.get(command["name"], "") if command else ""
        if latex.strip() == "{" or (command and command["opens"]):
            open_groups.append(_Group(face))
        elif face:  # a switch holds to the end of its group
            open_groups.append(_Group(face, is_switch=True))

    def close(self, open_groups: list[_Group]) -> None:
        """End the innermost group, with the switches in it."""
        while True:
            group = open_groups.pop()
            open_groups[-1].spans += group.closed()
            if not group.is_switch or len(open_groups) == 1:
                break

    def letters(self, fragment: Fragment) -> list[Inline]:
        if fragment.form is LetterForm.ADDRESS:
            return [Hyperlink(fragment.text, (TypedText(fragment.text),))]
        if fragment.form is LetterForm.FORMULA and fragment.latex.startswith("$"):
            return [self.formula(fragment)]
        text = fragment.text.replace("\N{SOFT HYPHEN}", "").replace("\N{NO-BREAK SPACE}", " ")
        return [TypedText(text)] if text else []

    def formula(self, fragment: Fragment) -> Inline:
        """A formula, or the letters of one that is no more than they are: H$_2$O is H₂O."""
        if _RAISED_ALONE.fullmatch(fragment.text):
            return TypedText(fragment.text)
        inner = fragment.latex[1:-1]
        if (plain := plain_formula(inner)) is not None:
            return TypedText(plain)
        source = formula_source(inner)
        if source is not None:
            return MathSpan(source)
        self.unheld.append(fragment.latex)
        return TypedText(fragment.text)


class _Group(Struct):
    face: str
    address: str = ""
    is_switch: bool = False
    spans: list[Inline] = field(default_factory=list)

    def closed(self) -> list[Inline]:
        """The group as spans of the one around it."""
        spans = _joined(self.spans)
        words = "".join(span.text for span in spans if isinstance(span, TypedText))
        is_plain = all(isinstance(span, TypedText) for span in spans)
        match self.face:
            case "link":
                return [Hyperlink(self.address, tuple(spans))]
            case "italic" | "bold" if spans:
                return [Emphasis(tuple(spans), is_bold=self.face == "bold")]
            case "code" if is_plain and words.strip():
                return [Code(words)]
            case "_" | "^" if is_plain and re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", words):
                return [MathSpan(rf"{self.face}{{\mathrm{{{words}}}}}")]
        return spans


def _joined(spans: Sequence[Inline]) -> list[Inline]:
    """Spans of which those of plain text are one where they stand side by side."""
    joined: list[Inline] = []
    for span in spans:
        if isinstance(span, TypedText) and joined and isinstance(joined[-1], TypedText):
            joined[-1] = TypedText(joined[-1].text + span.text)
        else:
            joined.append(span)
    return joined


def _typed(spans: Sequence[Inline]) -> str:
    """Spans as a line of data, whose dollar signs are told where it has formulas."""
    has_formulas = any(_formulas(spans))
    pieces: list[str] = []
    flat = list(_flat(spans))
    for span, behind in zip(flat, [*flat[1:], None], strict=False):
        if not isinstance(span, MathSpan):
            pieces.append(span.text.replace("$", r"\$") if has_formulas else span.text)
        elif isinstance(behind, TypedText) and behind.text[:1].isdigit():
            pieces.append(span.words)  # before a digit, a dollar sign ends no formula
        else:
            pieces.append(f"${span.source}$")
    line = "".join(pieces)
    return line if has_formulas else without_formulas(line)


def _flat(spans: Iterable[Inline]) -> Iterable[TypedText | MathSpan]:
    for span in spans:
        match span:
            case Emphasis() | Hyperlink():
                yield from _flat(span.spans)
            case Code(text):
                yield TypedText(text)
            case TypedText() | MathSpan():
                yield span


def _formulas(spans: Iterable[Inline]) -> Iterable[MathSpan]:
    return (span for span in _flat(spans) if isinstance(span, MathSpan))


def _emphasized(spans: Iterable[Inline]) -> Iterable[str]:
    for span in spans:
        if isinstance(span, Emphasis):
            yield line_of(_typed(span.spans))
